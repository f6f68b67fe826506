//! Versions of a journey and how they replace each other (rules S5 and S7).

use parcours::check::{Code, check};
use parcours::editor::published::{Instead, instead};
use parcours::editor::{Command, Created, JourneyEdit, NewTile, Refusal};
use parcours::model::id::JourneyId;
use parcours::model::journey::JourneyState::{self, *};
use parcours::model::journey::{Goal, Target};
use parcours::model::tree::{Place, SequenceId};

use crate::driver::Driver;

fn state(driver: &Driver, id: JourneyId) -> JourneyState {
    driver.journey(id).state
}

fn new_version(driver: &mut Driver, id: JourneyId) -> JourneyId {
    match driver.must(Command::NewVersion(id, "Shorter wait".into())).created {
        Some(Created::Journey(id)) => id,
        other => panic!("{other:?}"),
    }
}

/// A live journey with a tile.
fn live(driver: &mut Driver) -> JourneyId {
    let journey = driver.add_journey("Nurture");
    let place = Place { sequence: SequenceId::Root, index: 0 };
    driver.place(journey, place, NewTile::Wait);
    driver.edit(journey, JourneyEdit::SetState(Live));
    journey
}

#[test]
fn s7_a_new_version_is_a_draft_that_says_what_it_replaces_and_where_its_tiles_come_from() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    let second = new_version(&mut driver, first);
    assert_eq!((state(&driver, first), state(&driver, second)), (LiveEditing, Draft));
    let (old, new) = (driver.journey(first), driver.journey(second));
    assert_eq!((new.name.as_str(), new.version.number), ("Nurture", 2));
    assert_eq!(new.version.replaces, Some(first));
    assert_eq!(new.version.comment, "Shorter wait");
    assert_ne!(new.tiles[0].id, old.tiles[0].id);
    assert_eq!(new.in_origins().tiles, old.tiles);
    assert_eq!(driver.editor.session().journey(), Some(second));
    // The next run shows what the new version does.
    assert!(driver.editor.workspace().settings.run.as_published.contains(&second));
    driver.undo();
    assert_eq!(state(&driver, first), Live);
    assert!(driver.editor.workspace().settings.run.as_published.is_empty());
}

#[test]
fn s7_the_old_version_drains_when_the_new_one_is_published() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    let second = new_version(&mut driver, first);
    driver.edit(second, JourneyEdit::SetState(Live));
    assert_eq!((state(&driver, first), state(&driver, second)), (Completing, Live));
    let third = new_version(&mut driver, second);
    assert_eq!(driver.journey(third).version.number, 3);
    let workspace = driver.editor.workspace();
    assert_eq!(workspace.versions(second), [first, second, third]);
    let (old, new) = (driver.journey(first), driver.journey(third));
    assert_eq!(new.in_origins().tiles, old.in_origins().tiles, "through the one between");
    driver.undo();
    driver.undo();
    assert_eq!((state(&driver, first), state(&driver, second)), (LiveEditing, Draft));
}

#[test]
fn s7_the_old_version_stays_live_while_the_new_one_is_scheduled() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    let second = new_version(&mut driver, first);
    driver.edit(second, JourneyEdit::Schedule("2026-06-01".into()));
    assert_eq!((state(&driver, first), state(&driver, second)), (Live, Scheduled));
    assert_eq!(driver.journey(second).start, "2026-06-01");
    driver.edit(second, JourneyEdit::SetState(Draft));
    assert_eq!(state(&driver, first), LiveEditing);
    driver.edit(second, JourneyEdit::Schedule("2026-06-01".into()));
    driver.edit(second, JourneyEdit::SetState(Live));
    assert_eq!((state(&driver, first), state(&driver, second)), (Completing, Live));
}

#[test]
fn s7_a_new_version_that_is_discarded_leaves_the_old_one_live() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    let second = new_version(&mut driver, first);
    driver.must(Command::DeleteJourney(second));
    assert_eq!(state(&driver, first), Live);
}

