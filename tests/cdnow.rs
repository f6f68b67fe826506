//! The CDNOW example: real orders of a music shop through two chained journeys.
//! The figures that must come out are in `fixtures/cdnow-2000.csv`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "says how long the whole data set takes")]

#[path = "support/figures.rs"]
mod figures;

use std::fs::File;
use std::io::{BufReader, Read};
use std::time::Instant;

use figures::Figures;
use flate2::read::GzDecoder;
use parcours::engine::builder::DatasetBuilder;
use parcours::engine::data::Dataset;
use parcours::engine::find::{Visit, find};
use parcours::engine::plan::Plan;
use parcours::engine::report::{Report, TileCounts};
use parcours::engine::run::{Window, simulate};
use parcours::engine::trace::{What, trace};
use parcours::examples::CDNOW;
use parcours::format::csv::{read_contacts, read_events};
use parcours::format::report::{read_report, write_report};
use parcours::format::trace::{read_trace, trace_csv, write_trace};
use parcours::model::id::TileId;
use parcours::model::tree::Slot;
use parcours::model::workspace::Workspace;

struct Cdnow {
    workspace: Workspace,
    plan: Plan,
    data: Dataset,
    window: Window,
}

impl Cdnow {
    fn read() -> Self {
        let workspace = parcours::format::read(CDNOW.json().as_bytes()).unwrap();
        let mut builder = DatasetBuilder::new(&workspace);
        let contacts = read_contacts(example("contacts"), &workspace, &mut builder).unwrap();
        assert_eq!((contacts.taken, contacts.left_out), (23_570, 0));
        let events = read_events(example("events"), &workspace, &mut builder).unwrap();
        assert_eq!((events.taken, events.left_out), (69_659, 0));
        for reading in [contacts, events] {
            assert!(reading.ignored.is_empty() && reading.absent.is_empty(), "{reading:?}");
        }
        let plan = Plan::compile(&workspace).unwrap();
        let window = Window::of(&workspace.settings.run).unwrap();
        Self { plan, data: builder.finish(), window, workspace }
    }

    fn run(&self, contacts: std::ops::Range<u32>) -> Report {
        let mut report = Report::default();
        simulate(&self.plan, &self.data, contacts, self.window, &mut report);
        assert_eq!(report.conserved(), Ok(()));
        report
    }

    fn figures(&self) -> Figures<'_> {
        Figures { workspace: &self.workspace }
    }
}

fn example(name: &str) -> impl Read {
    let path = format!("{}/examples/cdnow/{name}.csv.gz", env!("CARGO_MANIFEST_DIR"));
    BufReader::new(GzDecoder::new(File::open(path).unwrap()))
}

#[test]
fn the_first_2000_contacts_give_the_expected_figures() {
    let cdnow = Cdnow::read();
    assert_eq!(cdnow.data.name(0), "00001");
    assert_eq!(cdnow.data.name(1999), "02000");
    let report = cdnow.run(0..2000);
    let table = include_str!("fixtures/cdnow-2000.csv");
    assert_eq!(cdnow.figures().compare(&report, table), 24);
}

#[test]
fn t2_any_division_of_the_contacts_gives_the_same_report() {
    let cdnow = Cdnow::read();
    let whole = cdnow.run(0..2000);
    for shards in [2, 7, 2000] {
        let mut sum = Report::default();
        for shard in (0..shards).rev() {
            let range = 2000 * shard / shards..2000 * (shard + 1) / shards;
            sum.merge(&cdnow.run(range));
        }
        assert_eq!(sum, whole, "{shards} shards");
    }
}

#[test]
fn everybody_runs_through() {
    let start = Instant::now();
    let cdnow = Cdnow::read();
    let read = start.elapsed();
    let start = Instant::now();
    let report = cdnow.run(0..cdnow.data.contacts());
    println!("23,570 contacts: read in {read:?}, run in {:?}", start.elapsed());
    assert_eq!(report.contacts, 23_570);
    assert_eq!(report.triggers[&cdnow.figures().trigger("Order placed")].outside, 69_659);
    assert_eq!(report.events_outside, 0);
    assert_eq!(report.journeys[&cdnow.figures().journey("Second order")].entered, 23_570);
}

#[test]
fn those_behind_a_count_are_found_and_their_traces_show_it() {
    let cdnow = Cdnow::read();
    let report = cdnow.run(0..cdnow.data.contacts());
    let tile: TileId = cdnow.figures().tile("Nurture", "Big order in 90 days").id;
    let TileCounts { branches, .. } = &report.tiles[&tile];
    let found = find(&cdnow.plan, &cdnow.data, cdnow.window, Visit::Took(tile, Slot::Yes));
    assert_eq!(found.len() as u64, branches[&Slot::Yes]);
    for contact in found.into_iter().take(20) {
        let trace = trace(&cdnow.plan, &cdnow.data, contact, cdnow.window);
        let at = |place: parcours::engine::trace::Placement| place.tile == tile;
        assert!(trace.steps.iter().any(|step| {
            step.place.is_some_and(at) && matches!(step.what, What::Resolved { .. })
        }));
    }
}

#[test]
fn reports_and_traces_read_back_from_their_files() {
    let cdnow = Cdnow::read();
    let report = cdnow.run(0..2000);
    assert_eq!(read_report(&write_report(&report)).unwrap(), report);
    for contact in 0..50 {
        let trace = trace(&cdnow.plan, &cdnow.data, contact, cdnow.window);
        let text = write_trace(&trace);
        assert_eq!(read_trace(&text).unwrap(), trace);
        assert_eq!(trace_csv(&trace).lines().count(), trace.steps.len() + 1);
    }
}
