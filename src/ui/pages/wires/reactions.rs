//! "What happens if this is raised?": what would react now, what may, and what would not
//! and why; for anybody or for an example contact; and the whole chain as a picture.

use leptos::prelude::*;

use crate::check::reaction::{
    Hindrance, Need, Raise, Reaction, Reactions, Verdict, Why, reactions,
};
use crate::check::term;
use crate::editor::Page;
use crate::model::id::{ContactId, JourneyId, TileId, TriggerId};
use crate::model::time::Instant;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::wires::chain::ChainDialog;
use crate::ui::pages::wires::used_in::{journey_name, named, role_words, selection};
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Field, Select};

/// The list, for a tile that raises the trigger or for one that comes from outside.
#[component]
pub fn ReactionList(
    /// The trigger.
    trigger: TriggerId,
    /// The tile that raises it.
    #[prop(optional_no_strip)]
    by: Option<(JourneyId, TileId)>,
) -> impl IntoView {
    let store = Store::get();
    let contact = RwSignal::new(None::<ContactId>);
    let raise = move || Raise { trigger, by, contact: contact.get(), at: now() };
    let found = Watch::new(move |_| {
        let raise = raise();
        let index = store.index();
        store.read(|workspace| reactions(workspace, &index, raise))
    });
    let is_drawn = RwSignal::new(false);
    let hindrances = Watch::new(move |_| found.with(|found| found.hindrances.clone()));
    view! {
        <div class="reactions" data-testid="reactions">
            <WhoChoice contact/>
            {changing(move || {
                let all = hindrances.get();
                (!all.is_empty()).then(|| view! { <Hindrances trigger all/> }.into_any())
            })}
            {changing(move || view! { <Groups found=found.get()/> }.into_any())}
            <Button
                label="chain-show"
                class="button button-small"
                icon=IconName::Workflow
                test_id="chain-open"
                on_click=move |()| is_drawn.set(true)
            />
            {move || {
                is_drawn.get().then(|| {
                    let close = Callback::new(move |()| is_drawn.set(false));
                    view! { <ChainDialog raise=untrack(raise) close/> }.into_any()
                })
            }}
        </div>
    }
}

fn now() -> Instant {
    Instant(js_sys::Date::now() as i64)
}

/// Anybody, or one of the example contacts.
#[component]
fn WhoChoice(contact: RwSignal<Option<ContactId>>) -> impl IntoView {
    let store = Store::get();
    let options = Watch::new(move |_| {
        let anybody = (String::new(), t("reactions-anybody"));
        let contacts = store.read(|workspace| {
            let contacts = workspace.contacts.values();
            contacts.map(|one| (one.id.to_string(), one.name.clone())).collect::<Vec<_>>()
        });
        std::iter::once(anybody).chain(contacts).collect::<Vec<_>>()
    });
    let has_contacts = Watch::new(move |_| options.with(Vec::len) > 1);
    changing(move || {
        has_contacts.get().then(|| {
            view! {
                <Field label=Signal::derive(|| t("reactions-for"))>
                    <Select
                        value=Signal::derive(move || {
                            contact.get().map(|id| id.to_string()).unwrap_or_default()
                        })
                        options=options
                        on_choose=move |key: String| contact.set(key.parse().ok())
                        test_id="reactions-contact"
                    />
                </Field>
            }
            .into_any()
        })
    })
}

