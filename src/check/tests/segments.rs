//! Findings about segments, schedules and waits until a date, and what comes near.

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::Code;
use crate::model::audience::Field;
use crate::model::condition::{Condition, JourneyProperty, Operator, Source};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::{Every, MonthDay};
use crate::model::id::{ExitId, FieldId, SegmentId};
use crate::model::journey::{ExitCriterion, TileKind};
use crate::model::segment::Segment;
use crate::model::time::{Duration, Unit};
use crate::model::value::Type;
use crate::model::wait::{Side, WaitUntil};
use crate::model::workspace::Workspace;

/// A segment that [`add_segment`] adds.
const GOLD: SegmentId = SegmentId(80);
const NOWHERE: SegmentId = SegmentId(999);
const BIRTHDAY: FieldId = FieldId(81);

pub const CASES: &[(Code, Change)] = &[
    (Code::EmptySegmentName, |w| add_segment(w, GOLD, " ")),
    (Code::DuplicateSegmentName, |w| {
        add_segment(w, GOLD, "Gold");
        add_segment(w, SegmentId(82), "gold");
    }),
    (Code::UntrimmedName, |w| add_segment(w, GOLD, " Gold")),
    (Code::NotAContactField, |w| {
        add_segment(w, GOLD, "Gold");
        let name = Source::Journey(JourneyProperty::Name);
        edit_segment(w).condition = Condition::row(name, Operator::Is, &["x"]);
    }),
    (Code::UnknownField, |w| {
        add_segment(w, GOLD, "Gold");
        let gone = Source::Contact(FieldId(999));
        edit_segment(w).condition = Condition::row(gone, Operator::Is, &["x"]);
    }),
    (Code::NoEntrySegment, |w| enter(w, &[], "2026-01-01", None)),
    (Code::TooManySegments, |w| enter(w, &[GOLD; 16], "2026-01-01", None)),
    (Code::NonExistingSegment, |w| enter(w, &[NOWHERE], "2026-01-01", None)),
    (Code::NonExistingSegment, |w| edit(w, MAIN).entry.exclusions = vec![NOWHERE]),
    (Code::NonExistingSegment, |w| leave(w, Some(NOWHERE))),
    (Code::BrokenSegment, |w| {
        leave(w, Some(GOLD));
        edit_segment(w).condition = Condition::row(Source::Contact(PHONE), Operator::Is, &["1"]);
    }),
    (Code::NoExitSegment, |w| leave(w, None)),
    (Code::EverybodyExcluded, |w| {
        enter(w, &[GOLD], "2026-01-01", None);
        edit(w, MAIN).entry.exclusions = vec![GOLD];
    }),
    (Code::NoScheduleTime, |w| enter(w, &[GOLD], " ", None)),
    (Code::InvalidScheduleTime, |w| enter(w, &[GOLD], "soon", None)),
    (Code::ScheduleOutsidePeriod, |w| {
        enter(w, &[GOLD], "2026-01-01", None);
        edit(w, MAIN).start = "2026-01-01T00:01".into();
    }),
    (Code::ScheduleOutsidePeriod, |w| {
        enter(w, &[GOLD], "2026-01-02", Some(Duration::days(1)));
        edit(w, MAIN).end = "2026-01-02".into();
    }),
    (Code::ScheduleTooOften, |w| {
        enter(w, &[GOLD], "2026-01-01", Some(Duration { count: 59, unit: Unit::Minutes }));
    }),
    (Code::ScheduleTooOften, |w| {
        enter(w, &[GOLD], "2026-01-01", None);
        let EntryBy::Segments { every, .. } = &mut edit(w, MAIN).entry.by else { return };
        *every = Some(Every::Months(0, MonthDay::Same));
    }),
    (Code::NoWaitMoment, |w| wait(w, WaitUntil::Moment(String::new()))),
    (Code::InvalidWaitMoment, |w| wait(w, WaitUntil::Moment("soon".into()))),
    (Code::NoWaitDate, |w| wait(w, around(None, Side::At, 0))),
    (Code::NotADate, |w| wait(w, around(Some(Source::Contact(PHONE)), Side::At, 0))),
    (Code::WaitDateMayBeEmpty, |w| wait_for_birthday(w, false, Side::At, 0)),
    (Code::WaitTooLong, |w| wait_for_birthday(w, true, Side::After, 91)),
    (Code::WaitUntilTimeInPast, |w| {
        edit(w, NURTURE).start = "2026-03-29T12:00".into();
        wait(w, WaitUntil::Moment("2026-03-29T12:00".into()));
    }),
    (Code::WaitUntilTimeInPast, |w| {
        Arc::make_mut(&mut w.settings).run.start = "2026-03-30".into();
        wait(w, WaitUntil::Moment("2026-03-29".into()));
    }),
    (Code::WaitUntilTimeInPast, |w| {
        // The two days before it are over at the earliest when its own moment has come.
        edit(w, NURTURE).start = "2026-01-01".into();
        wait(w, WaitUntil::Moment("2026-01-02".into()));
        let before = TileKind::Wait(WaitUntil::Duration(Duration::days(2)));
        edit(w, NURTURE).tiles.insert(0, tile(100, before));
    }),
    (Code::WaitUntilTooFar, |w| {
        edit(w, NURTURE).start = "2026-01-01".into();
        wait(w, WaitUntil::Moment("2026-04-02".into()));
    }),
];

