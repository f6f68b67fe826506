//! If/then and Exit.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::id::TileId;
use crate::model::journey::TileKind;
use crate::model::time::Duration;
use crate::ui::i18n::t;
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{Says, SaysWhole, Section, wrong_at};
use crate::ui::widgets::inputs::DurationInput;

/// The settings of an If/then tile.
#[component]
pub fn WaitForTriggerPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Limit);
    let limit = Memo::new(move |_| {
        let limit = open.tile(tile, |tile| match tile.kind {
            TileKind::WaitForTrigger { limit, .. } => Some(limit),
            _ => None,
        });
        limit.unwrap_or(Duration::days(0))
    });
    let set = move |limit| {
        open.edit(JourneyEdit::SetLimit(tile, limit));
    };
    view! {
        <Section title=Signal::derive(|| t("wait-for"))>
            <SaysWhole tile=Some(tile)/>
            <ListenerEditor
                place=Listening::Wait(tile)
                always=Signal::derive(|| t("wait-for-any"))
                test_id="trigger-picker"
            />
        </Section>
        <Section title=Signal::derive(|| t("time-limit")) test_id="time-limit">
            <DurationInput
                label=Signal::derive(|| t("time-limit"))
                value=limit
                on_change=set
                invalid=wrong_at(open, site)
            />
            <Says site/>
            <p class="soft small">{move || t("time-limit-about")}</p>
        </Section>
    }
}

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
