//! One test scenario: what it is called, which journeys react and when, who takes
//! part, what they do, and what is expected.

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::{Command, Page};
use crate::locale::scenario::Teller;
use crate::model::id::{JourneyId, ScenarioId};
use crate::model::scenario::Scenario;
use crate::ui::changing::changing;
use crate::ui::i18n::{lang, t};
use crate::ui::icon::IconName;
use crate::ui::pages::tests::State;
use crate::ui::pages::tests::events::Events;
use crate::ui::pages::tests::expectations::Expectations;
use crate::ui::pages::tests::people::People;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::suite::Suite;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Checkbox, Field, TextInput};

/// The editor of one scenario.
#[component]
pub fn ScenarioRecord(
    /// Which.
    id: ScenarioId,
) -> impl IntoView {
    let (store, suite) = (Store::get(), Suite::get());
    let scenario = Watch::new(move |_| store.read(|w| w.scenarios.get(&id).cloned()));
    let text = move |read: fn(&Scenario) -> String| {
        Signal::derive(move || scenario.get().map(|known| read(&known)).unwrap_or_default())
    };
    let at = move |spot| problems_at(id, spot);
    let date = move |[label, help]: [&'static str; 2],
                     read: fn(&Scenario) -> String,
                     write: fn(&mut Scenario, String),
                     spot| {
        view! {
            <Field label=Signal::derive(move || t(label)) help=Signal::derive(move || t(help))>
                <TextInput
                    value=text(read)
                    on_input=move |text| edit(store, id, |known| write(known, text))
                    placeholder=Signal::derive(|| t("date-time-example"))
                />
                {at(spot)}
            </Field>
        }
        .into_any()
    };
    let delete = move |()| {
        if store.run(Command::DeleteScenario(id)).is_some() {
            store.open(Page::Tests(None));
        }
    };
    view! {
        <div class="record" data-testid="test-record">
            <header class="record-head">
                <h2 class="truncate">{text(|known| known.name.clone())}</h2>
                <State id/>
                <span class="drawer-space"></span>
                <Button
                    label="run-test"
                    icon=IconName::Play
                    test_id="run-test"
                    on_click=move |()| suite.run(Some(id))
                />
                <Button
                    label="delete"
                    class="button button-danger"
                    icon=IconName::Trash2
                    test_id="delete-test"
                    on_click=delete
                />
            </header>
            {changing(move || {
                let outcome = suite.outcome(id)?;
                let error = outcome.result.as_ref().as_ref().err()?;
                let words = store.read(|workspace| {
                    let scenario = &outcome.scenario;
                    Teller { lang: lang(), workspace, scenario }.broken(error)
                });
                Some(view! { <p class="test-broken" role="alert">{words}</p> }.into_any())
            })}
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|known| known.name.clone())
                    on_input=move |name| edit(store, id, |known| known.name = name)
                    test_id="test-name"
                />
            </Field>
            {at(Spot::Name)}
            <Field label=Signal::derive(|| t("description"))>
                <TextInput
                    value=text(|known| known.description.clone())
                    on_input=move |text| edit(store, id, |known| known.description = text)
                />
            </Field>
            <Expectations id/>
            <People id/>
            <Events id/>
            <Reacting id/>
            <section class="record-section" aria-label=move || t("test-period")>
                <h3>{move || t("test-period")}</h3>
                <div class="test-pair">
                    {date(
                        ["test-start", "test-start-help"],
                        |known| known.start.clone(),
                        |known, text| known.start = text,
                        Spot::Start,
                    )}
                    {date(
                        ["test-end", "test-end-help"],
                        |known| known.end.clone(),
                        |known, text| known.end = text,
                        Spot::End,
                    )}
                </div>
            </section>
        </div>
    }
}

/// Which journeys react.
#[component]
fn Reacting(id: ScenarioId) -> impl IntoView {
    let store = Store::get();
    let journeys =
        Watch::new(move |_| store.read(|w| w.journeys.keys().copied().collect::<Vec<_>>()));
    view! {
        <section class="record-section" aria-label=move || t("test-journeys")>
            <h3>{move || t("test-journeys")}</h3>
            <p class="soft small">{move || t("test-journeys-about")}</p>
            <div class="test-journeys">
                <Rows each=move || journeys.get() let:journey>
                    <JourneyChoice id journey/>
                </Rows>
            </div>
            {problems_at(id, Spot::Reacting)}
        </section>
    }
}

#[component]
fn JourneyChoice(id: ScenarioId, journey: JourneyId) -> impl IntoView {
    let store = Store::get();
    let checked = move || {
        store.read(|w| w.scenarios.get(&id).is_some_and(|known| known.journeys.contains(&journey)))
    };
    let name = move || store.journey(journey).map(|journey| journey.name.clone());
    view! {
        <Checkbox
            checked=Signal::derive(checked)
            on_change=move |on| {
                edit(store, id, |known| {
                    if on {
                        known.journeys.insert(journey);
                    } else {
                        known.journeys.remove(&journey);
                    }
                });
            }
            label=Signal::derive(move || name().unwrap_or_default())
        />
    }
}

/// What the checker says about a part of a test.
pub(super) fn problems_at(id: ScenarioId, spot: Spot) -> AnyView {
    view! { <InlineProblems site=Subject::Scenario(id).at(spot)/> }.into_any()
}

/// Sends the scenario as it is after `change`.
pub(super) fn edit(store: Store, id: ScenarioId, change: impl FnOnce(&mut Scenario)) {
    store.change(id, Command::SetScenario, change);
}
