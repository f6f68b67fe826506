//! Finding one's way in the tree of a journey: its sequences, the places where a
//! tile can stand, and tiles by id.
//!
//! **Invariant:** whoever changes something there copies what is shared with other versions
//! of the journey on the way from the root down to it, and nothing else.

use std::fmt;
use std::sync::Arc;

use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Journey, Sequence, Tile, TileKind};

/// Which branch of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Slot {
    /// A branch of an Attribute branch, a Split, or an If/then with several waits.
    Branch(BranchId),
    /// What is left: of an Attribute branch, or of an If/then with several waits.
    #[default]
    Other,
    /// What the one wait of an If/then tile is for came.
    Yes,
    /// The time limit of an If/then tile with one wait passed.
    No,
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Branch(id) => id.fmt(f),
            Self::Other => f.write_str("other"),
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
        }
    }
}

/// A sequence of a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SequenceId {
    /// The one after the Entry.
    Root,
    /// A branch of a tile.
    Of(TileId, Slot),
}

impl SequenceId {
    /// The tile on whose branch it is.
    pub fn owner(self) -> Option<TileId> {
        match self {
            Self::Root => None,
            Self::Of(owner, _) => Some(owner),
        }
    }
}

/// Where a tile can stand: before the tile of that index, or at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sequence.
    pub sequence: SequenceId,
    /// From 0 to the length of the sequence.
    pub index: usize,
}

impl Tile {
    /// Its branches with their sequences, in the order in which they are drawn.
    pub fn branches(&self) -> Vec<(Slot, &Sequence)> {
        self.slots().into_iter().zip(self.kind.sequences()).collect()
    }

    /// Its branches, in the order in which they are drawn.
    pub fn slots(&self) -> Vec<Slot> {
        match &self.kind {
            TileKind::AttributeBranch { branches, .. } => {
                branches.iter().map(|branch| Slot::Branch(branch.id)).chain([Slot::Other]).collect()
            }
            TileKind::WaitFor { waits, .. } if waits.len() == 1 => vec![Slot::Yes, Slot::No],
            TileKind::WaitFor { waits, .. } => {
                waits.iter().map(|wait| Slot::Branch(wait.id)).chain([Slot::Other]).collect()
            }
            TileKind::Split { shares } => {
                shares.iter().map(|share| Slot::Branch(share.id)).collect()
            }
            TileKind::Wait(_)
            | TileKind::CustomTrigger { .. }
            | TileKind::Message { .. }
            | TileKind::Exit => Vec::new(),
        }
    }

    /// It and all tiles on its branches, in reading order.
    pub fn subtree(&self) -> Vec<&Tile> {
        let mut found = vec![self];
        self.kind.sequences().into_iter().for_each(|tiles| collect(tiles, &mut found));
        found
    }
}

/// Edits what is on the branches of a tile; it stays shared where they stay as they are.
/// Both say whether something is another now.
pub fn edit_branches(tile: &mut Arc<Tile>, edit: &mut dyn FnMut(&mut Sequence) -> bool) -> bool {
    let mut branches: Vec<Sequence> = tile.kind.sequences().into_iter().cloned().collect();
    let edited = branches.iter_mut().map(edit).filter(|is_another| *is_another).count() > 0;
    if edited {
        let old = Arc::make_mut(tile).kind.sequences_mut();
        old.into_iter().zip(branches).for_each(|(old, now)| *old = now);
    }
    edited
}

impl Journey {
    /// All tiles but the Entry, in reading order: a tile, then its branches one
    /// after the other, then what follows it.
    pub fn all_tiles(&self) -> Vec<&Tile> {
        let mut found = Vec::new();
        collect(&self.tiles, &mut found);
        found
    }

    /// The tile of that id; the Entry is not a [`Tile`].
    pub fn tile(&self, id: TileId) -> Option<&Tile> {
        find(&self.tiles, id)
    }

