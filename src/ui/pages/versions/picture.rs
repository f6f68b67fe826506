//! A journey as it is drawn, to be looked at: each tile says what became of it, by
//! colour, sign and word.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::summary;
use crate::layout::{self, Number, Rect, TileBox, ground, path_d};
use crate::model::diff::{Difference, Fate};
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::workspace::Workspace;
use crate::ui::canvas::face;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::Icon;
use crate::ui::pages::versions::{fate_key, fate_sign, fate_word};
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::words;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The older one.
    Old,
    /// The newer one.
    New,
}

/// Space around the picture, in CSS pixels.
const MARGIN: f64 = 16.0;
/// A picture that is wider than this is made smaller, but not smaller than can be read.
const ROOM: f64 = 600.0;
const LEAST: f64 = 0.6;

impl Side {
    fn of(self, found: &Difference) -> &Journey {
        match self {
            Self::Old => &found.old,
            Self::New => &found.new,
        }
    }

    /// What is shown of a tile's fate: what came is not in the old one.
    fn fate(self, found: &Difference, tile: TileId) -> Option<Fate> {
        found.of_tile(tile).map(|edit| edit.fate).filter(|fate| self.has(*fate))
    }

    fn has(self, fate: Fate) -> bool {
        !matches!((self, fate), (Self::Old, Fate::Added) | (Self::New, Fate::Removed))
    }
}

/// The picture.
#[component]
pub fn Picture(
    /// The difference.
    found: Arc<Difference>,
    /// Which of the two.
    side: Side,
) -> impl IntoView {
    let store = Store::get();
    let drawing = layout::journey(side.of(&found));
    let lying = ground::unfolded(side.of(&found));
    let bounds = lying.iter().fold(drawing.bounds, |all, (_, rect)| all.union(rect));
    let (left, top) = (MARGIN - bounds.x, MARGIN - bounds.y);
    let (width, height) = (bounds.width + 2.0 * MARGIN, bounds.height + 2.0 * MARGIN);
    let view_box =
        format!("{} {} {} {}", Number(-left), Number(-top), Number(width), Number(height));
    let edges =
        drawing.edges.iter().map(|edge| view! { <path d=path_d(edge, 8.0)></path> }.into_any());
    let edges = edges.collect_view();
    let name = {
        let found = found.clone();
        move || store.read(|w| words::journey_name(w, side.of(&found)))
    };
    let labels = drawing.labels.iter().map(|label| {
        let (found, label) = (found.clone(), *label);
        let words = move || {
            let tile = side.of(&found).tile(label.tile);
            tile.map(|tile| words::branch(tile, label.slot)).unwrap_or_default()
        };
        let (x, y) = (Number(label.at.x + left), Number(label.at.y + top));
        view! {
            <span
                class="version-label"
                style:transform=format!("translate({x}px, {y}px) translate(-50%, -50%)")
            >
                {words}
            </span>
        }
        .into_any()
    });
    let labels = labels.collect_view();
    let move_by = |rect: &Rect| Rect { x: rect.x + left, y: rect.y + top, ..*rect };
    let notes = lying.iter().map(|(one, rect)| {
        let fate = found.of_note(one.id).filter(|fate| side.has(*fate));
        note(one.text.clone(), move_by(rect), fate)
    });
    let notes = notes.collect_view();
    let cards = drawing.boxes.iter().filter_map(|tile| {
        let text = side.of(&found).note_at(tile.id).text.clone();
        Some(note(text, move_by(&tile.card?), None))
    });
    let cards = cards.collect_view();
    let zoom = (ROOM / width).clamp(LEAST, 1.0);
    let state = store.peek(|w| w.journeys.get(&side.of(&found).id).map(|journey| journey.state));
    let tiles = drawing.boxes.iter().map(|tile| {
        let tile = *tile;
        let found = found.clone();
        view! { <Box found side tile left top/> }.into_any()
    });
    let tiles = tiles.collect_view();
    let (key, label) = match side {
        Side::Old => ("picture-old", "versions-old"),
        Side::New => ("picture-new", "versions-new"),
    };
    view! {
        <figure class="version-picture" data-testid=key>
            <figcaption>
                {name}
                {state.map(|state| view! { <JourneyStateView state=Signal::stored(state)/> }.into_any())}
            </figcaption>
            <div class="version-scroll" tabindex="0" role="group" aria-label=move || t(label)>
                <div
                    class="version-scene"
                    style:zoom=Number(zoom).to_string()
                    style:width=format!("{}px", Number(width))
                    style:height=format!("{}px", Number(height))
                >
                    <svg class="edges" viewBox=view_box width=width height=height aria-hidden="true">
                        {edges}
                    </svg>
                    {notes}
                    {tiles}
                    {cards}
                    {labels}
                </div>
            </div>
        </figure>
    }
}

