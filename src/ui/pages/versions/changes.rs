//! What is different, change by change: the setting, what it was and what it is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::{Page, Selection};
use crate::model::diff::{Difference, Edit, Fate, TileEdit};
use crate::model::id::TileId;
use crate::ui::i18n::t;
use crate::ui::pages::versions::facts;
use crate::ui::pages::versions::{fate_key, fate_sign, fate_word};
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;
use crate::ui::words;

/// All changes, in reading order.
#[component]
pub fn Changes(
    /// The difference.
    found: Arc<Difference>,
) -> impl IntoView {
    let whole = (!found.settings.is_empty()).then(|| {
        let edits = edits(&found, None, &found.settings);
        view! {
            <li class="change" data-fate="changed">
                <div class="change-head">
                    <span class="fate" data-fate="changed">
                        <span class="fate-sign" aria-hidden="true">{fate_sign(Fate::Changed)}</span>
                        {move || t(fate_word(Fate::Changed))}
                    </span>
                    <span class="strong">{move || t("kind-journey")}</span>
                </div>
                {edits}
            </li>
        }
        .into_any()
    });
    let tiles = found.tiles.iter().map(|edit| change(&found, edit)).collect_view();
    view! {
        <ul class="changes" data-testid="changes">
            {whole}
            {tiles}
        </ul>
    }
}

fn change(found: &Arc<Difference>, edit: &TileEdit) -> AnyView {
    let store = Store::get();
    let (tile, fate) = (edit.tile, edit.fate);
    let edits = edits(found, Some(tile), &edit.settings);
    let found = found.clone();
    let go = {
        let found = found.clone();
        move |()| go_to(store, &found, tile, fate)
    };
    let title = move || {
        let journey = if fate == Fate::Removed { &found.old } else { &found.new };
        store.read(|workspace| words::title_of(workspace, journey, tile))
    };
    view! {
        <li class="change" data-fate=fate_key(fate)>
            <div class="change-head">
                <span class="fate" data-fate=fate_key(fate)>
                    <span class="fate-sign" aria-hidden="true">{fate_sign(fate)}</span>
                    {move || t(fate_word(fate))}
                </span>
                <Button label=Signal::derive(title) class="link" on_click=go/>
            </div>
            {edits}
        </li>
    }
    .into_any()
}

fn edits(found: &Arc<Difference>, tile: Option<TileId>, edits: &[Edit]) -> AnyView {
    if edits.is_empty() {
        return ().into_any();
    }
    let rows = edits.iter().map(|edit| row(found.clone(), tile, edit.clone())).collect_view();
    view! {
        <table class="change-settings">
            <thead class="sr-only">
                <tr>
                    <th>{move || t("versions-setting")}</th>
                    <th>{move || t("versions-before")}</th>
                    <th>{move || t("versions-after")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(found: Arc<Difference>, tile: Option<TileId>, edit: Edit) -> AnyView {
    let store = Store::get();
    let Edit { setting, before, after } = edit;
    let name = {
        let found = found.clone();
        move || store.read(|workspace| facts::setting(workspace, &found, tile, setting))
    };
    let was = {
        let found = found.clone();
        move || match &before {
            None => t("versions-nothing"),
            Some(fact) => store.read(|workspace| facts::fact(workspace, &found.old, fact)),
        }
    };
    let is = move || match &after {
        None => t("versions-nothing"),
        Some(fact) => store.read(|workspace| facts::fact(workspace, &found.new, fact)),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>
                <del>{was}</del>
            </td>
            <td aria-hidden="true">"→"</td>
            <td>
                <ins>{is}</ins>
            </td>
        </tr>
    }
    .into_any()
}

/// Opens the journey that has the tile, and selects it there.
fn go_to(store: Store, found: &Difference, tile: TileId, fate: Fate) {
    let (journey, id) = if fate == Fate::Removed {
        (&found.old, found.old_id(tile))
    } else {
        (&found.new, found.new_id(tile))
    };
    if journey.entry.id == tile {
        store.open_tile(journey.id, Selection::Entry);
    } else if let Some(id) = id {
        store.open_tile(journey.id, Selection::tile(id));
    } else {
        store.open(Page::Journey(journey.id));
    }
}
