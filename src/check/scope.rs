//! Which triggers a contact has received on its way to a tile (rule M1), and
//! which tiles it can reach at all.
//!
//! A journey is a tree of sequences, so what was received on *every* way is a
//! chain: a receiver adds a link on the branch of its trigger, and where ways merge, the
//! branches have no link in common but those from before the branching. Only when
//! a single branch goes on does its chain go on too; when all that go on have received
//! the same trigger at that tile, one link for it follows. So the chains form a tree,
//! and "received on every way" is "is an ancestor there": one comparison. The whole
//! is built in one pass, linear in the number of tiles. A Message tile adds a link as
//! a receiver does: what was sent on every way is asked in the same manner.

mod links;
mod stands;

use crate::model::collect;
use crate::model::id::{BranchId, ExitId, TileId, TriggerId};
use crate::model::journey::{Journey, Sequence, Tile, TileKind, WaitBranch};
use crate::model::resolve::SourceError;
use crate::model::sorted::SortedMap;
use crate::model::tree::SequenceId;
use links::Links;

/// From where a value is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The condition of the Entry: nothing is received yet.
    Entry,
    /// A tile when a contact arrives there: the conditions of its branches, its mappings.
    Tile(TileId),
    /// The condition of a wait of an If/then tile, when its trigger comes.
    Wait(TileId, BranchId),
    /// The condition of the goal.
    Goal,
    /// The condition of an exit criterion.
    Exit(ExitId),
    /// The condition of a segment: nothing but the contact is looked at.
    Segment,
}

/// On which ways to a place a trigger has been received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// On every way.
    EveryWay,
    /// On some ways, and not on others.
    SomeWays,
    /// On none.
    NoWay,
}

/// Tiles that no contact can reach: what follows an end in one sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreachable {
    /// The first of them; it and all that follow it in its sequence.
    pub first: TileId,
    /// How many tiles that is, those on branches included.
    pub count: usize,
}

/// The answers for one journey.
#[derive(Debug, Default)]
pub struct Scope {
    entry: TileId,
    /// Everything that is received or sent.
    receivers: SortedMap<Kept, Receiver>,
    /// The same in reading order.
    order: Vec<Kept>,
    tiles: SortedMap<TileId, Stand>,
    links: Links,
    unreachable: Vec<Unreachable>,
    /// Whether contacts wait at a tile that they can come to.
    waits: bool,
}

/// A trigger that is received at a tile; without one, the message that the tile sends.
type Kept = (TileId, Option<TriggerId>);

#[derive(Debug, Default)]
struct Receiver {
    /// Its links: one for each branch on which it comes, and one after them if all that
    /// go on have it.
    links: Vec<usize>,
    /// Whether a contact that received it comes out of the tile.
    goes_on: bool,
}

/// Where a tile stands.
#[derive(Debug, Clone, Copy)]
struct Stand {
    sequence: SequenceId,
    /// The last link of the chain of what has been received on arrival.
    link: u32,
    /// Its place in its sequence.
    index: u32,
    /// Its place in reading order, and that of the last tile on its branches.
    place: u32,
    last: u32,
    reachable: bool,
    /// Whether a contact comes out of it.
    goes_on: bool,
    /// Whether a contact that leaves it comes to the end of its sequence.
    rest_goes_on: bool,
}

/// Where the tiles of a journey stand, in reading order, while it is looked at.
type Stands = Vec<(TileId, Stand)>;

impl Scope {
    /// Looks at a journey.
    pub fn of(journey: &Journey) -> Self {
        let mut scope = Self { entry: journey.entry.id, links: Links::new(), ..Self::default() };
        let mut stands = Stands::new();
        let link = scope.receive((journey.entry.id, journey.entry.trigger()), 0, true);
        scope.walk(&journey.tiles, SequenceId::Root, link, true, &mut stands);
        scope.tiles = collect::map(stands);
        scope.links.number();
        scope
    }

    /// On which ways to `at` a trigger has been received at `receiver`.
    pub fn reach(&self, receiver: TileId, trigger: TriggerId, at: At) -> Reach {
        self.reach_of((receiver, Some(trigger)), at)
    }

    /// On which ways to a tile the message of the tile `message` has been sent.
    pub fn sent(&self, message: TileId, at: TileId) -> Reach {
        self.reach_of((message, None), At::Tile(at))
    }

