//! What is broken is told with its place and cause.

use parcours::examples::POST_PURCHASE;
use parcours::format::{MAX_BYTES, ReadError, read};
use parcours::model::value::Type;
use proptest::prelude::*;

/// The example with one text in it replaced.
fn with(from: &str, to: &str) -> String {
    assert!(POST_PURCHASE.json().contains(from), "the example has no {from}");
    POST_PURCHASE.json().replacen(from, to, 1)
}

fn error(text: &[u8]) -> String {
    read(text).err().map_or_else(|| "nothing is wrong".into(), |error| error.to_string())
}

#[test]
fn each_broken_file_is_told_with_path_and_cause() {
    let cases: [(&str, &str, &str); 43] = [
        // A setting that is not one, is missing, or comes twice.
        (
            "\"type\": \"exit\"}",
            "\"type\": \"exit\", \"colour\": 1}",
            "line 139, column 67, at `journeys[1].tiles[0].branches[0].tiles[1].yes[0].colour`: there is no setting `colour` here",
        ),
        ("  \"nextId\": 43,\n", "", "at `.`: `nextId` is missing"),
        (
            "\"required\": true},",
            "\"required\": true, \"required\": true},",
            "line 8, column 82, at `fields[0]`: `required` is given twice",
        ),
        ("\"name\": \"Full name\", ", "", "at `fields[0]`: `name` is missing"),
        (
            "\"a6\": \"64.90\"",
            "\"a6\": \"1\", \"a6\": \"2\"",
            "at `events[0].values`: `a6` is given twice",
        ),
        ("\"url\"", "\"address\"", "at `environment.address`: there is no setting `address` here"),
        // A record is an object, never a list of its settings.
        (
            "{\"count\": 3, \"unit\": \"days\"}",
            "[3, \"days\"]",
            "line 132, column 59, at `journeys[1].tiles[0].branches[0].tiles[0].duration`: expected an object, found a list",
        ),
        // A path of more than five hops.
        (
            "{\"contact\": \"c4\"}",
            "{\"column\": {\"of\": {\"contact\": \"c4\"}, \"path\": [\"k1\", \"k1\", \"k1\", \"k1\", \"k1\", \"k1\"]}}",
            "a path goes through 1 to 5 columns, and this one through 6",
        ),
        // A choice that is none.
        (
            "\"unit\": \"days\"",
            "\"unit\": \"months\"",
            "at `journeys[1].entry.repeat.after.unit`: `months` is none of the choices: minutes, hours, days, weeks",
        ),
        (
            "\"type\": \"wait\"",
            "\"type\": \"delay\"",
            "at `journeys[1].tiles[0].branches[0].tiles[0].type`: `delay` is none of the choices: attributeBranch,",
        ),
        (
            "\"type\": \"number\"",
            "\"type\": \"integer\"",
            "at `fields[1].type`: `integer` is none of the choices: text, number, trueFalse, dateTime, entityReference",
        ),
        (
            "\"operator\": \"=\"",
            "\"operator\": \"==\"",
            "at `journeys[0].tiles[0].branches[0].condition.all[0].operator`: `==` is none of the choices",
        ),
        (
            "\"state\": \"ready\"",
            "\"state\": \"live\"",
            "at `triggers[0].state`: `live` is none of the choices: draft, ready, stopped",
        ),
        (
            "\"repeat\": \"atOnce\"",
            "\"repeat\": \"always\"",
            "at `journeys[0].entry.repeat`: `always` is none of the choices: never, atOnce, after",
        ),
        (
            "{\"contact\": \"c4\"}",
            "{\"lead\": \"c4\"}",
            "condition.all[0].source`: `lead` is none of the choices: contact, received, incoming, column, receivedBinding, incomingBinding, journey",
        ),
        // Another kind of value.
        (
            "\"fields\": [",
            "\"fields\": null, \"x\": [",
            "at `fields`: expected a list, found nothing (`null`)",
        ),
        (
            "\"count\": 30",
            "\"count\": \"30\"",
            "at `journeys[1].entry.repeat.after.count`: expected a whole number, found a text",
        ),
        (
            "\"required\": true",
            "\"required\": \"yes\"",
            "at `fields[0].required`: expected `true` or `false`, found a text",
        ),
        (
            "\"name\": \"Post-purchase\"",
            "\"name\": 7",
            "at `name`: expected a text, found a number",
        ),
        (
            "{\"name\": \"Production\"",
            "7, \"x\": {\"name\": \"Production\"",
            "at `environment`: expected an object, found a number",
        ),
        (
            "\"repeat\": \"atOnce\"",
            "\"repeat\": 1",
            "at `journeys[0].entry.repeat`: expected a text or an object, found a number",
        ),
        (
            "\"on\": true",
            "\"on\": {}",
            "at `flows[0].on`: expected `true` or `false`, found an object",
        ),
        // A choice with what belongs to another one, or with two.
        (
            "\"repeat\": \"atOnce\"",
            "\"repeat\": \"after\"",
            "at `journeys[0].entry.repeat`: expected an object, found a text",
        ),
        (
            "\"repeat\": \"atOnce\"",
            "\"repeat\": {\"never\": true}",
            "at `journeys[0].entry.repeat`: expected a text, found an object",
        ),
        (
            "{\"contact\": \"c4\"}",
            "{\"contact\": \"c4\", \"incoming\": \"a6\"}",
            "condition.all[0].source`: expected a text or an object, found an object",
        ),
        // A text that is none.
        (
            "\"name\": \"Post-purchase\"",
            "\"name\": \"\\ud83d\"",
            "at `name`: unexpected end of hex escape",
        ),
        // A number that does not fit.
        (
            "\"count\": 30",
            "\"count\": -1",
            "at `journeys[1].entry.repeat.after.count`: -1 is not a whole number from 0",
        ),
        (
            "\"count\": 30",
            "\"count\": 2.5",
            "at `journeys[1].entry.repeat.after.count`: 2.5 is not a whole number from 0",
        ),
        (
            "\"count\": 30",
            "\"count\": 5000000000",
            "at `journeys[1].entry.repeat.after.count`: 5000000000 is not a whole number from 0",
        ),
        (
            "\"count\": 30",
            "\"count\": 1e400",
            "at `journeys[1].entry.repeat.after.count`: 1e400 is not a whole number from 0",
        ),
        (
            "\"share\": \"20\"",
            "\"share\": \"a fifth\"",
            "line 113, column 53, at `journeys[1].goal.target.share`: `a fifth` is not a number",
        ),
        // An id that does not fit.
        (
            "\"trigger\": \"t8\"",
            "\"trigger\": \"j8\"",
            "at `journeys[0].tiles[0].branches[0].tiles[0].trigger`: `j8` is not an id here: expected `t` and a number",
        ),
        (
            "\"id\": \"c2\"",
            "\"id\": \"c1\"",
            "line 9, column 12, at `fields[1].id`: the number of `c1` names something else already, at `fields[0]`",
        ),
        (
            "\"id\": \"c2\"",
            "\"id\": \"\\u00631\"",
            "line 9, column 12, at `fields[1].id`: the number of `c1` names something else already, at `fields[0]`",
        ),
        (
            "\"id\": \"n20\"",
            "\"id\": \"n24\"",
            "at `journeys[1].tiles[0].id`: the number of `n24` names something else already, at `journeys[0].tiles[0].branches[0].tiles[0]`",
        ),
        (
            "\"id\": \"s32\"",
            "\"id\": \"s5\"",
            "at `flows[0].steps[1].id`: the number of `s5` names something else already, at `triggers[0]`",
        ),
        (
            "\"nextId\": 43",
            "\"nextId\": 42",
            "line 6, column 13, at `nextId`: must be greater than 42",
        ),
        (
            "\"nextId\": 43",
            "\"nextId\": 4294967295",
            "at `nextId`: must be greater than 42 (the greatest number in use), and at most 2000000000",
        ),
        (
            "\"id\": \"e36\"",
            "\"id\": \"e2000000000\"",
            "at `events[1].id`: the number of `e2000000000` is greater than 1999999999",
        ),
        // A setting of another type of tile or step.
        (
            "\"type\": \"exit\"}",
            "\"type\": \"exit\", \"yes\": []}",
            "tiles[1].yes[0].yes`: there is no setting `yes` here",
        ),
        (
            ", \"duration\": {\"count\": 3, \"unit\": \"days\"}",
            "",
            "at `journeys[1].tiles[0].branches[0].tiles[0]`: `duration` is missing",
        ),
        (
            "\"table\": \"phonecall\"",
            "\"variable\": \"phonecall\"",
            "at `flows[0].steps[1].variable`: there is no setting `variable` here",
        ),
        (
            "{\"source\": {\"contact\": \"c4\"}, ",
            "{\"any\": [], \"source\": {\"contact\": \"c4\"}, ",
            "condition.all[0].any`: there is no setting `any` here",
        ),
    ];
    let wrong = cases.into_iter().filter_map(|(from, to, expected)| {
        let told = error(with(from, to).as_bytes());
        let wrong = || format!("{from} -> {to}\n    told: {told}\nexpected: {expected}");
        (!told.contains(expected)).then(wrong)
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn what_is_no_workspace_is_told_as_what_it_is() {
    let cases: [(&[u8], &str); 17] = [
        (b"", "line 1, column 1: not JSON: EOF"),
        (b"   \n ", "not JSON: EOF"),
        (b"nonsense", "line 1, column 2: not JSON: expected ident"),
        (b"\0\0\0\0", "line 1, column 1: not JSON: expected value"),
        (b"{\"format\": \"parcours.workspace\",\n\"name\": \"a\0b\"}", "line 2, column 10: not JSON: control character"),
        (b"{\"format\": \"parcours.workspace\"} {}", "not JSON: trailing characters"),
        (b"{\"format\": \"parcours.workspace\",}", "line 1, column 33: not JSON: key must be"),
        (b"{\"format\":\n \"\xFF\"}", "line 2, column 3: not text in UTF-8"),
        (b"\x1F\x8B\x08\x00", "line 1, column 2: not text in UTF-8"),
        (b"[]", "not a Parcours file: its `format` is missing, not `parcours.workspace`"),
        (b"null", "its `format` is missing"),
        (br#"{"name": "left-pad", "version": "1.3.0", "main": "index.js"}"#, "its `format` is missing"),
        (br#"{"definition": {"$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#", "triggers": {}}}"#, "its `format` is missing"),
        (br#"{"format": "excalidraw", "version": 2}"#, "its `format` is `excalidraw`, not `parcours.workspace`"),
        (br#"{"format": "parcours.journey", "version": 1}"#, "this is a journey file, not a workspace file"),
        (br#"{"format": "parcours.workspace", "version": 2, "lanes": []}"#, "the file has version 2; this Parcours reads up to version 1"),
        (br#"{"format": "parcours.workspace", "version": "1"}"#, "line 1, column 45, at `version`: \"1\" is not a whole number"),
    ];
    let wrong = cases.into_iter().filter_map(|(text, expected)| {
        let told = error(text);
        let text = String::from_utf8_lossy(text);
        (!told.contains(expected))
            .then(|| format!("{text}\n    told: {told}\nexpected: {expected}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_not_json() {
    let text = POST_PURCHASE.json();
    for end in (0..text.len() - 2).step_by(37).filter(|&end| text.is_char_boundary(end)) {
        let told = read(&text.as_bytes()[..end]);
        assert!(matches!(told, Err(ReadError::NotJson { .. })), "cut at {end}: {told:?}");
    }
}

#[test]
fn deep_nesting_is_refused_before_it_can_overflow_the_stack() {
    let deep = |tile: &str, end: &str| {
        with(
            "{\"id\": \"n28\", \"type\": \"exit\"}",
            &(tile.repeat(100_000) + &end.repeat(100_000)),
        )
    };
    for text in [deep("[", "]"), deep("{\"other\": [", "]}"), "[".repeat(1_000_000)] {
        assert!(matches!(read(text.as_bytes()), Err(ReadError::TooDeep(_))));
    }
}

#[test]
fn a_huge_file_is_refused_unread() {
    let error = read(&vec![b' '; MAX_BYTES + 1]).unwrap_err();
    assert_eq!(error, ReadError::TooLarge { bytes: MAX_BYTES + 1, most: MAX_BYTES });
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = format!("\u{feff}{}", POST_PURCHASE.json());
    assert_eq!(read(text.as_bytes()), read(POST_PURCHASE.json().as_bytes()));
}

#[test]
fn what_the_checker_judges_can_be_read() {
    let dangling = with("\"trigger\": \"t8\"", "\"trigger\": \"t999\"");
    let workspace = read(dangling.as_bytes()).unwrap();
    assert_ne!(workspace, read(POST_PURCHASE.json().as_bytes()).unwrap());
    let text_to_number =
        with("\"Phone number\", \"type\": \"number\"", "\"Phone number\", \"type\": \"text\"");
    let workspace = read(text_to_number.as_bytes()).unwrap();
    let phone = workspace.fields.values().find(|field| field.name == "Phone number").unwrap();
    assert_eq!(phone.ty, Type::Text);
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_change_of_a_file_makes_the_reader_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..8)
    ) {
        let mut bytes = POST_PURCHASE.json().as_bytes().to_vec();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes[at] = b"0\"{}[],:- "[usize::from(byte) % 10],
                2 => drop(bytes.remove(at)),
                _ => drop(bytes.drain(at..(at + usize::from(byte)).min(bytes.len()))),
            }
            if bytes.is_empty() {
                break;
            }
        }
        if let Err(error) = read(&bytes) {
            let (id, _) = error.message();
            prop_assert!(id.starts_with("file-"));
        }
    }
}
