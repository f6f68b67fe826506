//! What somebody who opens the product for the first time stumbles over.

mod story;

use e2e::{Options, Result};
use serde_json::{Value, json};
use story::Person;

/// What the field with the focus says, if all of it is selected.
const SELECTED: &str = "const at = document.activeElement; \
    return at.value && at.selectionEnd - at.selectionStart === at.value.length ? at.value : null;";

/// The buttons of the head of a record that are over each other or beyond the window.
const OVER: &str = "const all = [...document.querySelectorAll('.record-head > .button')]; \
    const box = (one) => one.getBoundingClientRect(); \
    return all.filter((one, at) => box(one).right > innerWidth \
        || one.scrollWidth > one.clientWidth + 1 \
        || (at && box(all[at - 1]).right > box(one).left)).map((one) => one.textContent);";

#[test]
fn what_is_added_can_be_written_in_at_once() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    person.goes_to("Contacts")?;
    for (add, name) in [("add-field", "New field"), ("add-contact", "Client 1")] {
        person.clicks(add)?;
        let is_selected = || Ok(person.browser.script(SELECTED, &[])? == json!(name));
        person.browser.wait_until(&format!("{name} to be written over"), is_selected)?;
    }
    person.goes_to("Triggers")?;
    person.presses("New trigger")?;
    person.css("dialog[open] input")?.fill("Bought")?;
    person.css("dialog[open] .button-primary")?.click()?;
    person.clicks("add-attribute")?;
    let is_selected = || Ok(person.browser.script(SELECTED, &[])? == json!("New attribute"));
    person.browser.wait_until("the attribute to be written over", is_selected)?;
    person.browser.type_keys("Order value")?;
    person.browser.wait_until("its name", || {
        Ok(person.css("[data-testid=attribute] input")?.value()? == "Order value")
    })
}

#[test]
fn a_run_of_nothing_says_what_is_missing() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    person.creates_journey("First")?;
    person.clicks("run")?;
    person.browser.by_test_id("run-empty")?;
    person.browser.by_test_id("run-no-journey")?;
    person.css("[data-testid=run-no-journey] .link")?.click()?;
    person.browser.wait_for_text("Live journeys always react")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn long_names_push_nothing_over_an_edge() -> Result<()> {
    let long = "A name that somebody wrote without a thought of the room it takes, ".repeat(3);
    for size in [(1024, 768), (1440, 900)] {
        let person = Person::arrives(&Options { size, ..Options::default() })?;
        person.opens_the_example("post-purchase")?;
        for (page, row) in
            [("Triggers", ".catalogue-name"), ("Flows", ".list-row"), ("Tests", ".list-row")]
        {
            person.goes_to(page)?;
            person.css(row)?.click()?;
            person.css(".record input")?.fill(&long)?;
            person.browser.wait_for_text(&long[..60])?;
            let over = person.browser.script(OVER, &[])?;
            assert_eq!(over, Value::Array(Vec::new()), "{page} at {size:?}");
            let wide = "const one = document.querySelector('.record').parentElement; \
                return one.scrollWidth - one.clientWidth;";
            assert_eq!(person.browser.script(wide, &[])?, json!(0), "{page} at {size:?}");
        }
    }
    Ok(())
}
