//! `cargo xtask test`: every suite, its closing lines, and one table at the end.

use std::process::Command;
use std::time::Instant;

use crate::bundle;
use crate::setup::{self, Purpose};
use crate::shell::{Outcome, command, run_and_keep};

const WASM: &str = "--target=wasm32-unknown-unknown";
/// The documentation is for those who work here: it may link to what is private.
const RUSTDOC: &str = "--deny warnings --allow rustdoc::private_intra_doc_links";

/// A group of checks that pass or fail together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// rustfmt.
    Format,
    /// clippy, natively.
    Clippy,
    /// clippy, for the browser.
    ClippyWasm,
    /// rustdoc.
    Docs,
    /// Everything that needs no browser.
    Native,
    /// What needs a browser but no page.
    Browser,
    /// The release build and its weight.
    Bundle,
    /// User stories over the built site.
    EndToEnd,
}

use Suite::{Browser, Bundle, Clippy, ClippyWasm, Docs, EndToEnd, Format, Native};

const ALL: [Suite; 8] = [Format, Clippy, ClippyWasm, Docs, Native, Browser, Bundle, EndToEnd];

/// What one suite came to.
struct Result {
    suite: Suite,
    passed: bool,
    closing: String,
    seconds: u64,
}

/// Runs the suites that the words name: all without a word.
///
/// # Errors
/// When a word is unknown, a tool is missing, or a suite fails.
pub fn run(words: &[&str]) -> Outcome {
    let (suites, filter, quick) = chosen(words)?;
    setup::run_for(purpose(&suites))?;
    let results: Vec<Result> = suites
        .into_iter()
        .map(|suite| {
            println!("\n== {} ==", suite.name());
            let start = Instant::now();
            let (passed, closing) = suite.run(filter, quick);
            println!("{}: {closing}", suite.name());
            Result { suite, passed, closing, seconds: start.elapsed().as_secs() }
        })
        .collect();
    print_table(&results);
    match results.iter().filter(|result| !result.passed).count() {
        0 => Ok(()),
        failed => Err(format!("{failed} of {} suites failed", results.len())),
    }
}

/// The suites, what to narrow them to, and whether a debug build is good enough.
fn chosen<'a>(
    words: &[&'a str],
) -> std::result::Result<(Vec<Suite>, Option<&'a str>, bool), String> {
    let quick = words.contains(&"--quick");
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "--quick").collect();
    let suites = match words.first() {
        None => ALL.to_vec(),
        Some(&"lint") => vec![Format, Clippy, ClippyWasm, Docs],
        Some(&"native") => vec![Native],
        Some(&"browser") => vec![Browser],
        Some(&"bundle") => vec![Bundle],
        Some(&"e2e") => vec![Bundle, EndToEnd],
        Some(word) => {
            return Err(format!("no suite {word}; there are lint, native, browser, bundle, e2e"));
        }
    };
    Ok((suites, words.get(1).copied(), quick))
}

fn purpose(suites: &[Suite]) -> Purpose {
    if suites.contains(&Browser) || suites.contains(&EndToEnd) {
        Purpose::Test
    } else if suites.contains(&Bundle) {
        Purpose::Release
    } else {
        Purpose::Develop
    }
}

