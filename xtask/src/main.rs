//! The project's own commands: `cargo xtask --help`.

mod bench;
mod bundle;
mod finish;
mod imports;
mod order;
mod setup;
mod shell;
mod split;
mod suites;

use std::process::ExitCode;

use setup::Purpose;
use shell::{Outcome, command, run};

const HELP: &str = "\
The project's own commands.

  cargo xtask serve [--release] [--port N] [--no-open]
                         installs what is missing, serves the app, opens it
  cargo xtask build      builds the site into dist/ and weighs it
  cargo xtask test [lint|native|browser|bundle|e2e [NAME]] [--quick]
                         runs all tests, or one suite, or the tests with NAME in
                         their names; --quick tests a debug build of the site
  cargo xtask shot [NAME] [--lang fr] [--dark] [--width N]
                         saves a picture of the built site's start page
  cargo xtask bench [race [CONTACTS] | curve | layout | check | instructions [--accept] | page]
                         how fast the engine is: beside a program written by hand,
                         over contacts and tiles, in instructions, in a browser;
                         and how fast the layout and the checker are
  cargo xtask setup      installs what building and testing need
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    match words {
        [] | ["help" | "--help" | "-h", ..] => {
            print!("{HELP}");
            Ok(())
        }
        [_, rest @ ..] if rest.iter().any(|word| ["--help", "-h"].contains(word)) => {
            print!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve(options),
        ["build"] => {
            setup::run_for(Purpose::Release)?;
            bundle::run_release()
        }
        ["test", rest @ ..] => suites::run(rest),
        ["bench", rest @ ..] => bench::start(rest),
        ["shot", rest @ ..] => shot(rest),
        ["setup"] => setup::run_for(Purpose::Test),
        ["finish"] => finish::run(),
        [unknown, ..] => Err(format!("no command {unknown}\n\n{HELP}")),
    }
}

fn serve(options: &[&str]) -> Outcome {
    let release = options.contains(&"--release");
    setup::run_for(if release { Purpose::Release } else { Purpose::Develop })?;
    println!("Building and serving; the first build takes some minutes, the next seconds.");
    let mut trunk = command("trunk", &["serve"]);
    let mut words = options.iter();
    let mut open = true;
    while let Some(word) = words.next() {
        match *word {
            "--release" => drop(trunk.arg("--release")),
            "--no-open" => open = false,
            "--port" => {
                let port = words.next().ok_or("--port needs a number")?;
                trunk.args(["--port", port]);
            }
            unknown => return Err(format!("serve has no option {unknown}\n\n{HELP}")),
        }
    }
    if open {
        trunk.arg("--open");
    }
    run(trunk.env_remove("NO_COLOR"))
}

fn shot(options: &[&str]) -> Outcome {
    setup::run_for(Purpose::Test)?;
    let mut cargo = command("cargo", &["run", "--quiet", "--package=e2e", "--bin=shot", "--"]);
    run(cargo.args(options))
}
