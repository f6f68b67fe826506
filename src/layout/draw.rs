//! Puts everything in its place, top down, from the rooms that were measured.

use crate::layout::measure::{self, SequenceRoom, TileRoom};
use crate::layout::{Drawing, Edge, End, Label, Plus, Point, Rect, Sizes, TileBox};
use crate::model::id::TileId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::tree::{Place, SequenceId, Slot};

pub(super) fn draw(journey: &Journey, sizes: &Sizes) -> Drawing {
    let room = measure::sequence(&journey.tiles, sizes);
    let (width, height) = sizes.tile;
    let rect = Rect { x: -width / 2.0, y: 0.0, width, height };
    let mut pen =
        Pen { sizes, boxes: Vec::new(), edges: Vec::new(), pluses: Vec::new(), labels: Vec::new() };
    pen.boxes.push(TileBox { id: journey.entry.id, is_entry: true, rect });
    let bottom = Point { x: 0.0, y: rect.bottom() };
    pen.plus(SequenceId::Root, 0, Point { x: 0.0, y: bottom.y + sizes.gap / 2.0 }, true);
    let top = Point { x: 0.0, y: bottom.y + sizes.gap };
    let start = Way { path: vec![bottom], from: Some(journey.entry.id), slot: None };
    let way = pen.sequence(SequenceId::Root, &journey.tiles, &room, top, start);
    let end = Point { x: 0.0, y: top.y + room.height };
    let ends: Vec<End> = way.iter().map(|_| End { at: end }).collect();
    if let Some(way) = way {
        pen.finish(way, &[end]);
    }
    let bounds = pen.bounds(&ends);
    let Pen { boxes, edges, pluses, labels, .. } = pen;
    Drawing { boxes, edges, pluses, labels, ends, bounds }
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
    boxes: Vec<TileBox>,
    edges: Vec<Edge>,
    pluses: Vec<Plus>,
    labels: Vec<Label>,
}

impl Pen<'_> {
    /// Draws tiles below each other from `top` on, `way` leading to the first one.
    /// Returns the way that leaves the sequence, if one does.
    fn sequence(
        &mut self,
        id: SequenceId,
        tiles: &Sequence,
        room: &SequenceRoom,
        top: Point,
        way: Way,
    ) -> Option<Way> {
        let mut way = Some(way);
        let mut falls_through = true;
        let mut y = top.y;
        for (index, (tile, room)) in tiles.iter().zip(&room.tiles).enumerate() {
            let at = Point { x: top.x, y };
            if let Some(way) = way.take() {
                self.finish(way, &[at]);
            }
            way = self.tile(tile, room, at);
            y += room.height + self.sizes.gap;
            falls_through &= room.falls_through;
            way = way.filter(|_| falls_through || index + 1 < tiles.len());
            let plus = Point { x: top.x, y: y - self.sizes.gap / 2.0 };
            self.plus(id, index + 1, plus, way.is_some());
        }
        way
    }

    /// Draws a tile with its branches; returns the way that leaves it below, if one does.
    fn tile(&mut self, tile: &Tile, room: &TileRoom, top: Point) -> Option<Way> {
        let Point { x, y } = top;
        let rect = Rect { x: x - room.width / 2.0, y, width: room.width, height: room.box_height };
        self.boxes.push(TileBox { id: tile.id, is_entry: false, rect });
        let bottom = Point { x, y: rect.bottom() };
        if room.branches.is_empty() {
            let way = Way { path: vec![bottom], from: Some(tile.id), slot: None };
            return room.falls_through.then_some(way);
        }
        let merge = Point { x, y: y + room.height };
        for ((slot, tiles), (axis, room)) in tile.branches().into_iter().zip(&room.branches) {
            let way = self.branch(tile.id, slot, tiles, room, bottom, x + axis);
            if let Some(way) = way {
                self.join(way, x + axis, merge);
            }
        }
        let way = Way { path: vec![merge], from: None, slot: None };
        room.falls_through.then_some(way)
    }

    /// Draws a branch with its label on the axis `x`.
    fn branch(
        &mut self,
        tile: TileId,
        slot: Slot,
        tiles: &Sequence,
        room: &SequenceRoom,
        from: Point,
        x: f64,
    ) -> Option<Way> {
        let across = from.y + self.sizes.stem;
        let label = across + self.sizes.label_drop;
        let plus = label + self.sizes.plus_drop;
        let path = vec![from, Point { x: from.x, y: across }, Point { x, y: across }];
        self.labels.push(Label { tile, slot, at: Point { x, y: label } });
        let id = SequenceId::Of(tile, slot);
        self.plus(id, 0, Point { x, y: plus }, true);
        let top = Point { x, y: from.y + measure::head(self.sizes) };
        self.sequence(id, tiles, room, top, Way { path, from: Some(tile), slot: Some(slot) })
    }

    /// Leads a way from the axis `x` across to where the branches merge and a bit
    /// down, so that its last corner can be round.
    fn join(&mut self, way: Way, x: f64, merge: Point) {
        let down = Point { x: merge.x, y: merge.y + self.sizes.gap / 5.0 };
        self.finish(way, &[Point { x, y: merge.y }, merge, down]);
    }

    /// Ends an edge, leaving out corners that are none.
    fn finish(&mut self, way: Way, rest: &[Point]) {
        let Way { mut path, from, slot } = way;
        path.extend_from_slice(rest);
        path.dedup();
        let mut corners: Vec<Point> = Vec::with_capacity(path.len());
        for point in path {
            if let [.., a, b] = corners[..]
                && (a.x == b.x && b.x == point.x || a.y == b.y && b.y == point.y)
            {
                corners.pop();
            }
            corners.push(point);
        }
        self.edges.push(Edge { path: corners, from, slot });
    }

    fn plus(&mut self, sequence: SequenceId, index: usize, at: Point, reachable: bool) {
        self.pluses.push(Plus { place: Place { sequence, index }, at, reachable });
    }

    /// What contains everything that was drawn.
    fn bounds(&self, ends: &[End]) -> Rect {
        let dot = |at: Point| Rect::around(at, self.sizes.plus, self.sizes.plus);
        let boxes = self.boxes.iter().map(|tile| tile.rect);
        let pluses = self.pluses.iter().map(|plus| dot(plus.at));
        let labels = self
            .labels
            .iter()
            .map(|label| Rect::around(label.at, self.sizes.label, self.sizes.plus));
        let edges = self.edges.iter().flat_map(|edge| &edge.path);
        let points = edges.map(|&at| Rect::around(at, 0.0, 0.0));
        let ends = ends.iter().map(|end| dot(end.at));
        let all = boxes.chain(pluses).chain(labels).chain(points).chain(ends);
        all.reduce(|a, b| a.union(&b)).unwrap_or(dot(Point { x: 0.0, y: 0.0 }))
    }
}
