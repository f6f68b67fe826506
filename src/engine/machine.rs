//! The run of one contact: events, a first-in first-out queue of activations, and
//! the timers of its instances (rules T3 to T5).
//!
//! What an activation does is in `react`, how an instance moves in `advance`.

use crate::engine::bind::{Bound, Context, Payload};
use crate::engine::counts::Counts;
use crate::engine::data::Dataset;
use crate::engine::plan::{Kind, NONE, Plan};
use crate::engine::record::Recorder;
use crate::engine::report::{ExitReason, Report};
use crate::engine::run::Window;
use crate::engine::trace::{Instance, Placement, Step, What};
use crate::model::journey::MAX_INSTANCE;
use crate::model::time::Instant;

/// Runs contacts one after the other and counts.
pub(crate) struct Machine<'a, R> {
    pub(crate) plan: &'a Plan,
    pub(crate) bound: Bound<'a>,
    pub(crate) counts: Counts,
    pub(crate) recorder: R,
    window: Window,
    pub(crate) now: i64,
    /// The activations of this instant; those before `head` are worked off.
    pub(crate) queue: Vec<Activation>,
    head: usize,
    /// The instances that wait, by journey and then in the order in which they began.
    pub(crate) live: Vec<Live>,
    /// For each journey, when the contact entered last; [`NEVER`] if it did not.
    pub(crate) last_entry: Vec<i64>,
    /// The journeys that the contact entered.
    pub(crate) entered: Vec<u32>,
    /// How many timers were set, and how many instances began.
    timers: u32,
    pub(crate) started: u32,
}

/// Before every instant.
pub(crate) const NEVER: i64 = i64::MIN;

/// A trigger that was raised for the contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Activation {
    pub trigger: u32,
    pub payload: Payload,
    /// The tile that raised it, or [`NONE`] for one from outside.
    pub tile: u32,
    /// The activation that made the tile raise it, by its place in the queue, or [`NONE`].
    pub cause: u32,
    /// Its place in the chain of activations, from 1.
    pub depth: u32,
    /// The step of the trace that raised it.
    pub step: u32,
}

/// An instance of a journey.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Live {
    pub journey: u32,
    pub number: u32,
    pub tile: u32,
    /// Its first slot for received triggers.
    pub slots: u32,
    pub goal_met: bool,
    /// The activation that moved it last, by its place in the queue of the instant `moved`.
    pub cause: u32,
    pub moved: i64,
    /// The timer of the tile where it waits.
    pub due: Timer,
    /// The timer of its longest life (rule T5).
    pub expires: Timer,
}

/// When something is due; of two at one instant, the one that was set first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Timer {
    at: i64,
    order: u32,
}

impl Live {
    fn next_timer(&self) -> Timer {
        self.due.min(self.expires)
    }
}

impl<'a, R: Recorder> Machine<'a, R> {
    pub fn new(plan: &'a Plan, data: &'a Dataset, window: Window, recorder: R) -> Self {
        Self {
            plan,
            bound: Bound::new(plan, data),
            counts: Counts::new(plan),
            recorder,
            window,
            now: NEVER,
            queue: Vec::new(),
            head: 0,
            live: Vec::new(),
            last_entry: vec![NEVER; plan.journeys.len()],
            entered: Vec::new(),
            timers: 0,
            started: 0,
        }
    }

    pub fn contacts(&self) -> u32 {
        self.bound.data.contacts()
    }

    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    pub fn report(&self) -> Report {
        self.counts.report(self.plan)
    }

    pub fn into_recorder(self) -> R {
        self.recorder
    }

    /// Runs one contact from the start of the window to its end.
    pub fn run_contact(&mut self, contact: u32) {
        self.begin(contact);
        let data = self.bound.data;
        let all = data.events_of(contact);
        let mut events = all.clone();
        let events_of = &data.events[all.start as usize..all.end as usize];
        let from = self.window.start.map_or(i64::MIN, |start| start.0);
        let end = self.window.end.map_or(i64::MAX, |end| end.0);
        events.start += events_of.partition_point(|event| event.at < from) as u32;
        let before_end = events_of.partition_point(|event| event.at < end) as u32;
        events.end = (all.start + before_end).max(events.start);
        self.counts.events_outside += (all.len() - events.len()) as u64;
        let horizon = self.horizon(end, events.end.checked_sub(1).filter(|_| !events.is_empty()));
        while let Some(now) = self.next_instant(events.start, events.end) {
            if now >= horizon {
                break;
            }
            self.now = now;
            self.queue.clear();
            self.head = 0;
            while events.start < events.end && data.events[events.start as usize].at == now {
                self.receive(events.start);
                events.start += 1;
            }
            self.work_off();
            while self.fire_timer() {
                self.work_off();
            }
        }
        self.finish();
    }

    /// Where an instance is, for a trace.
    pub(crate) fn placement(&self, live: &Live) -> Placement {
        Placement { instance: self.instance(live), tile: self.plan.tiles[live.tile as usize].id }
    }

    pub(crate) fn instance(&self, live: &Live) -> Instance {
        Instance { number: live.number, journey: self.plan.journeys[live.journey as usize].id }
    }

