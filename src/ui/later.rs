//! Panes and pages that are fetched when they are first opened. In a release build
//! their code stands in files of its own, so that the first picture does not wait
//! for what comes after it; in other builds it is there from the beginning.
//!
//! **Invariant:** a file is fetched once; what could not be fetched says so and can
//! be asked for again, and nothing that is open is lost over it.
//!
//! The builders in `build` are the only ways to the code of a part: what anything else
//! reaches for is part of the first file. The checker comes later, too: [`checker`].

#![allow(unsafe_code, reason = "a builder is linked by its name across two Wasm files")]

mod build;
mod speech;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::ClipboardEvent;

use crate::check::{self, Checker};
use crate::editor::keymap::Shortcut;
use crate::editor::{Reshape, Tiles};
use crate::layout::Point;
use crate::locale::Words;
use crate::model::change::Change;
use crate::model::id::{
    FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId, TileId, TriggerId,
};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;
use crate::model::zone;
use crate::ui::app::{App, Bench, bench};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::state::Canvas;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{lang, t};
use crate::ui::life::LifeStep;
use crate::ui::look;
use crate::ui::pages::bench::hook;
use crate::ui::run::Runs;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::widgets::button::Button;
use build::{build_page, do_act};
pub use speech::learn;
use speech::learn_words;

/// A part of the interface that comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the component of that name")]
pub enum Part {
    Several,
    Pasted,
    Menu,
    Journeys,
    Map,
    Bench(Bench),
    Versions(JourneyId),
    Life(JourneyId, LifeStep),
    Triggers(Option<TriggerId>),
    Flows(Option<FlowId>),
    Tables(Option<TableId>),
    Segments(Option<SegmentId>),
    Contacts,
    Behaviour(Option<ModelId>),
    Tests(Option<ScenarioId>),
    Settings,
    Checks(Option<check::Code>),
    Outline,
    Herald,
    Problems,
    Run,
    Results,
    Trace,
    Help,
    GoTo,
    Minimap,
    History,
    Reshape,
    MapAll(JourneyId, TileId),
    Picture(JourneyId),
    UsedIn(TriggerId),
    Reactions(TriggerId, JourneyId, TileId),
    Witness(JourneyId, TileId, Slot),
    Note(JourneyId, TileId),
    NoteInPlace,
    Ground,
    GroundNote(JourneyId, TileId),
}

/// The files that parts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    /// What measures the canvas: without the pages, whose room in memory would count.
    Measure,
    /// All other parts.
    Pages,
}

/// Something that is done by code that comes later.
#[derive(Clone)]
#[allow(missing_docs, reason = "each is the function of that name")]
#[allow(clippy::large_enum_variant, reason = "one is made by a click and used at once")]
pub enum Act {
    Run(Runs),
    ChooseJourney(Store),
    ExportJourney(Store, JourneyId),
    ExportWorkspace(Store),
    Reshape(Store, Dialogs, Reshape),
    Copy(Canvas, Option<ClipboardEvent>, bool),
    Paste(Canvas, Dialogs, Option<String>),
    Menu(Canvas, Flyout),
    Notes(Canvas, NoteAct),
    OpenBench(Bench, App),
}

/// What is asked of the notes on the ground.
#[derive(Debug, Clone)]
pub enum NoteAct {
    /// A new one by a tile.
    Begin(TileId),
    /// What a key asks for that is pressed on one.
    Key(TileId, Shortcut),
    /// They were dragged so far; whether copies of them.
    Lay(Tiles, Point, bool),
}

/// The ways into a file.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    pub build: fn(Part) -> AnyView,
    pub act: fn(Act, Toasts),
}

/// How far the fetching of a file is.
#[derive(Debug, Clone, Copy)]
enum Fetched {
    NotYet,
    UnderWay,
    Here(Code),
    Failed,
}

thread_local! {
    static MEASURE: ArcRwSignal<Fetched> = ArcRwSignal::new(Fetched::NotYet);
    static PAGES: ArcRwSignal<Fetched> = ArcRwSignal::new(Fetched::NotYet);
}

impl File {
    fn of(bench: Bench) -> Self {
        match bench {
            Bench::Canvas => Self::Measure,
            Bench::Engine => Self::Pages,
        }
    }

