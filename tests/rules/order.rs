//! T3: what comes first for one contact at one instant.

use parcours::model::journey::Repeat;
use parcours::model::tree::Slot;

use crate::world::*;

#[test]
fn t3_a_trigger_at_the_time_limit_counts_as_yes() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait_for("i", on(stop), 5)]);
    world.event(go, 0);
    world.event(stop, 5);
    assert_eq!(world.run().tile("i").branches[&Slot::Yes], 1);
}

#[test]
fn t3_a_trigger_after_the_time_limit_comes_too_late() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait_for("i", on(stop), 5)]);
    world.event(go, 0);
    world.event(stop, 6);
    assert_eq!(world.run().tile("i").branches[&Slot::No], 1);
}

#[test]
fn t3_of_two_triggers_at_one_instant_the_second_resolves_the_wait_that_the_first_began() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![wait_for("i", on(go), 5)]);
    world.event(go, 3);
    world.event(go, 3);
    let counts = world.run();
    assert_eq!(counts.tile("i").branches[&Slot::Yes], 1);
    assert_eq!(counts.journey("A").entered, 1);
}

#[test]
fn t3_a_trigger_does_not_resolve_the_wait_that_it_began() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![wait_for("i", on(go), 5)]);
    world.event(go, 3);
    assert_eq!(world.run().tile("i").branches[&Slot::No], 1);
}

#[test]
fn t3_events_of_one_instant_come_in_their_given_order() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait_for("i", on(stop), 5)]);
    world.event(stop, 3);
    world.event(go, 3);
    assert_eq!(world.run().tile("i").branches[&Slot::No], 1, "it came before the wait began");
}

#[test]
fn t3_events_are_sorted_by_time_whatever_their_order_in_the_file() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait_for("i", on(stop), 5)]);
    world.event(stop, 4);
    world.event(go, 3);
    assert_eq!(world.run().tile("i").branches[&Slot::Yes], 1);
}

#[test]
fn t3_what_a_tile_raises_comes_after_the_events_of_the_instant() {
    let mut world = World::new();
    let (go, next, stop) =
        (world.trigger("Go", &[]), world.trigger("Next", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![raise("r", next), wait_for("i", on(stop), 5)]);
    world.journey("B", next, vec![]);
    world.event(go, 0);
    world.event(stop, 0);
    assert_eq!(
        world.lines(&["yes", "B2/entry entered"]),
        ["0h A1/i yes by Stop", "0h B2/entry entered"]
    );
}

#[test]
fn t3_raised_triggers_come_in_the_order_in_which_they_were_raised() {
    let mut world = World::new();
    let (go, x, y) = (world.trigger("Go", &[]), world.trigger("X", &[]), world.trigger("Y", &[]));
    world.journey("A", go, vec![raise("ry", y), raise("rx", x)]);
    world.journey("B", x, vec![]);
    world.journey("C", y, vec![]);
    world.event(go, 0);
    assert_eq!(
        world.lines(&["entered"]),
        ["0h A1/entry entered", "0h C2/entry entered", "0h B3/entry entered"]
    );
}

#[test]
fn t3_an_instance_runs_on_until_it_waits_before_the_next_activation_is_taken() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    world.journey("A", go, vec![raise("r", next), wait("w", 1)]);
    world.journey("B", next, vec![]);
    world.event(go, 0);
    assert_eq!(
        world.lines(&["raised", "waits", "entered"]),
        [
            "0h A1/entry entered",
            "0h A1/r raised Next",
            "0h A1/w waits until 1h",
            "0h B2/entry entered",
        ]
    );
}

#[test]
fn t3_what_a_timer_raises_is_worked_off_before_the_next_timer_fires() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    world.journey("A", go, vec![wait("w", 5), raise("r", next)]);
    world.journey("B", go, vec![wait("x", 5)]);
    world.journey("C", next, vec![]);
    world.event(go, 0);
    assert_eq!(
        world.lines(&["waited", "C3/entry entered"]),
        ["5h A1/w waited", "5h C3/entry entered", "5h B2/x waited",]
    );
}

#[test]
fn t3_timers_of_one_instant_fire_in_the_order_in_which_they_were_set() {
    let mut world = World::new();
    let (go, late) = (world.trigger("Go", &[]), world.trigger("Late", &[]));
    world.journey("A", late, vec![wait("w", 3)]);
    world.journey("B", go, vec![wait("x", 5)]);
    world.event(go, 0);
    world.event(late, 2);
    assert_eq!(world.lines(&["waited"]), ["5h B1/x waited", "5h A2/w waited"]);
}

#[test]
fn t3_a_timer_that_is_due_at_once_fires_when_the_queue_is_empty() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait_for("i", on(stop), 0)]);
    world.event(go, 0);
    world.event(stop, 0);
    assert_eq!(world.run().tile("i").branches[&Slot::Yes], 1);
}

#[test]
fn t3_a_raised_trigger_resolves_a_wait_that_began_before_it_was_taken() {
    let mut world = World::new();
    let (go, next) = (world.trigger("Go", &[]), world.trigger("Next", &[]));
    world.journey("A", go, vec![raise("r", next), wait_for("i", on(next), 5)]);
    world.event(go, 0);
    assert_eq!(world.run().tile("i").branches[&Slot::Yes], 1);
}

#[test]
fn t3_events_come_before_timers_of_the_same_instant() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 5)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    world.event(go, 5);
    assert_eq!(
        world.lines(&["waited", "entered"]),
        ["0h A1/entry entered", "5h A2/entry entered", "5h A1/w waited", "10h A2/w waited",]
    );
}
