//! A run in one worker or in several: the same figures; and what happens when one
//! of them is stopped or breaks down.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod story;

use std::time::Duration;

use e2e::{Browser, Options, Result, Site};
use story::Person;

/// Opens the example in so many workers.
fn arrives(workers: u32) -> Result<Person> {
    let options = Options { patience: Duration::from_secs(60), ..Options::default() };
    let (site, browser) = (Site::built()?, Browser::start(&options)?);
    browser.go_to(&format!("{}?workers={workers}", site.url()))?;
    browser.by_test_id("start")?;
    let person = Person { browser };
    person.opens_the_example("cdnow")?;
    Ok(person)
}

/// The report of the example, run in so many workers.
fn report(workers: u32) -> Result<Vec<u8>> {
    let person = arrives(workers)?;
    person.runs()?;
    let before = person.browser.downloads()?;
    person.clicks("export-report-json")?;
    let new = || {
        let names = person.browser.downloads()?;
        Ok(names.into_iter().find(|name| name.ends_with(".json") && !before.contains(name)))
    };
    let name = person.browser.until("the export", new)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    person.browser.downloaded(&name)
}

#[test]
fn t2_one_worker_or_three_give_the_same_report_to_the_byte() -> Result<()> {
    let one = report(1)?;
    assert!(one.len() > 1_000);
    assert_eq!(report(3)?, one);
    Ok(())
}

#[test]
fn a_run_that_is_stopped_can_be_started_again() -> Result<()> {
    let person = arrives(3)?;
    person.opens_tab("run")?;
    person.clicks("run-start")?;
    person.clicks("run-cancel")?;
    person.css("[data-testid=run-state][data-state=cancelled]")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]")?;
    Ok(())
}

/// Lets the second worker that the page starts be one that is not there.
const BREAK: &str =
    "const real = window.Worker; let started = 0; window.Worker = function (address, options) {
    started += 1;
    return new real(started === 2 ? 'missing.js' : address, options);
};";

#[test]
fn a_worker_that_breaks_down_is_reported_and_the_next_run_works() -> Result<()> {
    let person = arrives(3)?;
    person.browser.script(BREAK, &[])?;
    person.opens_tab("run")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=failed]")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]")?;
    Ok(())
}
