//! What a way depends on, and what else is to be counted on it: said so that every
//! contact that goes it can be asked and counted.

use crate::engine::at::{At, Base};
use crate::engine::bind::Bound;
use crate::engine::cell::Cell;
use crate::engine::condition::Test;
use crate::engine::data::Event;
use crate::engine::ways::learn::Learnt;
use crate::model::id::TileId;

/// Something that a way depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// Is the second at least so many milliseconds after the first?
    Apart { from: Base, to: Base, least: i64 },
    /// Is the event of that number that trigger or interaction of the data?
    Is { event: u32, trigger: u32 },
    /// Is there no value?
    Missing(Place),
    /// Does the row of a condition hold for the value, then?
    Holds { place: Place, row: u32, test: Test, then: Moment },
    /// Is the draw of a Split, on that visit, below so many ten-billionths of a percent?
    DrawnBelow { tile: TileId, visit: u32, units: i64 },
}

/// Where a contact's value is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A field of the plan.
    Field(u32),
    /// Of the event of that number, the value of that number.
    Value { event: u32, value: u32 },
    /// The `bindingId` of the event of that number.
    Binding(u32),
    /// The end of a path, by the number under which the learner knows it.
    Path(u32),
    /// The same for all.
    Fixed(Cell),
}

/// An instant, as so many milliseconds after what it is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub base: Base,
    pub after: i64,
}

/// What is to be counted, and differs between the contacts that go a way.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Effect {
    /// An instance stayed at a tile.
    Stays { tile: u32, from: Moment, to: Moment },
    /// An instance of a journey met its goal.
    Meets { journey: u32, from: Moment, to: Moment },
    /// An instance of a journey began.
    Enters { journey: u32, at: Moment },
    /// An instance ended.
    Ends { tile: u32, at: Moment },
}

/// A contact, as questions are put to it.
pub(crate) struct Asked<'a, 'b> {
    pub bound: &'a mut Bound<'b>,
    pub learnt: &'a Learnt,
    pub events: &'a [Event],
    /// The first of them among all.
    pub first: u32,
}

impl Asked<'_, '_> {
    /// The answer.
    #[inline]
    pub fn answer(&mut self, question: &Question) -> bool {
        match *question {
            Question::Apart { from, to, least } => self.time(to) - self.time(from) >= least,
            Question::Is { event, trigger } => {
                self.events.get(event as usize).is_some_and(|event| event.trigger == trigger)
            }
            Question::Missing(place) => self.cell(place).is_missing(),
            Question::Holds { place, row, test, then } => {
                let cell = self.cell(place);
                match self.bound.test(test, cell) {
                    Some(held) => held,
                    None => {
                        let now = self.instant(then);
                        self.bound.row_holds_for(row, cell, now)
                    }
                }
            }
            Question::DrawnBelow { tile, visit, units } => {
                self.bound.drawn(tile, visit).units() < units.into()
            }
        }
    }

    /// The instant that a moment is for the contact.
    #[inline]
    pub fn instant(&self, moment: Moment) -> i64 {
        self.time(moment.base).saturating_add(moment.after)
    }

    #[inline]
    fn time(&self, base: Base) -> i64 {
        match base.as_event() {
            Some(event) => self.events.get(event).map_or(0, |event| event.at),
            None if base == Base::FIXED => 0,
            None => self.date(base),
        }
    }

    #[cold]
    fn date(&self, base: Base) -> i64 {
        let place = base.as_date().and_then(|date| self.learnt.dates.get(date));
        place.map_or(0, |place| self.cell(*place).0)
    }

    #[inline]
    fn cell(&self, place: Place) -> Cell {
        match place {
            Place::Field(field) => self.bound.field(field),
            Place::Value { event, value } => {
                let first = self.events.get(event as usize).map_or(0, |event| event.values);
                self.bound.data.values[(first + value) as usize]
            }
            Place::Binding(event) => self.bound.binding_of(self.first + event),
            Place::Path(path) => self.follow(path),
            Place::Fixed(cell) => cell,
        }
    }

    #[cold]
    fn follow(&self, path: u32) -> Cell {
        let Some(&(path, start)) = self.learnt.paths.get(path as usize) else {
            return Cell::MISSING;
        };
        self.bound.follow_from(path, self.cell(start))
    }
}

impl Question {
    /// Whether it asks for another trigger than a second one: what an event is, is asked
    /// one trigger after the other.
    pub fn is_other_trigger(&self, second: &Self) -> bool {
        match (self, second) {
            (Self::Is { event, trigger }, Self::Is { event: same, trigger: other }) => {
                event == same && trigger != other
            }
            _ => false,
        }
    }
}

impl Moment {
    /// The start of time.
    pub const START: Self = Self { base: Base::FIXED, after: 0 };

    /// An instant, when what it is reckoned from is then.
    pub fn of(at: At, base: i64) -> Self {
        Self { base: at.base, after: at.at.wrapping_sub(base) }
    }
}
