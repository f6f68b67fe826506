//! A4, A6, A10 and A11: segments, exclusions, and exits by segment.

use parcours::engine::report::{ExitReason, Refusal};
use parcours::model::condition::{Condition, JourneyProperty, Operator, Source};
use parcours::model::id::SegmentId;
use parcours::model::journey::{Repeat, TileKind};
use parcours::model::time::Duration;
use parcours::model::value::Type;
use parcours::model::wait::{Side, WaitUntil};

use crate::stage::stage;
use crate::world::*;

#[test]
fn a4_members_of_an_excluded_segment_do_not_enter_through_a_trigger() {
    let mut stage = stage();
    let journey = stage.world.journey("A", stage.go, vec![]);
    stage.world.edit(journey).entry.exclusions = vec![stage.silver, stage.gold];
    let go = stage.go;
    for contact in stage.world.workspace.contacts.keys().copied().collect::<Vec<_>>() {
        stage.world.event_of(contact, go, 0, &[]);
    }
    let counts = stage.world.run();
    assert_eq!(
        (counts.journey("A").entered, counts.journey("A").refused[&Refusal::Excluded]),
        (1, 2)
    );
    assert_eq!(stage.world.story(), ["0h received Go", "0h A refused Excluded"]);
}

#[test]
fn a4_exclusions_come_after_the_condition_and_before_the_repeat_rule() {
    let mut stage = stage();
    let value = stage.world.trigger("Value", &["value"]);
    let attribute = stage.world.attribute(value, "value");
    let journey = stage.world.journey("A", value, vec![]);
    stage.world.edit(journey).entry.listen(at_least(value, attribute, "10"));
    stage.world.event_with(value, 0, &[("value", "10")]);
    stage.world.event_with(value, 1, &[("value", "1")]);
    stage.world.event_with(value, 2, &[("value", "10")]);
    let refused = |world: &World| world.lines(&["refused", "entered"]);
    assert_eq!(
        refused(&stage.world),
        ["0h A1/entry entered", "1h A refused Condition", "2h A refused Repeat"]
    );
    stage.world.edit(journey).entry.exclusions = vec![stage.gold];
    assert_eq!(
        refused(&stage.world),
        ["0h A refused Excluded", "1h A refused Condition", "2h A refused Excluded"]
    );
}

#[test]
fn a4_exclusions_hold_for_schedules_too() {
    let mut stage = stage();
    let journey = stage.scheduled(&[stage.silver], "1970-01-01T03:00", None);
    stage.world.edit(journey).entry.exclusions = vec![stage.gold];
    let counts = stage.world.run();
    assert_eq!(
        (counts.journey("A").entered, counts.journey("A").refused[&Refusal::Excluded]),
        (1, 1)
    );
}

#[test]
fn a11_membership_is_asked_at_the_instant() {
    let mut stage = stage();
    let born = stage.born;
    stage.world.set(born, "1970-01-01T00:00");
    let young = stage.young(10);
    stage.scheduled(&[young], "1970-01-01T08:00", Some(3));
    stage.world.window(None, Some(100));
    assert_eq!(stage.world.lines(&["taken"]), ["8h A1/entry taken from Young"]);
    assert!(stage.world.lines(&["refused"]).is_empty(), "too old at 11h, and no member");
}

#[test]
fn a11_dates_of_a_segment_are_in_the_time_zone_of_the_journey_that_asks() {
    for (zone, entered) in [("UTC", 0), ("Europe/Paris", 1)] {
        let mut stage = stage();
        let born = stage.born;
        stage.world.set(born, "1970-01-01T23:30Z");
        let on_the_second = Condition::row(Source::Contact(born), Operator::On, &["1970-01-02"]);
        let segment = stage.world.segment("Second", on_the_second);
        let journey = stage.scheduled(&[segment], "1970-01-01T08:00", None);
        stage.world.edit(journey).time_zone = zone.into();
        assert_eq!(stage.world.run().journey("A").entered, entered, "{zone}");
    }
}

#[test]
fn a11_without_rows_everybody_belongs() {
    let mut stage = stage();
    let all = stage.world.segment("All", Condition::default());
    stage.scheduled(&[all], "1970-01-01", None);
    assert_eq!(stage.world.run().journey("A").entered, 3);
}

#[test]
fn a10_a_member_leaves_on_coming_to_the_entry() {
    let mut stage = stage();
    let journey = stage.world.journey("A", stage.go, vec![wait("w", 5)]);
    stage.leave(journey, stage.gold);
    stage.world.event(stage.go, 0);
    assert_eq!(
        stage.world.story(),
        ["0h received Go", "0h A1/entry entered", "0h A1/entry left for Gold"]
    );
    let counts = stage.world.run();
    assert_eq!(counts.journey("A").exited[&ExitReason::Segment(stage.gold)], 1);
    assert_eq!(counts.journey("A").completed, 0);
}

