//! One journey: its settings, its Entry, its tiles one by one. What depends on other
//! journeys is looked at elsewhere.

use crate::check::code::Code;
use crate::check::condition;
use crate::check::context::Context;
use crate::check::limits;
use crate::check::mapping;
use crate::check::message;
use crate::check::names;
use crate::check::problem::Problem;
use crate::check::segments;
use crate::check::site::{Site, Spot, Subject};
use crate::check::split;
use crate::check::waits;
use crate::check::walk::{Conditioned, Listening, Role};
use crate::model::decimal::Decimal;
use crate::model::journey::{Repeat, Target, Tile, TileKind};
use crate::model::time::{Moment, time_zone};

/// Checks the settings of one journey, its Entry included.
pub(super) fn check(context: &Context, found: &mut Vec<Problem>) {
    settings(context, found);
    limits::check(context, found);
    segments::check_journey(context, found);
    for listening in Listening::of_journey(context.journey) {
        check_listener(context, &listening, found);
    }
}

fn settings(context: &Context, found: &mut Vec<Problem>) {
    let journey = context.journey;
    let subject = Subject::Journey(journey.id);
    if time_zone(&journey.time_zone).is_none() {
        let problem = Problem::new(Code::InvalidTimeZoneName, subject.at(Spot::TimeZone));
        found.push(problem.text("zone", &journey.time_zone));
    }
    period(subject, &journey.start, &journey.end, &context.zone, found);
    let entry = |spot| Site::in_journey(journey.id, Some(journey.entry.id), spot);
    if matches!(journey.entry.repeat(), Some(Repeat::After(delay)) if delay.count == 0) {
        found.push(Problem::new(Code::ZeroRepeatDelay, entry(Spot::Repeat)));
    }
    let invalid_target =
        journey.goal.as_ref().and_then(|goal| goal.target).is_some_and(|target| match target {
            Target::Count(count) => count == 0,
            Target::Share(share) => share <= Decimal::from(0) || share > Decimal::from(100),
        });
    if invalid_target {
        found.push(Problem::new(Code::InvalidGoalTarget, subject.at(Spot::Target)));
    }
}

/// Checks a start and an end, as [`Moment`] reads them; empty is open.
pub(super) fn period(
    subject: Subject,
    start: &str,
    end: &str,
    zone: &crate::model::zone::TimeZone,
    found: &mut Vec<Problem>,
) {
    let mut read = |text: &str, code, spot| {
        if text.trim().is_empty() {
            return None;
        }
        let moment = text.trim().parse::<Moment>();
        if moment.is_err() {
            found.push(Problem::new(code, subject.at(spot)).text("value", text));
        }
        moment.ok().map(|moment| moment.start(zone))
    };
    let from = read(start, Code::InvalidStartTime, Spot::Start);
    let to = read(end, Code::InvalidEndTime, Spot::End);
    if from.zip(to).is_some_and(|(from, to)| to <= from) {
        let problem = Problem::new(Code::InvalidTimeRange, subject.at(Spot::End));
        found.push(problem.text("start", start).text("end", end));
    }
}

fn check_listener(context: &Context, listening: &Listening, found: &mut Vec<Problem>) {
    let none = match listening.role {
        Role::Goal => Code::NoGoalTrigger,
        Role::Ends => Code::NoExitTrigger,
        Role::Waits => Code::NoWaitTrigger,
        Role::Starts | Role::Raised | Role::Flow => Code::NoEntryTrigger,
    };
    let site = listening.trigger_site();
    // Without a trigger there is nothing that its condition could look at.
    let Some(trigger) = context.trigger(listening.on.trigger, none, site, found) else { return };
    condition::check(context, &listening.condition(), found);
    let never = match listening.role {
        Role::Goal => Code::GoalNeverMet,
        Role::Ends => Code::ExitNeverHappens,
        _ => return,
    };
    if context.seen.never_waits(context.journey) {
        found.push(Problem::new(never, site).trigger(trigger));
    }
}

/// Checks the settings of one tile, but not how long it waits.
pub(super) fn check_tile(context: &Context, tile: &Tile, found: &mut Vec<Problem>) {
    let journey = context.journey.id;
    let site = |spot| Site::in_journey(journey, Some(tile.id), spot);
    match &tile.kind {
        TileKind::AttributeBranch { .. } => {
            names::branches(&tile.kind, site, found);
            for held in Conditioned::of_tile(journey, tile) {
                if held.condition.is_empty() {
                    found.push(Problem::new(Code::EmptyBranchCondition, held.site()));
                }
                condition::check(context, &held, found);
            }
        }
        TileKind::WaitFor { waits, .. } => {
            names::branches(&tile.kind, site, found);
            for listening in Listening::of_tile(journey, tile) {
                check_listener(context, &listening, found);
            }
            for wait in waits {
                message::check_wait(context, tile.id, wait, found);
            }
        }
        TileKind::Message { to, content, .. } => {
            message::check(context, tile.id, *to, content, found);
        }
        TileKind::Split { shares } => {
            names::branches(&tile.kind, site, found);
            split::check(shares, site, found);
        }
        TileKind::CustomTrigger { trigger, mappings, binding } => {
            mapping::check(context, tile.id, *trigger, mappings, binding.as_ref(), found);
        }
        TileKind::Wait(wait) => waits::check(context, tile.id, wait, found),
        TileKind::Exit => {}
    }
}
