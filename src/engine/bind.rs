//! A plan tied to a data set: looking values up and deciding conditions.

use crate::engine::cell::{Cell, LARGE, Pools};
use crate::engine::condition::{ALWAYS, Attribute, Lookup, Row, SINGLE, Test};
use crate::engine::data::Dataset;
use crate::engine::draw::{Purpose, contact_key, draw, percent};
use crate::engine::plan::{Message, NONE, Plan, interaction};
use crate::engine::tables::Rows;
use crate::engine::trace::{Tried, TriedRow};
use crate::model::binding;
use crate::model::decimal::Decimal;
use crate::model::id::TileId;
use crate::model::journey::Interaction;
use crate::model::time::Instant;
use crate::model::value::Value;

/// A plan tied to a data set, with what one contact's run keeps.
pub(crate) struct Bound<'a> {
    pub plan: &'a Plan,
    pub data: &'a Dataset,
    /// For each field of the plan, its column; empty, if the data has none of that type.
    columns: Vec<&'a [Cell]>,
    /// For each attribute of the plan, its place among an event's values, or [`NONE`].
    attributes: Vec<u32>,
    /// For each trigger and interaction of the data, that of the plan, or [`NONE`].
    triggers: Vec<u32>,
    /// The rows of tables that references point to.
    rows: Rows,
    /// What text rows decided for each text.
    decided: Vec<Vec<Decided>>,
    pub contact: u32,
    /// Triggers that tiles raised for this contact: for each its `bindingId`, then its values.
    pub raised: Vec<Cell>,
    /// The slots of this contact's instances.
    pub received: Vec<Payload>,
}

/// Where the values of a trigger that was raised lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Payload(u32);

/// What a row is looked at with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    pub now: i64,
    /// The trigger that is being looked at.
    pub incoming: Payload,
    /// The first slot of the instance.
    pub slots: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decided {
    Open,
    Holds,
    Fails,
}

impl Payload {
    /// No trigger.
    pub const NONE: Self = Self(NONE);
    /// Keeps that a message was sent.
    pub const SENT: Self = Self(0);
    const RAISED: u32 = 1 << 31;

    /// The index of its first value among those that were raised, if a tile raised it.
    pub fn as_raised(self) -> Option<usize> {
        let raised = self != Self::NONE && self.0 & Self::RAISED != 0;
        raised.then_some((self.0 & !Self::RAISED) as usize)
    }

    /// The event from outside that it is, if it is one.
    pub fn as_event(self) -> Option<u32> {
        (self.0 & Self::RAISED == 0).then_some(self.0)
    }

    /// An event from outside.
    pub fn event(index: u32) -> Self {
        Self(index)
    }

    /// Values that a tile raised, from that index on.
    pub fn raised(first: u32) -> Self {
        Self(first | Self::RAISED)
    }
}

impl<'a> Bound<'a> {
    pub fn new(plan: &'a Plan, data: &'a Dataset) -> Self {
        Self {
            plan,
            data,
            columns: columns(plan, data),
            attributes: attributes(plan, data),
            triggers: triggers(plan, data),
            rows: plan.tables.rows(Pools { plan: &plan.pool, data: &data.pool }),
            decided: vec![Vec::new(); plan.conditions.text_rows as usize],
            contact: 0,
            raised: Vec::new(),
            received: Vec::new(),
        }
    }

    /// Forgets the last contact.
    pub fn begin(&mut self, contact: u32) {
        self.contact = contact;
        self.raised.clear();
        self.received.clear();
    }

    /// The plan's trigger for a trigger of the data, or [`NONE`].
    #[inline]
    pub fn trigger(&self, of_data: u32) -> u32 {
        self.triggers[of_data as usize]
    }