impl Suite {
    fn name(self) -> &'static str {
        match self {
            Format => "format",
            Clippy => "clippy",
            ClippyWasm => "clippy wasm32",
            Docs => "docs",
            Native => "native tests",
            Browser => "browser tests",
            Bundle => "release build",
            EndToEnd => "end to end",
        }
    }

    /// Runs it: whether it passed, and what it says at its end.
    fn run(self, filter: Option<&str>, quick: bool) -> (bool, String) {
        if self == Bundle {
            let built = if quick { bundle::build(false) } else { bundle::run_release() };
            return match built {
                Ok(()) if quick => (true, "debug build".to_owned()),
                Ok(()) => (true, "built and weighed".to_owned()),
                Err(message) => (false, message),
            };
        }
        let mut printed = Vec::new();
        for mut command in self.commands(filter) {
            match run_and_keep(&mut command) {
                Ok((true, lines)) => printed.extend(lines),
                Ok((false, lines)) => {
                    printed.extend(lines);
                    return (false, closing(&printed).unwrap_or_else(|| "failed".to_owned()));
                }
                Err(message) => return (false, message),
            }
        }
        (true, closing(&printed).unwrap_or_else(|| "clean".to_owned()))
    }

    fn commands(self, filter: Option<&str>) -> Vec<Command> {
        let cargo = |arguments: &[&str]| command("cargo", arguments);
        let strict = ["--", "--deny", "warnings"];
        let mut commands = match self {
            Format => vec![cargo(&["fmt", "--all", "--check"])],
            Clippy => {
                let mut clippy = cargo(&["clippy", "--workspace", "--all-targets"]);
                clippy.args(strict);
                vec![clippy]
            }
            ClippyWasm => {
                let mut clippy = cargo(&["clippy", WASM, "--lib", "--bins", "--test=web"]);
                clippy.args(strict);
                vec![clippy]
            }
            Docs => vec![
                cargo(&["doc", "--no-deps", "--document-private-items", "--lib"]),
                cargo(&["doc", "--no-deps", "--document-private-items", "--lib", WASM]),
            ],
            Native => {
                let helpers = ["test", "--no-fail-fast", "--package=xtask", "--package=bench"];
                vec![cargo(&["test", "--no-fail-fast"]), cargo(&helpers)]
            }
            Browser => vec![cargo(&["test", WASM, "--test=web"])],
            Bundle => Vec::new(),
            EndToEnd => vec![cargo(&["test", "--no-fail-fast", "--package=e2e"])],
        };
        for command in &mut commands {
            match self {
                Docs => {
                    command.env("RUSTDOCFLAGS", RUSTDOC);
                }
                Native | Browser | EndToEnd => {
                    command.args(filter);
                }
                Format | Clippy | ClippyWasm | Bundle => {}
            }
            if self == EndToEnd {
                command.env("RUST_TEST_THREADS", "2");
            }
        }
        commands
    }
}

/// The sum of the "test result:" lines: what a reader wants to know first.
fn closing(lines: &[String]) -> Option<String> {
    let results: Vec<&String> =
        lines.iter().filter(|line| line.starts_with("test result:")).collect();
    let sum = |word: &str| -> u32 { results.iter().filter_map(|line| count(line, word)).sum() };
    if results.is_empty() {
        return None;
    }
    let (passed, failed, ignored) = (sum("passed"), sum("failed"), sum("ignored"));
    Some(format!("{passed} passed, {failed} failed, {ignored} ignored"))
}

/// The number before that word.
fn count(line: &str, word: &str) -> Option<u32> {
    let before = line.split(word).next().filter(|before| before.len() < line.len())?;
    before.split_whitespace().next_back()?.parse().ok()
}

fn print_table(results: &[Result]) {
    println!("\n{:<16} {:<8} {:>6}  closing words", "suite", "result", "s");
    for result in results {
        let verdict = if result.passed { "ok" } else { "FAILED" };
        let name = result.suite.name();
        println!("{name:<16} {verdict:<8} {:>6}  {}", result.seconds, result.closing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_several_binaries_are_added_up() {
        let lines = [
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "anything else",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured",
        ];
        let lines = lines.map(str::to_owned);
        assert_eq!(closing(&lines).unwrap(), "5 passed, 1 failed, 1 ignored");
        assert_eq!(closing(&lines[1..2]), None);
    }

    #[test]
    fn end_to_end_tests_need_the_site_built_first() {
        let (suites, filter, quick) = chosen(&["e2e", "--quick", "opening"]).unwrap();
        assert_eq!((suites, filter, quick), (vec![Bundle, EndToEnd], Some("opening"), true));
        assert!(chosen(&["everything"]).is_err());
    }
}
