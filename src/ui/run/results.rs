//! The Results pane: the figures of the last run, and the contacts behind them.

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::editor::Page;
use crate::engine::report::Report;
use crate::format::cloud_events;
use crate::format::report::{report_csv, write_report};
use crate::model::journey::Journey;
use crate::model::workspace::Workspace;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::run::contacts::ContactListView;
use crate::ui::run::export::{ExportButtons, Form};
use crate::ui::run::figures::{self, Figure};
use crate::ui::run::spreads::spreads;
use crate::ui::run::state::RunStateView;
use crate::ui::run::tables::{flow_table, journey_table, tile_table, trigger_table};
use crate::ui::run::turns::in_turns;
use crate::ui::run::{LastRun, Runs};
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;
use crate::web::files;

/// The pane.
#[component]
pub fn ResultsPane() -> impl IntoView {
    let runs = Runs::get();
    // The counts on the tiles are drawn first, in a turn of their own.
    let last = RwSignal::new(runs.last.get_untracked());
    Effect::new(move |known: Option<()>| {
        let new = runs.last.get();
        if known.is_some() {
            Timeout::new(0, move || drop(last.try_set(new))).forget();
        }
    });
    changing(move || match last.get() {
        None => view! { <NoRun/> }.into_any(),
        Some(last) => view! { <Results last/> }.into_any(),
    })
}

/// What to do to get results.
#[component]
pub fn NoRun() -> impl IntoView {
    view! {
        <div class="empty" data-testid="no-run">
            <p>{move || t("run-none")}</p>
            <RunStateView/>
        </div>
    }
}

#[component]
fn Results(
    /// What is shown.
    last: LastRun,
) -> impl IntoView {
    let LastRun { report, workspace, .. } = last;
    let ran_any = !report.tiles.is_empty();
    let ran: Vec<Arc<Journey>> = workspace.journeys.values().cloned().collect();
    let tables = {
        let (report, workspace) = (report.clone(), workspace.clone());
        changing(move || {
            let flows = (!report.flows.is_empty()).then(|| flow_table(&report, &workspace));
            let journeys = journey_table(&report, &workspace);
            view! { {journeys} {trigger_table(&report, &workspace)} {flows} }.into_any()
        })
    };
    let tiles = {
        let (report, workspace) = (report.clone(), workspace.clone());
        in_turns(ran.clone(), move |journey| {
            let ran = report.tiles.contains_key(&journey.entry.id);
            ran.then(|| tile_table(&report, &workspace, journey)).into_any()
        })
    };
    let spreads = {
        let (report, workspace) = (report.clone(), workspace.clone());
        in_turns(ran, move |journey| spreads(&report, &workspace, journey))
    };
    view! {
        <div class="results">
            <div class="results-main" data-testid="results" tabindex="0">
                <Head report=report.clone() workspace=workspace.clone()/>
                <Loops report=report.clone() workspace=workspace.clone()/>
                {why_nothing(&report)}
                <div class="results-tables">{tables}</div>
                {ran_any.then(|| view! { <h3 class="results-title">{move || t("results-tiles")}</h3> }.into_any())}
                <div class="results-tables">{tiles}</div>
                {ran_any.then(|| view! { <h3 class="results-title">{move || t("results-spreads")}</h3> }.into_any())}
                {spreads}
            </div>
            <ContactListView/>
        </div>
    }
}

/// What was missing for anything to happen, and the way to add it.
fn why_nothing(report: &Report) -> AnyView {
    let (drawer, store) = (Drawer::get(), Store::get());
    let add = Callback::new(move |()| store.open(Page::Contacts));
    let choose = Callback::new(move |()| drawer.show(DrawerTab::Run));
    let missing = [
        (report.contacts == 0).then_some(("run-empty", "contacts", add)),
        report.tiles.is_empty().then_some(("run-no-journey", "run-journeys", choose)),
    ];
    let notes = missing.into_iter().flatten().map(|(words, label, go)| {
        view! {
            <p class="note note-info results-none" data-testid=words>
                <Icon name=IconName::Info/>
                <span>{move || t(words)}</span>
                <Button label class="link small" on_click=go/>
            </p>
        }
        .into_any()
    });
    notes.collect_view().into_any()
}

/// How the run went, and the ways to keep what it gave.
#[component]
fn Head(
    /// The counts.
    report: Arc<Report>,
    /// What was run.
    workspace: Arc<Workspace>,
) -> impl IntoView {
    let runs = Runs::get();
    let contacts = report.contacts;
    let notes = [
        ("run-events-outside", report.events_outside, "result-run-outside"),
        ("run-interactions-unsent", report.interactions_unsent, "result-run-unsent"),
        ("run-cut", report.cut, "result-run-cut"),
    ];
    let name = workspace.settings.name.clone();
    let toasts = Toasts::get();
    Effect::new(move |_| {
        let Some(events) = runs.exported.get() else { return };
        runs.exported.set(None);
        let lines = events.iter().flat_map(|(_, lines)| lines).map(String::as_str);
        let file = files::name_for(&name, cloud_events::ENDING);
        transfer::save(toasts, &file, cloud_events::MEDIA_TYPE, &cloud_events::batch(lines));
    });
    let kept = StoredValue::new((report, workspace));
    let content = move |form| {
        kept.with_value(|(report, workspace)| {
            let text = match form {
                Form::Csv => report_csv(report, workspace),
                Form::Json => write_report(report),
            };
            (format!("{} report", workspace.settings.name), text)
        })
    };
    view! {
        <div class="results-head">
            <RunStateView/>
            {move || {
                runs.is_stale()
                    .then(|| {
                        view! {
                            <span class="note note-warning results-stale" data-testid="run-stale">
                                <Icon name=IconName::TriangleAlert/>
                                {t("run-stale")}
                            </span>
                        }
                            .into_any()
                    })
            }}
            <span class="results-space"></span>
            <span class="soft small">
                <Figure value=contacts test_id="result-run-contacts".into()/>
                " "
                {move || t_with("run-contacts", [("count", contacts_number(contacts).into())])}
            </span>
            {notes
                .into_iter()
                .filter(|(_, count, _)| *count > 0)
                .map(|(words, count, test_id)| {
                    let args = move || [
                        ("count", contacts_number(count).into()),
                        ("n", numbers::count(count).into()),
                    ];
                    view! {
                        <span class="soft small" data-testid=test_id>{move || t_with(words, args())}</span>
                    }
                        .into_any()
                })
                .collect_view()}
            <ExportButtons what="report" content=Callback::new(content)/>
            <Button
                label="cloud-export"
                class="button button-small"
                icon=IconName::Download
                test_id="export-cloud-events"
                on_click=move |()| runs.export_cloud_events()
            />
        </div>
    }
}

fn contacts_number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Chains of activations that were cut (rule A7).
#[component]
fn Loops(
    /// The counts.
    report: Arc<Report>,
    /// What was run.
    workspace: Arc<Workspace>,
) -> impl IntoView {
    changing(move || {
        let lines = report.loops.iter().map(|(tiles, &cut)| {
            let names = tiles.iter().map(|tile| figures::tile_name(&workspace, *tile));
            let names = names.collect::<Vec<_>>().join(" → ");
            let args = [
                ("count", contacts_number(cut).into()),
                ("n", numbers::count(cut).into()),
                ("tiles", names.into()),
            ];
            view! {
                <p class="note note-warning" data-testid="run-loop">
                    <Icon name=IconName::RotateCw/>
                    {t_with("run-loop", args)}
                </p>
            }
            .into_any()
        });
        lines.collect_view()
    })
}
