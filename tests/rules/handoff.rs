//! M1 and M4: what a Custom trigger tile raises, and what it starts.

use parcours::engine::trace::{Instance, Origin, What};
use parcours::model::condition::{JourneyProperty, Operator, Source};
use parcours::model::journey::Mapping;
use parcours::model::tree::Slot;
use parcours::model::value::{Type, Value};

use crate::world::*;

#[test]
fn m1_values_come_from_where_they_are_mapped() {
    let mut world = World::new();
    let go = world.trigger("Go", &["value"]);
    let names = ["fixed", "contact", "journey", "id"];
    let next = world.typed_trigger("Next", &names.map(|name| (name, Type::Text)));
    let value = world.typed_trigger("Value", &[("entry", Type::Number), ("wait", Type::Number)]);
    let country = world.field("country", Type::Text);
    world.set(country, "FR");
    let given = world.attribute(go, "value");
    let wait = wait_for("i", on(go), 5);
    let received = wait.id;
    let journey = world.journey("A", go, vec![]);
    let entry = world.edit(journey).entry.id;
    let path = Mapping::Attribute;
    let texts = raise_with(
        "texts",
        next,
        &[
            (world.attribute(next, "fixed"), fixed("Post-purchase")),
            (world.attribute(next, "contact"), path(Source::Contact(country))),
            (world.attribute(next, "journey"), path(Source::Journey(JourneyProperty::Name))),
            (world.attribute(next, "id"), path(Source::Journey(JourneyProperty::Id))),
        ],
    );
    let numbers = raise_with(
        "numbers",
        value,
        &[
            (world.attribute(value, "entry"), path(Source::Received(entry, given))),
            (world.attribute(value, "wait"), path(Source::Received(received, given))),
        ],
    );
    world.edit(journey).tiles = vec![wait, texts, numbers];
    world.event_with(go, 0, &[("value", "1.5")]);
    world.event_with(go, 1, &[("value", "2.5")]);
    let raised: Vec<_> = world
        .steps()
        .into_iter()
        .filter_map(|step| match step.what {
            What::Raised { values, .. } => Some(values),
            _ => None,
        })
        .flatten()
        .collect();
    let values: Vec<_> =
        raised.iter().map(|mapped| mapped.value.clone().unwrap().to_string()).collect();
    assert_eq!(values, ["Post-purchase", "FR", "A", &journey.to_string(), "1.5", "2.5"]);
    assert_eq!(raised[0].from, Origin::Fixed);
    assert_eq!(raised[1].from, Origin::Path(Source::Contact(country)));
}

#[test]
fn m1_the_next_journey_branches_on_what_it_received() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let next = world.typed_trigger("Next", &[("source", Type::Text)]);
    let source = world.attribute(next, "source");
    world.journey("A", go, vec![raise_with("r", next, &[(source, fixed("Post-purchase"))])]);
    let journey = world.journey("B", next, vec![]);
    let entry = world.edit(journey).entry.id;
    let is = row(Source::Received(entry, source), Operator::Is, &["post-purchase"]);
    world.edit(journey).tiles = vec![branch("b", vec![("yes", is, vec![])], vec![])];
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.tile("b").branches[&Slot::Other], 0);
    assert_eq!(counts.tile("b").left, 1);
}

#[test]
fn m4_a_missing_value_fails_the_activation_and_the_contact_goes_on() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let next = world.typed_trigger("Next", &[("phone", Type::Text), ("source", Type::Text)]);
    let phone = world.field("phone", Type::Text);
    let [to_phone, source] = ["phone", "source"].map(|name| world.attribute(next, name));
    let tile = raise_with(
        "r",
        next,
        &[(to_phone, Mapping::Attribute(Source::Contact(phone))), (source, fixed("A"))],
    );
    world.journey("A", go, vec![tile, wait("w", 1)]);
    world.journey("B", next, vec![]);
    world.event(go, 0);
    let counts = world.run();
    let trigger = counts.trigger("Next");
    assert_eq!((trigger.activated, trigger.failed_activations), (0, 1));
    assert_eq!(trigger.failed, [(to_phone, 1)].into());
    assert_eq!((counts.tile("r").failed, counts.tile("w").left), (1, 1));
    assert_eq!(counts.journey("B").entered, 0);
    let failed = world.steps().into_iter().find_map(|step| match step.what {
        What::Failed { values, .. } => Some(values),
        _ => None,
    });
    let values: Vec<_> = failed.unwrap().into_iter().map(|mapped| mapped.value).collect();
    assert_eq!(values, [None, Some(Value::Text("A".into()))]);
}

#[test]
fn m4_an_attribute_that_is_not_mapped_fails_too() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let next = world.trigger("Next", &["one", "two"]);
    let [one, two] = ["one", "two"].map(|name| world.attribute(next, name));
    world.journey("A", go, vec![raise("r", next), raise_with("q", next, &[(one, fixed(" "))])]);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.trigger("Next").failed, [(one, 2), (two, 2)].into());
    assert_eq!(counts.trigger("Next").failed_activations, 2);
}

#[test]
fn a_trigger_without_attributes_needs_no_values() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    world.journey("A", go, vec![raise("r", next)]);
    world.event(go, 0);
    assert_eq!(world.run().trigger("Next").activated, 1);
}

#[test]
fn a_trace_names_the_instances_that_an_activation_started() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    let first = world.journey("A", go, vec![raise("r", next)]);
    let others = [world.journey("B", next, vec![]), world.journey("C", next, vec![])];
    world.event(go, 0);
    let started: Vec<_> = world
        .steps()
        .into_iter()
        .filter_map(|step| match step.what {
            What::Received { started, .. } | What::Raised { started, .. } => Some(started),
            _ => None,
        })
        .collect();
    assert_eq!(started[0], [Instance { number: 1, journey: first }]);
    assert_eq!(
        started[1],
        [Instance { number: 2, journey: others[0] }, Instance { number: 3, journey: others[1] },]
    );
}

#[test]
fn a_trigger_that_is_raised_resolves_waits_of_other_journeys() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    world.journey("A", go, vec![wait("w", 2), raise("r", next)]);
    world.journey("B", go, vec![wait_for("i", on(next), 5)]);
    world.event(go, 0);
    assert_eq!(world.lines(&["yes"]), ["2h B2/i yes by Next"]);
}

#[test]
fn a_value_that_was_raised_is_kept_for_later() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let next = world.trigger("Next", &["value"]);
    let value = world.attribute(next, "value");
    world.journey(
        "A",
        go,
        vec![
            raise_with("one", next, &[(value, fixed("1"))]),
            raise_with("two", next, &[(value, fixed("2"))]),
        ],
    );
    let journey = world.journey("B", next, vec![]);
    world.edit(journey).entry.set_repeat(parcours::model::journey::Repeat::AtOnce);
    let entry = world.edit(journey).entry.id;
    let is = row(Source::Received(entry, value), Operator::Equals, &["1"]);
    world.edit(journey).tiles =
        vec![wait("w", 1), branch("b", vec![("one", is, vec![exit("first")])], vec![])];
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.tile("first").arrived, 1);
    assert_eq!(counts.tile("b").branches[&Slot::Other], 1);
}
