//! What the contacts of a test scenario do.

use leptos::prelude::*;

use crate::check::site::Spot;
use crate::editor::Command;
use crate::model::audience::{Event, Happening};
use crate::model::id::{EventId, ScenarioId};
use crate::model::time::Moment;
use crate::model::trigger::Attribute;
use crate::ui::i18n::{t, t_with};
use crate::ui::pages::contacts::cell::PlainValue;
use crate::ui::pages::contacts::events::{bare, happenings, interactions, key_of, of_key};
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::pages::tests::people::is_wrong;
use crate::ui::pages::tests::record::{edit, problems_at};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Select, TextInput};

/// When a first event happens, before anybody set it.
const NEW_AT: &str = "2026-01-05T09:00";

/// The section.
#[component]
pub fn Events(id: ScenarioId) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let scenario = w.scenarios.get(&id);
            let ids = scenario.map(|known| known.events.iter().map(|e| e.id).collect::<Vec<_>>());
            ids.unwrap_or_default()
        })
    });
    let first = move |w: &crate::model::workspace::Workspace| {
        let scenario = w.scenarios.get(&id)?;
        // The new event is like the last one, so that a series is quick to write.
        let last = scenario.events.last();
        let last = last.map(|event| (event.contact, bare(&event.what), event.at.clone()));
        let trigger = w.triggers.keys().next().map(|trigger| Happening::raises(*trigger));
        let what = || trigger.or_else(|| interactions(w).next());
        last.or_else(|| Some((scenario.contacts.first()?.id, what()?, NEW_AT.into())))
    };
    let add = Callback::new(move |()| {
        if let Some((contact, what, at)) = store.peek(first) {
            store.run(Command::AddScenarioEvent(id, contact, what, at));
        }
    });
    view! {
        <section class="record-section" aria-label=move || t("test-events")>
            <SectionHead
                heading="test-events"
                about="test-events-about"
                add="add-event"
                on_add=add
                can_add=Signal::derive(move || store.read(first).is_some())
            />
            <ul class="events test-rows">
                <Rows each=move || ids.get() let:event>
                    <EventRow id event/>
                </Rows>
            </ul>
        </section>
    }
}

#[component]
fn EventRow(id: ScenarioId, event: EventId) -> impl IntoView {
    let store = Store::get();
    let found = Watch::new(move |_| {
        store.read(|w| {
            let scenario = w.scenarios.get(&id)?;
            scenario.events.iter().find(|known| known.id == event).cloned()
        })
    });
    let attributes = Watch::new(move |_| {
        store.read(|w| {
            let trigger = found.get().and_then(|known| w.triggers.get(&known.trigger()?));
            trigger.map(|trigger| trigger.attributes.clone()).unwrap_or_default()
        })
    });
    let people = Signal::derive(move || {
        store.read(|w| {
            let contacts = w.scenarios.get(&id).map(|known| known.contacts.as_slice());
            let contacts = contacts.unwrap_or_default().iter();
            contacts.map(|known| (known.id.to_string(), known.name.clone())).collect()
        })
    });
    let happenings = Signal::derive(move || store.read(happenings));
    let text = move |read: fn(&Event) -> String| {
        Signal::derive(move || found.get().map(|known| read(&known)).unwrap_or_default())
    };
    let at = text(|known| known.at.clone());
    view! {
        <li class="event" data-testid="test-event">
            <Select
                label=Signal::derive(|| t("event-contact"))
                value=text(|known| known.contact.to_string())
                options=people
                on_choose=move |key: String| {
                    change(store, id, event, |known| known.contact = key.parse().unwrap_or(known.contact));
                }
            />
            <Select
                label=Signal::derive(|| t("event-trigger"))
                value=text(|known| key_of(&known.what))
                options=happenings
                on_choose=move |key: String| {
                    change(store, id, event, |known| {
                        if let Some(what) = of_key(&key) {
                            known.what = what;
                        }
                    });
                }
            />
            <TextInput
                label=Signal::derive(|| t("event-at"))
                value=at
                on_input=move |text| change(store, id, event, |known| known.at = text)
                placeholder=Signal::derive(|| t("date-time-example"))
                invalid=Signal::derive(move || at.get().trim().parse::<Moment>().is_err())
            />
            <div class="event-values">
                {move || {
                    let cell = |attribute| view! { <ValueCell id event found attribute/> }.into_any();
                    attributes.get().into_iter().map(cell).collect_view()
                }}
            </div>
            <DeleteRow
                name=Signal::derive(move || t("event"))
                on_delete=move |()| {
                    edit(store, id, |scenario| scenario.events.retain(|known| known.id != event));
                }
            />
            {problems_at(id, Spot::Doing(event))}
        </li>
    }
}

#[component]
fn ValueCell(
    id: ScenarioId,
    event: EventId,
    found: Watch<Option<Event>>,
    attribute: Attribute,
) -> impl IntoView {
    let store = Store::get();
    let (attribute_id, ty) = (attribute.id, attribute.ty.clone());
    let value = Signal::derive(move || {
        let known = found.get();
        let value = known.and_then(|known| known.values()?.get(&attribute_id).cloned());
        value.unwrap_or_default()
    });
    let invalid = Signal::derive({
        let ty = ty.clone();
        move || is_wrong(&value.get(), &ty)
    });
    let set = move |text: String| {
        change(store, id, event, |known| {
            let Some(values) = known.values_mut() else { return };
            if text.is_empty() {
                values.remove(&attribute_id);
            } else {
                values.insert(attribute_id, text);
            }
        });
    };
    let name = attribute.name.clone();
    let label = move || t_with("event-value", [("attribute", name.clone().into())]);
    view! {
        <div class="event-value">
            <span class="field-help">{attribute.name.clone()}</span>
            <PlainValue label=Signal::derive(label) ty value on_input=set invalid/>
        </div>
    }
}

fn change(store: Store, id: ScenarioId, event: EventId, change: impl FnOnce(&mut Event)) {
    edit(store, id, |scenario| {
        if let Some(known) = scenario.events.iter_mut().find(|known| known.id == event) {
            change(known);
        }
    });
}
