//! Panes and pages that are fetched when they are first opened. In a release build
//! their code stands in files of its own, so that the first picture does not wait
//! for what comes after it; in other builds it is there from the beginning.
//!
//! **Invariant:** a file is fetched once; what could not be fetched says so and can
//! be asked for again, and nothing that is open is lost over it.
//!
//! The builders below are the only ways to the code of a part: what anything else
//! reaches for is part of the first file.

#![allow(unsafe_code, reason = "a builder is linked by its name across two Wasm files")]

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::ClipboardEvent;

use crate::check;
use crate::editor::Reshape;
use crate::locale::{Lang, Words};
use crate::model::id::{
    FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId, TileId, TriggerId,
};
use crate::model::tree::Slot;
use crate::ui::app::{App, is_bench, key_of_address};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::state::Canvas;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{lang, t};
use crate::ui::life::LifeStep;
use crate::ui::look;
use crate::ui::pages::behaviour::BehaviourPage;
use crate::ui::pages::bench;
use crate::ui::pages::checks::ChecksPage;
use crate::ui::pages::clipboard::{self, PastedDialog};
use crate::ui::pages::contacts::ContactsPage;
use crate::ui::pages::flows::FlowsPage;
use crate::ui::pages::go_to::GoTo;
use crate::ui::pages::history::HistoryList;
use crate::ui::pages::journeys::JourneysPage;
use crate::ui::pages::life::LifeDialog;
use crate::ui::pages::map::MapPage;
use crate::ui::pages::map_all::MapAllDialog;
use crate::ui::pages::menus::ContextMenu;
use crate::ui::pages::minimap::Minimap;
use crate::ui::pages::note::{NoteFields, NoteFlyout};
use crate::ui::pages::outline::OutlinePane;
use crate::ui::pages::picture::PictureDialog;
use crate::ui::pages::reshape::{self, ReshapeDialog};
use crate::ui::pages::segments::SegmentsPage;
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::several::SeveralPane;
use crate::ui::pages::tables::TablesPage;
use crate::ui::pages::tests::TestsPage;
use crate::ui::pages::triggers::TriggersPage;
use crate::ui::pages::versions::VersionsPage;
use crate::ui::pages::wires::reactions::ReactionList;
use crate::ui::pages::wires::used_in::UsedInTables;
use crate::ui::pages::witness::WitnessList;
use crate::ui::problems::ProblemsPane;
use crate::ui::properties::PropertiesPane;
use crate::ui::run::Runs;
use crate::ui::run::herald::Herald;
use crate::ui::run::results::ResultsPane;
use crate::ui::run::setup::RunPane;
use crate::ui::run::trace::TracePane;
use crate::ui::shell::help::Dialog as HelpDialog;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;

/// A part of the interface that comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the component of that name")]
pub enum Part {
    Properties(JourneyId),
    Several,
    Pasted,
    Menu,
    Journeys,
    Map,
    Bench,
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
}

/// The files that parts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    /// The properties pane: it stands beside every canvas.
    Properties,
    /// What measures: without the pages, whose room in memory would count.
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
    OpenBench(App),
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
    static PROPERTIES: ArcRwSignal<Fetched> = ArcRwSignal::new(Fetched::NotYet);
    static MEASURE: ArcRwSignal<Fetched> = ArcRwSignal::new(Fetched::NotYet);
    static PAGES: ArcRwSignal<Fetched> = ArcRwSignal::new(Fetched::NotYet);
}

impl File {
    fn state(self) -> ArcRwSignal<Fetched> {
        match self {
            Self::Properties => PROPERTIES.with(Clone::clone),
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
            Self::Properties => properties_code().await,
            Self::Measure => measure_code().await,
            Self::Pages => {
                let code = pages_code().await?;
                learn_words(untrack(lang), Words::Later).await?;
                Ok(code)
            }
        }
    }
}

/// Begins to fetch what the address asks for, while the words come.
pub fn begin() {
    if is_bench() || key_of_address().is_some() {
        File::Properties.fetch();
    }
    if is_bench() {
        File::Measure.fetch();
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
        Act::OpenBench(_) => File::Measure,
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
            Self::Properties(_) => File::Properties,
            Self::Bench => File::Measure,
            _ => File::Pages,
        }
    }
}

fn build_properties(part: Part) -> AnyView {
    match part {
        Part::Properties(journey) => view! { <PropertiesPane journey/> }.into_any(),
        _ => ().into_any(),
    }
}

