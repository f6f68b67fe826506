//! A place where a tile can stand: a + on the edge. Choosing it opens the list of
//! tiles; what is dragged can be dropped there.

use leptos::html;
use leptos::prelude::*;

use crate::layout::{Number, Plus, Point, Stop};
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::drag;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::watch::Watch;
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::picker::WIDTH;
use crate::ui::words;

/// The + of that place.
#[component]
pub fn PlusView(
    /// Which.
    place: Place,
) -> impl IntoView {
    let canvas = Canvas::get();
    let stop = Stop::Plus(place);
    let button: NodeRef<html::Button> = NodeRef::new();
    let plus = Watch::new(move |before: Option<&Plus>| {
        let nowhere = Plus { place, at: Point { x: 0.0, y: 0.0 }, reachable: true };
        let found = canvas.layout.with(|layout| layout.plus_at(place));
        found.or(before.copied()).unwrap_or(nowhere)
    });
    let fits = Watch::new(move |_| drag::fits(canvas, place));
    let target = Watch::new(move |_| canvas.target.get() == Some(place));
    let open = move || canvas.flyout.with(|flyout| flyout.as_ref().and_then(Flyout::place));
    let is_open = Watch::new(move |_| open() == Some(place));
    view! {
        <button
            type="button"
            class="plus"
            node_ref=button
            data-testid=format!("plus-{}", focus::place_key(place))
            data-fits=move || fits.get().to_string()
            data-target=move || target.get().to_string()
            data-reachable=move || plus.get().reachable.to_string()
            aria-label=move || name(canvas, place)
            aria-haspopup="listbox"
            aria-expanded=move || is_open.get().to_string()
            tabindex=move || if canvas.focus.get() == stop { "0" } else { "-1" }
            style:left=move || format!("{}px", Number(plus.get().at.x))
            style:top=move || format!("{}px", Number(plus.get().at.y))
            on:focus=move |_| canvas.focus.set(stop)
            on:click=move |_| {
                if canvas.store.is_published(canvas.id) {
                    return;
                }
                if let Some(button) = button.get_untracked() {
                    let spot = Spot::beside(&button, WIDTH);
                    canvas.flyout.set(Some(Flyout::Plus(place, spot)));
                }
            }
        >
            <span class="plus-dot"></span>
        </button>
    }
}

/// What the + is called: where a tile would stand.
fn name(canvas: Canvas, place: Place) -> String {
    let after = |title: String| t_with("canvas-plus-after", [("tile", title.into())]);
    let title = |journey: &Journey, tile: &Tile| {
        canvas.store.read(|workspace| words::title_in(workspace, journey, tile))
    };
    let name = match place.sequence {
        SequenceId::Root => {
            canvas.journey.get().map(|journey| match before(&journey.tiles, place) {
                Some(tile) => after(title(&journey, tile)),
                None => after(t("tile-entry")),
            })
        }
        SequenceId::Of(owner, slot) => canvas.with_tile(owner, |journey, owner| {
            let branches = owner.branches();
            let tiles = branches.iter().find(|(known, _)| *known == slot).map(|(_, tiles)| *tiles);
            if let Some(tile) = tiles.and_then(|tiles| before(tiles, place)) {
                return after(title(journey, tile));
            }
            let branch = words::branch(owner, slot);
            let tile = title(journey, owner);
            t_with("canvas-plus-on", [("branch", branch.into()), ("tile", tile.into())])
        }),
    };
    name.unwrap_or_default()
}

/// The tile right before a place of that sequence.
fn before(tiles: &Sequence, place: Place) -> Option<&Tile> {
    tiles.get(place.index.checked_sub(1)?)
}
