//! The Rust sources: headers, layers, length, words. Clippy sees to `unwrap` and
//! its like.

use crate::expect_none;
use crate::files::{File, below, sources};

/// The modules in reading order, each with those that it may read.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("layout", &["model"]),
    ("check", &["model"]),
    ("engine", &["model"]),
    ("format", &["model", "check", "engine"]),
    ("editor", &["model", "layout", "check", "engine", "format"]),
    ("examples", &["model"]),
    ("locale", &["model", "layout", "check", "engine", "format", "editor"]),
    ("cli", &["model", "layout", "check", "engine", "format", "editor", "locale"]),
    ("web", &["model", "layout", "check", "engine", "format", "editor", "examples"]),
    (
        "ui",
        &["model", "layout", "check", "engine", "format", "editor", "examples", "locale", "web"],
    ),
];

/// At most so many lines in a file.
const LENGTH: usize = 400;
/// Files that may be longer, with the reason.
const LONG: &[(&str, &str)] = &[];

#[test]
fn every_module_begins_with_what_it_is_for() {
    let bare = sources().into_iter().filter(|file| !file.text.starts_with("//! "));
    let findings = bare.map(|file| file.finding(1, "begins without a `//!` line"));
    expect_none(&findings.collect::<Vec<_>>());
}

#[test]
fn a_layer_reads_only_what_is_below_it() {
    let mut findings = Vec::new();
    for file in sources() {
        let Some((layer, _)) = file.path.strip_prefix("src/").and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        if layer == "bin" {
            continue;
        }
        let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            findings.push(file.finding(1, "is in a folder that LAYERS does not know"));
            continue;
        };
        for (number, line) in file.code().lines().enumerate() {
            let used = line.split("crate::").skip(1).map(first_word);
            let wrong = used.filter(|name| *name != layer && !below.contains(name));
            findings
                .extend(wrong.map(|name| {
                    file.finding(number + 1, &format!("{layer} must not read {name}"))
                }));
        }
    }
    expect_none(&findings);
}

#[test]
fn paths_are_plain() {
    let forbidden = |line: &str| {
        if line.contains("super::super") {
            Some("climbs two modules: write crate::…")
        } else if line.trim_start().starts_with("pub use ") && line.ends_with("::*;") {
            Some("re-exports everything: name what is public")
        } else {
            None
        }
    };
    expect_none(&find(&sources(), forbidden));
}

#[test]
fn nothing_is_left_for_later() {
    let words =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("dbg", "!(")];
    let forbidden = |line: &str| {
        words
            .iter()
            .any(|word| line.contains(word))
            .then_some("is left for later: do it or drop it")
    };
    expect_none(&find(&everything(), forbidden));
}

#[test]
fn lines_end_clean_and_are_indented_with_spaces() {
    let forbidden = |line: &str| {
        if line.ends_with([' ', '\t']) {
            Some("ends with a space")
        } else if line.contains('\t') {
            Some("has a tab")
        } else {
            None
        }
    };
    expect_none(&find(&everything(), forbidden));
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    let homes =
        ["ho|me", "ro|ot", "Us|ers", "wo|rk"].map(|name| format!("/{}/", name.replace('|', "")));
    let forbidden = |line: &str| {
        let found = homes.iter().any(|home| {
            let starts = |before: &str| before.ends_with([' ', '"', '\'', '`', '(', '=']);
            line.split_once(home).is_some_and(|(before, _)| before.is_empty() || starts(before))
        });
        found.then_some("names a folder of one machine")
    };
    expect_none(&find(&everything(), forbidden));
}

#[test]
fn files_stay_short() {
    let mut findings = Vec::new();
    for file in sources() {
        let lines = file.text.lines().count();
        let excused = LONG.iter().any(|(path, _)| *path == file.path);
        if lines > LENGTH && !excused {
            findings.push(file.finding(lines, "is too long: split it, or give the reason in LONG"));
        }
        if lines <= LENGTH && excused {
            findings.push(file.finding(lines, "is short enough now: take it out of LONG"));
        }
    }
    expect_none(&findings);
}

/// Everything that people write here.
fn everything() -> Vec<File> {
    let places = [
        ("src", ".rs"),
        ("src", ".ftl"),
        ("style", ".css"),
        ("style", ".js"),
        ("tests", ".rs"),
        ("xtask", ".rs"),
        ("docs", ".md"),
    ];
    let mut files: Vec<File> =
        places.into_iter().flat_map(|(folder, ending)| below(folder, ending)).collect();
    files.extend(
        ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "index.html"].map(crate::files::read),
    );
    files
}

fn find(files: &[File], forbidden: impl Fn(&str) -> Option<&'static str>) -> Vec<String> {
    let in_file = |file: &File| {
        let finding = |(number, line)| Some(file.finding(number, forbidden(line)?));
        file.lines().filter_map(finding).collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

fn first_word(path: &str) -> &str {
    path.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}
