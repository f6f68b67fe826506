//! Where the tiles of a journey stand: found by id, without a search through its tree.

use std::ops::Range;

use crate::check::scope::{Owner, Scope};
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};

impl Scope {
    /// The branch on which a tile stands, and its place there; `None` where it is not.
    pub fn stand(&self, tile: TileId) -> Option<(Owner, usize)> {
        self.tiles.get(&tile).map(|stand| (stand.owner, stand.index as usize))
    }

    /// From where to where a tile goes in reading order, its branches included.
    pub fn span(&self, tile: TileId) -> Option<Range<usize>> {
        self.tiles.get(&tile).map(|stand| stand.place as usize..stand.last as usize + 1)
    }

    /// The tiles but the Entry, by id, with their places in reading order.
    pub fn places(&self) -> impl Iterator<Item = (TileId, usize)> {
        self.tiles.iter().map(|(tile, stand)| (*tile, stand.place as usize))
    }

    /// Whether a contact that comes to a tile comes out of it.
    pub fn goes_on(&self, tile: TileId) -> bool {
        self.tiles.get(&tile).is_some_and(|stand| stand.goes_on)
    }

    /// How many tiles with branches are around a tile.
    pub fn depth(&self, tile: TileId) -> usize {
        let outer = |at: &TileId| self.stand(*at)?.0.map(|(owner, _)| owner);
        std::iter::successors(outer(&tile), outer).count()
    }

    /// What [`Journey::tile`] says, without a search.
    pub fn tile<'a>(&self, journey: &'a Journey, id: TileId) -> Option<&'a Tile> {
        let (owner, index) = self.stand(id)?;
        let tile = self.sequence_of(journey, owner)?.get(index)?;
        (tile.id == id).then_some(tile)
    }

    /// The tiles on a branch.
    pub fn sequence_of<'a>(&self, journey: &'a Journey, owner: Owner) -> Option<&'a Sequence> {
        let Some((tile, slot)) = owner else { return Some(&journey.tiles) };
        let branches = self.tile(journey, tile)?.branches();
        branches.into_iter().find(|(known, _)| *known == slot).map(|(_, tiles)| tiles)
    }
}