    /// As [`tile`](Self::tile), to change it.
    pub fn tile_mut(&mut self, id: TileId) -> Option<&mut Tile> {
        find_mut(&mut self.tiles, id)
    }

    /// How deep its tiles with branches are nested; 0 without any.
    pub fn depth(&self) -> usize {
        depth(&self.tiles)
    }

    /// Where the tile of that id stands.
    pub fn place_of(&self, id: TileId) -> Option<Place> {
        place_in(&self.tiles, SequenceId::Root, id)
    }

    /// What stands right above a place: a tile, the tile that branches there, or the Entry.
    pub fn above(&self, place: Place) -> TileId {
        let before = place.index.checked_sub(1);
        let tile = before.and_then(|index| self.sequence(place.sequence)?.get(index));
        match (tile, place.sequence) {
            (Some(tile), _) => tile.id,
            (None, SequenceId::Of(owner, _)) => owner,
            (None, SequenceId::Root) => self.entry.id,
        }
    }

    /// The sequence of that id.
    pub fn sequence(&self, id: SequenceId) -> Option<&Sequence> {
        match id {
            SequenceId::Root => Some(&self.tiles),
            SequenceId::Of(tile, slot) => {
                let branches = self.tile(tile)?.branches();
                branches.into_iter().find(|(known, _)| *known == slot).map(|(_, tiles)| tiles)
            }
        }
    }

    /// As [`sequence`](Self::sequence), to change it.
    pub fn sequence_mut(&mut self, id: SequenceId) -> Option<&mut Sequence> {
        match id {
            SequenceId::Root => Some(&mut self.tiles),
            SequenceId::Of(tile, slot) => {
                let tile = self.tile_mut(tile)?;
                let index = tile.slots().into_iter().position(|known| known == slot)?;
                tile.kind.sequences_mut().into_iter().nth(index)
            }
        }
    }

    /// The tiles on the way from the root to `id`, outermost first, `id` itself excluded.
    pub fn ancestors(&self, id: TileId) -> Vec<TileId> {
        let mut found = Vec::new();
        let mut at = id;
        while let Some(owner) = self.place_of(at).and_then(|place| place.sequence.owner()) {
            found.push(owner);
            at = owner;
        }
        found.reverse();
        found
    }
}

fn collect<'a>(tiles: &'a Sequence, found: &mut Vec<&'a Tile>) {
    for tile in tiles {
        found.push(tile);
        tile.kind.sequences().into_iter().for_each(|tiles| collect(tiles, found));
    }
}

fn depth(tiles: &Sequence) -> usize {
    let below =
        |tile: &Arc<Tile>| tile.kind.sequences().into_iter().map(|tiles| depth(tiles) + 1).max();
    tiles.iter().filter_map(below).max().unwrap_or_default()
}

fn find(tiles: &[Arc<Tile>], id: TileId) -> Option<&Tile> {
    tiles.iter().find_map(|tile| {
        if tile.id == id {
            return Some(&**tile);
        }
        tile.kind.sequences().into_iter().find_map(|tiles| find(tiles, id))
    })
}

/// Looks first, because whatever could be changed is copied where it is shared.
fn find_mut(tiles: &mut Sequence, id: TileId) -> Option<&mut Tile> {
    let holds = |tile: &Arc<Tile>| find(std::slice::from_ref(tile), id).is_some();
    let tile = Arc::make_mut(tiles.iter_mut().find(|tile| holds(tile))?);
    if tile.id == id {
        return Some(tile);
    }
    tile.kind.sequences_mut().into_iter().find_map(|tiles| find_mut(tiles, id))
}

fn place_in(tiles: &Sequence, sequence: SequenceId, id: TileId) -> Option<Place> {
    if let Some(index) = tiles.iter().position(|tile| tile.id == id) {
        return Some(Place { sequence, index });
    }
    tiles.iter().find_map(|tile| {
        let branches = tile.branches();
        branches
            .into_iter()
            .find_map(|(slot, tiles)| place_in(tiles, SequenceId::Of(tile.id, slot), id))
    })
}
