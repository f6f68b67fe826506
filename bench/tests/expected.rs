//! Both programs give what is expected, to the checksum.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bench::outcome::Outcome;
use bench::{CASES, EXPECTED_10000, EXPECTED_CASES, by_engine, by_hand};
use parcours::examples::workload;
use parcours::format::report::write_report;
use parcours::model::id::{JourneyId, TileId};
use sha2::{Digest, Sha256};

fn by_hand(text: &str) -> Outcome {
    let contacts = by_hand::read(text);
    let (mut a, mut b) = (by_hand::Ends::new(contacts.len()), by_hand::Ends::new(contacts.len()));
    let paths = by_hand::simulate(&contacts, &mut a, &mut b);
    by_hand::outcome(&contacts, &paths, &a, &b)
}

fn by_engine(text: &str, threads: usize) -> Outcome {
    let workload = by_engine::Workload::new().unwrap();
    let data = workload.read(text.as_bytes(), workload::events(text).as_bytes()).unwrap();
    let ends = (0..threads).map(|_| by_engine::Ends::new(data.contacts()));
    by_engine::outcome(&workload.run(&data, ends.collect()), &data)
}

fn expect(outcome: &Outcome, expected: &str) {
    let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
    assert_eq!(outcome.to_json(), expected);
}

#[test]
fn the_edge_cases_come_out_as_expected() {
    expect(&by_hand(CASES), EXPECTED_CASES);
    expect(&by_engine(CASES, 1), EXPECTED_CASES);
}

#[test]
fn ten_thousand_contacts_come_out_as_expected_on_any_number_of_threads() {
    let text = workload::file(10_000);
    expect(&by_hand(&text), EXPECTED_10000);
    for threads in [1, 2, 3, 8] {
        expect(&by_engine(&text, threads), EXPECTED_10000);
    }
}

/// The page compares with it, which keeps counts alone.
#[test]
fn the_report_of_what_is_expected_is_known_to_the_byte() {
    let text = workload::file(10_000);
    let workload = by_engine::Workload::new().unwrap();
    let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes()).unwrap();
    let ran = workload.run(&data, vec![by_engine::Ends::new(data.contacts())]);
    expect(&by_engine::outcome(&ran, &data), EXPECTED_10000);
    assert_eq!(write_report(&ran.report).trim_end(), workload::REPORT_10000.trim_end());
}

#[test]
fn how_long_things_took_is_counted_in_steps() {
    let text = workload::file(10_000);
    let workload = by_engine::Workload::new().unwrap();
    let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes()).unwrap();
    let ran = workload.run(&data, vec![by_engine::Ends::default(), by_engine::Ends::default()]);
    let stay = |tile| Vec::from_iter(ran.report.tiles[&TileId(tile)].stay.counts.clone());
    // A.wait_1d, A.wait_2h, A.rewards, B.wait_12h.
    assert_eq!(stay(3), [(1_440, 5_530)]);
    assert_eq!(stay(7), [(240, 4_470)]);
    assert_eq!(stay(2), []);
    assert_eq!(stay(16).last().unwrap().0, 720);
    let journey = &ran.report.journeys[&JourneyId(41)];
    let days: Vec<(String, u64)> =
        journey.entered_on.iter().map(|(day, count)| (day.to_string(), *count)).collect();
    assert_eq!(days, [("2026-01-01".to_owned(), 10_000)]);
}

#[test]
fn the_contacts_are_the_same_for_everyone() {
    let hash = |count| -> String {
        let digest = Sha256::digest(workload::file(count));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    assert_eq!(hash(1_000), "f7371b151c5f891674769eb161a55c76619e96b7ae35dcb6144ec43706b2bfa3");
    assert_eq!(hash(10_000), "2b1aba1d81f489e8bddb7a37dfc3d8fb0cb6b052589375e3152560c611a8175c");
}
