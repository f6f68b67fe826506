//! What the example contacts do: triggers raised from outside, at a time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::{Site, Spot, Subject};
use crate::check::term;
use crate::editor::Command;
use crate::model::audience::Event;
use crate::model::id::EventId;
use crate::model::trigger::Attribute;
use crate::ui::i18n::{t, t_with};
use crate::ui::pages::contacts::cell::Cell;
use crate::ui::pages::contacts::{DeleteRow, SectionHead};
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Select, TextInput};

/// The section.
#[component]
pub fn Events() -> impl IntoView {
    let store = Store::get();
    let ids = Memo::new(move |_| store.read(|w| w.events.keys().copied().collect::<Vec<_>>()));
    let first = move |w: &crate::model::workspace::Workspace| {
        Some((*w.contacts.keys().next()?, *w.triggers.keys().next()?))
    };
    let add = Callback::new(move |()| {
        // The new event is like the last one, so that a series is quick to write.
        let like = store.peek(|w| {
            let last = w.events.values().next_back();
            let last = last.map(|event| (event.contact, event.trigger, event.at.clone()));
            last.or_else(|| first(w).map(|(contact, trigger)| (contact, trigger, NEW_AT.into())))
        });
        if let Some((contact, trigger, at)) = like {
            store.run(Command::AddEvent(contact, trigger, at));
        }
    });
    view! {
        <section class="record-section" aria-label=move || t("example-events")>
            <SectionHead
                heading="example-events"
                about="example-events-about"
                add="add-event"
                on_add=add
                can_add=Signal::derive(move || store.read(first).is_some())
            />
            <ul class="events">
                <Rows each=move || ids.get() let:id>
                    <EventRow id/>
                </Rows>
            </ul>
        </section>
    }
}

/// When a first event happens, before anybody set it.
const NEW_AT: &str = "2026-01-05T09:00";

#[component]
fn EventRow(id: EventId) -> impl IntoView {
    let store = Store::get();
    let event = Memo::new(move |_| store.read(|w| w.events.get(&id).cloned()));
    let attributes = Memo::new(move |_| {
        store.read(|w| {
            let trigger = w.events.get(&id).map(|event| event.trigger);
            let trigger = trigger.and_then(|trigger| w.triggers.get(&trigger));
            trigger.map(|trigger| trigger.attributes.clone()).unwrap_or_default()
        })
    });
    let people = Signal::derive(move || {
        store.read(|w| w.contacts.values().map(|c| (c.id.to_string(), c.name.clone())).collect())
    });
    let triggers = Signal::derive(move || {
        store.read(|w| w.triggers.values().map(|t| (t.id.to_string(), t.name.clone())).collect())
    });
    let text = move |read: fn(&Event) -> String| {
        Signal::derive(move || event.get().map(|event| read(&event)).unwrap_or_default())
    };
    let at = move |spot| Callback::new(move |site: Site| site == Subject::Event(id).at(spot));
    view! {
        <li class="event" data-testid="event">
            <Select
                label=Signal::derive(|| t("event-contact"))
                value=text(|event| event.contact.to_string())
                options=people
                on_choose=move |key: String| {
                    edit(store, id, |event| event.contact = key.parse().unwrap_or(event.contact));
                }
            />
            <Select
                label=Signal::derive(|| t("event-trigger"))
                value=text(|event| event.trigger.to_string())
                options=triggers
                on_choose=move |key: String| {
                    edit(store, id, |event| event.trigger = key.parse().unwrap_or(event.trigger));
                }
            />
            <div class="cell">
                <TextInput
                    label=Signal::derive(|| t("event-at"))
                    value=text(|event| event.at.clone())
                    on_input=move |text| edit(store, id, |event| event.at = text)
                    placeholder=Signal::derive(|| t("date-time-example"))
                />
                <InlineProblems here=at(Spot::At)/>
            </div>
            <div class="event-values">
                {move || {
                    attributes
                        .get()
                        .into_iter()
                        .map(|attribute| view! { <AttributeCell id event attribute/> }.into_any())
                        .collect_view()
                }}
                <div class="event-value">
                    <span class="field-help">{move || t(term::SOURCE_BINDING)}</span>
                    <TextInput
                        label=Signal::derive(|| t(term::SOURCE_BINDING))
                        value=text(|event| event.binding.clone())
                        on_input=move |text| edit(store, id, |event| event.binding = text)
                    />
                </div>
            </div>
            <DeleteRow
                name=Signal::derive(move || t("event"))
                on_delete=Callback::new(move |()| drop(store.run(Command::DeleteEvent(id))))
            />
        </li>
    }
}

#[component]
fn AttributeCell(
    id: EventId,
    event: Memo<Option<Arc<Event>>>,
    attribute: Attribute,
) -> impl IntoView {
    let store = Store::get();
    let (attribute_id, name) = (attribute.id, attribute.name.clone());
    let value = move || event.get().and_then(|event| event.values.get(&attribute_id).cloned());
    let set = move |text: String| {
        edit(store, id, |event| {
            if text.is_empty() {
                event.values.remove(&attribute_id);
            } else {
                event.values.insert(attribute_id, text);
            }
        });
    };
    let label = move || t_with("event-value", [("attribute", name.clone().into())]);
    view! {
        <div class="event-value">
            <span class="field-help">{attribute.name.clone()}</span>
            <Cell
                label=Signal::derive(label)
                ty=attribute.ty.clone()
                value=Signal::derive(move || value().unwrap_or_default())
                on_input=set
                site=Subject::Event(id).at(Spot::AttributeValue(attribute_id))
            />
        </div>
    }
}

/// Sends the event as it is after `change`.
fn edit(store: Store, id: EventId, change: impl FnOnce(&mut Event)) {
    store.change(id, Command::SetEvent, change);
}
