//! How much room a sequence takes, bottom up. A sequence has an axis, the
//! vertical line that its tiles are centred on, and extents on both sides of it.
//! Everything is told relative to what it stands in, so that what is not changed
//! can be taken over as it is wherever it moves to.

use std::sync::Arc;

use crate::layout::{Family, Folded, Sizes};
use crate::model::id::TileId;
use crate::model::journey::{Sequence, Tile, TileKind};
use crate::model::tree::Slot;

/// The room of a sequence, without what leads to its first tile.
#[derive(Debug)]
pub(super) struct SequenceRoom {
    /// From the axis to the left and to the right.
    pub(super) left: f64,
    pub(super) right: f64,
    /// From the top of the first tile to the end of the way, the last plus included.
    pub(super) height: f64,
    /// Whether a contact that enters it can leave it at its end.
    pub(super) falls_through: bool,
    /// The room of each tile; none of those that are folded away.
    pub(super) tiles: Vec<TileRoom>,
    /// How many tiles are folded away.
    pub(super) folded: usize,
}

/// The room of a tile with its branches, down to where they have merged.
#[derive(Debug)]
pub(super) struct TileRoom {
    pub(super) id: TileId,
    pub(super) family: Family,
    /// Whether a card stands beside it.
    pub(super) card: bool,
    /// Its top, from the top of the sequence.
    pub(super) top: f64,
    /// The box itself.
    pub(super) width: f64,
    pub(super) box_height: f64,
    /// From the axis to the left and to the right.
    pub(super) left: f64,
    pub(super) right: f64,
    /// With its branches.
    pub(super) height: f64,
    /// Whether a contact that enters it can come out below it.
    pub(super) falls_through: bool,
    pub(super) branches: Vec<BranchRoom>,
}

/// The room of a branch.
#[derive(Debug)]
pub(super) struct BranchRoom {
    pub(super) slot: Slot,
    /// Where its axis is, from that of the tile.
    pub(super) axis: f64,
    pub(super) room: Arc<SequenceRoom>,
}

/// From the bottom of a tile that branches to the top of the first tiles on its branches.
pub(super) fn head(sizes: &Sizes) -> f64 {
    sizes.stem + sizes.label_drop + sizes.plus_drop + sizes.gap / 2.0
}

/// Measures sequences, and takes over what has the same room as `before`.
pub(super) struct Measure<'m> {
    pub(super) sizes: &'m Sizes,
    pub(super) folded: &'m Folded,
}

