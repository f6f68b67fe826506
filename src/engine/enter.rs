//! How a contact comes into a journey, or why it does not (rules A4, A6 and A8).

use crate::engine::at::At;
use crate::engine::bind::{Context, Payload};
use crate::engine::live::{Activation, Live};
use crate::engine::machine::Machine;
use crate::engine::plan::{Journey, Kind, NONE, Repeat};
use crate::engine::record::Recorder;
use crate::engine::report::Refusal;
use crate::engine::trace::What;
use crate::model::journey::MAX_INSTANCE;

/// So often tiles let one contact into one journey in a run (rule A15).
const MAX_HANDED: u32 = 1_000;

impl<R: Recorder> Machine<'_, R> {
    /// Rule A4: a journey whose entry it is begins, or says why not.
    pub(crate) fn enter(&mut self, journey: u32, activation: Activation, place: u32) {
        // Rule S7: entries are for one version, and the others do not even refuse.
        let plan = self.plan;
        if !self.takes(&plan.journeys[journey as usize]) {
            return;
        }
        if let Some(reason) = self.refusal(journey, activation) {
            self.refuse(journey, activation, reason);
            return;
        }
        let compiled = &self.plan.journeys[journey as usize];
        self.handed[journey as usize] += u32::from(activation.tile != NONE);
        let index = self.begin_instance(journey, place, activation.payload);
        if let Kind::Entry { slot } = self.plan.tiles[compiled.entry as usize].kind {
            self.keep(index, slot, activation.payload);
        }
        if R::ON {
            let context = Context { now: self.now, incoming: activation.payload, slots: NONE };
            let tried = self.bound.tried(compiled.condition, context);
            let trigger = self.plan.triggers[activation.trigger as usize].id;
            self.note(Some(index), What::Entered { trigger, tried });
            let instance = self.instance(&self.live[index]);
            self.recorder.started(activation.step, instance);
        }
        self.resume(index, compiled.entry);
    }

    /// Lets an instance begin at the Entry; gives its index among the living. `cause`
    /// is the activation that lets it begin, or [`NONE`], and `start` its values.
    pub(crate) fn begin_instance(&mut self, journey: u32, cause: u32, start: Payload) -> usize {
        let compiled = &self.plan.journeys[journey as usize];
        let now = self.at_now();
        self.last_entry[compiled.first_version as usize] = now;
        self.entered.push(journey);
        self.count_entry(journey, now);
        self.started += 1;
        let visit = self.visits[journey as usize];
        self.visits[journey as usize] += 1;
        let slots = self.bound.received.len();
        self.bound.received.resize(slots + compiled.slots as usize, Payload::NONE);
        let expires = self.set_timer(now.plus(MAX_INSTANCE));
        let live = Live {
            journey,
            number: self.started,
            visit,
            tile: compiled.entry,
            slots: slots as u32,
            start,
            goal_met: false,
            cause,
            moved: now,
            next: expires,
            expires,
        };
        // By journey, and then in the order in which they began.
        let before = self.live.iter().rev().take_while(|known| known.journey > journey);
        let index = self.live.len() - before.count();
        self.live.insert(index, live);
        index
    }

    /// Counts that an instance begins.
    #[inline]
    fn count_entry(&mut self, journey: u32, now: At) {
        let times = self.recorder.times();
        let counts = &mut self.counts.journeys[journey as usize];
        counts.entered += times;
        let learnt = self.recorder.learner().is_some_and(|learner| learner.enters(journey, now));
        if !learnt {
            counts.enter(now.at, times);
        }
    }

    /// Whether entries are for this version now (rule S7).
    #[inline]
    pub(crate) fn takes(&mut self, journey: &Journey) -> bool {
        !self.before(self.at_now(), At::fixed(journey.takes.start))
            && self.before(self.at_now(), At::fixed(journey.takes.end))
    }

    /// Whether contacts may enter now, between the start and the end of the journey.
    #[inline]
    pub(crate) fn is_open(&mut self, journey: &Journey) -> bool {
        !self.before(self.at_now(), At::fixed(journey.opens))
            && self.before(self.at_now(), At::fixed(journey.closes))
    }

    /// Why a journey does not begin, if so.
    fn refusal(&mut self, journey: u32, activation: Activation) -> Option<Refusal> {
        let plan = self.plan;
        let compiled = &plan.journeys[journey as usize];
        let context = Context { now: self.now, incoming: activation.payload, slots: NONE };
        let last = self.last_entry[compiled.first_version as usize];
        if !self.is_open(compiled) {
            return Some(Refusal::TimeWindow);
        }
        if !self.holds(compiled.condition, context) {
            return Some(Refusal::Condition);
        }
        if !compiled.exclusions.is_empty() && self.first_of(compiled.exclusions.clone()).is_some() {
            return Some(Refusal::Excluded);
        }
        let again = match compiled.repeat {
            Repeat::Never => last == At::NEVER,
            Repeat::After(millis) => {
                last == At::NEVER || !self.before(self.at_now(), last.plus(millis))
            }
        };
        if !again {
            return Some(Refusal::Repeat);
        }
        let full = activation.tile != NONE && self.handed[journey as usize] == MAX_HANDED;
        full.then_some(Refusal::Limit)
    }

    fn refuse(&mut self, journey: u32, activation: Activation, reason: Refusal) {
        if reason == Refusal::Excluded {
            let group = self.first_of(self.plan.journeys[journey as usize].exclusions.clone());
            return self.turn_away(journey, reason, group);
        }
        let times = self.recorder.times();
        self.counts.journeys[journey as usize].refuse(reason, times);
        if R::ON {
            let compiled = &self.plan.journeys[journey as usize];
            let context = Context { now: self.now, incoming: activation.payload, slots: NONE };
            let tried = (reason == Refusal::Condition)
                .then(|| self.bound.tried(compiled.condition, context));
            self.note(None, What::Refused { journey: compiled.id, reason, tried });
        }
    }

    /// Rule A8: a journey that does not react says so.
    pub(crate) fn refuse_dormant(&mut self, dormant: u32) {
        self.counts.dormant[dormant as usize] += self.recorder.times();
        if R::ON {
            let journey = self.plan.dormant[dormant as usize];
            let reason = Refusal::NotLive;
            self.note(None, What::Refused { journey, reason, tried: None });
        }
    }
}
