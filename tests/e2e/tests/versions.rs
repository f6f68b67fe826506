//! The life of a journey: publishing after the checks, a new version of a live one, what
//! is different, who is inside, and the old version that drains.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// An unfinished journey is not published; put right, it is.
fn publishes_after_the_checks(person: &Person) -> Result<()> {
    person.goes_to("Journeys")?;
    person.clicks("new-journey")?;
    person.browser.by_test_id("pane-journey-name")?.fill("Thanks")?;
    person.clicks("publish")?;
    let verdict = person.browser.by_test_id("publish-verdict")?.text()?;
    assert!(verdict.contains("1 error keeps this journey from being published"), "{verdict}");
    let confirm = person.browser.by_test_id("life-confirm")?;
    assert!(confirm.attribute("disabled")?.is_some());
    // The line of the problem goes to its place.
    person.css("[data-testid=life-dialog] [data-severity=error] button")?.click()?;
    person.picks("trigger-picker", "Purchase made")?;
    person.clicks("publish")?;
    person.clicks("life-confirm")?;
    person.css(".topbar .state[data-state=live]").map(drop)
}

/// Makes a new version of a live journey and edits it.
fn makes_a_new_version(person: &Person, journeys: &str, comment: &str) -> Result<()> {
    person.goes_to(journeys)?;
    person.browser.button("Nurture")?.click()?;
    person.clicks("pane-new-version")?;
    person.css("[data-testid=life-dialog] textarea")?.fill(comment)?;
    person.clicks("life-confirm")?;
    person.browser.by_test_id("journey-version")?;
    person.css(".tile[data-kind=exit] .tile-body")?.click()?;
    person.clicks("delete-tile")?;
    person.css(".tile[data-kind=wait] .tile-body")?.click()?;
    person.browser.by_test_id("tile-name")?.fill("Cool down")?;
    person.css(".tile[data-kind=wait] .tile-body")?.click()?;
    person.browser.press(&[Key::Escape])?;
    person.clicks("pane-versions")
}

/// Asks who is inside when the new version takes over.
fn asks_who_is_inside(person: &Person) -> Result<String> {
    person.browser.by_test_id("people-at")?.fill("2026-03-03")?;
    person.clicks("people-run")?;
    person.browser.by_test_id("people-told")?.text()
}

/// The map says which version is which, and a trigger why a draft does not react.
fn tells_versions_apart(person: &Person) -> Result<()> {
    person.goes_to("Map")?;
    person.css(".map-box[title='Nurture · v1'][data-state=live]")?;
    person.css(".map-box[title='Nurture · v2'][data-state=draft]")?;
    person.goes_to("Triggers")?;
    person.css(".catalogue-name")?.click()?;
    let told = person.browser.by_test_id("reactions")?;
    person.browser.wait_until("who reacts and who does not", || {
        let told = told.text()?;
        let (reacts, not) = told.split_once("Does not react").unwrap_or_default();
        Ok(reacts.contains("Nurture · v1") && not.contains("Nurture · v2") && not.contains("Draft"))
    })?;
    person.goes_to("Journeys")?;
    person.browser.button("Nurture")?.click()?;
    person.clicks("pane-versions")
}

