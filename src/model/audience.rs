//! Contact fields, and the contacts and events that a workspace itself holds to
//! try its journeys on.

use std::collections::BTreeMap;

use crate::model::id::{AttributeId, ContactId, EventId, FieldId, TriggerId};
use crate::model::value::Type;

/// A field of every contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its id.
    pub id: FieldId,
    /// Display name, and the column's name in a CSV of contacts.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether every contact has a value; otherwise it may be empty.
    pub required: bool,
}

/// An example contact of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its id in the workspace.
    pub id: ContactId,
    /// What it is called in lists, traces and events: `contact_id` in a CSV.
    pub name: String,
    /// Texts that [`Value::parse`](crate::model::value::Value::parse) reads as the field's type; a missing one is empty.
    pub values: BTreeMap<FieldId, String>,
}

/// Something that an example contact did: a trigger raised from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id; events of one instant happen in ascending order.
    pub id: EventId,
    /// Who did it.
    pub contact: ContactId,
    /// Which trigger it raised.
    pub trigger: TriggerId,
    /// When: as [`Moment`](crate::model::time::Moment) reads it, local times in UTC.
    pub at: String,
    /// Texts that [`Value::parse`](crate::model::value::Value::parse) reads as the attribute's type.
    pub values: BTreeMap<AttributeId, String>,
    /// The built-in `bindingId` (rule S4); empty: none.
    pub binding: String,
}
