//! What is kept of a journey from one check to the next, and which edits are so slight
//! that it stays true: those of what a tile is called, maps, sends or how long it waits.
//! After them only the tiles that were edited are checked.
//!
//! **Invariant:** an edit that is taken for slight changes neither what comes to other
//! tiles nor what is known there.

use crate::check::limits;
use crate::check::offer::may_be_empty;
use crate::check::part::Part;
use crate::check::scope::Scope;
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Mapping, Tile, TileKind};
use crate::model::sorted::SortedSet;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

/// What the checks of one journey share.
#[derive(Debug)]
pub(super) struct Seen {
    pub scope: Scope,
    /// Whether a contact goes through the whole journey in one instant, so that nothing
    /// can happen to it on the way (rule T3). A journey without tiles is not begun yet.
    pub never_waits: bool,
    /// Sources that may be empty, and are not at these tiles: the ways there have asked.
    pub given: SortedSet<(TileId, Source)>,
}

impl Seen {
    /// Of a journey whose ways are not walked yet: nothing is given.
    pub fn of(journey: &Journey) -> Self {
        let scope = Scope::of(journey);
        let tiles = journey.all_tiles();
        let waits = |tile: &&Tile| {
            matches!(tile.kind, TileKind::Wait(_) | TileKind::WaitFor { .. })
                && scope.is_reachable(tile.id)
        };
        let never_waits = !tiles.is_empty() && !tiles.iter().any(waits);
        Self { scope, never_waits, given: SortedSet::new() }
    }
}

/// A slight edit.
pub(super) struct Slight<'a> {
    /// The tiles without branches that were edited, as they are now.
    pub tiles: Vec<&'a Tile>,
    /// Those that are called otherwise.
    pub named: Vec<&'a Tile>,
    /// Whether the journey uses what it used, in the same places.
    pub uses_stay: bool,
}

impl<'a> Slight<'a> {
    /// The edit that makes one journey of the other, where it is slight; `part` is what
    /// the journey used before.
    pub fn of(
        workspace: &Workspace,
        part: &Part,
        before: &'a Journey,
        now: &'a Journey,
    ) -> Option<Self> {
        let Journey { name, state, audience, time_zone, start, end, entry, .. } = before;
        let Journey { id: _, description: _, goal, exits, tiles, version: _, .. } = before;
        let is_the_same = (*audience, time_zone) == (now.audience, &now.time_zone)
            && (start, end) == (&now.start, &now.end)
            && (entry, goal, exits) == (&now.entry, &now.goal, &now.exits)
            && (*name == now.name || !part.reads_name);
        let mut edited = Vec::new();
        if !is_the_same || !pairs(tiles, &now.tiles, &mut edited) {
            return None;
        }
        let mut slight =
            Self { tiles: Vec::new(), named: Vec::new(), uses_stay: *state == now.state };
        let mut waits = false;
        for (before, now) in edited {
            if title(before) != title(now) {
                slight.named.push(now);
            }
            if now.kind.sequences().is_empty() && before.kind != now.kind {
                slight.uses_stay &= uses_stay(&before.kind, &now.kind)?;
                waits |= matches!(now.kind, TileKind::Wait(_));
                if !asks_nothing_new(workspace, &before.kind, &now.kind) {
                    return None;
                }
                slight.tiles.push(now);
            }
        }
        let takes_as_long = || limits::is_too_long(before) == limits::is_too_long(now);
        (!waits || (!part.has_moments && takes_as_long())).then_some(slight)
    }
}

type Pair<'a> = (&'a Tile, &'a Tile);

/// The tiles that differ, each before and after; `false` where tiles, or what is asked on
/// the way to others, differ.
fn pairs<'a>(before: &'a [Tile], now: &'a [Tile], edited: &mut Vec<Pair<'a>>) -> bool {
    before.len() == now.len()
        && before.iter().zip(now).all(|(before, now)| {
            before == now || (before.id == now.id && differ(before, now, edited))
        })
}

fn differ<'a>(before: &'a Tile, now: &'a Tile, edited: &mut Vec<Pair<'a>>) -> bool {
    edited.push((before, now));
    let mut branches = before.branches().into_iter().zip(now.branches());
    asks_the_same(&before.kind, &now.kind)
        && branches.all(|((_, before), (_, now))| pairs(before, now, edited))
}

/// Whether tiles with branches divide the contacts in the same way, or have none.
fn asks_the_same(before: &TileKind, now: &TileKind) -> bool {
    use TileKind::{AttributeBranch, Split, WaitFor};
    match (before, now) {
        (AttributeBranch { branches: before, .. }, AttributeBranch { branches: now, .. }) => {
            let mut both = before.iter().zip(now);
            before.len() == now.len()
                && both.all(|(one, other)| {
                    (one.id, &one.name) == (other.id, &other.name)
                        && one.condition == other.condition
                })
        }
        (WaitFor { waits: before, limit: was, .. }, WaitFor { waits: now, limit, .. }) => {
            let mut both = before.iter().zip(now);
            (was, before.len()) == (limit, now.len())
                && both.all(|(one, other)| {
                    (one.id, &one.name) == (other.id, &other.name) && one.on == other.on
                })
        }
        (Split { shares: before }, Split { shares: now }) => {
            let mut both = before.iter().zip(now);
            before.len() == now.len()
                && both.all(|(one, other)| {
                    (one.id, &one.name) == (other.id, &other.name) && one.percent == other.percent
                })
        }
        (before, now) => before.sequences().is_empty() && now.sequences().is_empty(),
    }
}

/// What a tile is called, and what it would be called without a name.
fn title(tile: &Tile) -> (&str, &'static str) {
    (&tile.name, crate::check::term::of_tile(&tile.kind))
}

/// Whether a tile without branches uses the same as before; nothing where it does
/// something else altogether.
fn uses_stay(before: &TileKind, now: &TileKind) -> Option<bool> {
    use TileKind::{CustomTrigger, Message, Wait};
    let is_like = |before: &Mapping, now: &Mapping| {
        before == now || matches!((before, now), (Mapping::Fixed(_), Mapping::Fixed(_)))
    };
    match (before, now) {
        (Wait(WaitUntil::Duration(_)), Wait(WaitUntil::Duration(_))) => Some(true),
        (
            CustomTrigger { trigger: was, mappings: before, binding: bound },
            CustomTrigger { trigger, mappings: now, binding },
        ) => {
            let mut mapped = before.iter().zip(now.iter());
            Some(
                (was, bound) == (trigger, binding)
                    && before.len() == now.len()
                    && mapped.all(|((one, was), (other, now))| one == other && is_like(was, now)),
            )
        }
        (Message { to: was, .. }, Message { to, .. }) => Some(was == to),
        _ => None,
    }
}

/// Whether every source that a tile reads was read there before, or has a value anyway:
/// what is given there is known of no other.
fn asks_nothing_new(workspace: &Workspace, before: &TileKind, now: &TileKind) -> bool {
    let is_sure = |source: Source| may_be_empty(workspace, source).is_none();
    match (before, now) {
        (
            TileKind::CustomTrigger { mappings: before, .. },
            TileKind::CustomTrigger { mappings, .. },
        ) => mappings.values().all(|mapping| match *mapping {
            Mapping::Fixed(_) => true,
            Mapping::Attribute(source) => {
                is_sure(source) || before.values().any(|known| known == mapping)
            }
        }),
        (TileKind::Message { to: before, .. }, TileKind::Message { to, .. }) => {
            before == to || to.is_none_or(is_sure)
        }
        _ => true,
    }
}
