//! Contacts and what they do, in columns: the form in which a run reads them.
//!
//! **Invariant:** the events of a contact lie together, in the order of their
//! instants, and those of one instant in the order in which they were given.

use std::borrow::Cow;
use std::ops::Range;

use crate::engine::cell::{Cell, Pool, Pools};
use crate::engine::names::Names;
use crate::model::id::{AttributeId, FieldId, TileId, TriggerId};
use crate::model::journey::{Interaction, TileKind};
use crate::model::time::Instant;
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;

/// Contacts by index from 0, with their values and events.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    pub(crate) schema: Schema,
    pub(crate) pool: Pool,
    pub(crate) names: Names,
    /// For each field, a cell for each contact.
    pub(crate) columns: Vec<Vec<Cell>>,
    /// For each contact the index of its first event, and at last the number of events.
    pub(crate) first_event: Vec<u32>,
    pub(crate) events: Vec<Event>,
    /// The values of all events.
    pub(crate) values: Vec<Cell>,
    /// The `bindingId` of each event; empty when none has any.
    pub(crate) bindings: Vec<Cell>,
    /// In a shard, for each contact how many stand before it in the whole.
    pub(crate) places: Vec<u32>,
}

/// One event: what came from outside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Event {
    pub at: i64,
    /// Index into the schema's triggers; after these, the interactions with its
    /// messages, one message after the other.
    pub trigger: u32,
    /// Index of its first value.
    pub values: u32,
}

/// Which fields and attributes the columns stand for, as they were when the data was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Schema {
    pub fields: Vec<(FieldId, Type)>,
    pub triggers: Vec<TriggerSchema>,
    /// The Message tiles of all journeys.
    pub messages: Vec<TileId>,
}

/// The attributes of a trigger, in the order of an event's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TriggerSchema {
    pub id: TriggerId,
    pub attributes: Vec<(AttributeId, Type)>,
}

impl Schema {
    pub(crate) fn of(workspace: &Workspace) -> Self {
        let fields = workspace.fields.values().map(|field| (field.id, field.ty.clone()));
        let triggers = workspace.triggers.values().map(|trigger| TriggerSchema {
            id: trigger.id,
            attributes: trigger.attributes.iter().map(|a| (a.id, a.ty.clone())).collect(),
        });
        let tiles = workspace.journeys.values().flat_map(|journey| journey.all_tiles());
        let messages = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
        Self {
            fields: fields.collect(),
            triggers: triggers.collect(),
            messages: messages.map(|tile| tile.id).collect(),
        }
    }

    /// The number, among what events are, of an interaction with a message.
    pub(crate) fn interaction(&self, message: usize, kind: Interaction) -> usize {
        self.triggers.len() + message * Interaction::ALL.len() + kind as usize
    }

    /// The attributes of what an event is.
    pub(crate) fn attributes(&self, trigger: usize) -> &[(AttributeId, Type)] {
        self.triggers.get(trigger).map_or(&[], |trigger| &trigger.attributes)
    }
}

impl Dataset {
    /// How many contacts there are; they are numbered from 0.
    pub fn contacts(&self) -> u32 {
        self.names.len()
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.events.len()
    }

    /// What a contact is called: `contact_id` in a CSV.
    pub fn name(&self, contact: u32) -> Cow<'_, str> {
        self.names.get(contact)
    }

    /// The contact of that name.
    pub fn contact_named(&self, name: &str) -> Option<u32> {
        self.names.find(name)
    }

    /// The place of a contact among all, of which these may be a shard: ascending,
    /// and the same however the contacts are divided.
    pub fn place(&self, contact: u32) -> u32 {
        match self.names {
            Names::Numbered { first, .. } => first + contact,
            Names::Given(_) => self.places.get(contact as usize).copied().unwrap_or(contact),
        }
    }

    /// The contact at that place, if it is one of these.
    pub fn contact_at(&self, place: u32) -> Option<u32> {
        let contact = match self.names {
            Names::Numbered { first, .. } => place.checked_sub(first)?,
            Names::Given(_) if self.places.is_empty() => place,
            Names::Given(_) => self.places.binary_search(&place).ok()? as u32,
        };
        (contact < self.contacts()).then_some(contact)
    }

    /// The value of a field of a contact.
    pub fn value(&self, contact: u32, field: FieldId) -> Option<Value> {
        let index = self.schema.fields.iter().position(|(id, _)| *id == field)?;
        let plan = Pool::default();
        let pools = Pools { plan: &plan, data: &self.pool };
        pools.decode(self.columns[index][contact as usize], &self.schema.fields[index].1)
    }

    /// The `bindingId` of an event, by its place in the order of the run: contact by
    /// contact, and the events of one in the order of their instants.
    pub fn binding(&self, event: usize) -> Option<&str> {
        let cell = self.bindings.get(event).copied().filter(|cell| !cell.is_missing())?;
        Some(Pools { plan: &self.pool, data: &self.pool }.text(cell))
    }

    /// The instants of the first and the last event.
    pub fn span(&self) -> Option<(Instant, Instant)> {
        let instants = || self.events.iter().map(|event| event.at);
        Some((Instant(instants().min()?), Instant(instants().max()?)))
    }

    /// The events of a contact, as indices.
    pub(crate) fn events_of(&self, contact: u32) -> Range<u32> {
        self.first_event[contact as usize]..self.first_event[contact as usize + 1]
    }
}
