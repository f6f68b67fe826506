//! Contact fields, and the contacts and events that a workspace itself holds to
//! try its journeys on.

use crate::model::id::{AttributeId, ContactId, EventId, FieldId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;
use crate::model::value::Type;

/// A field of every contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Its id in the workspace.
    pub id: ContactId,
    /// What it is called in lists, traces and events: `contact_id` in a CSV.
    pub name: String,
    /// Texts that [`Value::parse`](crate::model::value::Value::parse) reads as the field's type; a missing one is empty.
    pub values: SortedMap<FieldId, String>,
}

/// Something that an example contact did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id; events of one instant happen in ascending order.
    pub id: EventId,
    /// Who did it.
    pub contact: ContactId,
    /// What it did.
    pub what: Happening,
    /// When: as [`Moment`](crate::model::time::Moment) reads it, local times in UTC.
    pub at: String,
}

/// What a contact does from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// It raises a trigger.
    Trigger {
        /// Which.
        trigger: TriggerId,
        /// Texts that [`Value::parse`](crate::model::value::Value::parse) reads as the attribute's type.
        values: SortedMap<AttributeId, String>,
        /// The built-in `bindingId` (rule S4); empty: none.
        binding: String,
    },
    /// It does something with a message.
    Interaction {
        /// The Message tile.
        message: TileId,
        /// What it does.
        kind: Interaction,
    },
}

impl Happening {
    /// A trigger without values.
    pub fn raises(trigger: TriggerId) -> Self {
        Self::Trigger { trigger, values: SortedMap::new(), binding: String::new() }
    }
}

impl Event {
    /// The trigger that it raises, if it raises one.
    pub fn trigger(&self) -> Option<TriggerId> {
        match self.what {
            Happening::Trigger { trigger, .. } => Some(trigger),
            Happening::Interaction { .. } => None,
        }
    }

    /// The values of the trigger that it raises.
    pub fn values(&self) -> Option<&SortedMap<AttributeId, String>> {
        match &self.what {
            Happening::Trigger { values, .. } => Some(values),
            Happening::Interaction { .. } => None,
        }
    }

    /// As [`values`](Self::values), to change them.
    pub fn values_mut(&mut self) -> Option<&mut SortedMap<AttributeId, String>> {
        match &mut self.what {
            Happening::Trigger { values, .. } => Some(values),
            Happening::Interaction { .. } => None,
        }
    }
}