impl Measure<'_> {
    /// The room of `tiles`; that from before itself, when nothing in it changed.
    pub(super) fn sequence(
        &self,
        tiles: &Sequence,
        before: Option<&Arc<SequenceRoom>>,
    ) -> Arc<SequenceRoom> {
        let mut top = 0.0;
        let rooms = tiles.iter().enumerate().map(|(index, tile)| {
            let known = before.and_then(|before| before.find(tile.id, index, tiles.len()));
            let room = TileRoom { top, ..self.tile(tile, known) };
            top += room.height + self.sizes.gap;
            room
        });
        let rooms: Vec<TileRoom> = rooms.collect();
        if let Some(before) = before.filter(|before| before.is_of(&rooms)) {
            return Arc::clone(before);
        }
        let half = self.half();
        Arc::new(SequenceRoom {
            left: rooms.iter().map(|room| room.left).fold(half, f64::max),
            right: rooms.iter().map(|room| room.right).fold(half, f64::max),
            height: top,
            falls_through: rooms.iter().all(|room| room.falls_through),
            tiles: rooms,
            folded: 0,
        })
    }

    fn tile(&self, tile: &Tile, before: Option<&TileRoom>) -> TileRoom {
        let (width, box_height) = match tile.kind {
            TileKind::Exit => self.sizes.exit,
            _ => self.sizes.tile,
        };
        let half = width / 2.0;
        let mut room = TileRoom {
            id: tile.id,
            family: Family::of(&tile.kind),
            card: tile.note.card,
            top: 0.0,
            width,
            box_height,
            left: half,
            right: self.sizes.reach(width, tile.note.card),
            height: box_height,
            falls_through: !matches!(tile.kind, TileKind::Exit),
            branches: Vec::new(),
        };
        if tile.kind.sequences().is_empty() {
            return room;
        }
        room.branches = self.branches(tile, before);
        let rooms = || room.branches.iter().map(|branch| &branch.room);
        let tallest = rooms().map(|branch| branch.height).fold(0.0, f64::max);
        room.falls_through = rooms().any(|branch| branch.falls_through);
        room.height = box_height + head(self.sizes) + tallest;
        let (left, right) = side_by_side(&mut room.branches, self.sizes.between);
        (room.left, room.right) = (left.max(half), right.max(room.right));
        room
    }

    /// The rooms of the branches, all on the axis of the tile.
    fn branches(&self, tile: &Tile, before: Option<&TileRoom>) -> Vec<BranchRoom> {
        let branches = tile.branches().into_iter().enumerate();
        let room = |(index, (slot, tiles)): (usize, (Slot, &Sequence))| {
            let room = if !tiles.is_empty() && self.folded.contains(&(tile.id, slot)) {
                self.folded_away(tiles)
            } else {
                let known = before.and_then(|before| before.branches.get(index));
                let known = known.filter(|known| known.slot == slot && known.room.folded == 0);
                self.sequence(tiles, known.map(|known| &known.room))
            };
            BranchRoom { slot, axis: 0.0, room }
        };
        branches.map(room).collect()
    }

    /// The room of a branch whose tiles are not shown.
    fn folded_away(&self, tiles: &Sequence) -> Arc<SequenceRoom> {
        let half = self.half();
        Arc::new(SequenceRoom {
            left: half,
            right: half,
            height: 0.0,
            falls_through: tiles.iter().all(|tile| tile.falls_through()),
            tiles: Vec::new(),
            folded: tiles.iter().map(|tile| tile.subtree().len()).sum(),
        })
    }

    /// Half of what every sequence has for the name of its branch and its pluses.
    fn half(&self) -> f64 {
        self.sizes.label.max(self.sizes.plus) / 2.0
    }
}

impl SequenceRoom {
    /// The room that a tile had, which is now at `index` of `count`: at the same place
    /// from the beginning or from the end.
    fn find(&self, id: TileId, index: usize, count: usize) -> Option<&TileRoom> {
        let from_end = (index + self.tiles.len()).checked_sub(count);
        let places = [Some(index), from_end].into_iter().flatten();
        let mut rooms = places.filter_map(|place| self.tiles.get(place));
        rooms.find(|room| room.id == id)
    }

    /// Whether it is the room of those tiles.
    fn is_of(&self, tiles: &[TileRoom]) -> bool {
        let is_same = |(one, other): (&TileRoom, &TileRoom)| {
            one.id == other.id
                && one.family == other.family
                && one.card == other.card
                && one.branches.len() == other.branches.len()
                && one.branches.iter().zip(&other.branches).all(|(one, other)| {
                    one.slot == other.slot && Arc::ptr_eq(&one.room, &other.room)
                })
        };
        self.tiles.len() == tiles.len() && self.tiles.iter().zip(tiles).all(is_same)
    }
}

/// Puts branches next to each other, so that the middle between the first and the
/// last axis is at 0. Returns the extents.
fn side_by_side(branches: &mut [BranchRoom], between: f64) -> (f64, f64) {
    let mut edge = 0.0;
    for branch in branches.iter_mut() {
        branch.axis = edge + branch.room.left;
        edge = branch.axis + branch.room.right + between;
    }
    let first = branches.first().map_or(0.0, |branch| branch.axis);
    let last = branches.last().map_or(0.0, |branch| branch.axis);
    let middle = (first + last) / 2.0;
    branches.iter_mut().for_each(|branch| branch.axis -= middle);
    (middle, edge - between - middle)
}
