//! What can be done to tiles, whoever asks: a drag, a menu, a key.

use leptos::prelude::*;

use crate::editor::{Created, JourneyEdit, NewTile, Selection, Tiles, outermost};
use crate::layout::{Direction, Stop};
use crate::model::journey::{Journey, TileKind};
use crate::model::tree::{Place, SequenceId, Slot};
use crate::ui::canvas::focus;
use crate::ui::canvas::offer;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::widgets::confirm::Question;
use crate::ui::words;

/// Places a new tile and moves the focus there.
pub fn insert(canvas: Canvas, place: Place, kind: NewTile) {
    offer::remember(canvas, kind);
    edit(canvas, JourneyEdit::Insert(place, kind));
}

/// Moves tiles to another place.
pub fn move_to(canvas: Canvas, tiles: Tiles, place: Place) {
    edit(canvas, JourneyEdit::Move(tiles, place));
}

/// Copies tiles to right after them.
pub fn duplicate(canvas: Canvas, tiles: Tiles) {
    edit(canvas, JourneyEdit::Duplicate(tiles));
}

/// Deletes tiles; asks before when others on their branches go with them.
pub fn delete(canvas: Canvas, tiles: Tiles) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let mut found = Vec::new();
    outermost(&journey.tiles, &tiles, &mut found);
    let all: usize = found.iter().map(|tile| tile.subtree().len()).sum();
    let also = all.saturating_sub(tiles.count());
    let run = move |tiles| edit(canvas, JourneyEdit::Delete(tiles));
    if also == 0 {
        return run(tiles);
    }
    let ask = || {
        let title = match tiles.only().and_then(|id| journey.tile(id)) {
            Some(tile) => {
                let title =
                    canvas.store.peek(|workspace| words::title_in(workspace, &journey, tile));
                t_with("canvas-delete-title", [("tile", title.into())])
            }
            None => {
                let count = numbers::count(tiles.count() as u64);
                t_with("canvas-delete-several", [("n", count.into())])
            }
        };
        Question {
            title,
            body: t_with("canvas-delete-body", [("count", also.into())]),
            action: t("delete"),
            run: Callback::new(move |()| run(tiles.clone())),
        }
    };
    canvas.questions.ask(untrack(ask));
}

/// Moves the tile that has the focus up or down among its neighbours, or the branch that
/// has the focus on it to the left or right.
pub fn shift(canvas: Canvas, stop: Stop, direction: Direction) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let place = match stop {
        Stop::Entry => None,
        Stop::Plus(place) => Some(place),
        Stop::Tile(id) => journey.place_of(id),
    };
    let Some(Place { sequence, index }) = place else { return };
    let moved = |by: usize| match stop {
        Stop::Tile(id) => Some(JourneyEdit::Move(id.into(), Place { sequence, index: by })),
        _ => None,
    };
    let edit = match direction {
        Direction::Up => index.checked_sub(1).and_then(moved),
        Direction::Down => {
            let length = journey.sequence(sequence).map_or(0, Vec::len);
            moved(index + 2).filter(|_| index + 1 < length)
        }
        Direction::Left | Direction::Right => branch_shifted(&journey, sequence, direction),
    };
    if let Some(edit) = edit {
        canvas.store.edit_journey(canvas.id, edit);
        focus::go(canvas, stop);
    }
}

fn branch_shifted(
    journey: &Journey,
    sequence: SequenceId,
    direction: Direction,
) -> Option<JourneyEdit> {
    let SequenceId::Of(owner, Slot::Branch(id)) = sequence else { return None };
    let slots = journey.tile(owner)?.slots();
    let index = slots.iter().position(|slot| *slot == Slot::Branch(id))?;
    let index = if direction == Direction::Left { index.checked_sub(1)? } else { index + 1 };
    matches!(slots.get(index)?, Slot::Branch(_))
        .then_some(JourneyEdit::MoveBranch(owner, id, index))
}

/// Where a tile goes when no place was named: the plus that has the focus, after
/// what is selected, or at the end of the journey.
pub fn likely_place(canvas: Canvas) -> Option<Place> {
    let journey = canvas.journey.get_untracked()?;
    if let Stop::Plus(place) = canvas.focus.get_untracked() {
        return Some(place);
    }
    match canvas.selection() {
        Selection::Journey => Some(end(&journey)),
        Selection::Entry => place_after(&journey, Stop::Entry),
        Selection::Tiles(tiles) => {
            let mut found = Vec::new();
            outermost(&journey.tiles, &tiles, &mut found);
            place_after(&journey, Stop::Tile(found.last().map_or(tiles.first(), |tile| tile.id)))
        }
    }
}

/// The place after a stop; before an Exit tile, since nothing goes on after it.
pub fn place_after(journey: &Journey, stop: Stop) -> Option<Place> {
    match stop {
        Stop::Plus(place) => Some(place),
        Stop::Entry => Some(Place { sequence: SequenceId::Root, index: 0 }),
        Stop::Tile(id) => {
            let id = journey.ground_note(id).map_or(id, |note| note.at.tile);
            if id == journey.entry.id {
                return place_after(journey, Stop::Entry);
            }
            let Place { sequence, index } = journey.place_of(id)?;
            let is_exit = matches!(journey.tile(id)?.kind, TileKind::Exit);
            Some(Place { sequence, index: index + usize::from(!is_exit) })
        }
    }
}

fn end(journey: &Journey) -> Place {
    let last = journey.tiles.last();
    let ends = last.is_some_and(|tile| matches!(tile.kind, TileKind::Exit));
    Place { sequence: SequenceId::Root, index: journey.tiles.len() - usize::from(ends) }
}

/// Makes an edit and moves the focus to what it made or selected.
pub fn edit(canvas: Canvas, edit: JourneyEdit) {
    let Some(outcome) = canvas.store.edit_journey(canvas.id, edit) else { return };
    match outcome.created {
        Some(Created::Tile(id)) => focus::go(canvas, Stop::Tile(id)),
        _ => focus::go_to_selected(canvas),
    }
}