fn build_page(part: Part) -> AnyView {
    match part {
        Part::Properties(_) | Part::Bench => ().into_any(),
        Part::Several => view! { <SeveralPane/> }.into_any(),
        Part::Menu => view! { <ContextMenu/> }.into_any(),
        Part::Pasted => view! { <PastedDialog/> }.into_any(),
        Part::Journeys => view! { <JourneysPage/> }.into_any(),
        Part::Map => view! { <MapPage/> }.into_any(),
        Part::Tables(id) => view! { <TablesPage id/> }.into_any(),
        Part::Segments(id) => view! { <SegmentsPage id/> }.into_any(),
        Part::Versions(id) => view! { <VersionsPage id/> }.into_any(),
        Part::Life(id, step) => view! { <LifeDialog id step/> }.into_any(),
        Part::Triggers(id) => view! { <TriggersPage id/> }.into_any(),
        Part::Flows(id) => view! { <FlowsPage id/> }.into_any(),
        Part::Contacts => view! { <ContactsPage/> }.into_any(),
        Part::Behaviour(id) => view! { <BehaviourPage id/> }.into_any(),
        Part::Tests(id) => view! { <TestsPage id/> }.into_any(),
        Part::Settings => view! { <SettingsPage/> }.into_any(),
        Part::Checks(code) => view! { <ChecksPage code/> }.into_any(),
        Part::Herald => view! { <Herald/> }.into_any(),
        Part::Outline => view! { <OutlinePane/> }.into_any(),
        Part::Problems => view! { <ProblemsPane/> }.into_any(),
        Part::Run => view! { <RunPane/> }.into_any(),
        Part::Results => view! { <ResultsPane/> }.into_any(),
        Part::Trace => view! { <TracePane/> }.into_any(),
        Part::Minimap => view! { <Minimap/> }.into_any(),
        Part::GoTo => view! { <GoTo/> }.into_any(),
        Part::History => view! { <HistoryList/> }.into_any(),
        Part::Help => view! { <HelpDialog/> }.into_any(),
        Part::Reshape => view! { <ReshapeDialog/> }.into_any(),
        Part::MapAll(journey, tile) => view! { <MapAllDialog journey tile/> }.into_any(),
        Part::Picture(id) => view! { <PictureDialog id/> }.into_any(),
        Part::UsedIn(trigger) => view! { <UsedInTables trigger/> }.into_any(),
        Part::Reactions(trigger, journey, tile) => {
            view! { <ReactionList trigger by=Some((journey, tile))/> }.into_any()
        }
        Part::Note(journey, tile) => view! { <NoteFields journey tile/> }.into_any(),
        Part::NoteInPlace => view! { <NoteFlyout/> }.into_any(),
        Part::Witness(journey, tile, branch) => {
            view! { <WitnessList journey tile branch/> }.into_any()
        }
    }
}

fn do_act(act: Act, toasts: Toasts) {
    match act {
        Act::Run(runs) => runs.start(),
        Act::ChooseJourney(store) => transfer::choose_journey(store, toasts),
        Act::ExportJourney(store, id) => transfer::export_journey(store, toasts, id),
        Act::ExportWorkspace(store) => transfer::export_workspace(store, toasts),
        Act::Reshape(store, dialogs, reshape) => reshape::begin(store, dialogs, reshape),
        Act::Copy(canvas, event, cut) => clipboard::copy(canvas, toasts, event, cut),
        Act::Menu(canvas, menu) => canvas.flyout.set(Some(menu)),
        Act::Paste(canvas, dialogs, text) => clipboard::paste(canvas, dialogs, toasts, text),
        Act::OpenBench(_) => {}
    }
}

/// Makes a language ready to be said: for all that is here or under way.
pub async fn learn(lang: Lang) -> Result<(), NotFetched> {
    learn_words(lang, Words::First).await?;
    match File::Pages.state().get_untracked() {
        Fetched::Here(_) | Fetched::UnderWay => learn_words(lang, Words::Later).await,
        Fetched::NotYet | Fetched::Failed => Ok(()),
    }
}

#[cfg(feature = "split")]
async fn learn_words(lang: Lang, words: Words) -> Result<(), NotFetched> {
    let text = match (lang, words) {
        (Lang::En, Words::First) => english().await?,
        (Lang::En, Words::Later) => english_pages().await?,
        (Lang::Fr, Words::First) => french().await?,
        (Lang::Fr, Words::Later) => french_pages().await?,
    };
    crate::locale::learn(lang, words, text);
    Ok(())
}

/// Where nothing comes later, all words are known.
#[cfg(not(feature = "split"))]
async fn learn_words(_: Lang, _: Words) -> Result<(), NotFetched> {
    Ok(())
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
#[wasm_split_helpers::wasm_split(properties, fallible)]
fn properties_code() -> Result<Code, NotFetched> {
    Ok(Code { build: build_properties, act: |_, _| () })
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(measure, fallible)]
fn measure_code() -> Result<Code, NotFetched> {
    Ok(bench::CODE)
}

#[cfg(not(feature = "split"))]
async fn measure_code() -> Result<Code, NotFetched> {
    Ok(bench::CODE)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(pages, fallible)]
fn pages_code() -> Result<Code, NotFetched> {
    look::wear();
    Ok(Code { build: build_page, act: do_act })
}

#[cfg(not(feature = "split"))]
async fn properties_code() -> Result<Code, NotFetched> {
    Ok(Code { build: build_properties, act: |_, _| () })
}

#[cfg(not(feature = "split"))]
async fn pages_code() -> Result<Code, NotFetched> {
    look::wear();
    Ok(Code { build: build_page, act: do_act })
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(english, fallible)]
fn english() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::english())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(french, fallible)]
fn french() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::french())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later_english, fallible)]
fn english_pages() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::english_later())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later_french, fallible)]
fn french_pages() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::french_later())
}
