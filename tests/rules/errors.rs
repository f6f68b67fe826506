//! What cannot run is named with its journey, its place and its cause.

use std::sync::Arc;

use parcours::engine::data::Dataset;
use parcours::engine::find::{Visit, find};
use parcours::engine::own::DataIssue;
use parcours::engine::plan::{Plan, PlanCause, PlanError, PlanPlace};
use parcours::engine::report::Refusal;
use parcours::engine::run::Window;
use parcours::model::condition::{Operator, Source};
use parcours::model::id::{FieldId, TriggerId};
use parcours::model::journey::{JourneyState, Listener, Mapping};
use parcours::model::predicate::PredicateError;
use parcours::model::resolve::SourceError;
use parcours::model::time::TimeError;
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::world::*;

fn causes(world: &World) -> Vec<PlanCause> {
    world.compile().unwrap_err().into_iter().map(|error| error.cause).collect()
}

#[test]
fn a_listener_without_a_trigger_never_fires() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait_for("i", Listener::default(), 5)]);
    world.goal(journey, Listener::default());
    world.exit_on(journey, Listener::default());
    let unfinished = world.journey("B", go, vec![]);
    world.edit(unfinished).entry.listen(Listener::default());
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::No], 1);
    assert_eq!((counts.journey("A").goal_met, counts.journey("B").entered), (0, 0));
}

#[test]
fn a_custom_trigger_without_a_trigger_does_nothing() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let mut tile = raise("r", go);
    Arc::make_mut(&mut tile).kind = parcours::model::journey::TileKind::CustomTrigger {
        trigger: None,
        mappings: Default::default(),
        binding: None,
    };
    world.journey("A", go, vec![tile]);
    world.event(go, 0);
    assert_eq!(world.run().tile("r").left, 1);
}

#[test]
fn m2_a_mapping_of_another_type_is_an_error_that_names_both() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let next = world.trigger("Next", &["phone"]);
    let (field, phone) = (world.field("phone", Type::Text), world.attribute(next, "phone"));
    let tile = raise_with("r", next, &[(phone, Mapping::Attribute(Source::Contact(field)))]);
    let id = tile.id;
    let journey = world.journey("A", go, vec![tile]);
    let error = PlanError {
        journey: Some(journey),
        place: PlanPlace::Tile(id),
        cause: PlanCause::MappingType { attribute: phone, wanted: Type::Number, found: Type::Text },
    };
    assert_eq!(error.tile(), Some(id));
    assert_eq!(world.compile().unwrap_err(), [error]);
}

#[test]
fn all_errors_are_told_at_once() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let value = world.attribute(go, "value");
    let gone = FieldId(99);
    let unfinished = row(Source::Incoming(value), Operator::Equals, &["much"]);
    let nowhere = row(Source::Contact(gone), Operator::IsEmpty, &[]);
    let mut unasked = nowhere.clone();
    unasked.rows_mut().for_each(|row| row.source = None);
    let incoming = row(Source::Incoming(value), Operator::IsEmpty, &[]);
    let journey = world.journey(
        "A",
        go,
        vec![
            branch(
                "b",
                vec![("x", nowhere, vec![]), ("y", unasked, vec![]), ("z", incoming, vec![])],
                vec![],
            ),
            raise_with("r", go, &[(value, fixed("1,5"))]),
            raise("q", TriggerId(98)),
        ],
    );
    world.edit(journey).entry.listener_mut().unwrap().condition = unfinished;
    world.edit(journey).time_zone = "Mars".into();
    world.edit(journey).end = "soon".into();
    let found = causes(&world);
    let operand = parcours::model::value::ValueError::Number(
        parcours::model::decimal::DecimalError::NotANumber,
    );
    for cause in [
        PlanCause::TimeZone("Mars".into()),
        PlanCause::Period(TimeError),
        PlanCause::Row(0, PredicateError::Operand(0, operand)),
        PlanCause::RowSource(0, SourceError::Field(gone)),
        PlanCause::NoSource(0),
        PlanCause::RowSource(0, SourceError::NoIncoming),
        PlanCause::Fixed(value, operand),
        PlanCause::Trigger(TriggerId(98)),
    ] {
        assert!(found.contains(&cause), "{cause:?} in {found:?}");
    }
    assert_eq!(found.len(), 8);
}

