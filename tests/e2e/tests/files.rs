//! Files that come in: what is wrong is said with its place, and nothing is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod story;

use std::io::Write;
use std::sync::Arc;

use e2e::{Key, Options, Result};
use parcours::examples::POST_PURCHASE;
use parcours::format::{read, write};
use parcours::model::id::TriggerId;
use parcours::model::trigger::Trigger;
use story::Person;
use tempfile::NamedTempFile;

fn file(text: &str) -> NamedTempFile {
    let named = tempfile::Builder::new().prefix("shop").suffix(".json").tempfile();
    let mut file = named.expect("there is room for a temporary file");
    file.write_all(text.as_bytes()).expect("the file is written");
    file
}

#[test]
fn a_broken_file_is_told_by_its_place_and_changes_nothing() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let broken = POST_PURCHASE.json().replacen("\"unit\": \"days\"", "\"unit\": \"moons\"", 1);
    assert_ne!(broken, POST_PURCHASE.json());
    let chosen = file(&broken);
    person.chooses_file("open-file", chosen.path())?;
    person.browser.wait_for_text("moons")?;
    let said = person.css(".toast")?.text()?;
    assert!(said.contains("after.unit") && said.contains("Line 112"), "{said}");
    assert!(person.browser.by_test_id("start")?.is_visible()?);
    Ok(())
}

#[test]
fn a_foreign_file_is_told_in_the_readers_language() -> Result<()> {
    let options = Options { language: "fr".into(), ..Options::default() };
    let person = Person::arrives(&options)?;
    let chosen = file("{\"name\": \"left-pad\"}");
    person.chooses_file("open-file", chosen.path())?;
    person.browser.wait_for_text("ne peut pas être lu")
}

#[test]
fn a_text_mapped_to_a_number_is_an_error_that_names_both_types() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let mapped = "\"a10\": {\"from\": {\"contact\": \"c2\"}}";
    let wrong = POST_PURCHASE.json().replacen(mapped, &mapped.replace("c2", "c1"), 1);
    assert_ne!(wrong, POST_PURCHASE.json());
    let chosen = file(&wrong);
    person.chooses_file("open-file", chosen.path())?;
    person.browser.by_test_id("workbench")?;
    person.opens_tab("problems")?;
    let problem = person.css("[data-code=WrongType]")?;
    let said = problem.text()?;
    assert!(said.contains("Text") && said.contains("Number"), "{said}");
    assert!(said.contains("Phone number"), "{said}");
    // The line leads to the tile, where the same is said in place.
    person.css("[data-code=WrongType] .problem-go")?.click()?;
    person.css("[data-testid=properties] [data-code=WrongType]").map(drop)
}

#[test]
fn an_export_opened_again_is_the_same_to_the_byte() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let chosen = file(POST_PURCHASE.json());
    person.chooses_file("open-file", chosen.path())?;
    person.browser.by_test_id("workbench")?;
    person.chooses_in_main_menu("Export workspace")?;
    let exported = person.browser.downloaded("Post-purchase.parcours.json")?;
    assert_eq!(String::from_utf8_lossy(&exported), POST_PURCHASE.json());
    Ok(())
}

#[test]
fn of_a_thousand_triggers_some_are_listed_and_letters_find_the_others() -> Result<()> {
    let mut workspace = read(POST_PURCHASE.json().as_bytes()).expect("the example is read");
    for number in 1..=1000 {
        let id = TriggerId(1000 + number);
        let trigger = Trigger {
            id,
            name: format!("Branch office {number}"),
            unique_name: format!("msdynmkt_office_{number:09}"),
            ..Trigger::default()
        };
        workspace.triggers.insert(id, Arc::new(trigger));
    }
    Arc::make_mut(&mut workspace.settings).next_id = 2001;
    let chosen = file(&write(&workspace));
    let person = Person::arrives(&Options::default())?;
    person.chooses_file("open-file", chosen.path())?;
    person.creates_journey("Nurture")?;
    person.selects("Entry")?;
    person.clicks("trigger-picker")?;
    person.waits_for_count(".flyout [role=option]", 300)?;
    let foot = person.css(".flyout-foot")?.text()?;
    assert!(foot.contains("300 of 1,00"), "{foot}");
    person.css(".flyout input")?.type_text("office 987")?;
    person.waits_for_count(".flyout [role=option]", 2)?;
    person.browser.press(&[Key::Enter])?;
    person.css("[data-testid=trigger-picker][aria-label$='Branch office 987']").map(drop)
}

#[test]
fn what_was_open_selected_and_undone_is_there_after_a_reload() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.selects("Send to sales agent")?;
    person.browser.press(&[Key::Delete])?;
    person.waits_for_count(".tile-body[aria-label^='Send to sales agent']", 0)?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.css(".tile-body[aria-label^='Send to sales agent'][aria-pressed=true]")?;
    person.waits_until_saved()?;
    person.browser.reload()?;
    person.css(".tile-body[aria-label^='Send to sales agent'][aria-pressed=true]")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
