//! The app's own figures for Workload S: the address ends in `?bench=engine`, or in
//! `?bench=engine&contacts=100000`. bench/README.md describes the workload.
//!
//! What is measured is what people use: the workers, the counts on the tiles and the
//! results below them. Only the files are made up, not chosen.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::editor::{Page, Session};
use crate::examples::workload::{
    EVENTS_HEADER, HEADER, Lines, REPORT_10000, WORKSPACE, push_events,
};
use crate::format::report::write_report;
use crate::model::id::JourneyId;
use crate::ui::app::App;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::bench::hook::frame;
use crate::ui::pages::bench::long_tasks::LongTasks;
use crate::ui::run::{RunState, Runs};
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::widgets::modal::Modal;
use crate::web::files::{FileError, Parts};
use crate::web::simulation::Source;

/// Where the workspace is stored: measuring again overwrites it.
const KEY: &str = "bench-engine";
/// What the address ends in.
const ADDRESS: &str = "?bench=engine";
/// The first journey of the workload.
const JOURNEY: JourneyId = JourneyId(41);
/// So many contacts have to come out as expected.
const EXACT: u32 = 10_000;
/// Each run is done so often; of all but the first, the best is told.
const TRIES: u32 = 6;
/// So many contacts are made up in one go.
const TURN: u32 = 10_000;

/// Opens the workload.
pub fn open(app: App) {
    if let Ok(workspace) = crate::format::read(WORKSPACE.as_bytes()) {
        let session = Session { page: Page::Journey(JOURNEY), ..Session::default() };
        app.open_as(KEY.into(), workspace, session);
    }
}

/// What was measured with so many workers.
#[derive(Clone, Copy, Default)]
struct Measured {
    workers: u32,
    /// All in milliseconds: to read the files, from the press of Run to the picture with
    /// the counts for the first time and at best, and the longest task meanwhile.
    reading: f64,
    first: f64,
    best: f64,
    longest: Option<f64>,
    /// What the workers take, in bytes.
    memory: f64,
}

#[derive(Clone)]
struct All {
    contacts: u32,
    measured: Vec<Measured>,
    /// Whether all counts are as expected.
    exact: bool,
}

/// Measures, and shows what came of it.
#[component]
pub fn Figures() -> impl IntoView {
    let (runs, drawer) = (Runs::get(), Drawer::get());
    let all = RwSignal::new(None::<All>);
    spawn_local(async move {
        drawer.show(DrawerTab::Run);
        let found = search().split_once("contacts=").and_then(|(_, count)| count.parse().ok());
        if let Ok(measured) = measure(runs, found.unwrap_or(1_000_000)).await {
            all.set(Some(measured));
        }
    });
    move || {
        all.get().map(|all| {
            view! {
                <Modal
                    label=Signal::derive(|| t("bench-title"))
                    class="dialog-wide"
                    test_id="bench-figures"
                    close=Callback::new(|()| ())
                >
                    <h2>{move || t("bench-title")}</h2>
                    {changing(move || table(&all))}
                </Modal>
            }
            .into_any()
        })
    }
}

fn table(all: &All) -> AnyView {
    let millis = |millis: f64| numbers::count(millis.round() as u64);
    let line = |id: &'static str, figure: &dyn Fn(&Measured) -> Option<f64>| {
        let figures = all.measured.iter().map(|measured| {
            let figure = figure(measured);
            let test_id = format!("{id}-{}", measured.workers);
            let value = figure.map(|figure| figure.round().to_string());
            view! {
                <td class="numeric" data-testid=test_id data-value=value>
                    {figure.map_or_else(|| "–".to_owned(), millis)}
                </td>
            }
            .into_any()
        });
        view! { <tr><th scope="row">{t(id)}</th> {figures.collect_view()}</tr> }.into_any()
    };
    let workers = all.measured.iter().map(|measured| {
        let args = [("count", i64::from(measured.workers).into())];
        view! { <th scope="col" class="numeric">{t_with("bench-workers", args)}</th> }.into_any()
    });
    let contacts = [("n", numbers::count(all.contacts.into()).into())];
    let exact = if all.exact { "bench-exact" } else { "bench-not-exact" };
    view! {
        <p data-testid="bench-exact" data-exact=all.exact.to_string()>{t(exact)}</p>
        <table class="figures">
            <thead>
                <tr><th scope="col">{t_with("bench-contacts", contacts)}</th> {workers.collect_view()}</tr>
            </thead>
            <tbody>
                {line("bench-reading", &|it| Some(it.reading))}
                {line("bench-first", &|it| Some(it.first))}
                {line("bench-best", &|it| Some(it.best))}
                {line("bench-longest", &|it| it.longest)}
                {line("bench-memory", &|it| Some(it.memory / 1e6))}
            </tbody>
        </table>
    }
    .into_any()
}

