//! Notes on the ground: laid by the menu and by keys, written in place, moved, copied,
//! found, taken away; they stay by their tile.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// Writes into the note that is being written, and leaves it by that key.
fn writes(person: &Person, text: &str) -> Result<()> {
    person.css(".ground-text:focus")?;
    person.browser.type_keys(text)?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".ground-text", 0)
}

/// Where the middle of the note is.
fn place(person: &Person) -> Result<(i64, i64)> {
    let (x, y) = person.css(NOTE)?.middle()?;
    Ok((x.round() as i64, y.round() as i64))
}

const NOTE: &str = "div.ground-note";

#[test]
fn a_note_is_laid_by_the_menu_dragged_taken_back_and_moves_with_its_tile() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.draws_a_wait_and_an_exit()?;
    let ground = "const canvas = document.querySelector('.canvas'); \
        const box = canvas.getBoundingClientRect(); canvas.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, \
            clientX: box.x + 60, clientY: box.y + 240 }))";
    person.browser.script(ground, &[])?;
    person.browser.by_role("menuitem", "Add a note here")?.click()?;
    writes(&person, "Ask Ana")?;
    let note = person.browser.by_role("note", "Note: Ask Ana")?;
    person.browser.wait_until("the focus on the note", || note.has_focus())?;
    // Its settings are beside the canvas.
    person.css(".properties [data-testid='ground-delete']")?;

    let before = place(&person)?;
    let at = note.middle()?;
    person.browser.drag_between(at, (at.0 + 40.0, at.1 + 60.0))?;
    let after = (before.0 + 40, before.1 + 60);
    person.browser.wait_until("where it was dropped", || Ok(place(&person)? == after))?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.browser.wait_until("its place before", || Ok(place(&person)? == before))?;

    // A tile above its own takes both down.
    person.selects("Entry")?;
    person.clicks("palette-email")?;
    person.waits_for_count(".tile-body", 4)?;
    let below = || Ok(place(&person)?.1 > before.1);
    person.browser.wait_until("the note with its tile", below)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_note_is_laid_moved_copied_and_deleted_by_keys_alone() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.draws_a_wait_and_an_exit()?;
    let keys = |keys: &[Key]| person.browser.press(keys);
    keys(&[Key::Shift, Key::Char('N')])?;
    writes(&person, "Since the relaunch")?;
    let note = person.css(NOTE)?;
    person.browser.wait_until("the focus on the note", || note.has_focus())?;

    let before = place(&person)?;
    keys(&[Key::Right])?;
    keys(&[Key::Shift, Key::Down])?;
    let after = (before.0 + 8, before.1 + 48);
    person.browser.wait_until("the note further on", || Ok(place(&person)? == after))?;

    keys(&[Key::Control, Key::Char('d')])?;
    person.waits_for_count(NOTE, 2)?;
    keys(&[Key::Delete])?;
    person.waits_for_count(NOTE, 1)?;
    keys(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(NOTE, 2)?;
    keys(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(NOTE, 1)?;

    // It is found by its words from another page, and written on by Enter.
    person.goes_to("Segments")?;
    person.goes_by_name("since the relaunch")?;
    person.css("div.ground-note[data-selected='true']")?;
    let note = person.css(NOTE)?;
    person.browser.wait_until("the focus on the note", || note.has_focus())?;
    keys(&[Key::Enter])?;
    keys(&[Key::End])?;
    writes(&person, " in May")?;
    person.browser.wait_for_text("Since the relaunch in May")?;

    // Escape leads back to the tile beside it, and the outline has a line for it.
    keys(&[Key::Escape])?;
    person.browser.wait_until("the focus on a tile", || {
        Ok(person.browser.script("return document.activeElement.className", &[])? == "tile-body")
    })?;
    keys(&[Key::Char('o')])?;
    person
        .browser
        .wait_until("the focus on a line", || Ok(!person.line_with_focus()?.is_empty()))?;
    keys(&[Key::End])?;
    person.browser.wait_until("its line", || {
        Ok(person.line_with_focus()?.starts_with("Note: Since the relaunch"))
    })?;
    keys(&[Key::Delete])?;
    person.waits_for_count(NOTE, 0)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_note_that_says_nothing_is_none_and_a_live_journey_takes_one() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.css(".tile-body")?;
    person.browser.press(&[Key::Shift, Key::Char('N')])?;
    writes(&person, "")?;
    person.waits_for_count(NOTE, 0)?;
    person.browser.press(&[Key::Shift, Key::Char('N')])?;
    writes(&person, "Watch the figures in June")?;
    person.css(NOTE)?;
    person.waits_until_saved()?;
    person.browser.reload()?;
    person.css(NOTE)?;
    assert_eq!(person.browser.axe()?, Vec::<String>::new());
    // What is edited as a new version shows it; one that comes there is told as new.
    person.clicks("edit-instead")?;
    person.browser.by_test_id("journey-version")?;
    person.css(NOTE)?;
    person.browser.press(&[Key::Shift, Key::Char('N')])?;
    writes(&person, "Ask Ana")?;
    person.waits_for_count(NOTE, 2)?;
    person.browser.press(&[Key::Escape])?;
    person.clicks("pane-versions")?;
    person.css("[data-testid=picture-new] .version-note[data-fate=added]")?;
    person.waits_for_count("[data-testid=picture-new] .version-note", 2)?;
    person.waits_for_count("[data-testid=picture-old] .version-note[data-fate=same]", 1)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
