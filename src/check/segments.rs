//! Segments, and what looks at them: entries by a schedule, exclusions, and exit
//! criteria.

use crate::check::code::Code;
use crate::check::condition;
use crate::check::context::Context;
use crate::check::problem::Problem;
use crate::check::site::{Holder, RowPart, Site, Spot};
use crate::check::walk::{self, Conditioned};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::Every;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Entry, Journey, Listener, Repeat};
use crate::model::segment::{MAX_SEGMENTS, Segment};
use crate::model::time::{Instant, Moment};
use crate::model::workspace::Workspace;

/// Checks the condition of a segment.
pub(super) fn check(workspace: &Workspace, segment: &Segment, found: &mut Vec<Problem>) {
    check_segment(&Context::new(workspace, &blank()), segment, found);
}

fn check_segment(context: &Context, segment: &Segment, found: &mut Vec<Problem>) {
    let held = Conditioned::of_segment(segment);
    let before = found.len();
    for (path, row) in held.rows() {
        if row.source.is_some_and(|source| !source.is_of_contact()) {
            let site = held.row_site(path, RowPart::Source);
            found.push(Problem::new(Code::NotAContactField, site));
        }
    }
    if found.len() == before {
        condition::check(context, &held, found);
    }
}

/// Whether nobody can say who belongs to a segment.
fn is_broken(workspace: &Workspace, segment: &Segment) -> bool {
    let mut found = Vec::new();
    check(workspace, segment, &mut found);
    found.iter().any(|problem| problem.code.blocks_run())
}

/// A journey without anything, from which nothing but contact fields can be seen.
fn blank() -> Journey {
    Journey::new(JourneyId(0), "", Entry::on(TileId(0), Listener::default(), Repeat::Never))
}

/// Checks what one journey does with segments.
pub(super) fn check_journey(context: &Context, found: &mut Vec<Problem>) {
    let journey = context.journey;
    for exit in &journey.exits {
        if exit.on == ExitOn::Segment(None) {
            let spot = Spot::Segment(Holder::Exit(exit.id));
            let site = Site::in_journey(journey.id, None, spot);
            found.push(Problem::new(Code::NoExitSegment, site));
        }
    }
    for (site, id) in walk::segments(journey) {
        match context.workspace.segments.get(&id) {
            None => {
                let problem = Problem::new(Code::NonExistingSegment, site);
                found.push(problem.text("id", id.to_string()));
            }
            Some(segment) if is_broken(context.workspace, segment) => {
                let problem = Problem::new(Code::BrokenSegment, site);
                found.push(problem.text("segment", &segment.name));
            }
            Some(_) => {}
        }
    }
    check_entry(context, found);
}

fn check_entry(context: &Context, found: &mut Vec<Problem>) {
    let journey = context.journey;
    let EntryBy::Segments { segments, at, every } = &journey.entry.by else { return };
    let site = |spot| Site::in_journey(journey.id, Some(journey.entry.id), spot);
    if segments.is_empty() {
        found.push(Problem::new(Code::NoEntrySegment, site(Spot::Segments)));
    }
    if segments.len() > MAX_SEGMENTS {
        let problem = Problem::new(Code::TooManySegments, site(Spot::Segments));
        found.push(problem.number("count", segments.len()).number("most", MAX_SEGMENTS));
    }
    let excluded = |id| journey.entry.exclusions.contains(id);
    if !segments.is_empty() && segments.iter().all(excluded) {
        found.push(Problem::new(Code::EverybodyExcluded, site(Spot::Exclusions)));
    }
    if every.is_some_and(Every::is_too_often) {
        found.push(Problem::new(Code::ScheduleTooOften, site(Spot::Schedule)));
    }
    match moment(context, at) {
        _ if at.trim().is_empty() => {
            found.push(Problem::new(Code::NoScheduleTime, site(Spot::Schedule)));
        }
        None => {
            let problem = Problem::new(Code::InvalidScheduleTime, site(Spot::Schedule));
            found.push(problem.text("value", at));
        }
        Some(first) if is_outside(context, first, *every) => {
            found.push(Problem::new(Code::ScheduleOutsidePeriod, site(Spot::Schedule)));
        }
        Some(_) => {}
    }
}

/// Whether the first run, and every run of a schedule that recurs, is outside of the
/// journey's period.
fn is_outside(context: &Context, first: Instant, every: Option<Every>) -> bool {
    let journey = context.journey;
    let early = moment(context, &journey.start).is_some_and(|start| first < start);
    let late = moment(context, &journey.end).is_some_and(|end| first >= end);
    late || (early && every.is_none())
}

/// A moment in the journey's time zone, where it is one.
pub(super) fn moment(context: &Context, text: &str) -> Option<Instant> {
    text.trim().parse::<Moment>().ok().map(|moment| moment.start(&context.zone))
}
