//! `parcours check`.

use serde_json::Value;

use crate::program::{EXAMPLE, broken, example, golden, parcours, with_input};

#[test]
fn a_workspace_without_errors_is_fine() {
    let ended = parcours(&["check", EXAMPLE]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    golden("check-fine.txt", &ended.out);
}

#[test]
fn an_error_has_its_place_and_makes_the_exit_code_1() {
    let ended = with_input(&["check", "-"], &broken());
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    golden("check-errors.txt", &ended.out);
}

#[test]
fn findings_are_said_in_french_too() {
    let ended = with_input(&["check", "--lang", "fr", "-"], &broken());
    assert_eq!(ended.code, 1);
    golden("check-errors-fr.txt", &ended.out);
}

#[test]
fn findings_come_as_json() {
    let ended = with_input(&["check", "--format", "json", "-"], &broken());
    assert_eq!(ended.code, 1);
    golden("check-errors.json", &ended.out);
    let found: Value = serde_json::from_str(&ended.out).unwrap();
    assert!(found["problems"].as_array().is_some_and(|problems| !problems.is_empty()));
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let ended = with_input(&["check", "--format", "sarif", "-"], &broken());
    assert_eq!(ended.code, 1);
    let log: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "Parcours");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["level"] == "error"));
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].is_string());
        assert!(place["region"]["startLine"].as_u64().is_some_and(|line| line > 0));
        assert!(place["region"]["startColumn"].as_u64().is_some_and(|column| column > 0));
    }
}

#[test]
fn warnings_can_be_denied() {
    let warned = example().replacen("\"required\": true", "\"required\": false", 1);
    assert_ne!(warned, example(), "the example has changed");
    assert_eq!(with_input(&["check", "-"], &warned).code, 0);
    assert_eq!(with_input(&["check", "--deny-warnings", "-"], &warned).code, 1);
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding_with_a_place() {
    let cut = &example()[..700];
    let ended = with_input(&["check", "-"], cut);
    assert_eq!(ended.code, 1);
    golden("check-cut-off.txt", &ended.out);
}

#[test]
fn a_file_that_is_not_there_is_said_and_makes_the_exit_code_2() {
    let ended = parcours(&["check", "tests/nowhere.json"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert!(ended.err.starts_with("parcours: tests/nowhere.json: "), "{}", ended.err);
}

#[test]
fn a_journey_file_is_checked_alone() {
    let ended = parcours(&["check", "tests/fixtures/v1/journey.json"]);
    assert_eq!(ended.err, "");
    assert!(ended.out.contains("error: ") && ended.out.contains("at Everything › Entry"));
}

#[test]
fn what_cannot_be_read_names_its_place_once() {
    for (lang, line) in [("en", "Line"), ("fr", "Ligne")] {
        let ended = with_input(&["check", "--lang", lang, "-"], "{");
        assert_eq!(ended.code, 1);
        assert!(ended.out.contains(":1:"), "{}", ended.out);
        assert!(!ended.out.contains(line), "{}", ended.out);
    }
}
