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

use crate::model::id::{BranchId, ExitId, TileId, TriggerId};
use crate::model::journey::{Journey, Sequence, Tile, TileKind, WaitBranch};
use crate::model::resolve::SourceError;
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

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
#[derive(Debug)]
pub struct Scope {
    entry: TileId,
    /// Everything that is received or sent.
    receivers: SortedMap<Kept, Receiver>,
    /// The same in reading order.
    order: Vec<Kept>,
    tiles: SortedMap<TileId, Stand>,
    links: Links,
    unreachable: Vec<Unreachable>,
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
    /// The last link of the chain of what has been received on arrival.
    link: usize,
    owner: Option<(TileId, Slot)>,
    /// Its place in reading order, and that of the last tile on its branches.
    place: usize,
    last: usize,
    reachable: bool,
    /// Whether a contact that leaves it comes to the end of its sequence.
    rest_goes_on: bool,
}

impl Scope {
    /// Looks at a journey.
    pub fn of(journey: &Journey) -> Self {
        let mut scope = Self {
            entry: journey.entry.id,
            receivers: SortedMap::new(),
            order: Vec::new(),
            tiles: SortedMap::new(),
            links: Links::new(),
            unreachable: Vec::new(),
        };
        let link = scope.receive((journey.entry.id, journey.entry.trigger()), 0, true);
        scope.sequence(&journey.tiles, None, link, true);
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
                Some(stand) if known.links.iter().any(|&one| self.links.leads(one, stand.link)) => {
                    Reach::EveryWay
                }
                Some(stand) if self.may_come(receiver, known, stand) => Reach::SomeWays,
                _ => Reach::NoWay,
            },
        }
    }

    /// What [`Journey::received_at`] says, without a search.
    pub fn received_at(&self, tile: TileId) -> Result<Vec<TriggerId>, SourceError> {
        let all = self.receivers.between(&(tile, None), &(tile, Some(TriggerId(u32::MAX))));
        let triggers: Vec<_> = all.iter().filter_map(|(kept, _)| kept.1).collect();
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
    fn sequence(
        &mut self,
        tiles: &Sequence,
        owner: Option<(TileId, Slot)>,
        link: usize,
        reachable: bool,
    ) -> Option<usize> {
        let mut now = Some(link);
        let mut known = link;
        let mut first_lost = None;
        let mut goes_on = Vec::with_capacity(tiles.len());
        for tile in tiles {
            let place = self.tiles.len();
            let here = reachable && now.is_some();
            if reachable && now.is_none() && first_lost.is_none() {
                first_lost = Some((tile.id, place));
            }
            let stand = Stand {
                link: known,
                owner,
                place,
                last: place,
                reachable: here,
                rest_goes_on: true,
            };
            self.tiles.insert(tile.id, stand);
            let after = self.tile(tile, known, here);
            goes_on.push(after.is_some());
            known = after.unwrap_or(known);
            now = now.and(after);
            self.close(tile.id);
        }
        if let Some((first, place)) = first_lost {
            self.unreachable.push(Unreachable { first, count: self.tiles.len() - place });
        }
        self.mark_rest(tiles, &goes_on);
        now
    }

    /// Notes where the branches of a tile end in reading order.
    fn close(&mut self, tile: TileId) {
        let last = self.tiles.len() - 1;
        if let Some(stand) = self.tiles.get_mut(&tile) {
            stand.last = last;
        }
    }

    /// Notes for each tile whether all that follow it in its sequence go on.
    fn mark_rest(&mut self, tiles: &Sequence, goes_on: &[bool]) {
        let mut rest = true;
        for (tile, goes_on) in tiles.iter().zip(goes_on).rev() {
            if let Some(stand) = self.tiles.get_mut(&tile.id) {
                stand.rest_goes_on = rest;
            }
            rest &= goes_on;
        }
    }

    /// Walks the branches of a tile; gives the link after it, if anything comes out of it.
    fn tile(&mut self, tile: &Tile, link: usize, reachable: bool) -> Option<usize> {
        match &tile.kind {
            TileKind::Exit => None,
            TileKind::Wait(_) | TileKind::CustomTrigger { .. } => Some(link),
            TileKind::Message { .. } => Some(self.receive((tile.id, None), link, true)),
            TileKind::WaitFor { waits, .. } => self.wait_for(tile, waits, link, reachable),
            TileKind::Split { .. } => {
                let branches = tile.branches().into_iter();
                let ends: Vec<Option<usize>> = branches
                    .map(|(slot, tiles)| {
                        self.sequence(tiles, Some((tile.id, slot)), link, reachable)
                    })
                    .collect();
                merge(link, &ends)
            }
            TileKind::AttributeBranch { branches, other } => {
                let mut ends: Vec<Option<usize>> = Vec::with_capacity(branches.len() + 1);
                for branch in branches {
                    let owner = Some((tile.id, Slot::Branch(branch.id)));
                    ends.push(self.sequence(&branch.tiles, owner, link, reachable));
                }
                ends.push(self.sequence(other, Some((tile.id, Slot::Other)), link, reachable));
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
    ) -> Option<usize> {
        let mut ends: Vec<Option<usize>> = Vec::with_capacity(waits.len() + 1);
        // The triggers of the branches that go on; nothing for what is not a trigger.
        let mut going: Vec<Option<TriggerId>> = Vec::new();
        let mut waits = waits.iter();
        for (slot, tiles) in tile.branches() {
            let trigger = waits.next().and_then(|wait| wait.on.listener()?.trigger);
            let kept = (tile.id, trigger);
            let from = trigger.map_or(link, |_| self.receive(kept, link, false));
            let end = self.sequence(tiles, Some((tile.id, slot)), from, reachable);
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
        let around = |stand: &Stand| stand.owner.and_then(|(owner, _)| self.tiles.get(&owner));
        let target = from.place;
        let mut to = to;
        while let Some(outer) = around(to).filter(|outer| !outer.holds(target)) {
            to = outer;
        }
        while from.owner.map(|(tile, _)| tile) != to.owner.map(|(tile, _)| tile) {
            match around(from) {
                Some(outer) if from.rest_goes_on => from = outer,
                _ => return false,
            }
        }
        from.owner == to.owner
    }
}

impl Stand {
    fn holds(&self, place: usize) -> bool {
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

/// A tree of links, numbered so that "is an ancestor of" is one comparison.
#[derive(Debug)]
struct Links {
    parents: Vec<usize>,
    starts: Vec<usize>,
    sizes: Vec<usize>,
}

impl Links {
    /// With link 0: nothing received.
    fn new() -> Self {
        Self { parents: vec![0], starts: Vec::new(), sizes: Vec::new() }
    }

    fn add(&mut self, parent: usize) -> usize {
        self.parents.push(parent);
        self.parents.len() - 1
    }

    /// Numbers the links from the root on. A parent always comes before its children.
    fn number(&mut self) {
        let count = self.parents.len();
        self.sizes = vec![1; count];
        for link in (1..count).rev() {
            self.sizes[self.parents[link]] += self.sizes[link];
        }
        self.starts = vec![0; count];
        let mut next = vec![1; count];
        for link in 1..count {
            let parent = self.parents[link];
            self.starts[link] = next[parent];
            next[parent] += self.sizes[link];
            next[link] = self.starts[link] + 1;
        }
    }

    /// Whether `link` is `of` or one of its ancestors.
    fn leads(&self, link: usize, of: usize) -> bool {
        let start = self.starts[link];
        (start..start + self.sizes[link]).contains(&self.starts[of])
    }
}
