//! The questions through which the machine looks at a contact: each is answered, and
//! told to the learner, if there is one.
//!
//! **Invariant:** nothing of a contact, and no instant that is reckoned from something
//! of a contact, decides what the machine does but through one of these.

use crate::engine::at::At;
use crate::engine::bind::{Context, Payload};
use crate::engine::cell::Cell;
use crate::engine::condition::{ALWAYS, Attribute, Lookup, SINGLE, Test};
use crate::engine::live::Timer;
use crate::engine::machine::Machine;
use crate::engine::plan::NONE;
use crate::engine::record::Recorder;
use crate::engine::ways::question::{Moment, Place, Question};
use crate::model::decimal::Decimal;
use crate::model::id::TileId;
use crate::model::value::Type;

impl<R: Recorder> Machine<'_, R> {
    /// Whether an instant is before another.
    #[inline]
    pub(crate) fn before(&mut self, one: At, other: At) -> bool {
        match self.recorder.learner() {
            Some(learner) => learner.before(one, other),
            None => one.at < other.at,
        }
    }

    /// The earlier of two instants.
    #[inline]
    pub(crate) fn earlier(&mut self, one: At, other: At) -> At {
        if self.before(other, one) { other } else { one }
    }

    /// Whether a timer fires before another: of two at one instant, the one that was
    /// set first.
    #[inline]
    pub(crate) fn fires_before(&mut self, one: Timer, other: Timer) -> bool {
        if one.order < other.order {
            !self.before(other.at(), one.at())
        } else {
            self.before(one.at(), other.at())
        }
    }

    /// Whether a condition holds.
    #[inline]
    pub(crate) fn holds(&mut self, condition: u32, context: Context) -> bool {
        if self.recorder.learner().is_some() {
            self.holds_as_asked(condition, context)
        } else {
            self.bound.holds(condition, context)
        }
    }

    /// Whether the value at a source, which is this, is missing.
    #[inline]
    pub(crate) fn is_missing(&mut self, cell: Cell, source: Lookup, context: Context) -> bool {
        let missing = cell.is_missing();
        if self.recorder.learner().is_some() {
            let place = self.place(source, context);
            self.ask(Some(place), Question::Missing(place), missing);
        }
        missing
    }

    /// The date at a source.
    pub(crate) fn date(&mut self, source: Lookup, context: Context) -> Option<At> {
        let cell = self.bound.look_up(source, context);
        if self.is_missing(cell, source, context) {
            return None;
        }
        let place = self.recorder.learner().is_some().then(|| self.place(source, context));
        Some(match (place, self.recorder.learner()) {
            (Some(place), Some(learner)) => learner.date(place, cell.0),
            _ => At::fixed(cell.0),
        })
    }

    /// Whether the draw of a Split is below so many ten-billionths of a percent.
    #[inline]
    pub(crate) fn is_drawn_below(
        &mut self,
        drawn: Decimal,
        units: i64,
        (tile, visit): (TileId, u32),
    ) -> bool {
        let below = drawn.units() < units.into();
        self.ask(None, Question::DrawnBelow { tile, visit, units }, below);
        below
    }

    /// Whether a trigger concerns an instance that began with `start` (rule A9).
    #[inline]
    pub(crate) fn concerns(&mut self, start: Payload, trigger: Payload) -> bool {
        if self.recorder.learner().is_some() {
            let place = self.binding_place(start);
            let missing = self.bound.binding(start).is_missing();
            self.ask(Some(place), Question::Missing(place), missing);
            if let Some(learner) = self.recorder.learner().filter(|_| !missing) {
                // Which bindings are the same is another story for each contact.
                learner.is_lost = true;
            }
        }
        self.bound.concerns(start, trigger)
    }

    /// Keeps the value at a source among those that are raised.
    #[inline]
    pub(crate) fn keep_value(&mut self, source: Lookup, context: Context) -> Cell {
        if self.recorder.learner().is_some() {
            let (place, count) = (self.place(source, context), self.bound.raised.len());
            if let Some(learner) = self.recorder.learner() {
                learner.raised.truncate(count);
                learner.raised.push(place);
            }
        }
        let cell = self.bound.look_up(source, context);
        self.bound.raised.push(cell);
        cell
    }

    #[inline]
    fn ask(&mut self, place: Option<Place>, question: Question, answer: bool) {
        if let Some(learner) = self.recorder.learner()
            && !matches!(place, Some(Place::Fixed(_)))
        {
            learner.ask(question, answer);
        }
    }

    fn holds_as_asked(&mut self, condition: u32, context: Context) -> bool {
        let conditions = &self.plan.conditions;
        match condition {
            ALWAYS => true,
            _ if condition & SINGLE != 0 => self.row_holds_as_asked(condition & !SINGLE, context),
            _ => conditions.conditions[condition as usize].holds(|group| {
                conditions.groups[group as usize].holds(|row| self.row_holds_as_asked(row, context))
            }),
        }
    }

    fn row_holds_as_asked(&mut self, index: u32, context: Context) -> bool {
        let row = &self.plan.conditions.rows[index as usize];
        let place = self.place(row.source, context);
        let cell = self.bound.look_up(row.source, context);
        let held = self.bound.row_holds_for(index, cell, context.now);
        // Only dates are looked at from where one is in time.
        let now = At { at: context.now, ..self.at_now() };
        let dated = matches!(row.test, Test::Value) && row.ty == Type::DateTime;
        let now = if dated { now } else { At::fixed(0) };
        if let Some(learner) = self.recorder.learner()
            && (dated || !matches!(place, Place::Fixed(_)))
        {
            let then: Moment = learner.moment(now);
            learner.ask(Question::Holds { place, row: index, test: row.test, then }, held);
        }
        held
    }

    /// Where the value of a source is found.
    fn place(&mut self, source: Lookup, context: Context) -> Place {
        match source {
            Lookup::Contact(field) => Place::Field(field),
            Lookup::Received { slot, attribute } if context.slots != NONE => {
                let payload = self.bound.received[(context.slots + slot) as usize];
                self.attribute_place(payload, attribute)
            }
            Lookup::Incoming(attribute) => self.attribute_place(context.incoming, attribute),
            Lookup::Column(path) => {
                let start = self.place(self.plan.tables.path(path).start, context);
                let learner = self.recorder.learner();
                learner.map_or(start, |learner| learner.path(path, start))
            }
            Lookup::ReceivedBinding { slot, count } if context.slots != NONE => {
                let first = (context.slots + slot) as usize;
                let mut kept = self.bound.received[first..first + count as usize].iter();
                let received = kept.find(|payload| **payload != Payload::NONE).copied();
                self.binding_place(received.unwrap_or(Payload::NONE))
            }
            Lookup::IncomingBinding => self.binding_place(context.incoming),
            Lookup::Fixed(cell) => Place::Fixed(cell),
            Lookup::Received { .. } | Lookup::ReceivedBinding { .. } | Lookup::Nothing => {
                Place::Fixed(Cell::MISSING)
            }
        }
    }

    fn attribute_place(&mut self, payload: Payload, attribute: Attribute) -> Place {
        let missing = Place::Fixed(Cell::MISSING);
        if let Some(first) = payload.as_raised() {
            return self.raised_place(first + attribute.of_trigger as usize);
        }
        match (payload.as_event(), self.bound.value_place(attribute)) {
            (Some(event), Some(value)) => Place::Value { event: event - self.first_event, value },
            _ => missing,
        }
    }

    fn binding_place(&mut self, payload: Payload) -> Place {
        match (payload.as_raised(), payload.as_event()) {
            (Some(first), _) => self.raised_place(first - 1),
            (_, Some(event)) if !self.bound.data.bindings.is_empty() => {
                Place::Binding(event - self.first_event)
            }
            _ => Place::Fixed(Cell::MISSING),
        }
    }

    fn raised_place(&mut self, index: usize) -> Place {
        let place = self.recorder.learner().and_then(|learner| learner.raised.get(index).copied());
        place.unwrap_or(Place::Fixed(Cell::MISSING))
    }
}
