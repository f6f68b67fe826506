//! The list of journeys: what starts each, what it raises, and its state.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::summary::segment_names;
use crate::editor::{Command, Page};
use crate::model::id::{JourneyId, TriggerId};
use crate::model::journey::{Journey, JourneyState, TileKind};
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::pages::row_menu::RowMenu;
use crate::ui::rows::Rows;
use crate::ui::run::Runs;
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::{Question, Questions};
use crate::ui::widgets::flyout::window_size;
use crate::ui::widgets::menu::MenuItem;
use crate::ui::words::version_name;

/// In a window that is no wider panes stand one below the other, in CSS px, as in `access.css`.
const NARROW: f64 = 720.0;

/// Adds a journey, which somebody then gives a name of its own.
pub fn add(store: Store) {
    // Where the settings stand below the canvas, they would take it out of sight.
    store.to_name.set(window_size().0 > NARROW);
    store.run(Command::AddJourney(untrack(|| t("new-journey-name"))));
}

/// The page.
#[component]
pub fn JourneysPage() -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(|w| w.journeys.keys().copied().collect::<Vec<_>>()));
    let add = move |()| add(store);
    view! {
        <div class="page">
            <div class="page-body">
                <header class="page-head">
                    <h1>{move || t("journeys")}</h1>
                    <Button
                        label="new-journey"
                        class="button button-primary"
                        icon=IconName::Plus
                        test_id="new-journey"
                        on_click=add
                    />
                </header>
                {move || {
                    if ids.get().is_empty() {
                        view! {
                            <div class="empty">
                                <p>{move || t("journeys-empty")}</p>
                            </div>
                        }
                            .into_any()
                    } else {
                        view! { <Table ids/> }.into_any()
                    }
                }}
            </div>
        </div>
    }
}

#[component]
fn Table(ids: Watch<Vec<JourneyId>>) -> impl IntoView {
    view! {
        <div class="table-frame">
            <table class="table">
                <thead>
                    <tr>
                        <th>{move || t("name")}</th>
                        <th>{move || t("state")}</th>
                        <th>{move || t("starts-with")}</th>
                        <th>{move || t("raises")}</th>
                        <th class="right">{move || t("tiles")}</th>
                        <th class="right">{move || t("entered")}</th>
                        <th>
                            <span class="sr-only">{move || t("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=move || ids.get() let:id>
                        <Row id/>
                    </Rows>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(id: JourneyId) -> impl IntoView {
    let (store, runs) = (Store::get(), Runs::get());
    let journey = Watch::new(move |_| store.journey(id));
    let with =
        move |read: fn(&Journey) -> String| journey.get().map(|j| read(&j)).unwrap_or_default();
    let name = move || {
        let name = with(|journey| journey.name.clone());
        if name.trim().is_empty() { t("nameless") } else { name }
    };
    let state = Signal::derive(move || journey.get().map_or(JourneyState::Draft, |j| j.state));
    let starts = move || {
        let Some(journey) = journey.get() else { return String::new() };
        match journey.entry.trigger() {
            Some(trigger) => names(store, vec![trigger]),
            None => store.read(|w| segment_names(w, journey.entry.segments()).join(", ")),
        }
    };
    let raises = move || names(store, journey.get().map(|j| raised(&j)).unwrap_or_default());
    let tiles = move || {
        let count = journey.get().map_or(0, |journey| journey.all_tiles().len() + 1);
        numbers::count(count as u64)
    };
    let entered = move || {
        let report = runs.report()?;
        report.journeys.get(&id).map(|counts| numbers::count(counts.entered))
    };
    view! {
        <tr>
            <td>
                <Button
                    label=Signal::derive(name)
                    class="link"
                    on_click=move |()| store.open(Page::Journey(id))
                />
                {move || {
                    let number = journey.get().map_or(1, |journey| journey.version.number);
                    (number > 1)
                        .then(|| view! { <span class="soft">" "{version_name(number)}</span> }.into_any())
                }}
            </td>
            <td>
                <JourneyStateView state/>
            </td>
            <td>{move || starts()}</td>
            <td>{move || raises()}</td>
            <td class="right numeric">{move || tiles()}</td>
            <td class="right numeric">{move || entered()}</td>
            <td class="right">
                <Actions id/>
            </td>
        </tr>
    }
}

/// What can be done with a journey as a whole.
#[component]
fn Actions(id: JourneyId) -> impl IntoView {
    let (store, questions) = (Store::get(), Questions::get());
    let name =
        move || store.peek(|w| w.journeys.get(&id).map(|j| j.name.clone()).unwrap_or_default());
    let draft =
        move || store.peek(|w| w.journeys.get(&id).is_some_and(|j| j.state == JourneyState::Draft));
    let delete = Callback::new(move |()| {
        let delete = Callback::new(move |()| drop(store.run(Command::DeleteJourney(id))));
        let empty = store.peek(|w| w.journeys.get(&id).is_none_or(|j| j.tiles.is_empty()));
        if empty {
            delete.run(());
            return;
        }
        questions.ask(Question {
            title: t_with("delete-journey-title", [("name", name().into())]),
            body: t("delete-journey-body"),
            action: t("delete"),
            run: delete,
        });
    });
    let toasts = Toasts::get();
    let items = move |()| {
        let item = MenuItem::plain;
        let duplicate = Callback::new(move |()| drop(store.run(Command::DuplicateJourney(id))));
        let versions = Callback::new(move |()| store.open(Page::Versions(id)));
        let export = Callback::new(move |()| transfer::export_journey(store, toasts, id));
        vec![
            item("duplicate", IconName::Copy, true, duplicate),
            item("versions-show", IconName::List, true, versions),
            item("export", IconName::Download, true, export),
            item("delete", IconName::Trash2, draft(), delete),
        ]
    };
    view! { <RowMenu name=Signal::derive(name) items=Callback::new(items)/> }
}

/// The triggers that a journey raises, each once.
fn raised(journey: &Arc<Journey>) -> Vec<TriggerId> {
    let mut found: Vec<TriggerId> = Vec::new();
    for tile in journey.all_tiles() {
        if let TileKind::CustomTrigger { trigger: Some(id), .. } = tile.kind
            && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

fn names(store: Store, triggers: Vec<TriggerId>) -> String {
    let name = |workspace: &Workspace, id| workspace.triggers.get(id).map(|t| t.name.clone());
    store.read(|w| triggers.iter().filter_map(|id| name(w, id)).collect::<Vec<_>>().join(", "))
}
