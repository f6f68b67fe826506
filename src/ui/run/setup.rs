//! The Run pane: on whom, with which behaviour, from when until when, and which
//! journeys react. Everything is kept in the workspace.

use leptos::prelude::*;

use crate::editor::Command;
use crate::model::id::JourneyId;
use crate::model::time::Moment;
use crate::model::workspace::{Behaviour, ContactSource, RunSettings};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::problems::inline::InlineProblem;
use crate::ui::problems::jump::{jump, place_words};
use crate::ui::run::draws;
use crate::ui::run::issues::{DataIssues, Rows};
use crate::ui::run::state::RunStateView;
use crate::ui::run::{RunState, Runs};
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Checkbox, Field};
use crate::web::files;
use crate::web::simulation::Source;

/// The pane.
#[component]
pub fn RunPane() -> impl IntoView {
    view! {
        <div class="run-pane">
            <RunStateView/>
            <Blocking/>
            <div class="run-columns">
                <ContactsChoice/>
                <BehaviourChoice/>
                <Period/>
                <Journeys/>
            </div>
            <DataIssues/>
        </div>
    }
}

/// Changes the run settings by a command.
pub(super) fn set(store: Store, change: impl FnOnce(&mut RunSettings)) {
    let mut settings = store.peek(|workspace| workspace.settings.run.clone());
    change(&mut settings);
    store.run(Command::SetRun(settings));
}

/// The errors that are in the way of a run, after one was refused for them.
#[component]
fn Blocking() -> impl IntoView {
    let (runs, store) = (Runs::get(), Store::get());
    changing(move || {
        if runs.state() != RunState::Blocked {
            return None;
        }
        let problems = store.problems();
        let found = store.read(|workspace| {
            let blocking = problems.iter().filter(|problem| problem.blocks_run(workspace));
            blocking.cloned().collect::<Vec<_>>()
        });
        let lines = found.into_iter().map(|problem| {
            let site = problem.site;
            view! {
                <li class="run-blocker">
                    <InlineProblem problem/>
                    <Button
                        label=Signal::derive(move || place_words(store, site))
                        class="link small"
                        on_click=move |()| jump(store, site)
                    />
                </li>
            }
            .into_any()
        });
        Some(
            view! { <ul class="run-blockers" data-testid="run-blockers">{lines.collect_view()}</ul> }.into_any(),
        )
    })
}

#[component]
fn ContactsChoice() -> impl IntoView {
    let store = Store::get();
    let chosen = Signal::derive(move || store.read(|w| w.settings.run.contacts));
    let own = move || {
        let count = store.read(|workspace| workspace.contacts.len());
        t_with(
            "run-own-contacts",
            [("count", count.into()), ("n", numbers::count(count as u64).into())],
        )
    };
    let choose = move |source| set(store, |settings| settings.contacts = source);
    view! {
        <fieldset class="run-column" data-testid="contacts-source">
            <legend>{move || t("contacts")}</legend>
            <Radio
                group="run-contacts"
                value="workspace"
                label=Signal::derive(own)
                checked=Signal::derive(move || chosen.get() == ContactSource::Workspace)
                on_choose=move || choose(ContactSource::Workspace)
            />
            <Radio
                group="run-contacts"
                value="file"
                label=Signal::derive(|| t("run-from-csv"))
                checked=Signal::derive(move || chosen.get() == ContactSource::File)
                on_choose=move || choose(ContactSource::File)
            />
            <FileChoice source=Source::Contacts test_id="choose-contacts"/>
            <Radio
                group="run-contacts"
                value="made-up"
                label=Signal::derive(|| t("made-up"))
                checked=Signal::derive(move || chosen.get() == ContactSource::MadeUp)
                on_choose=move || set(store, draws::make_up)
            />
            <draws::MadeUpChoice/>
        </fieldset>
    }
}

#[component]
fn BehaviourChoice() -> impl IntoView {
    let store = Store::get();
    let chosen = Signal::derive(move || store.read(|w| w.settings.run.behaviour));
    let own = move || {
        let count = store.read(|workspace| workspace.events.len());
        t_with(
            "run-own-events",
            [("count", count.into()), ("n", numbers::count(count as u64).into())],
        )
    };
    let choose = move |behaviour| set(store, |settings| settings.behaviour = behaviour);
    let is = move |behaviour| Signal::derive(move || chosen.get() == behaviour);
    view! {
        <fieldset class="run-column" data-testid="behaviour-source">
            <legend>{move || t("run-behaviour")}</legend>
            <Radio
                group="run-behaviour"
                value="workspace"
                label=Signal::derive(own)
                checked=is(Behaviour::Workspace)
                on_choose=move || choose(Behaviour::Workspace)
            />
            <Radio
                group="run-behaviour"
                value="file"
                label=Signal::derive(|| t("run-events-from-csv"))
                checked=is(Behaviour::File)
                on_choose=move || choose(Behaviour::File)
            />
            <FileChoice source=Source::Events test_id="choose-events"/>
            <Radio
                group="run-behaviour"
                value="none"
                label=Signal::derive(|| t("run-no-behaviour"))
                checked=is(Behaviour::None)
                on_choose=move || choose(Behaviour::None)
            />
            <draws::ModelsChoice/>
        </fieldset>
    }
}

