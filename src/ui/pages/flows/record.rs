//! One flow: what starts it, where it is, whether it is on, and its steps.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::{Holder, Spot, Subject};
use crate::check::term;
use crate::editor::{Command, Page};
use crate::format::definition::{DefinitionError, ENDING, write_definition};
use crate::model::flow::Flow;
use crate::model::id::FlowId;
use crate::model::workspace::{CATALOG, CATEGORY, Settings};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::flows::step::step_list;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::properties::open::Open;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Checkbox, Field, TextInput};
use crate::ui::widgets::picker::{Choice, Picker};
use crate::web::files;

/// The editor of one flow.
#[component]
pub fn FlowRecord(
    /// Which.
    id: FlowId,
) -> impl IntoView {
    let store = Store::get();
    // Inputs for values ask for it, as they do in panes.
    provide_context(Open { store, id: None });
    let flow = Watch::new(move |_| store.read(|w| w.flows.get(&id).cloned()));
    let text = move |read: fn(&Flow) -> String| {
        Signal::derive(move || flow.get().map(|flow| read(&flow)).unwrap_or_default())
    };
    let at = move |spot| Subject::Flow(id).at(spot);
    view! {
        <div class="record" data-testid="flow-record">
            <header class="record-head">
                <h2 class="truncate">{text(|flow| flow.name.clone())}</h2>
                <span class="drawer-space"></span>
                <ExportButton id/>
                <Button
                    label="delete"
                    class="button button-danger"
                    icon=IconName::Trash2
                    on_click=move |()| {
                        if store.run(Command::DeleteFlow(id)).is_some() {
                            store.open(Page::Flows(None));
                        }
                    }
                />
            </header>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|flow| flow.name.clone())
                    on_input=move |name| edit(store, id, |flow| flow.name = name)
                    test_id="flow-name"
                />
            </Field>
            <InlineProblems site=at(Spot::Name)/>
            <Checkbox
                checked=Signal::derive(move || flow.get().is_some_and(|flow| flow.on))
                on_change=move |on| edit(store, id, |flow| flow.on = on)
                label=Signal::derive(|| t("flow-is-on"))
            />
            <InlineProblems site=at(Spot::On)/>
            <TriggerSection id/>
            <InlineProblems site=at(Spot::Trigger(Holder::Own))/>
            <Field
                label=Signal::derive(|| t("environment"))
                help=Signal::derive(|| t("flow-environment-help"))
            >
                <TextInput
                    value=text(|flow| flow.environment.clone())
                    on_input=move |name| edit(store, id, |flow| flow.environment = name)
                />
            </Field>
            <InlineProblems site=at(Spot::Environment)/>
            <section class="record-section" aria-label=move || t("flow-steps")>
                <h3>{move || t("flow-steps")}</h3>
                <InlineProblems site=at(Spot::Whole)/>
                {step_list(store, id, None)}
            </section>
        </div>
    }
}

/// Saves the flow as a workflow definition.
#[component]
fn ExportButton(id: FlowId) -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let save = move |()| {
        let name = store.peek(|w| w.flows.get(&id).map(|flow| flow.name.clone()));
        let name = files::name_for(&name.unwrap_or_default(), ENDING);
        match store.peek(|w| write_definition(w, id)) {
            Ok(text) => transfer::save(toasts, &name, "application/json", &text),
            Err(DefinitionError::Undecided(_)) => toasts.say("flow-not-finished", Vec::new()),
            Err(DefinitionError::NoTrigger | DefinitionError::NoFlow(_)) => {
                toasts.say("flow-without-trigger", Vec::new());
            }
        }
    };
    view! {
        <Button
            label="export-flow"
            icon=IconName::Download
            tooltip="export-flow-about"
            test_id="export-flow"
            on_click=save
        />
    }
}

/// What starts the flow, as Power Automate asks for it.
#[component]
fn TriggerSection(id: FlowId) -> impl IntoView {
    let store = Store::get();
    // Where the unique names are not what is shown, they are said too.
    let unique = move |name: fn(&Settings) -> &String, shown: &str| {
        let name = store.read(|w| name(&w.settings).clone());
        (name != shown).then(|| view! { <code class="small">{name}</code> }.into_any())
    };
    view! {
        <section class="record-section" aria-label=move || t("flow-starts")>
            <h3>{move || t("flow-starts")}</h3>
            <dl class="flow-source">
                <dt>{move || t("flow-catalog")}</dt>
                <dd>{CATALOG} " " {move || unique(|settings| &settings.catalog, CATALOG)}</dd>
                <dt>{move || t("flow-category")}</dt>
                <dd>
                    {move || t("flow-category-custom")} " "
                    {move || unique(|settings| &settings.category, CATEGORY)}
                </dd>
                <dt>{move || t("flow-table")}</dt>
                <dd>{move || t("flow-table-none")}</dd>
                <dt>{move || t("flow-action")}</dt>
                <dd><TriggerPick id/></dd>
            </dl>
            <p class="soft small">
                {move || t("flow-names-about")} " "
                <Button
                    label="settings"
                    class="link"
                    on_click=move |()| store.open(Page::Settings)
                />
            </p>
        </section>
    }
}

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

/// Sends the flow as it is after `change`.
fn edit(store: Store, id: FlowId, change: impl FnOnce(&mut Flow)) {
    store.change(id, Command::SetFlow, change);
}
