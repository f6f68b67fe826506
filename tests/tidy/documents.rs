//! The documents keep step with the code.

use std::collections::BTreeSet;
use std::fs;

use crate::expect_none;
use crate::files::{read, root};

const MANIFESTS: [&str; 4] =
    ["Cargo.toml", "bench/Cargo.toml", "xtask/Cargo.toml", "tests/e2e/Cargo.toml"];

#[test]
fn the_architecture_names_every_folder() {
    let text = read("ARCHITECTURE.md").text;
    let entries = fs::read_dir(root().join("src")).unwrap().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| format!("src/{}/", entry.file_name().to_string_lossy()));
    let missing = names.filter(|name| !text.contains(&format!("`{name}`")));
    expect_none(
        &missing.map(|name| format!("ARCHITECTURE.md: no word about {name}")).collect::<Vec<_>>(),
    );
}

#[test]
fn the_architecture_gives_a_reason_for_every_dependency() {
    let text = read("ARCHITECTURE.md").text;
    let names: BTreeSet<String> =
        MANIFESTS.iter().flat_map(|path| dependencies(&read(path).text)).collect();
    assert!(names.contains("web-sys") && names.contains("serde"), "the manifest is not understood");
    let missing = names.iter().filter(|name| !text.contains(&format!("| `{name}` |")));
    expect_none(
        &missing.map(|name| format!("ARCHITECTURE.md: no row for {name}")).collect::<Vec<_>>(),
    );
}

#[test]
fn the_architecture_cites_only_tests_that_exist() {
    let text = read("ARCHITECTURE.md").text;
    let mut code = String::new();
    for folder in ["src", "tests", "xtask"] {
        crate::files::below(folder, ".rs").iter().for_each(|file| code.push_str(&file.text));
    }
    let cited = text.split('`').skip(1).step_by(2).filter(|word| is_test_name(word));
    let crates: Vec<String> =
        MANIFESTS.iter().flat_map(|path| dependencies(&read(path).text)).collect();
    let cited = cited.filter(|name| !crates.iter().any(|other| other == name));
    let missing = cited.filter(|name| !code.contains(&format!("fn {name}(")));
    expect_none(
        &missing.map(|name| format!("ARCHITECTURE.md: no test {name}")).collect::<Vec<_>>(),
    );
}

/// Test names are sentences: three words or more.
fn is_test_name(word: &str) -> bool {
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    word.chars().all(plain) && word.matches('_').count() >= 3
}

/// The names of a manifest's dependencies of every kind.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            inside = header.ends_with("dependencies");
            if let Some((_, name)) = header.split_once("dependencies.") {
                names.push(name.to_owned());
            }
        } else if let Some((name, _)) = line.split_once(" = ")
            && inside
        {
            names.push(name.to_owned());
        }
    }
    names
}