const NEAR: &[(Code, Change)] = &[
    (Code::DuplicateSegmentName, |w| {
        add_segment(w, GOLD, "Gold");
        add_segment(w, SegmentId(82), "Göld");
    }),
    (Code::TooManySegments, |w| enter(w, &[GOLD; 15], "2026-01-01", None)),
    (Code::BrokenSegment, |w| {
        // Nobody looks at it.
        add_segment(w, GOLD, "Gold");
        edit_segment(w).condition = Condition::row(Source::Contact(PHONE), Operator::Is, &["1"]);
    }),
    (Code::EverybodyExcluded, |w| {
        enter(w, &[GOLD, SegmentId(82)], "2026-01-01", None);
        edit(w, MAIN).entry.exclusions = vec![GOLD];
    }),
    (Code::ScheduleOutsidePeriod, |w| {
        enter(w, &[GOLD], "2026-01-01", None);
        edit(w, MAIN).start = "2026-01-01".into();
        edit(w, MAIN).end = "2026-01-01T00:01".into();
    }),
    (Code::ScheduleOutsidePeriod, |w| {
        // Later runs are within.
        enter(w, &[GOLD], "2026-01-01", Some(Duration::days(7)));
        edit(w, MAIN).start = "2026-01-02".into();
    }),
    (Code::ScheduleTooOften, |w| {
        enter(w, &[GOLD], "2026-01-01", Some(Duration { count: 1, unit: Unit::Hours }));
    }),
    (Code::WaitDateMayBeEmpty, |w| wait_for_birthday(w, true, Side::At, 0)),
    (Code::WaitTooLong, |w| wait_for_birthday(w, true, Side::Before, 365)),
    (Code::WaitTooLong, |w| wait_for_birthday(w, true, Side::After, 90)),
    (Code::WaitUntilTimeInPast, |w| wait(w, WaitUntil::Moment("1999-01-01".into()))),
    (Code::WaitUntilTimeInPast, |w| {
        // Local times are the journey's: Paris is an hour ahead.
        edit(w, NURTURE).start = "2026-01-01T11:00Z".into();
        wait(w, WaitUntil::Moment("2026-01-01T12:01".into()));
    }),
    (Code::WaitUntilTooFar, |w| {
        edit(w, NURTURE).start = "2026-01-01".into();
        wait(w, WaitUntil::Moment("2026-04-01".into()));
    }),
    (Code::ExitNeverHappens, |w| {
        // It is looked at on arrival too.
        leave(w, Some(GOLD));
        edit(w, MAIN).tiles.clear();
    }),
];

#[test]
fn what_only_comes_near_a_segment_or_a_date_is_not_found() {
    for (at, (code, change)) in NEAR.iter().enumerate() {
        let found = codes(change);
        assert!(!found.contains(code), "case {at}: {code:?} is among {found:?}");
    }
}

#[test]
fn a_sound_schedule_and_sound_segments_are_not_remarked_on() {
    let found = codes(|w| {
        enter(w, &[GOLD], "2026-01-01T09:00", Some(Duration::days(7)));
        leave(w, Some(GOLD));
        wait_for_birthday(w, true, Side::Before, 3);
    });
    assert_eq!(found, []);
}

fn add_segment(workspace: &mut Workspace, id: SegmentId, name: &str) {
    let condition = Condition::row(Source::Contact(NAME), Operator::Is, &["Ada"]);
    let segment = Segment { id, name: name.into(), description: String::new(), condition };
    workspace.segments.insert(id, Arc::new(segment));
}

fn edit_segment(workspace: &mut Workspace) -> &mut Segment {
    Arc::make_mut(workspace.segments.get_mut(&GOLD).unwrap())
}

/// Lets a schedule start [`MAIN`].
fn enter(workspace: &mut Workspace, segments: &[SegmentId], at: &str, every: Option<Duration>) {
    add_segment(workspace, GOLD, "Gold");
    let segments = segments.to_vec();
    edit(workspace, MAIN).entry.by =
        EntryBy::Segments { segments, at: at.into(), every: every.map(Every::Time) };
}

fn leave(workspace: &mut Workspace, segment: Option<SegmentId>) {
    add_segment(workspace, GOLD, "Gold");
    let on = ExitOn::Segment(segment);
    edit(workspace, MAIN).exits.push(ExitCriterion { id: ExitId(90), on });
}

/// Lets [`WAIT`] wait.
fn wait(workspace: &mut Workspace, until: WaitUntil) {
    *edit_tile(workspace, NURTURE, WAIT) = TileKind::Wait(until);
}

fn around(date: Option<Source>, side: Side, days: u32) -> WaitUntil {
    WaitUntil::Around { date, side, offset: Duration::days(days) }
}

fn wait_for_birthday(workspace: &mut Workspace, required: bool, side: Side, days: u32) {
    let field = Field { id: BIRTHDAY, name: "Birthday".into(), ty: Type::DateTime, required };
    workspace.fields.insert(BIRTHDAY, Arc::new(field));
    edit_contact(workspace).values.insert(BIRTHDAY, "2000-02-29".into());
    wait(workspace, around(Some(Source::Contact(BIRTHDAY)), side, days));
}
