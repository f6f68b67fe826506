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

use crate::model::id::{FlowId, JourneyId, SegmentId, TriggerId};
use crate::ui::i18n::t;
use crate::ui::pages::contacts::ContactsPage;
use crate::ui::pages::flows::FlowsPage;
use crate::ui::pages::segments::SegmentsPage;
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::triggers::TriggersPage;
use crate::ui::problems::ProblemsPane;
use crate::ui::properties::PropertiesPane;
use crate::ui::run::results::ResultsPane;
use crate::ui::run::setup::RunPane;
use crate::ui::run::trace::TracePane;
use crate::ui::shell::help::Dialog as HelpDialog;

/// A part of the interface that comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the component of that name")]
pub enum Part {
    Properties(JourneyId),
    Triggers(Option<TriggerId>),
    Flows(Option<FlowId>),
    Segments(Option<SegmentId>),
    Contacts,
    Settings,
    Problems,
    Run,
    Results,
    Trace,
    Help,
}

/// The files that parts come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    /// The properties pane, which stands beside every canvas, and the page of segments:
    /// both edit conditions.
    Properties,
    /// All other parts.
    Pages,
}

type Builder = fn(Part) -> AnyView;

/// What has been fetched. One for the app, in its context.
#[derive(Clone, Copy)]
pub struct Parts {
    properties: RwSignal<Fetched>,
    pages: RwSignal<Fetched>,
}

/// How far the fetching of a file is.
#[derive(Debug, Clone, Copy)]
enum Fetched {
    NotYet,
    UnderWay,
    Here(Builder),
    Failed,
}

impl Parts {
    /// Nothing fetched yet, in the current reactive owner.
    pub fn new() -> Self {
        Self { properties: RwSignal::new(Fetched::NotYet), pages: RwSignal::new(Fetched::NotYet) }
    }

    fn of(self, file: File) -> RwSignal<Fetched> {
        match file {
            File::Properties => self.properties,
            File::Pages => self.pages,
        }
    }

    /// Fetches a file unless it is here or under way.
    fn fetch(self, file: File) {
        let state = self.of(file);
        if matches!(state.get_untracked(), Fetched::Here(_) | Fetched::UnderWay) {
            return;
        }
        state.set(Fetched::UnderWay);
        spawn_local(async move {
            let builder = match file {
                File::Properties => properties_builder().await,
                File::Pages => pages_builder().await,
            };
            state.set(builder.map_or(Fetched::Failed, Fetched::Here));
        });
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}

/// A part, as soon as its file is here.
pub fn later(part: Part) -> AnyView {
    let parts: Parts = expect_context();
    let file = part.file();
    parts.fetch(file);
    let state = parts.of(file);
    (move || match state.get() {
        Fetched::Here(build) => build(part),
        Fetched::NotYet | Fetched::UnderWay => {
            view! { <p class="later" aria-busy="true">{t("later-under-way")}</p> }.into_any()
        }
        Fetched::Failed => view! {
            <div class="later" role="alert">
                <p>{t("later-failed")}</p>
                <button type="button" class="button" on:click=move |_| parts.fetch(file)>
                    {t("later-again")}
                </button>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

impl Part {
    fn file(self) -> File {
        match self {
            Self::Properties(_) | Self::Segments(_) => File::Properties,
            _ => File::Pages,
        }
    }
}

fn build_properties(part: Part) -> AnyView {
    match part {
        Part::Properties(journey) => view! { <PropertiesPane journey/> }.into_any(),
        Part::Segments(id) => view! { <SegmentsPage id/> }.into_any(),
        _ => ().into_any(),
    }
}

fn build_page(part: Part) -> AnyView {
    match part {
        Part::Properties(_) | Part::Segments(_) => ().into_any(),
        Part::Triggers(id) => view! { <TriggersPage id/> }.into_any(),
        Part::Flows(id) => view! { <FlowsPage id/> }.into_any(),
        Part::Contacts => view! { <ContactsPage/> }.into_any(),
        Part::Settings => view! { <SettingsPage/> }.into_any(),
        Part::Problems => view! { <ProblemsPane/> }.into_any(),
        Part::Run => view! { <RunPane/> }.into_any(),
        Part::Results => view! { <ResultsPane/> }.into_any(),
        Part::Trace => view! { <TracePane/> }.into_any(),
        Part::Help => view! { <HelpDialog/> }.into_any(),
    }
}

/// Why a file did not come; the browser's console has the cause.
struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(properties, fallible)]
fn properties_builder() -> Result<Builder, NotFetched> {
    Ok(build_properties)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(pages, fallible)]
fn pages_builder() -> Result<Builder, NotFetched> {
    Ok(build_page)
}

#[cfg(not(feature = "split"))]
async fn properties_builder() -> Result<Builder, NotFetched> {
    Ok(build_properties)
}

#[cfg(not(feature = "split"))]
async fn pages_builder() -> Result<Builder, NotFetched> {
    Ok(build_page)
}