    pub fn pools(&self) -> Pools<'a> {
        Pools { plan: &self.plan.pool, data: &self.data.pool }
    }

    /// The value at a source.
    #[inline]
    pub fn look_up(&self, source: Lookup, context: Context) -> Cell {
        match source {
            Lookup::Contact(field) => self.field(field),
            Lookup::Received { slot, attribute } if context.slots != NONE => {
                self.attribute(self.received[(context.slots + slot) as usize], attribute)
            }
            Lookup::Incoming(attribute) => self.attribute(context.incoming, attribute),
            Lookup::Column(path) => self.follow(path, context),
            Lookup::ReceivedBinding { slot, count } if context.slots != NONE => {
                let first = (context.slots + slot) as usize;
                let kept = &self.received[first..first + count as usize];
                let received = kept.iter().find(|payload| **payload != Payload::NONE);
                received.map_or(Cell::MISSING, |payload| self.binding(*payload))
            }
            Lookup::IncomingBinding => self.binding(context.incoming),
            Lookup::Fixed(cell) => cell,
            Lookup::Received { .. } | Lookup::ReceivedBinding { .. } | Lookup::Nothing => {
                Cell::MISSING
            }
        }
    }

    /// The values of a field, of that contact and those after it.
    #[inline]
    pub fn cells(&self, field: u32, contact: u32) -> &'a [Cell] {
        self.columns[field as usize].get(contact as usize..).unwrap_or_default()
    }

    /// The value of a field of the contact.
    #[inline]
    pub fn field(&self, field: u32) -> Cell {
        let column = self.columns[field as usize];
        column.get(self.contact as usize).copied().unwrap_or(Cell::MISSING)
    }

    /// The value at the end of a path through tables.
    fn follow(&self, path: u32, context: Context) -> Cell {
        let start = self.look_up(self.plan.tables.path(path).start, context);
        self.follow_from(path, start)
    }

    /// The value at the end of a path that starts with this cell.
    pub fn follow_from(&self, path: u32, start: Cell) -> Cell {
        let path = self.plan.tables.path(path);
        self.plan.tables.follow(path, start, self.pools(), &self.rows)
    }

    /// The built-in `bindingId` of a trigger that was raised.
    #[inline]
    pub fn binding(&self, payload: Payload) -> Cell {
        if payload == Payload::NONE {
            return Cell::MISSING;
        }
        if payload.0 & Payload::RAISED != 0 {
            return self.raised[(payload.0 & !Payload::RAISED) as usize - 1];
        }
        self.binding_of(payload.0)
    }

    /// The `bindingId` of an event.
    #[inline]
    pub fn binding_of(&self, event: u32) -> Cell {
        self.data.bindings.get(event as usize).copied().unwrap_or(Cell::MISSING)
    }

    /// As [`binding`](Self::binding), as a text.
    pub fn binding_text(&self, payload: Payload) -> Option<String> {
        let cell = self.binding(payload);
        (!cell.is_missing()).then(|| self.pools().text(cell).to_owned())
    }

    /// Whether a trigger concerns an instance that began with `start` (rule A9).
    #[inline]
    pub fn concerns(&self, start: Payload, trigger: Payload) -> bool {
        let own = self.binding(start);
        own.is_missing() || self.is_bound(own, self.binding(trigger))
    }

    #[cold]
    fn is_bound(&self, own: Cell, came: Cell) -> bool {
        let text = |cell: Cell| if cell.is_missing() { "" } else { self.pools().text(cell) };
        binding::resumes(text(own), text(came))
    }

    /// The value of an attribute of a trigger that was raised.
    #[inline]
    pub fn attribute(&self, payload: Payload, attribute: Attribute) -> Cell {
        if payload == Payload::NONE {
            return Cell::MISSING;
        }
        if payload.0 & Payload::RAISED != 0 {
            let first = payload.0 & !Payload::RAISED;
            return self.raised[(first + attribute.of_trigger) as usize];
        }
        match self.value_place(attribute) {
            None => Cell::MISSING,
            Some(place) => {
                let first = self.data.events[payload.0 as usize].values;
                self.data.values[(first + place) as usize]
            }
        }
    }

    /// Where an attribute stands among an event's values, if it does.
    #[inline]
    pub fn value_place(&self, attribute: Attribute) -> Option<u32> {
        Some(self.attributes[attribute.of_plan as usize]).filter(|place| *place != NONE)
    }

    /// What is drawn for a Split on a visit, as a percentage.
    pub fn drawn(&self, tile: TileId, visit: u32) -> Decimal {
        let contact = contact_key(&self.data.name(self.contact));
        percent(draw(self.plan.seed, contact, tile.0, visit, Purpose::Split))
    }

    /// Whether a condition holds.
    #[inline]
    pub fn holds(&mut self, condition: u32, context: Context) -> bool {
        match condition {
            ALWAYS => true,
            _ if condition & SINGLE != 0 => self.row_holds(condition & !SINGLE, context),
            _ => self.decide(condition, context),
        }
    }

    /// A condition with the values of all its rows.
    pub fn tried(&mut self, condition: u32, context: Context) -> Tried {
        let plan = self.plan;
        let held = self.holds(condition, context);
        let rows = plan.conditions.rows_of(condition);
        let rows = rows.map(|index| {
            let row = &plan.conditions.rows[index as usize];
            let cell = self.look_up(row.source, context);
            TriedRow {
                comparison: row.written.clone(),
                value: self.pools().decode(cell, &row.ty),
                held: self.row_holds(index, context),
            }
        });
        Tried { held, rows: rows.collect() }
    }

    fn decide(&mut self, condition: u32, context: Context) -> bool {
        let conditions = &self.plan.conditions;
        conditions.conditions[condition as usize].holds(|group| {
            conditions.groups[group as usize].holds(|row| self.row_holds(row, context))
        })
    }

    #[inline]
    fn row_holds(&mut self, index: u32, context: Context) -> bool {
        let row = &self.plan.conditions.rows[index as usize];
        let cell = self.look_up(row.source, context);
        self.row_holds_for(index, cell, context.now)
    }

    /// Whether a row of a condition holds for a value.
    #[inline]
    pub fn row_holds_for(&mut self, index: u32, cell: Cell, now: i64) -> bool {
        let row = &self.plan.conditions.rows[index as usize];
        match self.test(row.test, cell) {
            Some(held) => held,
            None => match row.test {
                Test::Text(memory) => self.text_holds(index, memory, cell),
                _ => self.value_holds(row, cell, now),
            },
        }
    }

    /// Whether a value passes a test, where the cell alone says it.
    #[inline]
    pub fn test(&self, test: Test, cell: Cell) -> Option<bool> {
        match test {
            Test::Empty(wanted) => Some(cell.is_missing() == wanted),
            _ if cell.is_missing() => Some(false),
            Test::Number(low, high) if cell.0 < LARGE => Some(low <= cell.0 && cell.0 <= high),
            Test::TrueFalse(wanted) => Some((cell.0 != 0) == wanted),
            Test::Text(memory) => self.decided_for(memory, cell),
            Test::Number(..) | Test::Value => None,
        }
    }

    /// What a row decided for a text that was met before.
    #[inline]
    pub fn decided_for(&self, memory: u32, cell: Cell) -> Option<bool> {
        match self.decided[memory as usize].get(self.pools().text_index(cell))? {
            Decided::Open => None,
            Decided::Holds => Some(true),
            Decided::Fails => Some(false),
        }
    }

    /// Asks the predicate itself.
    #[cold]
    fn value_holds(&self, row: &Row, cell: Cell, now: i64) -> bool {
        row.predicate.holds(self.pools().decode(cell, &row.ty).as_ref(), Instant(now))
    }

    /// Decides a row for a text the first time it is met, and remembers.
    fn text_holds(&mut self, row: u32, memory: u32, cell: Cell) -> bool {
        let pools = self.pools();
        let decided = &mut self.decided[memory as usize];
        if decided.is_empty() {
            decided.resize(pools.text_count(), Decided::Open);
        }
        let place = &mut decided[pools.text_index(cell)];
        if *place == Decided::Open {
            let row = &self.plan.conditions.rows[row as usize];
            let value: Option<Value> = pools.decode(cell, &row.ty);
            let holds = row.predicate.holds(value.as_ref(), Instant(0));
            *place = if holds { Decided::Holds } else { Decided::Fails };
        }
        *place == Decided::Holds
    }
}

