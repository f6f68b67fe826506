//! What only a browser can show, without a server: run with
//! `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_app_mounts_into_the_body() {
    parcours::ui::mount();
    let document = web_sys::window().and_then(|window| window.document());
    let app = document.and_then(|page| page.query_selector("body [data-testid=app]").ok()?);
    assert!(app.is_some());
}
