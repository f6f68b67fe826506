//! Puts everything in its place, top down, from the rooms that were measured; of a
//! large journey only what is in a region, without a look at most of the rest.

use crate::layout::measure::{self, BranchRoom, SequenceRoom, TileRoom};
use crate::layout::{Drawing, Edge, End, Fold, Label, Layout, Plus, Point, Rect, Sizes, TileBox};
use crate::model::id::TileId;
use crate::model::tree::{Place, SequenceId, Slot};

/// What of a layout touches `region`; `None` when that is more than `most` tiles.
pub(super) fn draw(layout: &Layout, region: Rect, most: usize) -> Option<Drawing> {
    let Layout { sizes, root, .. } = layout;
    let mut pen = Pen { sizes, region, most, drawing: Drawing::empty(layout.bounds()) };
    let rect = layout.entry_rect();
    pen.tile_box(TileBox { id: layout.entry, is_entry: true, rect });
    let bottom = Point { x: 0.0, y: rect.bottom() };
    pen.plus(SequenceId::Root, 0, Point { x: 0.0, y: bottom.y + sizes.gap / 2.0 }, true);
    let top = layout.top();
    let start = Way { path: vec![bottom], from: Some(layout.entry), slot: None };
    let end = Point { x: 0.0, y: top.y + root.height };
    pen.finish(start, &[if root.tiles.is_empty() { end } else { top }]);
    pen.sequence(SequenceId::Root, root, top);
    if let Some(way) = leaving_sequence(root, top) {
        pen.finish(way, &[end]);
    }
    let is_seen = Rect::around(end, sizes.plus, sizes.plus).touches(&pen.region);
    pen.drawing.ends.extend((root.falls_through && is_seen).then_some(End { at: end }));
    (!pen.is_full()).then_some(pen.drawing)
}

/// The beginning of an edge, whose end is not known yet.
#[derive(Debug, Clone)]
struct Way {
    path: Vec<Point>,
    from: Option<TileId>,
    slot: Option<Slot>,
}

struct Pen<'s> {
    sizes: &'s Sizes,
    region: Rect,
    most: usize,
    drawing: Drawing,
}

impl Pen<'_> {
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
            if at.y > self.region.bottom() || self.is_full() {
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
        self.tile_box(TileBox { id: tile.id, is_entry: false, rect });
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
        let path = vec![from, Point { x: from.x, y: across_y }, Point { x, y: across_y }];
        let way = Way { path, from: Some(tile), slot: Some(slot) };
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

    /// Draws an edge to the end of its way, without corners that are none.
    fn finish(&mut self, way: Way, to: &[Point]) {
        let Way { path, from, slot } = way;
        let mut corners: Vec<Point> = Vec::with_capacity(path.len() + to.len());
        for &point in path.iter().chain(to) {
            if corners.last() == Some(&point) {
                continue;
            }
            if let [.., a, b] = corners[..]
                && (a.x == b.x && b.x == point.x || a.y == b.y && b.y == point.y)
            {
                corners.pop();
            }
            corners.push(point);
        }
        let touches = |pair: &[Point]| match pair {
            [a, b] => Rect::spanning(*a, *b).touches(&self.region),
            _ => false,
        };
        if corners.windows(2).any(touches) {
            self.drawing.edges.push(Edge { path: corners, from, slot });
        }
    }

    fn tile_box(&mut self, tile: TileBox) {
        if tile.rect.touches(&self.region) {
            self.drawing.boxes.push(tile);
        }
    }

    fn plus(&mut self, sequence: SequenceId, index: usize, at: Point, reachable: bool) {
        if Rect::around(at, self.sizes.plus, self.sizes.plus).touches(&self.region) {
            self.drawing.pluses.push(Plus { place: Place { sequence, index }, at, reachable });
        }
    }

    fn label(&mut self, label: Label) {
        if Rect::around(label.at, self.sizes.label, self.sizes.plus).touches(&self.region) {
            self.drawing.labels.push(label);
        }
    }

    fn fold(&mut self, fold: Fold) {
        if Rect::around(fold.at, self.sizes.label, self.sizes.plus).touches(&self.region) {
            self.drawing.folds.push(fold);
        }
    }

    fn is_full(&self) -> bool {
        self.drawing.boxes.len() > self.most
    }
}

/// The way that leaves a tile of a sequence below, if one does.
fn leaving(tile: &TileRoom, top: Point) -> Option<Way> {
    let at = Point { x: top.x, y: top.y + tile.top };
    let (down, from) = match tile.branches.is_empty() {
        true => (tile.box_height, Some(tile.id)),
        false => (tile.height, None),
    };
    let path = vec![Point { x: at.x, y: at.y + down }];
    tile.falls_through.then_some(Way { path, from, slot: None })
}

/// The way that leaves a sequence with tiles at its end, if one does.
fn leaving_sequence(room: &SequenceRoom, top: Point) -> Option<Way> {
    room.tiles.last().filter(|_| room.falls_through).and_then(|last| leaving(last, top))
}

/// What reaches so far to both sides of an axis, and so far down.
fn across(x: f64, left: f64, right: f64, y: f64, height: f64) -> Rect {
    Rect { x: x - left, y, width: left + right, height }
}
