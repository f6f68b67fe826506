//! Puts everything in its place, top down, from the rooms that were measured; of a
//! large journey only what is in a region, without a look at most of the rest.

use crate::layout::measure::{self, BranchRoom, SequenceRoom, TileRoom};
use crate::layout::{End, Family, Fold, Label, Layout, Plus, Point, Rect, Sizes, TileBox};
use crate::model::id::TileId;
use crate::model::tree::{Place, SequenceId, Slot};

/// Something that is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part<'p> {
    /// The Entry or a tile, in reading order.
    Tile(TileBox),
    /// The corners of a way, the tile that it leaves, and by which branch.
    Edge(&'p [Point], Option<TileId>, Option<Slot>),
    /// A place where a tile can stand.
    Plus(Plus),
    /// The name of a branch.
    Label(Label),
    /// What stands for the tiles of a branch.
    Fold(Fold),
    /// Where the journey completes without an Exit tile.
    End(End),
}

/// Tells of what of a layout touches `region`, until that is more than `most` tiles.
/// Whether it was all.
pub(super) fn draw(layout: &Layout, region: Rect, most: usize, tell: Tell<'_>) -> bool {
    let Layout { sizes, root, .. } = layout;
    let mut pen = Pen { sizes, region, left: most, tell, is_full: false };
    let rect = layout.entry_rect();
    pen.tile_box(layout.entry, Family::Entry, rect, layout.entry_card);
    let bottom = Point { x: 0.0, y: rect.bottom() };
    pen.plus(SequenceId::Root, 0, Point { x: 0.0, y: bottom.y + sizes.gap / 2.0 }, true);
    let top = layout.top();
    let start = Way::new(bottom, Some(layout.entry), None);
    let end = Point { x: 0.0, y: top.y + root.height };
    pen.finish(start, &[if root.tiles.is_empty() { end } else { top }]);
    pen.sequence(SequenceId::Root, root, top);
    if let Some(way) = leaving_sequence(root, top) {
        pen.finish(way, &[end]);
    }
    if root.falls_through && Rect::around(end, sizes.plus, sizes.plus).touches(&region) {
        (pen.tell)(Part::End(End { at: end }));
    }
    !pen.is_full
}