fn columns<'a>(plan: &Plan, data: &'a Dataset) -> Vec<&'a [Cell]> {
    let column = |field| {
        let place = data.schema.fields.iter().position(|known| known == field)?;
        Some(data.columns[place].as_slice())
    };
    plan.fields.iter().map(|field| column(field).unwrap_or_default()).collect()
}

fn triggers(plan: &Plan, data: &Dataset) -> Vec<u32> {
    let place = |id| plan.triggers.iter().position(|trigger| trigger.id == id);
    let places = data.schema.triggers.iter().map(|known| place(known.id));
    let triggers = places.map(|place| place.map_or(NONE, |place| place as u32));
    let sends = |message: &Message, id| plan.tiles[message.tile as usize].id == id;
    let messages = data.schema.messages.iter().flat_map(|id| {
        let place = plan.messages.iter().position(|message| sends(message, *id));
        let number = |kind| place.map_or(NONE, |place| interaction(place as u32, kind));
        Interaction::ALL.map(number)
    });
    triggers.chain(messages).collect()
}

fn attributes(plan: &Plan, data: &Dataset) -> Vec<u32> {
    let mut places = vec![NONE; plan.attributes.len()];
    for trigger in &plan.triggers {
        let Some(known) = data.schema.triggers.iter().find(|known| known.id == trigger.id) else {
            continue;
        };
        for index in trigger.first_attribute..trigger.first_attribute + trigger.attributes {
            let wanted = &plan.attributes[index as usize];
            if let Some(place) = known.attributes.iter().position(|found| found == wanted) {
                places[index as usize] = place as u32;
            }
        }
    }
    places
}
