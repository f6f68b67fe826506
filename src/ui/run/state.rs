//! How far a run is: as data, and as a line with a bar.

use leptos::prelude::*;

use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::run::{Runs, told};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::web::simulation::{Failure, Loaded, Source};

/// How far a run is.
#[derive(Debug, Clone, PartialEq)]
pub enum RunState {
    /// Nothing is going on, and nothing new to say.
    Idle,
    /// The data is being read: of which file, so many bytes of so many.
    Loading(Option<(Source, f64, f64)>),
    /// So many contacts of so many were run.
    Running {
        /// Run.
        done: u32,
        /// In all.
        total: u32,
    },
    /// The run is over.
    Done {
        /// How long it took, from the press of the button to the report.
        millis: f64,
    },
    /// It did not work.
    Failed(Failure),
    /// Somebody stopped it.
    Cancelled,
    /// Errors in journeys that react are in the way.
    Blocked,
    /// A file was not chosen yet.
    NoFile(Source),
}

impl RunState {
    /// Whether something is going on.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Loading(_) | Self::Running { .. })
    }

    /// What styles and tests call it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Loading(_) => "loading",
            Self::Running { .. } => "running",
            Self::Done { .. } => "done",
            Self::Failed(_) => "failed",
            Self::Cancelled => "cancelled",
            Self::Blocked => "blocked",
            Self::NoFile(_) => "no-file",
        }
    }

    /// How much of it is done, from 0 to 1, while that is known.
    fn share(&self) -> Option<f64> {
        match self {
            Self::Loading(Some((_, done, total))) if *total > 0.0 => Some(done / total),
            Self::Running { done, total } if *total > 0 => {
                Some(f64::from(*done) / f64::from(*total))
            }
            _ => None,
        }
    }
}

/// Run, Cancel, and how far it is.
#[component]
pub fn RunStateView() -> impl IntoView {
    let runs = Runs::get();
    let busy = Watch::new(move |_| runs.state().is_busy());
    view! {
        <div
            class="run-state"
            data-testid="run-state"
            data-state=move || runs.state().name()
        >
            {move || {
                if busy.get() {
                    view! {
                        <Button
                            label="cancel"
                            icon=IconName::Square
                            test_id="run-cancel"
                            on_click=move |()| runs.cancel()
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <Button
                            label=Signal::derive(move || t(if runs.report().is_some() { "run-again" } else { "run" }))
                            class="button button-primary"
                            icon=IconName::Play
                            test_id="run-start"
                            on_click=move |()| runs.start()
                        />
                    }
                        .into_any()
                }
            }}
            <span class="run-words small">
                {move || words(&runs.state(), runs.loaded.get().as_deref())}
            </span>
            {move || busy.get().then(|| view! { <Bar/> }.into_any())}
        </div>
    }
}

#[component]
fn Bar() -> impl IntoView {
    let runs = Runs::get();
    view! {
        <progress
            class="run-bar"
            aria-label=move || t("run-progress")
            max="1"
            prop:value=move || runs.state().share().unwrap_or_default()
        ></progress>
    }
}

/// The state in words; tracked by the language.
pub fn words(state: &RunState, loaded: Option<&Loaded>) -> String {
    match state {
        RunState::Idle => String::new(),
        RunState::Loading(None) => t("run-preparing"),
        RunState::Loading(Some((source, ..))) => {
            t_with("run-reading", [("file", told::source(*source).into())])
        }
        RunState::Running { done, total } => {
            let count = |number: &u32| numbers::count(u64::from(*number)).into();
            t_with("run-running", [("done", count(done)), ("total", count(total))])
        }
        RunState::Done { millis } => {
            let count = |number| numbers::count(number).into();
            let (events, contacts) =
                loaded.map_or((0, 0), |loaded| (loaded.events, loaded.contacts.into()));
            t_with(
                "run-done",
                [
                    ("events", count(events)),
                    ("contacts", count(contacts)),
                    ("seconds", numbers::seconds(*millis).into()),
                ],
            )
        }
        RunState::Failed(failure) => told::failure(failure),
        RunState::Cancelled => t("run-cancelled"),
        RunState::Blocked => t("run-blocked"),
        RunState::NoFile(Source::Contacts) => t("run-no-contacts-file"),
        RunState::NoFile(Source::Events) => t("run-no-events-file"),
    }
}
