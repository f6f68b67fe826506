//! The palette: groups, a search, and what was used last; closed branches take tiles.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

fn of(person: &Person, selector: &str) -> Result<Vec<String>> {
    person.browser.all_by_css(selector)?.iter().map(|one| one.text()).collect()
}

#[test]
fn tiles_are_found_by_their_names_and_those_used_last_come_first() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    person.creates_journey("Nurture")?;
    assert_eq!(
        of(&person, ".palette-group h3")?,
        ["Messages", "Flow", "Triggers and exit"].map(str::to_owned)
    );
    let search = person.browser.by_test_id("palette-search")?;
    search.fill("PÚSH")?;
    person.waits_for_count(".palette-group .palette-entry", 1)?;
    search.click()?;
    person.browser.press(&[Key::Enter])?;
    person.css(".tile[data-kind='push']")?;
    person.waits_for_count(".palette-group .palette-entry", 9)?;

    // By keys from entry to entry.
    search.click()?;
    person.browser.press(&[Key::Down, Key::Down, Key::Down, Key::Enter])?;
    person.css(".tile[data-kind='text-message']")?;
    person.css("[data-testid='used-push']")?;

    // The list at a + has the same order; so it is after a reload.
    person.waits_until_saved()?;
    person.browser.reload()?;
    person.css(".tile-body")?;
    person.browser.button("Add a tile after Entry")?.click()?;
    person.css(".flyout [role=option]")?;
    let options = of(&person, ".flyout [role=option]")?;
    assert_eq!(&options[..3], ["Text message", "Push notification", "Email"].map(str::to_owned));
    assert_eq!(options.len(), 9);
    assert_eq!(of(&person, ".flyout-group")?[0], "Used last");
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

fn everything_rests(person: &Person) -> Result<()> {
    let rests = "return document.getAnimations().length === 0";
    person.browser.wait_until("everything in its place", || {
        Ok(person.browser.script(rests, &[])?.as_bool() == Some(true))
    })
}

#[test]
fn what_is_dropped_on_a_closed_branch_goes_to_its_end() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    person.creates_journey("Nurture")?;
    person.places("Attribute", "Add a tile after Entry")?;
    person.places("Wait", "Add a tile on Yes of Attribute branch")?;
    person.css(".tile[data-kind='wait'][data-selected='true']")?;
    person.clicks("palette-exit")?;
    person.waits_for_count(".tile-body", 4)?;
    person.css(".branch-fold")?.click()?;
    person.waits_for_count(".tile-body", 2)?;
    everything_rests(&person)?;
    person
        .browser
        .drag(&person.browser.by_test_id("palette-email")?, &person.css(".fold-chip")?)?;
    // The branch opens where it went: after the Wait, before the Exit.
    person.waits_for_count(".tile-body", 5)?;
    person.css(".tile[data-kind='email'][data-selected='true']")?;
    let order = "return [...document.querySelectorAll('.tile')].sort((a, b) => \
        parseFloat(a.style.top) - parseFloat(b.style.top)).map((one) => one.dataset.kind).join(' ')";
    let kinds = person.browser.script(order, &[])?;
    assert_eq!(kinds, "entry attribute-branch wait email exit");
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

/// An Attribute branch whose Yes, with a Wait on it, is closed.
fn closes_a_branch(person: &Person) -> Result<()> {
    person.opens_a_new_workspace()?;
    person.creates_journey("Nurture")?;
    person.places("Attribute", "Add a tile after Entry")?;
    person.places("Wait", "Add a tile on Yes of Attribute branch")?;
    person.css(".tile[data-kind='wait'][data-selected='true']")?;
    person.css(".branch-fold")?.click()?;
    person.waits_for_count(".tile-body", 2)?;
    everything_rests(person)
}

#[test]
fn a_closed_branch_opens_under_what_rests_on_it_and_closes_again() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    closes_a_branch(&person)?;
    let email = person.browser.by_test_id("palette-email")?.middle()?;
    let chip = person.css(".fold-chip")?.middle()?;
    // Taken back by Escape, everything is as it was.
    person.browser.hold_between(email, chip)?;
    person.waits_for_count(".fold-chip", 0)?;
    person.waits_for_count(".tile-body", 3)?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".fold-chip", 1)?;
    person.browser.let_go()?;
    person.waits_for_count(".tile-body", 2)?;

    // Dropped inside, before the Wait, it stays open.
    person.browser.hold_between(email, chip)?;
    person.waits_for_count(".fold-chip", 0)?;
    person.browser.let_go()?;
    person.waits_for_count(".tile-body", 4)?;
    person.css(".tile[data-kind='email'][data-selected='true']")?;
    person.waits_for_count(".fold-chip", 0)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_drag_on_a_live_journey_is_refused_at_its_start() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    let tile = person.css(".tile[data-kind='custom-trigger'] .tile-body")?.middle()?;
    person.browser.hold_between(tile, (tile.0 + 60.0, tile.1 - 40.0))?;
    person.css(".toasts [data-testid='edit-instead']")?;
    person.css(".canvas[data-dragging='false']")?;
    person.browser.let_go()?;
    let email = person.browser.by_test_id("palette-email")?.middle()?;
    person.browser.hold_between(email, tile)?;
    person.css(".canvas[data-dragging='false']")?;
    person.browser.let_go()?;
    person.waits_for_count(".tile-body", 4)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
