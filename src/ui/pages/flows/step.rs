//! One step of a flow.

use leptos::prelude::*;

use crate::check::site::{Site, Spot, Subject};
use crate::editor::Command;
use crate::model::flow::{Action, FlowValue, Step};
use crate::model::id::{FlowId, StepId};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::flows::record::edit;
use crate::ui::pages::flows::value::ValueInput;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Field, TextInput};

/// The card of a step.
#[component]
pub fn StepCard(
    /// The flow.
    flow: FlowId,
    /// The step.
    id: StepId,
) -> impl IntoView {
    let store = Store::get();
    let step = Watch::new(move |_| step_of(store, flow, id));
    let is_variable = Watch::new(move |_| {
        matches!(step.get().map(|step| step.action), Some(Action::InitializeVariable { .. }))
    });
    let title = move || {
        let name = step.get().map(|step| step.name).unwrap_or_default();
        match (name.trim().is_empty(), is_variable.get()) {
            (false, _) => name,
            (true, true) => t("step-variable"),
            (true, false) => t("step-record"),
        }
    };
    view! {
        <li class="step" data-testid="step">
            <header class="step-head">
                <Icon name=Signal::derive(move || {
                    if is_variable.get() { IconName::Variable } else { IconName::PhoneCall }
                })/>
                <strong class="truncate">{move || title()}</strong>
                <span class="drawer-space"></span>
                <button
                    type="button"
                    class="button button-quiet button-small button-icon"
                    aria-label=move || t_with("delete-named", [("name", title().into())])
                    title=move || t("delete")
                    on:click=move |_| drop(store.run(Command::DeleteStep(flow, id)))
                >
                    <Icon name=IconName::Trash2/>
                </button>
            </header>
            {move || {
                if is_variable.get() {
                    view! { <Variable flow id step/> }.into_any()
                } else {
                    view! { <Record flow id step/> }.into_any()
                }
            }}
        </li>
    }
}

#[component]
fn Variable(flow: FlowId, id: StepId, step: Watch<Option<Step>>) -> impl IntoView {
    let store = Store::get();
    let name = move || match step.get().map(|step| step.action) {
        Some(Action::InitializeVariable { variable, .. }) => variable,
        _ => String::new(),
    };
    let set_name = move |name: String| {
        change(store, flow, id, |action| {
            if let Action::InitializeVariable { variable, .. } = action {
                *variable = name;
            }
        });
    };
    view! {
        <div class="step-body">
            <Field label=Signal::derive(|| t("variable-name"))>
                <TextInput value=Signal::derive(name) on_input=set_name/>
            </Field>
            <div class="field">
                <span class="field-label">{move || t("value")}</span>
                <StepValue flow id step index=0 label=Signal::derive(|| t("value"))/>
            </div>
        </div>
    }
}

/// Column names with their values.
type Columns = Vec<(String, FlowValue)>;

#[component]
fn Record(flow: FlowId, id: StepId, step: Watch<Option<Step>>) -> impl IntoView {
    let store = Store::get();
    let record = move || match step.get().map(|step| step.action) {
        Some(Action::CreateRecord { table, fields }) => (table, fields),
        _ => Default::default(),
    };
    let count = Watch::new(move |_| record().1.len());
    let on_record = move |edit: &dyn Fn(&mut String, &mut Columns)| {
        change(store, flow, id, |action| {
            if let Action::CreateRecord { table, fields } = action {
                edit(table, fields);
            }
        });
    };
    let column = move |index: usize| record().1.get(index).map(|f| f.0.clone()).unwrap_or_default();
    view! {
        <div class="step-body">
            <Field label=Signal::derive(|| t("table"))>
                <TextInput
                    value=Signal::derive(move || record().0)
                    on_input=move |name: String| on_record(&|table, _| table.clone_from(&name))
                />
            </Field>
            {move || {
                (0..count.get())
                    .map(|index| {
                        view! {
                            <div class="step-field">
                                <TextInput
                                    label=Signal::derive(|| t("column"))
                                    placeholder=Signal::derive(|| t("column"))
                                    value=Signal::derive(move || column(index))
                                    on_input=move |name: String| {
                                        on_record(&|_, fields| {
                                            if let Some(field) = fields.get_mut(index) {
                                                field.0.clone_from(&name);
                                            }
                                        })
                                    }
                                />
                                <StepValue flow id step index label=Signal::derive(move || column(index))/>
                                <button
                                    type="button"
                                    class="button button-quiet button-small button-icon"
                                    aria-label=move || t_with("delete-named", [("name", column(index).into())])
                                    on:click=move |_| {
                                        on_record(&|_, fields| {
                                            if index < fields.len() {
                                                fields.remove(index);
                                            }
                                        })
                                    }
                                >
                                    <Icon name=IconName::X/>
                                </button>
                            </div>
                        }
                            .into_any()
                    })
                    .collect_view()
            }}
            <div>
                <button
                    type="button"
                    class="button button-small"
                    data-testid="add-column"
                    on:click=move |_| {
                        on_record(&|_, fields| fields.push((String::new(), FlowValue::Fixed(String::new()))));
                    }
                >
                    <Icon name=IconName::Plus/>
                    {move || t("add-column")}
                </button>
            </div>
        </div>
    }
}

/// The value of that index in a step, with what is wrong with it.
#[component]
fn StepValue(
    flow: FlowId,
    id: StepId,
    step: Watch<Option<Step>>,
    index: usize,
    label: Signal<String>,
) -> impl IntoView {
    let store = Store::get();
    let value = move || {
        let step = step.get()?;
        step.action.values().get(index).map(|value| (*value).clone())
    };
    let set = move |new: FlowValue| {
        change(store, flow, id, |action| match action {
            Action::InitializeVariable { value, .. } => *value = new,
            Action::CreateRecord { fields, .. } => {
                if let Some(field) = fields.get_mut(index) {
                    field.1 = new;
                }
            }
        });
    };
    view! {
        <div class="step-value">
            <ValueInput
                flow
                label
                value=Signal::derive(move || value().unwrap_or(FlowValue::ProfileId))
                on_change=set
            />
            <InlineProblems here=move |site: Site| {
                site == Subject::Flow(flow).at(Spot::Step(id, index))
            }/>
        </div>
    }
}

fn step_of(store: Store, flow: FlowId, id: StepId) -> Option<Step> {
    store.read(|w| w.flows.get(&flow)?.steps.iter().find(|step| step.id == id).cloned())
}

/// Sends the flow with that step's action changed.
fn change(store: Store, flow: FlowId, id: StepId, change: impl FnOnce(&mut Action)) {
    edit(store, flow, |flow| {
        if let Some(step) = flow.steps.iter_mut().find(|step| step.id == id) {
            change(&mut step.action);
        }
    });
}
