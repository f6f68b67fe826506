//! The test scenarios: all of them with how they went, and one to edit.

mod events;
mod expectations;
mod form;
mod people;
mod record;

use leptos::prelude::*;

use crate::editor::{Command, Page};
use crate::model::id::ScenarioId;
use crate::model::scenario::Scenario;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::list::{ListPage, ListRow, run_and_open};
use crate::ui::store::Store;
use crate::ui::suite::{Suite, SuiteState};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::Checkbox;
use record::ScenarioRecord;

/// The page, with one scenario open.
#[component]
pub fn TestsPage(
    /// The open one.
    id: Option<ScenarioId>,
) -> impl IntoView {
    let store = Store::get();
    let add = move |()| {
        let scenario = Scenario::new(ScenarioId(0), untrack(|| t("new-test-name")));
        run_and_open(store, Command::AddScenario(Box::new(scenario)));
    };
    let some = Watch::new(move |_| store.read(|w| !w.scenarios.is_empty()));
    view! {
        <ListPage
            heading="tests"
            add="new-test"
            on_add=add
            empty="tests-empty"
            ids=|w| w.scenarios.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <ScenarioRecord id/> }.into_any()
        >
            {changing(move || some.get().then(|| view! { <Summary/> }.into_any()))}
        </ListPage>
    }
}

/// Runs all, and says how it went.
#[component]
fn Summary() -> impl IntoView {
    let suite = Suite::get();
    let count = |number: usize| numbers::count(number as u64).into();
    let outcome = move || match suite.state() {
        SuiteState::Busy => t("tests-running"),
        SuiteState::Failed(cause) => t_with("tests-failed-to-run", [("cause", cause.into())]),
        SuiteState::Idle => match suite.tally() {
            (0, 0) => t("tests-not-run"),
            (passed, failed) => {
                t_with("tests-tally", [("passed", count(passed)), ("failed", count(failed))])
            }
        },
    };
    let covered = move || {
        let (covered, whole) = suite.coverage();
        t_with(
            "tests-covered",
            [
                ("tiles", count(covered.tiles.len())),
                ("all-tiles", count(whole.tiles.len())),
                ("branches", count(covered.branches.len())),
                ("all-branches", count(whole.branches.len())),
            ],
        )
    };
    view! {
        <div class="tests-summary">
            <Button
                label="run-all-tests"
                class="button button-primary"
                icon=IconName::Play
                test_id="run-all-tests"
                enabled=Signal::derive(move || suite.state() != SuiteState::Busy)
                on_click=move |()| suite.run(None)
            />
            <p class="small" role="status" data-testid="tests-tally">{move || outcome()}</p>
            <p class="soft small" data-testid="tests-covered">{move || covered()}</p>
            <Checkbox
                checked=suite.on_canvas
                on_change=move |on| suite.on_canvas.set(on)
                label=Signal::derive(|| t("tests-on-canvas"))
            />
        </div>
    }
}

#[component]
fn Row(id: ScenarioId, open: bool) -> impl IntoView {
    let (store, suite) = (Store::get(), Suite::get());
    let name = Signal::derive(move || {
        store.read(|w| w.scenarios.get(&id).map(|known| known.name.clone())).unwrap_or_default()
    });
    view! {
        <ListRow name open page=Page::Tests(Some(id))>
            <State id/>
            {changing(move || {
                let stale = suite.outcome(id).is_some_and(|outcome| suite.is_stale(&outcome));
                stale.then(|| view! { <span class="soft">{t("test-stale")}</span> }.into_any())
            })}
        </ListRow>
    }
}

/// Whether a scenario passed, as an icon and a word.
#[component]
pub(super) fn State(id: ScenarioId) -> impl IntoView {
    let suite = Suite::get();
    changing(move || {
        let (key, icon, word) = match suite.outcome(id) {
            None => ("open", IconName::CircleDot, "test-not-run"),
            Some(outcome) if outcome.passed() => ("passed", IconName::CircleCheck, "test-passed"),
            Some(_) => ("failed", IconName::CircleX, "test-failed"),
        };
        view! {
            <span class="test-state" data-outcome=key data-testid="test-state">
                <Icon name=icon/>
                {t(word)}
            </span>
        }
        .into_any()
    })
}