#[test]
fn a10_who_becomes_a_member_leaves_on_going_on_from_a_wait() {
    let mut stage = stage();
    let born = stage.born;
    stage.world.set(born, "1970-01-01T04:00");
    // Ahead of that instant nobody was born in the last hours.
    let young = stage.young(10);
    let journey = stage.world.journey("A", stage.go, vec![wait("w", 3), wait("x", 3), exit("e")]);
    stage.leave(journey, young);
    stage.world.event(stage.go, 0);
    assert_eq!(
        stage.world.lines(&["waited", "left"]),
        ["3h A1/w waited", "6h A1/x left for Young"]
    );
    let counts = stage.world.run();
    let tile = counts.tile("x");
    assert_eq!((tile.arrived, tile.left, tile.exited[&ExitReason::Segment(young)]), (1, 0, 1));
}

#[test]
fn a10_who_leaves_when_the_awaited_trigger_comes_takes_no_branch() {
    let mut stage = stage();
    let stop = stage.world.trigger("Stop", &[]);
    let born = stage.born;
    stage.world.set(born, "1970-01-01T04:00");
    let young = stage.young(10);
    let journey = stage.world.journey("A", stage.go, vec![wait_for("i", on(stop), 9), exit("e")]);
    stage.leave(journey, young);
    stage.world.event(stage.go, 0);
    stage.world.event(stop, 5);
    assert_eq!(stage.world.lines(&["left"]), ["5h A1/i left for Young"]);
    let counts = stage.world.run();
    assert_eq!(counts.tile("i").branches.values().sum::<u64>(), 0);
    assert_eq!(counts.tile("e").arrived, 0);
}

#[test]
fn a10_an_exit_criterion_about_the_trigger_comes_first() {
    let mut stage = stage();
    let stop = stage.world.trigger("Stop", &[]);
    let born = stage.born;
    stage.world.set(born, "1970-01-01T04:00");
    let young = stage.young(10);
    let journey = stage.world.journey("A", stage.go, vec![wait_for("i", on(stop), 9)]);
    stage.leave(journey, young);
    stage.world.exit_on(journey, on(stop));
    stage.world.event(stage.go, 0);
    stage.world.event(stop, 5);
    assert_eq!(stage.world.lines(&["5h A1"]), ["5h A1/i exited by Stop"]);
}

#[test]
fn a10_of_several_criteria_the_first_is_the_reason() {
    let mut stage = stage();
    let journey = stage.world.journey("A", stage.go, vec![wait("w", 1)]);
    stage.leave(journey, stage.silver);
    stage.leave(journey, stage.gold);
    stage.world.event(stage.go, 0);
    assert_eq!(stage.world.lines(&["left"]), ["0h A1/entry left for Silver"]);
}

#[test]
fn a6_each_of_several_instances_leaves_for_itself() {
    let mut stage = stage();
    let born = stage.born;
    stage.world.set(born, "1970-01-01T04:00");
    let young = stage.young(10);
    let journey = stage.world.journey("A", stage.go, vec![wait("w", 3), wait("x", 3)]);
    stage.world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    stage.leave(journey, young);
    for hour in [0, 1, 2, 3] {
        stage.world.event(stage.go, hour);
    }
    assert_eq!(
        stage.world.lines(&["left", "completed"]),
        [
            "4h A2/w left for Young",
            "5h A3/w left for Young",
            "6h A4/w left for Young",
            "6h A1/x left for Young"
        ]
    );
    let counts = stage.world.run();
    assert_eq!(counts.journey("A").exited[&ExitReason::Segment(young)], 4);
}

#[test]
fn what_looks_at_a_segment_that_is_no_segment_cannot_run() {
    let gone = SegmentId(999);
    let mut stage = stage();
    stage.scheduled(&[gone], "1970-01-01", None);
    assert!(stage.world.compile().is_err());
    let mut stage = crate::stage::stage();
    let journey = stage.world.journey("A", stage.go, vec![]);
    stage.world.edit(journey).entry.exclusions = vec![gone];
    assert!(stage.world.compile().is_err());
    let mut stage = crate::stage::stage();
    let journey = stage.world.journey("A", stage.go, vec![]);
    stage.leave(journey, gone);
    assert!(stage.world.compile().is_err());
    let mut stage = crate::stage::stage();
    let name = Source::Journey(JourneyProperty::Name);
    let strange = stage.world.segment("Strange", Condition::row(name, Operator::Is, &["A"]));
    stage.scheduled(&[strange], "1970-01-01", None);
    assert!(stage.world.compile().is_err());
}

#[test]
fn a6_each_of_several_instances_waits_for_itself_around_its_own_date() {
    let mut world = World::new();
    let go = world.typed_trigger("Go", &[("when", Type::DateTime)]);
    let attribute = world.attribute(go, "when");
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    let date = Some(Source::Received(world.edit(journey).entry.id, attribute));
    let offset = Duration::days(0);
    let kind = TileKind::Wait(WaitUntil::Around { date, side: Side::At, offset });
    world.edit(journey).tiles = vec![tile("w", kind)];
    world.event_with(go, 0, &[("when", "1970-01-01T09:00")]);
    world.event_with(go, 1, &[("when", "1970-01-01T05:00")]);
    world.event_with(go, 2, &[("when", "1970-01-01T05:00")]);
    assert_eq!(
        world.lines(&["waited"]),
        ["5h A2/w waited", "5h A3/w waited", "9h A1/w waited"],
        "of two at one instant the one that was set first"
    );
}
