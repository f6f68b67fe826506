//! What pausing, running out and stopping mean for those inside and for others.

use leptos::prelude::*;

use crate::check::usage::Use;
use crate::check::{Silenced, ending, term};
use crate::model::id::JourneyId;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::run::Runs;
use crate::ui::store::Store;

/// The rules of a pause.
#[component]
pub fn PauseRules() -> impl IntoView {
    let rules = [
        "life-pause-entries",
        "life-pause-messages",
        "life-pause-others",
        "life-pause-timers",
        "life-pause-triggers",
        "life-pause-end",
        "life-pause-run",
    ];
    let rule = |rule: &'static str| view! { <li>{move || t(rule)}</li> }.into_any();
    view! { <ul class="life-list">{rules.map(rule).collect_view()}</ul> }
}

/// How many the last run left inside.
#[component]
pub fn WhoIsInside(id: JourneyId) -> impl IntoView {
    let runs = Runs::get();
    let words = move || {
        let inside = runs.report().and_then(|report| report.journeys.get(&id).map(|j| j.inside));
        match inside {
            None => t("life-inside-unknown"),
            Some(inside) => {
                let count = usize::try_from(inside).unwrap_or(usize::MAX);
                let args = [("count", count.into()), ("n", numbers::count(inside).into())];
                t_with("life-inside", args)
            }
        }
    };
    view! { <p data-testid="life-inside">{words}</p> }
}

/// The triggers that nothing raises any more, and who waits for them.
#[component]
pub fn StopEffects(id: JourneyId) -> impl IntoView {
    let store = Store::get();
    let found = ending(&untrack(|| store.index()), id);
    if found.is_empty() {
        return view! { <p>{move || t("life-silences-nothing")}</p> }.into_any();
    }
    let lines = found.into_iter().map(|one| line(store, one)).collect_view();
    view! {
        <p>{move || t("life-silences")}</p>
        <ul class="life-list" data-testid="life-silenced">{lines}</ul>
    }
    .into_any()
}

fn line(store: Store, one: Silenced) -> AnyView {
    let name = move || {
        store.read(|w| w.triggers.get(&one.trigger).map(|t| t.name.clone()).unwrap_or_default())
    };
    let listeners = one.listeners;
    let words = move || {
        let who: Vec<String> = listeners.iter().map(|one| who(store, one)).collect();
        let args = [("trigger", name().into()), ("who", who.join(", ").into())];
        t_with(if who.is_empty() { "life-silences-nobody" } else { "life-silences-who" }, args)
    };
    view! { <li>{words}</li> }.into_any()
}

/// `Nurture (starts)`.
fn who(store: Store, one: &Use) -> String {
    let name = store.read(|w| {
        let journey = one.journey.and_then(|id| w.journeys.get(&id)).map(|j| j.name.clone());
        journey.or_else(|| w.flows.get(&one.flow?).map(|flow| flow.name.clone()))
    });
    let args =
        [("name", name.unwrap_or_default().into()), ("role", t(term::of_role(one.role)).into())];
    t_with("life-listener", args)
}