/// One of a few, all in sight.
#[component]
fn Radio(
    /// What belongs together.
    group: &'static str,
    /// What it is called in tests.
    value: &'static str,
    /// What it means.
    label: Signal<String>,
    /// Whether it is chosen.
    checked: Signal<bool>,
    /// What choosing it does.
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input
                type="radio"
                name=group
                value=value
                prop:checked=move || checked.get()
                on:change=move |_| on_choose()
            />
            <span>{move || label.get()}</span>
        </label>
    }
}

/// Chooses a CSV file, and shows the one that is chosen.
#[component]
fn FileChoice(
    /// What the file holds.
    source: Source,
    /// For tests.
    test_id: &'static str,
) -> impl IntoView {
    let (runs, store, toasts) = (Runs::get(), Store::get(), Toasts::get());
    let choose = move |()| {
        let chosen = move |file| {
            runs.files.choose(source, file);
            set(store, |settings| match source {
                Source::Contacts => settings.contacts = ContactSource::File,
                Source::Events => settings.behaviour = Behaviour::File,
            });
            runs.load();
        };
        if let Err(error) = files::choose(".csv,text/csv,text/plain", chosen) {
            transfer::say_failed(toasts, "", &error.0);
        }
    };
    let shown = move || {
        let file = runs.files.get(source)?;
        let size = numbers::bytes(file.size());
        Some(
            view! {
                <span class="run-file-name truncate" title=file.name()>{file.name()}</span>
                <span class="soft small numeric">{size}</span>
                <Rows source/>
            }
            .into_any(),
        )
    };
    let has = move || runs.files.get(source).is_some();
    view! {
        <div class="run-file">
            <Button
                label=Signal::derive(move || t(if has() { "run-choose-other" } else { "run-choose-csv" }))
                class="button button-small"
                icon=IconName::FolderOpen
                test_id
                on_click=choose
            />
            {move || shown()}
        </div>
    }
}

#[component]
fn Period() -> impl IntoView {
    let store = Store::get();
    view! {
        <fieldset class="run-column">
            <legend>{move || t("run-period")}</legend>
            <Field
                label=Signal::derive(|| t("run-start"))
                help=Signal::derive(|| t("run-start-help"))
            >
                <DateInput
                    value=Signal::derive(move || store.read(|w| w.settings.run.start.clone()))
                    on_change=move |text| set(store, |settings| settings.start = text)
                    test_id="run-period-start"
                />
            </Field>
            <Field
                label=Signal::derive(|| t("run-end"))
                help=Signal::derive(|| t("run-end-help"))
            >
                <DateInput
                    value=Signal::derive(move || store.read(|w| w.settings.run.end.clone()))
                    on_change=move |text| set(store, |settings| settings.end = text)
                    test_id="run-period-end"
                />
            </Field>
        </fieldset>
    }
}

/// A date by the browser's own calendar; what is more than a date is shown as text.
#[component]
fn DateInput(
    /// What the document says.
    value: Signal<String>,
    /// What was chosen.
    on_change: impl Fn(String) + 'static,
    /// For tests.
    test_id: &'static str,
) -> impl IntoView {
    let store = Store::get();
    let plain = move |text: &str| text.is_empty() || matches!(text.parse(), Ok(Moment::Day(_)));
    let kind = Watch::new(move |_| if plain(&value.get()) { "date" } else { "text" });
    let wrong = move || {
        let text = value.get();
        !text.trim().is_empty() && text.trim().parse::<Moment>().is_err()
    };
    view! {
        <input
            type=move || kind.get()
            class="input numeric"
            data-testid=test_id
            aria-invalid=move || wrong().to_string()
            prop:value=move || value.get()
            on:change=move |event| {
                on_change(event_target_value(&event));
                store.end_gesture();
            }
        />
    }
}

#[component]
fn Journeys() -> impl IntoView {
    let store = Store::get();
    let journeys = Watch::new(move |_| {
        store.read(|workspace| {
            let journeys = workspace.journeys.values();
            journeys
                .map(|journey| (journey.id, journey.name.clone(), journey.state))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <fieldset class="run-column run-journeys">
            <legend>{move || t("run-journeys")}</legend>
            <p class="field-help">{move || t("run-journeys-help")}</p>
            <ul>
                {move || {
                    journeys
                        .get()
                        .into_iter()
                        .map(|(id, name, state)| {
                            view! {
                                <li class="run-journey">
                                    <Reacts id name live=state.is_live()/>
                                    <JourneyStateView state/>
                                </li>
                            }
                                .into_any()
                        })
                        .collect_view()
                }}
            </ul>
            {move || {
                journeys.get().is_empty().then(|| view! { <p class="soft small">{t("run-no-journeys")}</p> }.into_any())
            }}
        </fieldset>
    }
}

/// Whether a journey reacts: live ones always do.
#[component]
fn Reacts(
    /// Which journey.
    id: JourneyId,
    /// What it is called.
    name: String,
    /// Whether it is live.
    live: bool,
) -> impl IntoView {
    let store = Store::get();
    if live {
        return view! {
            <span class="run-live">
                <Icon name=IconName::Check/>
                <span class="truncate">{name}</span>
            </span>
        }
        .into_any();
    }
    let checked = move || store.read(|w| w.settings.run.as_published.contains(&id));
    let change = move |reacts| {
        set(store, |settings| {
            if reacts {
                settings.as_published.insert(id);
            } else {
                settings.as_published.remove(&id);
            }
        });
    };
    let label = move || t_with("run-as-published", [("journey", name.clone().into())]);
    view! {
        <Checkbox
            checked=Signal::derive(checked)
            on_change=change
            label=Signal::derive(label)
        />
    }
    .into_any()
}
