//! The flows: all of them, and one to edit.

mod actions;
mod at;
mod condition;
mod mixed;
mod record;
mod step;
mod value;

use leptos::prelude::*;

use crate::editor::{Command, Created, Page};
use crate::model::id::FlowId;
use crate::ui::i18n::t;
use crate::ui::pages::list::{ListPage, ListRow};
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
    let add = Callback::new(move |()| {
        let name = untrack(|| t("new-flow-name"));
        let created = store.run(Command::AddFlow(name, None)).and_then(|outcome| outcome.created);
        if let Some(Created::Flow(id)) = created {
            store.open(Page::Flows(Some(id)));
        }
    });
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
    let open_it = Callback::new(move |()| store.open(Page::Flows(Some(id))));
    view! {
        <ListRow name open=Signal::stored(open) on_open=open_it>
            <span class="state" data-state=move || if on() { "live" } else { "draft" }>
                <span class="dot"></span>
                {move || if on() { t("flow-on") } else { t("flow-off") }}
            </span>
            <span class="soft truncate">{move || trigger()}</span>
        </ListRow>
    }
}
