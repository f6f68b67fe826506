//! Ways that contacts go. What becomes of a contact depends on it only through the
//! answers to a few questions: is this field true, does that event come before the time
//! limit. The machine runs the first contact of each way and the learner writes down
//! what was asked; whoever gives the same answers goes the same way, which is counted
//! and not run. In the end each way is run once more, counting as often as it was gone.
//!
//! **Invariant:** a report is the same with ways and without. Contacts that behave by
//! models, and those with very many events, are left to the machine.

mod ask;
mod learn;
mod question;
mod step;

use crate::engine::bind::Bound;
use crate::engine::counts::Counts;
use crate::engine::data::{Dataset, Event};
use crate::engine::machine::Machine;
use crate::engine::plan::Plan;
use crate::engine::record::{Counting, Recorder};
use crate::engine::run::{Watch, Window};
use crate::model::time::Instant;

use learn::Learning;
use question::{Asked, Effect, Moment, Question};
use step::{MAX_EVENTS, Step, Times};

pub(crate) use learn::Learner;

/// The ways that are known of a run.
pub(crate) struct Ways<'a> {
    machine: Machine<'a, Learning>,
    forks: Vec<Fork>,
    /// For each fork, its question as it was asked.
    questions: Vec<Question>,
    /// Those of the contact that is asked.
    times: Times,
    ends: Vec<End>,
    effects: Vec<Effect>,
    /// Where contacts with so many events start.
    starts: [Next; MAX_EVENTS + 1],
    tries: Tries,
}

/// A question, and where to go on when the answer is no, and when it is yes.
#[derive(Clone, Copy)]
struct Fork {
    step: Step,
    next: [Next; 2],
}

/// Where a way goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Next(u32);

/// The end of a way.
struct End {
    /// How many contacts went it.
    gone: u64,
    /// One of them.
    contact: u32,
    /// What each of them counts for itself.
    effects: (u32, u32),
}

/// How often ways were looked for, and how often one was known.
#[derive(Default)]
struct Tries {
    all: u64,
    learnt: u64,
    /// The same among the last [`STRETCH`].
    recent: u32,
    known: u32,
    /// So many contacts more it is not worth looking.
    rest: u32,
}

/// No more is learnt than that.
const MAX_FORKS: usize = 1 << 17;
const MAX_ENDS: usize = 1 << 13;
/// So many ways are learnt at first; later, one of so many contacts' at most.
const AT_FIRST: u64 = 256;
const ONE_OF: u64 = 16;
/// After so many contacts it is looked whether ways are worth it.
const STRETCH: u32 = 1_024;

impl Next {
    const UNKNOWN: Self = Self(u32::MAX);
    /// Leaves it to the machine.
    const MACHINE: Self = Self(u32::MAX - 1);
    const END: u32 = 1 << 31;

    fn end(index: usize) -> Self {
        Self(index as u32 | Self::END)
    }

    #[inline]
    fn as_end(self) -> Option<usize> {
        let known = self != Self::UNKNOWN && self != Self::MACHINE;
        known.then_some((self.0 & !Self::END) as usize)
    }
}

impl<'a> Ways<'a> {
    /// None known yet; nothing where contacts behave by models.
    pub fn new(plan: &'a Plan, data: &'a Dataset, window: Window) -> Option<Self> {
        plan.models.is_empty().then(|| Self {
            machine: Machine::new(plan, data, window, Learning::default()),
            forks: Vec::new(),
            questions: Vec::new(),
            times: Times::START,
            ends: Vec::new(),
            effects: Vec::new(),
            starts: [Next::UNKNOWN; MAX_EVENTS + 1],
            tries: Tries::default(),
        })
    }

    /// Lets a contact go a known way; `false` when the machine has to run it.
    #[inline]
    pub fn go<W: Watch>(&mut self, machine: &mut Machine<Counting<W>>, contact: u32) -> bool {
        if self.tries.rest > 0 {
            self.tries.rest -= 1;
            return false;
        }
        let (range, outside) = machine.events_in(contact);
        if range.len() > MAX_EVENTS {
            return false;
        }
        machine.bound.contact = contact;
        let events = &machine.bound.data.events[range.start as usize..range.end as usize];
        self.times.set(events);
        let mut end = self.find(&mut machine.bound, events, range.start);
        self.tries.count(end.as_end().is_some());
        if end == Next::UNKNOWN && self.learn(contact, events) {
            end = self.find(&mut machine.bound, events, range.start);
        }
        let Some(end) = end.as_end() else { return false };
        machine.counts.events_outside += outside;
        self.count(end, machine, events, range.start);
        true
    }

    /// Adds what was counted on the ways.
    pub fn add_to(&self, counts: &mut Counts) {
        let Machine { plan, window, ref bound, .. } = self.machine;
        let mut machine = Machine::of(plan, bound.data, window, Learning::default());
        std::mem::swap(&mut machine.counts, counts);
        for end in self.ends.iter().filter(|end| end.gone > 0) {
            machine.recorder.0.times = end.gone;
            run(&mut machine, end.contact);
        }
        std::mem::swap(&mut machine.counts, counts);
    }

