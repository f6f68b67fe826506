//! Notes on the ground: how large they are, and where they lie (rule S12).
//!
//! **Invariant:** a note moves with its tile and is not there while that is not shown. It
//! takes no room: it lies below the tiles, wherever people have put it.

use crate::layout::{Folded, Layout, Rect};
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::note::{Anchor, GroundNote};

/// The width of a note, and of one that says much, in CSS px.
const WIDTH: [f64; 2] = [200.0, 300.0];
/// From so many letters on a note says much.
const MUCH: usize = 200;
/// Around its text, and from one line to the next, in CSS px.
const PADDING: f64 = 10.0;
const LINE: f64 = 18.0;
/// How wide a common letter is, in CSS px.
const LETTER: f64 = 6.8;
/// So many lines are shown.
const MOST: usize = 24;

/// How wide a note with that text is.
pub fn width(text: &str) -> f64 {
    WIDTH[usize::from(text.chars().count() > MUCH)]
}

/// Width and height of a note with that text.
pub fn size(text: &str) -> (f64, f64) {
    let width = width(text);
    let room = ((width - 2.0 * PADDING) / LETTER) as usize;
    let rows: usize = text.split('\n').map(|line| rows(line, room)).sum();
    (width, rows.clamp(1, MOST) as f64 * LINE + 2.0 * PADDING)
}

/// In how many rows of so many letters a line is broken between words.
fn rows(line: &str, room: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            (rows, used) = (rows + 1, 0);
        }
        used += length + usize::from(used > 0);
        // A word that is longer than a row goes on in the next ones.
        rows += used.saturating_sub(1) / room.max(1);
        used -= used.saturating_sub(1) / room.max(1) * room;
    }
    rows
}

/// Where a note lies; nothing while its tile is not shown.
pub fn rect_of(layout: &Layout, journey: &Journey, note: &GroundNote) -> Option<Rect> {
    let Anchor { tile, x, y } = note.at;
    let stands = || layout.index().find(journey, tile).is_some();
    let by = match layout.rect_of(tile) {
        None if !stands() => layout.rect_of(layout.entry()),
        found => found,
    }?;
    let (width, height) = size(&note.text);
    Some(Rect { x: by.x + f64::from(x), y: by.y + f64::from(y), width, height })
}

/// Where all notes that are shown lie, in the order in which they are drawn.
pub fn all(layout: &Layout, journey: &Journey) -> Vec<(TileId, Rect)> {
    let place = |note: &GroundNote| Some((note.id, rect_of(layout, journey, note)?));
    journey.notes.iter().filter_map(place).collect()
}

/// Where all notes lie, and what they say, where everything is shown.
pub fn unfolded(journey: &Journey) -> Vec<(&GroundNote, Rect)> {
    let layout = Layout::of(journey, &Folded::new());
    let place = |note| Some((note, rect_of(&layout, journey, note)?));
    journey.notes.iter().filter_map(place).collect()
}

/// By which tile what is there lies: by the one that is nearest to it.
pub fn anchor(layout: &Layout, rect: Rect) -> Anchor {
    let entry = layout.rect_of(layout.entry());
    let (mut tile, mut by) = (layout.entry(), entry.unwrap_or(rect));
    let mut best = gap(&by, &rect);
    // Nothing is nearer than the Entry that is not within its distance.
    let mut reach = 200.0;
    loop {
        let reach_now = f64::min(reach, best.sqrt() + 1.0);
        let (middle, half) = (rect.centre(), rect.width.max(rect.height));
        let near =
            layout.within(Rect::around(middle, half + 2.0 * reach_now, half + 2.0 * reach_now));
        for found in near.boxes {
            let far = gap(&found.rect, &rect);
            if far < best {
                (tile, by, best) = (found.id, found.rect, far);
            }
        }
        if reach >= best.sqrt() {
            return Anchor {
                tile,
                x: (rect.x - by.x).round() as i32,
                y: (rect.y - by.y).round() as i32,
            };
        }
        reach *= 4.0;
    }
}

/// The square of how far two things are from each other.
fn gap(one: &Rect, other: &Rect) -> f64 {
    let along = |a: f64, a_end: f64, b: f64, b_end: f64| (b - a_end).max(a - b_end).max(0.0);
    let x = along(one.x, one.right(), other.x, other.right());
    let y = along(one.y, one.bottom(), other.y, other.bottom());
    let (middle, its) = (one.centre(), other.centre());
    let (dx, dy) = (middle.x - its.x, middle.y - its.y);
    // Of two that touch it, the one whose middle is nearer.
    x * x + y * y + (dx * dx + dy * dy) * 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    fn drawn() -> (Journey, Layout) {
        let journey = sample::journey(60);
        let layout = Layout::of(&journey, &Folded::new());
        (journey, layout)
    }

    #[test]
    fn a_note_is_as_high_as_its_text() {
        let rows = |text: &str| (size(text).1 - 2.0 * PADDING) / LINE;
        assert_eq!(rows("Ask Ana"), 1.0);
        assert_eq!(rows("Ask\n\nAna"), 3.0);
        assert_eq!(rows("Ask Ana whether the second letter is still sent"), 2.0);
        assert_eq!(rows(&"a".repeat(60)), 3.0);
        assert_eq!(rows(&"a\n".repeat(60)), MOST as f64);
        assert_eq!(width(&"a".repeat(300)), WIDTH[1]);
    }

    #[test]
    fn s12_a_note_lies_by_the_nearest_tile_and_where_it_was_put() {
        let (mut journey, layout) = drawn();
        for tile in journey.all_tiles().iter().map(|tile| tile.id).collect::<Vec<_>>() {
            let by = layout.rect_of(tile).unwrap();
            let rect = Rect { x: by.right() + 4.0, y: by.y + 10.0, width: 20.0, height: 20.0 };
            let at = anchor(&layout, rect);
            assert_eq!(at, Anchor { tile, x: by.width as i32 + 4, y: 10 });
            let note = GroundNote { id: TileId(9999), text: "Ask".into(), at };
            let there = rect_of(&layout, &journey, &note).unwrap();
            assert_eq!((there.x, there.y), (rect.x, rect.y));
            journey.notes = vec![note];
            assert_eq!(all(&layout, &journey), [(TileId(9999), there)]);
            assert_eq!(unfolded(&journey)[0].1, there);
        }
    }

    #[test]
    fn s12_what_is_far_from_everything_lies_by_something() {
        let (_, layout) = drawn();
        let bounds = layout.bounds();
        for x in [-100_000.0, bounds.x - 5000.0, bounds.right() + 70_000.0] {
            let at = anchor(&layout, Rect { x, y: 50_000.0, width: 200.0, height: 40.0 });
            let by = layout.rect_of(at.tile).unwrap();
            assert!((f64::from(at.x) + by.x - x).abs() < 1.0);
        }
    }

    #[test]
    fn s12_a_note_by_what_is_not_there_lies_by_the_entry() {
        let (journey, layout) = drawn();
        let at = Anchor { tile: TileId(77_777), x: 5, y: 6 };
        let note = GroundNote { id: TileId(9999), text: "Ask".into(), at };
        let entry = layout.rect_of(layout.entry()).unwrap();
        assert_eq!(rect_of(&layout, &journey, &note).unwrap().x, entry.x + 5.0);
    }
}
