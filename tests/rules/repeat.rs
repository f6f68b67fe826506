//! A6: whether a contact may enter again.

use parcours::engine::report::Refusal;
use parcours::model::journey::Repeat;

use crate::world::*;

fn entered(repeat: Repeat, at: &[i64]) -> (u64, u64) {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 10)]);
    world.edit(journey).entry.set_repeat(repeat);
    for &hour in at {
        world.event(go, hour);
    }
    let counts = world.run();
    let refused = counts.journey("A").refused.get(&Refusal::Repeat).copied().unwrap_or(0);
    (counts.journey("A").entered, refused)
}

#[test]
fn a6_never_again_holds_after_the_instance_has_ended() {
    assert_eq!(entered(Repeat::Never, &[0, 1, 100]), (1, 2));
}

#[test]
fn a6_at_once_lets_several_instances_run() {
    assert_eq!(entered(Repeat::AtOnce, &[0, 0, 1]), (3, 0));
}

#[test]
fn a6_a_delay_counts_from_the_last_entry_and_has_its_end_in() {
    assert_eq!(entered(Repeat::After(hours(5)), &[0, 4, 5, 9, 10]), (3, 2));
}

#[test]
fn a6_a_refused_entry_does_not_move_the_delay() {
    assert_eq!(entered(Repeat::After(hours(5)), &[0, 3, 6, 9]), (2, 2));
}

#[test]
fn a6_one_contact_does_not_count_for_another() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![]);
    let ben = world.contact("ben", &[]);
    world.event(go, 0);
    world.event_of(ben, go, 0, &[]);
    assert_eq!(world.run().journey("A").entered, 2);
}

#[test]
fn a6_an_instance_of_its_own_journey_may_start_the_next() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 10), raise("r", go)]);
    world.edit(journey).entry.set_repeat(Repeat::After(hours(10)));
    world.event(go, 0);
    world.window(None, Some(25));
    assert_eq!(world.run().journey("A").entered, 3);
}

#[test]
fn a15_journeys_that_start_each_other_twice_are_let_in_a_thousand_times() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 1), raise("r", go), raise("q", go)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    world.contact("bea", &[]);
    world.event(go, 100);
    let counts = world.run();
    let journey = counts.journey("A");
    // Two by events, and those that tiles begin; the others are refused.
    assert_eq!((journey.entered, journey.refused[&Refusal::Limit]), (1_002, 1_004));
    assert_eq!(journey.entered, journey.completed);
}
