//! How a journey is drawn, as pure geometry: boxes, edges, the places where a
//! tile can stand, labels. The picture is derived from the tree and never stored
//! (rule S2).
//!
//! Lengths are CSS pixels in the journey's own space: y grows downwards, and the
//! Entry and the tiles that follow it are centred at x = 0.
//!
//! **Invariant:** tiles never overlap, no edge crosses a tile, and every place of
//! the journey has exactly one plus. The cost is linear in the number of tiles.
//! It knows no texts, so it measures none: every tile of a kind has one size.

pub mod camera;
pub mod chain;
pub mod map;

mod draw;
mod measure;
mod number;
mod path;
mod walk;

use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::tree::{Place, Slot};

pub use number::Number;
pub use path::{line_d, path_d};
pub use walk::{Direction, Stop, neighbour};

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A journey as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The Entry and every tile, in reading order.
    pub boxes: Vec<TileBox>,
    /// The ways between them.
    pub edges: Vec<Edge>,
    /// One for every place where a tile can stand.
    pub pluses: Vec<Plus>,
    /// One for every branch, on its edge below the tile that branches.
    pub labels: Vec<Label>,
    /// Where the journey completes without an Exit tile.
    pub ends: Vec<End>,
    /// What contains all of it.
    pub bounds: Rect,
}

/// A tile as a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TileBox {
    /// Which tile.
    pub id: TileId,
    /// Whether it is the Entry.
    pub is_entry: bool,
    /// Where it stands.
    pub rect: Rect,
}

/// A way from a tile to what follows, drawn from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The corners of a line that runs straight down or straight across.
    pub path: Vec<Point>,
    /// The tile that the way leaves; `None` below a merge, where several run as one.
    pub from: Option<TileId>,
    /// Which branch of that tile, if it has any.
    pub slot: Option<Slot>,
}

/// A place where a tile can stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plus {
    /// Which place.
    pub place: Place,
    /// Its centre.
    pub at: Point,
    /// Whether an edge leads there; nothing leads to a place after an Exit.
    pub reachable: bool,
}

/// Where the name of a branch stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    /// The tile that branches.
    pub tile: TileId,
    /// Which of its branches.
    pub slot: Slot,
    /// Its centre.
    pub at: Point,
}

/// Where the journey completes without an Exit tile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// Its centre.
    pub at: Point,
}

/// The sizes that a drawing is made with, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Width and height of a tile.
    pub tile: (f64, f64),
    /// Width and height of an Exit tile.
    pub exit: (f64, f64),
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

/// The drawing of a journey in the usual sizes.
pub fn journey(journey: &Journey) -> Drawing {
    journey_with(journey, &Sizes::default())
}

/// The drawing of a journey in those sizes.
pub fn journey_with(journey: &Journey, sizes: &Sizes) -> Drawing {
    draw::draw(journey, sizes)
}

impl Rect {
    /// The x of its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The y of its lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Its centre.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// The smallest rectangle that contains both.
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = self.right().max(other.right());
        let bottom = self.bottom().max(other.bottom());
        Self { x, y, width: right - x, height: bottom - y }
    }

    /// Whether the two have a point in common.
    pub fn touches(&self, other: &Self) -> bool {
        self.x <= other.right()
            && other.x <= self.right()
            && self.y <= other.bottom()
            && other.y <= self.bottom()
    }

    /// Whether a point lies in it.
    pub fn contains(&self, at: Point) -> bool {
        self.touches(&Self { x: at.x, y: at.y, width: 0.0, height: 0.0 })
    }

    /// The rectangle of that size around a centre.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }
}

#[cfg(test)]
mod tests;
