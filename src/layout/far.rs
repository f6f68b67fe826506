//! A journey seen from far: tiles as plain shapes, ways as thin lines, as pixels.
//!
//! A browser draws ten thousand shapes one after the other, in some tenths of a second;
//! upright rectangles and lines that run straight are rows of pixels, which take
//! thousandths.
//!
//! A picture of a whole screen is large, so it is drawn in strips, of which only one is
//! there at a time.

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

/// A strip of a picture in rows of pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// Of the whole picture.
    width: usize,
    height: usize,
    /// Which of its rows is the first of the strip.
    top: usize,
    pixels: Vec<Colour>,
}

/// So many pixels a strip has, or one row.
const STRIP: usize = 1 << 18;

/// A tile that is narrower than that, in pixels, has no edge of its own.
const EDGED: f64 = 16.0;

impl Picture {
    /// Draws a picture of that width and height with `draw`, strip by strip from the top
    /// on, and hands over each to `put`: its pixels, its first row and how many rows it has.
    pub fn strips(
        &mut self,
        size: (u32, u32),
        draw: &mut dyn FnMut(&mut Self),
        put: &mut dyn FnMut(&[u8], u32, u32),
    ) {
        let rows = (STRIP / (size.0 as usize).max(1)).max(1) as u32;
        for top in (0..size.1).step_by(rows as usize) {
            let rows = rows.min(size.1 - top);
            self.clear(size, top, rows);
            draw(self);
            put(self.pixels.as_flattened(), top, rows);
        }
    }

    /// Draws what of a layout is seen. The camera is told in pixels, too.
    pub fn draw(&mut self, layout: &Layout, camera: Camera, colours: &Palette) {
        let strip = self.strip();
        let shifted = Camera { y: camera.y - strip.y, ..camera };
        let seen = shifted.visible((strip.width, strip.height));
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

    /// An empty strip of a picture of that width and height.
    fn clear(&mut self, size: (u32, u32), top: u32, rows: u32) {
        (self.width, self.height) = (size.0 as usize, size.1 as usize);
        self.top = top as usize;
        self.pixels.clear();
        self.pixels.resize(self.width * rows as usize, [0; 4]);
    }

    /// Where the strip is in the picture, and what is so near that it shows there.
    fn strip(&self) -> Rect {
        const NEAR: f64 = 2.0;
        let rows = self.pixels.len().checked_div(self.width).unwrap_or_default();
        Rect {
            x: 0.0,
            y: self.top as f64 - NEAR,
            width: self.width as f64,
            height: rows as f64 + 2.0 * NEAR,
        }
    }

    /// Draws a line from a point to another, one pixel wide.
    pub fn line(&mut self, from: Point, to: Point, colour: Colour) {
        if !Rect::spanning(from, to).touches(&self.strip()) {
            return;
        }
        let (width, top) = (self.width as f64, self.top as f64);
        let steps = (from.x - to.x).abs().max((from.y - to.y).abs()).ceil().max(1.0);
        for step in 0..=(steps as usize) {
            let share = step as f64 / steps;
            let x = (from.x + (to.x - from.x) * share).floor();
            let y = (from.y + (to.y - from.y) * share).floor();
            if x < 0.0 || x >= width || y < top {
                continue;
            }
            if let Some(pixel) = self.pixels.get_mut((y - top) as usize * self.width + x as usize) {
                *pixel = colour;
            }
        }
    }

    /// Fills the pixels of a rectangle: one at least, if it is in the picture at all.
    pub fn fill(&mut self, rect: Rect, colour: Colour) {
        let clip = |at: f64, most: usize| (at.max(0.0).round() as usize).min(most);
        let (left, top) = (clip(rect.x, self.width), clip(rect.y, self.height));
        let right = clip(rect.right(), self.width).max((left + 1).min(self.width));
        let bottom = clip(rect.bottom(), self.height).max((top + 1).min(self.height));
        if self.width == 0 || rect.right() < 0.0 || rect.bottom() < 0.0 {
            return;
        }
        let strip = |row: usize| row.saturating_sub(self.top);
        let (top, bottom) = (strip(top), strip(bottom));
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
        picture.clear(size, 0, size.1);
        picture.draw(&layout, camera, &colours());
        picture
    }

    #[test]
    fn strips_make_the_picture() {
        let layout = Layout::of(&sample::journey(2000), &Folded::new());
        for zoom in [0.02, 0.13, 0.4, 0.7] {
            let camera = Camera { x: 300.3, y: -40.7, zoom };
            let size = (900, 1000);
            let mut draw = |picture: &mut Picture| {
                picture.draw(&layout, camera, &colours());
                picture.line(Point { x: -3.0, y: 990.0 }, Point { x: 600.5, y: 2.0 }, EDGE);
                picture.fill(Rect { x: 7.0, y: 290.6, width: 0.2, height: 0.3 }, EDGE);
            };
            let mut whole = Picture::default();
            whole.clear(size, 0, size.1);
            draw(&mut whole);
            let mut bytes = Vec::new();
            let mut rows = 0;
            Picture::default().strips(size, &mut draw, &mut |strip, top, count| {
                assert_eq!(top, rows);
                rows += count;
                bytes.extend_from_slice(strip);
            });
            assert_eq!(rows, size.1);
            assert!(bytes == whole.pixels.as_flattened(), "at {zoom}");
        }
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
        assert_eq!(picture.pixels.len(), 100 * 80);
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
        assert!(drawn(Camera::default(), (0, 0)).pixels.is_empty());
    }
}
