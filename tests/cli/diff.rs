//! `parcours diff`.

use crate::program::{EXAMPLE, example, golden, parcours, scratch, with_input};

/// The example after some edits.
fn edited() -> String {
    let edits = [
        (
            "\"duration\": {\"count\": 3, \"unit\": \"days\"}",
            "\"duration\": {\"count\": 1, \"unit\": \"days\"}",
        ),
        ("\"name\": \"Buys again within 30 days?\"", "\"name\": \"Buys again?\""),
        ("\"operands\": [\"Post-purchase journey\"]", "\"operands\": [\"Post-purchase\"]"),
        ("\"yes\": [{\"id\": \"n28\", \"type\": \"exit\"}]", "\"yes\": []"),
        ("\"no\": []", "\"no\": [{\"id\": \"n200\", \"type\": \"exit\"}]"),
        ("\"target\": {\"share\": \"20\"}", "\"target\": {\"share\": \"25\"}"),
        (
            "\"a14\": {\"fixed\": \"Post-purchase journey\"}",
            "\"a14\": {\"fixed\": \"Post-purchase\"}",
        ),
        ("\"repeat\": {\"after\": {\"count\": 30, \"unit\": \"days\"}}", "\"repeat\": \"never\""),
    ];
    let mut text = example();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text.replacen("\"nextId\": ", "\"nextId\": 9", 1)
}

#[test]
fn nothing_is_different_between_a_file_and_itself() {
    let ended = parcours(&["diff", EXAMPLE, EXAMPLE]);
    assert_eq!((ended.code, ended.out.as_str(), ended.err.as_str()), (0, "", ""));
}

#[test]
fn what_is_different_is_told_tile_by_tile() {
    let path = scratch("diff.json", &edited());
    let ended = parcours(&["diff", EXAMPLE, &path]);
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    golden("diff.txt", &ended.out);
    let json = parcours(&["diff", EXAMPLE, &path, "--format", "json"]);
    assert_eq!(json.code, 1);
    golden("diff.json", &json.out);
    let piped = with_input(&["diff", "-", &path], &example());
    assert_eq!((piped.code, piped.out), (1, ended.out));
}

#[test]
fn two_journeys_of_one_file_are_compared() {
    let ended = parcours(&["diff", EXAMPLE, "--journey", "nurture", "--with", "j16"]);
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    golden("diff-two.txt", &ended.out);
    let same = parcours(&["diff", EXAMPLE, "--journey", "j22", "--with", "nurture"]);
    assert!(same.code == 0 && same.out.contains("nothing is different"), "{}", same.out);
}
