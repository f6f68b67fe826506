//! Ways that contacts go. What becomes of a contact depends on it only through the
//! answers to a few questions: is this field true, does that event come before the time
//! limit. The machine runs the first contact of each way and the learner writes down
//! what was asked; whoever gives the same answers goes the same way, which is counted
//! and not run. In the end each way is run once more, counting as often as it was gone.
//!
//! **Invariant:** a report is the same with ways and without. Contacts that behave by
//! models, and those with very many events, are left to the machine.

mod ask;
mod block;
mod learn;
mod question;

use std::ops::Range;

use crate::engine::counts::Counts;
use crate::engine::data::Dataset;
use crate::engine::machine::Machine;
use crate::engine::plan::Plan;
use crate::engine::record::Counting;
use crate::engine::run::{Watch, Window};

use block::{Asking, BLOCK, Block, MAX_EVENTS};
use learn::Learning;
use question::{Effect, Question};

pub(crate) use learn::Learner;

/// The ways that are known of a run.
pub(crate) struct Ways<'a> {
    machine: Machine<'a, Learning>,
    forks: Vec<Fork>,
    ends: Vec<End>,
    effects: Vec<Effect>,
    /// Where contacts with so many events start.
    starts: [Next; MAX_EVENTS + 1],
    block: Block,
    /// Contacts that stand side by side in the block, and where they have come to.
    groups: Vec<(Edge, Range<usize>)>,
    tries: Tries,
}

/// A question, and where to go on when the answer is no, and when it is yes.
struct Fork {
    question: Question,
    next: [Next; 2],
}

/// From where a way goes on.
#[derive(Debug, Clone, Copy)]
enum Edge {
    /// The start of contacts with so many events.
    Start(usize),
    /// An answer at a fork.
    Answer(usize, bool),
}

/// Where a way goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Nobody has gone there yet.
    Unknown,
    /// The contact is left to the machine.
    Machine,
    /// To a fork.
    Fork(u32),
    /// To an end.
    End(u32),
}

/// The end of a way.
struct End {
    /// How many contacts went it.
    gone: u64,
    /// One of them.
    contact: u32,
    /// What each of them counts for itself.
    effects: Range<u32>,
}

/// How many contacts there were, how many of them went a known way, and from how many
/// was learnt.
#[derive(Default)]
struct Tries {
    all: u64,
    known: u64,
    learnt: u64,
    /// So many blocks more it is not worth looking.
    rest: u32,
}

/// No more is learnt than that.
const MAX_FORKS: usize = 1 << 17;
const MAX_ENDS: usize = 1 << 13;
/// So many ways are learnt at first; later, one of so many contacts' at most.
const AT_FIRST: u64 = 256;
const ONE_OF: u64 = 16;
/// Where fewer than one of so many contacts of a block goes a known way, it is not looked
/// for one in so many blocks more.
const FEW: u64 = 8;
const REST: u32 = 16;

impl<'a> Ways<'a> {
    /// None known yet; nothing where contacts behave by models.
    pub fn new(plan: &'a Plan, data: &'a Dataset, window: Window) -> Option<Self> {
        plan.models.is_empty().then(|| Self {
            machine: Machine::new(plan, data, window, Learning::default()),
            forks: Vec::new(),
            ends: Vec::new(),
            effects: Vec::new(),
            starts: [Next::Unknown; MAX_EVENTS + 1],
            block: Block::default(),
            groups: Vec::new(),
            tries: Tries::default(),
        })
    }

