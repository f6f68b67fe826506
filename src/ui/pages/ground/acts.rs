//! What is done to notes on the ground: begun, moved by keys and by dragging.

use leptos::prelude::*;

use crate::editor::keymap::Shortcut;
use crate::editor::{JourneyEdit, Selection, Tiles};
use crate::layout::{Direction, Layout, Point, Rect, Stop, ground};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::note::Anchor;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::later::NoteAct;
use crate::ui::pages::ground::by;
use crate::ui::widgets::flyout::{Spot, window_size};

/// How far an arrow key moves a note, and with Shift, in px of the drawing.
const STEP: [i32; 2] = [8, 48];
/// Between a tile and a note that is begun by it, in px of the drawing.
const GAP: f64 = 24.0;

/// Does what is asked.
pub fn act(canvas: Canvas, asked: NoteAct) {
    match asked {
        NoteAct::Begin(tile) => begin(canvas, tile),
        NoteAct::Key(note, shortcut) => key(canvas, note, shortcut),
        NoteAct::Lay(notes, by, copying) => lay(canvas, &notes, by, copying),
    }
}

/// Begins a note at a point of the window.
pub fn begin_at(canvas: Canvas, spot: Spot) {
    let high = window_size().1;
    let top = spot.top.unwrap_or_else(|| high - spot.bottom.unwrap_or_default());
    let at = canvas.local(Point { x: spot.left, y: top });
    let Point { x, y } = canvas.camera.get_untracked().to_drawing(at);
    let (width, height) = ground::size("");
    let rect = Rect { x, y, width, height };
    let at = canvas.layout.with_untracked(|layout| ground::anchor(layout, rect));
    open(canvas, None, at);
}

/// Lets a note be written on.
pub fn write(canvas: Canvas, id: TileId) {
    let journey = canvas.journey.get_untracked();
    if let Some(at) = journey.and_then(|it| it.ground_note(id).map(|note| note.at)) {
        canvas.reveal(Stop::Tile(id));
        open(canvas, Some(id), at);
    }
}

fn open(canvas: Canvas, note: Option<TileId>, at: Anchor) {
    canvas.store.end_gesture();
    canvas.flyout.set(Some(Flyout::Write(note, at)));
}

/// Begins a note beside a tile, where nothing else is.
fn begin(canvas: Canvas, tile: TileId) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let tile = journey.ground_note(tile).map_or(tile, |note| note.at.tile);
    let found = canvas.layout.with_untracked(|layout| {
        let by = layout.rect_of(tile)?;
        Some((by, free(layout, &journey, by)))
    });
    if let Some((by, rect)) = found {
        canvas.reveal_rect(rect);
        open(canvas, None, Anchor { tile, x: (rect.x - by.x) as i32, y: (rect.y - by.y) as i32 });
    }
}

/// The nearest room beside a tile that neither a tile nor a note takes.
fn free(layout: &Layout, journey: &Journey, by: Rect) -> Rect {
    let (width, height) = ground::size("");
    let notes = ground::all(layout, journey);
    let is_free = |rect: &Rect| {
        let near = Rect { x: rect.x - GAP / 2.0, width: rect.width + GAP, ..*rect };
        layout.within(near).boxes.is_empty() && !notes.iter().any(|(_, it)| it.touches(rect))
    };
    let at = |x| Rect { x, y: by.y, width, height };
    let wide = layout.bounds().width;
    let mut far = GAP;
    while far < wide + width {
        for rect in [at(by.right() + far), at(by.x - far - width)] {
            if is_free(&rect) {
                return rect;
            }
        }
        far += GAP;
    }
    at(by.right() + GAP)
}

fn key(canvas: Canvas, id: TileId, asked: Shortcut) {
    match asked {
        Shortcut::Edit | Shortcut::Rename | Shortcut::Note | Shortcut::Insert => write(canvas, id),
        Shortcut::GroundNote => begin(canvas, id),
        Shortcut::Focus(direction) => step(canvas, id, direction, STEP[0]),
        Shortcut::Extend(direction) | Shortcut::Move(direction) => {
            step(canvas, id, direction, STEP[1]);
        }
        // Back to the tile that it lies by.
        Shortcut::Cancel => {
            canvas.store.select(Selection::Journey);
            focus::go(canvas, canvas.tab.get_untracked());
        }
        _ => {}
    }
}

/// Moves a note by a key; when it is selected, all notes that are.
fn step(canvas: Canvas, id: TileId, direction: Direction, step: i32) {
    let step = f64::from(step);
    let (x, y) = match direction {
        Direction::Left => (-step, 0.0),
        Direction::Right => (step, 0.0),
        Direction::Up => (0.0, -step),
        Direction::Down => (0.0, step),
    };
    let notes = match canvas.selection() {
        Selection::Tiles(tiles) if tiles.contains(id) => tiles,
        _ => id.into(),
    };
    lay(canvas, &notes, Point { x, y }, false);
    say_where(canvas, id);
}

/// Lays notes so far from where they lie, each by the tile that is nearest there.
fn lay(canvas: Canvas, notes: &Tiles, by: Point, copying: bool) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let places: Vec<_> = canvas.layout.with_untracked(|layout| {
        let place = |id: TileId| {
            let rect = ground::rect_of(layout, &journey, journey.ground_note(id)?)?;
            let there = Rect { x: rect.x + by.x, y: rect.y + by.y, ..rect };
            Some((id, ground::anchor(layout, there)))
        };
        notes.iter().filter_map(place).collect()
    });
    if places.is_empty() {
        return;
    }
    let first = canvas.focus.get_untracked();
    let edit = if copying { JourneyEdit::CopyNotes } else { JourneyEdit::LayNotes };
    canvas.store.edit_journey(canvas.id, edit(places));
    let moved = collect::set(notes.iter());
    match first {
        Stop::Tile(id) if !copying && moved.contains(&id) => focus::go(canvas, first),
        _ => focus::go_to_selected(canvas),
    }
}

/// Says by which tile a note lies now.
fn say_where(canvas: Canvas, id: TileId) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    if let Some(note) = journey.ground_note(id) {
        canvas.toasts.hear(untrack(|| by(canvas.store, &journey, note)));
    }
}
