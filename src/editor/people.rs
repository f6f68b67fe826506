//! Edits of contact fields, example contacts and their events.

use crate::editor::edits::Done;
use crate::editor::name::{EditName, numbered};
use crate::editor::outcome::{Created, Refusal, UseOf};
use crate::editor::{in_use, models, scenarios};
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::change::Tx;
use crate::model::id::{ContactId, EventId, FieldId};
use crate::model::sorted::SortedMap;
use crate::model::value::Type;

pub(super) fn add_field(tx: &mut Tx, name: String, ty: Type) -> Done {
    let id = FieldId(tx.next_id());
    let edit = EditName::new("edit-add-field", name.clone()).about(id.0, 0);
    tx.put(Field { id, name, ty, required: false });
    Done::new(edit).creating(Created::Field(id))
}

pub(super) fn set_field(tx: &mut Tx, field: Field) -> Result<Done, Refusal> {
    let kept = tx.get_mut::<Field>(field.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-field", field.name.clone()).about(field.id.0, 0);
    *kept = field;
    Ok(Done::typed(edit))
}

/// Deletes a field that nothing uses.
pub(super) fn delete_field(tx: &mut Tx, id: FieldId) -> Result<Done, Refusal> {
    if in_use::field(tx.workspace(), id) {
        return Err(Refusal::InUse(UseOf::Field(id)));
    }
    remove_field(tx, id)
}

/// Deletes a field with the values that contacts have for it.
pub(super) fn remove_field(tx: &mut Tx, id: FieldId) -> Result<Done, Refusal> {
    let field = tx.workspace().fields.get(&id).ok_or(Refusal::NotFound)?.clone();
    tx.remove::<Field>(id);
    scenarios::forget_field(tx, id);
    models::drop_field(tx, id);
    let contacts = tx.workspace().contacts.values();
    let holders: Vec<ContactId> = contacts
        .filter(|contact| contact.values.contains_key(&id))
        .map(|contact| contact.id)
        .collect();
    for holder in holders {
        if let Some(contact) = tx.get_mut::<Contact>(holder) {
            contact.values.remove(&id);
        }
    }
    Ok(Done::new(EditName::new("edit-delete-field", field.name.clone()).about(id.0, 0)))
}

pub(super) fn add_contact(tx: &mut Tx, name: &str) -> Done {
    let taken = tx.workspace().contacts.values().map(|contact| contact.name.as_str());
    let name = numbered(name, taken);
    let id = ContactId(tx.next_id());
    let edit = EditName::new("edit-add-contact", name.clone()).about(id.0, 0);
    tx.put(Contact { id, name, values: SortedMap::new() });
    Done::new(edit).creating(Created::Contact(id))
}

pub(super) fn set_contact(tx: &mut Tx, contact: Contact) -> Result<Done, Refusal> {
    let fields = &tx.workspace().fields;
    if !contact.values.keys().all(|field| fields.contains_key(field)) {
        return Err(Refusal::NotFound);
    }
    let kept = tx.get_mut::<Contact>(contact.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-contact", contact.name.clone()).about(contact.id.0, 0);
    *kept = contact;
    Ok(Done::typed(edit))
}

pub(super) fn delete_contact(tx: &mut Tx, id: ContactId) -> Result<Done, Refusal> {
    let contact = tx.workspace().contacts.get(&id).ok_or(Refusal::NotFound)?.clone();
    tx.remove::<Contact>(id);
    let events = tx.workspace().events.values();
    let events: Vec<EventId> =
        events.filter(|event| event.contact == id).map(|event| event.id).collect();
    for event in events {
        tx.remove::<Event>(event);
    }
    Ok(Done::new(EditName::new("edit-delete-contact", contact.name.clone()).about(id.0, 0)))
}

pub(super) fn add_event(
    tx: &mut Tx,
    contact: ContactId,
    what: Happening,
    at: String,
) -> Result<Done, Refusal> {
    let subject = subject_of(tx, contact, &what)?;
    let id = EventId(tx.next_id());
    tx.put(Event { id, contact, what, at });
    let edit = EditName::new("edit-add-event", subject).about(id.0, 0);
    Ok(Done::new(edit).creating(Created::Event(id)))
}

/// Replaces an event; values of attributes that its trigger does not have go.
pub(super) fn set_event(tx: &mut Tx, mut event: Event) -> Result<Done, Refusal> {
    let subject = subject_of(tx, event.contact, &event.what)?;
    if let Happening::Trigger { trigger, values, .. } = &mut event.what {
        let trigger = tx.workspace().triggers.get(trigger).ok_or(Refusal::NotFound)?;
        values.retain(|attribute, _| trigger.attribute(*attribute).is_some());
    }
    let kept = tx.get_mut::<Event>(event.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-event", subject).about(event.id.0, 0);
    *kept = event;
    Ok(Done::typed(edit))
}

pub(super) fn delete_event(tx: &mut Tx, id: EventId) -> Result<Done, Refusal> {
    let event = tx.workspace().events.get(&id).ok_or(Refusal::NotFound)?.clone();
    let subject = subject_of(tx, event.contact, &event.what).unwrap_or_default();
    tx.remove::<Event>(id);
    Ok(Done::new(EditName::new("edit-delete-event", subject).about(id.0, 0)))
}

/// What an event is called: after its trigger, or after the tile of its message.
fn subject_of(tx: &Tx, contact: ContactId, what: &Happening) -> Result<String, Refusal> {
    if !tx.workspace().contacts.contains_key(&contact) {
        return Err(Refusal::NotFound);
    }
    name_of(tx, what)
}

/// What something is called that contacts do; refused when it names what is not there.
pub(super) fn name_of(tx: &Tx, what: &Happening) -> Result<String, Refusal> {
    let workspace = tx.workspace();
    match what {
        Happening::Trigger { trigger, .. } => {
            let trigger = workspace.triggers.get(trigger).ok_or(Refusal::NotFound)?;
            Ok(trigger.name.clone())
        }
        Happening::Interaction { message, .. } => {
            let mut found = workspace.journeys.values().filter_map(|one| one.tile(*message));
            found.next().map(|tile| tile.name.clone()).ok_or(Refusal::NotFound)
        }
    }
}
