//! The app: mounts the user interface. Outside the browser there is nothing to
//! run, so it says how to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    parcours::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Parcours runs in the browser. Start it with: cargo xtask serve");
}
