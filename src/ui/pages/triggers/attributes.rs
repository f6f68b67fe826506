//! The attributes of a trigger: name and type of each, one line to add one.

use leptos::html;
use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::{Command, Reshape};
use crate::model::id::{AttributeId, TriggerId};
use crate::model::trigger::MAX_ATTRIBUTES;
use crate::model::value::Type;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::pages::section::{DeleteRow, write_in_last};
use crate::ui::pages::triggers::record::edit;
use crate::ui::pages::wires::places::{Places, Used};
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::TextInput;
use crate::ui::widgets::type_input::{self, TypeInput};

/// The list of attributes.
#[component]
pub fn Attributes(
    /// The trigger.
    id: TriggerId,
) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let attributes = w.triggers.get(&id).map(|trigger| trigger.attributes.as_slice());
            attributes.unwrap_or_default().iter().map(|attribute| attribute.id).collect::<Vec<_>>()
        })
    });
    let rows: NodeRef<html::Ul> = NodeRef::new();
    let add = move |()| {
        let name = untrack(|| t("new-attribute-name"));
        store.run(Command::AddAttribute(id, name, Type::Text));
        write_in_last(move || rows.try_get_untracked().flatten().map(Into::into));
    };
    view! {
        <section class="record-section" aria-label=move || t("attributes")>
            <header class="record-section-head">
                <h3>{move || t("attributes")}</h3>
                <span class="soft small numeric">
                    {move || t_with("attribute-count", [("count", ids.get().len().into()), ("most", MAX_ATTRIBUTES.into())])}
                </span>
            </header>
            <ul class="rows" node_ref=rows>
                <Rows each=move || ids.get() let:attribute>
                    <Attribute trigger=id id=attribute/>
                </Rows>
            </ul>
            <div>
                <Button
                    label="add-attribute"
                    class="button button-small"
                    icon=IconName::Plus
                    test_id="add-attribute"
                    on_click=add
                />
            </div>
        </section>
    }
}

#[component]
fn Attribute(trigger: TriggerId, id: AttributeId) -> impl IntoView {
    let (store, dialogs) = (Store::get(), Dialogs::get());
    let found = Watch::new(move |_| {
        store.read(|w| w.triggers.get(&trigger).and_then(|t| t.attribute(id).cloned()))
    });
    let name = Signal::derive(move || found.get().map(|a| a.name).unwrap_or_default());
    let ty = Signal::derive(move || found.get().map_or(Type::Text, |attribute| attribute.ty));
    let change = move |change: &dyn Fn(&mut crate::model::trigger::Attribute)| {
        edit(store, trigger, |trigger| {
            if let Some(attribute) = trigger.attributes.iter_mut().find(|each| each.id == id) {
                change(attribute);
            }
        });
    };
    view! {
        <li class="rows-row" data-testid="attribute">
            <ChangingIcon name=Signal::derive(move || type_input::icon(&ty.get()))/>
            <TextInput
                label=Signal::derive(|| t("attribute-name"))
                value=name
                on_input=move |name: String| change(&|attribute| attribute.name.clone_from(&name))
                test_id="attribute-name"
            />
            <TypeInput
                label=Signal::derive(|| t("type"))
                value=ty
                on_change=move |ty| dialogs.ask(store, Reshape::AttributeType(trigger, id, ty))
            />
            <DeleteRow
                name
                on_delete=move |()| dialogs.ask(store, Reshape::DeleteAttribute(trigger, id))
            />
            <div class="rows-notes">
                <Places of=Used::Attribute(trigger, id)/>
                <InlineProblems site=Subject::Trigger(trigger).at(Spot::Attribute(id))/>
            </div>
        </li>
    }
}
