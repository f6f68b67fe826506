//! What is selected in the open journey, and one tile or more as one thing: what an
//! edit of a selection is about.
//!
//! **Invariant:** there is no empty group of tiles, and no selection that is a group
//! of none: where nothing is left of one, the journey is selected.

use std::sync::Arc;

use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::sorted::SortedSet;

/// What is selected in the open journey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// The empty ground: the settings of the journey.
    #[default]
    Journey,
    /// The Entry tile.
    Entry,
    /// Other tiles.
    Tiles(Tiles),
}

/// One tile or more of a journey, the Entry not among them; notes on the ground count as
/// tiles. Copied at no cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    /// The one of the least number.
    first: TileId,
    /// All others.
    others: Arc<SortedSet<TileId>>,
}

impl Tiles {
    /// These tiles; nothing where there are none.
    pub fn new(mut tiles: SortedSet<TileId>) -> Option<Self> {
        let first = *tiles.first()?;
        tiles.remove(&first);
        Some(Self { first, others: Arc::new(tiles) })
    }

    /// Whether a tile is one of them.
    pub fn contains(&self, tile: TileId) -> bool {
        self.first == tile || self.others.contains(&tile)
    }

    /// The one of the least number.
    pub fn first(&self) -> TileId {
        self.first
    }

    /// The tile, when there is no other.
    pub fn only(&self) -> Option<TileId> {
        self.others.is_empty().then_some(self.first)
    }

    /// How many there are: 1 or more.
    pub fn count(&self) -> usize {
        1 + self.others.len()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = TileId> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

impl From<TileId> for Tiles {
    fn from(first: TileId) -> Self {
        Self { first, others: Arc::default() }
    }
}

impl Selection {
    /// The selection of one tile.
    pub fn tile(id: TileId) -> Self {
        Self::Tiles(id.into())
    }

    /// The selection of these tiles; of the ground when there are none.
    pub fn of(tiles: SortedSet<TileId>) -> Self {
        Tiles::new(tiles).map_or(Self::Journey, Self::Tiles)
    }

    /// The tiles that are selected.
    pub fn tiles(&self) -> Option<&Tiles> {
        match self {
            Self::Tiles(tiles) => Some(tiles),
            Self::Journey | Self::Entry => None,
        }
    }

    /// The tile that is selected, when it alone is.
    pub fn only(&self) -> Option<TileId> {
        self.tiles()?.only()
    }

    /// What a journey still has of these tiles. The Entry is selected alone.
    pub(super) fn existing(journey: &Journey, tiles: &Tiles) -> Self {
        match tiles.only() {
            Some(id) if id == journey.entry.id => Self::Entry,
            Some(id) if journey.tile(id).is_none() && journey.ground_note(id).is_none() => {
                Self::Journey
            }
            Some(id) => Self::tile(id),
            None => {
                let all = journey.all_tiles();
                let all = all.iter().map(|tile| tile.id);
                let all = all.chain(journey.notes.iter().map(|note| note.id));
                Self::of(collect::set(all.filter(|id| tiles.contains(*id))))
            }
        }
    }
}