/// Why it may not be raised at all.
#[component]
fn Hindrances(trigger: TriggerId, all: Vec<Hindrance>) -> impl IntoView {
    let store = Store::get();
    let line = move |one: Hindrance| {
        view! { <li>{move || hindrance_words(store, trigger, one)}</li> }.into_any()
    };
    view! {
        <div class="reactions-not" role="note">
            <Icon name=IconName::TriangleAlert/>
            <ul>{all.into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

fn hindrance_words(store: Store, trigger: TriggerId, one: Hindrance) -> String {
    let attribute = |id| {
        let name =
            store.read(|workspace| Some(workspace.attribute_of(trigger, id).ok()?.name.clone()));
        [("name", named(name).into())]
    };
    match one {
        Hindrance::Trigger(state) => {
            let state = t(term::of_trigger_state(state));
            t_with("hindrance-trigger", [("state", state.into())])
        }
        Hindrance::Journey(state) => {
            let state = t(term::of_journey_state(state));
            t_with("hindrance-journey", [("state", state.into())])
        }
        Hindrance::Unmapped(id) => t_with("hindrance-unmapped", attribute(id)),
        Hindrance::Empty(id) => t_with("hindrance-empty", attribute(id)),
    }
}

/// What reacts, what may, and what does not.
#[component]
fn Groups(found: Reactions) -> impl IntoView {
    if found.all.is_empty() {
        return view! { <p class="soft small">{move || t("reactions-none")}</p> }.into_any();
    }
    let group = |heading: &'static str, of: &'static str, is: fn(&Verdict) -> bool| {
        let rows: Vec<AnyView> = found
            .all
            .iter()
            .filter(|one| is(&one.verdict))
            .map(|one| view! { <Line one=one.clone()/> }.into_any())
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        view! {
            <section class="reactions-group" data-verdict=of aria-label=move || t(heading)>
                <h4>{move || t(heading)}</h4>
                <ul>{rows}</ul>
            </section>
        }
        .into_any()
    };
    view! {
        {group("reactions-reacts", "reacts", |verdict| *verdict == Verdict::Reacts)}
        {group("reactions-depends", "depends", |verdict| matches!(verdict, Verdict::Depends(_)))}
        {group("reactions-does-not", "not", |verdict| matches!(verdict, Verdict::DoesNot(_)))}
    }
    .into_any()
}

/// One journey or flow, what it would do, and why it may not.
#[component]
fn Line(one: Reaction) -> impl IntoView {
    let store = Store::get();
    let used = one.used;
    let name = move || match used.flow {
        Some(id) => named(store.read(|w| w.flows.get(&id).map(|flow| flow.name.clone()))),
        None => journey_name(store, used.journey),
    };
    let open = move |()| match (used.journey, used.flow) {
        (Some(journey), _) => store.open_tile(journey, selection(used)),
        (None, flow) => store.open(Page::Flows(flow)),
    };
    let verdict = StoredValue::new(one.verdict);
    let says_why = verdict.with_value(|verdict| *verdict != Verdict::Reacts);
    let said = move || verdict.with_value(|verdict| verdict_words(store, verdict));
    view! {
        <li class="reactions-line">
            <Button
                label=Signal::derive(name)
                class="link small truncate"
                tooltip=Signal::derive(name)
                on_click=open
            />
            {used.state.map(|state| view! { <JourneyStateView state/> }.into_any())}
            <span class="small">{move || role_words(store, used)}</span>
            {says_why.then(|| view! { <span class="soft small">{move || said()}</span> }.into_any())}
        </li>
    }
}

/// What a verdict depends on, or why it is so.
pub fn verdict_words(store: Store, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Reacts => String::new(),
        Verdict::Depends(needs) => {
            let needs: Vec<String> = needs.iter().map(|need| need_words(*need)).collect();
            t_with("reactions-if", [("needs", needs.join(" · ").into())])
        }
        Verdict::DoesNot(whys) => {
            let whys: Vec<String> = whys.iter().map(|why| why_words(store, *why)).collect();
            whys.join(" · ")
        }
    }
}

fn need_words(need: Need) -> String {
    t(match need {
        Need::Inside => "need-inside",
        Need::StillInside => "need-still-inside",
        Need::Waiting => "need-waiting",
        Need::Condition => "need-condition",
        Need::NeverEntered => "need-never-entered",
        Need::NotEnteredFor(delay) => {
            let delay = numbers::duration(delay);
            return t_with("need-not-entered-for", [("duration", delay.into())]);
        }
        Need::NotExcluded => "need-not-excluded",
        Need::Binding => "need-binding",
    })
}

fn why_words(store: Store, why: Why) -> String {
    t(match why {
        Why::State(state) => {
            let state = t(term::of_journey_state(state));
            return t_with("why-state", [("state", state.into())]);
        }
        Why::Audience => "why-audience",
        Why::Condition => "why-condition",
        Why::NotYet => "why-not-yet",
        Why::NoLonger => "why-no-longer",
        Why::Excluded(id) => {
            let name = store.read(|w| w.segments.get(&id).map(|segment| segment.name.clone()));
            return t_with("why-excluded", [("name", named(name).into())]);
        }
        Why::NewerVersion => "why-newer-version",
        Why::Repeat => "why-repeat",
        Why::PassedBy => "why-passed-by",
        Why::Off => "why-off",
        Why::Environment => "why-environment",
    })
}
