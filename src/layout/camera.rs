//! What part of a drawing is seen: the mathematics of panning and zooming. Screen
//! points are CSS pixels from the upper left corner of the canvas.
//!
//! **Invariant:** the zoom stays between [`LEAST`] and [`MOST`], and zooming at a
//! point keeps what is under that point where it is.

use crate::layout::{Point, Rect};

/// The smallest zoom.
pub const LEAST: f64 = 0.01;
/// The largest zoom.
pub const MOST: f64 = 2.0;

/// A point on the screen is a point of the drawing times `zoom`, moved by `x` and `y`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// To the right, in CSS pixels.
    pub x: f64,
    /// Downwards, in CSS pixels.
    pub y: f64,
    /// 1 is full size.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl Camera {
    /// Where a point of the drawing is on the screen.
    pub fn to_screen(self, at: Point) -> Point {
        Point { x: at.x * self.zoom + self.x, y: at.y * self.zoom + self.y }
    }

    /// What point of the drawing is there on the screen.
    pub fn to_drawing(self, at: Point) -> Point {
        Point { x: (at.x - self.x) / self.zoom, y: (at.y - self.y) / self.zoom }
    }

    /// Moved over the screen.
    pub fn panned(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }
    }

    /// Zoomed by a factor, with the point under `at` staying there.
    pub fn zoomed(self, at: Point, factor: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(LEAST, MOST);
        let under = self.to_drawing(at);
        Self { x: at.x - under.x * zoom, y: at.y - under.y * zoom, zoom }
    }

    /// Moved and zoomed as two fingers went from `before` to `now`.
    pub fn pinched(self, before: (Point, Point), now: (Point, Point)) -> Self {
        let apart = distance(before.0, before.1).max(1.0);
        let from = middle(before.0, before.1);
        let to = middle(now.0, now.1);
        let zoomed = self.zoomed(from, distance(now.0, now.1) / apart);
        zoomed.panned(to.x - from.x, to.y - from.y)
    }

    /// All of `bounds` in a canvas of that size, at most at full size and at least at
    /// `least`: centred, and starting `margin` below the top. Of what is too large at
    /// the smallest zoom, the beginning is seen.
    pub fn fitting(bounds: Rect, (width, height): (f64, f64), margin: f64, least: f64) -> Self {
        let wide = (width - 2.0 * margin) / bounds.width.max(1.0);
        let high = (height - 2.0 * margin) / bounds.height.max(1.0);
        let zoom = wide.min(high).clamp(least, 1.0);
        let fits = bounds.width * zoom <= width;
        let centre = if fits { bounds.centre().x } else { 0.0 };
        Self { x: width / 2.0 - centre * zoom, y: margin - bounds.y * zoom, zoom }
    }

    /// All of `rect` in the middle of a canvas of that size, as large as it fits but
    /// at most at full size.
    pub fn centred(rect: Rect, (width, height): (f64, f64), margin: f64) -> Self {
        let Self { zoom, .. } = Self::fitting(rect, (width, height), margin, LEAST);
        let Point { x, y } = rect.centre();
        Self { x: width / 2.0 - x * zoom, y: height / 2.0 - y * zoom, zoom }
    }

    /// What is seen in a canvas of that size.
    pub fn visible(self, (width, height): (f64, f64)) -> Rect {
        let corner = self.to_drawing(Point { x: 0.0, y: 0.0 });
        Rect { x: corner.x, y: corner.y, width: width / self.zoom, height: height / self.zoom }
    }

    /// Moved as little as needed to see `rect` with a margin of that many CSS
    /// pixels; not at all when it is seen already.
    pub fn revealing(self, rect: Rect, (width, height): (f64, f64), margin: f64) -> Self {
        let from = self.to_screen(Point { x: rect.x, y: rect.y });
        let to = self.to_screen(Point { x: rect.right(), y: rect.bottom() });
        let (right, down) = (into(from.x, to.x, width, margin), into(from.y, to.y, height, margin));
        self.panned(right, down)
    }
}

/// The distance of two points.
pub fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

/// How far `from..to` must move to be within `0..length`. A margin is kept on both
/// sides where there is room, and only where something has to move at all.
fn into(from: f64, to: f64, length: f64, margin: f64) -> f64 {
    let margin = margin.min(((length - (to - from)) / 2.0).max(0.0));
    if from < 0.0 {
        margin - from
    } else if to > length {
        (length - margin - to).max(margin - from)
    } else {
        0.0
    }
}

