//! What the example contacts do: triggers raised from outside, at a time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::check::term;
use crate::editor::Command;
use crate::model::audience::{Event, Happening};
use crate::model::id::EventId;
use crate::model::journey::{Interaction, TileKind};
use crate::model::trigger::Attribute;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::pages::contacts::cell::Cell;
use crate::ui::pages::contacts::import::Import;
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::run::figures;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Select, TextInput};

/// The section.
#[component]
pub fn Events() -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(|w| w.events.keys().copied().collect::<Vec<_>>()));
    let first = move |w: &Workspace| {
        let what = w.triggers.keys().next().map(|trigger| Happening::raises(*trigger));
        Some((*w.contacts.keys().next()?, what.or_else(|| interactions(w).next())?))
    };
    let add = Callback::new(move |()| {
        // The new event is like the last one, so that a series is quick to write.
        let like = store.peek(|w| {
            let last = w.events.values().next_back();
            let last = last.map(|event| (event.contact, bare(&event.what), event.at.clone()));
            last.or_else(|| first(w).map(|(contact, what)| (contact, what, NEW_AT.into())))
        });
        if let Some((contact, what, at)) = like {
            store.run(Command::AddEvent(contact, what, at));
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
            <Import/>
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
    let event = Watch::new(move |_| store.read(|w| w.events.get(&id).cloned()));
    let attributes = Watch::new(move |_| {
        store.read(|w| {
            let trigger = w.events.get(&id).and_then(|event| event.trigger());
            let trigger = trigger.and_then(|trigger| w.triggers.get(&trigger));
            trigger.map(|trigger| trigger.attributes.clone()).unwrap_or_default()
        })
    });
    let people = Signal::derive(move || {
        store.read(|w| w.contacts.values().map(|c| (c.id.to_string(), c.name.clone())).collect())
    });
    let happenings = Signal::derive(move || store.read(happenings));
    let text = move |read: fn(&Event) -> String| {
        Signal::derive(move || event.get().map(|event| read(&event)).unwrap_or_default())
    };
    let read_binding = move || match &event.get()?.what {
        Happening::Trigger { binding, .. } => Some(binding.clone()),
        Happening::Interaction { .. } => None,
    };
    let binding = Watch::new(move |_| read_binding().map(drop));
    let bind = move |text| {
        edit(store, id, |event| {
            if let Happening::Trigger { binding, .. } = &mut event.what {
                *binding = text;
            }
        });
    };
    let at = move |spot| Subject::Event(id).at(spot);
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
                value=text(|event| key_of(&event.what))
                options=happenings
                on_choose=move |key: String| {
                    edit(store, id, |event| {
                        if let Some(what) = of_key(&key) {
                            event.what = what;
                        }
                    });
                }
            />
            <div class="cell">
                <TextInput
                    label=Signal::derive(|| t("event-at"))
                    value=text(|event| event.at.clone())
                    on_input=move |text| edit(store, id, |event| event.at = text)
                    placeholder=Signal::derive(|| t("date-time-example"))
                />
                <InlineProblems site=at(Spot::At)/>
            </div>
            <div class="event-values">
                {move || {
                    attributes
                        .get()
                        .into_iter()
                        .map(|attribute| view! { <AttributeCell id event attribute/> }.into_any())
                        .collect_view()
                }}
                {move || {
                    binding.get()
                        .map(|_| {
                            view! {
                                <div class="event-value">
                                    <span class="field-help">{move || t(term::SOURCE_BINDING)}</span>
                                    <TextInput
                                        label=Signal::derive(|| t(term::SOURCE_BINDING))
                                        value=Signal::derive(move || read_binding().unwrap_or_default())
                                        on_input=bind
                                    />
                                </div>
                            }
                                .into_any()
                        })
                }}
            </div>
            <DeleteRow
                name=Signal::derive(move || t("event"))
                on_delete=move |()| drop(store.run(Command::DeleteEvent(id)))
            />
        </li>
    }
}

#[component]
fn AttributeCell(
    id: EventId,
    event: Watch<Option<Arc<Event>>>,
    attribute: Attribute,
) -> impl IntoView {
    let store = Store::get();
    let (attribute_id, name) = (attribute.id, attribute.name.clone());
    let value = move || event.get().and_then(|event| event.values()?.get(&attribute_id).cloned());
    let set = move |text: String| {
        edit(store, id, |event| {
            let Some(values) = event.values_mut() else { return };
            if text.is_empty() {
                values.remove(&attribute_id);
            } else {
                values.insert(attribute_id, text);
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

/// The same without values.
pub fn bare(what: &Happening) -> Happening {
    match what {
        Happening::Trigger { trigger, .. } => Happening::raises(*trigger),
        Happening::Interaction { .. } => what.clone(),
    }
}

/// What an event can be, keyed: each trigger, then each interaction with each message.
pub fn happenings(w: &Workspace) -> Vec<(String, String)> {
    let triggers = w.triggers.values().map(|t| (t.id.to_string(), t.name.clone()));
    let interactions = interactions(w).map(|what| (key_of(&what), words_of(w, &what)));
    triggers.chain(interactions).collect()
}

/// Every interaction with every message.
pub fn interactions(w: &Workspace) -> impl Iterator<Item = Happening> {
    let tiles = w.journeys.values().flat_map(|journey| journey.all_tiles());
    let messages = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
    messages.flat_map(|tile| {
        Interaction::ALL.map(|kind| Happening::Interaction { message: tile.id, kind })
    })
}

fn words_of(w: &Workspace, what: &Happening) -> String {
    match what {
        Happening::Trigger { trigger, .. } => {
            w.triggers.get(trigger).map(|found| found.name.clone()).unwrap_or_default()
        }
        Happening::Interaction { message, kind } => t_with(
            "line-interaction",
            [
                ("message", figures::tile_name(w, *message).into()),
                ("interaction", t(term::of_interaction(*kind)).into()),
            ],
        ),
    }
}

/// The key of what an event is.
pub fn key_of(what: &Happening) -> String {
    match what {
        Happening::Trigger { trigger, .. } => trigger.to_string(),
        Happening::Interaction { message, kind } => format!("{message} {}", kind.name()),
    }
}

/// What has that [key](key_of).
pub fn of_key(key: &str) -> Option<Happening> {
    match key.split_once(' ') {
        None => key.parse().ok().map(Happening::raises),
        Some((message, kind)) => Some(Happening::Interaction {
            message: message.parse().ok()?,
            kind: Interaction::from_name(kind)?,
        }),
    }
}

/// Sends the event as it is after `change`.
fn edit(store: Store, id: EventId, change: impl FnOnce(&mut Event)) {
    store.change(id, Command::SetEvent, change);
}
