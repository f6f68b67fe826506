//! Finding tiles by id in the time it takes to walk down to them, however large
//! the journey is: every tile on the canvas asks for its own after every edit.

use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::sorted::SortedMap;
use crate::model::tree::{Place, SequenceId};

/// Where the tiles of a journey are in its tree.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Index(SortedMap<TileId, Place>);

impl Index {
    /// The index of a journey.
    pub fn new(journey: &Journey) -> Self {
        let mut found = Vec::new();
        add(&journey.tiles, SequenceId::Root, &mut found);
        Self(collect::map(found))
    }

    /// Where a tile stands.
    pub fn place_of(&self, id: TileId) -> Option<Place> {
        self.0.get(&id).copied()
    }

    /// The tile of that id in the journey that the index was made of.
    pub fn find<'j>(&self, journey: &'j Journey, id: TileId) -> Option<&'j Tile> {
        let Place { sequence, index } = self.place_of(id)?;
        Some(self.sequence(journey, sequence)?.get(index)?)
    }

    /// The sequence of that id in the journey that the index was made of.
    pub fn sequence<'j>(&self, journey: &'j Journey, id: SequenceId) -> Option<&'j Sequence> {
        let SequenceId::Of(owner, slot) = id else { return Some(&journey.tiles) };
        let branches = self.find(journey, owner)?.branches();
        branches.into_iter().find(|(known, _)| *known == slot).map(|(_, tiles)| tiles)
    }
}

fn add(tiles: &Sequence, sequence: SequenceId, found: &mut Vec<(TileId, Place)>) {
    for (index, tile) in tiles.iter().enumerate() {
        found.push((tile.id, Place { sequence, index }));
        for (slot, tiles) in tile.branches() {
            add(tiles, SequenceId::Of(tile.id, slot), found);
        }
    }
}
