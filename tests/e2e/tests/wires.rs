//! The trigger catalogue, its code snippet, where a trigger is used, and what happens if
//! it is raised.

mod story;

use e2e::{Options, Result};
use story::Person;

fn finds_a_trigger_in_the_catalogue(person: &Person) -> Result<()> {
    person.goes_to("Triggers")?;
    person.waits_for_count("[data-testid=catalogue-row]", 3)?;
    person.browser.by_test_id("catalogue-search")?.fill("phone")?;
    person.waits_for_count("[data-testid=catalogue-row]", 1)?;
    person.css(".catalogue-name")?.click()?;
    person.browser.by_test_id("trigger-record").map(drop)
}

fn reads_its_code(person: &Person) -> Result<()> {
    let code = person.browser.by_test_id("snippet")?;
    let script = code.text()?;
    assert!(script.starts_with("// msdynmkt_"), "{script}");
    assert!(script.contains("\"phonenumber\": 0") && script.contains("setUser("), "{script}");
    person.clicks("snippet-c-sharp")?;
    person
        .browser
        .wait_until("the C# code", || Ok(code.text()?.contains("[\"msdynmkt_phonenumber\"] = 0m")))
}

/// A trigger that is used is not deleted; a copy of it, used nowhere, is.
fn deletes_only_what_is_not_used(person: &Person) -> Result<()> {
    person.clicks("delete-trigger")?;
    person.css(".toast")?;
    person.browser.by_test_id("trigger-record")?;
    person.clicks("duplicate-trigger")?;
    person.waits_for_count(".list-row", 4)?;
    person.clicks("delete-trigger")?;
    person.waits_for_count("[data-testid=catalogue-row]", 3)
}

fn asks_what_happens(person: &Person) -> Result<()> {
    person.goes_to("Journeys")?;
    // The workspace is called so too.
    person.css("td .link")?.click()?;
    person.selects("Add to nurture journey")?;
    person.clicks("reactions-open")?;
    let said = person.browser.by_test_id("reactions")?;
    person.browser.wait_until("the list of what reacts", || {
        let said = said.text()?;
        Ok(["Nurture", "Starts the journey"].into_iter().all(|words| said.contains(words)))
    })?;
    person.clicks("chain-open")?;
    let chain = person.browser.by_test_id("chain")?.text()?;
    assert!(chain.contains("Add to nurture journey") && chain.contains("Nurture"), "{chain}");
    person.browser.shot("wires-chain")?;
    // A step is a way to where it stands.
    person.css(".chain-step[data-kind=journey]")?.click()?;
    person.waits_for_count("dialog", 0)?;
    person.browser.wait_until("the other journey", || {
        let name = person.browser.by_test_id("journey-name")?;
        Ok(name.text()?.contains("Nurture"))
    })
}

/// The map shows all of it, finds by name, and leads to what is clicked.
fn looks_at_the_map(person: &Person) -> Result<()> {
    person.goes_to("Map")?;
    person.waits_for_count(".map-box", 6)?;
    person.waits_for_count(".map-line", 6)?;
    person.browser.by_test_id("map-search")?.fill("nurt")?;
    person.waits_for_count(".map-box[data-dim=false]", 2)?;
    person.browser.shot("wires-map")?;
    person.clicks("map-svg")?;
    let picture = person.browser.downloaded("Post-purchase-Map.svg")?;
    let picture = String::from_utf8_lossy(&picture).into_owned();
    assert!(picture.starts_with("<svg ") && picture.contains("Add to nurture"), "{picture}");
    person.clicks("map-png")?;
    let picture = person.browser.downloaded("Post-purchase-Map.png")?;
    assert!(picture.starts_with(&[0x89, b'P', b'N', b'G']));
    person.css(".map-box[data-kind=journey][title=Nurture]")?.click()?;
    person.browser.by_test_id("journey-name").map(drop)
}

#[test]
fn how_triggers_hang_together_can_be_seen() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    finds_a_trigger_in_the_catalogue(&person)?;
    reads_its_code(&person)?;
    deletes_only_what_is_not_used(&person)?;
    asks_what_happens(&person)?;
    looks_at_the_map(&person)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
