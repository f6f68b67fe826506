//! T1, T4 and T7: waits until a moment, and around a date.

use std::sync::Arc;

use parcours::engine::plan::{PlanCause, PlanPlace};
use parcours::model::condition::Source;
use parcours::model::journey::{Tile, TileKind};
use parcours::model::time::HOUR;
use parcours::model::value::Type;
use parcours::model::wait::{Side, WaitUntil};

use crate::world::*;

fn until(name: &str, text: &str) -> Arc<Tile> {
    tile(name, TileKind::Wait(WaitUntil::Moment(text.into())))
}

fn around(name: &str, date: Option<Source>, side: Side, count: u32) -> Arc<Tile> {
    tile(name, TileKind::Wait(WaitUntil::Around { date, side, offset: hours(count) }))
}

/// A contact enters at hour 0 of 1970 and waits until then, in that zone.
fn waits(zone: &str, text: &str) -> Vec<String> {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![until("w", text)]);
    world.edit(journey).time_zone = zone.into();
    world.event(go, 0);
    world.lines(&["A1/w"])
}

#[test]
fn t1_a_moment_is_in_the_time_zone_of_the_journey() {
    let at = |hour| [format!("0h A1/w waits until {hour}h"), format!("{hour}h A1/w waited")];
    assert_eq!(waits("UTC", "1970-01-02T12:00")[1..3], at(36));
    assert_eq!(waits("Europe/Paris", "1970-01-02T12:00")[1..3], at(35));
    assert_eq!(waits("Europe/Paris", "1970-01-02T12:00Z")[1..3], at(36));
    assert_eq!(waits("America/New_York", "1970-01-02")[1..3], at(29));
}

/// The hour of a morning in Paris at which the wait is over, from midnight UTC on.
fn over_in_paris(day: &str, time: &str) -> i64 {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let journey = world.journey("A", go, vec![until("w", &format!("{day}T{time}"))]);
    world.edit(journey).time_zone = "Europe/Paris".into();
    let midnight = parcours::model::value::Value::parse(
        day,
        &Type::DateTime,
        &parcours::model::zone::TimeZone::UTC,
    );
    let Ok(parcours::model::value::Value::DateTime(midnight)) = midnight else { panic!("{day}") };
    world.event(go, midnight.0 / HOUR - 24);
    let steps = world.steps();
    (steps.last().unwrap().at.0 - midnight.0) / (HOUR / 2)
}

#[test]
fn t1_clocks_forward_move_a_skipped_moment_to_the_first_instant_after() {
    // In half hours: clocks go from 02:00 to 03:00 at 01:00 UTC.
    assert_eq!(over_in_paris("2026-03-29", "01:30"), 1);
    assert_eq!(over_in_paris("2026-03-29", "02:30"), 2);
    assert_eq!(over_in_paris("2026-03-29", "03:00"), 2);
    assert_eq!(over_in_paris("2026-03-29", "03:30"), 3);
}

#[test]
fn t1_clocks_back_show_a_moment_twice_and_the_earlier_is_meant() {
    // Clocks go from 03:00 back to 02:00 at 01:00 UTC.
    assert_eq!(over_in_paris("2026-10-25", "02:30"), 1);
    assert_eq!(over_in_paris("2026-10-25", "03:30"), 5);
}

#[test]
fn t4_a_moment_that_has_come_is_not_waited_for() {
    for (text, line) in [
        ("1969-12-31", "0h A1/w goes on, -24h passed"),
        ("1970-01-01", "0h A1/w goes on, 0h passed"),
    ] {
        assert_eq!(waits("UTC", text), ["0h A1/w arrived", line, "0h A1/w completed"]);
    }
}

#[test]
fn t7_without_a_moment_or_a_date_a_contact_goes_on_and_is_counted() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let born = world.field("Born", Type::DateTime);
    let ben = world.contact("ben", &[(born, "1970-01-02")]);
    let date = Some(Source::Contact(born));
    world.journey("A", go, vec![around("w", date, Side::At, 0), around("x", None, Side::At, 0)]);
    world.event(go, 0);
    world.event_of(ben, go, 0, &[]);
    assert_eq!(
        world.lines(&["A1"])[1..],
        [
            "0h A1/w arrived",
            "0h A1/w has no date",
            "0h A1/x arrived",
            "0h A1/x has no date",
            "0h A1/x completed"
        ]
    );
    let counts = world.run();
    assert_eq!(
        (counts.tile("w").arrived, counts.tile("w").failed, counts.tile("w").left),
        (2, 1, 2)
    );
    assert_eq!(counts.tile("x").failed, 2);
}

