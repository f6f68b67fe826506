//! Edits of test scenarios.

use crate::editor::edits::Done;
use crate::editor::name::{EditName, numbered};
use crate::editor::outcome::{Created, Refusal};
use crate::editor::people;
use crate::model::audience::{Contact, Event, Happening};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{AttributeId, ContactId, EventId, ScenarioId};
use crate::model::scenario::{Expectation, Scenario};
use crate::model::sorted::SortedMap;

/// Adds a scenario, with new ids for it and for what is in it.
pub(super) fn add(tx: &mut Tx, mut scenario: Scenario) -> Done {
    let taken = tx.workspace().scenarios.values().map(|known| known.name.as_str());
    scenario.name = numbered(&scenario.name, taken);
    scenario.id = ScenarioId(tx.next_id());
    let mut renamed = SortedMap::new();
    for contact in &mut scenario.contacts {
        let id = ContactId(tx.next_id());
        renamed.insert(contact.id, id);
        contact.id = id;
    }
    let new = |id: ContactId| renamed.get(&id).copied().unwrap_or(id);
    for event in &mut scenario.events {
        (event.id, event.contact) = (EventId(tx.next_id()), new(event.contact));
    }
    for contact in scenario.expectations.iter_mut().filter_map(|known| known.contact_mut()) {
        *contact = new(*contact);
    }
    let id = scenario.id;
    let edit = EditName::new("edit-add-scenario", scenario.name.clone()).about(id.0, 0);
    tx.put(scenario);
    Done::new(edit).creating(Created::Scenario(id))
}

/// Replaces a scenario; values of fields and attributes that there are not any more go.
pub(super) fn set(tx: &mut Tx, mut scenario: Scenario) -> Result<Done, Refusal> {
    let workspace = tx.workspace();
    for contact in &mut scenario.contacts {
        contact.values.retain(|field, _| workspace.fields.contains_key(field));
    }
    for event in &mut scenario.events {
        let trigger = event.trigger().and_then(|trigger| workspace.triggers.get(&trigger));
        let has = |id: &_| trigger.is_some_and(|known| known.attribute(*id).is_some());
        event.values_mut().into_iter().for_each(|values| values.retain(|id, _| has(id)));
    }
    let kept = tx.get_mut::<Scenario>(scenario.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-scenario", scenario.name.clone()).about(scenario.id.0, 0);
    *kept = scenario;
    Ok(Done::typed(edit))
}

pub(super) fn add_contact(tx: &mut Tx, id: ScenarioId, name: &str) -> Result<Done, Refusal> {
    let contact = ContactId(tx.next_id());
    let scenario = tx.get_mut::<Scenario>(id).ok_or(Refusal::NotFound)?;
    let name = numbered(name, scenario.contacts.iter().map(|known| known.name.as_str()));
    let edit = EditName::new("edit-add-contact", name.clone()).about(id.0, contact.0);
    scenario.contacts.push(Contact { id: contact, name, values: SortedMap::new() });
    Ok(Done::new(edit))
}

pub(super) fn add_event(
    tx: &mut Tx,
    id: ScenarioId,
    contact: ContactId,
    what: Happening,
    at: String,
) -> Result<Done, Refusal> {
    let name = people::name_of(tx, &what)?;
    let event = EventId(tx.next_id());
    let scenario = tx.get_mut::<Scenario>(id).ok_or(Refusal::NotFound)?;
    scenario.contact(contact).ok_or(Refusal::NotFound)?;
    scenario.events.push(Event { id: event, contact, what, at });
    Ok(Done::new(EditName::new("edit-add-event", name).about(id.0, event.0)))
}

pub(super) fn delete(tx: &mut Tx, id: ScenarioId) -> Result<Done, Refusal> {
    let scenario = tx.workspace().scenarios.get(&id).ok_or(Refusal::NotFound)?.clone();
    tx.remove::<Scenario>(id);
    Ok(Done::new(EditName::new("edit-delete-scenario", scenario.name.clone()).about(id.0, 0)))
}

/// Takes the values of a field that is deleted out of all scenarios.
pub(super) fn forget_field(tx: &mut Tx, field: crate::model::id::FieldId) {
    let holders = tx.workspace().scenarios.values().filter(|scenario| {
        scenario.contacts.iter().any(|contact| contact.values.contains_key(&field))
    });
    let holders = collect::set(holders.map(|scenario| scenario.id));
    for holder in holders {
        if let Some(scenario) = tx.get_mut::<Scenario>(holder) {
            for contact in &mut scenario.contacts {
                contact.values.remove(&field);
            }
        }
    }
}

/// Takes the values of an attribute that is deleted out of all scenarios.
pub(super) fn forget_attribute(tx: &mut Tx, attribute: AttributeId) {
    let holds = |scenario: &Scenario| {
        let mut given = scenario.events.iter().filter_map(Event::values);
        given.any(|values| values.contains_key(&attribute))
            || scenario.expectations.iter().any(|expected| {
                matches!(expected, Expectation::Raises { values, .. } if values.contains_key(&attribute))
            })
    };
    let holders = tx.workspace().scenarios.values().filter(|scenario| holds(scenario));
    let holders = collect::set(holders.map(|scenario| scenario.id));
    for holder in holders {
        if let Some(scenario) = tx.get_mut::<Scenario>(holder) {
            scenario.events.iter_mut().filter_map(Event::values_mut).for_each(|values| {
                values.remove(&attribute);
            });
            for expected in &mut scenario.expectations {
                if let Expectation::Raises { values, .. } = expected {
                    values.remove(&attribute);
                }
            }
        }
    }
}
