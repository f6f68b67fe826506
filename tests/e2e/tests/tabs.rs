//! Where work could be lost: one workspace in two tabs, a page that is left, a store that
//! is full.

mod story;

use e2e::{Options, Result};
use story::Person;

/// Opens an example at its settings, all of it stored.
fn opens_the_settings() -> Result<Person> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.goes_to("Settings")?;
    person.waits_until_saved()?;
    Ok(person)
}

fn waits_to_be_called(person: &Person, name: &str) -> Result<()> {
    let title = format!("{name} · Parcours");
    person.browser.wait_until(&title, || Ok(person.browser.title()? == title))
}

fn names_it(person: &Person, name: &str) -> Result<()> {
    person.browser.by_test_id("workspace-name")?.fill(name)?;
    waits_to_be_called(person, name)?;
    person.waits_until_saved()
}

#[test]
fn what_is_saved_in_another_tab_is_shown_and_not_written_over() -> Result<()> {
    let person = opens_the_settings()?;
    let browser = &person.browser;
    let (first, url) = (browser.tab()?, browser.url()?);
    let second = browser.open_tab(&url)?;
    names_it(&person, "Shop")?;

    // The first tab shows it, and the page that was open there.
    browser.go_to_tab(&first)?;
    waits_to_be_called(&person, "Shop")?;
    browser.wait_for_text("Changed in another tab")?;
    browser.by_test_id("workspace-name")?;

    // The second is not told of what is done here, and does something else.
    browser.script("BroadcastChannel.prototype.postMessage = () => {}", &[])?;
    names_it(&person, "Shop of the first")?;
    browser.go_to_tab(&second)?;
    browser.by_test_id("workspace-name")?.fill("Shop of the second")?;
    waits_to_be_called(&person, "Shop of the second (copy)")?;
    browser.wait_for_text("Another tab has changed this workspace too.")?;
    person.waits_until_saved()?;
    assert_ne!(browser.url()?, url);
    browser.reload()?;
    waits_to_be_called(&person, "Shop of the second (copy)")?;
    browser.go_to_tab(&first)?;
    browser.reload()?;
    waits_to_be_called(&person, "Shop of the first")?;
    assert_eq!(browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn what_was_edited_just_before_the_page_is_left_is_saved() -> Result<()> {
    let person = opens_the_settings()?;
    let key_and_reload = "const input = document.querySelector('[data-testid=workspace-name]'); \
        input.value = arguments[0]; \
        input.dispatchEvent(new InputEvent('input', { bubbles: true })); \
        location.reload();";
    for name in ["One", "Two", "Three"] {
        person.browser.by_test_id("workspace-name")?;
        person.browser.script(key_and_reload, &[name.into()])?;
        waits_to_be_called(&person, name)?;
    }
    Ok(())
}

#[test]
fn a_store_that_is_full_is_told_and_tried_again() -> Result<()> {
    let person = opens_the_settings()?;
    let browser = &person.browser;
    let full = "window.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => { \
        throw new DOMException('No room is left.', 'QuotaExceededError'); };";
    browser.script(full, &[])?;
    browser.by_test_id("workspace-name")?.fill("Kept")?;
    browser.wait_for_text("Your last edits are not saved")?;
    browser.wait_for_text("No room is left.")?;
    person.css("[data-testid=saved][data-state=failed]")?;

    browser.script("IDBObjectStore.prototype.put = window.put", &[])?;
    browser.by_test_id("workspace-name")?.fill("Kept after all")?;
    waits_to_be_called(&person, "Kept after all")?;
    person.waits_until_saved()?;
    browser.reload()?;
    waits_to_be_called(&person, "Kept after all")
}