#[test]
fn a8_what_does_not_react_is_not_compiled() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![raise("r", TriggerId(99))]);
    assert!(world.compile().is_err());
    world.edit(journey).state = JourneyState::Draft;
    assert!(world.compile().is_ok());
}

#[test]
fn contacts_and_events_that_do_not_fit_are_named_and_left_out() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let (value, field) = (world.attribute(go, "value"), world.field("orders", Type::Number));
    world.set(field, "many");
    let twin = world.contact("anna", &[]);
    world.event_with(go, 0, &[("value", "much")]);
    let anna = *world.workspace.contacts.keys().next().unwrap();
    let event = *world.workspace.events.keys().next().unwrap();
    let (data, issues) = Dataset::from_workspace(&world.workspace);
    let number = parcours::model::value::ValueError::Number(
        parcours::model::decimal::DecimalError::NotANumber,
    );
    assert_eq!(
        issues,
        [
            DataIssue::ContactValue(anna, field, number),
            DataIssue::DuplicateName(twin),
            DataIssue::EventValue(event, value, number),
        ]
    );
    assert_eq!((data.contacts(), data.events()), (1, 1));
    assert_eq!((&*data.name(0), data.value(0, field)), ("anna", None));
}

#[test]
fn data_fits_a_workspace_that_was_changed_since() {
    let mut world = World::new();
    let go = world.trigger("Go", &["first", "value"]);
    let value = world.attribute(go, "value");
    let field = world.field("orders", Type::Number);
    world.set(field, "3");
    world.event_with(go, 0, &[("value", "7")]);
    let (data, _) = Dataset::from_workspace(&world.workspace);
    let trigger = std::sync::Arc::make_mut(world.workspace.triggers.get_mut(&go).unwrap());
    trigger.attributes.remove(0);
    world.workspace.fields.remove(&field);
    world.field("new", Type::Text);
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.listen(at_least(go, value, "7"));
    let plan = Plan::compile(&world.workspace).unwrap();
    assert_eq!(find(&plan, &data, Window::default(), Visit::Entered(journey)), [0]);
}

#[test]
fn those_behind_each_count_are_found() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &["x"]));
    let (waits, fails) = (wait_for("i", on(stop), 50), raise("r", stop));
    let (wait_id, fail_id) = (waits.id, fails.id);
    let journey = world.journey("A", go, vec![fails, waits, wait("w", 9)]);
    world.goal(journey, on(stop));
    let leave = world.trigger("Leave", &[]);
    world.exit_on(journey, on(leave));
    for (name, events) in [("ben", [go, leave]), ("cleo", [go, stop]), ("dora", [go, go])] {
        let contact = world.contact(name, &[]);
        for (hour, trigger) in events.into_iter().enumerate() {
            world.event_of(contact, trigger, hour as i64, &[]);
        }
    }
    world.window(None, Some(40));
    let (data, _) = Dataset::from_workspace(&world.workspace);
    let (plan, window) =
        (world.compile().unwrap(), Window::of(&world.workspace.settings.run).unwrap());
    for (visit, expected) in [
        (Visit::Entered(journey), vec![1, 2, 3]),
        (Visit::Reached(wait_id), vec![1, 2, 3]),
        (Visit::FailedAt(fail_id), vec![1, 2, 3]),
        (Visit::Took(wait_id, Slot::Yes), vec![2]),
        (Visit::WaitsAt(wait_id), vec![3]),
        (Visit::ExitedAt(wait_id), vec![1]),
        (Visit::Exited(journey), vec![1]),
        (Visit::Inside(journey), vec![3]),
        (Visit::Completed(journey), vec![2]),
        (Visit::MetGoal(journey), vec![2]),
        (Visit::Refused(journey, Refusal::Repeat), vec![3]),
        (Visit::Refused(journey, Refusal::Condition), vec![]),
    ] {
        assert_eq!(find(&plan, &data, window, visit), expected, "{visit:?}");
    }
}
