//! A map of what leads to what, in layers from left to right.
//!
//! What leads to something stands at its left, unless a circle forbids it; long ways run
//! between the boxes of the layers that they pass. What leads nowhere and comes from
//! nowhere stands in rows below.
//!
//! **Invariant:** the same input gives the same picture, boxes never overlap, and each
//! link begins and ends at the sides of its boxes.

mod layers;
mod order;

use crate::layout::{Point, Rect};
use layers::Layered;

/// Something on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapNode {
    /// Its width and height.
    pub size: (f64, f64),
    /// The first layer where it may stand; it stands there or an even number to the right,
    /// so that what is never linked with its own kind has layers of its own.
    pub first: usize,
    /// Whether it stands in the last layer, at the edge.
    pub at_edge: bool,
}

/// The room between things.
#[derive(Debug, Clone, Copy)]
pub struct MapSizes {
    /// Between layers, to the right.
    pub across: f64,
    /// Between boxes of a layer, downwards; links that pass need less.
    pub down: f64,
}

/// A map as it is drawn, from the point (0, 0) on.
#[derive(Debug, Clone, PartialEq)]
pub struct MapDrawing {
    /// The box of each node, in their order.
    pub boxes: Vec<Rect>,
    /// The points through which each link goes, in their order.
    pub links: Vec<Vec<Point>>,
    /// The width and height of all of it.
    pub size: (f64, f64),
}

/// How often layers are moved towards what they are linked with.
const ROUNDS: usize = 12;

/// The share of the room that a link needs which passes a layer.
const PASSING: f64 = 0.4;

/// Draws nodes and the links between them, given by their places in the list.
pub fn map(nodes: &[MapNode], links: &[(usize, usize)], sizes: MapSizes) -> MapDrawing {
    let layered = layers::layers(nodes, links);
    let rows = order::order(&layered);
    let heights: Vec<f64> = (0..layered.layer_of.len())
        .map(|at| nodes.get(at).map_or(0.0, |node| node.size.1))
        .collect();
    let middles = settle(&layered, &rows, &heights, sizes.down);
    let lefts = lefts(nodes, &rows, sizes.across);
    let mut boxes = vec![Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 }; nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        let (left, widest) = lefts.get(layered.layer_of[at]).copied().unwrap_or_default();
        let (width, height) = node.size;
        let x = left + (widest - width) / 2.0;
        boxes[at] = Rect { x, y: middles[at] - height / 2.0, width, height };
    }
    below(nodes, &layered, sizes, &mut boxes);
    let links = links
        .iter()
        .zip(&layered.ways)
        .map(|(&(from, to), way)| {
            let (back, through) = (way.reversed, way.through.iter());
            // Beside the boxes of a layer that it passes it runs straight.
            let bends = through.flat_map(|&at| {
                let (left, widest) = lefts[layered.layer_of[at]];
                [left, left + widest].map(|x| Point { x, y: middles[at] })
            });
            line(boxes[from], boxes[to], back, bends.collect())
        })
        .collect();
    let right = boxes.iter().map(|at| at.x + at.width).fold(0.0, f64::max);
    let bottom = boxes.iter().map(|at| at.y + at.height).fold(0.0, f64::max);
    MapDrawing { boxes, links, size: (right, bottom) }
}

/// The left edge and the width of each layer.
fn lefts(nodes: &[MapNode], rows: &[Vec<usize>], across: f64) -> Vec<(f64, f64)> {
    let mut left = 0.0;
    let mut found = Vec::new();
    for row in rows {
        let widths = row.iter().filter_map(|&at| nodes.get(at)).map(|node| node.size.0);
        let widest = widths.fold(0.0, f64::max);
        found.push((left, widest));
        left += widest + across;
    }
    found
}

