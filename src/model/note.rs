//! A note: what people leave for each other at a tile. It changes nothing in what a
//! journey does.

use crate::model::id::TileId;
use crate::model::journey::Journey;

/// A note at a tile, the Entry included; without a text there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// What it says; lines may end.
    pub text: String,
    /// Whether it stands beside its tile as a card; else a mark on the tile tells of it.
    pub card: bool,
}

impl Note {
    /// The note of that text; without a text there is none, and no card.
    pub fn new(text: String, card: bool) -> Self {
        Self { card: card && !text.is_empty(), text }
    }

    /// Whether there is no note.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl Journey {
    /// The note at a tile; at what is no tile, that of the Entry.
    pub fn note_at(&self, tile: TileId) -> &Note {
        self.tile(tile).map_or(&self.entry.note, |tile| &tile.note)
    }
}