    fn reach_of(&self, kept: Kept, at: At) -> Reach {
        let receiver = kept.0;
        let Some(known) = self.receivers.get(&kept) else { return Reach::NoWay };
        match at {
            At::Entry | At::Segment => Reach::NoWay,
            // They are looked at wherever the contact is: only the entry is certain.
            At::Goal | At::Exit(_) if receiver == self.entry => Reach::EveryWay,
            At::Goal | At::Exit(_) => Reach::SomeWays,
            At::Tile(tile) | At::Wait(tile, _) => match self.tiles.get(&tile) {
                Some(stand)
                    if known
                        .links
                        .iter()
                        .any(|&one| self.links.leads(one, stand.link as usize)) =>
                {
                    Reach::EveryWay
                }
                Some(stand) if self.may_come(receiver, known, stand) => Reach::SomeWays,
                _ => Reach::NoWay,
            },
        }
    }

    /// What [`Journey::received_at`] says, without a search.
    pub fn received_at(&self, tile: TileId) -> Result<Vec<TriggerId>, SourceError> {
        let triggers: Vec<_> = self.received(tile).flatten().collect();
        match triggers.is_empty() {
            false => Ok(triggers),
            true if tile == self.entry || self.tiles.contains_key(&tile) => {
                Err(SourceError::NoTrigger(tile))
            }
            true => Err(SourceError::Tile(tile)),
        }
    }

    /// Everything that receives a trigger, in reading order, the Entry first.
    pub fn receivers(&self) -> impl Iterator<Item = (TileId, TriggerId)> {
        self.order.iter().filter_map(|&(tile, trigger)| Some((tile, trigger?)))
    }

    /// Whether a contact can come to a tile.
    pub fn is_reachable(&self, tile: TileId) -> bool {
        tile == self.entry || self.tiles.get(&tile).is_some_and(|stand| stand.reachable)
    }

    /// What no contact can come to, in reading order.
    pub fn unreachable(&self) -> &[Unreachable] {
        &self.unreachable
    }

    /// Whether contacts wait somewhere: at a tile that they can come to.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Whether a tile that reads what was received at another, or waits for what was sent
    /// there, is as well off in another version of the journey: what comes there comes on
    /// every way or on none, in both.
    pub fn serves_alike(&self, other: &Self, receiver: TileId, reader: TileId) -> bool {
        let all = (receiver, None)..=(receiver, Some(TriggerId(u32::MAX)));
        let kept = |scope: &Self| {
            let kept = scope.receivers.between(all.start(), all.end()).iter();
            let kept = kept.map(|(kept, _)| (*kept, scope.reach_of(*kept, At::Tile(reader))));
            kept.collect::<Vec<_>>()
        };
        let comes_alike = || {
            let (own, others) = (kept(self), kept(other));
            own == others && own.iter().all(|(_, reach)| *reach != Reach::SomeWays)
        };
        self.is_reachable(reader) == other.is_reachable(reader)
            // Everybody who comes to a tile comes through the Entry.
            && ((receiver == self.entry && self.received(receiver).eq(other.received(receiver)))
                || comes_alike())
    }

    fn received(&self, tile: TileId) -> impl Iterator<Item = Option<TriggerId>> {
        let all = self.receivers.between(&(tile, None), &(tile, Some(TriggerId(u32::MAX))));
        all.iter().map(|(kept, _)| kept.1)
    }

    /// Adds a link for what is kept from here on.
    fn receive(&mut self, kept: Kept, before: usize, goes_on: bool) -> usize {
        let link = self.links.add(before);
        if !self.receivers.contains_key(&kept) {
            self.order.push(kept);
        }
        let receiver = self.receivers.entry(kept).or_default();
        receiver.links.push(link);
        receiver.goes_on |= goes_on;
        link
    }

    /// Walks a sequence; gives the link at its end, if the end can be reached from its start.
    fn walk(
        &mut self,
        tiles: &Sequence,
        sequence: SequenceId,
        link: usize,
        reachable: bool,
        stands: &mut Stands,
    ) -> Option<usize> {
        let mut now = Some(link);
        let mut known = link;
        let mut first_lost = None;
        let mut last_end = None;
        let first = stands.len();
        for (index, tile) in tiles.iter().enumerate() {
            let place = stands.len();
            let here = reachable && now.is_some();
            if reachable && now.is_none() && first_lost.is_none() {
                first_lost = Some((tile.id, place));
            }
            let stand = Stand {
                sequence,
                link: known as u32,
                index: index as u32,
                place: place as u32,
                last: place as u32,
                reachable: here,
                goes_on: true,
                rest_goes_on: true,
            };
            stands.push((tile.id, stand));
            let after = self.pass(tile, known, here, stands);
            if after.is_none() {
                last_end = Some(place);
            }
            known = after.unwrap_or(known);
            now = now.and(after);
            let last = stands.len() as u32 - 1;
            let (_, stand) = &mut stands[place];
            (stand.last, stand.goes_on) = (last, after.is_some());
        }
        if let Some((first, place)) = first_lost {
            self.unreachable.push(Unreachable { first, count: stands.len() - place });
        }
        let mut place = first;
        while let Some(end) = last_end.filter(|end| place < *end) {
            let (_, stand) = &mut stands[place];
            stand.rest_goes_on = false;
            place = (stand.last as usize + 1).min(end);
        }
        now
    }

