//! The command line: the same checker, engine and files as in the browser, for
//! people who keep journeys in git.
//!
//! **Invariant:** what a command finds goes to standard output, everything about
//! the command itself to standard error. The exit code is 0 when all is well, 1
//! when something was found, and 2 when the command could not do its work.
//!
//! Its own words are English; findings are said in the language that is asked for.

mod args;
mod check;
mod diff;
mod fail;
mod files;
mod flow;
mod fmt;
mod junit;
mod outline;
mod parallel;
mod picture;
mod problems;
mod sarif;
mod simulate;
mod summary;
mod test;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use fail::Fail;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// Something was found that should not be.
    Found,
}

/// Reads the arguments of this process and does what they ask for.
pub fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        // Whoever reads the output has read enough.
        Err(Fail::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parcours: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<Outcome, Fail> {
    let out = &mut io::stdout().lock();
    let outcome = match args.command {
        Command::Check(check) => check::run(&check, out)?,
        Command::Simulate(simulate) => simulate::run(&simulate, out)?,
        Command::Test(test) => test::run(&test, out)?,
        Command::Diff(diff) => diff::run(&diff, out)?,
        Command::Outline(outline) => outline::run(&outline, out)?,
        Command::Picture(picture) => picture::run(&picture, out)?,
        Command::Flow(flow) => flow::run(&flow, out)?,
        Command::Fmt(fmt) => fmt::run(&fmt, out)?,
        Command::Schema => {
            out.write_all(crate::format::SCHEMA.as_bytes())?;
            Outcome::Fine
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "parcours", out);
            Outcome::Fine
        }
    };
    out.flush()?;
    Ok(outcome)
}
