//! A segment, a journey that a schedule starts for its members, and a wait around a
//! date of each of them.

mod story;

use e2e::{Options, Result};
use story::Person;

fn sets_up_contacts(person: &Person) -> Result<()> {
    person.goes_to("Contacts")?;
    person.adds_field("Level", "Text")?;
    person.adds_field("Birthday", "Date/time")?;
    let client = |name: &str, level: &str, birthday: &str| {
        person.adds_contact(name, &[("Level", level), ("Birthday", birthday)])
    };
    client("Client 1", "gold", "2026-03-10T08:00")?;
    client("Client 2", "silver", "2026-03-11T08:00")
}

fn describes_who_is_gold(person: &Person) -> Result<()> {
    person.goes_to("Segments")?;
    person.clicks("new-segment")?;
    person.browser.by_test_id("segment-name")?.fill("Gold")?;
    let members = person.browser.by_test_id("segment-members")?;
    assert_eq!(members.text()?, "2 of 2 example contacts belong to it now.");
    person.sets_row(0, "Level", "is", "gold")?;
    person.browser.wait_until("one member", || {
        Ok(members.text()? == "1 of 2 example contacts belong to it now.")
    })
}

fn lets_a_schedule_start_the_journey(person: &Person) -> Result<()> {
    person.creates_journey("Birthdays")?;
    person.clicks("empty-choose-start")?;
    person.clicks("entry-by-segments")?;
    person.picks("entry-segments-add", "Gold")?;
    person.sets_date("schedule-at", "2026-03-01T09:00")?;
    person.places("Wait", "Add a tile after Entry")?;
    person.clicks("wait-way-around")?;
    person.picks("wait-date", "Birthday")?;
    person.browser.by_test_id("wait-side")?.choose("Before the date")
}

#[test]
fn the_members_of_a_segment_are_waited_for_until_their_birthday() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    sets_up_contacts(&person)?;
    describes_who_is_gold(&person)?;
    lets_a_schedule_start_the_journey(&person)?;
    person.opens_tab("run")?;
    person.browser.by_role("checkbox", "Birthdays")?.click()?;
    person.runs()?;

    let member = person.reads_the_trace_of("Client 1")?;
    for said in ["Entered on schedule, from the segment “Gold”", "Waits until 9 Mar 2026, 08:00"]
    {
        assert!(member.contains(said), "{said} is not in the trace of Client 1: {member}");
    }

    // The segment says where it is used, and takes that along when it goes.
    person.goes_to("Segments")?;
    person.css(".list-row")?.click()?;
    let uses = person.browser.by_test_id("segment-uses")?.text()?;
    assert!(uses.contains("Birthdays") && uses.contains("Enters the journey"), "{uses}");
    person.clicks("delete-segment")?;
    person.css("dialog .button-primary")?.click()?;
    person.waits_for_count(".list-row", 0)?;
    person.clicks("undo")?;
    person.goes_to("Segments")?;
    person.waits_for_count(".list-row", 1)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