    /// The end of the contact's way, as far as that is known.
    #[inline]
    fn find(&self, bound: &mut Bound, events: &[Event], first: u32) -> Next {
        let mut next = self.starts[events.len()];
        while let Some(fork) = self.forks.get(next.0 as usize) {
            let answer = match fork.step.answer(bound, &self.times, events) {
                Some(answer) => answer,
                None => self.ask(next, bound, events, first),
            };
            next = fork.next[usize::from(answer)];
        }
        next
    }

    /// Puts the question of a fork as it was asked.
    #[cold]
    fn ask(&self, fork: Next, bound: &mut Bound, events: &[Event], first: u32) -> bool {
        let learnt = &self.machine.recorder.0.learnt;
        let question = self.questions.get(fork.0 as usize);
        question.is_some_and(|question| Asked { bound, learnt, events, first }.answer(question))
    }

    /// Counts that a contact goes a way.
    #[inline]
    fn count<W: Watch>(
        &mut self,
        end: usize,
        machine: &mut Machine<Counting<W>>,
        events: &[Event],
        first: u32,
    ) {
        let end = &mut self.ends[end];
        end.gone += 1;
        let learnt = &self.machine.recorder.0.learnt;
        let contact = machine.bound.contact;
        let bound = &mut machine.bound;
        let mut instant = |moment: Moment| match self.times.instant(moment) {
            Some(instant) => instant,
            None => Asked { bound, learnt, events, first }.instant(moment),
        };
        let counts = &mut machine.counts;
        for effect in &self.effects[end.effects.0 as usize..end.effects.1 as usize] {
            match *effect {
                Effect::Stays { tile, from, to } => {
                    let stayed = instant(to) - instant(from);
                    counts.stays[tile as usize].add(stayed, 1);
                }
                Effect::Meets { journey, from, to } => {
                    let after = instant(to) - instant(from);
                    counts.journeys[journey as usize].goal_after.add(after, 1);
                }
                Effect::Enters { journey, at } => {
                    counts.journeys[journey as usize].enter(instant(at), 1);
                }
                Effect::Ends { tile, at } => {
                    let tile = machine.plan.tiles[tile as usize].id;
                    machine.recorder.ended(contact, tile, Instant(instant(at)));
                }
            }
        }
    }

    /// Learns the way of a contact, if there is reason and room for it.
    #[cold]
    fn learn(&mut self, contact: u32, events: &[Event]) -> bool {
        let enough = self.tries.learnt > AT_FIRST + self.tries.all / ONE_OF;
        if enough || self.forks.len() > MAX_FORKS || self.ends.len() > MAX_ENDS {
            return false;
        }
        self.tries.learnt += 1;
        run(&mut self.machine, contact);
        let learner = &mut self.machine.recorder.0;
        let asked = std::mem::take(&mut learner.asked);
        let is_lost = learner.is_lost;
        // Along the known part of the way, and from there on to its end.
        let mut at = None;
        for (question, answer) in &asked {
            let mut fork = self.fork(at, events.len(), *question);
            while self.questions[fork].is_other_trigger(question) {
                at = Some((fork, 0));
                fork = self.fork(at, events.len(), *question);
            }
            debug_assert_eq!(self.questions[fork], *question, "it is not all asked");
            at = Some((fork, usize::from(*answer)));
        }
        self.machine.recorder.0.asked = asked;
        if is_lost {
            self.set_next(at, events.len(), Next::MACHINE);
            return false;
        }
        self.set_next(at, events.len(), Next::end(self.ends.len()));
        let first = self.effects.len() as u32;
        self.effects.extend_from_slice(&self.machine.recorder.0.effects);
        let effects = (first, self.effects.len() as u32);
        self.ends.push(End { gone: 0, contact, effects });
        true
    }

    /// The fork that is next, which is this question when none is known.
    fn fork(&mut self, at: Option<(usize, usize)>, events: usize, question: Question) -> usize {
        let next = at.map_or(self.starts[events], |(fork, answer)| self.forks[fork].next[answer]);
        if next != Next::UNKNOWN {
            return next.0 as usize;
        }
        self.questions.push(question);
        self.forks.push(Fork { step: Step::of(&question), next: [Next::UNKNOWN; 2] });
        let fork = self.forks.len() - 1;
        self.set_next(at, events, Next(fork as u32));
        fork
    }

    fn set_next(&mut self, at: Option<(usize, usize)>, events: usize, next: Next) {
        match at {
            Some((fork, answer)) => self.forks[fork].next[answer] = next,
            None => self.starts[events] = next,
        }
    }
}

impl Tries {
    /// Where hardly any way is known after a while, it is not looked for one for a longer while.
    #[inline]
    fn count(&mut self, known: bool) {
        self.all += 1;
        self.recent += 1;
        self.known += u32::from(known);
        if self.recent == STRETCH {
            if self.known < STRETCH / 8 {
                self.rest = 16 * STRETCH;
            }
            (self.recent, self.known) = (0, 0);
        }
    }
}

/// Runs a contact from which to learn.
fn run(machine: &mut Machine<Learning>, contact: u32) {
    let (range, _) = machine.events_in(contact);
    let events = &machine.bound.data.events[range.start as usize..range.end as usize];
    machine.recorder.0.begin(events.iter().map(|event| event.at));
    machine.run_contact(contact);
}
