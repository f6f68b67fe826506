//! The definition of the chosen trigger, as far as it is made in place: while it is
//! a draft, its name, its attributes with their types, and marking it ready to use.
//! Everything else about it is on its own page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::check::{Spot, Subject, term};
use crate::editor::{Command, Created, Page, Reshape};
use crate::model::id::{AttributeId, TriggerId};
use crate::model::trigger::{MAX_ATTRIBUTES, Trigger, TriggerState};
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::problems::inline::is_wrong;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::Says;
use crate::ui::rows::Rows;
use crate::ui::shell::state::TriggerStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, Button, IconButton};
use crate::ui::widgets::inputs::{Field, Select, TextInput};
use crate::ui::widgets::type_input::{table_options, type_of, type_options};

/// The chosen trigger: its state, the way to its page, and its editor while it is a draft.
#[component]
pub fn ChosenTrigger(
    /// What is chosen.
    #[prop(into)]
    trigger: Signal<Option<TriggerId>>,
) -> impl IntoView {
    let store = Open::get().store;
    let chosen = Watch::new(move |_| {
        let id = trigger.get()?;
        store.read(|workspace| workspace.triggers.get(&id).map(|found| (id, found.state)))
    });
    changing(move || {
        chosen.get().map(|(id, state)| {
            view! {
                <div class="pane-line">
                    <TriggerStateView state/>
                    <Button
                        label="trigger-open"
                        class="link small"
                        on_click=move |()| store.open(Page::Triggers(Some(id)))
                    />
                </div>
                {(state == TriggerState::Draft).then(|| view! { <Definition id/> }.into_any())}
            }
            .into_any()
        })
    })
}

#[component]
fn Definition(id: TriggerId) -> impl IntoView {
    let store = Open::get().store;
    let attributes = Watch::new(move |_| {
        read(store, id, |trigger| trigger.attributes.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        let command = Command::AddAttribute(id, untrack(|| t("attribute-new")), Type::Text);
        let made = store.run(command);
        if let Some(Created::Attribute(id)) = made.and_then(|outcome| outcome.created) {
            select_text(format!("attribute-{id}-name"));
        }
    };
    let name = Subject::Trigger(id).at(Spot::Name);
    view! {
        <div class="pane-card definition" data-testid="trigger-definition">
            <Field label=Signal::derive(|| t("trigger-name"))>
                <TextInput
                    value=Signal::derive(move || read(store, id, |trigger| trigger.name.clone()))
                    on_input=move |name| set(store, id, |trigger| trigger.name = name)
                    invalid=Signal::derive(move || is_wrong(store, name))
                    test_id="trigger-name"
                />
            </Field>
            <Says site=name/>
            <div class="definition-attributes" role="group" aria-label=move || t("attributes")>
                <span class="field-label">{move || t("attributes")}</span>
                {move || {
                    attributes.with(Vec::is_empty)
                        .then(|| view! { <p class="soft small">{move || t("attributes-none")}</p> }.into_any())
                }}
                <Rows
                    each=move || attributes.get()
                    children=move |attribute| view! { <AttributeRow trigger=id attribute/> }
                />
            </div>
            <div class="pane-actions">
                <AddButton
                    label="attribute-add"
                    on_click=add
                    enabled=Signal::derive(move || attributes.with(Vec::len) < MAX_ATTRIBUTES)
                    test_id="add-attribute"
                />
                <Button
                    label="trigger-mark-ready"
                    class="button button-small button-primary"
                    test_id="mark-ready"
                    on_click=move |()| {
                        store.run(Command::SetTriggerState(id, TriggerState::Ready));
                    }
                />
            </div>
        </div>
    }
}

#[component]
fn AttributeRow(trigger: TriggerId, attribute: AttributeId) -> impl IntoView {
    let (store, dialogs) = (Open::get().store, Dialogs::get());
    let read = move |what: fn(&crate::model::trigger::Attribute) -> String| {
        read(store, trigger, |found| found.attribute(attribute).map(what).unwrap_or_default())
    };
    let change = move |change: &dyn Fn(&mut crate::model::trigger::Attribute)| {
        set(store, trigger, |found| {
            found.attributes.iter_mut().filter(|one| one.id == attribute).for_each(change);
        });
    };
    let site = Subject::Trigger(trigger).at(Spot::Attribute(attribute));
    let table = Watch::new(move |_| {
        self::read(store, trigger, |found| match &found.attribute(attribute)?.ty {
            Type::EntityReference(table) => Some(*table),
            _ => None,
        })
    });
    let is_reference = Watch::new(move |_| table.get().is_some());
    let set_type = move |key: String| {
        dialogs.ask(store, Reshape::AttributeType(trigger, attribute, type_of(store, &key)));
    };
    view! {
        <div class="definition-row">
            <TextInput
                label=Signal::derive(|| t("attribute-name"))
                value=Signal::derive(move || read(|found| found.name.clone()))
                on_input=move |name: String| change(&|found| found.name.clone_from(&name))
                invalid=Signal::derive(move || is_wrong(store, site))
                test_id=format!("attribute-{attribute}-name")
            />
            <Select
                label=Signal::derive(|| t("attribute-type"))
                value=Signal::derive(move || read(|found| term::of_type(&found.ty).to_owned()))
                options=Signal::derive(move || type_options(store, is_reference.get()))
                on_choose=set_type
                test_id=format!("attribute-{attribute}-type")
            />
            <IconButton
                icon=IconName::Trash2
                label=Signal::derive(move || {
                    t_with("attribute-delete", [("name", read(|found| found.name.clone()).into())])
                })
                on_click=move |()| {
                    dialogs.ask(store, Reshape::DeleteAttribute(trigger, attribute));
                }
            />
        </div>
        {move || {
            is_reference.get()
                .then(|| {
                    view! {
                        <Field label=Signal::derive(|| t("attribute-table"))>
                            <Select
                                label=Signal::derive(|| t("attribute-table"))
                                value=Signal::derive(move || {
                                    table.get().map(|table| table.to_string()).unwrap_or_default()
                                })
                                options=Signal::derive(move || table_options(store))
                                on_choose=move |key: String| {
                                    if let Ok(table) = key.parse() {
                                        let ty = Type::EntityReference(table);
                                        dialogs.ask(store, Reshape::AttributeType(trigger, attribute, ty));
                                    }
                                }
                                test_id=format!("attribute-{attribute}-table")
                            />
                        </Field>
                    }
                        .into_any()
                })
        }}
        <Says site/>
    }
}

fn read<T: Default>(store: Store, id: TriggerId, read: impl FnOnce(&Trigger) -> T) -> T {
    store.read(|workspace| workspace.triggers.get(&id).map(|found| read(found)).unwrap_or_default())
}

fn set(store: Store, id: TriggerId, change: impl FnOnce(&mut Trigger)) {
    let found = store.peek(|workspace| workspace.triggers.get(&id).map(|found| (**found).clone()));
    if let Some(mut trigger) = found {
        change(&mut trigger);
        store.run(Command::SetTrigger(trigger));
    }
}

/// Puts the focus into a field that is about to be drawn, with its text selected.
fn select_text(test_id: String) {
    request_animation_frame(move || {
        let selector = format!("[data-testid={test_id}]");
        let found = document().query_selector(&selector).ok().flatten();
        let input = found.and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(input) = input {
            let _ = input.focus();
            input.select();
        }
    });
}
