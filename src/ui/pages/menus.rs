//! The menus of the canvas: of a tile or all that is selected, of a branch, of a +,
//! and of the ground; with the keys that do the same.

use leptos::prelude::*;

use crate::editor::keymap::Shortcut;
use crate::editor::{JourneyEdit, Selection, Tiles};
use crate::layout::Direction::{Left, Right};
use crate::layout::Stop;
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::tree::{Place, SequenceId, Slot};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::keyboard::open_plus;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, choose, flyouts, focus};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::{clipboard, ground};
use crate::ui::shell::help::keys_for;
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::menu::{Menu, MenuItem};

/// The menu that is open.
#[component]
pub fn ContextMenu() -> impl IntoView {
    let canvas = Canvas::get();
    // The menu is short-lived: it need not follow when the language is switched.
    let found = untrack(|| canvas.flyout.get().and_then(|flyout| of(canvas, flyout)));
    found.map(|(items, spot, back)| {
        let close = Callback::new(move |()| {
            if canvas.flyout.try_get_untracked().flatten().is_some() {
                canvas.flyout.set(None);
                focus::go(canvas, back);
            }
        });
        let label = untrack(|| t("canvas-more"));
        view! { <Menu spot label items on_close=close/> }
    })
}

/// The lines of a menu, where it opens, and what has the focus after it.
fn of(canvas: Canvas, flyout: Flyout) -> Option<(Vec<MenuItem>, Spot, Stop)> {
    Some(match flyout {
        Flyout::Plus(..) | Flyout::Note(_) | Flyout::Write(..) => return None,
        Flyout::Tile(id, spot) if canvas.is_note(id) => {
            (of_notes(canvas, id), spot, Stop::Tile(id))
        }
        Flyout::Tile(id, spot) => (of_tiles(canvas, id), spot, Stop::Tile(id)),
        Flyout::Branch(tile, slot, spot) => (of_branch(canvas, tile, slot), spot, Stop::Tile(tile)),
        Flyout::Place(place, spot) => (of_place(canvas, place), spot, Stop::Plus(place)),
        Flyout::Ground(spot) => (of_ground(canvas, spot), spot, canvas.focus.get_untracked()),
    })
}

fn of_tiles(canvas: Canvas, id: TileId) -> Vec<MenuItem> {
    let selected = match canvas.selection() {
        Selection::Tiles(tiles) if tiles.contains(id) => tiles,
        _ => id.into(),
    };
    let one = selected.only().is_some();
    let with = move |act: fn(Canvas, Tiles)| {
        let tiles = selected.clone();
        Callback::new(move |()| act(canvas, tiles.clone()))
    };
    let edit = Callback::new(|()| focus::go_to_properties());
    let (duplicate, delete) = (with(actions::duplicate), with(actions::delete));
    vec![
        item("menu-edit", IconName::Pencil, Some(Shortcut::Edit), one, edit),
        note(canvas, id, one),
        cut(canvas),
        copy(canvas),
        paste(canvas, "menu-paste-after", Stop::Tile(id)),
        item("menu-duplicate", IconName::Copy, Some(Shortcut::Duplicate), true, duplicate),
        item("delete", IconName::Trash2, Some(Shortcut::Delete), true, delete),
        select_all(canvas),
    ]
}

fn of_branch(canvas: Canvas, tile: TileId, slot: Slot) -> Vec<MenuItem> {
    let Some(journey) = canvas.journey.get_untracked() else { return Vec::new() };
    let slots = journey.tile(tile).map(|tile| tile.slots()).unwrap_or_default();
    let at = slots.iter().position(|known| *known == slot).unwrap_or_default();
    let named = slots.iter().filter(|slot| matches!(slot, Slot::Branch(_))).count();
    let sequence = SequenceId::Of(tile, slot);
    let inside = journey.sequence(sequence).into_iter().flatten().flat_map(|tile| tile.subtree());
    let inside = Tiles::new(collect::set(inside.map(|tile| tile.id)));
    let edit = Callback::new(move |()| {
        focus::select(canvas, Stop::Tile(tile));
        focus::go_to_properties();
    });
    let select = {
        let inside = inside.clone();
        Callback::new(move |()| {
            if let Some(tiles) = inside.clone() {
                canvas.store.select(Selection::Tiles(tiles));
            }
        })
    };
    let edit_branch = move |edit: JourneyEdit| {
        Callback::new(move |()| {
            canvas.store.edit_journey(canvas.id, edit.clone());
        })
    };
    let mut items = vec![
        item("menu-edit-branch", IconName::Pencil, None, true, edit),
        item("menu-select-branch", IconName::CircleCheck, None, inside.is_some(), select),
        paste(canvas, "menu-paste", Stop::Plus(Place { sequence, index: 0 })),
    ];
    if let Slot::Branch(id) = slot {
        let to = |index| edit_branch(JourneyEdit::MoveBranch(tile, id, index));
        let moves = |direction| Some(Shortcut::Move(direction));
        let (left, right) = (to(at.saturating_sub(1)), to(at + 1));
        let (is_first, is_last) = (at == 0, at + 1 >= named);
        items.extend([
            item("menu-branch-left", IconName::ArrowLeft, moves(Left), !is_first, left),
            item("menu-branch-right", IconName::ArrowRight, moves(Right), !is_last, right),
            item(
                "menu-branch-delete",
                IconName::Trash2,
                None,
                true,
                edit_branch(JourneyEdit::DeleteBranch(tile, id)),
            ),
        ]);
    }
    items
}

