//! A test scenario is kept of a run, all are run, a journey is broken, and the test
//! says where.

mod story;

use e2e::{Element, Options, Result};
use story::Person;

/// Opens the version that is edited of the journey in which the sales agent is called,
/// and selects that tile.
fn selects_the_call(person: &Person) -> Result<()> {
    person.goes_to("Journeys")?;
    person.css(".table td .link")?.click()?;
    person.css("[data-testid=published] [data-testid=edit-instead]")?.click()?;
    person.selects("Send to sales agent")
}

/// Opens a test of the list.
fn opens_test(person: &Person, name: &str) -> Result<()> {
    person.goes_to("Tests")?;
    let find = || {
        for row in person.browser.all_by_css("[data-testid=tests] .list-row")? {
            if row.text()?.starts_with(name) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    };
    person.browser.until(name, find)?.click()?;
    person.browser.by_test_id("test-record").map(drop)
}

fn runs_all(person: &Person) -> Result<()> {
    person.clicks("run-all-tests")?;
    person.css("[data-testid=run-all-tests]:not([disabled])").map(drop)
}

/// The expectation that is red.
fn the_red_one(person: &Person) -> Result<Element<'_>> {
    person.css("[data-testid=expectation][data-outcome=failed]")
}

#[test]
fn a_kept_test_says_where_a_journey_was_broken() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.runs()?;
    person.reads_the_trace_of("Client 2")?;
    person.clicks("keep-as-test")?;
    assert_eq!(person.browser.by_test_id("test-name")?.value()?, "Client 2");
    person.browser.by_test_id("test-name")?.fill("The new version")?;

    runs_all(&person)?;
    person.waits_for_count("[data-testid=tests] .test-state[data-outcome=passed]", 3)?;

    // The canvas shows what the tests cover.
    person.browser.by_role("checkbox", "Show coverage on the canvas")?.click()?;
    selects_the_call(&person)?;
    person.css(".tile[data-covered=true]")?;

    // Another number is called.
    person.maps_to_value("Phone number", "1")?;
    opens_test(&person, "The new version")?;
    runs_all(&person)?;
    let red = the_red_one(&person)?.text()?;
    assert!(red.contains("Phone number = 1"), "{red}");

    // The tile is a click away.
    person
        .css("[data-testid=expectation][data-outcome=failed] [data-testid=expectation-tile]")?
        .click()?;
    person.css(".tile[data-selected=true] .tile-body[aria-label^='Send to sales agent']")?;

    // What is expected is changed in its place.
    opens_test(&person, "The new version")?;
    person
        .css("[data-testid=expectation][data-outcome=failed] [data-testid=edit-expectation]")?
        .click()?;
    person.css("[data-testid=expectation] [data-testid=expect-text]")?.fill("Phone number = 1")?;
    person.clicks("change-expectation")?;
    person.waits_for_count("[data-testid=change-expectation]", 0)?;
    person.clicks("run-test")?;
    person.waits_for_count("[data-testid=expectation][data-outcome=passed]", 4)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
