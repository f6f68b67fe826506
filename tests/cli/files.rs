//! `parcours fmt`, `outline` and `schema`.

use std::fs;

use parcours::format::SCHEMA;

use crate::program::{EXAMPLE, example, golden, parcours, scratch, with_input};

#[test]
fn a_file_is_written_in_its_canonical_form() {
    let path = scratch("fmt.json", &example().replace("  ", "\t"));
    let check = parcours(&["fmt", "--check", &path]);
    assert_eq!((check.code, check.out.trim()), (1, path.as_str()));
    let ended = parcours(&["fmt", &path]);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), example());
    assert_eq!(parcours(&["fmt", "--check", &path]).code, 0);
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let ended = with_input(&["fmt", "-"], &example().replace('\n', "\r\n"));
    assert_eq!((ended.code, ended.out), (0, example()));
}

#[test]
fn a_journey_file_has_a_canonical_form_too() {
    let ended = parcours(&["fmt", "--check", "tests/fixtures/v1/journey.json"]);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "", ""));
}

#[test]
fn a_file_that_cannot_be_read_is_left_alone() {
    let path = scratch("broken.json", "{");
    let ended = parcours(&["fmt", &path]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert!(ended.err.contains("broken.json:"), "{}", ended.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "{");
}

#[test]
fn a_journey_is_outlined() {
    let ended = parcours(&["outline", EXAMPLE]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    golden("outline.txt", &ended.out);
    let one = parcours(&["outline", EXAMPLE, "--journey", "nurture"]);
    assert!(ended.out.ends_with(&format!("\n\n{}", one.out)) && one.out.starts_with("Nurture"));
}

#[test]
fn everything_that_a_journey_can_have_is_outlined() {
    let ended = parcours(&["outline", "tests/fixtures/v1/everything.json"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    for line in ["Everything (", "\n\nUnfinished (", "Entry: (no trigger)", "exit when: "] {
        assert!(ended.out.contains(line), "{}", ended.out);
    }
}

#[test]
fn a_journey_that_is_not_there_is_answered_with_those_that_are() {
    let ended = parcours(&["outline", EXAMPLE, "--journey", "Nurtur"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    golden("unknown-journey.txt", &ended.err);
}

#[test]
fn the_schema_is_printed() {
    let ended = parcours(&["schema"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, SCHEMA));
}

#[test]
fn a_flow_is_written_as_a_workflow_definition() {
    let ended = parcours(&["flow", EXAMPLE, "call the NEW shopper"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    golden("flow.definition.json", &ended.out);
    assert_eq!(parcours(&["flow", EXAMPLE, "f30"]).out, ended.out);
    let gone = parcours(&["flow", EXAMPLE, "Nobody"]);
    assert_eq!(gone.code, 2);
    assert!(gone.err.contains("there is no flow “Nobody”; there are: “Call"), "{}", gone.err);
}

#[test]
fn a_journey_is_drawn() {
    for (format, file) in [("svg", "picture.svg"), ("mermaid", "picture.mmd")] {
        let one = ["picture", EXAMPLE, "--journey", "post-purchase", "--format", format];
        let ended = parcours(&one);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        golden(file, &ended.out);
    }
    let french = parcours(&["picture", EXAMPLE, "--format", "mermaid", "--lang", "fr"]);
    assert!(
        french.out.contains("|\"Non\"|") || french.out.contains("|\"Autre\"|"),
        "{}",
        french.out
    );
}
