//! What contacts do by behaviour models (rules B1 to B5).
//!
//! An occasion is drawn once, where it arises; what comes of it later waits beside
//! the recorded events until its instant.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::engine::advance::{MAX_AT_ONCE, MAX_CHAIN};
use crate::engine::bind::{Context, Payload};
use crate::engine::cell::Cell;
use crate::engine::chance::{Chance, Lag};
use crate::engine::condition::Lookup;
use crate::engine::draw::{Purpose, contact_key, draw, percent};
use crate::engine::live::Activation;
use crate::engine::machine::Machine;
use crate::engine::plan::{INTERACTION, NONE};
use crate::engine::record::Recorder;
use crate::model::decimal::Decimal;
use crate::model::id::ModelId;

/// The most that models make of one contact in a run (rule B5).
const MAX_MADE: u32 = 4096;

/// A behaviour model, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub id: ModelId,
    /// The trigger that it raises, or the number of an interaction.
    pub trigger: u32,
    pub percent: Decimal,
    pub lag: Lag,
    /// A value for each attribute of the trigger, in their order, with the attribute's number.
    pub values: Vec<(u32, Maker)>,
}

/// Where a value comes from.
#[derive(Debug, Clone)]
pub(crate) enum Maker {
    Nothing,
    /// A contact field of the plan.
    Contact(u32),
    Drawn(Chance),
}

/// When, in the order in which it was drawn, of which model, on which of its
/// occasions, and with which `bindingId`.
type Coming = (i64, u32, u32, u32, i64);

/// What models have drawn for the contact that runs.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// What is still to come.
    coming: BinaryHeap<Reverse<Coming>>,
    /// How many occasions each model has had.
    occasions: Vec<u32>,
    /// When the first of it comes; the end of time when nothing does.
    pub next: i64,
    made: u32,
    key: u64,
}

impl Default for Drawn {
    fn default() -> Self {
        let (coming, occasions) = (BinaryHeap::new(), Vec::new());
        Self { coming, occasions, next: i64::MAX, made: 0, key: 0 }
    }
}

impl<R: Recorder> Machine<'_, R> {
    /// Forgets the last contact and draws what this one does from the start of the run on.
    pub(crate) fn begin_drawing(&mut self, contact: u32) {
        let plan = self.plan;
        if plan.models.is_empty() {
            return;
        }
        self.drawn.coming.clear();
        self.drawn.next = i64::MAX;
        self.drawn.occasions.clear();
        self.drawn.occasions.resize(plan.models.len(), 0);
        self.drawn.made = 0;
        self.drawn.key = contact_key(&self.bound.data.name(contact));
        if let Some(origin) = self.origin {
            self.now = origin;
            plan.starting.iter().for_each(|&model| self.occasion(model, NONE));
        }
    }

    /// Draws whether and when a model makes something of an occasion: the activation
    /// at that place of the queue, or the start of the run.
    pub(crate) fn occasion(&mut self, model: u32, cause: u32) {
        self.arise(model, cause, cause != NONE);
    }

    /// The same for a message that is sent through that activation, or by a timer.
    pub(crate) fn sending(&mut self, model: u32, cause: u32) {
        self.arise(model, cause, true);
    }

    /// An occasion; what comes of it without delay may join the queue of this instant.
    fn arise(&mut self, model: u32, cause: u32, at_once: bool) {
        let compiled = &self.plan.models[model as usize];
        let visit = self.drawn.occasions[model as usize];
        self.drawn.occasions[model as usize] += 1;
        if percent(self.draw(model, visit, Purpose::Happens)) >= compiled.percent {
            return;
        }
        if self.drawn.made == MAX_MADE {
            self.counts.cut += 1;
            return;
        }
        self.drawn.made += 1;
        let lag = compiled.lag.millis(
            || self.draw(model, visit, Purpose::Delay),
            || self.draw(model, visit, Purpose::Delay2),
        );
        let occasion = self.queue.get(cause as usize).map(|occasion| occasion.payload);
        let binding = occasion.map_or(Cell::MISSING, |payload| self.bound.binding(payload));
        if lag <= 0 && at_once {
            self.make(model, visit, binding, cause);
        } else {
            let at = self.now.saturating_add(lag);
            self.drawn.coming.push(Reverse((at, self.drawn.made, model, visit, binding.0)));
            self.drawn.next = self.drawn.next.min(at);
        }
    }

    /// Puts what was drawn for this instant into the queue.
    pub(crate) fn receive_drawn(&mut self) {
        while self.drawn.next == self.now {
            if let Some(Reverse((_, _, model, visit, binding))) = self.drawn.coming.pop() {
                self.make(model, visit, Cell(binding), NONE);
            }
            let next = self.drawn.coming.peek();
            self.drawn.next = next.map_or(i64::MAX, |Reverse((at, ..))| *at);
        }
    }

    /// Raises the trigger of a model. A chain within one instant has its limit (rule A7).
    fn make(&mut self, model: u32, visit: u32, binding: Cell, cause: u32) {
        let depth = 1 + self.queue.get(cause as usize).map_or(0, |cause| cause.depth);
        if depth > MAX_CHAIN || self.queue.len() >= MAX_AT_ONCE {
            self.counts.cut += 1;
            return;
        }
        let trigger = self.plan.models[model as usize].trigger;
        let payload = if trigger >= INTERACTION {
            Payload::NONE
        } else {
            self.values_of(model, visit, binding)
        };
        self.queue.push(Activation { trigger, payload, tile: NONE, cause, depth, step: 0, model });
    }

    fn values_of(&mut self, model: u32, visit: u32, binding: Cell) -> Payload {
        let plan = self.plan;
        self.bound.raised.push(binding);
        let first = self.bound.raised.len() as u32;
        let context = Context { now: self.now, incoming: Payload::NONE, slots: NONE };
        for (attribute, maker) in &plan.models[model as usize].values {
            let attribute = *attribute;
            let cell = match maker {
                Maker::Nothing => Cell::MISSING,
                Maker::Contact(field) => self.bound.look_up(Lookup::Contact(*field), context),
                Maker::Drawn(chance) => chance.cell(
                    || self.draw(model, visit, Purpose::Value(attribute)),
                    || self.draw(model, visit, Purpose::Value2(attribute)),
                ),
            };
            self.bound.raised.push(cell);
        }
        Payload::raised(first)
    }

    fn draw(&self, model: u32, visit: u32, purpose: Purpose) -> u64 {
        let ModelId(place) = self.plan.models[model as usize].id;
        draw(self.plan.seed, self.drawn.key, place, visit, purpose)
    }
}
