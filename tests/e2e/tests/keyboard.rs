//! A journey drawn without a mouse.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// Presses the key that places a tile, types its name, takes the first that is found.
fn places_by_name(person: &Person, tile: &str) -> Result<()> {
    person.browser.press(&[Key::Char('a')])?;
    person.css(".flyout input:focus")?;
    person.browser.type_keys(tile)?;
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count(".flyout", 0)
}

/// Waits until what has the focus is called so.
fn focus_is_on(person: &Person, name: &str) -> Result<()> {
    let asked = "return document.activeElement?.getAttribute('aria-label') ?? ''";
    let now = || Ok(person.browser.script(asked, &[])?.as_str().unwrap_or_default().to_owned());
    person.browser.wait_until(&format!("the focus on {name}"), || Ok(now()?.starts_with(name)))
}

#[test]
fn a_journey_is_drawn_by_the_keyboard_alone() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let focus = "document.querySelector(`[data-testid=${arguments[0]}]`).focus()";
    person.browser.script(focus, &["new-workspace".into()])?;
    person.browser.press(&[Key::Enter])?;
    person.browser.by_test_id("new-journey")?;
    person.browser.script(focus, &["new-journey".into()])?;
    person.browser.press(&[Key::Enter])?;

    // It is named first; from there the first tile is a key away.
    focus_is_on(&person, "Name")?;
    person.browser.type_keys("Drawn by keys")?;
    person.browser.press(&[Key::Enter])?;
    person.browser.wait_for_text("Drawn by keys")?;
    focus_is_on(&person, "Entry")?;
    places_by_name(&person, "wait")?;
    focus_is_on(&person, "Wait")?;
    places_by_name(&person, "attribute")?;
    focus_is_on(&person, "Attribute branch")?;
    person.browser.press(&[Key::Down])?;
    focus_is_on(&person, "Add a tile on Yes of Attribute branch")?;
    person.browser.press(&[Key::Right])?;
    focus_is_on(&person, "Add a tile on No of Attribute branch")?;
    places_by_name(&person, "exit")?;
    focus_is_on(&person, "Exit")?;

    // Into the settings and back to the tile.
    person.browser.press(&[Key::Up])?;
    person.browser.press(&[Key::Up])?;
    focus_is_on(&person, "Attribute branch")?;
    person.browser.press(&[Key::Enter])?;
    focus_is_on(&person, "Name")?;
    person.browser.press(&[Key::Escape])?;
    focus_is_on(&person, "Attribute branch")?;

    // It has an Exit on a branch, so deleting asks; undo brings all of it back.
    person.browser.press(&[Key::Delete])?;
    person.css("dialog[open] .button-primary")?.click()?;
    person.waits_for_count(".tile-body", 2)?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(".tile-body", 4)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
