//! A run in one worker, in several, or in the page: the same figures; and what happens
//! when one of them is stopped, breaks down, or cannot be started.
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
    let person = Person { browser, in_outline: false };
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
fn the_app_measures_itself_and_its_counts_are_as_expected() -> Result<()> {
    let options = Options { patience: Duration::from_secs(120), ..Options::default() };
    let (site, browser) = (Site::built()?, Browser::start(&options)?);
    browser.go_to(&format!("{}?bench=engine&contacts=20000", site.url()))?;
    let person = Person { browser, in_outline: false };
    person.css("[data-testid=bench-figures] [data-exact=true]")?;
    for figure in ["reading", "first", "best", "memory"] {
        for workers in [1, 2] {
            person.css(&format!("[data-testid=bench-{figure}-{workers}][data-value]"))?;
        }
    }
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

/// Presses Cancel as soon as contacts are run.
const CANCEL: &str = "new MutationObserver((_, watch) => {
    const state = document.querySelector('[data-testid=run-state]');
    if (state?.dataset.state === 'running') {
        watch.disconnect();
        document.querySelector('[data-testid=run-cancel]').click();
    }
}).observe(document.body, { subtree: true, childList: true, attributes: true });";

/// Starts a run, stops it in the middle, and starts it again.
fn stops_and_starts_again(person: &Person) -> Result<()> {
    person.opens_tab("run")?;
    person.browser.script(CANCEL, &[])?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=cancelled]")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]").map(drop)
}

#[test]
fn a_run_that_is_stopped_can_be_started_again() -> Result<()> {
    stops_and_starts_again(&arrives(3)?)
}

/// Keeps a list of the workers that run, and lets the second one that the page starts
/// break down in the run, as if the engine had a defect.
const BREAK: &str = "const Real = window.Worker; let started = 0; window.alive = new Set();
window.Worker = function (address, options) {
    const worker = new Real(address, options), number = ++started;
    const [end, post] = [worker.terminate.bind(worker), worker.postMessage.bind(worker)];
    const broken = [JSON.stringify(['BreakDown', [0, 1]]), null, null, null];
    alive.add(number);
    worker.terminate = () => { alive.delete(number); end(); };
    worker.postMessage = (message) => post(number === 2 ? broken : message);
    return worker;
};";

#[test]
fn a_worker_that_breaks_down_is_reported_and_the_next_run_works() -> Result<()> {
    let person = arrives(3)?;
    let alive = |count: u64| {
        let what = format!("{count} workers");
        let ask = || Ok(person.browser.script("return alive.size", &[])?.as_u64() == Some(count));
        person.browser.wait_until(&what, ask)
    };
    person.browser.script(BREAK, &[])?;
    person.opens_tab("run")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=failed]")?;
    let words = person.css(".run-words")?.text()?;
    assert!(words.contains("asked to break down"), "{words}");
    alive(0)?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]")?;
    alive(3)
}

/// Lets a run in the page be stopped, started again and looked at.
fn works_in_the_page(person: &Person) -> Result<()> {
    stops_and_starts_again(person)?;
    person.browser.wait_for_text("does not let Parcours work in the background")?;
    assert!(person.reads_the_trace_of("00001")?.contains("Entered"));
    Ok(())
}

#[test]
fn where_workers_are_not_wanted_the_page_gives_the_same_report() -> Result<()> {
    assert_eq!(report(0)?, report(1)?);
    works_in_the_page(&arrives(0)?)
}

#[test]
fn where_workers_are_forbidden_the_page_runs_the_simulation() -> Result<()> {
    let person = arrives(1)?;
    person.browser.script("window.Worker = function () { throw new Error('forbidden'); };", &[])?;
    works_in_the_page(&person)
}

#[test]
fn where_one_worker_cannot_be_started_the_page_does_its_part() -> Result<()> {
    let person = arrives(3)?;
    let second_is_missing = "const Real = window.Worker; let started = 0;
        window.Worker = function (address, options) {
            started += 1;
            return new Real(started === 2 ? 'missing.js' : address, options);
        };";
    person.browser.script(second_is_missing, &[])?;
    person.opens_tab("run")?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]")?;
    let contacts = person.browser.by_test_id("result-run-contacts")?;
    assert_eq!(contacts.attribute("data-value")?.as_deref(), Some("23570"));
    Ok(())
}

/// The names of the contacts that are drawn.
const NAMES: &str = "return [...document.querySelectorAll('.contact-row .truncate')]
    .map(name => name.textContent).join(' ')";

#[test]
fn a_list_that_is_divided_between_workers_is_one() -> Result<()> {
    let person = arrives(3)?;
    person.runs()?;
    let shows = |wanted: &str| {
        person.browser.wait_until(wanted, || {
            let names = person.browser.script(NAMES, &[])?;
            Ok(names.as_str().is_some_and(|names| names.contains(wanted)))
        })
    };
    let scrolls = |top: u32| {
        let scroll = format!("document.querySelector('.contact-port').scrollTop = {top}");
        person.browser.script(&scroll, &[])
    };
    shows("00001 00002 00003 00004 00005 00006")?;
    scrolls(30 * 1_004)?;
    shows("00999 01000 01001 01002 01003 01004")?;
    scrolls(1_000_000)?;
    shows("23565 23566 23567 23568 23569 23570")?;
    scrolls(0)?;
    shows("00001 00002 00003 00004 00005 00006")?;
    let name = || person.css("[data-testid=trace-contact]")?.text();
    let traces = |wanted: &str| person.browser.wait_until(wanted, || Ok(name()? == wanted));
    person.css(".contact-row:nth-child(2) button")?.click()?;
    traces("00002")?;
    person.clicks("trace-next")?;
    traces("00003")?;
    person.clicks("trace-previous")?;
    traces("00002")?;
    Ok(())
}
