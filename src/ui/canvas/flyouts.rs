//! What opens over the canvas: the list of tiles at a +, and menus, whose lines come later.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::layout::{Point, Stop};
use crate::model::id::TileId;
use crate::model::note::Anchor;
use crate::model::tree::{Place, Slot};
use crate::ui::canvas::gestures::Hand;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, focus, offer};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::later::{Act, Part, act, later};
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::picker::ChoiceList;

/// What is open, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flyout {
    /// The list of tiles at a +.
    Plus(Place, Spot),
    /// The menu of a tile, or of all that is selected with it.
    Tile(TileId, Spot),
    /// The menu of a branch.
    Branch(TileId, Slot, Spot),
    /// The menu of a +.
    Place(Place, Spot),
    /// The menu of the ground.
    Ground(Spot),
    /// The note at a tile, in place.
    Note(TileId),
    /// A note on the ground that is being written, or one that is begun, and where it lies.
    Write(Option<TileId>, Anchor),
}

impl Flyout {
    /// The place of the + whose list it is.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Plus(place, _) => Some(*place),
            _ => None,
        }
    }
}

/// Draws what is open.
#[component]
pub fn Flyouts() -> impl IntoView {
    let canvas = Canvas::get();
    changing(move || {
        canvas.flyout.get().map(|flyout| match flyout {
            Flyout::Plus(place, spot) => view! { <TileList place spot/> }.into_any(),
            Flyout::Note(_) => later(Part::NoteInPlace),
            // It lies in the scene.
            Flyout::Write(..) => ().into_any(),
            _ => later(Part::Menu),
        })
    })
}

#[component]
fn TileList(place: Place, spot: Spot) -> impl IntoView {
    let canvas = Canvas::get();
    let find = Callback::new(move |query: String| offer::choices(canvas, &query));
    let close = Callback::new(move |refocus: bool| {
        canvas.flyout.set(None);
        if refocus {
            focus::go(canvas, Stop::Plus(place));
        }
    });
    let choose = Callback::new(move |key: String| {
        canvas.flyout.set(None);
        if let Some(kind) = offer::of_key(&key) {
            actions::insert(canvas, place, kind);
        }
    });
    let label = Signal::derive(|| t("canvas-choose-tile"));
    let choices = Signal::stored(Vec::new());
    view! { <ChoiceList spot label choices choose find close/> }
}

/// Opens the menu of what is under the pointer, or has the focus.
pub fn menu_at(canvas: Canvas, hand: Hand, event: &MouseEvent) {
    event.prevent_default();
    // A finger that rests has taken something up.
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_busy = canvas.drag.with_untracked(Option::is_some)
        || canvas.marquee.with_untracked(Option::is_some);
    let (Some(element), false) = (target, is_busy) else { return };
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let spot = Spot::at(x, y);
    let seen = canvas.seen.get_untracked();
    let id_of = |class: &str| element.closest(class).ok()??.get_attribute("data-testid");
    let place = id_of(".plus").and_then(|id| {
        let is_it = |place: &Place| format!("plus-{}", focus::place_key(*place)) == id;
        seen.as_ref()?.pluses.iter().map(|plus| plus.place).find(is_it)
    });
    let branch = id_of(".branch-name").and_then(|id| {
        let is_it = |found: &(TileId, Slot)| format!("branch-{}-{}", found.0, found.1) == id;
        seen.as_ref()?.labels.iter().map(|label| (label.tile, label.slot)).find(is_it)
    });
    let tile = hand.tile_at(&element, canvas.local(Point { x, y }));
    let flyout = match (place, branch, tile.map(|id| canvas.stop_of(id))) {
        (Some(place), ..) => Flyout::Place(place, spot),
        (_, Some((tile, branch)), _) => Flyout::Branch(tile, branch, spot),
        (.., Some(Stop::Tile(id))) => {
            if !untrack(|| canvas.is_selected(Stop::Tile(id))) {
                focus::select(canvas, Stop::Tile(id));
            }
            Flyout::Tile(id, spot)
        }
        _ => Flyout::Ground(spot),
    };
    open(canvas, flyout);
}

/// Shows the note at a tile in place, to be edited.
pub fn open_note(canvas: Canvas, id: TileId) {
    canvas.reveal(canvas.stop_of(id));
    open(canvas, Flyout::Note(id));
}

/// Opens a menu, as soon as its code is here.
pub fn open(canvas: Canvas, menu: Flyout) {
    act(Act::Menu(canvas, menu), canvas.toasts);
}
