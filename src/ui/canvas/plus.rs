//! A place where a tile can stand: a + on the edge. Choosing it opens the list of
//! tiles; what is dragged can be dropped there.

use gloo_events::EventListener;
use leptos::prelude::*;
use web_sys::{Element, Event};

use crate::layout::{Point, Stop};
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::drag;
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::piece::{self, Keep, Piece, listen, say_new, set, set_flag};
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
    let name = Watch::new(move |_| name(canvas, place));
    let keep = move |button: &Element| {
        let (button, heard) = (button.clone(), heard(button, canvas, place));
        let (mut shown, mut said) = (Look::default(), String::new());
        let keep = move || {
            let _ = &heard;
            let look = Look::of(canvas, place, shown);
            look.show(&button, shown);
            shown = look;
            say_new(name, &mut said, |name| set(&button, "aria-label", name));
        };
        Box::new(keep) as Keep
    };
    Piece::new(HTML, keep)
}

/// A + as it is before anything is known of it: [`Look::default`].
const HTML: &str = r#"<button type="button" class="plus" data-fits="false" data-target="false" data-reachable="false" aria-haspopup="listbox" aria-expanded="false" tabindex="-1"><span class="plus-dot"></span></button>"#;

/// Names a + for those who look for it, and listens to it.
fn heard(button: &Element, canvas: Canvas, place: Place) -> [EventListener; 2] {
    set(button, "data-testid", &format!("plus-{}", focus::place_key(place)));
    let control = button.clone();
    let open = move |_: &Event| {
        if !canvas.store.refuse_published(canvas.id) {
            let spot = Spot::beside(&control, WIDTH);
            canvas.flyout.set(Some(Flyout::Plus(place, spot)));
        }
    };
    let focus = move |_: &Event| canvas.focus.set(Stop::Plus(place));
    [listen(button, "click", open), listen(button, "focus", focus)]
}

/// Where a + is and what state it is in.
#[derive(Clone, Copy, Default)]
struct Look {
    at: Option<Point>,
    reachable: bool,
    fits: bool,
    target: bool,
    open: bool,
    focused: bool,
}

impl Look {
    /// How a + looks; tracked. One that is just gone stays where it was.
    fn of(canvas: Canvas, place: Place, before: Self) -> Self {
        let plus = canvas.layout.with(|layout| layout.plus_at(place));
        let open = canvas.flyout.with(|flyout| flyout.as_ref().and_then(Flyout::place));
        let dragging = canvas.load.with(Option::is_some);
        Self {
            at: plus.map(|plus| plus.at).or(before.at),
            reachable: plus.map_or(before.reachable, |plus| plus.reachable),
            fits: dragging && drag::fits(canvas, place),
            target: dragging && canvas.target.get() == Some(place),
            open: open == Some(place),
            focused: canvas.focus.get() == Stop::Plus(place),
        }
    }

    /// Shows what is not shown yet.
    fn show(self, button: &Element, shown: Self) {
        if let (Some(at), true) = (self.at, self.at != shown.at) {
            piece::place(button, at, None);
        }
        let flags = [
            ("data-fits", self.fits, shown.fits),
            ("data-target", self.target, shown.target),
            ("data-reachable", self.reachable, shown.reachable),
            ("aria-expanded", self.open, shown.open),
        ];
        for (name, now, before) in flags {
            if now != before {
                set_flag(button, name, now);
            }
        }
        if self.focused != shown.focused {
            set(button, "tabindex", if self.focused { "0" } else { "-1" });
        }
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
    Some(tiles.get(place.index.checked_sub(1)?)?)
}
