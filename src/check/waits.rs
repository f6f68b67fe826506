//! Wait tiles that wait until a moment or around a date.

use crate::check::code::Code;
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::check::offer::EmptyReason;
use crate::check::problem::{Arg, Problem};
use crate::check::scope::At;
use crate::check::segments::moment;
use crate::check::site::{Site, Spot};
use crate::model::condition::Source;
use crate::model::entry::EntryBy;
use crate::model::id::TileId;
use crate::model::journey::{MAX_WAIT, Sequence, Tile, TileKind};
use crate::model::time::{DAY, Instant, Moment};
use crate::model::tree::Place;
use crate::model::value::Type;
use crate::model::wait::WaitUntil;

/// Checks what a Wait tile waits for. How long is checked with the other limits.
pub(super) fn check(context: &Context, tile: TileId, wait: &WaitUntil, found: &mut Vec<Problem>) {
    match wait {
        WaitUntil::Duration(_) => {}
        WaitUntil::Moment(text) => found.extend(check_moment(context, tile, text)),
        WaitUntil::Around { date, .. } => check_date(context, tile, *date, found),
    }
}

fn check_moment(context: &Context, tile: TileId, text: &str) -> Option<Problem> {
    let problem = |code| {
        let site = Site::in_journey(context.journey.id, Some(tile), Spot::Date);
        Some(Problem::new(code, site).text("value", text))
    };
    if text.trim().is_empty() {
        return problem(Code::NoWaitMoment);
    }
    let Some(until) = moment(context, text) else { return problem(Code::InvalidWaitMoment) };
    // Nobody enters before that, and nobody is here before the waits above are over.
    let first = entered_from(context)?.plus(at_least(context, tile));
    if until <= first {
        return problem(Code::WaitUntilTimeInPast);
    }
    let too_far = until.0.saturating_sub(first.0) > MAX_WAIT;
    too_far
        .then(|| problem(Code::WaitUntilTooFar))
        .flatten()
        .map(|it| it.number("days", MAX_WAIT / DAY))
}

/// The instant before which no contact enters, where something says so: the journey's
/// start, its schedule, or the start of the run.
fn entered_from(context: &Context) -> Option<Instant> {
    let journey = context.journey;
    let schedule = match &journey.entry.by {
        EntryBy::Segments { at, .. } => moment(context, at),
        EntryBy::Trigger { .. } => None,
    };
    let run = context.workspace.settings.run.start.trim().parse::<Moment>().ok();
    let run = run.map(|start| start.start(&crate::model::zone::TimeZone::UTC));
    schedule.max(moment(context, &journey.start)).max(run)
}

/// How long a contact takes at least from the Entry to a tile: the durations of the
/// Wait tiles that stand above it on the way.
fn at_least(context: &Context, tile: TileId) -> i64 {
    let scope = &context.seen.scope;
    let mut millis: i64 = 0;
    let mut at = scope.place_of(tile);
    while let Some(Place { sequence, index }) = at {
        let before = scope.sequence(context.journey, sequence).map_or(&[][..], Sequence::as_slice);
        let waits = before.iter().take(index).map(|tile| duration(tile));
        millis = waits.fold(millis, i64::saturating_add);
        at = sequence.owner().and_then(|owner| scope.place_of(owner));
    }
    millis
}

fn duration(tile: &Tile) -> i64 {
    match &tile.kind {
        TileKind::Wait(WaitUntil::Duration(duration)) => duration.millis(),
        _ => 0,
    }
}

fn check_date(context: &Context, tile: TileId, date: Option<Source>, found: &mut Vec<Problem>) {
    let site = Site::in_journey(context.journey.id, Some(tile), Spot::Date);
    let Some(source) = date else {
        found.push(Problem::new(Code::NoWaitDate, site));
        return;
    };
    let Some(ty) = context.source(source, None, At::Tile(tile), site, found) else { return };
    let problem = |code| Problem::new(code, site).arg("source", context.name_of(source, None));
    if ty != Type::DateTime {
        found
            .push(problem(Code::NotADate).arg("source-type", Arg::of_type(context.workspace, &ty)));
    } else if let Some(reason) = context.may_be_empty(tile, source) {
        let problem = problem(Code::WaitDateMayBeEmpty);
        found.push(match reason {
            EmptyReason::OptionalField(field) => problem.fix(Fix::RequireField(field)),
            EmptyReason::Row | EmptyReason::Binding => problem,
        });
    }
}
