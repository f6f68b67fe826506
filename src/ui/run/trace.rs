//! The Trace pane: the way of one contact, step by step, through the chain of
//! journeys, with the values that decided each step.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::{Command, Page, Selection};
use crate::engine::trace::{Placement, Step, Trace, What};
use crate::format::scenario::read_scenario;
use crate::format::trace::{trace_csv, write_trace};
use crate::model::collect;
use crate::model::workspace::Workspace;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::list::run_and_open;
use crate::ui::run::export::{ExportButtons, Form};
use crate::ui::run::results::NoRun;
use crate::ui::run::way;
use crate::ui::run::{Runs, Shown, figures};
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::store::Store;
use crate::ui::widgets::button::{Button, IconButton};

/// The pane.
#[component]
pub fn TracePane() -> impl IntoView {
    let runs = Runs::get();
    changing(move || match (runs.trace.get(), runs.workspace()) {
        (Some(shown), Some(workspace)) => view! { <TraceView shown workspace/> }.into_any(),
        (None, Some(_)) => view! { <NoTrace/> }.into_any(),
        (_, None) => view! { <NoRun/> }.into_any(),
    })
}

#[component]
fn NoTrace() -> impl IntoView {
    let drawer = Drawer::get();
    view! {
        <div class="empty">
            <p>{move || t("trace-none")}</p>
            <Button
                label="trace-choose"
                icon=IconName::Users
                on_click=move |()| drawer.show(DrawerTab::Results)
            />
        </div>
    }
}

#[component]
fn TraceView(
    /// The trace and its neighbours.
    shown: Shown,
    /// What was run.
    workspace: Arc<Workspace>,
) -> impl IntoView {
    let trace = shown.trace.clone();
    let steps = {
        let (trace, workspace) = (trace.clone(), workspace.clone());
        move || {
            let told = told(&trace);
            let steps = told.into_iter().map(|(index, since)| {
                let zone = zone_at(&trace, index, &workspace);
                step_view(&trace.steps[index], since, &zone, &workspace)
            });
            steps.collect_view()
        }
    };
    let nothing = trace
        .steps
        .is_empty()
        .then(|| view! { <p class="empty">{move || t("trace-empty")}</p> }.into_any());
    view! {
        <div class="trace" data-testid="trace">
            <TraceHead shown workspace/>
            {nothing}
            <ol class="way">{steps}</ol>
        </div>
    }
}

/// The steps that are shown, with the time since the step before, in milliseconds.
/// That an instance came to a tile goes without saying when the next step says what
/// it did there.
fn told(trace: &Trace) -> Vec<(usize, i64)> {
    let mut told = Vec::new();
    let mut before = None;
    for (index, step) in trace.steps.iter().enumerate() {
        let next = trace.steps.get(index + 1);
        let said = next.is_some_and(|next| next.place == step.place && next.at == step.at);
        if step.what == What::Arrived && said {
            continue;
        }
        told.push((index, before.map_or(0, |before: i64| step.at.0 - before)));
        before = Some(step.at.0);
    }
    told
}

/// The time zone in which a step is shown: that of its journey, or of the next
/// journey that has to do with it.
fn zone_at(trace: &Trace, index: usize, workspace: &Workspace) -> String {
    let placed = trace.steps[index..].iter().chain(&trace.steps).find_map(|step| step.place);
    let journey = placed.and_then(|place| workspace.journeys.get(&place.instance.journey));
    journey.map_or_else(|| "UTC".to_owned(), |journey| journey.time_zone.clone())
}

