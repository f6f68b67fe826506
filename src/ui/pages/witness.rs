//! Who takes a branch: an example made of what is asked on the way there.

use leptos::prelude::*;

use crate::check::{At, Witness, witness};
use crate::model::id::{JourneyId, TileId};
use crate::model::tree::Slot;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::properties::open::Open;
use crate::ui::properties::source::source_words;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::words;

/// The values of a contact that takes the branch, or that none can be told.
#[component]
pub fn WitnessList(
    /// The journey.
    journey: JourneyId,
    /// The tile with the branch.
    tile: TileId,
    /// Which branch.
    branch: Slot,
) -> impl IntoView {
    let open = Open { store: Store::get(), id: Some(journey) };
    let found = Watch::new(move |_| open.store.read(|w| witness(w, journey, tile, branch)));
    changing(move || match found.get() {
        None => view! { <p class="soft small">{move || t("witness-none")}</p> }.into_any(),
        Some(found) if found.is_empty() => {
            view! { <p class="soft small">{move || t("witness-anybody")}</p> }.into_any()
        }
        Some(found) => lines(open, tile, found),
    })
}

fn lines(open: Open, tile: TileId, found: Witness) -> AnyView {
    let zone = open.peek(|_, journey| journey.time_zone.clone());
    let line = |(source, value)| {
        let zone = zone.clone();
        let words = move || {
            let source = source_words(open, At::Tile(tile), source);
            match &value {
                Some(value) => {
                    let value = words::value(value, &zone);
                    t_with("witness-value", [("source", source.into()), ("value", value.into())])
                }
                None => t_with("witness-empty", [("source", source.into())]),
            }
        };
        view! { <li>{words}</li> }.into_any()
    };
    let lines = found.into_iter().map(line).collect_view();
    view! { <ul class="places-list small" data-testid="witness">{lines}</ul> }.into_any()
}
