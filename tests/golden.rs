//! Golden cases: small workspaces in `golden/`, each about one question that the rules
//! answer, with the trace and report that must come out beside it.
//!
//! A case is two files. `NAME.json` is a workspace as the app writes it: draw it there,
//! export it, put it here. `NAME.txt` begins with a head that people write: the
//! question, the answer with its reason, and the lines that show it. What follows the
//! blank line is what comes out, and is written by
//!
//! ```text
//! GOLDEN=write cargo test --test golden
//! ```
//!
//! which cannot change an answer: the lines of the head must stand in what comes out,
//! and the naive interpreter must say the same as the engine.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "golden/all.rs"]
mod all;
#[path = "support/engine.rs"]
mod engine;
mod naive;
#[path = "support/story.rs"]
mod story;
#[path = "support/told.rs"]
mod told;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use all::ALL;
use engine::Run;

/// What a journey means: how many rules of the sections on the document, mappings,
/// conditions, time and activations there are from the beginning. Those that the engine
/// adds are in `docs/semantics.md`.
const FIRST_RULES: [(char, u32); 5] = [('s', 6), ('m', 4), ('c', 4), ('t', 5), ('a', 8)];
/// Rules about what people do with journeys, what a checker says, and files; no run
/// shows them.
const NOT_RUN: [&str; 8] = ["a16", "a18", "b9", "c5", "c6", "m6", "s9", "s10"];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

/// The names of the cases in the folder.
fn names() -> BTreeSet<String> {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let json = files.filter(|file| file.extension().is_some_and(|end| end == "json"));
    json.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn is_writing() -> bool {
    std::env::var("GOLDEN").is_ok_and(|value| value == "write")
}

/// Writes every case in its canonical form, what comes out of it, and the list of all.
#[test]
fn golden_cases_are_written_when_asked() {
    if !is_writing() {
        return;
    }
    let mut list = String::from(
        "//! Every golden case, for tests that cannot read a folder: a browser has none.\n//! Written by `GOLDEN=write cargo test --test golden`.\n\n/// Name, workspace, and head with what comes out.\n#[rustfmt::skip]\npub const ALL: &[(&str, &str, &str)] = &[\n",
    );
    for name in names() {
        let (json, text) =
            (folder().join(format!("{name}.json")), folder().join(format!("{name}.txt")));
        let workspace = parcours::format::read(&fs::read(&json).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        fs::write(&json, parcours::format::write(&workspace)).unwrap();
        let old = fs::read_to_string(&text).unwrap();
        let head = old.split_once("\n\n").map_or(old.trim_end(), |(head, _)| head);
        let told = story::of(&workspace).unwrap_or_else(|| panic!("{name} cannot run"));
        fs::write(&text, format!("{head}\n\n{told}")).unwrap();
        list += &format!(
            "    (\"{name}\", include_str!(\"{name}.json\"), include_str!(\"{name}.txt\")),\n"
        );
    }
    fs::write(folder().join("all.rs"), list + "];\n").unwrap();
}

#[test]
fn every_golden_case_tells_the_story_that_is_written() {
    if is_writing() {
        return;
    }
    let listed: BTreeSet<String> = ALL.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(listed, names(), "GOLDEN=write cargo test --test golden writes the list");
    for (name, json, text) in ALL {
        let workspace = parcours::format::read(json.as_bytes()).unwrap();
        assert_eq!(parcours::format::write(&workspace), *json, "{name}.json is not canonical");
        let told = story::of(&workspace).unwrap();
        let (head, written) = text.split_once("\n\n").unwrap();
        assert_eq!(told, written, "{name}:\n{head}\n");
    }
}

/// The head of a case says what it is about and which lines show the answer.
#[test]
fn every_answer_stands_in_what_comes_out() {
    if is_writing() {
        return;
    }
    for name in names() {
        let text = fs::read_to_string(folder().join(format!("{name}.txt"))).unwrap();
        let (head, told) = text.split_once("\n\n").unwrap();
        let mut lines = head.lines();
        for wanted in ["Question: ", "Answer: "] {
            assert!(lines.next().is_some_and(|line| line.starts_with(wanted)), "{name}: {wanted}");
        }
        let mut shown = 0;
        for line in lines {
            let (sign, line) = line.split_at(2);
            assert!(!line.is_empty(), "{name}: an empty line shows nothing");
            match sign {
                "+ " => assert!(told.contains(line), "{name}: `{line}` is not in\n{told}"),
                "- " => assert!(!told.contains(line), "{name}: `{line}` is in\n{told}"),
                _ => panic!("{name}: a line of the head begins with `+ ` or `- `"),
            }
            shown += 1;
        }
        assert!(shown > 0, "{name}: no line shows the answer");
    }
}

#[test]
fn the_naive_interpreter_tells_every_golden_story_too() {
    if is_writing() {
        return;
    }
    for name in names() {
        let json = fs::read(folder().join(format!("{name}.json"))).unwrap();
        let workspace = parcours::format::read(&json).unwrap();
        let (run, naive) = (Run::of(&workspace).unwrap(), naive::run(&workspace));
        assert_eq!(run.traces(), naive.traces, "{name}");
        let reports = [run.report(), naive.report].map(naive::without_zeros);
        assert_eq!(reports[0], reports[1], "{name}");
    }
}

/// Every rule has a case, and every case names its rule.
#[test]
fn every_rule_has_a_golden_case() {
    let names = names();
    let rule = |name: &String| name.split_once('-').unwrap().0.to_owned();
    let found: BTreeSet<String> = names.iter().map(rule).collect();
    assert_eq!(found, rules());
    assert!(names.len() >= 150, "there are {}", names.len());
}

/// The numbers of all rules that a run follows, and the report.
fn rules() -> BTreeSet<String> {
    let numbered = |(letter, count)| (1..=count).map(move |number| format!("{letter}{number}"));
    let mut rules: BTreeSet<String> = FIRST_RULES.into_iter().flat_map(numbered).collect();
    rules.insert("report".into());
    let added = include_str!("../docs/semantics.md").lines().filter_map(|line| {
        let number = line.strip_prefix("- **")?.split([' ', '.']).next()?.to_lowercase();
        (!NOT_RUN.contains(&number.as_str())).then_some(number)
    });
    rules.extend(added);
    rules
}
