//! What opens over the canvas: the list of tiles at a +, the menu of a tile.

use leptos::prelude::*;

use crate::editor::NewTile;
use crate::layout::Stop;
use crate::model::id::TileId;
use crate::model::tree::Place;
use crate::ui::canvas::face;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, focus};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::menu::{Menu, MenuItem};
use crate::ui::widgets::picker::{Choice, ChoiceList};
use crate::ui::words;

/// What is open, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flyout {
    /// The list of tiles at a +.
    Plus(Place, Spot),
    /// The menu of a tile.
    Tile(TileId, Spot),
}

impl Flyout {
    /// The place of the + whose list it is.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Plus(place, _) => Some(*place),
            Self::Tile(..) => None,
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
            Flyout::Tile(id, spot) => view! { <TileMenu id spot/> }.into_any(),
        })
    })
}

#[component]
fn TileList(place: Place, spot: Spot) -> impl IntoView {
    let canvas = Canvas::get();
    let choices = Signal::derive(|| {
        let choice = |kind: &NewTile| Choice {
            key: face::key(Some(*kind)).into(),
            label: words::kind(*kind),
            icon: Some(face::icon(Some(*kind))),
            ..Choice::default()
        };
        NewTile::ALL.iter().map(choice).collect::<Vec<_>>()
    });
    let close = Callback::new(move |refocus: bool| {
        canvas.flyout.set(None);
        if refocus {
            focus::go(canvas, Stop::Plus(place));
        }
    });
    let choose = Callback::new(move |key: String| {
        canvas.flyout.set(None);
        let kind = NewTile::ALL.into_iter().find(|kind| face::key(Some(*kind)) == key);
        if let Some(kind) = kind {
            actions::insert(canvas, place, kind);
        }
    });
    let label = Signal::derive(|| t("canvas-choose-tile"));
    view! { <ChoiceList spot label choices choose close/> }
}

#[component]
fn TileMenu(id: TileId, spot: Spot) -> impl IntoView {
    let canvas = Canvas::get();
    // The menu is short-lived: it need not follow when the language is switched.
    let (items, label) = untrack(|| (menu_items(canvas, id), t("canvas-more")));
    let close = Callback::new(move |()| {
        if canvas.flyout.try_get_untracked().flatten().is_some() {
            canvas.flyout.set(None);
            focus::go(canvas, Stop::Tile(id));
        }
    });
    view! { <Menu spot label items on_close=close/> }
}

/// What can be done with a tile.
fn menu_items(canvas: Canvas, id: TileId) -> Vec<MenuItem> {
    let item = |label: &str, icon, keys: String, run: Callback<()>| MenuItem {
        label: t(label),
        icon,
        keys,
        enabled: true,
        run,
    };
    let control = |key: &str| format!("{} + {key}", t("key-ctrl"));
    vec![
        item(
            "canvas-edit",
            IconName::Pencil,
            "Enter".into(),
            Callback::new(|()| focus::go_to_properties()),
        ),
        item(
            "canvas-duplicate",
            IconName::Copy,
            control("D"),
            Callback::new(move |()| actions::duplicate(canvas, id.into())),
        ),
        item(
            "delete",
            IconName::Trash2,
            "Delete".into(),
            Callback::new(move |()| actions::delete(canvas, id.into())),
        ),
    ]
}
