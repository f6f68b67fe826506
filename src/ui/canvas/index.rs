//! Finding tiles by id in the time it takes to walk down to them, however large
//! the journey is: every tile on the canvas asks for its own after every edit.

use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::sorted::SortedMap;

/// Where the tiles of a journey are in its tree.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Index(SortedMap<TileId, Vec<Step>>);

/// One step down: which branch of the tile above, and which tile there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    branch: usize,
    tile: usize,
}

impl Index {
    /// The index of a journey.
    pub fn new(journey: &Journey) -> Self {
        let mut index = Self::default();
        index.add(&journey.tiles, 0, &mut Vec::new());
        index
    }

    /// The tile of that id in the journey that the index was made of.
    pub fn find<'j>(&self, journey: &'j Journey, id: TileId) -> Option<&'j Tile> {
        let (first, rest) = self.0.get(&id)?.split_first()?;
        let mut tile = journey.tiles.get(first.tile)?;
        for step in rest {
            tile = tile.kind.sequences().get(step.branch)?.get(step.tile)?;
        }
        Some(tile)
    }

    fn add(&mut self, tiles: &Sequence, branch: usize, path: &mut Vec<Step>) {
        for (index, tile) in tiles.iter().enumerate() {
            path.push(Step { branch, tile: index });
            self.0.insert(tile.id, path.clone());
            for (branch, tiles) in tile.kind.sequences().into_iter().enumerate() {
                self.add(tiles, branch, path);
            }
            path.pop();
        }
    }
}
