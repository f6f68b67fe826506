//! The catalogue: all triggers in a table, with who raises each and who listens, to be
//! searched, filtered and sorted.

use leptos::prelude::*;

use crate::check::{Role, term};
use crate::editor::catalogue::{self, Order, ROLES, Shown};
use crate::editor::{Command, Page};
use crate::model::id::TriggerId;
use crate::model::trigger::TriggerState;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::pages::list::run_and_open;
use crate::ui::pages::row_menu::RowMenu;
use crate::ui::pages::triggers::record::{delete, move_to};
use crate::ui::pages::wires::used_in::named;
use crate::ui::search;
use crate::ui::shell::state::TriggerStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::Questions;
use crate::ui::widgets::inputs::{Select, TextInput};
use crate::ui::widgets::menu::MenuItem;

/// What is asked of the table.
#[derive(Debug, Clone, Copy)]
struct Asked {
    query: RwSignal<String>,
    state: RwSignal<Option<TriggerState>>,
    shown: RwSignal<Shown>,
    order: RwSignal<(Order, bool)>,
}

/// The table with its filters.
#[component]
pub fn Catalogue(
    /// Adds a trigger and opens it.
    on_add: Callback<()>,
) -> impl IntoView {
    let store = Store::get();
    let asked = Asked {
        query: RwSignal::new(String::new()),
        state: RwSignal::new(None),
        shown: RwSignal::new(Shown::All),
        order: RwSignal::new((Order::Name, false)),
    };
    let all = Watch::new(move |_| store.read(|w| catalogue::rows(w, &store.index())));
    let rows = Watch::new(move |_| {
        let (query, state, shown) = (asked.query.get(), asked.state.get(), asked.shown.get());
        let mut rows = all.get();
        rows.retain(|row| state.is_none_or(|state| row.state == state) && shown.shows(row));
        rows.retain(|row| query.trim().is_empty() || search::matches(&row.words(), &query));
        let (order, descending) = asked.order.get();
        catalogue::sort(&mut rows, order, descending);
        rows
    });
    view! {
        <div class="page">
            <div class="page-body" data-testid="catalogue">
                <header class="page-head">
                    <h1>{move || t("triggers")}</h1>
                    <Button
                        label="new-trigger"
                        class="button button-primary"
                        icon=IconName::Plus
                        test_id="new-trigger"
                        on_click=on_add
                    />
                </header>
                {changing(move || {
                    if all.with(Vec::is_empty) {
                        return view! { <p class="empty">{move || t("triggers-empty")}</p> }.into_any();
                    }
                    view! {
                        <Filters asked shown=rows all/>
                        <Table asked rows/>
                    }
                    .into_any()
                })}
            </div>
        </div>
    }
}

#[component]
fn Filters(
    asked: Asked,
    shown: Watch<Vec<catalogue::Row>>,
    all: Watch<Vec<catalogue::Row>>,
) -> impl IntoView {
    let states = || {
        let every = (String::new(), t("catalogue-any-state"));
        let states = TriggerState::ALL.map(|state| {
            let id = term::of_trigger_state(state);
            (id.to_owned(), t(id))
        });
        std::iter::once(every).chain(states).collect::<Vec<_>>()
    };
    let choose_state = move |key: String| {
        let all = TriggerState::ALL.into_iter();
        let chosen = all.into_iter().find(|state| term::of_trigger_state(*state) == key);
        asked.state.set(chosen);
    };
    let choose_shown = move |key: String| {
        let chosen = Shown::ALL.into_iter().find(|shown| shown_words(*shown) == key);
        asked.shown.set(chosen.unwrap_or_default());
    };
    let count = move || {
        let [shown, all] = [shown.with(Vec::len), all.with(Vec::len)];
        let [shown, all] = [shown, all].map(|count| numbers::count(count as u64));
        t_with("used-in-shown", [("shown", shown.into()), ("all", all.into())])
    };
    view! {
        <div class="catalogue-filters" role="search">
            <TextInput
                label=Signal::derive(|| t("catalogue-search"))
                placeholder=Signal::derive(|| t("catalogue-search"))
                value=asked.query
                on_input=move |text| asked.query.set(text)
                test_id="catalogue-search"
            />
            <Select
                label=Signal::derive(|| t("state"))
                value=Signal::derive(move || {
                    asked.state.get().map(|it| term::of_trigger_state(it).to_owned()).unwrap_or_default()
                })
                options=Signal::derive(states)
                on_choose=choose_state
            />
            <Select
                label=Signal::derive(|| t("catalogue-use"))
                value=Signal::derive(move || shown_words(asked.shown.get()).to_owned())
                options=Signal::derive(|| {
                    Shown::ALL.map(|one| (shown_words(one).to_owned(), t(shown_words(one)))).to_vec()
                })
                on_choose=choose_shown
                test_id="catalogue-use"
            />
            <span class="soft small numeric">{move || count()}</span>
        </div>
    }
}

