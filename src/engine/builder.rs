//! Collecting contacts and events, from the workspace or from files.

use crate::engine::cell::{Cell, Pool};
use crate::engine::data::{Dataset, Event, Schema};
use crate::engine::names::Names;
use crate::engine::order;
use crate::engine::shard::Shard;
use crate::engine::texts::Free;
use crate::model::id::TileId;
use crate::model::journey::Interaction;
use crate::model::time::Instant;
use crate::model::value::{Type, Value, ValueError, parse_true_false, trimmed};
use crate::model::workspace::Workspace;

use crate::model::zone::TimeZone;

/// Collects contacts and events. Values are read as the fields and attributes of
/// the workspace have them; dates and times without an offset are in UTC.
#[derive(Debug, Clone)]
pub struct DatasetBuilder {
    pub(crate) schema: Schema,
    pub(crate) pool: Pool,
    pub(crate) names: Names,
    pub(crate) columns: Vec<Vec<Cell>>,
    pub(crate) shard: Shard,
    /// How many contacts were offered, those of other shards included.
    offered: u32,
    /// In a shard, how many contacts were offered before each of its own.
    places: Vec<u32>,
    /// For each field, how often its texts are new.
    fresh: Vec<Fresh>,
    /// How many contacts were made up, those of other shards included.
    pub(crate) made_up: u32,
    /// Whose each event is.
    owners: Vec<u32>,
    events: Vec<Event>,
    /// The values of each event and, where it is marked as [`BOUND`], its `bindingId` after them.
    values: Vec<Cell>,
}

/// How many texts of a field were read, and how many of them were new.
#[derive(Debug, Clone, Copy, Default)]
struct Fresh {
    read: u32,
    new: u32,
}

/// After so many texts it is known whether nearly each is another.
const SAMPLE: u32 = 4_096;

impl Fresh {
    fn count(&mut self, new: bool) {
        if self.read < SAMPLE {
            self.read += 1;
            self.new += u32::from(new);
        }
    }

    /// Whether most texts are new: it is then not worth looking for them.
    fn is_rule(self) -> bool {
        self.read == SAMPLE && self.new > SAMPLE / 2
    }
}

/// Marks the trigger of an event that has a `bindingId`, while events are collected.
const BOUND: u32 = 1 << 31;

impl DatasetBuilder {
    /// Nothing yet, for the fields and triggers of this workspace.
    pub fn new(workspace: &Workspace) -> Self {
        Self::for_shard(workspace, Shard::WHOLE)
    }