/// The middle of each box, downwards: near what it is linked with, in the order of its
/// layer.
fn settle(layered: &Layered, rows: &[Vec<usize>], heights: &[f64], gap: f64) -> Vec<f64> {
    let mut middles = vec![0.0; heights.len()];
    for row in rows {
        let wanted = vec![0.0; row.len()];
        place(row, &wanted, heights, gap, &mut middles);
    }
    for round in 0..ROUNDS {
        let forth: Vec<usize> = (0..rows.len()).collect();
        let ordered: Box<dyn Iterator<Item = usize>> = if round % 2 == 0 {
            Box::new(forth.into_iter())
        } else {
            Box::new(forth.into_iter().rev())
        };
        for row in ordered.map(|at| &rows[at]) {
            let wish = |&at: &usize| {
                let (before, after) = (&layered.before[at], &layered.after[at]);
                let count = before.len() + after.len();
                let sum: f64 = before.iter().chain(after).map(|&other| middles[other]).sum();
                if count == 0 { middles[at] } else { sum / count as f64 }
            };
            let wanted: Vec<f64> = row.iter().map(wish).collect();
            place(row, &wanted, heights, gap, &mut middles);
        }
    }
    let top = |at: &usize| middles[*at] - heights[*at] / 2.0;
    let least = rows.iter().flatten().map(top).fold(f64::INFINITY, f64::min);
    if least.is_finite() {
        middles.iter_mut().for_each(|middle| *middle -= least);
    }
    middles
}

/// Puts a layer as near to where it wants to be as its order allows: midway between
/// pushing everything down and pushing everything up.
fn place(row: &[usize], wanted: &[f64], heights: &[f64], gap: f64, middles: &mut [f64]) {
    let apart = |one: usize, other: usize| {
        let passes = heights[one] == 0.0 || heights[other] == 0.0;
        (heights[one] + heights[other]) / 2.0 + if passes { gap * PASSING } else { gap }
    };
    let mut down = wanted.to_vec();
    for at in 1..row.len() {
        down[at] = down[at].max(down[at - 1] + apart(row[at - 1], row[at]));
    }
    let mut up = wanted.to_vec();
    for at in (1..row.len()).rev() {
        up[at - 1] = up[at - 1].min(up[at] - apart(row[at - 1], row[at]));
    }
    for (at, &node) in row.iter().enumerate() {
        middles[node] = (down[at] + up[at]) / 2.0;
    }
}

/// Rows below the layers, of what has no link.
fn below(nodes: &[MapNode], layered: &Layered, sizes: MapSizes, boxes: &mut [Rect]) {
    let is_linked = |at: usize| !layered.is_alone[at];
    let linked = (0..nodes.len()).filter(|&at| is_linked(at));
    let (mut right, mut y) = (0.0_f64, 0.0_f64);
    for at in linked {
        right = right.max(boxes[at].x + boxes[at].width);
        y = y.max(boxes[at].y + boxes[at].height + 2.0 * sizes.down);
    }
    let alone: Vec<usize> = (0..nodes.len()).filter(|&at| !is_linked(at)).collect();
    let widest = alone.iter().map(|&at| nodes[at].size.0).fold(0.0, f64::max);
    let columns = ((right + sizes.down) / (widest + sizes.down)).floor().max(4.0) as usize;
    for row in alone.chunks(columns) {
        let height = row.iter().map(|&at| nodes[at].size.1).fold(0.0, f64::max);
        for (column, &at) in row.iter().enumerate() {
            let (width, own) = nodes[at].size;
            let x = column as f64 * (widest + sizes.down);
            boxes[at] = Rect { x, y: y + (height - own) / 2.0, width, height: own };
        }
        y += height + sizes.down;
    }
}