    /// Walks the branches of a tile; gives the link after it, if anything comes out of it.
    fn pass(
        &mut self,
        tile: &Tile,
        link: usize,
        reachable: bool,
        stands: &mut Stands,
    ) -> Option<usize> {
        match &tile.kind {
            TileKind::Exit => None,
            TileKind::Wait(_) => {
                self.waits |= reachable;
                Some(link)
            }
            TileKind::CustomTrigger { .. } => Some(link),
            TileKind::Message { .. } => Some(self.receive((tile.id, None), link, true)),
            TileKind::WaitFor { waits, .. } => {
                self.waits |= reachable;
                self.wait_for(tile, waits, link, reachable, stands)
            }
            TileKind::Split { .. } | TileKind::AttributeBranch { .. } => {
                let branches = tile.branches().into_iter();
                let ends: Vec<Option<usize>> = branches
                    .map(|(slot, tiles)| {
                        self.walk(tiles, SequenceId::Of(tile.id, slot), link, reachable, stands)
                    })
                    .collect();
                merge(link, &ends)
            }
        }
    }

    /// Walks the branches of an If/then; each knows the trigger that it waited for.
    fn wait_for(
        &mut self,
        tile: &Tile,
        waits: &[WaitBranch],
        link: usize,
        reachable: bool,
        stands: &mut Stands,
    ) -> Option<usize> {
        let mut ends: Vec<Option<usize>> = Vec::with_capacity(waits.len() + 1);
        // The triggers of the branches that go on; nothing for what is not a trigger.
        let mut going: Vec<Option<TriggerId>> = Vec::new();
        let mut waits = waits.iter();
        for (slot, tiles) in tile.branches() {
            let trigger = waits.next().and_then(|wait| wait.on.listener()?.trigger);
            let kept = (tile.id, trigger);
            let from = trigger.map_or(link, |_| self.receive(kept, link, false));
            let end = self.walk(tiles, SequenceId::Of(tile.id, slot), from, reachable, stands);
            if end.is_some() {
                going.push(trigger);
                self.receivers.entry(kept).and_modify(|receiver| receiver.goes_on = true);
            }
            ends.push(end);
        }
        let merged = merge(link, &ends)?;
        match going.as_slice() {
            [Some(first), _, ..] if going.iter().all(|one| *one == Some(*first)) => {
                Some(self.receive((tile.id, Some(*first)), link, true))
            }
            _ => Some(merged),
        }
    }

    /// Whether some way from having received at `receiver` leads to `to`. Climbs the
    /// branches around both, so it costs as much as they are nested.
    fn may_come(&self, receiver: TileId, known: &Receiver, to: &Stand) -> bool {
        let Some(mut from) = self.tiles.get(&receiver) else { return false };
        if !to.reachable || !known.goes_on || to.place <= from.place {
            return false;
        }
        let around = |stand: &Stand| self.tiles.get(&stand.sequence.owner()?);
        let target = from.place;
        let mut to = to;
        while let Some(outer) = around(to).filter(|outer| !outer.holds(target)) {
            to = outer;
        }
        while from.sequence.owner() != to.sequence.owner() {
            match around(from) {
                Some(outer) if from.rest_goes_on => from = outer,
                _ => return false,
            }
        }
        from.sequence == to.sequence
    }
}

impl Stand {
    fn holds(&self, place: u32) -> bool {
        self.place <= place && place <= self.last
    }
}

/// The link where ways come together: see the module's head.
fn merge(before: usize, ends: &[Option<usize>]) -> Option<usize> {
    let mut going = ends.iter().flatten();
    match (going.next(), going.next()) {
        (None, _) => None,
        (Some(&only), None) => Some(only),
        _ => Some(before),
    }
}
