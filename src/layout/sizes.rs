//! How large things are drawn, and how far from each other.

use crate::layout::Rect;

/// The sizes that a drawing is made with, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Width and height of a tile.
    pub tile: (f64, f64),
    /// Width and height of an Exit tile.
    pub exit: (f64, f64),
    /// Width of the card with a note, and how far it stands from its tile.
    pub card: (f64, f64),
    /// Diameter of a plus.
    pub plus: f64,
    /// Width of the widest label of a branch.
    pub label: f64,
    /// Between two tiles that follow each other; a plus stands in its middle.
    pub gap: f64,
    /// Between two branches side by side.
    pub between: f64,
    /// From a tile that branches down to the line across its branches.
    pub stem: f64,
    /// From the line across the branches down to the labels.
    pub label_drop: f64,
    /// From the labels down to the pluses at the top of the branches.
    pub plus_drop: f64,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            tile: (240.0, 72.0),
            exit: (120.0, 40.0),
            card: (208.0, 12.0),
            plus: 24.0,
            label: 184.0,
            gap: 56.0,
            between: 32.0,
            stem: 20.0,
            label_drop: 28.0,
            plus_drop: 36.0,
        }
    }
}

impl Sizes {
    /// How far a tile of that width reaches to the right of its axis, with its card.
    pub(super) fn reach(&self, width: f64, card: bool) -> f64 {
        width / 2.0 + if card { self.card.0 + self.card.1 } else { 0.0 }
    }

    /// The card beside a tile.
    pub(super) fn card_beside(&self, tile: Rect) -> Rect {
        Rect { x: tile.right() + self.card.1, width: self.card.0, ..tile }
    }
}
