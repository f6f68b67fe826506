//! Workload S in a browser: what the WebAssembly build of the engine can do, and
//! what one worker and two of the app can do with a large file.
//! `cargo xtask bench page` builds and serves it; `?contacts=100000` says how many.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(bench::page::run());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This page runs in a browser: cargo xtask bench page");
}
