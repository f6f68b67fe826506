//! A note on the ground while it is written on, in its place.
//!
//! **Invariant:** each letter is in the document at once; a note without a text is none,
//! and leaving the field ends the edit.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::editor::{Created, JourneyEdit, Selection};
use crate::layout::{Number, Point, Stop, ground};
use crate::model::id::TileId;
use crate::model::note::Anchor;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;

/// The field of a note, or of one that is begun.
#[component]
pub fn Writing(
    /// The note; none while it is begun.
    id: Option<TileId>,
    /// Where it lies.
    at: Anchor,
    /// The note, from its first letter on.
    written: RwSignal<Option<TileId>>,
) -> impl IntoView {
    let canvas = Canvas::get();
    let field: NodeRef<html::Textarea> = NodeRef::new();
    let text = RwSignal::new(text_of(canvas, id));
    written.set(id);
    on_cleanup(move || _ = written.try_set(None));
    take_focus(field);
    let on_input = move |_| {
        let Some(value) = field.get_untracked().map(|field| field.value()) else { return };
        text.set(value.clone());
        // A note without a text is none; that is for the end.
        match written.get_untracked() {
            _ if value.is_empty() => {}
            Some(id) => _ = edit(canvas, JourneyEdit::WriteNote(id, value)),
            None => {
                if let Some(Created::Note(id)) = edit(canvas, JourneyEdit::AddNote(at, value)) {
                    written.set(Some(id));
                }
            }
        }
    };
    let end = move |back: bool| {
        if !matches!(canvas.flyout.get_untracked(), Some(Flyout::Write(..))) {
            return;
        }
        let note = written.get_untracked();
        if let (Some(id), true) = (note, text.with_untracked(String::is_empty)) {
            edit(canvas, JourneyEdit::WriteNote(id, String::new()));
        }
        canvas.store.end_gesture();
        canvas.flyout.set(None);
        let there = note.filter(|id| canvas.is_note(*id));
        if let Some(id) = there {
            canvas.store.select(Selection::tile(id));
        }
        if back {
            let tile = canvas.stop_of(at.tile);
            focus::go(canvas, there.map_or(tile, Stop::Tile));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key();
        if event.key() == "Escape" || event.key() == "Enter" && held {
            event.prevent_default();
            event.stop_propagation();
            end(true);
        }
    };
    let corner = move || {
        let rect = canvas
            .layout
            .with(|layout| layout.rect_of(at.tile).or_else(|| layout.rect_of(layout.entry())));
        let (x, y) = rect.map_or((0.0, 0.0), |rect| (rect.x, rect.y));
        Point { x: x + f64::from(at.x), y: y + f64::from(at.y) }
    };
    let size = move || text.with(|text| ground::size(text));
    view! {
        <textarea
            class="ground-note ground-text"
            node_ref=field
            data-testid="ground-text"
            aria-label=move || t("ground-text")
            placeholder=move || t("ground-placeholder")
            prop:value=text.get_untracked()
            style:left=move || format!("{}px", Number(corner().x))
            style:top=move || format!("{}px", Number(corner().y))
            style:width=move || format!("{}px", Number(size().0))
            style:height=move || format!("{}px", Number(size().1))
            on:input=on_input
            on:keydown=on_key
            on:blur=move |_| end(false)
        ></textarea>
    }
}

fn text_of(canvas: Canvas, id: Option<TileId>) -> String {
    let journey = canvas.journey.get_untracked();
    let text = journey.and_then(|journey| Some(journey.ground_note(id?)?.text.clone()));
    text.unwrap_or_default()
}

/// Takes the focus, once a menu that led here has given it back.
fn take_focus(field: NodeRef<html::Textarea>) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            if let Some(field) = field.try_get_untracked().flatten() {
                // A refusal leaves the focus where it is.
                let _ = field.focus();
            }
        });
    });
}

fn edit(canvas: Canvas, edit: JourneyEdit) -> Option<Created> {
    canvas.store.edit_journey(canvas.id, edit)?.created
}
