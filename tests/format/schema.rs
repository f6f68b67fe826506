//! The committed JSON Schema says what the reader and the writer do, and every
//! version of the files has fixtures that are read forever.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jsonschema::Validator;
use parcours::examples::{EXAMPLES, POST_PURCHASE};
use parcours::format::{
    FileKind, SCHEMA, VERSION, read, read_journey, write, write_journey, write_tiles,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::generate;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
    jsonschema::draft202012::meta::validate(&schema)
        .map_err(|error| error.to_string())
        .and_then(|()| jsonschema::validator_for(&schema).map_err(|error| error.to_string()))
        .unwrap_or_else(|error| panic!("the schema is broken: {error}"))
}

fn fixtures(version: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/v{version}"));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
}

fn valid(validator: &Validator, text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    validator.validate(&value).map_err(|error| format!("{}: {error}", error.instance_path()))
}

#[test]
fn examples_and_fixtures_follow_the_schema() {
    let validator = validator();
    for example in EXAMPLES {
        assert_eq!(valid(&validator, example.json()), Ok(()), "{}", example.id);
    }
    for path in fixtures(VERSION) {
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(valid(&validator, &text), Ok(()), "{}", path.display());
    }
}

#[test]
fn every_version_has_fixtures_of_both_files_that_read() {
    for version in 1..=VERSION {
        let mut kinds = Vec::new();
        for path in fixtures(version) {
            let text = fs::read_to_string(&path).unwrap();
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(value["version"], version, "{}", path.display());
            if value["format"] == FileKind::Workspace.format() {
                let workspace = read(text.as_bytes()).unwrap();
                assert!(version < VERSION || write(&workspace) == text, "{}", path.display());
                kinds.push(FileKind::Workspace);
            } else {
                read_journey(text.as_bytes()).unwrap();
                kinds.push(FileKind::Journey);
            }
        }
        for kind in [FileKind::Workspace, FileKind::Journey] {
            assert!(kinds.contains(&kind), "version {version} has no fixture of a {kind:?}");
        }
    }
}

/// Every place in a value, as a JSON pointer.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| places(value, format!("{at}/{key}"), found));
        }
        Value::Array(list) => {
            let items = list.iter().enumerate();
            items.for_each(|(index, value)| places(value, format!("{at}/{index}"), found));
        }
        _ => {}
    }
    found.push(at);
}

/// The example and the fixture with every setting, and every place in them.
fn everything() -> Vec<(Value, Vec<String>)> {
    let fixture = include_str!("../fixtures/v1/everything.json");
    let texts = [POST_PURCHASE.json(), fixture].into_iter();
    let values = texts.map(|text| serde_json::from_str(text).unwrap_or_default());
    let found = values.map(|value| {
        let mut found = Vec::new();
        places(&value, String::new(), &mut found);
        (value, found)
    });
    found.collect()
}

#[test]
fn what_is_broken_breaks_the_schema_wherever_it_is() {
    let validator = validator();
    for (example, places) in everything() {
        assert!(places.len() > 200);
        for place in places {
            let mut broken = example.clone();
            // No setting has a fraction as its value, and no object a setting of this name.
            match broken.pointer_mut(&place).unwrap() {
                Value::Object(map) => drop(map.insert("?".into(), Value::from(0.5))),
                other => *other = Value::from(0.5),
            }
            assert!(!validator.is_valid(&broken), "{place}");
            assert!(read(broken.to_string().as_bytes()).is_err(), "{place}");
        }
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_what_may_be_left_out() {
    let validator = validator();
    for (example, places) in everything() {
        for place in places.iter().filter(|place| !place.is_empty()) {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let mut shorter = example.clone();
            if let Some(Value::Object(map)) = shorter.pointer_mut(parent) {
                map.remove(key);
                let readable = read(shorter.to_string().as_bytes());
                assert_eq!(validator.is_valid(&shorter), readable.is_ok(), "{place}: {readable:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_follows_the_schema(w in generate::workspace()) {
        let validator = validator();
        prop_assert_eq!(valid(&validator, &write(&w)), Ok(()));
        for id in w.journeys.keys() {
            prop_assert_eq!(valid(&validator, &write_journey(&w, *id).unwrap()), Ok(()));
            let journey = &w.journeys[id];
            let tiles: Vec<_> = journey.tiles.iter().map(Arc::as_ref).collect();
            let notes: Vec<_> = journey.notes.iter().collect();
            let text = write_tiles(&w, journey, &tiles, &notes);
            prop_assert_eq!(valid(&validator, &text), Ok(()));
        }
    }
}