    /// Notes a step of an instance, or of none.
    pub(crate) fn note(&mut self, live: Option<&Live>, what: What) -> u32 {
        let place = live.map(|live| self.placement(live));
        self.recorder.note(Step { at: Instant(self.now), place, what })
    }

    pub(crate) fn context(&self, live: &Live, incoming: Payload) -> Context {
        Context { now: self.now, incoming, slots: live.slots }
    }

    /// A timer that goes off after so many milliseconds.
    pub(crate) fn set_timer(&mut self, millis: i64) -> Timer {
        self.timers += 1;
        Timer { at: self.now.saturating_add(millis), order: self.timers }
    }

    /// The timers of an instance that begins now.
    pub(crate) fn first_timers(&mut self) -> (Timer, Timer) {
        let never = Timer { at: i64::MAX, order: u32::MAX };
        (never, self.set_timer(MAX_INSTANCE))
    }

    /// Counts that an instance is ended where it is.
    pub(crate) fn count_exit(&mut self, live: &Live, counter: u32) {
        let tile = &self.plan.tiles[live.tile as usize];
        let journey = &self.plan.journeys[live.journey as usize];
        self.counts.tile_exits[(tile.exit_counter + counter) as usize] += 1;
        self.counts.journey_exits[(journey.exit_counter + counter) as usize] += 1;
        self.tell_end(live);
    }

    /// Tells whoever watches that an instance ended where it is.
    pub(crate) fn tell_end(&mut self, live: &Live) {
        let tile = self.plan.tiles[live.tile as usize].id;
        self.recorder.ended(self.bound.contact, tile, Instant(self.now));
    }

    fn begin(&mut self, contact: u32) {
        self.bound.begin(contact);
        self.counts.contacts += 1;
        self.live.clear();
        self.timers = 0;
        self.started = 0;
        while let Some(journey) = self.entered.pop() {
            self.last_entry[journey as usize] = NEVER;
        }
    }

    /// Counts who is still there, and says so.
    fn finish(&mut self) {
        for index in 0..self.live.len() {
            let live = self.live[index];
            self.counts.tiles[live.tile as usize].waiting += 1;
            self.counts.journeys[live.journey as usize].inside += 1;
            if R::ON {
                self.now = self.window.end.map_or(self.now, |end| end.0);
                self.note(Some(&live), What::StillInside);
            }
        }
    }

    /// The end of the run for this contact. Without one, so long after the last
    /// event that every chain of journeys, each at its longest, can come to its
    /// end; only a circle of journeys could go on for ever.
    fn horizon(&self, end: i64, last: Option<u32>) -> i64 {
        let (None, Some(last)) = (self.window.end, last) else { return end };
        let longest = MAX_INSTANCE.saturating_mul(self.plan.journeys.len() as i64 + 1);
        self.bound.data.events[last as usize].at.saturating_add(longest)
    }

    /// The next instant at which something happens.
    fn next_instant(&self, event: u32, end: u32) -> Option<i64> {
        let event = (event < end).then(|| self.bound.data.events[event as usize].at);
        let timer = self.live.iter().map(|live| live.next_timer().at).min();
        event.into_iter().chain(timer).min()
    }

    /// Puts an event from outside into the queue.
    fn receive(&mut self, event: u32) {
        let trigger = self.bound.trigger(self.bound.data.events[event as usize].trigger);
        if trigger != NONE {
            let payload = Payload::event(event);
            self.queue.push(Activation {
                trigger,
                payload,
                tile: NONE,
                cause: NONE,
                depth: 1,
                step: 0,
            });
        }
    }

    /// Works the queue off, what is added meanwhile included.
    fn work_off(&mut self) {
        while self.head < self.queue.len() {
            self.head += 1;
            self.react(self.head as u32 - 1);
        }
    }

    /// Fires the first timer that is due; `false` when there is none.
    fn fire_timer(&mut self) -> bool {
        let timers = self.live.iter().enumerate().map(|(index, live)| (live.next_timer(), index));
        let Some((timer, index)) = timers.min() else { return false };
        if timer.at > self.now {
            return false;
        }
        let mut live = self.live[index];
        if live.expires == timer {
            self.count_exit(&live, 0);
            if R::ON {
                let reason = ExitReason::Expired;
                self.note(Some(&live), What::Exited { reason, tried: None });
            }
            self.live.remove(index);
            return true;
        }
        if live.moved != self.now {
            live.cause = NONE;
        }
        self.counts.tiles[live.tile as usize].left += 1;
        let tile = &self.plan.tiles[live.tile as usize];
        let next = match tile.kind {
            Kind::WaitForTrigger { yes, .. } => {
                self.counts.branches[yes as usize + 1] += 1;
                self.plan.branches[yes as usize + 1].to
            }
            _ => tile.next,
        };
        if R::ON {
            let timed_out = matches!(tile.kind, Kind::WaitForTrigger { .. });
            self.note(Some(&live), if timed_out { What::TimedOut } else { What::Waited });
        }
        self.resume(index, live, next);
        true
    }

    /// Lets a waiting instance go on from tile `next`; `false` when it ended.
    pub(crate) fn resume(&mut self, index: usize, mut live: Live, next: u32) -> bool {
        let waits = self.advance(&mut live, next);
        if waits {
            self.live[index] = live;
        } else {
            self.live.remove(index);
        }
        waits
    }
}
