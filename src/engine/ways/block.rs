//! Contacts that are asked together: a question is put to all of them before the next
//! one, which costs a fraction of asking one contact after the other.

use std::ops::Range;

use crate::engine::at::Base;
use crate::engine::bind::Bound;
use crate::engine::cell::{Cell, LARGE};
use crate::engine::condition::Test;
use crate::engine::counts::Counts;
use crate::engine::data::Event;
use crate::engine::plan::Plan;
use crate::engine::record::Recorder;
use crate::engine::ways::learn::Learnt;
use crate::engine::ways::question::{Asked, Effect, Moment, Place, Question};
use crate::model::time::Instant;

/// So many contacts are asked together at most.
pub(crate) const BLOCK: usize = 2_048;
/// Contacts with more events are left to the machine.
pub(crate) const MAX_EVENTS: usize = 32;

/// Contacts in a row, each known by its place among them.
#[derive(Default)]
pub(crate) struct Block {
    /// The first contact.
    start: u32,
    /// For each contact, the first of its events in the run, and how many there are.
    events: Vec<(u32, u32)>,
    /// The places, those that have answered alike side by side.
    places: Vec<u16>,
    scratch: Vec<u16>,
}

/// A block that is asked, with what its answers are found in.
pub(crate) struct Asking<'a, 'b> {
    pub block: &'a mut Block,
    pub bound: &'a mut Bound<'b>,
    pub learnt: &'a Learnt,
}

impl Block {
    /// Takes contacts, given with their events; those with the same number of events are
    /// given to `start` side by side.
    pub fn fill(
        &mut self,
        contacts: Range<u32>,
        events_of: impl Fn(u32) -> Range<u32>,
        mut start: impl FnMut(usize, Range<usize>),
    ) {
        self.start = contacts.start;
        self.events.clear();
        self.events.extend(contacts.map(|contact| {
            let events = events_of(contact);
            (events.start, events.end - events.start)
        }));
        let kind = |events: u32| (events as usize).min(MAX_EVENTS + 1);
        let mut next = [0; MAX_EVENTS + 3];
        for (_, events) in &self.events {
            next[kind(*events) + 1] += 1;
        }
        for kind in 0..MAX_EVENTS + 2 {
            let range = next[kind]..next[kind] + next[kind + 1];
            next[kind + 1] = range.end;
            if !range.is_empty() {
                start(kind, range);
            }
        }
        self.places.resize(self.events.len(), 0);
        self.scratch.resize(self.events.len(), 0);
        for (place, (_, events)) in self.events.iter().enumerate() {
            let next = &mut next[kind(*events)];
            self.places[*next] = place as u16;
            *next += 1;
        }
    }

    /// The contacts at places that stand side by side.
    pub fn contacts(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        self.places[range].iter().map(|place| self.start + u32::from(*place))
    }

    /// Puts those who answer no before those who answer yes; tells how many they are.
    #[inline]
    fn divide(&mut self, range: Range<usize>, mut answer: impl FnMut(usize, u32) -> bool) -> usize {
        let places = &mut self.places[range];
        let scratch = &mut self.scratch[..places.len()];
        let (mut no, mut yes) = (0, 0);
        for index in 0..places.len() {
            let place = places[index];
            let answer = answer(place.into(), self.events[usize::from(place)].0);
            places[no] = place;
            scratch[yes] = place;
            no += usize::from(!answer);
            yes += usize::from(answer);
        }
        places[no..].copy_from_slice(&scratch[..yes]);
        no
    }
}

impl Asking<'_, '_> {
    /// Asks those who stand there; afterwards those who say no stand before those who
    /// say yes. Tells how many they are.
    pub fn ask(&mut self, question: &Question, range: Range<usize>) -> usize {
        match *question {
            Question::Apart { from, to, least } => self.ask_apart(from, to, least, range),
            Question::Is { event, trigger } => {
                let events = &self.bound.data.events;
                self.block
                    .divide(range, |_, first| events[(first + event) as usize].trigger == trigger)
            }
            Question::Missing(Place::Field(field)) => {
                let cells = self.bound.cells(field, self.block.start);
                self.block.divide(range, |place, _| cell_of(cells, place).is_missing())
            }
            Question::Holds { place: Place::Field(field), test, .. } => match test {
                Test::Number(low, high) => self.ask_cells(question, range, field, |_, cell| {
                    (cell.0 < LARGE).then_some(low <= cell.0 && cell.0 <= high)
                }),
                Test::Text(memory) => self.ask_cells(question, range, field, |bound, cell| {
                    if cell.is_missing() { Some(false) } else { bound.decided_for(memory, cell) }
                }),
                test => {
                    self.ask_cells(question, range, field, |bound, cell| bound.test(test, cell))
                }
            },
            _ => {
                let start = self.block.start;
                let (bound, learnt) = (&mut *self.bound, self.learnt);
                self.block.divide(range, |place, first| {
                    ask_one(bound, learnt, question, start + place as u32, first)
                })
            }
        }
    }

