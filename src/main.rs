//! Parcours: in the browser the app, elsewhere the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    parcours::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    parcours::cli::main()
}
