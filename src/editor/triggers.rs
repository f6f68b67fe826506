//! Edits of triggers.

use crate::editor::edits::Done;
use crate::editor::name::{EditName, copied, numbered};
use crate::editor::outcome::{Created, Refusal, UseOf};
use crate::editor::{in_use, models, scenarios};
use crate::model::audience::Event;
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{AttributeId, EventId, TriggerId};
use crate::model::sorted::SortedSet;
use crate::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState, unique_name};
use crate::model::value::Type;

pub(super) fn add(tx: &mut Tx, name: &str) -> Done {
    let taken = tx.workspace().triggers.values().map(|trigger| trigger.name.as_str());
    let name = numbered(name, taken);
    let id = TriggerId(tx.next_id());
    let edit = EditName::new("edit-add-trigger", name.clone()).about(id.0, 0);
    tx.put(Trigger {
        id,
        unique_name: unique_name(&name, id.0),
        name,
        description: String::new(),
        audience: AudienceKind::default(),
        state: TriggerState::default(),
        attributes: Vec::new(),
    });
    Done::new(edit).creating(Created::Trigger(id))
}

/// Copies a trigger: its unique name is made anew (rule S4), and nothing uses the copy.
pub(super) fn duplicate(tx: &mut Tx, id: TriggerId) -> Result<Done, Refusal> {
    let mut copy = tx.workspace().triggers.get(&id).ok_or(Refusal::NotFound)?.as_ref().clone();
    let taken = tx.workspace().triggers.values().map(|trigger| trigger.name.as_str());
    let name = copied(&copy.name, taken);
    let edit = EditName::new("edit-duplicate-trigger", copy.name);
    copy.id = TriggerId(tx.next_id());
    copy.unique_name = unique_name(&name, copy.id.0);
    copy.name = name;
    copy.state = TriggerState::Draft;
    copy.attributes.iter_mut().for_each(|attribute| attribute.id = AttributeId(tx.next_id()));
    let (id, edit) = (copy.id, edit.about(copy.id.0, 0));
    tx.put(copy);
    Ok(Done::new(edit).creating(Created::Trigger(id)))
}

/// Replaces a trigger. Its unique name and state are kept; attributes that are
/// left out are deleted, which is refused while they are used.
pub(super) fn set(tx: &mut Tx, trigger: Trigger) -> Result<Done, Refusal> {
    let id = trigger.id;
    let kept = tx.workspace().triggers.get(&id).ok_or(Refusal::NotFound)?.clone();
    let ids = |trigger: &Trigger| -> SortedSet<AttributeId> {
        collect::set(trigger.attributes.iter().map(|attribute| attribute.id))
    };
    let (before, after) = (ids(&kept), ids(&trigger));
    if !after.is_subset(&before) || after.len() != trigger.attributes.len() {
        return Err(Refusal::NotFound);
    }
    for &gone in before.difference(&after) {
        check_unused(tx, id, gone)?;
        drop_attribute(tx, id, gone)?;
    }
    let edit = EditName::new("edit-set-trigger", trigger.name.clone()).about(id.0, 0);
    let (unique_name, state) = (kept.unique_name.clone(), kept.state);
    tx.put(Trigger { unique_name, state, ..trigger });
    Ok(Done::typed(edit))
}

pub(super) fn set_state(tx: &mut Tx, id: TriggerId, state: TriggerState) -> Result<Done, Refusal> {
    let trigger = tx.get_mut::<Trigger>(id).ok_or(Refusal::NotFound)?;
    trigger.state = state;
    let message = match state {
        TriggerState::Draft => "edit-make-trigger-draft",
        TriggerState::Ready => "edit-make-trigger-ready",
        TriggerState::Stopped => "edit-stop-trigger",
    };
    Ok(Done::new(EditName::new(message, trigger.name.clone()).about(id.0, 0)))
}

pub(super) fn add_attribute(
    tx: &mut Tx,
    id: TriggerId,
    name: String,
    ty: Type,
) -> Result<Done, Refusal> {
    let trigger = tx.workspace().triggers.get(&id).ok_or(Refusal::NotFound)?;
    let name = numbered(&name, trigger.attributes.iter().map(|known| known.name.as_str()));
    let attribute = AttributeId(tx.next_id());
    let edit = EditName::new("edit-add-attribute", name.clone()).about(id.0, attribute.0);
    let trigger = tx.get_mut::<Trigger>(id).ok_or(Refusal::NotFound)?;
    trigger.attributes.push(Attribute { id: attribute, name, ty });
    Ok(Done::new(edit).creating(Created::Attribute(attribute)))
}

pub(super) fn delete_attribute(
    tx: &mut Tx,
    id: TriggerId,
    attribute: AttributeId,
) -> Result<Done, Refusal> {
    check_unused(tx, id, attribute)?;
    remove_attribute(tx, id, attribute)
}

/// Deletes an attribute, whatever uses it.
pub(super) fn remove_attribute(
    tx: &mut Tx,
    id: TriggerId,
    attribute: AttributeId,
) -> Result<Done, Refusal> {
    let trigger = tx.workspace().triggers.get(&id).ok_or(Refusal::NotFound)?;
    let name = trigger.attribute(attribute).ok_or(Refusal::NotFound)?.name.clone();
    drop_attribute(tx, id, attribute)?;
    Ok(Done::new(EditName::new("edit-delete-attribute", name).about(id.0, attribute.0)))
}

fn check_unused(tx: &Tx, id: TriggerId, attribute: AttributeId) -> Result<(), Refusal> {
    match in_use::attribute(tx.workspace(), id, attribute) {
        true => Err(Refusal::InUse(UseOf::Attribute(id, attribute))),
        false => Ok(()),
    }
}

/// Takes an attribute away, with the values that events, models and scenarios have for it.
fn drop_attribute(tx: &mut Tx, id: TriggerId, attribute: AttributeId) -> Result<(), Refusal> {
    let trigger = tx.get_mut::<Trigger>(id).ok_or(Refusal::NotFound)?;
    trigger.attributes.retain(|known| known.id != attribute);
    let events = tx.workspace().events.values();
    let holders: Vec<EventId> = events
        .filter(|event| event.values().is_some_and(|values| values.contains_key(&attribute)))
        .map(|event| event.id)
        .collect();
    for holder in holders {
        if let Some(values) = tx.get_mut::<Event>(holder).and_then(Event::values_mut) {
            values.remove(&attribute);
        }
    }
    models::drop_attribute(tx, attribute);
    scenarios::forget_attribute(tx, attribute);
    Ok(())
}

pub(super) fn delete(tx: &mut Tx, id: TriggerId) -> Result<Done, Refusal> {
    let trigger = tx.workspace().triggers.get(&id).ok_or(Refusal::NotFound)?.clone();
    if in_use::trigger(tx.workspace(), id) {
        return Err(Refusal::InUse(UseOf::Trigger(id)));
    }
    tx.remove::<Trigger>(id);
    Ok(Done::new(EditName::new("edit-delete-trigger", trigger.name.clone()).about(id.0, 0)))
}

/// Refuses a trigger that does not exist.
pub(super) fn check_trigger(tx: &Tx, trigger: Option<TriggerId>) -> Result<(), Refusal> {
    match trigger {
        Some(id) if !tx.workspace().triggers.contains_key(&id) => Err(Refusal::NotFound),
        _ => Ok(()),
    }
}