/// Why there are no figures: the Run pane says it.
struct Failed;

impl From<FileError> for Failed {
    fn from(_: FileError) -> Self {
        Self
    }
}

async fn measure(runs: Runs, contacts: u32) -> Result<All, Failed> {
    take(runs, EXACT).await?;
    run(runs).await?;
    let report = |runs: Runs| untrack(|| runs.report()).map(|report| write_report(&report));
    let mut exact = report(runs).is_some_and(|report| report.trim_end() == REPORT_10000.trim_end());
    take(runs, contacts).await?;
    let mut reports = Vec::new();
    let mut measured = Vec::new();
    for workers in [1, 2] {
        ask_for_workers(workers);
        // Those that are there know the data already.
        runs.cancel();
        let tasks = LongTasks::listen();
        let start = now();
        runs.load();
        until(runs, |state| *state == RunState::Idle).await?;
        let reading = now() - start;
        let mut times = Vec::new();
        for _ in 0..TRIES {
            times.push(run(runs).await?);
            reports.push(report(runs));
        }
        // What is drawn later has its turn, and long tasks are told after they are over.
        TimeoutFuture::new(300).await;
        measured.push(Measured {
            workers,
            reading,
            first: times[0],
            best: times[1..].iter().copied().fold(f64::INFINITY, f64::min),
            longest: tasks.map(|tasks| tasks.longest()),
            memory: runs.loaded.with_untracked(|it| it.as_ref().map_or(0.0, |it| it.memory)),
        });
    }
    exact &= reports.iter().all(|report| report.is_some() && *report == reports[0]);
    Ok(All { contacts, measured, exact })
}

/// From the press of Run to the picture with the counts, in milliseconds.
async fn run(runs: Runs) -> Result<f64, Failed> {
    let start = now();
    runs.start();
    until(runs, |state| matches!(state, RunState::Done { .. })).await?;
    frame().await;
    Ok(now() - start)
}

/// Waits until the run is so far.
async fn until(runs: Runs, is_there: impl Fn(&RunState) -> bool) -> Result<(), Failed> {
    loop {
        TimeoutFuture::new(1).await;
        let state = untrack(|| runs.state());
        if is_there(&state) {
            return Ok(());
        }
        // Between reading and running it is idle.
        if !state.is_busy() && state != RunState::Idle {
            return Err(Failed);
        }
    }
}

/// Makes the files of so many contacts up.
async fn take(runs: Runs, contacts: u32) -> Result<(), Failed> {
    let (mut lines, mut people, mut events) = (Lines::new(), Parts::new(), Parts::new());
    people.push(HEADER)?;
    events.push(EVENTS_HEADER)?;
    for start in (0..contacts).step_by(TURN as usize) {
        let (mut some, mut theirs) = (String::new(), String::new());
        (start..contacts.min(start + TURN)).for_each(|_| lines.push(&mut some));
        push_events(&some, &mut theirs);
        people.push(&some)?;
        events.push(&theirs)?;
        TimeoutFuture::new(0).await;
    }
    let file = |parts: Parts, name: &str| -> Result<File, FileError> { parts.file(name) };
    runs.files.take(Source::Contacts, file(people, "contacts.csv")?);
    runs.files.take(Source::Events, file(events, "events.csv")?);
    Ok(())
}

/// Lets the address ask for so many workers.
fn ask_for_workers(workers: u32) {
    let address = format!("{ADDRESS}&workers={workers}");
    if let Ok(history) = window().history() {
        // Where it is refused, the same number is measured twice.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
