//! How a journey is drawn, as pure geometry: boxes, edges, the places where a
//! tile can stand, labels. The picture is derived from the tree and never stored
//! (rule S2).
//!
//! Lengths are CSS pixels in the journey's own space: y grows downwards, and the
//! Entry and the tiles that follow it are centred at x = 0.
//!
//! **Invariant:** tiles and the cards beside them never overlap, no edge crosses a tile, and every place of
//! the journey has exactly one plus. The cost is linear in the number of tiles.
//! It knows no texts, so it measures none: every tile of a kind has one size.

pub mod camera;
pub mod chain;
pub mod far;
pub mod ground;
pub mod map;
pub mod rest;
pub mod sample;

mod draw;
mod geometry;
mod index;
mod measure;
mod number;
mod path;
mod sizes;
mod walk;

use std::sync::Arc;

use crate::model::id::TileId;
use crate::model::journey::{Entry, Journey, TileKind};
use crate::model::sorted::SortedSet;
use crate::model::tree::{Place, SequenceId, Slot};
use measure::{Measure, SequenceRoom};

pub use draw::Part;
pub use geometry::{Point, Rect};
pub use index::Index;
pub use number::Number;
pub use path::{line_d, path_d};
pub use sizes::Sizes;
pub use walk::{Direction, Stop, neighbour};

/// The branches whose tiles are not shown.
pub type Folded = SortedSet<(TileId, Slot)>;

/// Where everything of a journey stands, without having been drawn. It keeps only how
/// much room things take beside each other: after an edit what is unchanged is taken
/// over, wherever it moves to, and to find what is in a region or where a tile is takes
/// no look at most of the others.
#[derive(Debug, Clone)]
pub struct Layout {
    sizes: Sizes,
    entry: TileId,
    /// Whether a card stands beside the Entry.
    entry_card: bool,
    root: Arc<SequenceRoom>,
    index: Arc<Index>,
}

/// A journey as it is drawn, or the part of it that is in a region.
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
    /// One for every branch whose tiles are not shown, in the place of its pluses.
    pub folds: Vec<Fold>,
    /// What contains all of the journey.
    pub bounds: Rect,
}

/// A tile as a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TileBox {
    /// Which tile.
    pub id: TileId,
    /// What kind of tile it is.
    pub family: Family,
    /// Where it stands.
    pub rect: Rect,
    /// Where the card with its note stands, if it has one: beside it, as high as it is.
    pub card: Option<Rect>,
}

/// Kinds of tiles that look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Family {
    Entry,
    Branch,
    Wait,
    Message,
    Trigger,
    Exit,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Entry, Self::Branch, Self::Wait, Self::Message, Self::Trigger, Self::Exit];

    fn of(kind: &TileKind) -> Self {
        match kind {
            TileKind::AttributeBranch { .. }
            | TileKind::WaitFor { .. }
            | TileKind::Split { .. } => Self::Branch,
            TileKind::Wait(_) => Self::Wait,
            TileKind::Message { .. } => Self::Message,
            TileKind::CustomTrigger { .. } => Self::Trigger,
            TileKind::Exit => Self::Exit,
        }
    }
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

/// Where the tiles of a branch are folded away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    /// The tile that branches.
    pub tile: TileId,
    /// Which of its branches.
    pub slot: Slot,
    /// The centre of what stands for its tiles.
    pub at: Point,
    /// How many tiles are not shown.
    pub count: usize,
}

/// Where the journey completes without an Exit tile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct End {
    /// Its centre.
    pub at: Point,
}

/// The drawing of a journey in the usual sizes.
pub fn journey(journey: &Journey) -> Drawing {
    journey_with(journey, &Sizes::default())
}

/// The drawing of a journey in those sizes.
pub fn journey_with(journey: &Journey, sizes: &Sizes) -> Drawing {
    Layout::new(journey, &Folded::new(), *sizes, None).whole()
}

impl Layout {
    /// The layout of a journey in the usual sizes.
    pub fn of(journey: &Journey, folded: &Folded) -> Self {
        Self::new(journey, folded, Sizes::default(), None)
    }

    /// The layout of no journey at all.
    pub fn nothing() -> Self {
        let sizes = Sizes::default();
        let root = Measure { sizes: &sizes, folded: &Folded::new() }.sequence(&Vec::new(), None);
        Self { sizes, entry: TileId(0), entry_card: false, root, index: Arc::default() }
    }

    /// The layout of what this journey, or another, has become.
    pub fn after(&self, journey: &Journey, folded: &Folded) -> Self {
        Self::new(journey, folded, self.sizes, Some(&self.root))
    }

    fn new(
        journey: &Journey,
        folded: &Folded,
        sizes: Sizes,
        before: Option<&Arc<SequenceRoom>>,
    ) -> Self {
        let root = Measure { sizes: &sizes, folded }.sequence(&journey.tiles, before);
        let Entry { id: entry, note, .. } = &journey.entry;
        let index = Arc::new(Index::new(journey));
        Self { sizes, entry: *entry, entry_card: note.card, root, index }
    }

