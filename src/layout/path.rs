//! Edges as SVG paths.

use std::fmt::Write as _;

use crate::layout::{Edge, Number, Point};

/// The `d` attribute of an SVG path along an edge, its corners rounded with
/// `radius` where the line is long enough.
pub fn path_d(edge: &Edge, radius: f64) -> String {
    line_d(&edge.path, radius)
}

/// As [`path_d`], along a line that runs straight down or across.
pub fn line_d(path: &[Point], radius: f64) -> String {
    let mut d = String::new();
    for (index, &point) in path.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| path.get(index));
        let written = match (before, path.get(index + 1)) {
            (None, _) => write!(d, "M{} {}", Number(point.x), Number(point.y)),
            (Some(_), None) => write!(d, "L{} {}", Number(point.x), Number(point.y)),
            (Some(&before), Some(&after)) => corner(&mut d, before, point, after, radius),
        };
        // Writing into a string cannot fail.
        debug_assert!(written.is_ok());
    }
    d
}

/// A line to near the corner `at` and a curve around it.
fn corner(d: &mut String, before: Point, at: Point, after: Point, radius: f64) -> std::fmt::Result {
    let radius = radius.min(distance(before, at) / 2.0).min(distance(at, after) / 2.0);
    let (start, end) = (towards(at, before, radius), towards(at, after, radius));
    let [x, y, to_x, to_y] = [at.x, at.y, end.x, end.y].map(Number);
    write!(d, "L{} {}Q{x} {y} {to_x} {to_y}", Number(start.x), Number(start.y))
}

/// The length of a line that runs straight down or across.
fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point `length` away from `from` on the way to `to`.
fn towards(from: Point, to: Point, length: f64) -> Point {
    let whole = distance(from, to);
    if whole == 0.0 {
        return from;
    }
    let share = length / whole;
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