    /// As [`new`](Self::new); of all contacts that are offered, only those of the
    /// shard are taken, with their events.
    pub fn for_shard(workspace: &Workspace, shard: Shard) -> Self {
        let schema = Schema::of(workspace);
        let schema_fields = schema.fields.len();
        Self {
            columns: vec![Vec::new(); schema.fields.len()],
            schema,
            pool: Pool::default(),
            names: Names::default(),
            shard,
            offered: 0,
            places: Vec::new(),
            fresh: vec![Fresh::default(); schema_fields],
            made_up: 0,
            owners: Vec::new(),
            events: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Puts the events in order.
    pub fn finish(self) -> Dataset {
        let mut events = self.events;
        let first_event = order::by_owner(&mut events, self.owners, self.names.len());
        for contact in first_event.windows(2) {
            let own = &mut events[contact[0] as usize..contact[1] as usize];
            if !own.is_sorted_by_key(|event| event.at) {
                own.sort_by_key(|event| event.at);
            }
        }
        let mut data = Dataset {
            schema: self.schema,
            pool: self.pool,
            names: self.names,
            columns: self.columns,
            first_event,
            events,
            values: Vec::new(),
            bindings: Vec::new(),
            places: self.places,
        };
        data.gather_values(&self.values);
        data
    }

    /// Makes room for so many contacts, which are expected.
    pub(crate) fn expect_contacts(&mut self, contacts: usize) {
        self.columns.iter_mut().for_each(|column| expect(column, contacts));
        let known = self.names.len().max(1) as u64;
        if let Names::Given(names) = &mut self.names {
            names.expect(contacts);
        }
        let texts = self.pool.texts.texts().len() as u64 * contacts as u64 / known;
        if self.fresh.iter().any(|fresh| fresh.is_rule()) {
            self.pool.texts.expect_beside(texts as usize);
        }
        if !self.shard.is_whole() {
            expect(&mut self.places, contacts);
        }
    }

    /// Makes room for so many events, which are expected.
    pub(crate) fn expect_events(&mut self, events: usize) {
        expect(&mut self.owners, events);
        let values = self.values.len() as u64 * events as u64;
        expect(&mut self.values, (values / (self.events.len() as u64).max(1)) as usize);
        expect(&mut self.events, events);
    }

    /// The contact of that name.
    pub fn contact_named(&self, name: &str) -> Option<u32> {
        self.names.find(name)
    }

    /// The same, where it is mostly this one or the next.
    #[inline]
    pub(crate) fn contact_near(&self, near: u32, name: &str) -> Option<u32> {
        let is = |contact: &u32| self.names.is(*contact, name);
        [near, near.saturating_add(1)].into_iter().find(is).or_else(|| self.contact_named(name))
    }

    /// How many contacts there are.
    pub fn contacts(&self) -> u32 {
        self.names.len()
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.events.len()
    }

    /// Whether a contact that is offered belongs to the shard.
    pub(crate) fn is_offered(&mut self, name: &str) -> bool {
        self.offered += 1;
        self.shard.owns(name)
    }

    /// Whether the events of a contact belong to the shard.
    #[inline]
    pub(crate) fn owns(&self, name: &str) -> bool {
        match &self.names {
            Names::Given(_) => self.shard.owns(name),
            made_up if made_up.find(name.trim()).is_some() => true,
            Names::Numbered { .. } => {
                let all = Names::Numbered { first: 0, count: self.made_up };
                self.shard.owns(name) && all.find(name.trim()).is_none()
            }
        }
    }

    /// Where the name of a contact belongs, if it is not taken.
    pub(crate) fn free_name(&self, name: &str) -> Option<Free> {
        self.names.free(name)
    }

    /// Adds a contact without values; `None` when the name is taken.
    pub(crate) fn add_contact(&mut self, name: &str) -> Option<u32> {
        self.add_contact_at(self.free_name(name)?, name)
    }

    /// The same, where the name was just found to belong.
    pub(crate) fn add_contact_at(&mut self, free: Free, name: &str) -> Option<u32> {
        let Names::Given(names) = &mut self.names else { return None };
        let index = names.add_at(free, name);
        self.columns.iter_mut().for_each(|column| column.push(Cell::MISSING));
        if !self.shard.is_whole() {
            self.places.push(self.offered - 1);
        }
        Some(index)
    }

    /// Sets a value of a contact.
    pub(crate) fn set(&mut self, contact: u32, field: usize, cell: Cell) {
        self.columns[field][contact as usize] = cell;
    }

    /// Adds an event; `values` in the order of the schema's attributes.
    pub(crate) fn add_event(&mut self, contact: u32, at: Instant, trigger: usize, values: &[Cell]) {
        let first = self.values.len() as u32;
        self.owners.push(contact);
        self.events.push(Event { at: at.0, trigger: trigger as u32, values: first });
        self.values.extend_from_slice(values);
    }

    /// Gives the event that was added last its `bindingId`; an empty one is none.
    pub(crate) fn bind_last(&mut self, binding: &str) {
        if binding.trim().is_empty() {
            return;
        }
        if let Some(event) = self.events.last_mut() {
            event.trigger |= BOUND;
            self.values.push(self.pool.encode_text(binding));
        }
    }

    /// Adds an interaction with the schema's message of that index.
    pub(crate) fn add_interaction(
        &mut self,
        contact: u32,
        at: Instant,
        message: usize,
        kind: Interaction,
    ) {
        let number = self.schema.interaction(message, kind);
        self.add_event(contact, at, number, &[]);
    }

    /// The index of a message among those of the schema.
    pub(crate) fn message(&self, id: TileId) -> Option<usize> {
        self.schema.messages.iter().position(|known| *known == id)
    }

    /// Reads a text as a field's value; an empty one is missing.
    pub(crate) fn read_field(&mut self, field: usize, text: &str) -> Result<Cell, ValueError> {
        let ty = &self.schema.fields[field].1;
        if *ty == Type::Text && self.fresh[field].is_rule() {
            return Ok(self.pool.encode_text_beside(text));
        }
        let before = self.pool.texts.texts().len();
        let cell = read(&mut self.pool, text, ty)?;
        self.fresh[field].count(self.pool.texts.texts().len() > before);
        Ok(cell)
    }

    /// Reads a text as an attribute's value; an empty one is missing.
    pub(crate) fn read_attribute(
        &mut self,
        trigger: usize,
        attribute: usize,
        text: &str,
    ) -> Result<Cell, ValueError> {
        read(&mut self.pool, text, &self.schema.triggers[trigger].attributes[attribute].1)
    }
}

/// Makes room for so many items in all.
fn expect<T>(items: &mut Vec<T>, count: usize) {
    items.reserve_exact(count.saturating_sub(items.len()));
}

impl Dataset {
    /// Copies the events' values in the order of the events, so that a run reads them in a row.
    fn gather_values(&mut self, values: &[Cell]) {
        self.values.reserve_exact(values.len());
        if self.events.iter().any(|event| event.trigger & BOUND != 0) {
            self.bindings = vec![Cell::MISSING; self.events.len()];
        }
        for (index, event) in self.events.iter_mut().enumerate() {
            let bound = event.trigger & BOUND != 0;
            event.trigger &= !BOUND;
            let count = self.schema.attributes(event.trigger as usize).len();
            let first = event.values as usize;
            event.values = self.values.len() as u32;
            self.values.extend_from_slice(&values[first..first + count]);
            if bound {
                self.bindings[index] = values[first + count];
            }
        }
    }
}

/// Reads a text as a value of type `ty`, as [`Value::parse`] does; an empty one is missing.
fn read(pool: &mut Pool, text: &str, ty: &Type) -> Result<Cell, ValueError> {
    let trimmed = trimmed(text);
    if trimmed.is_empty() {
        return Ok(Cell::MISSING);
    }
    Ok(match ty {
        Type::Text => pool.encode_text(text),
        Type::EntityReference(_) => pool.encode_text(trimmed),
        Type::Number => pool.encode_number(trimmed.parse()?),
        Type::TrueFalse => Cell(parse_true_false(trimmed)?.into()),
        Type::DateTime => pool.encode(&Value::parse(text, ty, &TimeZone::UTC)?),
    })
}
