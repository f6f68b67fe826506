//! Pages, lists and results without a mouse: what is clicked here is gone to by keys and
//! pressed.

mod story;

use e2e::{Hands, Key, Options, Result};
use story::Person;

/// Somebody with an example open, who works by keys from now on.
fn arrives_with_keys_alone() -> Result<Person> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.css(".tile-body")?;
    person.browser.take(Hands::Keyboard);
    Ok(person)
}

#[test]
fn a_trigger_is_found_changed_copied_and_deleted() -> Result<()> {
    let person = arrives_with_keys_alone()?;
    person.goes_to("Triggers")?;
    person.browser.by_test_id("catalogue-search")?.fill("sales agent")?;
    person.waits_for_count("[data-testid=catalogue-row]", 1)?;
    person.css(".catalogue-name")?.click()?;
    person.waits_for_count("[data-testid=attribute]", 4)?;
    person.clicks("add-attribute")?;
    person.waits_for_count("[data-testid=attribute]", 5)?;
    person.clicks("duplicate-trigger")?;
    person.browser.wait_until("the copy, which nothing uses", || {
        let delete = person.browser.by_test_id("delete-trigger")?;
        Ok(delete.attribute("disabled")?.is_none())
    })?;
    person.clicks("delete-trigger")?;
    person.browser.wait_for_text("Delete the trigger")?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.browser.by_test_id("trigger-record")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_flow_gets_a_condition_with_a_step_on_its_branch() -> Result<()> {
    let person = arrives_with_keys_alone()?;
    person.goes_to("Flows")?;
    person.css(".list-row")?.click()?;
    person.waits_for_count("[data-testid=step]", 2)?;
    person.clicks("add-condition")?;
    person.waits_for_count("[data-testid=step]", 3)?;
    if person.browser.all_by_css("[data-testid=flow-row-source]")?.is_empty() {
        person.clicks("flow-add-row")?;
    }
    person.picks("flow-row-source", "Order value")?;
    person.browser.by_test_id("flow-row-value")?.fill("100")?;
    person.css("[data-testid=flow-branch-yes] [data-testid=add-message]")?.click()?;
    person.waits_for_count("[data-testid=step]", 4)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn an_attribute_is_mapped_from_a_list_and_all_at_one_go() -> Result<()> {
    let person = arrives_with_keys_alone()?;
    person.places("Custom trigger", "Add a tile after Entry")?;
    person.picks("trigger-picker", "Send to sales agent")?;
    person.browser.wait_for_text("0 of 4")?;
    person.maps_to_source("Phone number", "Phone number")?;
    person.browser.wait_for_text("1 of 4")?;
    person.clicks("map-all-button")?;
    person.browser.by_test_id("map-all-list")?;
    person.clicks("map-all-do")?;
    person.browser.wait_for_text("4 of 4")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_run_is_started_and_a_contact_followed() -> Result<()> {
    let person = arrives_with_keys_alone()?;
    person.runs()?;
    let trace = person.reads_the_trace_of("Client 2")?;
    assert!(trace.contains("Call the new shopper"), "{trace}");
    person.css("[data-testid=trace] button:not(:disabled)")?.reach()?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_note_is_written_moved_and_deleted() -> Result<()> {
    let person = arrives_with_keys_alone()?;
    person.css(".tile-body[aria-label^='New shopper?']")?.reach()?;
    person.browser.press(&[Key::Char('n')])?;
    person.css(".note-flyout textarea:focus")?;
    person.browser.type_keys("Ask Ana")?;
    person.css(".note-flyout input[type=checkbox]")?.click()?;
    person.css(".tile-note[data-card='true']")?;
    person.css(".note-flyout [data-testid='note-move']")?.click()?;
    person.css(".flyout .flyout-search input")?.type_text("Entry")?;
    person.css(".flyout [role=option]")?;
    person.browser.press(&[Key::Enter])?;
    person.css(".tile[data-kind='entry'] .tile-note[data-card='true']")?;
    person.css(".properties [data-testid='note-delete']")?.click()?;
    person.waits_for_count(".tile-note", 0)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
