//! A value in a flow: a fixed text, or one of the fields that come with the trigger.

use leptos::prelude::*;

use crate::model::flow::FlowValue;
use crate::model::id::{AttributeId, FlowId};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::TextInput;
use crate::ui::widgets::picker::{Choice, Picker};
use crate::ui::widgets::type_input;
use crate::ui::words;

/// The name of the contact's id in Power Automate; a name, not a word.
const PROFILE_ID: &str = "msdynmkt_profileid";
/// The name of the time of activation in Power Automate; a name, not a word.
const SIGNAL_TIME: &str = "msdynmkt_signaltimestamp";
/// The choice that stands for a fixed text.
const FIXED: &str = "fixed";

/// The input.
#[component]
pub fn ValueInput(
    /// The flow, for the attributes of its trigger.
    flow: FlowId,
    /// What it is the value of.
    label: Signal<String>,
    /// What the document says.
    #[prop(into)]
    value: Signal<FlowValue>,
    /// What was chosen or typed.
    #[prop(into)]
    on_change: Callback<FlowValue>,
) -> impl IntoView {
    let store = Store::get();
    let fixed = move || match value.get() {
        FlowValue::Fixed(text) => Some(text),
        _ => None,
    };
    let is_fixed = Watch::new(move |_| fixed().is_some());
    let shown = move || match value.get() {
        FlowValue::Fixed(_) => t("fixed-value"),
        FlowValue::ProfileId => PROFILE_ID.into(),
        FlowValue::SignalTime => SIGNAL_TIME.into(),
        FlowValue::Attribute(id) => attribute_name(store, flow, id).unwrap_or_default(),
    };
    let choose = move |key: String| {
        let chosen = match key.as_str() {
            FIXED => Some(FlowValue::Fixed(String::new())),
            PROFILE_ID => Some(FlowValue::ProfileId),
            SIGNAL_TIME => Some(FlowValue::SignalTime),
            key => key.parse().ok().map(FlowValue::Attribute),
        };
        if let Some(chosen) = chosen {
            on_change.run(chosen);
        }
    };
    view! {
        <Picker
            label
            placeholder=Signal::derive(|| t("source-missing"))
            value=Signal::derive(shown)
            choices=Signal::derive(move || choices(store, flow))
            on_choose=choose
            test_id="flow-value"
        />
        {move || {
            is_fixed
                .get()
                .then(|| {
                    view! {
                        <TextInput
                            label=Signal::derive(|| t("fixed-value"))
                            value=Signal::derive(move || fixed().unwrap_or_default())
                            on_input=move |text| on_change.run(FlowValue::Fixed(text))
                        />
                    }
                        .into_any()
                })
        }}
    }
}

/// What can be chosen: a fixed text, the trigger's attributes, what comes with every trigger.
fn choices(store: Store, flow: FlowId) -> Vec<Choice> {
    let named = |key: &str, label: String, group: String, icon, detail| Choice {
        key: key.to_owned(),
        label,
        detail,
        group,
        icon: Some(icon),
    };
    let mut found =
        vec![named(FIXED, t("fixed-value"), String::new(), IconName::Pencil, String::new())];
    let built_in = t("flow-built-in");
    found.extend([
        named(PROFILE_ID, PROFILE_ID.into(), built_in.clone(), IconName::User, t("type-text")),
        named(SIGNAL_TIME, SIGNAL_TIME.into(), built_in, IconName::Calendar, t("type-date-time")),
    ]);
    store.read(|w| {
        let trigger = w.flows.get(&flow).and_then(|flow| flow.trigger);
        let Some(trigger) = trigger.and_then(|id| w.triggers.get(&id)) else { return };
        found.extend(trigger.attributes.iter().map(|attribute| {
            let icon = type_input::icon(&attribute.ty);
            let detail = words::type_name(w, &attribute.ty);
            let key = attribute.id.to_string();
            named(&key, attribute.name.clone(), trigger.name.clone(), icon, detail)
        }));
    });
    found
}

fn attribute_name(store: Store, flow: FlowId, id: AttributeId) -> Option<String> {
    store.read(|w| {
        let trigger = w.flows.get(&flow)?.trigger?;
        w.attribute_of(trigger, id).ok().map(|attribute| attribute.name.clone())
    })
}
