//! The example contacts: a row each, a column for every field.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::Command;
use crate::model::audience::{Contact, Field};
use crate::model::id::ContactId;
use crate::model::value::Type;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::contacts::cell::Cell;
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;

/// The section.
#[component]
pub fn People() -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(|w| w.contacts.keys().copied().collect::<Vec<_>>()));
    let fields =
        Watch::new(move |_| store.read(|w| w.fields.values().cloned().collect::<Vec<_>>()));
    let add = Callback::new(move |()| {
        let number = store.peek(|w| w.contacts.len() + 1);
        let number = untrack(|| numbers::count(number as u64));
        let name = untrack(|| t_with("new-contact-name", [("n", number.into())]));
        store.run(Command::AddContact(name));
    });
    view! {
        <section class="record-section" aria-label=move || t("example-contacts")>
            <SectionHead
                heading="example-contacts"
                about="example-contacts-about"
                add="add-contact"
                on_add=add
                can_add=true
            />
            {move || {
                (!ids.get().is_empty())
                    .then(|| view! { <Grid ids fields/> }.into_any())
            }}
        </section>
    }
}

#[component]
fn Grid(ids: Watch<Vec<ContactId>>, fields: Watch<Vec<Arc<Field>>>) -> impl IntoView {
    view! {
        <div class="table-frame">
            <table class="table grid">
                <thead>
                    <tr>
                        <th>{move || t("name")}</th>
                        {move || {
                            fields.get().into_iter().map(|field| view! { <th title=field.name.clone()>{field.name.clone()}</th> }.into_any()).collect_view()
                        }}
                        <th>
                            <span class="sr-only">{move || t("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=move || ids.get() let:id>
                        <PersonRow id fields/>
                    </Rows>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn PersonRow(id: ContactId, fields: Watch<Vec<Arc<Field>>>) -> impl IntoView {
    let store = Store::get();
    let contact = Watch::new(move |_| store.read(|w| w.contacts.get(&id).cloned()));
    let name = Signal::derive(move || contact.get().map(|c| c.name.clone()).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Contact)| {
        store.change(id, Command::SetContact, |contact: &mut Contact| change(contact));
    };
    let cell = move |field: Arc<Field>| {
        let (field_id, field_name) = (field.id, field.name.clone());
        let value = move || contact.get().and_then(|c| c.values.get(&field_id).cloned());
        let set = move |text: String| {
            change(&|contact| {
                if text.is_empty() {
                    contact.values.remove(&field_id);
                } else {
                    contact.values.insert(field_id, text.clone());
                }
            });
        };
        let label = move || {
            t_with(
                "value-of",
                [("field", field_name.clone().into()), ("contact", name.get().into())],
            )
        };
        view! {
            <td>
                <Cell
                    label=Signal::derive(label)
                    ty=field.ty.clone()
                    value=Signal::derive(move || value().unwrap_or_default())
                    on_input=set
                    site=Subject::Contact(id).at(Spot::FieldValue(field_id))
                />
            </td>
        }
        .into_any()
    };
    view! {
        <tr data-testid="contact">
            <td>
                <Cell
                    label=Signal::derive(|| t("contact-name"))
                    ty=Type::Text
                    value=name
                    on_input=move |name: String| change(&|contact| contact.name.clone_from(&name))
                    site=Subject::Contact(id).at(Spot::Name)
                />
            </td>
            {move || fields.get().into_iter().map(cell).collect_view()}
            <td class="right">
                <DeleteRow
                    name
                    on_delete=move |()| drop(store.run(Command::DeleteContact(id)))
                />
            </td>
        </tr>
    }
}
