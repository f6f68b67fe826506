//! The worker: runs simulations beside the page, so that the page stays
//! responsive. It says that it is ready first; what is posted before that is lost.

#[cfg(target_arch = "wasm32")]
fn main() {
    // The page learns it from a file of its own; a build for both knows nothing of that.
    parcours::model::zone::learn(parcours::model::zone::data());
    parcours::web::worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The worker runs in the browser. Start Parcours with: cargo xtask serve");
}