#[component]
fn Box(found: Arc<Difference>, side: Side, tile: TileBox, left: f64, top: f64) -> impl IntoView {
    let store = Store::get();
    let fate = side.fate(&found, tile.id);
    let kind = side.of(&found).tile(tile.id).map(summary::kind);
    let key = fate.map_or("same", fate_key);
    let title = {
        let found = found.clone();
        move || store.read(|workspace| words::title_of(workspace, side.of(&found), tile.id))
    };
    let line = move || store.read(|workspace| line(workspace, side.of(&found), tile.id));
    let label = {
        let (title, line) = (title.clone(), line.clone());
        move || match fate {
            None => format!("{}, {}", title(), line()),
            Some(fate) => {
                let args = [("tile", title().into()), ("fate", t(fate_word(fate)).into())];
                t_with("version-tile", args)
            }
        }
    };
    view! {
        <div
            class="tile version-tile"
            data-family=face::family(kind)
            data-kind=face::key(kind)
            data-fate=key
            role="img"
            aria-label=label
            style:transform=format!("translate({}px, {}px)", Number(tile.rect.x + left), Number(tile.rect.y + top))
            style:width=format!("{}px", Number(tile.rect.width))
            style:height=format!("{}px", Number(tile.rect.height))
        >
            <div class="tile-body">
                <span class="tile-text">
                    <span class="tile-chip">
                        <Icon name=face::icon(kind)/>
                    </span>
                    <span class="tile-words">
                        <span class="tile-title truncate">{title}</span>
                        <span class="tile-line truncate">{line}</span>
                    </span>
                </span>
            </div>
            {fate.map(badge)}
        </div>
    }
}

fn badge(fate: Fate) -> AnyView {
    view! {
        <span class="fate fate-badge" data-fate=fate_key(fate) aria-hidden="true">
            <span class="fate-sign">{fate_sign(fate)}</span>
            {move || t(fate_word(fate))}
        </span>
    }
    .into_any()
}

/// A note on the ground, or the card of one at a tile.
fn note(text: String, at: Rect, fate: Option<Fate>) -> AnyView {
    let said = text.clone();
    let label = move || {
        let note = t_with("canvas-note", [("text", said.clone().into())]);
        match fate {
            None => note,
            Some(fate) => {
                let args = [("tile", note.into()), ("fate", t(fate_word(fate)).into())];
                t_with("version-tile", args)
            }
        }
    };
    view! {
        <div
            class="ground-note version-note"
            data-fate=fate.map_or("same", fate_key)
            role="img"
            aria-label=label
            style:transform=format!("translate({}px, {}px)", Number(at.x), Number(at.y))
            style:width=format!("{}px", Number(at.width))
            style:height=format!("{}px", Number(at.height))
        >
            <span class="ground-note-text">{text}</span>
            {fate.map(badge)}
        </div>
    }
    .into_any()
}

fn line(workspace: &Workspace, journey: &Journey, id: TileId) -> String {
    let summary = match journey.tile(id) {
        None => summary::of_entry(workspace, journey),
        Some(tile) => summary::of_tile(workspace, journey, tile),
    };
    words::line(&summary)
}
