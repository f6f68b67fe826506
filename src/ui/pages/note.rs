//! The note at a tile: in the settings, and in place on the canvas.
//!
//! **Invariant:** it keeps no text of its own; whether a note that is not there yet is to
//! be a card is all that it remembers.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::editor::{JourneyEdit, Selection, summary};
use crate::layout::Point;
use crate::model::id::{JourneyId, TileId};
use crate::model::note::Note;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{face, focus};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::properties::open::Open;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::flyout::{Spot, come_back, window_size};
use crate::ui::widgets::inputs::{Checkbox, TextArea};
use crate::ui::widgets::picker::{Choice, Picker};
use crate::ui::words;

/// The width of the note on the canvas in px, as in `note.css`, and the room below it.
const SIZE: (f64, f64) = (300.0, 240.0);

/// The fields of a note.
#[component]
pub fn NoteFields(
    /// The journey.
    journey: JourneyId,
    /// The tile, or the Entry.
    tile: TileId,
) -> impl IntoView {
    let open = Open { store: Store::get(), id: Some(journey) };
    let note = Watch::new(move |_| open.read(|_, journey| journey.note_at(tile).clone()));
    let card = RwSignal::new(note.with_untracked(|note| note.card));
    let set = move |text: String, card| {
        open.edit(JourneyEdit::SetNote(tile, Note { text, card }));
    };
    let is_card = move || note.with(|note| note.card || note.is_empty() && card.get());
    let turn = move |on| {
        card.set(on);
        if note.with_untracked(|note| !note.is_empty()) {
            set(note.with_untracked(|note| note.text.clone()), on);
        }
    };
    let label = Signal::derive(move || label_of(open, tile));
    let choices = Signal::derive(move || places(open, tile));
    let move_to = move |key: String| {
        if let Ok(to) = key.parse() {
            open.edit(JourneyEdit::MoveNote(tile, to));
            let is_entry = open.peek(|_, journey| journey.entry.id == to);
            let selection = if is_entry { Selection::Entry } else { Selection::tile(to) };
            open.store.select(selection);
        }
    };
    view! {
        <div class="note-fields">
            <label class="note-text">
                <span class="field-label">{move || label.get()}</span>
                <TextArea
                    value=Signal::derive(move || note.with(|note| note.text.clone()))
                    on_input=move |text| set(text, card.get_untracked())
                />
            </label>
            <p class="field-help">{move || t("note-help")}</p>
            <Checkbox
                checked=Signal::derive(is_card)
                on_change=turn
                label=Signal::derive(|| t("note-as-card"))
            />
            {move || {
                note.with(|note| !note.is_empty()).then(|| view! {
                    <div class="note-acts">
                        <Picker
                            label=Signal::derive(|| t("note-move"))
                            value=Signal::stored(String::new())
                            placeholder=Signal::derive(|| t("note-move"))
                            choices
                            on_choose=move_to
                            test_id="note-move"
                        />
                        <IconButton
                            icon=IconName::Trash2
                            label=Signal::derive(|| t("note-delete"))
                            on_click=move |()| set(String::new(), false)
                            test_id="note-delete"
                        />
                    </div>
                }.into_any())
            }}
        </div>
    }
}

/// The note in place: where its card stands, or would stand.
#[component]
pub fn NoteFlyout() -> impl IntoView {
    let canvas = Canvas::get();
    let Some(Flyout::Note(tile)) = canvas.flyout.get_untracked() else {
        return ().into_any();
    };
    let root: NodeRef<html::Div> = NodeRef::new();
    let stop = canvas.stop_of(tile);
    let spot = spot(canvas, tile);
    come_back();
    // A menu that led here gives the focus back first.
    request_animation_frame(move || {
        let root = root.try_get_untracked().flatten();
        let field = root.and_then(|root| root.query_selector("textarea").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            // A refusal leaves the focus where it is.
            let _ = field.focus();
        }
    });
    let on_key = move |event: KeyboardEvent| {
        let is_end = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if event.default_prevented() || event.key() != "Escape" && !is_end {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        canvas.store.end_gesture();
        canvas.flyout.set(None);
        focus::go(canvas, stop);
    };
    let left_by = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let root = root.try_get_untracked().flatten();
        // What is taken away under the focus leaves nobody with it.
        if to.is_some() && root.is_some_and(|root| !root.contains(to.as_ref())) {
            canvas.flyout.set(None);
        }
    };
    let open = Open { store: canvas.store, id: Some(canvas.id) };
    view! {
        <div
            class="flyout note-flyout"
            role="dialog"
            aria-label=move || label_of(open, tile)
            data-testid="note-flyout"
            node_ref=root
            style:left=spot.css_left()
            style:top=spot.css_top()
            on:keydown=on_key
            on:focusout=left_by
        >
            <NoteFields journey=canvas.id tile/>
        </div>
    }
    .into_any()
}

/// Right of the tile, and wholly on the screen.
fn spot(canvas: Canvas, tile: TileId) -> Spot {
    let rect = canvas.rect_of(canvas.stop_of(tile));
    let corner = rect.map_or(Point { x: 0.0, y: 0.0 }, |rect| Point { x: rect.right(), y: rect.y });
    let at = canvas.camera.get_untracked().to_screen(corner);
    let origin = canvas.local(Point { x: 0.0, y: 0.0 });
    let (wide, high) = window_size();
    let left = (at.x - origin.x + 8.0).min(wide - SIZE.0 - 8.0).max(8.0);
    let top = (at.y - origin.y).min(high - SIZE.1 - 8.0).max(8.0);
    Spot { left, top: Some(top), bottom: None }
}

fn label_of(open: Open, tile: TileId) -> String {
    let title = open.read(|workspace, journey| match journey.tile(tile) {
        Some(tile) => words::title_in(workspace, journey, tile),
        None => t("tile-entry"),
    });
    t_with("note-at", [("tile", title.into())])
}

/// Where else the note may stand: at every other tile, in reading order.
fn places(open: Open, but: TileId) -> Vec<Choice> {
    open.read(|workspace, journey| {
        let entry = Choice {
            key: journey.entry.id.to_string(),
            label: t("tile-entry"),
            icon: Some(face::icon(None)),
            ..Choice::default()
        };
        let tiles = journey.all_tiles().into_iter().map(|tile| Choice {
            key: tile.id.to_string(),
            label: words::title_in(workspace, journey, tile),
            icon: Some(face::icon(Some(summary::kind(tile)))),
            ..Choice::default()
        });
        let all = [entry].into_iter().chain(tiles);
        all.filter(|choice| choice.key != but.to_string()).collect()
    })
}