/// Whose way it is, the neighbours, and the ways to keep it.
#[component]
fn TraceHead(
    /// The trace and its neighbours.
    shown: Shown,
    /// What was run.
    workspace: Arc<Workspace>,
) -> impl IntoView {
    let runs = Runs::get();
    let Shown { trace, kept, previous, next, .. } = shown;
    let mut zones: Vec<String> =
        (0..trace.steps.len()).map(|index| zone_at(&trace, index, &workspace)).collect();
    collect::sort(&mut zones, Ord::cmp);
    zones.dedup();
    let zones = zones.join(", ");
    let name = trace.contact.clone();
    let trace = StoredValue::new(trace);
    let content = move |form| {
        trace.with_value(|trace| {
            let text = match form {
                Form::Csv => trace_csv(trace),
                Form::Json => write_trace(trace),
            };
            (format!("{} trace", trace.contact), text)
        })
    };
    view! {
        <div class="trace-head">
            <Neighbour id="trace-previous" icon=IconName::ChevronLeft contact=previous/>
            <h3 data-testid="trace-contact">{name}</h3>
            <Neighbour id="trace-next" icon=IconName::ChevronRight contact=next/>
            <span class="soft small">
                {move || t_with("trace-zone", [("zone", zones.clone().into())])}
            </span>
            {move || {
                runs.is_stale().then(|| view! { <span class="pill">{t("trace-stale")}</span> }.into_any())
            }}
            <span class="results-space"></span>
            <KeepButton kept/>
            <ExportButtons what="trace" content=Callback::new(content)/>
        </div>
    }
}

/// Makes a test scenario of the contact, what it did and what became of it.
#[component]
fn KeepButton(
    /// The scenario, as its file.
    kept: String,
) -> impl IntoView {
    let store = Store::get();
    let keep = move |()| {
        let Some(scenario) = read_scenario(&kept) else { return };
        run_and_open(store, Command::AddScenario(Box::new(scenario)));
    };
    view! {
        <Button
            label="keep-as-test"
            class="button button-small"
            icon=IconName::CircleCheck
            test_id="keep-as-test"
            on_click=keep
        />
    }
}

#[component]
fn Neighbour(
    /// Its words, and what tests call it.
    id: &'static str,
    /// Its sign.
    icon: IconName,
    /// The contact there, if there is one.
    contact: Option<u32>,
) -> impl IntoView {
    let runs = Runs::get();
    view! {
        <IconButton
            icon
            label=id
            class="button button-small button-icon"
            test_id=id
            enabled=Signal::stored(contact.is_some())
            on_click=move |()| {
                if let Some(contact) = contact {
                    runs.trace_of(contact);
                }
            }
        />
    }
}

/// One step of the way, and the time before it in milliseconds.
fn step_view(step: &Step, since: i64, zone: &str, workspace: &Workspace) -> AnyView {
    let store = Store::get();
    let number = step.place.map_or(0, |place| place.instance.number);
    let depth = number.min(5);
    let gap = (since > 0).then(|| {
        view! { <li class="way-gap small numeric">{format!("+ {}", numbers::span(since))}</li> }
            .into_any()
    });
    let place = step.place.map(|place| {
        let names = place_names(workspace, place);
        let go = move |()| open(store, place);
        view! {
            <Button label=names.0 class="link way-place" on_click=go/>
            <span class="soft small">{names.1}</span>
        }
    });
    view! {
        {gap}
        <li
            class="way-step"
            data-testid="trace-step"
            data-what=way::name(&step.what)
            data-instance=(number % 4).to_string()
        >
            <time class="way-time small numeric soft">{numbers::date_time(step.at, zone)}</time>
            <span class="way-dot" style:margin-inline-start=format!("{}px", depth * 20)><Icon name=way::icon(&step.what)/></span>
            <div class="way-body">
                <p class="way-words">
                    <strong>{way::words(workspace, step, zone)}</strong>
                    {place}
                </p>
                {way::details(workspace, step, zone)}
            </div>
        </li>
    }
    .into_any()
}

/// The title of the tile; the journey, with the number of the instance.
fn place_names(workspace: &Workspace, place: Placement) -> (String, String) {
    let journey = figures::journey_name(workspace, place.instance.journey);
    let args = [
        ("journey", journey.into()),
        ("number", numbers::count(place.instance.number.into()).into()),
    ];
    (figures::tile_name(workspace, place.tile), t_with("trace-in", args))
}

/// Opens the journey and selects the tile, as far as they still exist.
fn open(store: Store, place: Placement) {
    let journey = place.instance.journey;
    let found = store.peek(|workspace| {
        let journey = workspace.journeys.get(&journey)?;
        Some(if journey.entry.id == place.tile {
            Selection::Entry
        } else if journey.tile(place.tile).is_some() {
            Selection::tile(place.tile)
        } else {
            Selection::Journey
        })
    });
    match found {
        Some(selection) => store.open_tile(journey, selection),
        None => store.open(Page::Journeys),
    }
}
