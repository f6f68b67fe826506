//! On wasm32: the app. Natively there is nothing to run yet but a hint.

fn main() {
    eprintln!("Parcours runs in the browser: cargo xtask serve");
}
