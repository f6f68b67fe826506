//! Mapping all attributes of a tile in one step: by name and type, or as another tile
//! does. What would be mapped is shown first.

use leptos::prelude::*;

use crate::check::propose::{Proposal, as_in, by_name, like};
use crate::check::{Described, Label, describe};
use crate::editor::{Command, JourneyEdit};
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Journey, Mapping, TileKind};
use crate::model::workspace::Workspace;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Field, Select};
use crate::ui::widgets::modal::{Answer, Modal};
use crate::ui::widgets::type_input;
use crate::ui::words::{journey_name, title_of};

/// The open dialog.
#[component]
pub fn MapAllDialog(
    /// The journey.
    journey: JourneyId,
    /// The Custom trigger tile.
    tile: TileId,
) -> impl IntoView {
    let (store, dialogs) = (Store::get(), Dialogs::get());
    let close = Callback::new(move |()| dialogs.mapped.set(None));
    let others = store.peek(|workspace| others(workspace, journey, tile));
    let way = RwSignal::new(String::new());
    let proposed = {
        let others = others.clone();
        Watch::new(move |_| {
            let other =
                way.with(|key| others.iter().find(|other| key_of(**other) == *key).copied());
            store.read(|workspace| propose(workspace, journey, tile, other))
        })
    };
    let options = move || {
        let named = others.iter().map(|&other| (key_of(other), other_words(store, other)));
        std::iter::once((String::new(), t("map-all-by-name"))).chain(named).collect::<Vec<_>>()
    };
    let count = move || proposed.with(Vec::len);
    let words = move || {
        let args = [("count", count().into()), ("n", numbers::count(count() as u64).into())];
        t_with("map-all-do", args)
    };
    let make = Callback::new(move |()| {
        let edit = JourneyEdit::SetMappings(tile, proposed.get_untracked());
        store.run(Command::Journey(journey, edit));
    });
    view! {
        <Modal label=Signal::derive(|| t("map-all")) class="dialog-wide" test_id="map-all-dialog" close>
                <h2>{move || t("map-all")}</h2>
                <Field label=Signal::derive(|| t("map-all-way"))>
                    <Select
                        label=Signal::derive(|| t("map-all-way"))
                        value=way
                        options=Signal::derive(options)
                        on_choose=move |key| way.set(key)
                        test_id="map-all-way"
                    />
                </Field>
                <ul class="reshape-places" data-testid="map-all-list" tabindex="0">
                    {move || {
                        proposed
                            .get()
                            .into_iter()
                            .map(|proposal| view! { <Line journey tile proposal/> }.into_any())
                            .collect_view()
                    }}
                    {move || {
                        (count() == 0)
                            .then(|| view! { <li class="soft small">{move || t("map-all-none")}</li> }.into_any())
                    }}
                </ul>
                <p class="soft small">{move || t("map-all-about")}</p>
                <Answer
                    action=Signal::derive(words)
                    enabled=Signal::derive(move || count() > 0)
                    test_id="map-all-do"
                    run=make
                    close
                />
        </Modal>
    }
}

/// An attribute and what it would be mapped to.
#[component]
fn Line(journey: JourneyId, tile: TileId, proposal: Proposal) -> impl IntoView {
    let store = Store::get();
    let (id, mapping) = proposal;
    let attribute = store.peek(|workspace| {
        let trigger = raised(workspace.journeys.get(&journey)?, tile)?;
        workspace.attribute_of(trigger, id).ok().cloned()
    });
    let icon = attribute.as_ref().map(|found| type_input::icon(&found.ty));
    let name = attribute.map(|found| found.name).unwrap_or_default();
    let words = move || match &mapping {
        Mapping::Fixed(text) => t_with("mapping-fixed", [("value", text.clone().into())]),
        Mapping::Attribute(source) => store.read(|workspace| {
            let found = workspace.journeys.get(&journey);
            let found = found.and_then(|found| describe(workspace, found, None, *source).ok());
            found.map(|found| source_words(&found)).unwrap_or_default()
        }),
    };
    view! {
        <li class="reshape-line">
            <Icon name=icon.unwrap_or(IconName::CaseSensitive)/>
            <div>
                <strong>{name}</strong>
                " ← "
                <span>{words}</span>
            </div>
        </li>
    }
}

fn source_words(found: &Described) -> String {
    let words = |label: &Label| match label {
        Label::Text(text) => text.clone(),
        Label::Term(id) => t(id),
    };
    format!("{} › {}", words(&found.group_label), words(&found.label))
}

fn propose(
    workspace: &Workspace,
    journey: JourneyId,
    tile: TileId,
    other: Option<(JourneyId, TileId)>,
) -> Vec<Proposal> {
    let Some(journey) = workspace.journeys.get(&journey) else { return Vec::new() };
    match other {
        Some(other) => as_in(workspace, journey, tile, other),
        None => by_name(workspace, journey, tile),
    }
}

/// The tiles whose mappings can be taken over.
fn others(workspace: &Workspace, journey: JourneyId, tile: TileId) -> Vec<(JourneyId, TileId)> {
    let trigger = workspace.journeys.get(&journey).and_then(|journey| raised(journey, tile));
    let trigger = trigger.and_then(|id| workspace.triggers.get(&id));
    trigger.map(|trigger| like(workspace, tile, trigger)).unwrap_or_default()
}

fn raised(journey: &Journey, tile: TileId) -> Option<crate::model::id::TriggerId> {
    match journey.tile(tile)?.kind {
        TileKind::CustomTrigger { trigger, .. } => trigger,
        _ => None,
    }
}

fn key_of((journey, tile): (JourneyId, TileId)) -> String {
    format!("{journey} {tile}")
}

fn other_words(store: Store, (journey, tile): (JourneyId, TileId)) -> String {
    store.read(|workspace| {
        let Some(found) = workspace.journeys.get(&journey) else { return String::new() };
        t_with(
            "map-all-as-in",
            [
                ("journey", journey_name(workspace, found).into()),
                ("tile", title_of(workspace, found, tile).into()),
            ],
        )
    })
}