fn of_place(canvas: Canvas, place: Place) -> Vec<MenuItem> {
    let stop = Stop::Plus(place);
    let add = Callback::new(move |()| open_plus(canvas, stop));
    vec![
        item("menu-add", IconName::Plus, Some(Shortcut::Edit), true, add),
        paste(canvas, "menu-paste", stop),
        select_all(canvas),
    ]
}

/// The menu of a note on the ground, or of all that is selected with it.
fn of_notes(canvas: Canvas, id: TileId) -> Vec<MenuItem> {
    let write = Callback::new(move |()| ground::write(canvas, id));
    let mut items = of_tiles(canvas, id);
    items.drain(..2);
    items.insert(0, item("menu-edit", IconName::Pencil, Some(Shortcut::Edit), true, write));
    items
}

fn of_ground(canvas: Canvas, spot: Spot) -> Vec<MenuItem> {
    let fit = Callback::new(move |()| canvas.fit());
    let here = Callback::new(move |()| ground::begin_at(canvas, spot));
    vec![
        item("menu-note-here", IconName::StickyNote, None, true, here),
        paste(canvas, "menu-paste", canvas.focus.get_untracked()),
        select_all(canvas),
        item("menu-fit", IconName::Maximize, Some(Shortcut::ZoomToFit), true, fit),
    ]
}

fn note(canvas: Canvas, tile: TileId, enabled: bool) -> MenuItem {
    let run = Callback::new(move |()| flyouts::open_note(canvas, tile));
    item("menu-note", IconName::StickyNote, Some(Shortcut::Note), enabled, run)
}

fn cut(canvas: Canvas) -> MenuItem {
    let run = Callback::new(move |()| clipboard::copy(canvas, canvas.toasts, None, true));
    keyed("menu-cut", IconName::Scissors, "X", run)
}

fn copy(canvas: Canvas) -> MenuItem {
    let run = Callback::new(move |()| clipboard::copy(canvas, canvas.toasts, None, false));
    keyed("menu-copy", IconName::Copy, "C", run)
}

/// Pastes at a stop what was copied in this window: a menu may not read the clipboard
/// without asking, the keys may.
fn paste(canvas: Canvas, label: &str, stop: Stop) -> MenuItem {
    let run = Callback::new(move |()| {
        canvas.focus.set(stop);
        focus::select(canvas, stop);
        clipboard::paste(canvas, canvas.dialogs, canvas.toasts, None);
    });
    MenuItem { enabled: clipboard::has_copied(), ..keyed(label, IconName::Clipboard, "V", run) }
}

fn select_all(canvas: Canvas) -> MenuItem {
    let run = Callback::new(move |()| choose::all(canvas));
    item("menu-select-all", IconName::CircleCheck, Some(Shortcut::SelectAll), true, run)
}

/// What the clipboard is asked by; its keys are the browser's.
fn keyed(label: &str, icon: IconName, key: &str, run: Callback<()>) -> MenuItem {
    MenuItem { keys: format!("{} + {key}", t("key-ctrl")), ..item(label, icon, None, true, run) }
}

fn item(
    label: &str,
    icon: IconName,
    shortcut: Option<Shortcut>,
    enabled: bool,
    run: Callback<()>,
) -> MenuItem {
    MenuItem { keys: keys_for(shortcut), ..MenuItem::plain(label, icon, enabled, run) }
}
