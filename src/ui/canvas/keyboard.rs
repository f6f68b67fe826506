//! The keys of the canvas, as `editor::keymap` names them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};

use crate::editor::keymap::{Shortcut, shortcut};
use crate::editor::{Selection, Tiles};
use crate::layout::{Stop, neighbour};
use crate::model::id::TileId;
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, choose, drag, flyouts, focus, fold};
use crate::ui::later::{Act, NoteAct, act, prepare};
use crate::ui::workbench::{held, is_text_field};

/// What one press of a zoom key or button does.
pub const ZOOM: f64 = 1.25;

/// Handles keys that go to the canvas or to nothing at all.
pub fn listen(canvas: Canvas) {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if canvas.drag.with_untracked(Option::is_some) {
            if event.key() == "Escape" {
                drag::cancel(canvas);
                event.prevent_default();
            }
            return;
        }
        // What a key asks for with Ctrl may come later: it is fetched as Ctrl goes down.
        if matches!(event.key().as_str(), "Control" | "Meta") {
            prepare();
        }
        if !event.default_prevented() && is_ours(canvas, &event) {
            handle(canvas, &event);
        }
    });
    Effect::new(move |_| {
        if let Some(asked) = canvas.store.asked.get() {
            canvas.store.asked.set(None);
            carry_out(canvas, asked);
        }
    });
    on_cleanup(move || keys.remove());
}

fn handle(canvas: Canvas, event: &KeyboardEvent) {
    let Some(found) = shortcut(&event.key(), held(event), is_text_field(event)) else { return };
    if found == Shortcut::Edit && is_control(event) {
        return;
    }
    if carry_out(canvas, found) {
        event.prevent_default();
    }
}

/// Does what a key asks for; whether that is for the canvas to do.
fn carry_out(canvas: Canvas, asked: Shortcut) -> bool {
    let stop = canvas.focus.get_untracked();
    if let Stop::Tile(id) = stop
        && is_for_note(asked)
        && canvas.is_note(id)
    {
        act(Act::Notes(canvas, NoteAct::Key(id, asked)), canvas.toasts);
        return true;
    }
    match asked {
        Shortcut::Focus(direction) => {
            let journey = canvas.journey.get_untracked();
            let folds = canvas.folds.get_untracked();
            let next = journey.and_then(|journey| neighbour(&journey, &folds, stop, direction));
            if let Some(next) = next {
                focus::go(canvas, next);
            }
        }
        Shortcut::Edit | Shortcut::Rename => edit(canvas, stop),
        Shortcut::Insert => {
            let journey = canvas.journey.get_untracked();
            if let Some(place) = journey.and_then(|j| actions::place_after(&j, stop)) {
                open_plus(canvas, Stop::Plus(place));
            }
        }
        Shortcut::SelectAll => choose::all(canvas),
        Shortcut::Extend(direction) => choose::step(canvas, stop, direction),
        Shortcut::Move(direction) => actions::shift(canvas, stop, direction),
        Shortcut::Delete => with_tiles(canvas, stop, actions::delete),
        Shortcut::Duplicate => with_tiles(canvas, stop, actions::duplicate),
        Shortcut::Cancel => canvas.store.select(Selection::Journey),
        Shortcut::ZoomIn => canvas.zoom_by(ZOOM),
        Shortcut::ZoomOut => canvas.zoom_by(1.0 / ZOOM),
        Shortcut::ZoomToFit => canvas.fit(),
        Shortcut::ZoomFull => canvas.zoom_full(),
        Shortcut::ZoomToSelection => canvas.zoom_to_selection(),
        Shortcut::Note => flyouts::open_note(canvas, tile_at(canvas, stop)),
        Shortcut::GroundNote => {
            act(Act::Notes(canvas, NoteAct::Begin(tile_at(canvas, stop))), canvas.toasts);
        }
        Shortcut::Fold => fold::toggle(canvas, stop),
        Shortcut::FoldAll => fold::toggle_all(canvas),
        Shortcut::Outline => focus::toggle_outline(canvas),
        Shortcut::Step(_)
        | Shortcut::Undo
        | Shortcut::Redo
        | Shortcut::GoTo
        | Shortcut::Back
        | Shortcut::Forward
        | Shortcut::Run
        | Shortcut::Help => return false,
    }
    true
}

/// Opens the settings of a tile, or the list of tiles at a +.
fn edit(canvas: Canvas, stop: Stop) {
    if let Stop::Plus(_) = stop {
        open_plus(canvas, stop);
    } else {
        focus::select(canvas, stop);
        focus::go_to_properties();
    }
}

/// Whether a key asks something else of a note on the ground than of a tile.
fn is_for_note(asked: Shortcut) -> bool {
    use Shortcut::{Cancel, Edit, Extend, Focus, GroundNote, Insert, Move, Note, Rename};
    matches!(
        asked,
        Cancel | Edit | Extend(_) | Focus(_) | GroundNote | Insert | Move(_) | Note | Rename
    )
}

/// The tile at a stop; at a +, the one whose branch it is on.
fn tile_at(canvas: Canvas, stop: Stop) -> TileId {
    match stop {
        Stop::Tile(id) => id,
        Stop::Plus(Place { sequence: SequenceId::Of(tile, _), .. }) => tile,
        Stop::Entry | Stop::Plus(_) => canvas.layout.with_untracked(|layout| layout.entry()),
    }
}

/// Opens the list of tiles at a +, once it is mounted and in view.
pub fn open_plus(canvas: Canvas, stop: Stop) {
    focus::go(canvas, stop);
    let wanted = format!("[data-testid=\"{}\"]", focus::test_id(canvas, stop));
    request_animation_frame(move || {
        let found = document().query_selector(&wanted).ok().flatten();
        if let Some(plus) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            plus.click();
        }
    });
}

/// Does something with the tiles that are meant.
fn with_tiles(canvas: Canvas, stop: Stop, act: fn(Canvas, Tiles)) {
    if let Some(tiles) = choose::meant(canvas, stop) {
        act(canvas, tiles);
    }
}

/// Whether a key goes to the canvas, or to nothing since nothing has the focus.
fn is_ours(canvas: Canvas, event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Node>().ok()) else {
        return false;
    };
    let root = canvas.viewport.get_untracked();
    let nothing = document().body().is_some_and(|body| body.is_same_node(Some(&target)));
    let element = target.dyn_ref::<Element>();
    let outline = element.and_then(|target| target.closest(".outline").ok().flatten());
    nothing || outline.is_some() || root.is_some_and(|root| root.contains(Some(&target)))
}

/// Whether a key goes to a control that Enter presses by itself.
fn is_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target.tag_name() == "BUTTON" && target.matches(".tile-body, .plus") != Ok(true)
    })
}
