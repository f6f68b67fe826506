//! Segments, what looks at them, and waits until a date.

use parcours::editor::summary::{self, SourceName, Summary};
use parcours::editor::{Command, Created, JourneyEdit, NewTile, Page, Refusal, UseOf};
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::Every;
use parcours::model::id::{FieldId, JourneyId, SegmentId, TriggerId};
use parcours::model::journey::{ExitCriterion, Listener, Repeat};
use parcours::model::time::Duration;
use parcours::model::value::Type;
use parcours::model::wait::{Side, WaitUntil};

use crate::driver::{Driver, end_of_root};

const NOWHERE: SegmentId = SegmentId(999);

fn add_segment(driver: &mut Driver, name: &str) -> SegmentId {
    match driver.must(Command::AddSegment(name.into())).created {
        Some(Created::Segment(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn add_field(driver: &mut Driver, name: &str, ty: Type) -> FieldId {
    match driver.must(Command::AddField(name.into(), ty)).created {
        Some(Created::Field(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn add_exit(driver: &mut Driver, journey: JourneyId, on: ExitOn) {
    let created = driver.edit(journey, JourneyEdit::AddExit).created;
    let Some(Created::Exit(id)) = created else { panic!("{created:?}") };
    driver.edit(journey, JourneyEdit::SetExit(ExitCriterion { id, on }));
}

fn on(trigger: TriggerId) -> Listener {
    Listener { trigger: Some(trigger), condition: Condition::default() }
}

fn by(segments: &[SegmentId]) -> EntryBy {
    let every = Some(Every::Time(Duration::days(7)));
    EntryBy::Segments { segments: segments.to_vec(), at: "2026-03-29T09:00".into(), every }
}

#[test]
fn a_new_segment_is_everybodys_and_has_a_name_of_its_own() {
    let mut driver = Driver::new();
    let (first, second) = (add_segment(&mut driver, "Gold"), add_segment(&mut driver, "Gold"));
    let segments = &driver.editor.workspace().segments;
    assert_eq!(
        (segments[&first].name.as_str(), segments[&second].name.as_str()),
        ("Gold", "Gold 2")
    );
    assert!(segments[&first].condition.is_empty());
}

#[test]
fn a_segment_that_is_deleted_is_taken_out_of_what_looks_at_it() {
    let mut driver = Driver::new();
    let (gold, silver) = (add_segment(&mut driver, "Gold"), add_segment(&mut driver, "Silver"));
    let trigger = driver.add_trigger("Stop");
    let journey = driver.add_journey("Weekly");
    driver.edit(journey, JourneyEdit::SetEntryBy(by(&[gold, silver])));
    driver.edit(journey, JourneyEdit::SetExclusions(vec![silver, gold]));
    add_exit(&mut driver, journey, ExitOn::Segment(Some(gold)));
    add_exit(&mut driver, journey, ExitOn::Segment(None));
    add_exit(&mut driver, journey, ExitOn::Trigger(on(trigger)));
    let untouched = driver.add_journey("Other");
    let before = driver.editor.workspace().clone();

    let outcome = driver.must(Command::DeleteSegment(gold));
    assert!(!outcome.change.journeys.contains_key(&untouched));
    let after = driver.journey(journey);
    assert_eq!(after.entry.segments(), [silver]);
    assert_eq!(after.entry.exclusions, [silver]);
    let exits: Vec<_> = after.exits.iter().map(|exit| exit.on.clone()).collect();
    assert_eq!(exits, [ExitOn::Segment(None), ExitOn::Trigger(on(trigger))]);

    driver.undo();
    assert_eq!(driver.editor.workspace(), &before);
}

#[test]
fn undoing_a_change_of_a_segment_shows_it() {
    let mut driver = Driver::new();
    let gold = add_segment(&mut driver, "Gold");
    let mut segment = (*driver.editor.workspace().segments[&gold]).clone();
    segment.name = "Golden".into();
    driver.must(Command::SetSegment(segment));
    driver.undo();
    assert_eq!(driver.editor.session().page, Page::Segments(Some(gold)));
    driver.must(Command::DeleteSegment(gold));
    assert_eq!(driver.editor.session().page, Page::Segments(None));
}

#[test]
fn what_does_not_exist_is_not_looked_at() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Weekly");
    for edit in [
        JourneyEdit::SetEntryBy(by(&[NOWHERE])),
        JourneyEdit::SetExclusions(vec![NOWHERE]),
        JourneyEdit::SetRepeat(Repeat::Never),
    ] {
        // The last one: an entry by segments has no repeat rule.
        if matches!(edit, JourneyEdit::SetRepeat(_)) {
            driver.edit(journey, JourneyEdit::SetEntryBy(by(&[])));
        }
        assert_eq!(driver.refused(journey, edit), Refusal::NotFound);
    }
    assert_eq!(driver.run(Command::DeleteSegment(NOWHERE)), Err(Refusal::NotFound));
}

#[test]
fn a_field_that_a_segment_looks_at_is_not_deleted() {
    let mut driver = Driver::new();
    let field = add_field(&mut driver, "Level", Type::Text);
    let gold = add_segment(&mut driver, "Gold");
    let mut segment = (*driver.editor.workspace().segments[&gold]).clone();
    segment.condition = Condition::row(Source::Contact(field), Operator::Is, &["gold"]);
    driver.must(Command::SetSegment(segment));
    let refused = Err(Refusal::InUse(UseOf::Field(field)));
    assert_eq!(driver.run(Command::DeleteField(field)), refused);
    driver.must(Command::DeleteSegment(gold));
    driver.must(Command::DeleteField(field));
}

#[test]
fn the_entry_says_who_enters_and_when() {
    let mut driver = Driver::new();
    let gold = add_segment(&mut driver, "Gold");
    let journey = driver.add_journey("Weekly");
    driver.edit(journey, JourneyEdit::SetEntryBy(by(&[gold])));
    let said = summary::of_entry(driver.editor.workspace(), driver.journey(journey));
    let expected = Summary::Schedule {
        segments: vec!["Gold".into()],
        at: "2026-03-29T09:00".into(),
        every: Some(Every::Time(Duration::days(7))),
    };
    assert_eq!(said, expected);
}

#[test]
fn a_wait_says_until_when() {
    let mut driver = Driver::new();
    let born = add_field(&mut driver, "Born", Type::DateTime);
    let journey = driver.add_journey("Birthday");
    let wait = driver.place(journey, end_of_root(driver.journey(journey)), NewTile::Wait);
    let offset = Duration::days(3);
    let date = Some(Source::Contact(born));
    let around = |date| WaitUntil::Around { date, side: Side::Before, offset };
    let says = |date| Summary::Around { date, side: Side::Before, offset };
    for (until, expected) in [
        (WaitUntil::Moment("2026-03-29".into()), Summary::Until("2026-03-29".into())),
        (around(date), says(SourceName::Contact("Born".into()))),
        (around(None), says(SourceName::Missing)),
    ] {
        driver.edit(journey, JourneyEdit::SetWait(wait, until));
        let (workspace, found) = (driver.editor.workspace(), driver.journey(journey));
        assert_eq!(summary::of_tile(workspace, found, found.tile(wait).unwrap()), expected);
    }
    driver.edit(journey, JourneyEdit::SetWait(wait, around(date)));
    let refused = Err(Refusal::InUse(UseOf::Field(born)));
    assert_eq!(driver.run(Command::DeleteField(born)), refused);
}
