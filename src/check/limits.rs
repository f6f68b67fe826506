//! Limits: how long tiles wait, how many branches they have, how deep they nest,
//! and how long the longest way through a journey takes.

use crate::check::code::Code;
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::check::problem::Problem;
use crate::check::site::{Site, Spot, Subject};
use crate::model::journey::{
    Journey, MAX_BRANCHES, MAX_DEPTH, MAX_INSTANCE, MAX_WAIT, Sequence, Tile, TileKind,
};
use crate::model::time::{DAY, Duration};
use crate::model::wait::{Side, WaitUntil};

/// Checks the limits of a journey as a whole.
pub(super) fn check(context: &Context, found: &mut Vec<Problem>) {
    if context.seen.is_too_long {
        let site = Subject::Journey(context.journey.id).at(Spot::Whole);
        found.push(Problem::new(Code::JourneyTooLong, site).number("days", MAX_INSTANCE / DAY));
    }
}

/// Whether the longest way through a journey takes longer than a contact may be in it.
pub(super) fn is_too_long(journey: &Journey) -> bool {
    longest(&journey.tiles).any() > MAX_INSTANCE
}

/// Checks how long one tile waits, how many branches it has, and how deep it is nested.
pub(super) fn check_tile(context: &Context, tile: &Tile, found: &mut Vec<Problem>) {
    let journey = context.journey.id;
    let site = |spot| Site::in_journey(journey, Some(tile.id), spot);
    let fix = Fix::ShortenWait(journey, tile.id);
    // Of tiles that are nested too deep, the outermost says so, and not what is within it.
    let has_branches = !tile.kind.sequences().is_empty();
    if has_branches && context.seen.scope.depth(tile.id) == MAX_DEPTH {
        found.push(Problem::new(Code::TooDeep, site(Spot::Whole)).number("most", MAX_DEPTH));
    }
    match &tile.kind {
        TileKind::Wait(WaitUntil::Duration(duration)) => {
            let codes = (Code::WaitTooLong, Code::ZeroWait);
            found.extend(check_wait(*duration, codes, site(Spot::Duration), fix));
        }
        TileKind::Wait(WaitUntil::Around { side: Side::After, offset, .. }) => {
            let wait =
                check_wait(*offset, (Code::WaitTooLong, Code::ZeroWait), site(Spot::Duration), fix);
            found.extend(wait.filter(|problem| problem.code == Code::WaitTooLong));
        }
        TileKind::WaitFor { waits, limit, .. } => {
            let codes = (Code::LimitTooLong, Code::ZeroLimit);
            found.extend(check_wait(*limit, codes, site(Spot::Limit), fix));
            found.extend(too_many(waits.len(), site(Spot::Whole)));
        }
        TileKind::Split { shares } => found.extend(too_many(shares.len(), site(Spot::Whole))),
        TileKind::AttributeBranch { branches, .. } if branches.is_empty() => {
            found.push(Problem::new(Code::NoBranches, site(Spot::Whole)));
        }
        TileKind::AttributeBranch { branches, .. } => {
            found.extend(too_many(branches.len(), site(Spot::Whole)));
        }
        _ => {}
    }
}

fn too_many(count: usize, site: Site) -> Option<Problem> {
    let problem = Problem::new(Code::TooManyBranches, site).number("count", count);
    (count > MAX_BRANCHES).then(|| problem.number("most", MAX_BRANCHES))
}

fn check_wait(
    duration: Duration,
    (long, zero): (Code, Code),
    site: Site,
    fix: Fix,
) -> Option<Problem> {
    match duration.millis() {
        0 => Some(Problem::new(zero, site)),
        millis if millis > MAX_WAIT => {
            Some(Problem::new(long, site).number("days", MAX_WAIT / DAY).fix(fix))
        }
        _ => None,
    }
}

/// The longest ways through a sequence, in milliseconds.
#[derive(Default)]
struct Ways {
    /// Among those that end in it.
    ended: i64,
    /// Among those that go on after it, if any do.
    on: Option<i64>,
}

impl Ways {
    fn any(&self) -> i64 {
        self.ended.max(self.on.unwrap_or_default())
    }
}

fn longest(tiles: &Sequence) -> Ways {
    let mut ways = Ways { ended: 0, on: Some(0) };
    for tile in tiles {
        let Some(before) = ways.on else { break };
        let step = longest_of(tile);
        ways.ended = ways.ended.max(before.saturating_add(step.ended));
        ways.on = step.on.map(|on| before.saturating_add(on));
    }
    ways
}

fn longest_of(tile: &Tile) -> Ways {
    match &tile.kind {
        TileKind::Exit => Ways::default(),
        TileKind::Wait(WaitUntil::Duration(duration)) => {
            Ways { ended: 0, on: Some(duration.millis()) }
        }
        // How long it waits depends on when a contact comes.
        TileKind::Wait(WaitUntil::Moment(_) | WaitUntil::Around { .. }) => {
            Ways { ended: 0, on: Some(0) }
        }
        TileKind::CustomTrigger { .. } | TileKind::Message { .. } => Ways { ended: 0, on: Some(0) },
        TileKind::WaitFor { limit, .. } => {
            let ways = either(tile);
            let add = |millis: i64| millis.saturating_add(limit.millis());
            Ways { ended: add(ways.ended), on: ways.on.map(add) }
        }
        TileKind::AttributeBranch { .. } | TileKind::Split { .. } => either(tile),
    }
}

fn either(tile: &Tile) -> Ways {
    let branches = tile.kind.sequences().into_iter().map(longest);
    branches.fold(Ways::default(), |all, one| Ways {
        ended: all.ended.max(one.ended),
        on: all.on.max(one.on),
    })
}
