//! Flows: their steps, what a run gives them, and events as CloudEvents, out and in again.

mod story;

use e2e::{Options, Result};
use story::Person;

fn opens_the_flow(person: &Person) -> Result<()> {
    person.goes_to("Flows")?;
    person.css(".list-row")?.click()?;
    person.waits_for_count("[data-testid=step]", 2)
}

/// Large orders are told to the team, on a branch of their own.
fn adds_a_condition(person: &Person) -> Result<()> {
    person.clicks("add-condition")?;
    person.waits_for_count("[data-testid=step]", 3)?;
    if person.browser.all_by_css("[data-testid=flow-row-source]")?.is_empty() {
        person.clicks("flow-add-row")?;
    }
    person.picks("flow-row-source", "Order value")?;
    person.browser.by_test_id("flow-row-operator")?.choose(">")?;
    person.browser.by_test_id("flow-row-value")?.fill("100")?;
    person.css("[data-testid=flow-branch-yes] [data-testid=add-message]")?.click()?;
    person.waits_for_count("[data-testid=step]", 4)?;
    let inside = "[data-testid=flow-branch-yes] [data-testid=step]";
    person.css(&format!("{inside} [data-testid=teams-team]"))?.fill("Sales")?;
    person.css(&format!("{inside} [data-testid=teams-channel]"))?.fill("Orders")?;
    person.css(&format!("{inside} [data-testid=flow-text]"))?.fill("A large order")?;
    Ok(())
}

#[test]
fn a_flow_is_built_and_a_run_shows_what_its_steps_are_given() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    opens_the_flow(&person)?;
    adds_a_condition(&person)?;
    person.browser.shot("flow-condition")?;
    person.clicks("export-flow")?;
    let saved = person.browser.downloaded("Call-the-new-shopper.definition.json")?;
    let saved = String::from_utf8_lossy(&saved).into_owned();
    for said in ["\"If\"", "A large order", "msdynmkt_ordervalue"] {
        assert!(saved.contains(said), "{said} is not in: {saved}");
    }
    person.runs()?;
    let trace = person.reads_the_trace_of("Client 2")?;
    for said in ["Call the new shopper", "ContactId", "12,025,550,129", "Yes", "A large order"] {
        assert!(trace.contains(said), "{said} is not in: {trace}");
    }
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a18_what_a_run_activated_goes_out_as_cloud_events_and_comes_in_as_recorded_ones() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.runs()?;
    person.opens_tab("results")?;
    person.clicks("export-cloud-events")?;
    let batch = person.browser.downloaded("Post-purchase.cloudevents.json")?;
    let text = String::from_utf8_lossy(&batch).into_owned();
    for said in ["\"specversion\":\"1.0\"", "msdynmkt_purchasemade_", "msdynmkt_sendtosalesagent_"]
    {
        assert!(text.replace("\": \"", "\":\"").contains(said), "{said} is not in: {text}");
    }
    let file = std::env::temp_dir().join("parcours-story.cloudevents.json");
    assert!(std::fs::write(&file, &batch).is_ok());
    person.goes_to("Contacts")?;
    person.waits_for_count("[data-testid=event]", 2)?;
    person.chooses_file("import-cloud-events", &file)?;
    let told = person.browser.by_test_id("cloud-imported")?.text()?;
    assert!(told.contains("2 events were added"), "{told}");
    // What tiles raised is not recorded: they raise it again.
    assert!(told.contains("Raised by tiles"), "{told}");
    person.waits_for_count("[data-testid=event]", 4)?;
    person.clicks("undo")?;
    person.waits_for_count("[data-testid=event]", 2)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
