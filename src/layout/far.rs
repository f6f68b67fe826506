//! A journey seen from far: tiles as plain shapes, ways as thin lines, as pixels.
//!
//! A browser draws ten thousand shapes one after the other, in some tenths of a second;
//! upright rectangles and lines that run straight are rows of pixels, which take
//! thousandths.

use crate::layout::camera::Camera;
use crate::layout::{Family, Layout, Part, Point, Rect};

/// A colour: red, green, blue, and how opaque it is.
pub type Colour = [u8; 4];

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Of each family: its edge, and what is within.
    pub families: [(Colour, Colour); Family::ALL.len()],
    /// Of ways.
    pub edge: Colour,
}

/// A picture in rows of pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    width: usize,
    pixels: Vec<Colour>,
}

/// A tile that is narrower than that, in pixels, has no edge of its own.
const EDGED: f64 = 16.0;

impl Picture {
    /// The pixels, row by row from the upper left corner.
    pub fn bytes(&self) -> &[u8] {
        self.pixels.as_flattened()
    }

    /// Draws what of a layout is seen in a picture of that width and height. The camera
    /// is told in pixels, too.
    pub fn draw(&mut self, layout: &Layout, camera: Camera, size: (u32, u32), colours: &Palette) {
        self.clear(size);
        let seen = camera.visible((f64::from(size.0), f64::from(size.1)));
        let line = (camera.zoom * 1.5).max(1.0);
        layout.tell(seen, usize::MAX, &mut |part| match part {
            Part::Tile(tile) => {
                let rect = on_screen(tile.rect, camera);
                if let Some(card) = tile.card {
                    self.fill(on_screen(card, camera), colours.edge);
                }
                let (edge, inside) = colours.families[tile.family as usize];
                self.fill(rect, edge);
                if rect.width >= EDGED {
                    self.fill(within(rect, (rect.width / 80.0).max(1.0)), inside);
                }
            }
            Part::Edge(path, ..) => {
                for ends in path.windows(2) {
                    if let [from, to] = ends {
                        self.fill(between(*from, *to, camera, line), colours.edge);
                    }
                }
            }
            _ => {}
        });
    }

    /// An empty picture of that width and height.
    pub fn clear(&mut self, size: (u32, u32)) {
        let (width, height) = (size.0 as usize, size.1 as usize);
        self.width = width;
        self.pixels.clear();
        self.pixels.resize(width * height, [0; 4]);
    }

    /// Draws a line from a point to another, one pixel wide.
    pub fn line(&mut self, from: Point, to: Point, colour: Colour) {
        let Some(height) = self.pixels.len().checked_div(self.width) else { return };
        let picture = Rect { x: 0.0, y: 0.0, width: self.width as f64, height: height as f64 };
        if !Rect::spanning(from, to).touches(&picture) {
            return;
        }
        let steps = (from.x - to.x).abs().max((from.y - to.y).abs()).ceil().max(1.0);
        for step in 0..=(steps as usize) {
            let share = step as f64 / steps;
            let x = (from.x + (to.x - from.x) * share).floor();
            let y = (from.y + (to.y - from.y) * share).floor();
            let is_within = x >= 0.0 && y >= 0.0 && x < picture.width && y < picture.height;
            let pixel = self.pixels.get_mut(y as usize * self.width + x as usize);
            if let Some(pixel) = pixel.filter(|_| is_within) {
                *pixel = colour;
            }
        }
    }

    /// Fills the pixels of a rectangle: one at least, if it is in the picture at all.
    pub fn fill(&mut self, rect: Rect, colour: Colour) {
        let clip = |at: f64, most: usize| (at.max(0.0).round() as usize).min(most);
        let Some(height) = self.pixels.len().checked_div(self.width) else { return };
        let (left, top) = (clip(rect.x, self.width), clip(rect.y, height));
        let right = clip(rect.right(), self.width).max((left + 1).min(self.width));
        let bottom = clip(rect.bottom(), height).max((top + 1).min(height));
        if rect.right() < 0.0 || rect.bottom() < 0.0 {
            return;
        }
        for row in self.pixels.chunks_exact_mut(self.width).take(bottom).skip(top) {
            if let Some(row) = row.get_mut(left..right) {
                row.fill(colour);
            }
        }
    }
}

/// Where a rectangle of a drawing is in a picture.
pub fn on_screen(rect: Rect, camera: Camera) -> Rect {
    let at = camera.to_screen(Point { x: rect.x, y: rect.y });
    Rect { x: at.x, y: at.y, width: rect.width * camera.zoom, height: rect.height * camera.zoom }
}

fn within(rect: Rect, by: f64) -> Rect {
    Rect {
        x: rect.x + by,
        y: rect.y + by,
        width: rect.width - 2.0 * by,
        height: rect.height - 2.0 * by,
    }
}

/// A line of that width, in pixels.
fn between(from: Point, to: Point, camera: Camera, width: f64) -> Rect {
    let rect = Rect::spanning(camera.to_screen(from), camera.to_screen(to));
    Rect { width: rect.width.max(width), height: rect.height.max(width), ..rect }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Folded, sample};

    const NONE: Colour = [0; 4];
    const EDGE: Colour = [9, 9, 9, 255];

    fn colours() -> Palette {
        let family = |family: Family| ([family as u8, 1, 0, 255], [family as u8, 2, 0, 255]);
        Palette { families: Family::ALL.map(family), edge: EDGE }
    }

    fn drawn(camera: Camera, size: (u32, u32)) -> Picture {
        let layout = Layout::of(&sample::journey(4), &Folded::new());
        let mut picture = Picture::default();
        picture.draw(&layout, camera, size, &colours());
        picture
    }

    fn at(picture: &Picture, x: usize, y: usize) -> Colour {
        picture.pixels[y * picture.width + x]
    }

    #[test]
    fn tiles_have_the_colours_of_their_families_and_ways_join_them() {
        let camera = Camera { x: 50.0, y: 10.0, zoom: 0.25 };
        let picture = drawn(camera, (100, 80));
        // The Entry is 60 by 18 pixels, from (20, 10) on.
        assert_eq!(at(&picture, 20, 10), [Family::Entry as u8, 1, 0, 255]);
        assert_eq!(at(&picture, 50, 18), [Family::Entry as u8, 2, 0, 255]);
        assert_eq!(at(&picture, 50, 32), EDGE);
        assert_eq!(at(&picture, 30, 32), NONE);
        assert_eq!(picture.bytes().len(), 4 * 100 * 80);
    }

    #[test]
    fn what_is_far_away_is_still_a_dot() {
        let picture = drawn(Camera { x: 5.0, y: 5.0, zoom: 0.001 }, (10, 10));
        assert_ne!(at(&picture, 5, 5), NONE);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        for (x, y) in [(-1000.0, 0.0), (1000.0, 0.0), (0.0, -9000.0), (0.0, 1000.0)] {
            let picture = drawn(Camera { x, y, zoom: 1.0 }, (100, 80));
            assert!(picture.pixels.iter().all(|pixel| *pixel == NONE), "{x} {y}");
        }
        let cut = drawn(Camera { x: 0.0, y: 0.0, zoom: 1.0 }, (100, 80));
        assert_eq!(at(&cut, 99, 40), [Family::Entry as u8, 2, 0, 255]);
        assert_eq!(drawn(Camera::default(), (0, 0)).bytes(), [0_u8; 0]);
    }
}
