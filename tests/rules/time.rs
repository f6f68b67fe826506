//! T1, T2, T4, T5 and the window of a run.

use parcours::engine::report::ExitReason;
use parcours::model::journey::Repeat;
use parcours::model::time::{HOUR, Instant};

use crate::world::*;

#[test]
fn t4_a_wait_counts_from_arrival_at_the_tile() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![wait("w", 5), wait("x", 3)]);
    world.event(go, 10);
    assert_eq!(
        world.story(),
        [
            "10h received Go",
            "10h A1/entry entered",
            "10h A1/w arrived",
            "10h A1/w waits until 15h",
            "15h A1/w waited",
            "15h A1/x arrived",
            "15h A1/x waits until 18h",
            "18h A1/x waited",
            "18h A1/x completed",
        ]
    );
}

#[test]
fn t4_a_wait_of_nothing_continues_at_once() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![wait("w", 0), exit("e")]);
    world.event(go, 1);
    let counts = world.run();
    assert_eq!((counts.tile("w").arrived, counts.tile("w").left), (1, 1));
    assert_eq!(counts.journey("A").completed, 1);
    assert!(world.lines(&["waits"]).is_empty());
}

#[test]
fn t4_a_time_limit_counts_from_arrival_at_the_tile() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    world.journey("A", go, vec![wait("w", 10), wait_for("i", on(stop), 5)]);
    world.event(go, 0);
    assert_eq!(
        world.lines(&["until", "no"]),
        ["0h A1/w waits until 10h", "10h A1/i waits until 15h", "15h A1/i no",]
    );
}

#[test]
fn t5_an_instance_that_lasts_365_days_expires() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let waits = (0..5).map(|number| wait_days(&format!("w{number}"), 90)).collect();
    world.journey("A", go, waits);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.journey("A").exited[&ExitReason::Expired], 1);
    assert_eq!(counts.tile("w4").exited[&ExitReason::Expired], 1);
    assert_eq!(counts.journey("A").completed, 0);
    assert_eq!(world.lines(&["expired"]), ["8760h A1/w4 expired"]);
}

#[test]
fn t5_a_wait_that_ends_when_the_instance_expires_does_not_end() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let mut waits: Vec<_> = (0..4).map(|number| wait_days(&format!("w{number}"), 90)).collect();
    waits.push(wait_days("last", 5));
    world.journey("A", go, waits);
    world.event(go, 0);
    assert_eq!(world.run().tile("last").exited[&ExitReason::Expired], 1);
}

#[test]
fn t5_one_millisecond_before_365_days_an_instance_completes() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let mut waits: Vec<_> = (0..4).map(|number| wait_days(&format!("w{number}"), 90)).collect();
    waits.push(wait("last", 5 * 24 - 1));
    world.journey("A", go, waits);
    world.event(go, 0);
    assert_eq!(world.run().journey("A").completed, 1);
}

#[test]
fn t5_a_trigger_at_the_last_instant_comes_before_the_expiry() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    let mut tiles: Vec<_> = (0..4).map(|number| wait_days(&format!("w{number}"), 90)).collect();
    tiles.push(wait_for("last", on(stop), 24 * 30));
    world.journey("A", go, tiles);
    world.event(go, 0);
    world.event(stop, 365 * 24);
    assert_eq!(world.run().journey("A").completed, 1);
}

#[test]
fn t2_nothing_at_or_after_the_horizon_happens() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait("w", 5), wait("x", 5)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    world.event(go, 10);
    world.window(None, Some(10));
    let counts = world.run();
    assert_eq!(counts.trigger("Go").outside, 1);
    assert_eq!(counts.report.events_outside, 1);
    assert_eq!((counts.tile("w").left, counts.tile("x").waiting), (1, 1));
    assert_eq!((counts.journey("A").inside, counts.journey("A").completed), (1, 0));
    assert_eq!(world.lines(&["still"]), ["10h A1/x still inside"]);
}

#[test]
fn t2_events_before_the_start_are_ignored_and_counted() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![]);
    world.event(go, 4);
    world.event(go, 5);
    world.window(Some(5), None);
    let counts = world.run();
    assert_eq!((counts.report.events_outside, counts.trigger("Go").outside), (1, 1));
    assert_eq!(world.lines(&["entered"]), ["5h A1/entry entered"]);
}

#[test]
fn t2_a_window_that_ends_before_it_starts_holds_nothing() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    world.journey("A", go, vec![]);
    world.event(go, 5);
    world.window(Some(10), Some(2));
    let counts = world.run();
    assert_eq!((counts.report.events_outside, counts.journey("A").entered), (1, 0));
}

#[test]
fn t2_a_circle_in_time_ends_even_without_a_horizon() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![wait_days("w", 10), raise("r", go)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.event(go, 0);
    let counts = world.run();
    assert_eq!(counts.journey("A").entered, 73);
    assert_eq!(counts.journey("A").inside, 1);
}

#[test]
fn t1_the_period_of_a_journey_is_in_its_own_time_zone() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![]);
    let settings = world.edit(journey);
    settings.time_zone = "Europe/Paris".into();
    settings.entry.set_repeat(Repeat::AtOnce);
    (settings.start, settings.end) = ("1970-01-02".into(), "1970-01-03".into());
    for hour in [22, 23, 46, 47] {
        world.event(go, hour);
    }
    assert_eq!(world.lines(&["entered"]), ["23h A1/entry entered", "46h A2/entry entered"]);
    assert_eq!(world.lines(&["refused"]), ["22h A refused TimeWindow", "47h A refused TimeWindow"]);
    assert_eq!(Instant(23 * HOUR).to_string(), "1970-01-01T23:00:00Z");
}
