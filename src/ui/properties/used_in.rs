//! "Used in": every journey and flow that uses a trigger, in any role, each a link.

use leptos::prelude::*;

use crate::check::{Role, Use, term, usage};
use crate::editor::{Page, Selection};
use crate::model::id::{FlowId, JourneyId, TriggerId};
use crate::model::journey::JourneyState;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::properties::open::Open;
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::words;

/// A journey with its uses of a trigger.
#[derive(Debug, Clone, PartialEq)]
struct User {
    journey: JourneyId,
    state: JourneyState,
    uses: Vec<Use>,
}

/// The line "Used in: 2 live journeys"; a click opens the list.
#[component]
pub fn UsedIn(
    /// The trigger.
    #[prop(into)]
    trigger: Signal<Option<TriggerId>>,
) -> impl IntoView {
    let store = Open::get().store;
    let uses = Watch::new(move |_| {
        let id = trigger.get()?;
        store.read(|workspace| workspace.triggers.contains_key(&id).then(|| usage(workspace, id)))
    });
    let has_trigger = Watch::new(move |_| uses.with(Option::is_some));
    let is_open = RwSignal::new(false);
    let users =
        Watch::new(move |_| uses.with(|uses| by_journey(uses.as_deref().unwrap_or_default())));
    let flows = Watch::new(move |_| {
        let all = uses.get().unwrap_or_default().into_iter();
        all.filter_map(|one| Some((one.flow?, one.live))).collect::<Vec<_>>()
    });
    changing(move || {
        has_trigger.get().then(|| {
            view! {
                <div class="used-in">
                    <button
                        type="button"
                        class="link small used-in-button"
                        data-testid="used-in"
                        aria-expanded=move || is_open.get().to_string()
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    >
                        <Icon name=Signal::derive(move || {
                            if is_open.get() { IconName::ChevronDown } else { IconName::ChevronRight }
                        })/>
                        {move || users.with(|users| count_words(users))}
                    </button>
                    {move || is_open.get().then(|| view! { <UsageList users flows/> }.into_any())}
                </div>
            }
                .into_any()
        })
    })
}

#[component]
fn UsageList(users: Watch<Vec<User>>, flows: Watch<Vec<(FlowId, bool)>>) -> impl IntoView {
    let store = Store::get();
    view! {
        <div class="pane-card used-in-list" data-testid="used-in-list">
            <p class="soft small">{move || t("used-in-about")}</p>
            <ul>
                {move || users.get().into_iter().map(|user| view! { <UserLine user/> }.into_any()).collect_view()}
            </ul>
            {move || {
                users.with(Vec::is_empty)
                    .then(|| view! { <p class="soft small">{move || t("used-in-no-journey")}</p> }.into_any())
            }}
            <h4>{move || t("flows")}</h4>
            <ul>
                {move || {
                    flows
                        .get()
                        .into_iter()
                        .map(|(id, live)| {
                            let name = move || {
                                store.read(|w| w.flows.get(&id).map(|flow| flow.name.clone()))
                            };
                            view! {
                                <li class="used-in-user">
                                    <button
                                        type="button"
                                        class="link small truncate"
                                        on:click=move |_| store.open(Page::Flows(Some(id)))
                                    >
                                        {move || name().filter(|name| !name.is_empty()).unwrap_or_else(|| t("nameless"))}
                                    </button>
                                    <span class="state" data-state=if live { "live" } else { "draft" }>
                                        <span class="dot"></span>
                                        {move || t(if live { "flow-reacts" } else { "flow-does-not-react" })}
                                    </span>
                                </li>
                            }
                                .into_any()
                        })
                        .collect_view()
                }}
            </ul>
            {move || {
                flows.with(Vec::is_empty)
                    .then(|| view! { <p class="soft small">{move || t("used-in-no-flow")}</p> }.into_any())
            }}
        </div>
    }
}

/// A journey: its name, its state, and what it does with the trigger where.
#[component]
fn UserLine(user: User) -> impl IntoView {
    let store = Store::get();
    let id = user.journey;
    let name = move || {
        let name = store.read(|w| w.journeys.get(&id).map(|journey| journey.name.clone()));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t("nameless"))
    };
    let first = user.uses.first().copied();
    view! {
        <li class="used-in-user">
            <button
                type="button"
                class="link small truncate"
                title=move || name()
                on:click=move |_| store.open_tile(id, first.map_or(Selection::Journey, selection))
            >
                {move || name()}
            </button>
            <JourneyStateView state=user.state/>
            <ul class="used-in-roles">
                {user
                    .uses
                    .into_iter()
                    .map(|one| {
                        view! {
                            <li>
                                <button
                                    type="button"
                                    class="link small"
                                    on:click=move |_| store.open_tile(id, selection(one))
                                >
                                    {move || role_words(store, one)}
                                </button>
                            </li>
                        }
                            .into_any()
                    })
                    .collect_view()}
            </ul>
        </li>
    }
}

/// What a journey does with the trigger, and at which tile where that says more.
fn role_words(store: Store, one: Use) -> String {
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
fn selection(one: Use) -> Selection {
    match (one.role, one.tile) {
        (Role::Starts, _) => Selection::Entry,
        (_, Some(tile)) => Selection::Tile(tile),
        (_, None) => Selection::Journey,
    }
}

fn by_journey(uses: &[Use]) -> Vec<User> {
    let mut users: Vec<User> = Vec::new();
    for one in uses {
        let (Some(journey), Some(state)) = (one.journey, one.state) else { continue };
        match users.iter_mut().find(|user| user.journey == journey) {
            Some(user) => user.uses.push(*one),
            None => users.push(User { journey, state, uses: vec![*one] }),
        }
    }
    users
}

/// "Used in: 2 live journeys (3 in all)".
fn count_words(users: &[User]) -> String {
    let live = users.iter().filter(|user| user.state.is_live()).count();
    let args = [
        ("live", live.into()),
        ("n", numbers::count(live as u64).into()),
        ("total", numbers::count(users.len() as u64).into()),
    ];
    if live == users.len() {
        let [live, n, _] = args;
        return t_with("used-in-live", [live, n]);
    }
    t_with("used-in-some-live", args)
}
