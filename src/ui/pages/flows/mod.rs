//! The flows: all of them, and one to edit.

mod actions;
mod at;
mod condition;
mod mixed;
mod record;
mod step;
mod value;

use leptos::prelude::*;

use crate::editor::{Command, Page};
use crate::model::id::FlowId;
use crate::ui::i18n::t;
use crate::ui::pages::list::{ListPage, ListRow, run_and_open};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use record::FlowRecord;

/// The page, with one flow open.
#[component]
pub fn FlowsPage(
    /// The open one.
    id: Option<FlowId>,
) -> impl IntoView {
    let store = Store::get();
    let add = move |()| run_and_open(store, Command::AddFlow(untrack(|| t("new-flow-name")), None));
    view! {
        <ListPage
            heading="flows"
            add="new-flow"
            on_add=add
            empty="flows-empty"
            ids=|w| w.flows.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <FlowRecord id/> }.into_any()
        />
    }
}

#[component]
fn Row(id: FlowId, open: bool) -> impl IntoView {
    let store = Store::get();
    let flow = Watch::new(move |_| store.read(|w| w.flows.get(&id).cloned()));
    let name = Signal::derive(move || flow.get().map(|flow| flow.name.clone()).unwrap_or_default());
    let on = move || flow.get().is_some_and(|flow| flow.on);
    let trigger = move || {
        let trigger = flow.get().and_then(|flow| flow.trigger)?;
        store.read(|w| w.triggers.get(&trigger).map(|trigger| trigger.name.clone()))
    };
    view! {
        <ListRow name open page=Page::Flows(Some(id))>
            <span class="state" data-state=move || if on() { "live" } else { "draft" }>
                <span class="dot"></span>
                {move || if on() { t("flow-on") } else { t("flow-off") }}
            </span>
            <span class="soft truncate">{move || trigger()}</span>
        </ListRow>
    }
}
