//! The keys of the outline. What is not here the canvas does, on the same stop.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::editor::JourneyEdit;
use crate::editor::keymap::{Shortcut, Step, outline_shortcut};
use crate::editor::outline::{self, Line, Stepped};
use crate::layout::Direction;
use crate::model::tree::Slot;
use crate::ui::canvas::focus;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::pages::ground;
use crate::ui::pages::outline::{Outline, said};
use crate::ui::properties::branches;
use crate::ui::properties::open::Open;
use crate::ui::search;
use crate::ui::toast::Toasts;
use crate::ui::workbench::held;

/// So long after one letter the next one still belongs to the same word, in ms.
const WORD: f64 = 700.0;

/// Handles a key that is pressed on a line.
pub fn handle(outline: Outline, event: &KeyboardEvent) {
    if event.default_prevented() || outline.renaming.get_untracked().is_some() {
        return;
    }
    let line = outline.current.get_untracked();
    let key = event.key();
    match (outline_shortcut(&key, held(event)), line) {
        (Some(Shortcut::Step(by)), _) => step(outline, by),
        (Some(Shortcut::Move(direction)), _) => move_it(outline, line, direction),
        (Some(Shortcut::Rename), Line::Tile(id)) if outline.canvas.is_note(id) => {
            ground::write(outline.canvas, id);
        }
        (Some(Shortcut::Rename), _) => begin_rename(outline, line),
        (Some(Shortcut::Insert), _) => outline.insert(),
        (Some(Shortcut::Cancel), _) => {
            outline.canvas.in_outline.set(false);
            focus::go(outline.canvas, outline.canvas.focus.get_untracked());
        }
        (Some(Shortcut::Edit), Line::Branch(..)) => {
            outline.select(line);
            focus::go_to_properties();
        }
        (Some(Shortcut::Delete), Line::Branch(tile, Slot::Branch(branch))) => {
            let open = Open { store: outline.canvas.store, id: Some(outline.canvas.id) };
            branches::delete(open, outline.canvas.questions, tile, branch);
        }
        (Some(Shortcut::Delete | Shortcut::Duplicate), Line::Entry | Line::Branch(..)) => {
            Toasts::get().hear(untrack(|| t("outline-cannot")));
        }
        (None, _) if key == " " => outline.select(line),
        (None, _) if is_letter(event) => find(outline, &key, event.time_stamp()),
        _ => return,
    }
    event.prevent_default();
}

fn step(outline: Outline, by: Step) {
    let line = outline.current.get_untracked();
    match outline.rows.with_untracked(|rows| outline::step(rows, line, by)) {
        Some(Stepped::To(line)) => outline.go(line),
        Some(Stepped::Open(line)) => outline.set_open(line, true),
        Some(Stepped::Close(line)) => outline.set_open(line, false),
        Some(Stepped::OpenAll) => outline.closed.update(crate::model::sorted::SortedSet::clear),
        None => {}
    }
}

/// Moves a tile or a branch, and says where it is now.
fn move_it(outline: Outline, line: Line, direction: Direction) {
    let canvas = outline.canvas;
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let edit = match line {
        Line::Tile(id) => {
            outline::moved(&journey, id, direction).map(|place| JourneyEdit::Move(id.into(), place))
        }
        Line::Branch(tile, slot @ Slot::Branch(id)) => {
            outline::moved_branch(&journey, tile, slot, direction)
                .map(|index| JourneyEdit::MoveBranch(tile, id, index))
        }
        Line::Entry | Line::Branch(..) => None,
    };
    let toasts = Toasts::get();
    let Some(edit) = edit else { return toasts.hear(untrack(|| t("outline-no-place"))) };
    if canvas.store.edit_journey(canvas.id, edit).is_some() {
        toasts.hear(untrack(|| t_with("outline-moved", where_it_is(outline, line))));
        outline.go(line);
    }
}

/// Where a line stands now, in words: its number, of how many, and on which branch.
fn where_it_is(outline: Outline, line: Line) -> Vec<(&'static str, Arg)> {
    let canvas = outline.canvas;
    let Some(journey) = canvas.journey.get_untracked() else { return Vec::new() };
    let title = |line| untrack(|| said::of(canvas, line)).map(|said| said.title);
    let owner = outline::owners(&journey, line).first().copied();
    let row = outline.row(line);
    let (number, of) = row.map_or((0, 0), |row| (row.number, row.of));
    vec![
        ("what", title(line).unwrap_or_default().into()),
        ("number", number.into()),
        ("of", of.into()),
        ("inside", if owner.is_some() { "yes" } else { "no" }.into()),
        ("where", owner.and_then(title).unwrap_or_default().into()),
    ]
}

/// Lets the name be typed in the line.
fn begin_rename(outline: Outline, line: Line) {
    if said::own_name(outline.canvas, line).is_some() {
        outline.renaming.set(Some(line));
    } else {
        Toasts::get().hear(untrack(|| t("outline-cannot")));
    }
}

/// Goes to the next line that begins with what is typed.
fn find(outline: Outline, letter: &str, at: f64) {
    let (mut text, last) = outline.typed.get_value();
    if at - last > WORD {
        text.clear();
    }
    text.push_str(&search::plain(letter));
    outline.typed.set_value((text.clone(), at));
    let canvas = outline.canvas;
    let fits = |line| {
        let title = untrack(|| said::of(canvas, line)).map(|said| said.title);
        title.is_some_and(|title| search::plain(&title).starts_with(&text))
    };
    let current = outline.current.get_untracked();
    if text.chars().count() > 1 && fits(current) {
        return;
    }
    if let Some(line) = outline.rows.with_untracked(|rows| outline::next_that(rows, current, fits))
    {
        outline.go(line);
    }
}

fn is_letter(event: &KeyboardEvent) -> bool {
    let alone = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    alone && event.key().chars().count() == 1
}
