//! What contacts do where nothing is recorded: all behaviour models, and one to edit.

mod delay;
pub mod distribution;
mod record;
mod values;

use leptos::prelude::*;

use crate::editor::{Command, Page};
use crate::model::audience::Happening;
use crate::model::behaviour::{Model, ModelOf, Since};
use crate::model::id::{ModelId, TriggerId};
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::contacts::events::{happenings, key_of};
use crate::ui::pages::list::{ListPage, ListRow, run_and_open};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use record::ModelRecord;

/// The page, with one model open.
#[component]
pub fn BehaviourPage(
    /// The open one.
    id: Option<ModelId>,
) -> impl IntoView {
    let store = Store::get();
    let add = move |()| {
        if let Some(trigger) = store.peek(without_model) {
            run_and_open(store, Command::AddModel(trigger));
        }
    };
    let empty = if store.peek(|w| w.triggers.is_empty()) {
        "behaviour-no-triggers"
    } else {
        "behaviour-empty"
    };
    view! {
        <ListPage
            heading="behaviour"
            add="new-model"
            on_add=add
            empty=empty
            ids=|w| w.models.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <ModelRecord id/> }.into_any()
        />
    }
}

#[component]
fn Row(id: ModelId, open: bool) -> impl IntoView {
    let store = Store::get();
    let model = Watch::new(move |_| store.read(|w| w.models.get(&id).cloned()));
    let name = Signal::derive(move || {
        store.read(|w| w.models.get(&id).map(|model| name_of(w, model)).unwrap_or_default())
    });
    let occasion = move || {
        let Some(model) = model.get() else { return String::new() };
        match model.since() {
            None if model.raises().is_none() => t("model-after-sending"),
            None => t("model-from-start"),
            Some(since) => {
                let name = store.read(|w| trigger_name(w, since));
                t_with("model-after", [("trigger", name.into())])
            }
        }
    };
    let percent = move || {
        let percent = model.get().map(|model| numbers::decimal(model.percent));
        t_with("percent", [("n", percent.unwrap_or_default().into())])
    };
    view! {
        <ListRow name open page=Page::Behaviour(Some(id))>
            <span class="soft truncate">{move || occasion()}</span>
            <span class="soft numeric">{move || percent()}</span>
        </ListRow>
    }
}

/// What a model is called: after the trigger that it raises.
pub fn name_of(workspace: &Workspace, model: &Model) -> String {
    match &model.of {
        ModelOf::Trigger { trigger, .. } => trigger_name(workspace, *trigger),
        ModelOf::Interaction { .. } => {
            let what = happening(model);
            let key = key_of(&what);
            let found = happenings(workspace).into_iter().find(|(known, _)| *known == key);
            found.map_or(key, |(_, words)| words)
        }
    }
}

/// What contacts do, as an event would have it.
fn happening(model: &Model) -> Happening {
    match model.of {
        ModelOf::Trigger { trigger, .. } => Happening::raises(trigger),
        ModelOf::Interaction { message, kind } => Happening::Interaction { message, kind },
    }
}

fn trigger_name(workspace: &Workspace, id: TriggerId) -> String {
    workspace.triggers.get(&id).map_or_else(|| id.to_string(), |trigger| trigger.name.clone())
}

/// The first trigger that no model raises, or else the first.
fn without_model(workspace: &Workspace) -> Option<TriggerId> {
    let mut ids = workspace.triggers.keys().copied();
    let raised = |id: &TriggerId| workspace.models.values().any(|m| m.raises() == Some(*id));
    ids.find(|id| !raised(id)).or_else(|| workspace.triggers.keys().next().copied())
}

/// Sends the model as it is after `change`.
fn edit(store: Store, id: ModelId, change: impl FnOnce(&mut Model)) {
    store.change(id, Command::SetModel, change);
}

/// The occasion by its key in a choice.
fn since_key(since: Since) -> String {
    match since {
        Since::Start => String::new(),
        Since::Trigger(id) => id.to_string(),
    }
}
