//! What only a browser can show, without a server: run with
//! `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts_and_shows_the_start_page() {
    parcours::ui::mount();
    let document = web_sys::window().and_then(|window| window.document());
    let start = || document.as_ref()?.query_selector("body [data-testid=start]").ok()?;
    // What was open last is looked up first; that takes some turns of the event loop.
    for _ in 0..200 {
        if start().is_some() {
            return;
        }
        TimeoutFuture::new(25).await;
    }
    assert!(start().is_some());
}