/// Who is told.
pub(super) type Tell<'t> = &'t mut dyn FnMut(Part<'_>);

/// The beginning of an edge, whose end is not known yet: no corner of it is none.
#[derive(Debug, Clone)]
struct Way {
    /// No way has more corners than this.
    corners: [Point; 8],
    count: usize,
    from: Option<TileId>,
    slot: Option<Slot>,
}

impl Way {
    fn new(start: Point, from: Option<TileId>, slot: Option<Slot>) -> Self {
        Self { corners: [start; 8], count: 1, from, slot }
    }

    fn to(mut self, point: Point) -> Self {
        match self.path() {
            [.., last] if *last == point => return self,
            [.., a, b] if a.x == b.x && b.x == point.x || a.y == b.y && b.y == point.y => {
                self.count -= 1;
            }
            _ => {}
        }
        if let Some(corner) = self.corners.get_mut(self.count) {
            *corner = point;
            self.count += 1;
        }
        self
    }

    fn path(&self) -> &[Point] {
        &self.corners[..self.count]
    }
}

struct Pen<'s, 't> {
    sizes: &'s Sizes,
    region: Rect,
    /// How many tiles there is room for.
    left: usize,
    tell: Tell<'t>,
    is_full: bool,
}

impl Pen<'_, '_> {
    /// Draws tiles below each other from `top` on, without what leads to the first and
    /// what leaves the last.
    fn sequence(&mut self, id: SequenceId, room: &SequenceRoom, top: Point) {
        let gap = self.sizes.gap;
        let above = |tile: &TileRoom| top.y + tile.top + tile.height + gap < self.region.y;
        let first = room.tiles.partition_point(above);
        for (index, tile) in room.tiles.iter().enumerate().skip(first) {
            let at = Point { x: top.x, y: top.y + tile.top };
            let before = index.checked_sub(1).and_then(|before| room.tiles.get(before));
            if let Some(way) = before.and_then(|before| leaving(before, top)) {
                self.finish(way, &[at]);
            }
            if at.y > self.region.bottom() || self.is_full {
                return;
            }
            self.tile(tile, at);
            let is_last = index + 1 == room.tiles.len();
            let reachable = if is_last { room.falls_through } else { tile.falls_through };
            let plus = Point { x: top.x, y: at.y + tile.height + gap / 2.0 };
            self.plus(id, index + 1, plus, reachable);
        }
    }

    /// Draws a tile with its branches.
    fn tile(&mut self, tile: &TileRoom, at: Point) {
        let Point { x, y } = at;
        let all = across(x, tile.left, tile.right, y, tile.height + self.sizes.gap);
        if !all.touches(&self.region) {
            return;
        }
        let rect = Rect { x: x - tile.width / 2.0, y, width: tile.width, height: tile.box_height };
        self.tile_box(tile.id, tile.family, rect, tile.card);
        let merge = Point { x, y: y + tile.height };
        for branch in &tile.branches {
            self.branch(tile.id, branch, Point { x, y: rect.bottom() }, merge);
        }
    }

    /// Draws a branch with its label, from the bottom of its tile to where it merges.
    fn branch(&mut self, tile: TileId, branch: &BranchRoom, from: Point, merge: Point) {
        let BranchRoom { slot, axis, room } = branch;
        let (slot, x) = (*slot, from.x + axis);
        let across_y = from.y + self.sizes.stem;
        let label = Point { x, y: across_y + self.sizes.label_drop };
        let plus = Point { x, y: label.y + self.sizes.plus_drop };
        let top = Point { x, y: from.y + measure::head(self.sizes) };
        self.label(Label { tile, slot, at: label });
        let id = SequenceId::Of(tile, slot);
        match room.folded {
            0 => self.plus(id, 0, plus, true),
            count => self.fold(Fold { tile, slot, at: plus, count }),
        }
        let way = Way::new(from, Some(tile), Some(slot));
        let way = way.to(Point { x: from.x, y: across_y }).to(Point { x, y: across_y });
        if room.tiles.is_empty() {
            return match room.falls_through {
                true => self.join(way, x, merge),
                false => self.finish(way, &[plus]),
            };
        }
        self.finish(way, &[top]);
        if across(x, room.left, room.right, top.y, room.height).touches(&self.region) {
            self.sequence(id, room, top);
        }
        if let Some(way) = leaving_sequence(room, top) {
            self.join(way, x, merge);
        }
    }

    /// Leads a way from the axis `x` across to where the branches merge and a bit
    /// down, so that its last corner can be round.
    fn join(&mut self, way: Way, x: f64, merge: Point) {
        let down = Point { x: merge.x, y: merge.y + self.sizes.gap / 5.0 };
        self.finish(way, &[Point { x, y: merge.y }, merge, down]);
    }

    /// Draws an edge to the end of its way.
    fn finish(&mut self, way: Way, to: &[Point]) {
        let way = to.iter().fold(way, |way, point| way.to(*point));
        let touches = |pair: &[Point]| match pair {
            [a, b] => Rect::spanning(*a, *b).touches(&self.region),
            _ => false,
        };
        if way.path().windows(2).any(touches) {
            (self.tell)(Part::Edge(way.path(), way.from, way.slot));
        }
    }

    fn tile_box(&mut self, id: TileId, family: Family, rect: Rect, card: bool) {
        let card = card.then(|| self.sizes.card_beside(rect));
        let with_card = card.map_or(rect, |card| rect.union(&card));
        if !with_card.touches(&self.region) {
            return;
        }
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => self.is_full = true,
        }
        (self.tell)(Part::Tile(TileBox { id, family, rect, card }));
    }

    fn plus(&mut self, sequence: SequenceId, index: usize, at: Point, reachable: bool) {
        if Rect::around(at, self.sizes.plus, self.sizes.plus).touches(&self.region) {
            (self.tell)(Part::Plus(Plus { place: Place { sequence, index }, at, reachable }));
        }
    }

    fn label(&mut self, label: Label) {
        if Rect::around(label.at, self.sizes.label, self.sizes.plus).touches(&self.region) {
            (self.tell)(Part::Label(label));
        }
    }

    fn fold(&mut self, fold: Fold) {
        if Rect::around(fold.at, self.sizes.label, self.sizes.plus).touches(&self.region) {
            (self.tell)(Part::Fold(fold));
        }
    }
}

/// The way that leaves a tile of a sequence below, if one does.
fn leaving(tile: &TileRoom, top: Point) -> Option<Way> {
    let at = Point { x: top.x, y: top.y + tile.top };
    let (down, from) = match tile.branches.is_empty() {
        true => (tile.box_height, Some(tile.id)),
        false => (tile.height, None),
    };
    let start = Point { x: at.x, y: at.y + down };
    tile.falls_through.then(|| Way::new(start, from, None))
}

/// The way that leaves a sequence with tiles at its end, if one does.
fn leaving_sequence(room: &SequenceRoom, top: Point) -> Option<Way> {
    room.tiles.last().filter(|_| room.falls_through).and_then(|last| leaving(last, top))
}

/// What reaches so far to both sides of an axis, and so far down.
fn across(x: f64, left: f64, right: f64, y: f64, height: f64) -> Rect {
    Rect { x: x - left, y, width: left + right, height }
}
