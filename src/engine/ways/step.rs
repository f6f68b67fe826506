//! Questions in the short form in which nearly all of them are put: a fixed instant or
//! an event against another, or a field of the contact against two ends.
//!
//! **Invariant:** a step and its question have the same answer; a step may have none,
//! and then the question is put.

use crate::engine::at::Base;
use crate::engine::bind::Bound;
use crate::engine::cell::{Cell, LARGE};
use crate::engine::condition::Test;
use crate::engine::data::Event;
use crate::engine::ways::question::{Moment, Place, Question};

/// A question in short.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// Is the second of the [`Times`] at least so long after the first?
    Apart { from: u32, to: u32, least: i64 },
    /// Does the cell of the field lie between these, which are in?
    Field { field: u32, low: i64, high: i64 },
    /// Does the text of the field do? That is remembered for each text.
    Text { field: u32, memory: u32 },
    /// Is the event of that number that trigger?
    Is { event: u32, trigger: u32 },
    /// As the question says.
    Asked,
}

/// The start of time, and then the instants of a contact's events.
pub(crate) struct Times([i64; TIMES]);

/// Contacts with more events are left to the machine.
pub(crate) const MAX_EVENTS: usize = 31;
/// A power of two.
const TIMES: usize = MAX_EVENTS + 1;

impl Step {
    /// A question in short, if it can be.
    pub fn of(question: &Question) -> Self {
        match *question {
            Question::Apart { from, to, least } => match (time(from), time(to)) {
                (Some(from), Some(to)) => Self::Apart { from, to, least },
                _ => Self::Asked,
            },
            Question::Is { event, trigger } => Self::Is { event, trigger },
            Question::Missing(Place::Field(field)) => Self::missing(field),
            Question::Holds { place: Place::Field(field), test, .. } => match test {
                Test::Empty(true) => Self::missing(field),
                Test::Empty(false) => {
                    Self::Field { field, low: Cell::MISSING.0 + 1, high: i64::MAX }
                }
                Test::Number(low, high) => Self::Field { field, low, high },
                Test::TrueFalse(wanted) => {
                    Self::Field { field, low: wanted.into(), high: wanted.into() }
                }
                Test::Text(memory) => Self::Text { field, memory },
                Test::Value => Self::Asked,
            },
            _ => Self::Asked,
        }
    }

    /// The answer, if it is found this way.
    #[inline]
    pub fn answer(self, bound: &Bound, times: &Times, events: &[Event]) -> Option<bool> {
        match self {
            Self::Field { field, low, high } => {
                let cell = bound.field(field).0;
                (cell < LARGE).then_some(low <= cell && cell <= high)
            }
            Self::Apart { from, to, least } => {
                Some(times.get(to).wrapping_sub(times.get(from)) >= least)
            }
            Self::Text { field, memory } => {
                let cell = bound.field(field);
                if cell.is_missing() { Some(false) } else { bound.decided_for(memory, cell) }
            }
            Self::Is { event, trigger } => Some(events.get(event as usize)?.trigger == trigger),
            Self::Asked => None,
        }
    }

    fn missing(field: u32) -> Self {
        Self::Field { field, low: Cell::MISSING.0, high: Cell::MISSING.0 }
    }
}

impl Times {
    /// Nothing but the start of time.
    pub const START: Self = Self([0; TIMES]);

    /// Takes the instants of these events.
    #[inline]
    pub fn set(&mut self, events: &[Event]) {
        for (time, event) in self.0[1..].iter_mut().zip(events) {
            *time = event.at;
        }
    }

    /// The instant that a moment is, if it is reckoned from one of these.
    #[inline]
    pub fn instant(&self, moment: Moment) -> Option<i64> {
        Some(self.get(time(moment.base)?).wrapping_add(moment.after))
    }

    #[inline]
    fn get(&self, time: u32) -> i64 {
        self.0[time as usize % TIMES]
    }
}

/// The number of a base among the times, if it stands there.
#[inline]
fn time(base: Base) -> Option<u32> {
    (base.0 < TIMES as u32).then_some(base.0)
}
