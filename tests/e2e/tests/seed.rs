//! The worked example of two chained journeys and a flow, from an empty workspace:
//! a new shopper goes to a sales agent through a flow, a rewards member goes on to
//! another journey.

mod story;

use e2e::{Hands, Key, Options, Result};
use story::Person;

/// Contact fields and the two clients.
fn sets_up_contacts(person: &Person) -> Result<()> {
    person.goes_to("Contacts")?;
    for (name, ty) in [
        ("Full name", "Text"),
        ("Phone number", "Number"),
        ("Rewards member", "True/false"),
        ("Earlier orders", "Number"),
    ] {
        person.adds_field(name, ty)?;
    }
    let client = |name: &str, full_name: &str, phone: &str, member: &str, orders: &str| {
        person.adds_contact(
            name,
            &[
                ("Full name", full_name),
                ("Phone number", phone),
                ("Rewards member", member),
                ("Earlier orders", orders),
            ],
        )
    };
    client("Client 1", "Camille Martin", "12025550154", "true", "3")?;
    client("Client 2", "Noor Haddad", "12025550129", "false", "0")
}

fn builds_the_post_purchase_journey(person: &Person) -> Result<()> {
    person.creates_journey("Post-purchase")?;
    person.clicks("empty-choose-start")?;
    person.creates_trigger("Purchase made", &[("Order value", "Number")])?;

    person.places("Attribute branch", "Add a tile after Entry")?;
    person.browser.by_test_id("tile-name")?.fill("New shopper?")?;
    person.sets_row(0, "Earlier orders", "=", "0")?;
    person.sets_row(1, "Rewards member", "is false", "")?;

    person.places("Custom trigger", "Add a tile on Yes of New shopper?")?;
    person.creates_trigger(
        "Send to sales agent",
        &[("Full name", "Text"), ("Phone number", "Number"), ("Order value", "Number")],
    )?;
    person.maps_to_source("Full name", "Full name")?;
    only_numbers_are_offered_for_the_phone_number(person)?;
    person.maps_to_source("Phone number", "Phone number")?;
    person.maps_to_source("Order value", "Purchase made Order value")?;

    person.places("Custom trigger", "Add a tile on No of New shopper?")?;
    person.creates_trigger("Add to nurture journey", &[("Source campaign", "Text")])?;
    person.maps_to_value("Source campaign", "Post-purchase journey")
}

/// The note of the worked example: a text does not fit a number, so it cannot be picked.
fn only_numbers_are_offered_for_the_phone_number(person: &Person) -> Result<()> {
    person.opens_sources_of("Phone number")?;
    let offered = person.browser.names_of("option")?;
    assert!(offered.iter().any(|name| name.contains("Phone number")), "{offered:?}");
    assert!(!offered.iter().any(|name| name.contains("Full name")), "{offered:?}");
    assert!(person.css(".flyout-foot")?.text()?.contains("another type"));
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".flyout", 0)
}

fn builds_the_nurture_journey(person: &Person) -> Result<()> {
    person.creates_journey("Nurture")?;
    person.clicks("empty-choose-start")?;
    person.picks("trigger-picker", "Add to nurture journey")?;
    person.places("Attribute branch", "Add a tile after Entry")?;
    person.browser.by_test_id("tile-name")?.fill("From post-purchase?")?;
    person.sets_row(0, "Source campaign", "is", "Post-purchase journey")?;
    person.places("Wait", "Add a tile on Yes of From post-purchase?")?;
    person.css("[data-testid=wait-duration] input")?.fill("3")
}

fn builds_the_flow(person: &Person) -> Result<()> {
    person.goes_to("Flows")?;
    person.clicks("new-flow")?;
    person.browser.by_test_id("flow-name")?.fill("Call the new shopper")?;
    person.picks("flow-trigger", "Send to sales agent")?;
    person.clicks("add-variable")?;
    person.waits_for_count("[data-testid=step]", 1)?;
    person.clicks("add-record")?;
    person.waits_for_count("[data-testid=step]", 2)?;
    person.clicks("add-column")?;
    person.waits_for_count("[data-testid=flow-insert]", 3)?;
    person.last("[data-testid=step] input[aria-label=Column]")?.fill("phonenumber")?;
    person.last("[data-testid=flow-insert]")?.click()?;
    person.css(".flyout input")?.type_text("Phone number")?;
    person.css(".flyout [role=option]")?;
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count(".flyout", 0)
}