fn line(from: Rect, to: Rect, back: bool, bends: Vec<Point>) -> Vec<Point> {
    let left = |at: Rect| Point { x: at.x, y: at.y + at.height / 2.0 };
    let right = |at: Rect| Point { x: at.x + at.width, y: at.y + at.height / 2.0 };
    let mut points = bends;
    if back {
        points.reverse();
    }
    let (start, end) = if back { (left(from), right(to)) } else { (right(from), left(to)) };
    points.insert(0, start);
    points.push(end);
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: MapSizes = MapSizes { across: 60.0, down: 20.0 };

    fn nodes(count: usize) -> Vec<MapNode> {
        let size = |at: usize| (100.0 + (at % 3) as f64 * 20.0, 30.0 + (at % 2) as f64 * 20.0);
        let node = |at| MapNode { size: size(at), first: at % 2, at_edge: at % 7 == 6 };
        (0..count).map(node).collect()
    }

    fn links(count: usize, seed: u32) -> Vec<(usize, usize)> {
        let mut seed = seed;
        let mut die = move || {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            (seed >> 16) as usize % count
        };
        let mut found: Vec<(usize, usize)> = Vec::new();
        for _ in 0..count * 2 {
            let link = (die(), die());
            if link.0 % 2 != link.1 % 2 && link.0 % 7 != 6 && !found.contains(&link) {
                found.push(link);
            }
        }
        found
    }

    fn plain(first: usize) -> MapNode {
        MapNode { size: (100.0, 40.0), first, at_edge: false }
    }

    #[test]
    fn what_leads_to_something_stands_at_its_left() {
        let plain = [0, 1, 0, 0].map(plain);
        let drawn = map(&plain, &[(2, 1), (1, 0), (2, 0)], SIZES);
        assert!(drawn.boxes[2].x < drawn.boxes[1].x && drawn.boxes[1].x < drawn.boxes[0].x);
        // A way past layers bends before and after each of them.
        assert_eq!(drawn.links[2].len(), 4);
        // What has no link stands below.
        assert!(drawn.boxes[3].y > drawn.boxes[0].y + 40.0);
    }

    #[test]
    fn what_stands_at_the_edge_is_in_the_last_layer() {
        let mut all = [0, 1, 0, 1].map(plain);
        all[3].at_edge = true;
        let drawn = map(&all, &[(0, 1), (1, 2), (0, 3)], SIZES);
        assert!(drawn.boxes[3].x > drawn.boxes[2].x);
    }

    #[test]
    fn a_circle_is_drawn_with_one_link_back() {
        let all = [0, 1, 0, 1].map(plain);
        let drawn = map(&all, &[(0, 1), (1, 2), (2, 3), (3, 0)], SIZES);
        let back = drawn.links.iter().filter(|link| link[0].x > link[link.len() - 1].x);
        assert_eq!(back.count(), 1);
    }

    #[test]
    fn boxes_never_overlap_and_links_end_at_their_sides() {
        for seed in 0..40 {
            let (nodes, links) = (nodes(50), links(50, seed));
            let drawn = map(&nodes, &links, SIZES);
            assert_eq!(drawn, map(&nodes, &links, SIZES), "the same picture");
            for (at, one) in drawn.boxes.iter().enumerate() {
                let apart = |other: &Rect| {
                    one.x + one.width <= other.x
                        || other.x + other.width <= one.x
                        || one.y + one.height <= other.y + 0.001
                        || other.y + other.height <= one.y + 0.001
                };
                assert!(drawn.boxes[at + 1..].iter().all(apart), "{at} in {seed}");
            }
            for (&(from, to), link) in links.iter().zip(&drawn.links) {
                let touches = |at: Rect, end: Point| {
                    (end.x == at.x || end.x == at.x + at.width) && end.y == at.y + at.height / 2.0
                };
                assert!(touches(drawn.boxes[from], link[0]));
                assert!(touches(drawn.boxes[to], link[link.len() - 1]));
            }
        }
    }

    #[test]
    fn links_pass_boxes_at_a_distance() {
        for seed in 0..40 {
            let (nodes, links) = (nodes(50), links(50, seed));
            let drawn = map(&nodes, &links, SIZES);
            for link in &drawn.links {
                for beside in link[1..link.len() - 1].chunks(2) {
                    let [one, other] = beside else { panic!("half a layer") };
                    assert_eq!(one.y, other.y);
                    let (from, to) = (one.x.min(other.x), one.x.max(other.x));
                    let hits = |at: &&Rect| {
                        at.x < to
                            && from < at.x + at.width
                            && (at.y - 1.0..at.y + at.height + 1.0).contains(&one.y)
                    };
                    assert_eq!(drawn.boxes.iter().find(hits), None, "in {seed}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_a_map_too() {
        assert_eq!(map(&[], &[], SIZES).size, (0.0, 0.0));
    }
}