fn shown_words(shown: Shown) -> &'static str {
    match shown {
        Shown::All => "catalogue-all",
        Shown::Live => "catalogue-live",
        Shown::NobodyListens => "catalogue-nobody-listens",
        Shown::NobodyRaises => "catalogue-nobody-raises",
        Shown::Unused => "catalogue-unused",
    }
}

#[component]
fn Table(asked: Asked, rows: Watch<Vec<catalogue::Row>>) -> impl IntoView {
    let head = |order, words| view! { <SortHead asked order words/> }.into_any();
    let roles: Vec<AnyView> = ROLES.map(|role| head(Order::Role(role), role_words(role))).into();
    view! {
        <div class="table-frame">
            <table class="table catalogue-table">
                <thead>
                    <tr>
                        {head(Order::Name, "name")}
                        {head(Order::State, "state")}
                        {head(Order::Attributes, "attributes")}
                        {roles}
                        <th>
                            <span class="sr-only">{move || t("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        rows.get().into_iter().map(|row| view! { <Row row/> }.into_any()).collect_view()
                    }}
                </tbody>
            </table>
            {move || {
                rows.with(Vec::is_empty)
                    .then(|| view! { <p class="empty">{move || t("catalogue-none-shown")}</p> }.into_any())
            }}
        </div>
    }
}

/// What a role is called over its column.
fn role_words(role: Role) -> &'static str {
    match role {
        Role::Raised => "catalogue-raised",
        Role::Starts => "catalogue-starts",
        Role::Waits => "catalogue-waits",
        Role::Ends => "catalogue-ends",
        Role::Goal => "catalogue-goal",
        Role::Flow => "catalogue-flow",
    }
}

/// The head of a column; a click sorts by it, another the other way round.
#[component]
fn SortHead(asked: Asked, order: Order, words: &'static str) -> impl IntoView {
    let sorted = move || match asked.order.get() {
        (by, descending) if by == order => Some(descending),
        _ => None,
    };
    // Of counts the largest are looked for, of names the first.
    let counts = !matches!(order, Order::Name | Order::State);
    let sort = move |_| {
        let descending = sorted().map_or(counts, |descending| !descending);
        asked.order.set((order, descending));
    };
    let aria = move || match sorted() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    view! {
        <th class:right=counts aria-sort=aria>
            <button type="button" class="sort-head" on:click=sort>
                {move || t(words)}
                <span class="sort-sign" aria-hidden="true">
                    {move || match sorted() {
                        None => "",
                        Some(false) => "↑",
                        Some(true) => "↓",
                    }}
                </span>
            </button>
        </th>
    }
}

#[component]
fn Row(row: catalogue::Row) -> impl IntoView {
    let store = Store::get();
    let (id, state) = (row.id, row.state);
    let names = row.attributes.join(", ");
    let number = |count: usize| {
        let words =
            move || if count == 0 { "–".to_owned() } else { numbers::count(count as u64) };
        view! { <td class="right numeric" class:soft=count == 0>{move || words()}</td> }.into_any()
    };
    let counts: Vec<AnyView> = row.counts.map(number).into();
    let attributes = number(row.attributes.len());
    let name = StoredValue::new(Some(row.name.clone()));
    let name = move || named(name.get_value());
    view! {
        <tr data-testid="catalogue-row">
            <td>
                <button
                    type="button"
                    class="catalogue-name"
                    title=names
                    on:click=move |_| store.open(Page::Triggers(Some(id)))
                >
                    <span class="link truncate">{move || name()}</span>
                    <code class="soft truncate">{row.unique_name}</code>
                </button>
            </td>
            <td>
                <TriggerStateView state=Signal::stored(state)/>
            </td>
            {attributes}
            {counts}
            <td class="right">
                <Actions id/>
            </td>
        </tr>
    }
}

/// What can be done with a trigger as a whole.
#[component]
fn Actions(id: TriggerId) -> impl IntoView {
    let (store, questions) = (Store::get(), Questions::get());
    let name = move || named(store.peek(|w| w.triggers.get(&id).map(|one| one.name.clone())));
    let items = move |()| {
        let item = MenuItem::plain;
        let state = store.peek(|w| w.triggers.get(&id).map(|one| one.state));
        let to = move |state| Callback::new(move |()| move_to(store, questions, id, state));
        let is = |wanted| state == Some(wanted);
        vec![
            item("duplicate", IconName::Copy, true, Callback::new(move |()| duplicate(store, id))),
            item("mark-ready", IconName::Check, is(TriggerState::Draft), to(TriggerState::Ready)),
            item("stop", IconName::X, is(TriggerState::Ready), to(TriggerState::Stopped)),
            item("delete", IconName::Trash2, true, Callback::new(move |()| delete(store, id))),
        ]
    };
    view! { <RowMenu name=Signal::derive(name) items=Callback::new(items)/> }
}

/// Copies a trigger and opens the copy.
pub(super) fn duplicate(store: Store, id: TriggerId) {
    run_and_open(store, Command::DuplicateTrigger(id));
}