    /// Counts what those who stand there count, each for itself.
    pub fn count(
        &mut self,
        effects: &[Effect],
        range: Range<usize>,
        (plan, counts, recorder): (&Plan, &mut Counts, &mut impl Recorder),
    ) {
        for effect in effects {
            match *effect {
                Effect::Stays { tile, from, to } => {
                    let stays = &mut counts.stays[tile as usize];
                    self.each(range.clone(), |from, to, _| stays.add(to - from, 1), from, to);
                }
                Effect::Meets { journey, from, to } => {
                    let after = &mut counts.journeys[journey as usize].goal_after;
                    self.each(range.clone(), |from, to, _| after.add(to - from, 1), from, to);
                }
                Effect::Enters { journey, at } => {
                    let journey = &mut counts.journeys[journey as usize];
                    self.each(range.clone(), |_, at, _| journey.enter(at, 1), Moment::START, at);
                }
                Effect::Ends { tile, at } => {
                    let tile = plan.tiles[tile as usize].id;
                    let ended = |_, at, contact| recorder.ended(contact, tile, Instant(at));
                    self.each(range.clone(), ended, Moment::START, at);
                }
            }
        }
    }

    fn ask_apart(&mut self, from: Base, to: Base, least: i64, range: Range<usize>) -> usize {
        let events = self.bound.data.events.as_slice();
        match (from.as_event(), to.as_event()) {
            (Some(from), Some(to)) => self.block.divide(range, |_, first| {
                let event = |number: usize| events[first as usize + number].at;
                event(to) - event(from) >= least
            }),
            (None, Some(to)) if from == Base::FIXED => {
                self.block.divide(range, |_, first| events[first as usize + to].at >= least)
            }
            _ => {
                let question = Question::Apart { from, to, least };
                let start = self.block.start;
                let (bound, learnt) = (&mut *self.bound, self.learnt);
                self.block.divide(range, |place, first| {
                    ask_one(bound, learnt, &question, start + place as u32, first)
                })
            }
        }
    }

    /// Asks for a field; where its cell does not tell, as the question says.
    #[inline]
    fn ask_cells(
        &mut self,
        question: &Question,
        range: Range<usize>,
        field: u32,
        answer: impl Fn(&Bound, Cell) -> Option<bool>,
    ) -> usize {
        let start = self.block.start;
        let (bound, learnt) = (&mut *self.bound, self.learnt);
        let cells = bound.cells(field, start);
        self.block.divide(range, |place, first| match answer(bound, cell_of(cells, place)) {
            Some(answer) => answer,
            None => ask_one(bound, learnt, question, start + place as u32, first),
        })
    }

    /// For each contact that stands there, two instants and the contact.
    #[inline]
    fn each(
        &mut self,
        range: Range<usize>,
        mut tell: impl FnMut(i64, i64, u32),
        from: Moment,
        to: Moment,
    ) {
        let events = self.bound.data.events.as_slice();
        for place in &self.block.places[range] {
            let (contact, (first, _)) =
                (self.block.start + u32::from(*place), self.block.events[usize::from(*place)]);
            let mut instant = |moment: Moment| match moment.base.as_event() {
                Some(event) => events[first as usize + event].at.wrapping_add(moment.after),
                None if moment.base == Base::FIXED => moment.after,
                None => {
                    self.bound.contact = contact;
                    let events = &events[first as usize..];
                    let learnt = self.learnt;
                    Asked { bound: self.bound, learnt, events, first }.instant(moment)
                }
            };
            let (from, to) = (instant(from), instant(to));
            tell(from, to, contact);
        }
    }
}

#[inline]
fn cell_of(cells: &[Cell], place: usize) -> Cell {
    cells.get(place).copied().unwrap_or(Cell::MISSING)
}

/// Puts a question to one contact.
#[cold]
fn ask_one(
    bound: &mut Bound,
    learnt: &Learnt,
    question: &Question,
    contact: u32,
    first: u32,
) -> bool {
    bound.contact = contact;
    let events: &[Event] = &bound.data.events[first as usize..];
    Asked { bound, learnt, events, first }.answer(question)
}
