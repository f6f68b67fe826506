//! Notes: what people leave for each other at a tile, or on the ground of a journey. They
//! change nothing in what a journey does.
//!
//! A note on the ground has a number of its journey, as tiles have: it is selected, copied
//! and deleted with them.

use crate::model::collect;
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

/// How far a copy of a note lies to the right of it and below, in CSS px.
const ASIDE: i32 = 24;

/// A note that lies on the ground of a journey (rule S12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroundNote {
    /// Its id.
    pub id: TileId,
    /// What it says: not nothing; lines may end.
    pub text: String,
    /// Where it lies.
    pub at: Anchor,
}

/// Where a note lies: beside a tile, with which it moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The tile; what is none stands for the Entry.
    pub tile: TileId,
    /// How far the left edge of the note is to the right of that of the tile, in CSS px.
    pub x: i32,
    /// How far the upper edge of the note is below that of the tile, in CSS px.
    pub y: i32,
}

impl Anchor {
    /// A little aside: where a copy lies, so that both are seen.
    pub fn aside(self) -> Self {
        self.shifted(ASIDE, ASIDE)
    }

    /// So much further to the right and down.
    pub fn shifted(self, x: i32, y: i32) -> Self {
        Self { x: self.x.saturating_add(x), y: self.y.saturating_add(y), ..self }
    }
}

impl Journey {
    /// The note on the ground of that id.
    pub fn ground_note(&self, id: TileId) -> Option<&GroundNote> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The notes on the ground that go with these: those of them that are notes, and those
    /// that lie by tiles of them.
    pub fn notes_with(&self, these: &dyn Fn(TileId) -> bool) -> Vec<&GroundNote> {
        self.notes.iter().filter(|note| these(note.id) || these(note.at.tile)).collect()
    }

    /// Puts the notes on the ground into the order of their ids.
    pub fn sort_notes(&mut self) {
        collect::sort_by_key(&mut self.notes, |note| note.id);
    }

    /// The note at a tile; at what is no tile, that of the Entry.
    pub fn note_at(&self, tile: TileId) -> &Note {
        self.tile(tile).map_or(&self.entry.note, |tile| &tile.note)
    }
}
