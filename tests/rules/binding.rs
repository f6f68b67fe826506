//! `bindingId`: which instances a trigger is meant for (rules S4 and A9).

use parcours::model::condition::{Operator, Source};
use parcours::model::id::TriggerId;
use parcours::model::journey::{Mapping, Repeat};

use crate::world::*;

/// A journey that starts with "Opened" bound to `own`, and waits for "Closed" bound to `came`.
fn waits(own: &str, came: &str) -> (World, TriggerId, TriggerId) {
    let mut world = World::new();
    let (opened, closed) = (world.trigger("Opened", &[]), world.trigger("Closed", &[]));
    world.journey("A", opened, vec![wait_for("w", on(closed), 24)]);
    world.event(opened, 0);
    world.bind(own);
    world.event(closed, 1);
    world.bind(came);
    (world, opened, closed)
}

fn resolves(own: &str, came: &str) -> bool {
    waits(own, came).0.lines(&["yes by"]).len() == 1
}

#[test]
fn a9_a_wait_resumes_by_the_binding() {
    for (own, came, resumes) in [
        ("", "", true),
        ("", "incident/000", true),
        ("incident/000", "incident/000", true),
        ("incident/000", "incident/001", false),
        ("incident/000", "opportunity/001", true),
        ("incident/000", "", true),
        ("random string 2", "", false),
        ("random string 1", "random string 2", false),
        ("/incident/000/", "incident/000", true),
    ] {
        assert_eq!(resolves(own, came), resumes, "{own} and {came}");
    }
}

#[test]
fn a9_the_trace_says_that_the_binding_is_another() {
    let (world, ..) = waits("incident/000", "incident/001");
    assert_eq!(world.lines(&["binding"]), ["1h A1/w other binding Closed"]);
}

#[test]
fn a9_of_two_instances_only_the_bound_one_resumes() {
    let mut world = World::new();
    let (opened, closed) = (world.trigger("Opened", &[]), world.trigger("Closed", &[]));
    let journey = world.journey("A", opened, vec![wait_for("w", on(closed), 24)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    for (hour, trigger, binding) in
        [(0, opened, "incident/1"), (1, opened, "incident/2"), (2, closed, "incident/2")]
    {
        world.event(trigger, hour);
        world.bind(binding);
    }
    assert_eq!(world.lines(&["yes by"]), ["2h A2/w yes by Closed"]);
}

#[test]
fn a9_goals_and_exits_follow_the_binding() {
    for (came, counted) in [("incident/1", 1), ("incident/2", 0)] {
        let mut world = World::new();
        let (opened, closed) = (world.trigger("Opened", &[]), world.trigger("Closed", &[]));
        let journey = world.journey("A", opened, vec![wait("w", 24)]);
        world.goal(journey, on(closed));
        world.exit_on(journey, on(closed));
        world.event(opened, 0);
        world.bind("incident/1");
        world.event(closed, 1);
        world.bind(came);
        let counts = world.run();
        let exits: u64 = counts.journey("A").exited.values().sum();
        assert_eq!((counts.journey("A").goal_met, exits), (counted, counted), "{came}");
    }
}

#[test]
fn a9_an_entry_does_not_look_at_the_binding() {
    let mut world = World::new();
    let opened = world.trigger("Opened", &[]);
    let journey = world.journey("A", opened, vec![wait("w", 24)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    for binding in ["incident/1", "incident/1", ""] {
        world.event(opened, 0);
        world.bind(binding);
    }
    assert_eq!(world.run().journey("A").entered, 3);
}

#[test]
fn s4_a_tile_hands_the_binding_of_its_entry_on() {
    let mut world = World::new();
    let (opened, next) = (world.trigger("Opened", &[]), world.trigger("Next", &[]));
    let closed = world.trigger("Closed", &[]);
    let journey = world.journey("A", opened, vec![]);
    let entry = world.edit(journey).entry.id;
    let handed = Mapping::Attribute(Source::ReceivedBinding(entry));
    world.edit(journey).tiles = vec![bound(raise("r", next), handed)];
    world.journey("B", next, vec![wait_for("w", on(closed), 24)]);
    world.event(opened, 0);
    world.bind("incident/1");
    world.event(closed, 1);
    world.bind("incident/2");
    world.event(closed, 2);
    world.bind("incident/1");
    assert_eq!(world.lines(&["yes by"]), ["2h B2/w yes by Closed"]);
}

#[test]
fn s4_a_binding_may_be_empty_without_failing_the_activation() {
    let mut world = World::new();
    let (opened, next) = (world.trigger("Opened", &[]), world.trigger("Next", &[]));
    let journey = world.journey("A", opened, vec![]);
    let entry = world.edit(journey).entry.id;
    let handed = Mapping::Attribute(Source::ReceivedBinding(entry));
    world.edit(journey).tiles =
        vec![bound(raise("r", next), handed), bound(raise("s", next), fixed(""))];
    world.event(opened, 0);
    let counts = world.run();
    assert_eq!((counts.trigger("Next").activated, counts.tile("r").failed), (2, 0));
}

#[test]
fn s4_a_condition_can_look_at_the_binding() {
    for (binding, entered) in [("incident/1", 1), ("opportunity/1", 0), ("", 0)] {
        let mut world = World::new();
        let opened = world.trigger("Opened", &[]);
        let journey = world.journey("A", opened, vec![wait("w", 1)]);
        world.edit(journey).entry.listener_mut().unwrap().condition =
            row(Source::IncomingBinding, Operator::BeginsWith, &["incident/"]);
        world.event(opened, 0);
        world.bind(binding);
        assert_eq!(world.run().journey("A").entered, entered, "{binding}");
    }
}