#[test]
fn s7_only_one_version_at_a_time_is_to_replace_a_journey_that_is_live_or_paused() {
    let mut driver = Driver::new();
    let draft = driver.add_journey("Draft");
    let refused = driver.run(Command::NewVersion(draft, String::new()));
    assert_eq!(refused, Err(Refusal::NotLive(draft)));
    let first = live(&mut driver);
    let second = new_version(&mut driver, first);
    let refused = driver.run(Command::NewVersion(first, String::new()));
    assert_eq!(refused, Err(Refusal::HasNextVersion(second)));
    driver.edit(first, JourneyEdit::SetState(Paused));
    driver.edit(first, JourneyEdit::SetState(Live));
    assert_eq!(state(&driver, first), LiveEditing, "the draft is still there");
}

#[test]
fn s7_versions_of_one_journey_share_a_name_and_a_copy_does_not() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    new_version(&mut driver, first);
    let duplicates = |driver: &Driver| {
        let found = check(driver.editor.workspace());
        found.iter().filter(|problem| problem.code == Code::DuplicateJourneyName).count()
    };
    assert_eq!(duplicates(&driver), 0);
    driver.must(Command::DuplicateJourney(first));
    let copy = driver.editor.session().journey().unwrap();
    assert_eq!(driver.journey(copy).version.replaces, None);
    driver.edit(copy, JourneyEdit::Rename("Nurture".into()));
    assert_eq!(duplicates(&driver), 3);
}

#[test]
fn s7_what_happens_to_people_inside_is_told_by_two_runs() {
    use parcours::engine::data::Dataset;
    use parcours::engine::plan::Plan;
    use parcours::engine::report::Report;
    use parcours::engine::run::{Window, simulate};
    use parcours::model::audience::Happening;
    use parcours::model::journey::Listener;

    let mut driver = Driver::new();
    let go = driver.add_trigger("Go");
    let first = live(&mut driver);
    driver.undo();
    let on = Listener { trigger: Some(go), ..Listener::default() };
    driver.edit(first, JourneyEdit::SetEntry(on));
    driver.edit(first, JourneyEdit::SetState(Live));
    for (name, at) in [("anna", "2026-01-05"), ("ben", "2026-01-07")] {
        let Some(Created::Contact(contact)) = driver.must(Command::AddContact(name.into())).created
        else {
            panic!("no contact")
        };
        let values = Default::default();
        let what = Happening::Trigger { trigger: go, values, binding: String::new() };
        driver.must(Command::AddEvent(contact, what, at.into()));
    }
    let second = new_version(&mut driver, first);
    let workspace = driver.editor.workspace();
    let at = "2026-01-05T12:00:00Z".parse::<parcours::model::time::Moment>().unwrap();
    let at = at.start(&parcours::model::zone::TimeZone::UTC);
    let reports = workspace.handover(first, second, at).unwrap().map(|world| {
        let (data, issues) = Dataset::from_workspace(&world);
        assert!(issues.is_empty());
        let window = Window::of(&world.settings.run).unwrap();
        let mut report = Report::default();
        simulate(&Plan::compile(&world).unwrap(), &data, 0..data.contacts(), window, &mut report);
        report
    });
    let [until, over] = reports;
    let waits = workspace.journeys[&first].tiles[0].id;
    assert_eq!((until.journeys[&first].inside, until.tiles[&waits].waiting), (1, 1));
    assert_eq!((over.journeys[&first].entered, over.journeys[&first].completed), (1, 1));
    assert_eq!(over.journeys[&second].entered, 1);
}

/// An edit that changes what the journey does.
fn a_tile() -> JourneyEdit {
    JourneyEdit::Insert(Place { sequence: SequenceId::Root, index: 0 }, NewTile::Exit)
}

