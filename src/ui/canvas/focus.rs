//! Where the focus is in the canvas. One stop at a time takes it from the Tab
//! key; arrows move it on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::editor::Selection;
use crate::layout::Stop;
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::state::Canvas;
use crate::ui::prefs;

/// The name of a place in the document: `root-0`, `n3-yes-1`.
pub fn place_key(place: Place) -> String {
    match place.sequence {
        SequenceId::Root => format!("root-{}", place.index),
        SequenceId::Of(tile, slot) => format!("{tile}-{slot}-{}", place.index),
    }
}

/// What tests and the focus find a stop by.
pub fn test_id(canvas: Canvas, stop: Stop) -> String {
    match stop {
        Stop::Plus(place) => format!("plus-{}", place_key(place)),
        Stop::Tile(id) if canvas.is_note(id) => format!("note-{id}"),
        Stop::Tile(id) => format!("tile-{id}"),
        Stop::Entry => {
            let entry = canvas.journey.with_untracked(|journey| {
                journey.as_ref().map(|journey| journey.entry.id.to_string())
            });
            format!("tile-{}", entry.unwrap_or_default())
        }
    }
}

/// Moves the focus to a stop, and the view if it is out of view.
pub fn go(canvas: Canvas, stop: Stop) {
    canvas.reveal(stop);
    give(canvas, stop);
}

/// The line of the outline that takes the focus.
pub const LINE: &str = ".outline-line[tabindex=\"0\"]";

/// Moves the focus to a stop and leaves the view as it is.
fn give(canvas: Canvas, stop: Stop) {
    canvas.focus.set(stop);
    // It may be mounted only now.
    request_animation_frame(move || {
        let wanted = match canvas.in_outline.try_get_untracked() {
            Some(true) => LINE.to_owned(),
            _ => format!(".canvas [data-testid=\"{}\"]", test_id(canvas, stop)),
        };
        let found = document().query_selector(&wanted).ok().flatten();
        let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
        if let Some(found) = found {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // A refusal leaves the focus where it is.
            let _ = found.focus_with_options(&options);
        }
    });
}

/// Moves the focus to what is selected.
pub fn go_to_selected(canvas: Canvas) {
    if let Some(stop) = untrack(|| canvas.selected()) {
        go(canvas, stop);
    }
}

/// Selects a stop, if it is a tile.
pub fn select(canvas: Canvas, stop: Stop) {
    match stop {
        Stop::Entry => canvas.store.select(Selection::Entry),
        Stop::Tile(id) => canvas.store.select(Selection::tile(id)),
        Stop::Plus(_) => {}
    }
}

/// Shows the outline and goes there, or takes it away and goes to the canvas.
pub fn toggle_outline(canvas: Canvas) {
    let shown = !canvas.outline.get_untracked();
    canvas.outline.set(shown);
    canvas.in_outline.set(shown);
    if shown {
        prefs::write(prefs::OUTLINE, "shown")
    } else {
        prefs::clear(prefs::OUTLINE)
    }
    give(canvas, canvas.focus.get_untracked());
}

/// Moves the focus to the first control of the properties pane.
pub fn go_to_properties() {
    // A pane that is folded away opens.
    let unfold = document().query_selector(".pane[data-folded=true] .pane-fold").ok().flatten();
    if let Some(unfold) = unfold.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        unfold.click();
    }
    request_animation_frame(|| {
        let first = ".properties :is(input, select, textarea, button):not(:disabled)";
        let found = document().query_selector(first).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = found.focus();
        }
    });
}

/// Takes the focus where opening the page has left nobody with it, so that the
/// keyboard can go on at once.
pub fn take_when_free(canvas: Canvas) {
    Effect::new(move |taken: Option<bool>| {
        if taken == Some(true) || canvas.size.get().is_none() {
            return taken.unwrap_or_default();
        }
        let active = document().active_element();
        // What is new is named first.
        let is_free = !canvas.store.to_name.get_untracked();
        if is_free && active.is_none_or(|active| active.tag_name() == "BODY") {
            give(canvas, untrack(|| canvas.selected()).unwrap_or(Stop::Entry));
        }
        true
    });
}

/// Goes where the store asks to, once the canvas has a size; and lets the focus go
/// from what is no longer there.
pub fn follow_requests(canvas: Canvas) {
    Effect::new(move |_| {
        let Some((journey, stop)) = canvas.store.reveal.get() else { return };
        if journey == canvas.id && canvas.size.get().is_some() {
            canvas.store.reveal.set(None);
            go(canvas, stop);
        }
    });
    Effect::new(move |_| {
        canvas.layout.track();
        let focus = canvas.focus.get();
        if canvas.rect_of(focus).is_none() {
            canvas.focus.set(untrack(|| canvas.selected()).unwrap_or(Stop::Entry));
        }
    });
    // What an edit took away may have had the focus.
    Effect::new(move |again: Option<()>| {
        canvas.layout.track();
        if again.is_some() {
            request_animation_frame(move || {
                let active = document().active_element();
                if let (true, Some(focus)) = (
                    active.is_none_or(|active| active.tag_name() == "BODY"),
                    canvas.focus.try_get_untracked(),
                ) {
                    give(canvas, focus);
                }
            });
        }
    });
}
