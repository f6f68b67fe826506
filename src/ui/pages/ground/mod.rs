//! The notes on the ground of a journey: a layer below the tiles, what is done to them, and
//! their settings.
//!
//! **Invariant:** a journey without notes has no layer, and only notes near the view are
//! mounted. A note covers nothing: it lies below tiles and their labels, unless it has the
//! focus or is being dragged.

mod acts;
mod pane;
mod writing;

use std::sync::Arc;

use leptos::prelude::*;

use crate::layout::{Number, Point, Rect, Stop, ground};
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::note::GroundNote;
use crate::ui::canvas::drag;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::words;

pub use acts::{act, begin_at, write};
pub use pane::GroundNotePane;
use writing::Writing;

/// So many notes are mounted at most, seen from however far.
const MOST: usize = 300;

type Places = Watch<Arc<Vec<(TileId, Rect)>>>;

/// The layer of notes.
#[component]
pub fn GroundNotes() -> impl IntoView {
    let canvas = Canvas::get();
    let places: Places = Watch::new(move |_| {
        let journey = canvas.journey.get();
        let all = |journey: Arc<Journey>| canvas.layout.with(|it| ground::all(it, &journey));
        Arc::new(journey.map(all).unwrap_or_default())
    });
    // The note that is being written, once it is one: its letters are in the field.
    let written = RwSignal::new(None::<TileId>);
    let mounted = Watch::new(move |_| mounted(canvas, places, written));
    let writing = Watch::new(move |_| match canvas.flyout.get() {
        Some(Flyout::Write(id, at)) => Some((id, at)),
        _ => None,
    });
    view! {
        <div class="ground-notes" data-far=move || canvas.is_far().to_string()>
            <span class="sr-only" id="ground-keys">{move || t("ground-keys")}</span>
            <Rows each=move || mounted.get() children=move |id| view! { <NoteView id places/> }/>
            {move || writing.get().map(|(id, at)| view! { <Writing id at written/> }.into_any())}
        </div>
    }
}

/// The notes in or near the view, and those that are held.
fn mounted(canvas: Canvas, places: Places, written: RwSignal<Option<TileId>>) -> Vec<TileId> {
    let (region, written) = (canvas.region.get(), written.get());
    let focus = canvas.focus.get();
    let is_held = |id| focus == Stop::Tile(id) || drag::carries(canvas, id);
    places.with(|places| {
        let near = places.iter().filter(|(id, rect)| rect.touches(&region) || is_held(*id));
        near.map(|(id, _)| *id).filter(|id| Some(*id) != written).take(MOST).collect()
    })
}

/// What a note says, and where it lies.
#[component]
fn NoteView(id: TileId, places: Places) -> impl IntoView {
    let canvas = Canvas::get();
    let stop = Stop::Tile(id);
    let text = Watch::new(move |before: Option<&String>| {
        let journey = canvas.journey.get();
        let text = journey.and_then(|journey| Some(journey.ground_note(id)?.text.clone()));
        // One that has just been deleted keeps its words until it is unmounted.
        text.or_else(|| before.cloned()).unwrap_or_default()
    });
    let rect = Watch::new(move |before: Option<&Rect>| {
        let found = places.with(|all| all.iter().find(|(known, _)| *known == id).map(|it| it.1));
        let nowhere = Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };
        found.or(before.copied()).unwrap_or(nowhere)
    });
    let selected = Watch::new(move |_| canvas.is_selected(stop));
    let carried = Watch::new(move |_| drag::carries(canvas, id));
    let px = move |of: fn(&Rect) -> f64| format!("{}px", Number(rect.with(of)));
    let lift = move || {
        let Point { x, y } =
            if carried.get() { drag::moved(canvas) } else { Point { x: 0.0, y: 0.0 } };
        format!("translate({}px, {}px)", Number(x), Number(y))
    };
    view! {
        <div
            class="ground-note"
            role="note"
            tabindex="0"
            data-testid=format!("note-{id}")
            data-tile=id.to_string()
            data-selected=move || selected.get().to_string()
            data-carried=move || carried.get().to_string()
            aria-label=move || t_with("canvas-note", [("text", text.get().into())])
            aria-describedby="ground-keys"
            style:left=move || px(|rect| rect.x)
            style:top=move || px(|rect| rect.y)
            style:width=move || px(|rect| rect.width)
            style:transform=lift
            on:focus=move |_| canvas.focus.set(stop)
            on:dblclick=move |_| write(canvas, id)
        >
            <span class="ground-note-text" aria-hidden="true">{move || text.get()}</span>
        </div>
    }
}

/// By which tile a note lies, in words.
pub fn by(store: Store, journey: &Journey, note: &GroundNote) -> String {
    let title = match journey.tile(note.at.tile) {
        Some(tile) => store.read(|workspace| words::title_in(workspace, journey, tile)),
        None => t("tile-entry"),
    };
    t_with("ground-by", [("tile", title.into())])
}