#[test]
fn a_journey_is_published_changed_as_a_new_version_and_the_old_one_drains() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    publishes_after_the_checks(&person)?;
    makes_a_new_version(&person, "Journeys", "No early exit")?;

    // The difference, as counts, as pictures, and change by change.
    let fates = person.browser.by_test_id("fates")?.text()?;
    assert!(fates.contains("1 tile removed") && fates.contains("1 tile changed"), "{fates}");
    let changes = person.browser.by_test_id("changes")?.text()?;
    for said in ["Exit", "Cool down", "Name", "(nothing)"] {
        assert!(changes.contains(said), "{said} is not in: {changes}");
    }
    person.css("[data-testid=picture-old] [data-fate=removed]")?;
    person.css("[data-testid=picture-new] [data-fate=changed]")?;
    let history = person.browser.by_test_id("versions")?.text()?;
    for said in ["v1", "Live, editing", "v2", "Draft", "No early exit"] {
        assert!(history.contains(said), "{said} is not in: {history}");
    }
    let told = asks_who_is_inside(&person)?;
    for said in ["1 contact is inside the old version then", "Wait", "1 of them completes"] {
        assert!(told.contains(said), "{said} is not in: {told}");
    }
    person.browser.shot("versions")?;
    let choices = person.browser.by_test_id("versions-old")?.text()?;
    assert!(choices.contains("Nurture · v1") && choices.contains("Nurture · v2"), "{choices}");
    tells_versions_apart(&person)?;

    // The new version takes over on the 3rd; who came before goes on in the old one.
    person.browser.button("v2")?.click()?;
    person.clicks("publish")?;
    person.css("[data-testid=life-dialog] label:last-of-type input[type=radio]")?.click()?;
    person.browser.by_test_id("life-start")?.fill("2026-03-03")?;
    person.clicks("life-confirm")?;
    person.runs()?;
    let trace = person.reads_the_trace_of("Client 1")?;
    assert!(trace.contains("From the post-purchase journey?"), "{trace}");
    assert!(!trace.contains("Cool down"), "{trace}");

    // Live at once, it lets the old one drain; undone in one step.
    person.goes_to("Journeys")?;
    let list = person.css("table")?.text()?;
    assert!(list.contains("Scheduled"), "{list}");
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_new_version_is_published_in_french() -> Result<()> {
    let french = Options { language: "fr".into(), ..Options::default() };
    let person = Person::arrives(&french)?;
    person.opens_the_example("post-purchase")?;
    makes_a_new_version(&person, "Parcours", "Sans sortie anticipée")?;
    let fates = person.browser.by_test_id("fates")?.text()?;
    assert!(fates.contains("1 vignette supprimée"), "{fates}");
    person.browser.button("v2")?.click()?;
    person.clicks("publish")?;
    let dialog = person.browser.by_test_id("life-dialog")?.text()?;
    assert!(dialog.contains("la version 1 n’accepte plus personne"), "{dialog}");
    person.clicks("life-confirm")?;
    person.goes_to("Parcours")?;
    let list = person.css("table")?.text()?;
    assert!(list.contains("En cours d’achèvement") && list.contains("v2"), "{list}");
    person.clicks("undo")?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

/// A live journey stays as it is; one click leads to where it can be edited.
#[test]
fn a_live_journey_is_not_edited_in_place() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    // A + says why before anything is chosen; so does the palette.
    person.browser.button("Add a tile after Entry")?.click()?;
    let toast = person.css(".toast")?;
    assert!(toast.text()?.contains("What it does can be changed in a new version"));
    person.waits_for_count(".flyout", 0)?;
    person.clicks("palette-wait")?;
    person.css(".toast")?;
    person.waits_for_count(".tile[data-kind=wait]", 0)?;
    // What is typed into a setting is taken back.
    person.selects("Add to nurture journey")?;
    let value = "[role=group][aria-label='Source campaign'] input";
    person.css(value)?.fill("Another")?;
    person.browser.wait_until("the setting as it was", || {
        Ok(person.css(value)?.value()? == "Post-purchase journey")
    })?;
    person.browser.shot("published")?;
    person.css(".toast [data-testid=edit-instead]")?.click()?;
    person.browser.by_test_id("journey-version")?;
    person.waits_for_count(".toast", 0)?;
    person.places("Wait", "Add a tile after Entry")?;
    person.waits_for_count(".tile[data-kind=wait]", 1)?;
    // From the live version the same place leads back to the draft.
    person.goes_to("Journeys")?;
    person.css("td .link")?.click()?;
    person.waits_for_count(".tile[data-kind=wait]", 0)?;
    let instead = person.css("[data-testid=published] [data-testid=edit-instead]")?;
    assert_eq!(instead.text()?, "Open the new version");
    instead.click()?;
    person.waits_for_count(".tile[data-kind=wait]", 1)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
