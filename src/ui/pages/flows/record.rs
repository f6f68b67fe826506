//! One flow: what starts it, where it is, whether it is on, and its steps.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::{Holder, Site, Spot, Subject};
use crate::check::term;
use crate::editor::{Command, Page};
use crate::model::flow::{Action, Flow, FlowValue};
use crate::model::id::FlowId;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::flows::step::StepCard;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Checkbox, Field, TextInput};
use crate::ui::widgets::picker::{Choice, Picker};

/// The editor of one flow.
#[component]
pub fn FlowRecord(
    /// Which.
    id: FlowId,
) -> impl IntoView {
    let store = Store::get();
    let flow = Watch::new(move |_| store.read(|w| w.flows.get(&id).cloned()));
    let text = move |read: fn(&Flow) -> String| {
        Signal::derive(move || flow.get().map(|flow| read(&flow)).unwrap_or_default())
    };
    let at = move |spot| Callback::new(move |site: Site| site == Subject::Flow(id).at(spot));
    view! {
        <div class="record" data-testid="flow-record">
            <header class="record-head">
                <h2 class="truncate">{text(|flow| flow.name.clone())}</h2>
                <span class="drawer-space"></span>
                <button
                    type="button"
                    class="button button-danger"
                    on:click=move |_| {
                        if store.run(Command::DeleteFlow(id)).is_some() {
                            store.open(Page::Flows(None));
                        }
                    }
                >
                    <Icon name=IconName::Trash2/>
                    {move || t("delete")}
                </button>
            </header>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|flow| flow.name.clone())
                    on_input=move |name| edit(store, id, |flow| flow.name = name)
                    test_id="flow-name"
                />
            </Field>
            <InlineProblems here=at(Spot::Name)/>
            <Checkbox
                checked=Signal::derive(move || flow.get().is_some_and(|flow| flow.on))
                on_change=move |on| edit(store, id, |flow| flow.on = on)
                label=Signal::derive(|| t("flow-is-on"))
            />
            <InlineProblems here=at(Spot::On)/>
            <div class="field">
                <span class="field-label">{move || t("flow-starts")}</span>
                <dl class="flow-source">
                    <dt>{move || t("flow-catalog")}</dt>
                    <dd>{CATALOG}</dd>
                    <dt>{move || t("flow-category")}</dt>
                    <dd>{move || t("flow-category-custom")}</dd>
                    <dt>{move || t("flow-table")}</dt>
                    <dd>{move || t("flow-table-none")}</dd>
                </dl>
                <span class="field-label">{move || t("flow-action")}</span>
                <TriggerPick id/>
            </div>
            <InlineProblems here=at(Spot::Trigger(Holder::Own))/>
            <Field
                label=Signal::derive(|| t("environment"))
                help=Signal::derive(|| t("flow-environment-help"))
            >
                <TextInput
                    value=text(|flow| flow.environment.clone())
                    on_input=move |name| edit(store, id, |flow| flow.environment = name)
                />
            </Field>
            <InlineProblems here=at(Spot::Environment)/>
            <Steps id/>
        </div>
    }
}

/// The catalogue in which Power Automate lists custom triggers; a name, not a word.
const CATALOG: &str = "Cxp";

/// The trigger: the action name in Power Automate.
#[component]
fn TriggerPick(id: FlowId) -> impl IntoView {
    let store = Store::get();
    let chosen = Watch::new(move |_| {
        store.read(|w| {
            let trigger = w.flows.get(&id).and_then(|flow| flow.trigger)?;
            w.triggers.get(&trigger).map(|trigger| trigger.name.clone())
        })
    });
    let choices = move || {
        store.read(|w| {
            let choice = |trigger: &Arc<crate::model::trigger::Trigger>| Choice {
                key: trigger.id.to_string(),
                label: trigger.name.clone(),
                detail: t(term::of_trigger_state(trigger.state)),
                icon: Some(IconName::Zap),
                ..Choice::default()
            };
            w.triggers.values().map(choice).collect::<Vec<_>>()
        })
    };
    view! {
        <Picker
            label=Signal::derive(|| t("flow-action"))
            placeholder=Signal::derive(|| t("flow-action-choose"))
            value=Signal::derive(move || chosen.get().unwrap_or_default())
            icon=Signal::derive(move || chosen.get().map(|_| IconName::Zap))
            choices=Signal::derive(choices)
            on_choose=move |key: String| {
                edit(store, id, |flow| flow.trigger = key.parse().ok());
            }
            test_id="flow-trigger"
        />
    }
}

#[component]
fn Steps(id: FlowId) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let steps = w.flows.get(&id).map(|flow| flow.steps.as_slice()).unwrap_or_default();
            steps.iter().map(|step| step.id).collect::<Vec<_>>()
        })
    });
    let add_variable = move |_| {
        let variable = untrack(|| t("new-variable-name"));
        let action = Action::InitializeVariable { variable, value: FlowValue::ProfileId };
        store.run(Command::AddStep(id, String::new(), action));
    };
    let add_record = move |_| {
        let subject = ("subject".to_owned(), FlowValue::Fixed(String::new()));
        let action = Action::CreateRecord { table: "phonecall".into(), fields: vec![subject] };
        store.run(Command::AddStep(id, String::new(), action));
    };
    view! {
        <section class="record-section" aria-label=move || t("flow-steps")>
            <h3>{move || t("flow-steps")}</h3>
            <ol class="steps">
                <Rows each=move || ids.get() let:step>
                    <StepCard flow=id id=step/>
                </Rows>
            </ol>
            <div class="button-row">
                <button type="button" class="button button-small" data-testid="add-variable" on:click=add_variable>
                    <Icon name=IconName::Variable/>
                    {move || t("add-variable")}
                </button>
                <button type="button" class="button button-small" data-testid="add-record" on:click=add_record>
                    <Icon name=IconName::PhoneCall/>
                    {move || t("add-record")}
                </button>
            </div>
        </section>
    }
}

/// Sends the flow as it is after `change`.
pub(super) fn edit(store: Store, id: FlowId, change: impl FnOnce(&mut Flow)) {
    store.change(id, Command::SetFlow, change);
}
