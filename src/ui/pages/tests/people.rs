//! Who takes part in a test scenario.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::Spot;
use crate::editor::Command;
use crate::model::audience::{Contact, Field};
use crate::model::id::{ContactId, ScenarioId};
use crate::model::value::{Type, Value};
use crate::model::zone::TimeZone;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::contacts::cell::PlainValue;
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::pages::tests::record::{edit, problems_at};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;

/// The section.
#[component]
pub fn People(id: ScenarioId) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let scenario = w.scenarios.get(&id);
            scenario.map(|known| known.contacts.iter().map(|c| c.id).collect::<Vec<_>>())
        })
    });
    let ids = Watch::new(move |_| ids.get().unwrap_or_default());
    let add = Callback::new(move |()| {
        let number = ids.with_untracked(Vec::len) + 1;
        let number = untrack(|| numbers::count(number as u64));
        let name = untrack(|| t_with("new-contact-name", [("n", number.into())]));
        store.run(Command::AddScenarioContact(id, name));
    });
    view! {
        <section class="record-section" aria-label=move || t("test-contacts")>
            <SectionHead
                heading="test-contacts"
                about="test-contacts-about"
                add="add-contact"
                on_add=add
                can_add=true
            />
            <ul class="events test-rows">
                <Rows each=move || ids.get() let:contact>
                    <Person id contact/>
                </Rows>
            </ul>
        </section>
    }
}

#[component]
fn Person(id: ScenarioId, contact: ContactId) -> impl IntoView {
    let store = Store::get();
    let found = Watch::new(move |_| {
        store.read(|w| w.scenarios.get(&id).and_then(|known| known.contact(contact).cloned()))
    });
    let fields =
        Watch::new(move |_| store.read(|w| w.fields.values().cloned().collect::<Vec<_>>()));
    let name = Signal::derive(move || found.get().map(|known| known.name).unwrap_or_default());
    let cell = move |field: Arc<Field>| view! { <FieldCell id contact found field/> }.into_any();
    view! {
        <li class="event test-contact" data-testid="test-contact">
            <div class="event-value test-wide">
                <span class="field-help">{move || t("name")}</span>
                <PlainValue
                    label=Signal::derive(|| t("contact-name"))
                    ty=Type::Text
                    value=name
                    on_input=move |text| change(store, id, contact, |known| known.name = text)
                    invalid=Signal::derive(move || name.get().trim().is_empty())
                />
            </div>
            <div class="event-values">
                {move || fields.get().into_iter().map(cell).collect_view()}
            </div>
            <DeleteRow
                name
                on_delete=move |()| {
                    edit(store, id, |scenario| scenario.remove_contact(contact));
                }
            />
            {problems_at(id, Spot::Person(contact))}
        </li>
    }
}

#[component]
fn FieldCell(
    id: ScenarioId,
    contact: ContactId,
    found: Watch<Option<Contact>>,
    field: Arc<Field>,
) -> impl IntoView {
    let store = Store::get();
    let (field_id, ty) = (field.id, field.ty.clone());
    let value = Signal::derive(move || {
        found.get().and_then(|known| known.values.get(&field_id).cloned()).unwrap_or_default()
    });
    let invalid = Signal::derive({
        let ty = ty.clone();
        move || is_wrong(&value.get(), &ty)
    });
    let set = move |text: String| {
        change(store, id, contact, |known| {
            if text.is_empty() {
                known.values.remove(&field_id);
            } else {
                known.values.insert(field_id, text);
            }
        });
    };
    let label = field.name.clone();
    view! {
        <div class="event-value">
            <span class="field-help">{field.name.clone()}</span>
            <PlainValue label=Signal::stored(label) ty value on_input=set invalid/>
        </div>
    }
}

/// Whether something is written that is not of the type.
pub(super) fn is_wrong(text: &str, ty: &Type) -> bool {
    !text.trim().is_empty() && Value::parse(text, ty, &TimeZone::UTC).is_err()
}

fn change(store: Store, id: ScenarioId, contact: ContactId, change: impl FnOnce(&mut Contact)) {
    edit(store, id, |scenario| {
        if let Some(known) = scenario.contacts.iter_mut().find(|known| known.id == contact) {
            change(known);
        }
    });
}
