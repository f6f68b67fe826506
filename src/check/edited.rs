//! What an edit of a journey touched: told by comparing the journey before and after it.
//!
//! **Invariant:** what is not named here is set as it was, and stands among the same tiles
//! in the same order. Comparing passes what both versions share at once; the rest is proportional to
//! what differs.

use std::ops::Range;
use std::sync::Arc;

use crate::check::scope::Scope;
use crate::check::term;
use crate::model::collect;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::tree::SequenceId;

/// What an edit did to a journey.
#[derive(Debug, Default)]
pub(super) struct Edited<'a> {
    /// Tiles that came or are set otherwise, as they are now.
    pub fresh: Vec<&'a Tile>,
    /// Tiles that went, as they were. One that stands elsewhere now went and came.
    pub gone: Vec<&'a Tile>,
    /// Tiles that stayed and are set otherwise, before and after, or have such tiles on
    /// their branches.
    pub changed: Vec<(&'a Tile, &'a Tile)>,
    /// Tiles that stayed and are called otherwise.
    pub named: Vec<&'a Tile>,
    /// All tiles in reading order.
    pub runs: Vec<Run<'a>>,
    /// The first of those that came and of those that went, those on their branches aside.
    pub came: Vec<TileId>,
    pub went: Vec<TileId>,
    pub touched: Touched,
    /// Whether tiles stand elsewhere, or receive something else.
    pub moves: bool,
    /// Whether branches are others, or are called otherwise.
    pub divides: bool,
    /// Whether something but tiles is another.
    pub settings: bool,
}

/// Tiles that follow each other in reading order.
#[derive(Debug)]
pub(super) enum Run<'a> {
    /// They are as they were: from where to where they stood.
    Kept(Range<usize>),
    /// One that came, or is set otherwise.
    Fresh(&'a Tile),
}

/// Where a walk has to stop.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// In each sequence, from where to where something is another.
    sequences: SortedMap<SequenceId, (usize, usize)>,
    /// Tiles that are to be looked at, and those around them.
    tiles: SortedSet<TileId>,
}

impl Touched {
    /// From where to where something is touched in a sequence.
    pub fn within(&self, sequence: SequenceId) -> Option<Range<usize>> {
        self.sequences.get(&sequence).map(|&(start, end)| start..end)
    }

    /// Whether a tile, or something on its branches, is touched.
    pub fn concerns(&self, tile: TileId) -> bool {
        self.tiles.contains(&tile)
    }

    /// Adds a tile, and with it those around it.
    pub fn add(&mut self, scope: &Scope, tile: TileId) {
        let mut at = Some(tile);
        while let Some((tile, place)) = at.and_then(|at| Some((at, scope.place_of(at)?))) {
            self.tiles.insert(tile);
            self.widen(place.sequence, place.index, place.index + 1);
            at = place.sequence.owner();
        }
    }

    fn widen(&mut self, sequence: SequenceId, start: usize, end: usize) {
        let range = self.sequences.entry(sequence).or_insert((start, end));
        *range = (range.0.min(start), range.1.max(end));
    }
}

impl<'a> Edited<'a> {
    /// All of a journey, as if nothing were known of it.
    pub fn whole(journey: &'a Journey) -> Self {
        let fresh = journey.all_tiles();
        let runs = fresh.iter().map(|tile| Run::Fresh(tile)).collect();
        Self { fresh, runs, settings: true, ..Self::default() }
    }

    /// What makes one journey of the other; nothing where that concerns every tile.
    /// `scope` is that of before.
    pub fn of(scope: &Scope, before: &'a Journey, now: &'a Journey) -> Option<Self> {
        let Journey { name: _, audience, time_zone, state, start, end, entry, .. } = before;
        let Journey { id: _, description: _, goal, exits, tiles, version: _, .. } = before;
        if (*audience, time_zone) != (now.audience, &now.time_zone) {
            return None;
        }
        let settings = (*state, start, end) != (now.state, &now.start, &now.end)
            || (entry, goal, exits) != (&now.entry, &now.goal, &now.exits);
        let moves = (entry.id, entry.trigger()) != (now.entry.id, now.entry.trigger());
        let edited = Self { settings, moves, ..Self::default() };
        let mut compare = Compare { scope, edited };
        compare.sequence(SequenceId::Root, tiles, &now.tiles);
        Some(compare.edited)
    }
}

struct Compare<'a, 's> {
    scope: &'s Scope,
    edited: Edited<'a>,
}