    /// Lets contacts go their ways; where none is known, the machine runs them.
    pub fn go<W: Watch>(&mut self, machine: &mut Machine<Counting<W>>, contacts: Range<u32>) {
        for start in contacts.clone().step_by(BLOCK) {
            let part = start..contacts.end.min(start.saturating_add(BLOCK as u32));
            if self.tries.rest > 0 {
                self.tries.rest -= 1;
                part.for_each(|contact| machine.run_contact(contact));
            } else {
                self.go_together(machine, part);
            }
        }
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

    fn go_together<W: Watch>(&mut self, machine: &mut Machine<Counting<W>>, contacts: Range<u32>) {
        let (all, known) = (contacts.len() as u64, self.tries.known);
        self.tries.all += all;
        let groups = &mut self.groups;
        let start = |events, range| groups.push((Edge::Start(events), range));
        self.block.fill(contacts, |contact| machine.events_in(contact).0, start);
        while let Some((edge, range)) = self.groups.pop() {
            match self.next(edge) {
                Next::Fork(fork) => self.divide(machine, fork as usize, range),
                Next::End(end) => self.count(machine, end as usize, range),
                Next::Unknown if self.learn(edge, range.start) => self.groups.push((edge, range)),
                Next::Unknown | Next::Machine => {
                    self.block.contacts(range).for_each(|contact| machine.run_contact(contact));
                }
            }
        }
        if (self.tries.known - known) * FEW < all {
            self.tries.rest = REST;
        }
    }

    /// Asks contacts the question of a fork.
    fn divide<W: Watch>(
        &mut self,
        machine: &mut Machine<Counting<W>>,
        fork: usize,
        range: Range<usize>,
    ) {
        let learnt = &self.machine.recorder.0.learnt;
        let mut asking = Asking { block: &mut self.block, bound: &mut machine.bound, learnt };
        let middle = range.start + asking.ask(&self.forks[fork].question, range.clone());
        for (answer, part) in [(false, range.start..middle), (true, middle..range.end)] {
            if !part.is_empty() {
                self.groups.push((Edge::Answer(fork, answer), part));
            }
        }
    }

    /// Counts that contacts go a way to its end.
    fn count<W: Watch>(
        &mut self,
        machine: &mut Machine<Counting<W>>,
        end: usize,
        range: Range<usize>,
    ) {
        let end = &mut self.ends[end];
        end.gone += range.len() as u64;
        self.tries.known += range.len() as u64;
        let learnt = &self.machine.recorder.0.learnt;
        let Machine { bound, counts, recorder, plan, .. } = machine;
        let effects = &self.effects[end.effects.start as usize..end.effects.end as usize];
        Asking { block: &mut self.block, bound, learnt }.count(
            effects,
            range,
            (plan, counts, recorder),
        );
    }

    /// Learns the way of the contact at that place of the block, if there is reason and
    /// room for it.
    #[cold]
    fn learn(&mut self, edge: Edge, place: usize) -> bool {
        let enough = self.tries.learnt > AT_FIRST + self.tries.all / ONE_OF;
        let full = self.forks.len() > MAX_FORKS || self.ends.len() > MAX_ENDS;
        let contact = self.block.contacts(place..place + 1).next();
        let Some(contact) = contact.filter(|_| !enough && !full) else { return false };
        if matches!(edge, Edge::Start(events) if events > MAX_EVENTS) {
            return false;
        }
        self.tries.learnt += 1;
        let events = run(&mut self.machine, contact);
        let learner = &mut self.machine.recorder.0;
        let (asked, is_lost) = (std::mem::take(&mut learner.asked), learner.is_lost);
        // Along the known part of the way, and from there on to its end.
        let mut edge = Edge::Start(events);
        for (question, answer) in &asked {
            let mut fork = self.fork(edge, *question);
            while self.forks[fork].question.is_other_trigger(question) {
                edge = Edge::Answer(fork, false);
                fork = self.fork(edge, *question);
            }
            debug_assert_eq!(self.forks[fork].question, *question, "it is not all asked");
            edge = Edge::Answer(fork, *answer);
        }
        self.machine.recorder.0.asked = asked;
        let end = if is_lost { Next::Machine } else { self.end(contact) };
        *self.next_mut(edge) = end;
        true
    }

    /// The fork where a way goes on, which is this question when nobody has gone there.
    fn fork(&mut self, edge: Edge, question: Question) -> usize {
        if let Next::Fork(fork) = self.next(edge) {
            return fork as usize;
        }
        let fork = self.forks.len();
        self.forks.push(Fork { question, next: [Next::Unknown; 2] });
        *self.next_mut(edge) = Next::Fork(fork as u32);
        fork
    }

    /// The end of the way that was learnt last.
    fn end(&mut self, contact: u32) -> Next {
        let first = self.effects.len() as u32;
        self.effects.extend_from_slice(&self.machine.recorder.0.effects);
        let effects = first..self.effects.len() as u32;
        self.ends.push(End { gone: 0, contact, effects });
        Next::End(self.ends.len() as u32 - 1)
    }

    fn next(&self, edge: Edge) -> Next {
        match edge {
            Edge::Start(events) => self.starts.get(events).copied().unwrap_or(Next::Machine),
            Edge::Answer(fork, answer) => self.forks[fork].next[usize::from(answer)],
        }
    }

    fn next_mut(&mut self, edge: Edge) -> &mut Next {
        match edge {
            Edge::Start(events) => &mut self.starts[events.min(MAX_EVENTS)],
            Edge::Answer(fork, answer) => &mut self.forks[fork].next[usize::from(answer)],
        }
    }
}

/// Runs a contact from which to learn; tells how many events it has.
fn run(machine: &mut Machine<Learning>, contact: u32) -> usize {
    let range = machine.events_in(contact).0;
    let events = &machine.bound.data.events[range.start as usize..range.end as usize];
    machine.recorder.0.begin(events.iter().map(|event| event.at));
    machine.run_contact(contact);
    events.len()
}
