//! The triggers: all of them, and one to edit.

mod attributes;
mod catalogue;
mod new;
mod record;
mod snippet;

use leptos::prelude::*;

use crate::editor::Page;
use crate::model::id::TriggerId;
use crate::model::trigger::TriggerState;
use crate::ui::changing::changing;
use crate::ui::i18n::t_with;
use crate::ui::pages::list::{ListPage, ListRow};
use crate::ui::shell::state::TriggerStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use catalogue::Catalogue;
use new::NewTrigger;
use record::TriggerRecord;

/// The catalogue, or one trigger with the others beside it.
#[component]
pub fn TriggersPage(
    /// The open one.
    id: Option<TriggerId>,
) -> impl IntoView {
    let asks = RwSignal::new(false);
    let add = Callback::new(move |()| asks.set(true));
    let new = changing(move || asks.get().then(|| view! { <NewTrigger open=asks/> }.into_any()));
    if id.is_none() {
        return view! {
            <Catalogue on_add=add/>
            {new}
        }
        .into_any();
    }
    view! {
        <ListPage
            heading="triggers"
            add="new-trigger"
            on_add=add
            ids=|w| w.triggers.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <TriggerRecord id/> }.into_any()
        />
        {new}
    }
    .into_any()
}

#[component]
fn Row(id: TriggerId, open: bool) -> impl IntoView {
    let store = Store::get();
    let trigger = Watch::new(move |_| store.read(|w| w.triggers.get(&id).cloned()));
    let name = Signal::derive(move || trigger.get().map(|t| t.name.clone()).unwrap_or_default());
    let state = Signal::derive(move || trigger.get().map_or(TriggerState::Draft, |t| t.state));
    let uses = Watch::new(move |_| store.index().usage(id).len());
    view! {
        <ListRow name open page=Page::Triggers(Some(id))>
            <TriggerStateView state/>
            <span class="soft">{move || t_with("use-count", [("count", uses.get().into())])}</span>
        </ListRow>
    }
}
