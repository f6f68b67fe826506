//! A Custom trigger tile, in its three steps: choose the trigger, see who uses it,
//! map its attributes.

use leptos::prelude::*;

use crate::check::{Holder, Site, Spot};
use crate::editor::JourneyEdit;
use crate::model::id::{TileId, TriggerId};
use crate::model::journey::TileKind;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{t, t_with};
use crate::ui::later::Part;
use crate::ui::numbers;
use crate::ui::problems::inline::InlineProblemsOf;
use crate::ui::properties::mapping::{Mapped, MappingCard};
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Says, SaysWhole, Section, Unfold, wrong_at};
use crate::ui::properties::trigger_editor::ChosenTrigger;
use crate::ui::properties::trigger_picker::TriggerPicker;
use crate::ui::properties::used_in::UsedIn;
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

/// The settings of a Custom trigger tile.
#[component]
pub fn CustomTriggerPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let trigger = Signal::derive(move || {
        open.tile(tile, |tile| match tile.kind {
            TileKind::CustomTrigger { trigger, .. } => trigger,
            _ => None,
        })
    });
    let chosen = Watch::new(move |_| trigger.get());
    let site = open.site(Some(tile), Spot::Trigger(Holder::Own));
    let choose = move |id: TriggerId| {
        open.edit(JourneyEdit::SetRaised(tile, Some(id)));
    };
    view! {
        <Section title=Signal::derive(|| t("step-trigger"))>
            <p class="soft small">{move || t("step-trigger-about")}</p>
            <TriggerPicker
                value=trigger
                on_choose=choose
                invalid=wrong_at(open, site)
                test_id="trigger-picker"
            />
            <Says site/>
            <SaysWhole tile=Some(tile)/>
            <ChosenTrigger trigger/>
            <UsedIn trigger/>
            {move || {
                let part = Part::Reactions(chosen.get()?, open.id?, tile);
                let words = Signal::derive(|| t("reactions-title"));
                Some(view! { <Unfold words part test_id="reactions-open"/> }.into_any())
            }}
        </Section>
        {move || chosen.get().map(|trigger| view! { <Mappings tile trigger/> }.into_any())}
    }
}

/// One card for each attribute.
#[component]
fn Mappings(tile: TileId, trigger: TriggerId) -> impl IntoView {
    let (open, dialogs) = (Open::get(), Dialogs::get());
    let attributes = Watch::new(move |_| {
        open.store.read(|workspace| {
            let found = workspace.triggers.get(&trigger);
            found
                .map(|found| found.attributes.iter().map(|one| one.id).collect())
                .unwrap_or_default()
        })
    });
    let all = move || attributes.with(|all: &Vec<_>| all.len());
    let mapped = move || {
        open.tile(tile, |tile| match &tile.kind {
            TileKind::CustomTrigger { mappings, .. } => {
                attributes.with(|all| all.iter().filter(|one| mappings.contains_key(one)).count())
            }
            _ => 0,
        })
    };
    let detail = move || match all() {
        0 => String::new(),
        all => t_with(
            "mapped-of",
            [
                ("mapped", numbers::count(mapped() as u64).into()),
                ("total", numbers::count(all as u64).into()),
            ],
        ),
    };
    // Mappings of attributes that the trigger does not have have no card.
    let is_stale = move |site: Site| match site.spot {
        Spot::Mapping(attribute) => {
            let unknown = attributes.with(|all| !all.contains(&attribute));
            unknown && site == open.site(Some(tile), site.spot)
        }
        _ => false,
    };
    view! {
        <Section title=Signal::derive(|| t("step-map")) detail=Signal::derive(detail) test_id="mappings">
            {move || {
                (all() == 0).then(|| view! { <p class="soft small">{move || t("step-map-none")}</p> }.into_any())
            }}
            {move || {
                (mapped() < all()).then(|| {
                    view! {
                        <Button
                            label="map-all-open"
                            class="button button-small"
                            test_id="map-all-button"
                            on_click=move |()| dialogs.mapped.set(open.id.map(|id| (id, tile)))
                        />
                    }
                        .into_any()
                })
            }}
            <Rows
                each=move || attributes.get()
                children=move |attribute| view! { <MappingCard tile of=Mapped::Attribute(trigger, attribute)/> }
            />
            <InlineProblemsOf of=open.site(None, Spot::Whole).subject here=is_stale/>
            <p class="soft small">{move || t("binding-about")}</p>
            <MappingCard tile of=Mapped::Binding/>
        </Section>
    }
}
