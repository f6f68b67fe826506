//! Selecting tiles, one or many: by clicks, by keys, by a frame.
//!
//! The Entry is selected alone: what can be done with several tiles, it cannot.

use web_sys::MouseEvent;

use crate::editor::{Selection, Tiles};
use crate::layout::{Direction, Folded, Stop, neighbour};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::sorted::SortedSet;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;

/// What is held while something is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    Nothing,
    /// Ctrl or Command: one tile more, or one less.
    Control,
    /// Shift: all from the last one on.
    Shift,
}

impl With {
    /// What is held while that happens.
    pub fn of(event: &MouseEvent) -> Self {
        if event.ctrl_key() || event.meta_key() {
            Self::Control
        } else if event.shift_key() {
            Self::Shift
        } else {
            Self::Nothing
        }
    }
}

/// Selects a stop as a click on it does; `from` had the focus before.
pub fn choose(canvas: Canvas, stop: Stop, with: With, from: Stop) {
    let Stop::Tile(id) = stop else { return focus::select(canvas, stop) };
    let mut tiles = selected(canvas);
    match with {
        With::Nothing => return focus::select(canvas, stop),
        With::Shift => match between(canvas, from, id) {
            Some(range) => tiles.extend(range),
            None => toggle(&mut tiles, id),
        },
        With::Control => toggle(&mut tiles, id),
    }
    canvas.store.select(Selection::of(tiles));
}

/// Selects every tile, and the notes on the ground.
pub fn all(canvas: Canvas) {
    if let Some(journey) = canvas.journey.get_untracked() {
        let notes = journey.notes.iter().map(|note| note.id);
        let all = journey.all_tiles().into_iter().map(|tile| tile.id).chain(notes);
        canvas.store.select(Selection::of(collect::set(all)));
    }
}

/// Goes on to the next tile in that direction and selects it too; going back lets go
/// of where it came from.
pub fn step(canvas: Canvas, from: Stop, direction: Direction) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let Some((to, id)) = next_tile(&journey, &canvas.folds.get_untracked(), from, direction) else {
        return;
    };
    let mut tiles = selected(canvas);
    let back = tiles.contains(&id);
    if let Stop::Tile(from) = from {
        if back {
            tiles.remove(&from)
        } else {
            tiles.insert(from)
        };
    }
    tiles.insert(id);
    canvas.store.select(Selection::of(tiles));
    focus::go(canvas, to);
}

/// What an edit is about that was asked for there: all that is selected, when the stop
/// is no tile or there are several, or else the tile.
pub fn meant(canvas: Canvas, stop: Stop) -> Option<Tiles> {
    let selection = canvas.selection();
    match (selection.tiles(), stop) {
        (Some(tiles), _) if tiles.only().is_none() => Some(tiles.clone()),
        (_, Stop::Tile(id)) => Some(id.into()),
        (tiles, _) => tiles.cloned(),
    }
}

/// A note on the ground, and when it is selected, all that are.
pub fn notes(canvas: Canvas, note: TileId) -> Tiles {
    let all = collect::set(selected(canvas).iter().copied().filter(|id| canvas.is_note(*id)));
    Tiles::new(all).filter(|all| all.contains(note)).unwrap_or(note.into())
}

fn selected(canvas: Canvas) -> SortedSet<TileId> {
    collect::set(canvas.selection().tiles().into_iter().flat_map(Tiles::iter))
}

fn toggle(tiles: &mut SortedSet<TileId>, id: TileId) {
    if !tiles.remove(&id) {
        tiles.insert(id);
    }
}

/// The tiles from one to another in the same sequence.
fn between(canvas: Canvas, from: Stop, to: TileId) -> Option<Vec<TileId>> {
    let Stop::Tile(from) = from else { return None };
    let journey = canvas.journey.get_untracked()?;
    let (one, other) = (journey.place_of(from)?, journey.place_of(to)?);
    if one.sequence != other.sequence || one == other {
        return None;
    }
    let (first, last) = (one.index.min(other.index), one.index.max(other.index));
    let tiles = journey.sequence(one.sequence)?.get(first..=last)?;
    Some(tiles.iter().map(|tile| tile.id).collect())
}

fn next_tile(
    journey: &Journey,
    folded: &Folded,
    from: Stop,
    direction: Direction,
) -> Option<(Stop, TileId)> {
    let mut at = from;
    loop {
        at = neighbour(journey, folded, at, direction)?;
        if let Stop::Tile(id) = at {
            return Some((at, id));
        }
    }
}