    /// What contains everything.
    pub fn bounds(&self) -> Rect {
        let Sizes { tile: (width, _), plus, gap, .. } = self.sizes;
        let left = self.root.left.max(width / 2.0);
        let right = self.root.right.max(self.sizes.reach(width, self.entry_card));
        let end = self.top().y + self.root.height + plus / 2.0;
        let height = if self.root.falls_through { end } else { end - gap / 2.0 };
        Rect { x: -left, y: 0.0, width: left + right, height }
    }

    /// All of it.
    pub fn whole(&self) -> Drawing {
        self.within(Rect::EVERYTHING)
    }

    /// What touches a region.
    pub fn within(&self, region: Rect) -> Drawing {
        self.within_at_most(region, usize::MAX).unwrap_or_else(|| Drawing::empty(self.bounds()))
    }

    /// What touches a region, unless that is more than so many tiles.
    pub fn within_at_most(&self, region: Rect, most: usize) -> Option<Drawing> {
        let mut drawing = Drawing::empty(self.bounds());
        let is_all = self.tell(region, most, &mut |part| match part {
            Part::Tile(tile) => drawing.boxes.push(tile),
            Part::Edge(path, from, slot) => {
                drawing.edges.push(Edge { path: path.to_vec(), from, slot });
            }
            Part::Plus(plus) => drawing.pluses.push(plus),
            Part::Label(label) => drawing.labels.push(label),
            Part::Fold(fold) => drawing.folds.push(fold),
            Part::End(end) => drawing.ends.push(end),
        });
        is_all.then_some(drawing)
    }

    /// Tells of everything that touches a region, until it has told of so many tiles.
    /// Whether that was all.
    pub fn tell(&self, region: Rect, most: usize, tell: &mut dyn FnMut(Part<'_>)) -> bool {
        draw::draw(self, region, most, tell)
    }

    /// The Entry.
    pub fn entry(&self) -> TileId {
        self.entry
    }

    /// The centre of the name of a branch; `None` where it is not shown.
    pub fn label_at(&self, tile: TileId, slot: Slot) -> Option<Point> {
        let (top, _) = self.sequence(SequenceId::Of(tile, slot))?;
        Some(Point { x: top.x, y: top.y - self.sizes.gap / 2.0 - self.sizes.plus_drop })
    }

    /// Where the tiles are in the tree of the journey.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Where a tile stands, the Entry included; `None` where it is not shown.
    pub fn rect_of(&self, id: TileId) -> Option<Rect> {
        if id == self.entry {
            return Some(self.entry_rect());
        }
        let Place { sequence, index } = self.index.place_of(id)?;
        let (at, room) = self.sequence(sequence)?;
        let tile = room.tiles.get(index)?;
        let (width, height) = (tile.width, tile.box_height);
        Some(Rect { x: at.x - width / 2.0, y: at.y + tile.top, width, height })
    }

    /// The plus of a place; `None` where it is not shown.
    pub fn plus_at(&self, place: Place) -> Option<Plus> {
        let Place { sequence, index } = place;
        let (top, room) = self.sequence(sequence)?;
        let gap = self.sizes.gap / 2.0;
        let (y, reachable) = match index.checked_sub(1) {
            None if room.folded > 0 => return None,
            None => (top.y - gap, true),
            Some(before) => {
                let tile = room.tiles.get(before)?;
                let is_last = index == room.tiles.len();
                let reachable = if is_last { room.falls_through } else { tile.falls_through };
                (top.y + tile.top + tile.height + gap, reachable)
            }
        };
        Some(Plus { place, at: Point { x: top.x, y }, reachable })
    }

    /// The room of a sequence, and where its first tile has its top.
    fn sequence(&self, id: SequenceId) -> Option<(Point, &SequenceRoom)> {
        let SequenceId::Of(owner, slot) = id else { return Some((self.top(), &self.root)) };
        let Place { sequence, index } = self.index.place_of(owner)?;
        let (top, room) = self.sequence(sequence)?;
        let tile = room.tiles.get(index)?;
        let branch = tile.branches.iter().find(|branch| branch.slot == slot)?;
        let y = top.y + tile.top + tile.box_height + measure::head(&self.sizes);
        Some((Point { x: top.x + branch.axis, y }, &branch.room))
    }

    fn entry_rect(&self) -> Rect {
        let (width, height) = self.sizes.tile;
        Rect { x: -width / 2.0, y: 0.0, width, height }
    }

    /// Where the tile that follows the Entry has its top.
    fn top(&self) -> Point {
        Point { x: 0.0, y: self.sizes.tile.1 + self.sizes.gap }
    }
}

/// Two layouts are equal when they took over everything from one another.
impl PartialEq for Layout {
    fn eq(&self, other: &Self) -> bool {
        self.entry == other.entry
            && self.entry_card == other.entry_card
            && self.sizes == other.sizes
            && Arc::ptr_eq(&self.root, &other.root)
            && self.index == other.index
    }
}

impl Drawing {
    /// Nothing of a journey that takes so much room.
    pub fn empty(bounds: Rect) -> Self {
        Self {
            boxes: Vec::new(),
            edges: Vec::new(),
            pluses: Vec::new(),
            labels: Vec::new(),
            ends: Vec::new(),
            folds: Vec::new(),
            bounds,
        }
    }
}

#[cfg(test)]
mod tests;
