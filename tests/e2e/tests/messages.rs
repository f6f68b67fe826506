//! A message to contacts that are made up, what models make of it, an If/then that
//! waits for it, and a split.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// Contacts who have an address, two hundred of them.
fn makes_up_contacts(person: &Person) -> Result<()> {
    person.goes_to("Contacts")?;
    person.adds_field("Mail address", "Text")?;
    person.css("[data-testid=made-up-field] select")?.choose("One of a list")?;
    person.css("[data-testid=made-up-field] .weighted input")?.fill("reader@example.com")
}

/// Entry, a message, and an If/then: clicked, opened, or neither.
fn draws_the_journey(person: &Person) -> Result<()> {
    person.creates_journey("Welcome")?;
    person.clicks("empty-choose-start")?;
    person.creates_trigger("Signed up", &[])?;
    person.places("Email", "Add a tile after Entry")?;
    person.browser.by_test_id("tile-name")?.fill("Welcome mail")?;
    person.browser.by_test_id("message-content")?.fill("welcome-2026")?;
    person.picks("message-to", "Mail")?;
    person.places("If/then", "Add a tile after Welcome mail")?;
    person.clicks("wait-on-interaction")?;
    person.css("[data-testid^=interaction-][data-testid$=-clicked]")?.click()?;
    person.clicks("add-branch")?;
    let opened = "[data-testid^=interaction-][data-testid$=-opened]";
    person.waits_for_count(opened, 2)?;
    person.last(opened)?.click()?;
    person.waits_for_count(&format!("{opened}[aria-pressed=true]"), 1)
}

/// Adds a model of what contacts do, on so many of a hundred occasions.
fn models(person: &Person, does: &str, percent: &str) -> Result<()> {
    let before = person.browser.all_by_css(".list-row")?.len();
    person.clicks("new-model")?;
    person.waits_for_count(".list-row", before + 1)?;
    person.css(".list-row[aria-current=true]")?;
    person.browser.by_test_id("model-does")?.choose(does)?;
    person.browser.by_test_id("model-probability")?.fill(percent)
}

fn sets_the_run_up(person: &Person) -> Result<()> {
    person.opens_tab("run")?;
    person.css("[data-testid=contacts-source] input[value=made-up]")?.click()?;
    person.css("[data-testid=contacts-source] [data-testid=made-up-count]")?.fill("200")?;
    person.sets_date("run-period-start", "2026-03-01")?;
    person.browser.by_role("checkbox", "Welcome")?.click()
}

#[test]
fn who_opens_and_who_clicks_takes_the_branch_of_it() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    makes_up_contacts(&person)?;
    draws_the_journey(&person)?;
    person.goes_to("Behaviour")?;
    models(&person, "Signed up", "100")?;
    models(&person, "Welcome mail · Opened", "60")?;
    models(&person, "Welcome mail · Clicked", "30")?;
    sets_the_run_up(&person)?;
    person.runs()?;

    // Every tile says how many came by; together the branches have everybody.
    person.browser.by_test_id("result-run-contacts")?;
    assert_eq!(person.reads_figures("[data-testid^=result-tile-][data-testid$=-sent]")?, [200]);
    let opened = person.reads_figures("[data-testid^=result-tile-][data-testid$=-opened]")?;
    assert!((90..150).contains(&opened[0]), "{opened:?}");
    let taken = person.reads_figures("[data-testid^=result-tile-][data-testid*=-branch-]")?;
    assert_eq!((taken.len(), taken.iter().sum::<u64>()), (3, 200), "{taken:?}");
    assert!(taken.iter().all(|count| *count > 0), "{taken:?}");

    // A message takes its models along, in one step that is undone in one step.
    person.goes_to("Journeys")?;
    person.css(".table button.link")?.click()?;
    person.selects("Welcome mail")?;
    person.browser.press(&[Key::Delete])?;
    person.browser.wait_for_text("and the behaviour models of its messages")?;
    person.goes_to("Behaviour")?;
    person.waits_for_count(".list-row", 1)?;
    person.clicks("undo")?;
    person.goes_to("Behaviour")?;
    person.waits_for_count(".list-row", 3)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn b8_a_split_divides_and_says_when_it_does_not_make_a_hundred() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.places("Split", "Add a tile after Entry")?;
    person.css("[data-testid$=-percent]")?.fill("40")?;
    person.css("[data-testid=properties] .note-error")?;
    assert!(person.browser.by_test_id("share-total")?.text()?.contains("90"));
    person.clicks("add-branch")?;
    person.waits_for_count("[data-testid$=-percent]", 3)?;
    person.clicks("equalize")?;
    person.waits_for_count("[data-testid=properties] .note-error", 0)?;
    person.runs()?;
    let tile = person.css(".tile-body[aria-pressed=true]")?.attribute("data-testid")?;
    let tile = tile.unwrap_or_default().replace("tile-", "result-tile-");
    person.browser.by_test_id(&format!("{tile}-arrived"))?;
    let arrived = person.reads_figures(&format!("[data-testid={tile}-arrived]"))?;
    let taken = person.reads_figures(&format!("[data-testid^={tile}-branch-]"))?;
    assert_eq!(taken.len(), 3);
    assert_eq!(taken.iter().sum::<u64>(), arrived[0]);
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