fn middle(a: Point, b: Point) -> Point {
    Point { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (f64, f64) = (800.0, 600.0);

    fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let camera = Camera { x: 30.0, y: -40.0, zoom: 0.5 };
        let at = point(200.0, 100.0);
        for factor in [0.001, 0.5, 1.7, 1000.0] {
            let zoomed = camera.zoomed(at, factor);
            let back = zoomed.to_screen(camera.to_drawing(at));
            assert!(distance(back, at) < 1e-9, "{factor}");
            assert!((LEAST..=MOST).contains(&zoomed.zoom), "{factor}");
        }
    }

    #[test]
    fn what_is_small_is_not_blown_up_to_fit() {
        let camera = Camera::fitting(rect(-120.0, 0.0, 240.0, 100.0), SIZE, 40.0, LEAST);
        assert_eq!(camera, Camera { x: 400.0, y: 40.0, zoom: 1.0 });
    }

    #[test]
    fn what_is_to_be_read_is_made_no_smaller_than_that() {
        let bounds = rect(-120.0, 0.0, 240.0, 9000.0);
        let camera = Camera::fitting(bounds, SIZE, 40.0, 0.5);
        assert_eq!((camera.zoom, camera.x, camera.y), (0.5, SIZE.0 / 2.0, 40.0));
    }

    #[test]
    fn what_is_selected_comes_into_the_middle() {
        let tile = rect(900.0, 3000.0, 240.0, 72.0);
        let camera = Camera::centred(tile, SIZE, 40.0);
        assert_eq!(camera.zoom, 1.0);
        assert_eq!(camera.to_screen(tile.centre()), point(400.0, 300.0));
        let large = rect(-900.0, 0.0, 3000.0, 2000.0);
        let seen = Camera::centred(large, SIZE, 40.0).visible(SIZE);
        assert!(seen.x < large.x && seen.right() > large.right());
        assert!(seen.y <= large.y && seen.bottom() >= large.bottom());
    }

    #[test]
    fn what_is_large_fits_whole() {
        let bounds = rect(-900.0, 0.0, 3000.0, 2000.0);
        let seen = Camera::fitting(bounds, SIZE, 40.0, LEAST).visible(SIZE);
        assert!(seen.x <= bounds.x && seen.y <= bounds.y);
        assert!(seen.right() >= bounds.right() && seen.bottom() >= bounds.bottom());
    }

    #[test]
    fn of_what_is_too_large_the_beginning_is_seen() {
        let camera = Camera::fitting(rect(-9000.0, 0.0, 90000.0, 900.0), SIZE, 40.0, LEAST);
        assert_eq!(camera, Camera { x: 400.0, y: 40.0, zoom: LEAST });
    }

    #[test]
    fn what_is_seen_already_is_not_moved() {
        let camera = Camera { x: 3.0, y: 4.0, zoom: 1.0 };
        assert_eq!(camera.revealing(rect(0.0, 0.0, 240.0, 72.0), SIZE, 40.0), camera);
    }

    #[test]
    fn what_is_outside_comes_in_with_a_margin() {
        let camera = Camera::default();
        let right = camera.revealing(rect(1000.0, 0.0, 240.0, 72.0), SIZE, 40.0);
        assert_eq!(right, camera.panned(800.0 - 40.0 - 1240.0, 0.0));
        let above = camera.revealing(rect(0.0, -500.0, 240.0, 72.0), SIZE, 40.0);
        assert_eq!(above, camera.panned(0.0, 540.0));
        let wide = camera.revealing(rect(100.0, 0.0, 2000.0, 72.0), SIZE, 40.0);
        assert_eq!(wide, camera.panned(-100.0, 0.0));
    }

    #[test]
    fn two_fingers_keep_what_is_between_them() {
        let camera = Camera { x: 10.0, y: 20.0, zoom: 1.0 };
        let before = (point(100.0, 100.0), point(200.0, 100.0));
        let now = (point(150.0, 200.0), point(300.0, 200.0));
        let pinched = camera.pinched(before, now);
        assert_eq!(pinched.zoom, 1.5);
        let moved = pinched.to_screen(camera.to_drawing(point(150.0, 100.0)));
        assert!(distance(moved, point(225.0, 200.0)) < 1e-9);
    }
}
