//! T3, T6, T8, A6 and A8: entries by a schedule.

use parcours::engine::report::Refusal;
use parcours::model::entry::EntryBy;
use parcours::model::every::{Every, MonthDay};
use parcours::model::journey::JourneyState;
use parcours::model::time::{HOUR, Moment};
use parcours::model::zone::TimeZone;

use crate::stage::stage;
use crate::world::*;

#[test]
fn t6_a_schedule_lets_in_whoever_belongs_to_a_segment_then() {
    let mut stage = stage();
    stage.scheduled(&[stage.silver], "1970-01-01T03:00", None);
    assert_eq!(
        stage.world.story(),
        [
            "3h A1/entry taken from Silver",
            "3h A1/w arrived",
            "3h A1/w waits until 8h",
            "8h A1/w waited",
            "8h A1/w completed"
        ]
    );
    let counts = stage.world.run();
    assert_eq!((counts.journey("A").entered, counts.journey("A").completed), (2, 2));
    assert!(counts.journey("A").refused.is_empty(), "ben is not refused: nothing happens to him");
}

#[test]
fn t6_a_member_of_two_segments_enters_once_through_the_first() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold, stage.silver], "1970-01-01T03:00", None);
    assert_eq!(stage.world.lines(&["taken"]), ["3h A1/entry taken from Gold"]);
    assert_eq!(stage.world.run().journey("A").entered, 2);
}

#[test]
fn t6_a_schedule_is_in_the_time_zone_of_the_journey() {
    let mut stage = stage();
    let journey = stage.scheduled(&[stage.gold], "1970-01-02", None);
    stage.world.edit(journey).time_zone = "Europe/Paris".into();
    assert_eq!(stage.world.lines(&["taken"]), ["23h A1/entry taken from Gold"]);
}

#[test]
fn t6_a_schedule_recurs_each_time_so_long_after_until_the_run_ends() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "1970-01-01T03:00", Some(24));
    stage.world.window(None, Some(3 + 72));
    let taken = ["3h A1/entry taken from Gold", "27h A2/entry taken from Gold"];
    assert_eq!(stage.world.lines(&["taken"])[..2], taken);
    assert_eq!(stage.world.run().journey("A").entered, 3, "the end of the run is not in it");
}

#[test]
fn t6_a_day_is_24_hours_so_the_time_of_day_moves_where_clocks_change() {
    let mut stage = stage();
    let journey = stage.scheduled(&[stage.gold], "2026-03-28T09:00", Some(24));
    stage.world.edit(journey).time_zone = "Europe/Paris".into();
    stage.world.edit(journey).end = "2026-03-30T00:00".into();
    let entered: Vec<_> = stage.world.steps().iter().map(|step| step.at.to_string()).collect();
    assert_eq!(entered.first().unwrap(), "2026-03-28T08:00:00Z");
    assert!(entered.contains(&"2026-03-29T08:00:00Z".to_owned()), "10:00 in Paris: {entered:?}");
}

#[test]
fn t6_a_schedule_that_recurs_ends_with_its_journey() {
    let mut stage = stage();
    let journey = stage.scheduled(&[stage.gold], "1970-01-01T00:00", Some(10));
    stage.world.edit(journey).end = "1970-01-01T20:00".into();
    let counts = stage.world.run();
    assert_eq!(counts.journey("A").entered, 2);
    assert!(counts.journey("A").refused.is_empty());
}

#[test]
fn t6_without_any_end_a_schedule_recurs_for_365_days() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "1970-01-01T00:00", Some(24));
    assert_eq!(stage.world.run().journey("A").entered, 365);
    // An event long after does not end that, nor does one long before.
    let go = stage.go;
    stage.world.event(go, -1_000_000);
    assert_eq!(stage.world.run().journey("A").entered, 365);
}

#[test]
fn t6_runs_before_the_start_of_the_run_do_not_happen() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "1970-01-01T00:00", Some(10));
    stage.world.window(Some(15), Some(35));
    assert_eq!(stage.world.lines(&["taken"]).len(), 2);
    assert_eq!(stage.world.lines(&["taken"])[0], "20h A1/entry taken from Gold");
    stage.world.window(Some(20), Some(21));
    assert_eq!(stage.world.lines(&["taken"]).len(), 1, "the start is in it");
}

