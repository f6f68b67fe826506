//! Choosing a trigger, or creating one in place.

use leptos::prelude::*;

use crate::check::term;
use crate::editor::{Command, Created};
use crate::model::id::TriggerId;
use crate::model::trigger::Trigger;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::properties::open::Open;
use crate::ui::widgets::picker::{Choice, Picker};

/// A button that shows the trigger, and the searchable list of all with their states.
/// A new name offers to create a trigger of that name.
#[component]
pub fn TriggerPicker(
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<TriggerId>>,
    /// What was chosen or created.
    #[prop(into)]
    on_choose: Callback<TriggerId>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into)]
    test_id: String,
) -> impl IntoView {
    let open = Open::get();
    let store = open.store;
    let shown = move || {
        let Some(id) = value.get() else { return String::new() };
        store.read(|workspace| match workspace.triggers.get(&id) {
            Some(trigger) if trigger.name.trim().is_empty() => t("nameless"),
            Some(trigger) => trigger.name.clone(),
            None => t("trigger-gone"),
        })
    };
    let choices = move || {
        store.read(|workspace| workspace.triggers.values().map(|found| choice(found)).collect())
    };
    let choose = move |key: String| {
        if let Ok(id) = key.parse() {
            on_choose.run(id);
        }
    };
    let create = move |name: String| {
        let made = store.run(Command::AddTrigger(name.trim().to_owned()));
        if let Some(Created::Trigger(id)) = made.and_then(|outcome| outcome.created) {
            on_choose.run(id);
        }
    };
    view! {
        <Picker
            label=Signal::derive(|| t("trigger"))
            value=Signal::derive(shown)
            placeholder=Signal::derive(|| t("trigger-choose"))
            icon=Signal::derive(move || value.get().map(|_| IconName::Zap))
            choices=Signal::derive(choices)
            on_choose=choose
            on_create=Callback::new(create)
            create_label=Callback::new(|name: String| {
                t_with("trigger-create", [("name", name.trim().into())])
            })
            foot=Signal::derive(|| t("trigger-create-help"))
            invalid
            test_id
        />
    }
}

fn choice(trigger: &Trigger) -> Choice {
    Choice {
        key: trigger.id.to_string(),
        label: trigger.name.clone(),
        detail: t(term::of_trigger_state(trigger.state)),
        group: String::new(),
        icon: Some(IconName::Zap),
    }
}
