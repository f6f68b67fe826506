//! Tables, rows from CSV with what does not fit, a path of two hops that is mapped, and
//! rows of contacts that are left out.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod story;

use std::io::Write;

use e2e::{Key, Options, Result};
use story::Person;

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

/// Creates a table with columns of these types.
fn creates_table(person: &Person, name: &str, columns: &[(&str, &str)]) -> Result<()> {
    person.clicks("new-table")?;
    person.browser.by_test_id("table-name")?.fill(name)?;
    for (count, (column, ty)) in columns.iter().enumerate() {
        person.clicks("add-table-column")?;
        person.waits_for_count("[data-testid=column]", count + 1)?;
        person.last("[data-testid=column] input")?.fill(column)?;
        person.css("[data-testid=column]:last-child select")?.choose(ty)?;
    }
    Ok(())
}

/// The file of rows must be there until the page has read it.
fn describes_libraries(person: &Person) -> Result<tempfile::NamedTempFile> {
    person.goes_to("Tables")?;
    creates_table(person, "Regions", &[("Manager", "Text")])?;
    let regions = file("key,manager\nara,Ada\nidf,Bo\n");
    person.chooses_file("import-rows", regions.path())?;
    person.waits_for_count("[data-testid=table-row]", 2)?;
    creates_table(person, "Libraries", &[("City", "Text"), ("Region", "Entity reference")])?;
    let rows = "key;city;region;seats\nlyon;Lyon;ara;300\n;Nowhere;ara;1\nparis;Paris\n";
    let libraries = file(rows);
    person.chooses_file("import-rows", libraries.path())?;
    Ok(libraries)
}

/// Another type for a column is shown with all that reads it first, done, and taken back.
fn shows_what_another_type_would_break(person: &Person) -> Result<()> {
    person.goes_to("Tables")?;
    person.css(".list-row")?.click()?;
    person.css("[data-testid=column] select")?.choose("Number")?;
    let told = person.browser.by_test_id("reshape")?.text()?;
    for said in ["Manager", "Reading club", "Tell the manager", "2 places no longer fit"] {
        assert!(told.contains(said), "{said} is not in: {told}");
    }
    person.clicks("reshape-do")?;
    person.waits_for_count("dialog", 0)?;
    person.clicks("undo")?;
    person.browser.wait_until("the column as it was", || {
        Ok(person.css("[data-testid=column] select")?.value()? == "type-text")
    })
}

#[test]
fn a_value_two_references_away_is_mapped_and_raised() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    let _rows = describes_libraries(&person)?;

    // What did not fit is listed with its line and the reason, and can be saved.
    person.waits_for_count("[data-testid=data-issue]", 2)?;
    let read = person.browser.by_test_id("rows-read")?.text()?;
    for said in ["1 row was read", "seats", "Line 3", "Line 4"] {
        assert!(read.contains(said), "{said} is not in: {read}");
    }
    person.clicks("issues-save")?;
    let saved = person.browser.downloaded("Rows-left-out.csv")?;
    assert!(String::from_utf8_lossy(&saved).starts_with("line,column,reason\n3,key,"));
    person.clicks("export-rows")?;
    let exported = person.browser.downloaded("Libraries.csv")?;
    assert_eq!(String::from_utf8_lossy(&exported), "key,City,Region\nlyon,Lyon,ara\n");

    person.goes_to("Contacts")?;
    person.clicks("add-field")?;
    person.last("[data-testid=field] input[type=text]")?.fill("Library")?;
    person.css("[data-testid=field] select")?.choose("Entity reference")?;
    person.css("[data-testid=field] select[aria-label=Table]")?.choose("Libraries")?;
    person.adds_contact("Client 1", &[("Library", "lyon")])?;

    person.creates_journey("Reading club")?;
    person.clicks("empty-choose-start")?;
    person.creates_trigger("Joined", &[])?;
    person.places("Custom trigger", "Add a tile after Entry")?;
    person.creates_trigger("Tell the manager", &[("Manager", "Text")])?;
    person.maps_to_source("Manager", "region manager")?;
    let card = person.css("[role=group][aria-label=Manager]")?;
    assert!(card.text()?.contains("Contact › Library › Region › Manager"), "{}", card.text()?);

    // What the library of an example contact leads to stands beside the path.
    person.opens_sources_of("Manager")?;
    let offered = person.css(".flyout")?.text()?;
    assert!(offered.contains("e.g. Ada"), "{offered}");
    person.browser.press(&[Key::Escape])?;

    shows_what_another_type_would_break(&person)?;
    person.goes_to("Contacts")?;
    person.adds_event("Client 1", "2026-03-01T09:00", &[])?;
    person.opens_tab("run")?;
    person.browser.by_role("checkbox", "Reading club")?.click()?;
    person.runs()?;
    let trace = person.reads_the_trace_of("Client 1")?;
    for said in ["Raised “Tell the manager”", "Ada"] {
        assert!(trace.contains(said), "{said} is not in the trace: {trace}");
    }
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn rows_of_contacts_that_do_not_fit_are_listed_and_saved() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.opens_tab("run")?;
    person.css("[data-testid=contacts-source] input[value=file]")?.click()?;
    let rows = "contact_id,full name,phone number,rewards member,earlier orders\n\
        1,Ada,100,false,0\n2,Bo,\"1 000,5\",false,0\n1,Ada again,100,true,1\n4,Di,100,perhaps,0\n";
    let rows = file(rows);
    person.chooses_file("choose-contacts", rows.path())?;
    person.clicks("run-start")?;
    person.css("[data-testid=run-state][data-state=done]")?;
    person.opens_tab("run")?;
    person.waits_for_count("[data-testid=data-issue]", 3)?;
    let said = person.browser.by_test_id("data-issues")?.text()?;
    for part in ["3 rows do not fit", "Line 3", "1 000,5", "Line 4", "Line 5", "perhaps"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    person.clicks("issues-save")?;
    let saved = person.browser.downloaded("Rows-left-out.csv")?;
    let saved = String::from_utf8_lossy(&saved).into_owned();
    assert_eq!(saved.lines().count(), 4, "{saved}");
    assert!(saved.contains("\n5,rewards member,"), "{saved}");
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