#[test]
fn t7_a_wait_is_before_at_or_after_the_date() {
    for (side, hour) in [(Side::Before, 45), (Side::At, 48), (Side::After, 51)] {
        let mut world = World::new();
        let go = world.trigger("Go", &[]);
        let born = world.field("Born", Type::DateTime);
        world.set(born, "1970-01-03");
        let date = Some(Source::Contact(born));
        world.journey("A", go, vec![around("w", date, side, 3)]);
        world.event(go, 1);
        assert_eq!(world.lines(&["waited"]), [format!("{hour}h A1/w waited")]);
        // Who comes as late as that, or later, does not wait.
        world.workspace.events.clear();
        world.event(go, hour);
        assert_eq!(world.lines(&["w goes on"]), [format!("{hour}h A1/w goes on, {hour}h passed")]);
    }
}

#[test]
fn t7_a_date_may_come_with_the_trigger_of_the_entry_or_of_a_wait() {
    let mut world = World::new();
    let go = world.typed_trigger("Go", &[("when", Type::DateTime)]);
    let move_it = world.typed_trigger("Move", &[("when", Type::DateTime)]);
    let mut asked = wait_for("i", on(move_it), 100);
    let first = world.attribute(go, "when");
    let second = world.attribute(move_it, "when");
    let moved = Some(Source::Received(asked.id, second));
    let mut branches = Arc::make_mut(&mut asked).kind.sequences_mut();
    branches[0].push(around("later", moved, Side::After, 2));
    let journey = world.journey("A", go, vec![]);
    let entry = world.edit(journey).entry.id;
    let soon = around("soon", Some(Source::Received(entry, first)), Side::Before, 1);
    world.edit(journey).tiles = vec![soon, asked];
    world.event_with(go, 0, &[("when", "1970-01-01T08:00")]);
    world.event_with(move_it, 9, &[("when", "1970-01-01T20:00Z")]);
    assert_eq!(
        world.lines(&["waits", "waited"]),
        [
            "0h A1/soon waits until 7h",
            "7h A1/soon waited",
            "7h A1/i waits until 107h",
            "9h A1/later waits until 22h",
            "22h A1/later waited"
        ]
    );
}

#[test]
fn t3_a_trigger_at_the_instant_at_which_a_date_has_come_is_heard_first() {
    let mut world = World::new();
    let (go, stop) = (world.trigger("Go", &[]), world.trigger("Stop", &[]));
    let journey = world.journey("A", go, vec![until("w", "1970-01-01T05:00")]);
    world.exit_on(journey, on(stop));
    world.event(go, 0);
    world.event(stop, 5);
    assert_eq!(world.lines(&["5h A1"]), ["5h A1/w exited by Stop"]);
}

#[test]
fn t5_a_wait_until_a_far_date_ends_with_the_instance() {
    assert_eq!(waits("UTC", "1971-01-02").last().unwrap(), &format!("{}h A1/w expired", 365 * 24));
    assert_eq!(waits("UTC", "9999-12-31").last().unwrap(), &format!("{}h A1/w expired", 365 * 24));
}

#[test]
fn what_is_no_date_cannot_run() {
    let mut world = World::new();
    let go = world.trigger("Go", &[]);
    let phone = world.field("Phone", Type::Number);
    let gone = Source::Contact(parcours::model::id::FieldId(999));
    let tiles = vec![
        until("a", "soon"),
        until("b", ""),
        around("c", Some(Source::Contact(phone)), Side::At, 0),
        around("d", Some(gone), Side::At, 0),
    ];
    let ids: Vec<_> = tiles.iter().map(|tile| tile.id).collect();
    world.journey("A", go, tiles);
    let mut errors = world.compile().unwrap_err();
    errors.sort_by_key(|error| error.tile());
    let places: Vec<_> = errors.iter().map(|error| error.place).collect();
    assert_eq!(places, [ids[0], ids[2], ids[3]].map(PlanPlace::Tile));
    assert!(matches!(errors[0].cause, PlanCause::Moment(_)));
    assert_eq!(errors[1].cause, PlanCause::NotADate(Type::Number));
    assert!(matches!(errors[2].cause, PlanCause::DateSource(_)));
}