#[test]
fn s9_what_is_published_is_edited_as_a_new_version() {
    let mut driver = Driver::new();
    let first = live(&mut driver);
    let refused = Refusal::Published { journey: first, state: Live };
    assert_eq!(driver.refused(first, a_tile()), refused);
    assert_eq!(
        driver.refused(first, JourneyEdit::SetPeriod("2026-03-01".into(), String::new())),
        refused
    );
    assert_eq!(driver.refused(first, JourneyEdit::AddExit), refused);
    assert_eq!(instead(driver.editor.workspace(), first), Some(Instead::NewVersion));
    let offered = Instead::NewVersion.command(first);
    assert_eq!(offered, Some(Command::NewVersion(first, String::new())));
    let second = new_version(&mut driver, first);
    driver.edit(second, a_tile());
    // While it is edited, the live one still stays as it is, and leads to the draft.
    let refused = Refusal::Published { journey: first, state: LiveEditing };
    assert_eq!(driver.refused(first, a_tile()), refused);
    assert_eq!(instead(driver.editor.workspace(), first), Some(Instead::Open(second)));
    assert_eq!(instead(driver.editor.workspace(), second), None);
}

#[test]
fn s9_names_descriptions_and_the_target_of_a_goal_publish_in_place() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let wait = driver.place(journey, Place { sequence: SequenceId::Root, index: 0 }, NewTile::Wait);
    let goal = |target| JourneyEdit::SetGoal(Some(Goal { target, ..Goal::default() }));
    driver.edit(journey, goal(None));
    driver.edit(journey, JourneyEdit::SetState(Live));
    driver.edit(journey, JourneyEdit::Rename("Welcome".into()));
    driver.edit(journey, JourneyEdit::Describe("For members".into()));
    driver.edit(journey, JourneyEdit::RenameTile(wait, "Cool down".into()));
    driver.edit(journey, goal(Some(Target::Count(10))));
    assert_eq!(
        driver.journey(journey).goal,
        Some(Goal { target: Some(Target::Count(10)), ..Goal::default() })
    );
    let refused = Refusal::Published { journey, state: Live };
    assert_eq!(driver.refused(journey, JourneyEdit::SetGoal(None)), refused);
}

#[test]
fn s9_a_scheduled_journey_is_made_a_draft_again_and_one_that_is_over_is_copied() {
    let mut driver = Driver::new();
    let journey = live(&mut driver);
    driver.undo();
    driver.edit(journey, JourneyEdit::Schedule("2026-03-03".into()));
    assert_eq!(driver.refused(journey, a_tile()), Refusal::Published { journey, state: Scheduled });
    assert_eq!(instead(driver.editor.workspace(), journey), Some(Instead::ToDraft));
    driver.must(Instead::ToDraft.command(journey).unwrap());
    driver.edit(journey, a_tile());
    for state in [Live, Paused, Completing, Completed] {
        driver.edit(journey, JourneyEdit::SetState(state));
        assert_eq!(driver.refused(journey, a_tile()), Refusal::Published { journey, state });
    }
    assert_eq!(instead(driver.editor.workspace(), journey), Some(Instead::Copy));
    driver.must(Instead::Copy.command(journey).unwrap());
}

#[test]
fn s9_an_edit_in_passing_leaves_what_is_published_alone_and_what_is_over_to_its_past() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let Some(Created::Segment(segment)) = driver.must(Command::AddSegment("Staff".into())).created
    else {
        panic!("no segment")
    };
    driver.edit(journey, JourneyEdit::SetExclusions(vec![segment]));
    driver.edit(journey, JourneyEdit::SetState(Live));
    let refused = driver.run(Command::DeleteSegment(segment));
    assert_eq!(refused, Err(Refusal::Published { journey, state: Live }));
    driver.edit(journey, JourneyEdit::SetState(Stopped));
    driver.must(Command::DeleteSegment(segment));
    assert_eq!(driver.journey(journey).entry.exclusions, []);
}
