//! "Used in", open: every journey that has to do with a trigger, with its state and what
//! it does where; flows in a table of their own; what stands in examples and tests.

use leptos::prelude::*;

use crate::check::usage::{Example, examples};
use crate::check::{Role, Use, term};
use crate::editor::{Page, Selection};
use crate::model::id::{FlowId, JourneyId, TriggerId};
use crate::model::journey::JourneyState;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::behaviour::name_of;
use crate::ui::search;
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Checkbox, TextInput};
use crate::ui::words;

/// The tables.
#[component]
pub fn UsedInTables(
    /// The trigger.
    trigger: TriggerId,
) -> impl IntoView {
    let store = Store::get();
    let uses = Watch::new(move |_| store.index().usage(trigger).to_vec());
    view! {
        <div class="used-in-list" data-testid="used-in-list">
            <p class="soft small">{move || t("used-in-about")}</p>
            <Journeys uses/>
            <Flows uses/>
            <Examples trigger/>
        </div>
    }
}

#[component]
fn Journeys(uses: Watch<Vec<Use>>) -> impl IntoView {
    let store = Store::get();
    let (query, live) = (RwSignal::new(String::new()), RwSignal::new(false));
    let all = Watch::new(move |_| uses.with(|uses| of_journeys(uses)));
    let is_long = Watch::new(move |_| all.with(Vec::len) > FILTERED_FROM);
    let shown = Watch::new(move |_| {
        let (query, live) = (query.get(), live.get());
        let mut all = all.get();
        all.retain(|one| !live || one.live);
        all.retain(|one| query.trim().is_empty() || search::matches(&said(store, *one), &query));
        all
    });
    let count = move || {
        let [shown, all] = [shown.with(Vec::len), all.with(Vec::len)];
        let [shown, all] = [shown, all].map(|count| numbers::count(count as u64));
        t_with("used-in-shown", [("shown", shown.into()), ("all", all.into())])
    };
    view! {
        <div>
            {changing(move || {
                is_long.get().then(|| {
                    view! {
                        <div class="used-in-filter">
                            <TextInput
                                label=Signal::derive(|| t("used-in-search"))
                                placeholder=Signal::derive(|| t("used-in-search"))
                                value=query
                                on_input=move |text| query.set(text)
                                test_id="used-in-search"
                            />
                            <Checkbox
                                checked=live
                                on_change=move |on| live.set(on)
                                label=Signal::derive(|| t("used-in-live-only"))
                            />
                            <span class="soft small numeric">{move || count()}</span>
                        </div>
                    }
                    .into_any()
                })
            })}
            {changing(move || {
                if all.with(Vec::is_empty) {
                    return view! { <p class="soft small">{move || t("used-in-no-journey")}</p> }.into_any();
                }
                let rows = shown.get().into_iter().map(|one| view! { <Row one/> }.into_any());
                view! {
                    <table class="table used-in-table">
                        <thead>
                            <tr>
                                <th>{move || t("used-in-journey")}</th>
                                <th>{move || t("state")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                }
                .into_any()
            })}
        </div>
    }
}

/// From how many rows on there is something to filter with.
const FILTERED_FROM: usize = 6;

/// One use: the journey, what it does with the trigger, and the journey's state.
#[component]
fn Row(one: Use) -> impl IntoView {
    let store = Store::get();
    let state = one.state.unwrap_or(JourneyState::Draft);
    let name = move || journey_name(store, one.journey);
    let open = move |_| {
        if let Some(journey) = one.journey {
            store.open_tile(journey, selection(one));
        }
    };
    view! {
        <tr>
            <td>
                <button type="button" class="used-in-row" title=move || name() on:click=open>
                    <span class="link truncate">{move || name()}</span>
                    <span class="soft small">{move || role_words(store, one)}</span>
                </button>
            </td>
            <td>
                <JourneyStateView state/>
            </td>
        </tr>
    }
}

/// Flows in a section of their own.
#[component]
fn Flows(uses: Watch<Vec<Use>>) -> impl IntoView {
    let store = Store::get();
    let flows = Watch::new(move |_| {
        let all = uses.get().into_iter();
        all.filter_map(|one| Some((one.flow?, one.live))).collect::<Vec<_>>()
    });
    let row = move |(id, live): (FlowId, bool)| {
        let name = move || {
            let name = store.read(|w| w.flows.get(&id).map(|flow| flow.name.clone()));
            named(name)
        };
        view! {
            <tr>
                <td>
                    <button
                        type="button"
                        class="used-in-row"
                        on:click=move |_| store.open(Page::Flows(Some(id)))
                    >
                        <span class="link truncate">{move || name()}</span>
                    </button>
                </td>
                <td>
                    <span class="state" data-state=if live { "live" } else { "draft" }>
                        <span class="dot"></span>
                        {move || t(if live { "flow-reacts" } else { "flow-does-not-react" })}
                    </span>
                </td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div>
            <h4>{move || t("flows")}</h4>
            {changing(move || {
                if flows.with(Vec::is_empty) {
                    return view! { <p class="soft small">{move || t("used-in-no-flow")}</p> }.into_any();
                }
                let rows = flows.get().into_iter().map(row).collect_view();
                view! {
                    <table class="table used-in-table">
                        <tbody>{rows}</tbody>
                    </table>
                }
                .into_any()
            })}
        </div>
    }
}

/// What stands in examples, models and tests, when something does.
#[component]
fn Examples(trigger: TriggerId) -> impl IntoView {
    let store = Store::get();
    let found = Watch::new(move |_| store.read(|workspace| examples(workspace, trigger)));
    changing(move || {
        let all = found.get();
        if all.is_empty() {
            return ().into_any();
        }
        let rows = all.into_iter().map(|one| {
            view! {
                <li>
                    <Button
                        label=Signal::derive(move || example_words(store, one))
                        class="link small"
                        on_click=move |()| store.open(page_of(one))
                    />
                </li>
            }
            .into_any()
        });
        view! {
            <div>
                <h4>{move || t("used-in-examples")}</h4>
                <ul class="used-in-examples">{rows.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

fn page_of(one: Example) -> Page {
    match one {
        Example::Event(_) => Page::Contacts,
        Example::Model(id) => Page::Behaviour(Some(id)),
        Example::Scenario(id) => Page::Tests(Some(id)),
    }
}

fn example_words(store: Store, one: Example) -> String {
    let (message, name) = store.read(|workspace| match one {
        Example::Event(id) => {
            let event = workspace.events.get(&id);
            let contact = event.and_then(|event| workspace.contacts.get(&event.contact));
            ("used-in-event", contact.map(|contact| contact.name.clone()))
        }
        Example::Model(id) => {
            ("used-in-model", workspace.models.get(&id).map(|model| name_of(workspace, model)))
        }
        Example::Scenario(id) => {
            ("used-in-scenario", workspace.scenarios.get(&id).map(|one| one.name.clone()))
        }
    });
    t_with(message, [("name", named(name).into())])
}

/// The uses of journeys, all of one journey together: live ones first.
fn of_journeys(uses: &[Use]) -> Vec<Use> {
    let mut found: Vec<Use> = Vec::new();
    for first in uses.iter().filter(|one| one.journey.is_some()) {
        if !found.iter().any(|one| one.journey == first.journey) {
            found.extend(uses.iter().filter(|one| one.journey == first.journey));
        }
    }
    found
}

/// All that a search looks at.
fn said(store: Store, one: Use) -> String {
    let state = one.state.map(|state| t(term::of_journey_state(state))).unwrap_or_default();
    format!("{} {} {state}", journey_name(store, one.journey), role_words(store, one))
}

/// The name of a journey; tracked.
pub fn journey_name(store: Store, id: Option<JourneyId>) -> String {
    named(store.read(|w| Some(words::journey_name(w, w.journeys.get(&id?)?))))
}

/// A name, or what stands for one that is empty; tracked by the language.
pub fn named(name: Option<String>) -> String {
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t("nameless"))
}

/// What a journey does with the trigger, and at which tile where that says more.
pub fn role_words(store: Store, one: Use) -> String {
    let role = t(term::of_role(one.role));
    let tile = match one.role {
        Role::Waits | Role::Raised => store.read(|workspace| {
            let journey = workspace.journeys.get(&one.journey?)?;
            Some(words::title_of(workspace, journey, one.tile?))
        }),
        Role::Starts | Role::Ends | Role::Goal | Role::Flow => None,
    };
    match tile {
        Some(tile) => t_with("used-in-at", [("role", role.into()), ("tile", tile.into())]),
        None => role,
    }
}

/// What is selected to show a use.
pub fn selection(one: Use) -> Selection {
    match (one.role, one.tile) {
        (Role::Starts, _) => Selection::Entry,
        (_, Some(tile)) => Selection::tile(tile),
        (_, None) => Selection::Journey,
    }
}
