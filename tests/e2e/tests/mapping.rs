//! Mapping at one go, and changes of what mappings stand on: shown first, done in one
//! step, taken back exactly; what a finding means, and who takes a branch.

mod story;

use e2e::{Options, Result};
use story::Person;

/// The exported workspace; `copies` is how often it was exported before.
fn exported(person: &Person, copies: usize) -> Result<Vec<u8>> {
    person.waits_until_saved()?;
    person.chooses_in_main_menu("Export workspace")?;
    let name = match copies {
        0 => "Post-purchase.parcours.json".to_owned(),
        more => format!("Post-purchase.parcours ({more}).json"),
    };
    person.browser.downloaded(&name)
}

fn opens_the_trigger(person: &Person) -> Result<()> {
    person.goes_to("Triggers")?;
    person.browser.by_test_id("catalogue-search")?.fill("sales agent")?;
    person.waits_for_count("[data-testid=catalogue-row]", 1)?;
    person.css(".catalogue-name")?.click()?;
    person.waits_for_count("[data-testid=attribute]", 4)
}

/// The dialog tells every place; it is done, and one undo brings back the same bytes.
fn does_it_and_takes_it_back(person: &Person, said: &[&str], copies: usize) -> Result<()> {
    let places = person.browser.by_test_id("reshape")?.text()?;
    for said in said {
        assert!(places.contains(said), "{said} is not in: {places}");
    }
    person.browser.shot(&format!("reshape-{copies}"))?;
    person.clicks("reshape-do")?;
    person.waits_for_count("dialog", 0)?;
    // What no longer fits is a problem now.
    person.browser.by_role("tab", "Problems 1")?;
    person.clicks("undo")
}

#[test]
fn an_attribute_gets_another_type_and_is_deleted_after_a_preview() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    let before = exported(&person, 0)?;
    opens_the_trigger(&person)?;
    let types = "[data-testid=attribute]:nth-child(2) select";
    person.css(types)?.choose("Text")?;
    let said = ["Phone number", "Number", "Text", "Post-purchase", "Call the new shopper"];
    does_it_and_takes_it_back(&person, &said, 1)?;
    assert!(exported(&person, 1)? == before, "undo gives the same bytes");
    opens_the_trigger(&person)?;
    person.presses("Delete Product")?;
    does_it_and_takes_it_back(&person, &["Delete “Product”?", "Post-purchase"], 2)?;
    assert!(exported(&person, 2)? == before, "undo gives the same bytes");
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn all_attributes_are_mapped_at_one_go_by_name_or_as_another_tile_does() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.places("Custom trigger", "Add a tile after Entry")?;
    person.picks("trigger-picker", "Send to sales agent")?;
    person.browser.wait_for_text("0 of 4")?;
    person.clicks("map-all-button")?;
    let list = person.browser.by_test_id("map-all-list")?.text()?;
    for said in ["Full name", "Contact › Full name", "Purchase made › Order value"] {
        assert!(list.contains(said), "{said} is not in: {list}");
    }
    person.clicks("map-all-do")?;
    person.browser.wait_for_text("4 of 4")?;
    person.clicks("undo")?;
    person.browser.wait_for_text("0 of 4")?;
    // As the other tile of the trigger maps them.
    person.clicks("map-all-button")?;
    let way = person.browser.by_test_id("map-all-way")?;
    way.choose("As in Post-purchase · v2 › Send to sales agent")?;
    let list = person.browser.by_test_id("map-all-list")?;
    person.browser.wait_until("the mappings of the other tile", || {
        let list = list.text()?;
        Ok(["Full name", "Contact › Phone number"].into_iter().all(|said| list.contains(said)))
    })?;
    person.clicks("map-all-do")?;
    person.browser.wait_for_text("4 of 4")?;
    person.clicks("undo")?;
    person.browser.wait_for_text("0 of 4")?;
    // What was picked before is offered first.
    person.maps_to_source("Order value", "Purchase made Order value")?;
    person.opens_sources_of("Phone number")?;
    let offered = person.css(".flyout")?.text()?;
    assert!(offered.to_lowercase().contains("recently used"), "{offered}");
    // Each with the value of an example, and how many are left out and why.
    for said in ["Number · e.g. 12025550154", "Number · e.g. 64.90", "hidden: of another type"] {
        assert!(offered.contains(said), "{said} is not in: {offered}");
    }
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_finding_leads_to_what_it_means_and_a_branch_tells_who_takes_it() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.selects("New shopper?")?;
    person.clicks("witness-open")?;
    let example = person.browser.by_test_id("witness")?.text()?;
    assert!(example.contains("Earlier orders = 0"), "{example}");
    assert!(example.contains("Rewards member = false"), "{example}");
    person.browser.shot("witness")?;
    // Who comes to an If/then, and what must come there.
    person.goes_to("Journeys")?;
    person.browser.button("Nurture")?.click()?;
    person.selects("Buys again within 30 days?")?;
    person.clicks("witness-open")?;
    let example = person.browser.by_test_id("witness")?.text()?;
    assert!(example.contains("Source campaign = Post-purchase journey"), "{example}");
    person.goes_to("Journeys")?;
    person.clicks("new-journey")?;
    person.clicks("empty-choose-start")?;
    person.clicks("explain")?;
    person.css("[data-testid=checks] [data-code=NoEntryTrigger][data-marked=true]")?;
    person.browser.by_test_id("checks-search")?.fill("shadowed nobody 365")?;
    person.browser.wait_for_text("Nothing")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

/// Stopping says who falls silent; what is stopped goes on as a copy.
#[test]
fn a_stopped_journey_is_final_and_can_be_copied() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.clicks("stop")?;
    let silenced = person.browser.by_test_id("life-silenced")?.text()?;
    for said in ["Add to nurture journey", "Nurture", "Send to sales agent", "Call the new shopper"]
    {
        assert!(silenced.contains(said), "{said} is not in: {silenced}");
    }
    person.clicks("life-confirm")?;
    person.css(".topbar .state[data-state=stopped]")?;
    let instead = person.browser.by_test_id("edit-instead")?;
    assert_eq!(instead.text()?, "Edit a copy");
    instead.click()?;
    person.css(".topbar .state[data-state=draft]")?;
    person.browser.wait_for_text("Post-purchase (2)")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