/// "Used in" names every journey that has to do with the trigger, and in which role.
fn sees_where_the_nurture_trigger_is_used(person: &Person) -> Result<()> {
    person.goes_to("Journeys")?;
    person.browser.button("Post-purchase")?.click()?;
    person.selects("Add to nurture journey")?;
    let used_in = person.browser.by_test_id("used-in")?;
    assert_eq!(used_in.text()?.trim(), "Used in: no live journey (2 in all)");
    used_in.click()?;
    let list = person.browser.by_test_id("used-in-list")?.text()?;
    for said in ["Post-purchase", "Raised", "Nurture", "Starts the journey", "Draft"] {
        assert!(list.contains(said), "{said} is not in: {list}");
    }
    Ok(())
}

fn has_both_purchase(person: &Person) -> Result<()> {
    person.goes_to("Contacts")?;
    person.adds_event("Client 1", "2026-03-02T09:30", &[("Order value", "64.90")])?;
    person.adds_event("Client 2", "2026-03-02T10:15", &[("Order value", "119")])
}

fn runs_as_if_published(person: &Person) -> Result<()> {
    person.opens_tab("run")?;
    for journey in ["Post-purchase", "Nurture"] {
        person.browser.by_role("checkbox", journey)?.click()?;
    }
    person.runs()
}

/// The whole example up to the two ways of the clients, whatever hands it is done with.
fn builds_and_runs(person: &Person) -> Result<()> {
    person.opens_a_new_workspace()?;
    sets_up_contacts(person)?;
    builds_the_post_purchase_journey(person)?;
    builds_the_nurture_journey(person)?;
    builds_the_flow(person)?;
    sees_where_the_nurture_trigger_is_used(person)?;
    has_both_purchase(person)?;
    runs_as_if_published(person)?;

    // A rewards member is only nurtured on; nobody calls.
    let member = person.reads_the_trace_of("Client 1")?;
    for said in ["New shopper?", "No", "Add to nurture journey", "Post-purchase journey", "Nurture"]
    {
        assert!(member.contains(said), "{said} is not in the trace of Client 1: {member}");
    }
    assert!(!member.contains("Call the new shopper"), "{member}");
    // A new shopper is called by a sales agent, under the phone number that was mapped.
    let shopper = person.reads_the_trace_of("Client 2")?;
    for said in
        ["New shopper?", "Yes", "Send to sales agent", "Call the new shopper", "12,025,550,129"]
    {
        assert!(shopper.contains(said), "{said} is not in the trace of Client 2: {shopper}");
    }
    assert!(!shopper.contains("Add to nurture journey"), "{shopper}");
    Ok(())
}

#[test]
fn the_seed_is_built_by_the_keyboard_alone() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.browser.take(Hands::Keyboard);
    builds_and_runs(&person)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_seed_is_built_through_the_outline() -> Result<()> {
    let person = Person { in_outline: true, ..Person::arrives(&Options::default())? };
    person.browser.take(Hands::Keyboard);
    builds_and_runs(&person)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_seed_is_built_run_and_kept() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    builds_and_runs(&person)?;
    person.browser.shot("seed-trace")?;

    // What is exported before and after a reload is the same to the byte.
    person.waits_until_saved()?;
    person.chooses_in_main_menu("Export workspace")?;
    let before = person.browser.downloaded("New-workspace.parcours.json")?;
    person.browser.reload()?;
    person.browser.by_test_id("workbench")?;
    person.chooses_in_main_menu("Export workspace")?;
    let after = person.browser.downloaded("New-workspace.parcours (1).json")?;
    let [before, after] = [before, after].map(|file| String::from_utf8_lossy(&file).into_owned());
    assert_eq!(before, after);
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