    fn state(self) -> ArcRwSignal<Fetched> {
        match self {
            Self::Measure => MEASURE.with(Clone::clone),
            Self::Pages => PAGES.with(Clone::clone),
        }
    }

    /// Fetches it unless it is here or under way.
    fn fetch(self) {
        let state = self.state();
        if matches!(state.get_untracked(), Fetched::Here(_) | Fetched::UnderWay) {
            return;
        }
        state.set(Fetched::UnderWay);
        // The first are fetched before Leptos can spawn anything.
        wasm_bindgen_futures::spawn_local(async move {
            state.set(self.code().await.map_or(Fetched::Failed, Fetched::Here))
        });
    }

    async fn code(self) -> Result<Code, NotFetched> {
        match self {
            Self::Measure => measure_code().await,
            Self::Pages => {
                let code = pages_code().await?;
                learn_words(untrack(lang), Words::Later).await?;
                Ok(code)
            }
        }
    }
}

/// Begins to fetch what the address asks for, while the words come. The page's head
/// names the same file where that is measured, so that it is under way already.
pub fn begin() {
    if let Some(bench) = bench() {
        File::of(bench).fetch();
    }
}

/// A part, as soon as its file is here.
pub fn later(part: Part) -> AnyView {
    let file = part.file();
    file.fetch();
    let state = file.state();
    (move || match state.get() {
        Fetched::Here(code) => (code.build)(part),
        Fetched::NotYet | Fetched::UnderWay => {
            view! { <p class="later" aria-busy="true">{t("later-under-way")}</p> }.into_any()
        }
        Fetched::Failed => view! {
            <div class="later" role="alert">
                <p>{t("later-failed")}</p>
                <Button label="later-again" on_click=move |()| file.fetch()/>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// Begins to fetch what [`act`] needs, before it is asked to do something.
pub fn prepare() {
    File::Pages.fetch();
}

/// Does something, as soon as its file is here; if it cannot be fetched, `toasts` say so.
pub fn act(act: Act, toasts: Toasts) {
    let file = match &act {
        Act::OpenBench(bench, _) => File::of(*bench),
        _ => File::Pages,
    };
    if let Fetched::Here(code) = file.state().get_untracked() {
        return (code.act)(act, toasts);
    }
    spawn_local(async move {
        match file.code().await {
            Ok(code) => (code.act)(act, toasts),
            Err(NotFetched) => toasts.say("later-failed", Vec::new()),
        }
    });
}

impl Part {
    fn file(self) -> File {
        match self {
            Self::Bench(bench) => File::of(bench),
            _ => File::Pages,
        }
    }
}

/// Has a checker look at what was changed in a workspace; for the first time, at
/// everything.
pub type Look = fn(&mut Option<Checker>, &Workspace, &Change);

/// The checker, and the data of time zones, which nothing but it needs for a journey in
/// UTC. A journey is there to be worked on before.
pub async fn checker() -> Result<Look, NotFetched> {
    checker_code().await
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(checker, fallible)]
fn checker_code() -> Result<Look, NotFetched> {
    zone::learn(zone::data());
    Ok(look)
}

#[cfg(not(feature = "split"))]
async fn checker_code() -> Result<Look, NotFetched> {
    zone::learn(zone::data());
    Ok(look)
}

fn look(checker: &mut Option<Checker>, workspace: &Workspace, change: &Change) {
    match checker {
        Some(checker) => checker.update(workspace, change),
        None => *checker = Some(Checker::new(workspace)),
    }
}

/// Why a file did not come; the browser's console has the cause.
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(measure, fallible)]
fn measure_code() -> Result<Code, NotFetched> {
    Ok(hook::CODE)
}

#[cfg(not(feature = "split"))]
async fn measure_code() -> Result<Code, NotFetched> {
    Ok(hook::CODE)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(pages, fallible)]
fn pages_code() -> Result<Code, NotFetched> {
    look::wear();
    Ok(Code { build: build_page, act: do_act })
}

#[cfg(not(feature = "split"))]
async fn pages_code() -> Result<Code, NotFetched> {
    look::wear();
    Ok(Code { build: build_page, act: do_act })
}
