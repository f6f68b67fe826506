//! Where the tiles of a journey stand: found by id, without a search through its tree.

use std::ops::Range;

use crate::check::scope::Scope;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::tree::{Place, SequenceId};

impl Scope {
    /// What [`Journey::place_of`] says, without a search.
    pub fn place_of(&self, tile: TileId) -> Option<Place> {
        let stand = self.tiles.get(&tile)?;
        Some(Place { sequence: stand.sequence, index: stand.index as usize })
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
        let outer = |at: &TileId| self.place_of(*at)?.sequence.owner();
        std::iter::successors(outer(&tile), outer).count()
    }

    /// What [`Journey::tile`] says, without a search.
    pub fn tile<'a>(&self, journey: &'a Journey, id: TileId) -> Option<&'a Tile> {
        let place = self.place_of(id)?;
        let tile = self.sequence(journey, place.sequence)?.get(place.index)?;
        (tile.id == id).then_some(tile)
    }

    /// What [`Journey::sequence`] says, without a search.
    pub fn sequence<'a>(&self, journey: &'a Journey, id: SequenceId) -> Option<&'a Sequence> {
        let SequenceId::Of(tile, slot) = id else { return Some(&journey.tiles) };
        let branches = self.tile(journey, tile)?.branches();
        branches.into_iter().find(|(known, _)| *known == slot).map(|(_, tiles)| tiles)
    }
}
