//! Points and upright rectangles.

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

impl Rect {
    /// Larger than every drawing.
    pub const EVERYTHING: Self = Self { x: -1e12, y: -1e12, width: 2e12, height: 2e12 };

    /// The smallest rectangle that contains both points.
    pub fn spanning(a: Point, b: Point) -> Self {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Self { x, y, width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

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

    /// The smallest rectangle of whole steps around it, with at least half a step to
    /// spare on each side.
    pub fn in_steps(&self, step: f64) -> Self {
        let down = |value: f64| ((value - step / 2.0) / step).floor() * step;
        let up = |value: f64| ((value + step / 2.0) / step).ceil() * step;
        let (x, y) = (down(self.x), down(self.y));
        Self { x, y, width: up(self.right()) - x, height: up(self.bottom()) - y }
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
