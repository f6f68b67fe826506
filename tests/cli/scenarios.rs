//! `parcours test`.

use serde_json::Value;

use crate::program::{EXAMPLE, example, golden, parcours, with_input};

/// The example with scenarios of which one fails and one cannot be run.
fn failing() -> String {
    let text = example();
    let failing = text.replacen("\"branch\": \"other\"", "\"branch\": \"b19\"", 1).replacen(
        "\"at\": \"2026-03-02T10:15:00Z\"",
        "\"at\": \"later\"",
        2,
    );
    assert_ne!(failing, text, "the example has changed");
    failing
}

#[test]
fn scenarios_that_pass_are_fine() {
    let ended = parcours(&["test", EXAMPLE]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    golden("test-fine.txt", &ended.out);
}

#[test]
fn what_differs_is_named_and_makes_the_exit_code_1() {
    let ended = with_input(&["test", "-"], &failing());
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    golden("test-failing.txt", &ended.out);
}

#[test]
fn build_servers_read_the_outcome() {
    let ended = with_input(&["test", "--junit", "-", "-"], &failing());
    assert_eq!(ended.code, 1);
    golden("test-failing.xml", &ended.out);
}

#[test]
fn the_outcome_comes_as_json() {
    let ended = with_input(&["test", "--format", "json", "-"], &failing());
    assert_eq!(ended.code, 1);
    let found: Value = serde_json::from_str(&ended.out).unwrap();
    let scenarios = &found["files"][0]["scenarios"];
    assert_eq!(scenarios[0]["passed"], false);
    assert_eq!(scenarios[0]["differences"][0]["tile"], "n18");
    assert!(scenarios[1]["broken"].is_string());
}

#[test]
fn one_scenario_can_be_run_alone() {
    let ended = with_input(&["test", "-", "--scenario", "client 2 is called"], &example());
    assert_eq!(ended.code, 0);
    assert!(ended.out.contains("\n1 scenario, 0 failed"), "{}", ended.out);
    let unknown = with_input(&["test", "-", "--scenario", "Client 3"], &example());
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("“Client 1 is nurtured”"), "{}", unknown.err);
}