#[test]
fn t6_outside_of_the_journeys_period_nobody_enters() {
    for (start, end) in [("1970-01-01T04:00", ""), ("", "1970-01-01T03:00")] {
        let mut stage = stage();
        let journey = stage.scheduled(&[stage.gold], "1970-01-01T03:00", None);
        (stage.world.edit(journey).start, stage.world.edit(journey).end) =
            (start.into(), end.into());
        let counts = stage.world.run();
        assert_eq!(
            (counts.journey("A").entered, counts.journey("A").refused[&Refusal::TimeWindow]),
            (0, 1)
        );
        assert_eq!(stage.world.story(), ["3h A refused TimeWindow"]);
    }
}

#[test]
fn a6_a_run_leaves_out_who_is_still_inside() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "1970-01-01T00:00", Some(4));
    stage.world.window(None, Some(13));
    assert_eq!(
        stage.world.lines(&["taken", "refused", "completed"]),
        [
            "0h A1/entry taken from Gold",
            "4h A refused Repeat",
            "5h A1/w completed",
            "8h A2/entry taken from Gold",
            "12h A refused Repeat",
        ]
    );
}

#[test]
fn t3_who_waits_until_the_instant_of_the_next_run_is_still_inside() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "1970-01-01T00:00", Some(5));
    stage.world.window(None, Some(11));
    assert_eq!(
        stage.world.lines(&["taken", "refused", "completed"]),
        [
            "0h A1/entry taken from Gold",
            "5h A refused Repeat",
            "5h A1/w completed",
            "10h A2/entry taken from Gold",
        ]
    );
}

#[test]
fn t3_schedules_come_before_events_of_their_instant_in_the_order_of_journeys() {
    let mut stage = stage();
    let called = stage.world.trigger("Called", &[]);
    let order = stage.world.trigger("Order", &[]);
    let tiles = vec![raise("r", called), wait_for("i", on(order), 5)];
    stage.scheduled_with(&[stage.gold], "1970-01-01T03:00", None, tiles);
    let second = stage.world.journey("B", called, vec![]);
    let segments = vec![stage.gold];
    let at = "1970-01-01T03:00".to_owned();
    stage.world.edit(second).entry.by = EntryBy::Segments { segments, at, every: None };
    stage.world.journey("C", called, vec![]);
    stage.world.event(order, 3);
    assert_eq!(
        stage.world.story(),
        [
            "3h A1/entry taken from Gold",
            "3h A1/r arrived",
            "3h A1/r raised Called",
            "3h A1/i arrived",
            "3h A1/i waits until 8h",
            "3h B2/entry taken from Gold",
            "3h B2/entry completed",
            "3h received Order",
            "3h A1/i yes by Order",
            "3h A1/i completed",
            "3h C3/entry entered",
            "3h C3/entry completed",
        ]
    );
}

#[test]
fn a8_a_schedule_of_a_journey_that_is_not_live_does_nothing() {
    let mut stage = stage();
    let journey = stage.scheduled(&[stage.gold], "1970-01-01T03:00", None);
    stage.world.edit(journey).state = JourneyState::Draft;
    assert!(stage.world.story().is_empty());
}

#[test]
fn a_schedule_without_a_date_or_a_segment_lets_nobody_in() {
    let mut stage = stage();
    stage.scheduled(&[stage.gold], "", Some(1));
    assert!(stage.world.story().is_empty());
    let mut stage = crate::stage::stage();
    stage.scheduled(&[], "1970-01-01", None);
    assert!(stage.world.story().is_empty());
}

#[test]
fn t8_a_schedule_by_months_keeps_the_day_and_the_time_of_day() {
    for (on, days) in [
        (MonthDay::Same, ["1970-01-30", "1970-02-28", "1970-03-30", "1970-04-30"]),
        (MonthDay::Last, ["1970-01-30", "1970-02-28", "1970-03-31", "1970-04-30"]),
    ] {
        let mut stage = stage();
        let journey = stage.scheduled_with(&[stage.gold], "1970-01-30T09:00", None, vec![]);
        let EntryBy::Segments { every, .. } = &mut stage.world.edit(journey).entry.by else {
            panic!("a schedule starts it")
        };
        *every = Some(Every::Months(1, on));
        stage.world.edit(journey).end = "1970-05-01".into();
        assert_eq!(stage.world.run().journey("A").entered, 4, "{on:?}");
        let days = days.map(|day| {
            let day: Moment = day.parse().unwrap();
            format!("{}h A", day.start(&TimeZone::UTC).0 / HOUR + 9)
        });
        let entered = stage.world.lines(&["taken"]);
        let starts: Vec<bool> =
            entered.iter().zip(&days).map(|(line, day)| line.starts_with(day.as_str())).collect();
        assert_eq!(starts, [true; 4], "{entered:?}");
    }
}