impl<'a> Compare<'a, '_> {
    fn sequence(&mut self, id: SequenceId, before: &'a [Arc<Tile>], now: &'a [Arc<Tile>]) {
        let head = alike(before.iter().zip(now));
        let tail = alike(before[head..].iter().rev().zip(now[head..].iter().rev()));
        let (went, came) = (&before[head..before.len() - tail], &now[head..now.len() - tail]);
        self.keep(&before[..head]);
        if !(went.is_empty() && came.is_empty()) {
            self.edited.touched.widen(id, head, now.len() - tail);
            self.middle(went, came);
        }
        self.keep(&before[before.len() - tail..]);
    }

    /// Tells tiles that went, came and stayed apart. Of two that changed their order, that
    /// has moved which moved further.
    fn middle(&mut self, before: &'a [Arc<Tile>], now: &'a [Arc<Tile>]) {
        let places = |tiles: &'a [Arc<Tile>]| {
            collect::map(tiles.iter().enumerate().map(|(place, tile)| (tile.id, place)))
        };
        let (was, is) = (places(before), places(now));
        let (mut i, mut j) = (0, 0);
        loop {
            let (one, other) = (before.get(i), now.get(j));
            if let (Some(one), Some(other)) = (one, other)
                && one.id == other.id
            {
                self.stay(one, other);
                (i, j) = (i + 1, j + 1);
                continue;
            }
            let ahead = one.and_then(|one| is.get(&one.id)?.checked_sub(j));
            let behind = other.and_then(|other| was.get(&other.id)?.checked_sub(i));
            let goes = match (ahead, behind) {
                (Some(ahead), Some(behind)) => behind < ahead,
                (ahead, _) => ahead.is_none() || other.is_none(),
            };
            if let Some(one) = one.filter(|_| goes) {
                self.go(one);
                i += 1;
            } else if let Some(other) = other {
                self.come(other);
                j += 1;
            } else {
                return;
            }
        }
    }

    fn keep(&mut self, tiles: &'a [Arc<Tile>]) {
        let (Some(first), Some(last)) = (tiles.first(), tiles.last()) else { return };
        let spans = self.scope.span(first.id).zip(self.scope.span(last.id));
        if let Some((first, last)) = spans {
            self.edited.runs.push(Run::Kept(first.start..last.end));
        }
    }

    fn go(&mut self, tile: &'a Tile) {
        self.edited.moves = true;
        self.edited.went.push(tile.id);
        self.edited.gone.extend(tile.subtree());
    }

    fn come(&mut self, tile: &'a Tile) {
        self.edited.moves = true;
        self.edited.came.push(tile.id);
        self.edited.touched.tiles.insert(tile.id);
        let subtree = tile.subtree();
        self.edited.runs.extend(subtree.iter().map(|tile| Run::Fresh(tile)));
        self.edited.fresh.extend(subtree);
    }

    fn stay(&mut self, before: &'a Arc<Tile>, now: &'a Arc<Tile>) {
        if before == now {
            return self.keep(std::slice::from_ref(before));
        }
        if title(before) != title(now) {
            self.edited.named.push(now);
        }
        let (were, are) = (labels(&before.kind), labels(&now.kind));
        self.edited.divides |= were != are;
        self.edited.moves |= !receives_the_same(&before.kind, &now.kind);
        self.edited.changed.push((before, now));
        self.edited.touched.tiles.insert(now.id);
        let place = self.scope.span(before.id).map(|span| span.start);
        match place.filter(|_| were == are && asks_the_same(&before.kind, &now.kind)) {
            Some(place) => self.edited.runs.push(Run::Kept(place..place + 1)),
            None => {
                self.edited.fresh.push(now);
                self.edited.runs.push(Run::Fresh(now));
            }
        }
        let (before, branches) = (before.branches(), now.branches());
        let is_same = before.iter().map(|(slot, _)| slot).eq(branches.iter().map(|(slot, _)| slot));
        self.edited.divides |= !is_same;
        self.edited.moves |= !is_same;
        for &(slot, tiles) in &branches {
            match before.iter().find(|(known, _)| *known == slot) {
                Some((_, before)) => self.sequence(SequenceId::Of(now.id, slot), before, tiles),
                None => tiles.iter().for_each(|tile| self.come(tile)),
            }
        }
        for (slot, tiles) in before {
            if !branches.iter().any(|(known, _)| *known == slot) {
                tiles.iter().for_each(|tile| self.go(tile));
            }
        }
    }
}

fn alike<'a>(mut pairs: impl Iterator<Item = (&'a Arc<Tile>, &'a Arc<Tile>)>) -> usize {
    let mut count = 0;
    while pairs.next().is_some_and(|(one, other)| one == other) {
        count += 1;
    }
    count
}

/// What a tile is called, and what it would be called without a name.
fn title(tile: &Tile) -> (&str, &'static str) {
    (&tile.name, term::of_tile(&tile.kind))
}

/// What its branches are called.
fn labels(kind: &TileKind) -> Vec<(BranchId, String)> {
    let label = |id: BranchId, name: &String| (id, name.clone());
    match kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter().map(|one| label(one.id, &one.name)).collect()
        }
        TileKind::WaitFor { waits, .. } => {
            waits.iter().map(|one| label(one.id, &one.name)).collect()
        }
        TileKind::Split { shares } => {
            let shares = shares.iter();
            shares.map(|one| (one.id, format!("{} {}", one.percent, one.name))).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether tiles ask for the same, their branches aside.
fn asks_the_same(before: &TileKind, now: &TileKind) -> bool {
    use TileKind::{AttributeBranch, Split, WaitFor};
    match (before, now) {
        (AttributeBranch { branches: before, .. }, AttributeBranch { branches: now, .. }) => {
            let (before, now) = (before.iter(), now.iter());
            before.map(|one| &one.condition).eq(now.map(|one| &one.condition))
        }
        (WaitFor { waits: before, limit: was, .. }, WaitFor { waits: now, limit, .. }) => {
            let (before, now) = (before.iter(), now.iter());
            was == limit && before.map(|one| &one.on).eq(now.map(|one| &one.on))
        }
        (Split { .. }, Split { .. }) => true,
        (before, now) => before.sequences().is_empty() && before == now,
    }
}

/// Whether the same comes to a contact there, and as many come out.
fn receives_the_same(before: &TileKind, now: &TileKind) -> bool {
    let triggers = |kind| {
        let waits = TileKind::waits(kind).iter();
        waits.map(|wait| wait.on.listener().and_then(|on| on.trigger)).collect::<Vec<_>>()
    };
    std::mem::discriminant(before) == std::mem::discriminant(now)
        && triggers(before) == triggers(now)
}
