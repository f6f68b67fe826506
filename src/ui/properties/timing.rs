//! Exit.

use leptos::prelude::*;

use crate::model::id::TileId;
use crate::ui::i18n::t;
use crate::ui::properties::parts::{SaysWhole, Section};

/// An Exit tile has no settings.
#[component]
pub fn ExitPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    view! {
        <Section title=Signal::derive(|| t("exit-title"))>
            <p class="soft small">{move || t("exit-about")}</p>
            <SaysWhole tile=Some(tile)/>
        </Section>
    }
}
