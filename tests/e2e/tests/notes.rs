//! Notes at tiles: written, shown as a mark or as a card, moved, found, taken away.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// Writes into the note that is open in place, and goes back to its tile.
fn writes(person: &Person, text: &str) -> Result<()> {
    person.css(".note-flyout textarea:focus")?;
    person.browser.type_keys(text)?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".note-flyout", 0)
}

fn card_of(person: &Person, kind: &str) -> Result<()> {
    person.css(&format!(".tile[data-kind='{kind}'] .tile-note[data-card='true']")).map(drop)
}

#[test]
fn a_note_is_written_by_keys_shown_as_a_card_and_found() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.draws_a_wait_and_an_exit()?;
    person.browser.press(&[Key::Char('n')])?;
    writes(&person, "Ask Ana first")?;
    let tile = person.css(".tile[data-kind='wait'] .tile-body")?;
    person.browser.wait_until("the focus on the tile", || tile.has_focus())?;
    assert!(tile.name()?.contains("Note: Ask Ana first"), "{}", tile.name()?);
    // A mark shows what it says while the focus is on its tile.
    let shown = person.css(".tile-note[data-card='false'] .tile-note-text")?;
    person.browser.wait_until("what it says", || shown.is_visible())?;

    person.browser.press(&[Key::Char('n')])?;
    person.css(".note-flyout input[type=checkbox]")?.click()?;
    card_of(&person, "wait")?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".note-flyout", 0)?;

    // It is found by its words from another page.
    person.goes_to("Segments")?;
    person.goes_by_name("ask ana")?;
    person.css(".tile[data-kind='wait'][data-selected='true']")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_card_is_dragged_to_another_tile_goes_with_a_copy_and_is_taken_away() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.draws_a_wait_and_an_exit()?;
    // A card at the head of the journey.
    person.selects("Entry")?;
    person.browser.press(&[Key::Char('n')])?;
    writes(&person, "Since May")?;
    person.browser.press(&[Key::Char('n')])?;
    person.css(".note-flyout input[type=checkbox]")?.click()?;
    person.browser.press(&[Key::Escape])?;
    card_of(&person, "entry")?;

    person
        .browser
        .drag(&person.css(".tile-note")?, &person.css(".tile[data-kind='wait'] .tile-body")?)?;
    card_of(&person, "wait")?;
    person.waits_for_count(".tile-note", 1)?;

    person.selects("Wait")?;
    person.browser.press(&[Key::Control, Key::Char('d')])?;
    person.waits_for_count(".tile-note", 2)?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(".tile-note", 1)?;

    // In the settings: moved to another tile, and deleted with a way back.
    person.selects("Wait")?;
    person.css(".properties [data-testid='note-move']")?;
    person.picks("note-move", "Entry")?;
    card_of(&person, "entry")?;
    person.css(".properties [data-testid='note-delete']")?.click()?;
    person.waits_for_count(".tile-note", 0)?;
    person.browser.wait_for_text("Delete the note")?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    card_of(&person, "entry")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_note_is_left_on_a_live_journey_and_a_plus_says_why_it_opens_nothing() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.css(".tile-body")?;
    person.css(".plus[data-testid='plus-root-0']")?.click()?;
    person.css(".toasts [data-testid='edit-instead']")?;
    person.waits_for_count(".flyout", 0)?;

    person.css(".tile[data-kind='entry'] .tile-body")?.click()?;
    person.css(".tile[data-kind='entry'][data-selected='true']")?;
    person.browser.press(&[Key::Char('n')])?;
    writes(&person, "Watch the figures in June")?;
    person.css(".tile[data-kind='entry'] .tile-note")?;
    person.waits_until_saved()?;
    person.browser.reload()?;
    person.css(".tile[data-kind='entry'] .tile-note")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
