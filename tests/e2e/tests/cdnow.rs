//! Real orders of a music shop, in the browser and through its worker: the same
//! figures as natively, to the last one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../../support/figures.rs"]
#[allow(dead_code, reason = "the native tests use the rest")]
mod figures;
mod story;

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::time::Duration;

use e2e::{Options, Result};
use figures::Figures;
use flate2::read::GzDecoder;
use parcours::engine::builder::DatasetBuilder;
use parcours::engine::plan::Plan;
use parcours::engine::report::Report;
use parcours::engine::run::{Window, simulate};
use parcours::examples::CDNOW;
use parcours::format::csv::{read_contacts, read_events};
use parcours::format::report::read_report;
use parcours::model::workspace::Workspace;
use story::Person;

fn workspace() -> Workspace {
    parcours::format::read(CDNOW.json().as_bytes()).expect("the example reads")
}

fn example(name: &str) -> BufReader<GzDecoder<File>> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/cdnow");
    let file = File::open(format!("{root}/{name}.csv.gz")).expect("the example has its data");
    BufReader::new(GzDecoder::new(file))
}

/// The whole data set, run natively.
fn native_report(workspace: &Workspace) -> Report {
    let mut builder = DatasetBuilder::new(workspace);
    read_contacts(example("contacts"), workspace, &mut builder).expect("contacts read");
    read_events(example("events"), workspace, &mut builder).expect("events read");
    let plan = Plan::compile(workspace).expect("the example compiles");
    let window = Window::of(&workspace.settings.run).expect("the example has a period");
    let data = builder.finish();
    let mut report = Report::default();
    simulate(&plan, &data, 0..data.contacts(), window, &mut report);
    report
}

/// The report that the page exports.
fn exported_report(person: &Person) -> Result<Report> {
    let before = person.browser.downloads()?;
    person.opens_tab("results")?;
    person.clicks("export-report-json")?;
    let new = || {
        let names = person.browser.downloads()?;
        Ok(names.into_iter().find(|name| name.ends_with(".json") && !before.contains(name)))
    };
    let name = person.browser.until("the export", new)?;
    let bytes = person.browser.downloaded(&name)?;
    Ok(read_report(&String::from_utf8_lossy(&bytes)).expect("the export reads"))
}

#[test]
fn the_browser_gives_the_same_figures_as_the_native_engine() -> Result<()> {
    let options = Options { patience: Duration::from_secs(60), ..Options::default() };
    let person = Person::arrives(&options)?;
    person.opens_the_example("cdnow")?;
    person.runs()?;
    let workspace = workspace();
    let whole = exported_report(&person)?;
    assert_eq!(whole, native_report(&workspace));
    assert_eq!(whole.contacts, 23_570);
    person.browser.shot("cdnow-results")?;

    // The first 2,000 contacts, from a file that a person chooses.
    let mut chosen = tempfile::Builder::new()
        .suffix(".csv")
        .tempfile()
        .expect("there is room for a temporary file");
    for line in example("contacts").lines().take(2_001) {
        writeln!(chosen, "{}", line.expect("the data is text")).expect("the file is written");
    }
    person.opens_tab("run")?;
    person.chooses_file("choose-contacts", chosen.path())?;
    person.runs_again_with(2_000)?;
    let report = exported_report(&person)?;
    let table = include_str!("../../fixtures/cdnow-2000.csv");
    assert_eq!(Figures { workspace: &workspace }.compare(&report, table), 24);
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
