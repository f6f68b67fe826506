//! The project's own commands: `cargo xtask --help`.

mod csp;

use std::process::ExitCode;

/// What a command says: nothing, or why it failed.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    match csp::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
