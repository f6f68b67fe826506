//! The run of one contact: events, a first-in first-out queue of activations, and
//! the timers of its instances (rules T3 to T5).
//!
//! What an activation does is in `react`, how an instance moves in `advance`. Whatever
//! depends on the contact is asked through the questions in `ways::ask`.

use crate::engine::at::{At, Base};
use crate::engine::behave::Drawn;
use crate::engine::bind::{Bound, Context, Payload};
use crate::engine::counts::Counts;
use crate::engine::data::Dataset;
use crate::engine::live::{Activation, Live, Timer};
use crate::engine::plan::{Kind, NONE, Plan};
use crate::engine::record::Recorder;
use crate::engine::report::ExitReason;
use crate::engine::run::Window;
use crate::engine::trace::{Instance, Placement, Step, What};
use crate::model::time::Instant;

/// Runs contacts one after the other and counts.
pub(crate) struct Machine<'a, R> {
    pub(crate) plan: &'a Plan,
    pub(crate) bound: Bound<'a>,
    pub(crate) counts: Counts,
    pub(crate) recorder: R,
    /// Events before it are ignored; nothing at or after the second happens.
    pub(crate) window: (i64, i64),
    /// The start of the run, if contacts behave by models from there on.
    pub(crate) origin: Option<i64>,
    pub(crate) drawn: Drawn,
    pub(crate) now: i64,
    /// What `now` is reckoned from.
    pub(crate) base: Base,
    /// The first of the contact's events in the run.
    pub(crate) first_event: u32,
    /// The activations of this instant; those before `head` are worked off.
    pub(crate) queue: Vec<Activation>,
    head: usize,
    /// The instances that wait, by journey and then in the order in which they began.
    pub(crate) live: Vec<Live>,
    /// For each journey, when the contact entered any version of it last, under the first
    /// one; [`At::NEVER`] if it did not.
    pub(crate) last_entry: Vec<At>,
    /// The journeys that the contact entered.
    pub(crate) entered: Vec<u32>,
    /// For each journey, how often the contact entered.
    pub(crate) visits: Vec<u32>,
    /// For each journey, how often tiles let the contact in.
    pub(crate) handed: Vec<u32>,
    /// The messages that the contact was sent.
    pub(crate) sent: Vec<u32>,
    /// How many timers were set, and how many instances began.
    timers: u32,
    pub(crate) started: u32,
}

/// Before every instant.
pub(crate) const NEVER: i64 = i64::MIN;

impl<'a, R: Recorder> Machine<'a, R> {
    pub fn new(plan: &'a Plan, data: &'a Dataset, window: Window, recorder: R) -> Self {
        let window = (
            window.start.map_or(i64::MIN, |start| start.0),
            window.end.map_or(i64::MAX, |end| end.0),
        );
        Self::of(plan, data, window, recorder)
    }

    /// With the start and the end of the window, each the end of time when there is none.
    pub fn of(plan: &'a Plan, data: &'a Dataset, window: (i64, i64), recorder: R) -> Self {
        let start = Some(window.0).filter(|start| *start != i64::MIN);
        Self {
            plan,
            bound: Bound::new(plan, data),
            counts: Counts::new(plan),
            recorder,
            window,
            origin: start.filter(|_| !plan.starting.is_empty()),
            drawn: Drawn::default(),
            now: NEVER,
            base: Base::FIXED,
            first_event: 0,
            queue: Vec::new(),
            head: 0,
            live: Vec::new(),
            last_entry: vec![At::NEVER; plan.journeys.len()],
            entered: Vec::new(),
            visits: vec![0; plan.journeys.len()],
            handed: vec![0; plan.journeys.len()],
            sent: Vec::new(),
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

    pub fn into_recorder(self) -> R {
        self.recorder
    }

    /// Runs one contact from the start of the window to its end.
    pub fn run_contact(&mut self, contact: u32) {
        self.begin(contact);
        let events = self.events_in(contact).0;
        self.first_event = events.start;
        let horizon = self.horizon(&events);
        let (mut event, end) = (events.start, events.end);
        let mut run = At::fixed(self.next_run(self.window.0));
        loop {
            let recorded = if event < end { self.event_at(event) } else { At::ENDLESS };
            let made = At::fixed(self.drawn.next);
            let outside = self.earlier(recorded, made);
            let outside = self.earlier(outside, run);
            let (timer, index) = self.first_timer();
            // Events come first; what is due at their instant, once they are worked off.
            if !self.before(timer.at(), outside) {
                if !self.before(outside, horizon) {
                    break;
                }
                self.turn_to(outside);
                while event < end && !self.before(outside, self.event_at(event)) {
                    self.receive(event);
                    event += 1;
                }
                self.receive_drawn();
                if !self.before(outside, run) {
                    self.run_schedules(run);
                    run = At::fixed(self.next_run(run.at.saturating_add(1)));
                }
            } else {
                if !self.before(timer.at(), horizon) {
                    break;
                }
                self.turn_to(timer.at());
                self.fire(index, timer);
            }
            self.work_off();
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

    /// Notes a step of an instance, by its index among the living, or of none.
    pub(crate) fn note(&mut self, live: Option<usize>, what: What) -> u32 {
        let place = live.map(|index| self.placement(&self.live[index]));
        self.recorder.note(Step { at: Instant(self.now), place, what })
    }

    /// What a condition of an instance is looked at with.
    #[inline]
    pub(crate) fn context(&self, index: usize, incoming: Payload) -> Context {
        Context { now: self.now, incoming, slots: self.live[index].slots }
    }

    /// The instant that it is.
    #[inline]
    pub(crate) fn at_now(&self) -> At {
        At { at: self.now, base: self.base }
    }

    /// A timer that goes off then.
    #[inline]
    pub(crate) fn set_timer(&mut self, due: At) -> Timer {
        self.timers += 1;
        Timer { at: due.at, order: self.timers, base: due.base }
    }

    /// Counts that an instance is ended where it is.
    pub(crate) fn count_exit(&mut self, index: usize, counter: u32) {
        let times = self.recorder.times();
        let live = &self.live[index];
        let tile = &self.plan.tiles[live.tile as usize];
        let journey = &self.plan.journeys[live.journey as usize];
        self.counts.tile_exits[(tile.exit_counter + counter) as usize] += times;
        self.counts.journey_exits[(journey.exit_counter + counter) as usize] += times;
        self.tell_end(index);
    }

    /// Counts how long an instance stayed that goes on now.
    #[inline]
    pub(crate) fn count_stay(&mut self, index: usize) {
        let (now, live) = (self.at_now(), &self.live[index]);
        if let Some(learner) = self.recorder.learner()
            && learner.stays(live.tile, live.moved, now)
        {
            return;
        }
        let times = self.recorder.times();
        self.counts.stays[live.tile as usize].add(now.at - live.moved.at, times);
    }

    /// Tells whoever watches that an instance ended where it is.
    pub(crate) fn tell_end(&mut self, index: usize) {
        let (now, tile) = (self.at_now(), self.live[index].tile);
        if let Some(learner) = self.recorder.learner() {
            learner.ends(tile, now);
        }
        let tile = self.plan.tiles[tile as usize].id;
        self.recorder.ended(self.bound.contact, tile, Instant(now.at));
    }

    fn begin(&mut self, contact: u32) {
        self.bound.begin(contact);
        self.counts.contacts += self.recorder.times();
        self.live.clear();
        self.queue.clear();
        self.head = 0;
        (self.now, self.base) = (NEVER, Base::FIXED);
        self.timers = 0;
        self.started = 0;
        while let Some(journey) = self.entered.pop() {
            let first = self.plan.journeys[journey as usize].first_version;
            self.last_entry[first as usize] = At::NEVER;
            self.visits[journey as usize] = 0;
            self.handed[journey as usize] = 0;
        }
        self.begin_drawing(contact);
        self.sent.clear();
    }

    /// Counts who is still there, and says so.
    fn finish(&mut self) {
        let times = self.recorder.times();
        for index in 0..self.live.len() {
            let live = &self.live[index];
            self.counts.tiles[live.tile as usize].waiting += times;
            self.counts.journeys[live.journey as usize].inside += times;
            if R::ON {
                if self.window.1 != i64::MAX {
                    self.now = self.window.1;
                }
                self.note(Some(index), What::StillInside);
            }
        }
    }

    #[inline]
    pub(crate) fn event_at(&self, event: u32) -> At {
        let at = self.bound.data.events[event as usize].at;
        At { at, base: Base::event(event - self.first_event) }
    }

    /// The timer that fires next, and of which instance.
    #[inline]
    fn first_timer(&mut self) -> (Timer, usize) {
        let mut first = (Timer::NONE, 0);
        for index in 0..self.live.len() {
            let next = self.live[index].next;
            if self.fires_before(next, first.0) {
                first = (next, index);
            }
        }
        first
    }

    /// Turns to an instant; the activations of the one before are forgotten.
    #[inline]
    fn turn_to(&mut self, now: At) {
        if self.before(self.at_now(), now) {
            (self.now, self.base) = (now.at, now.base);
            self.queue.clear();
            self.head = 0;
        }
    }

    /// Puts an event from outside into the queue.
    fn receive(&mut self, event: u32) {
        let of_data = self.bound.data.events[event as usize].trigger;
        if let Some(learner) = self.recorder.learner() {
            learner.is_of(event - self.first_event, of_data);
        }
        let trigger = self.bound.trigger(of_data);
        if trigger == NONE {
            let is_interaction = of_data as usize >= self.bound.data.schema.triggers.len();
            self.counts.interactions_unsent += u64::from(is_interaction) * self.recorder.times();
        } else {
            let payload = Payload::event(event);
            self.queue.push(Activation {
                trigger,
                payload,
                tile: NONE,
                cause: NONE,
                depth: 1,
                step: 0,
                model: NONE,
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

    /// Fires a timer of an instance.
    fn fire(&mut self, index: usize, timer: Timer) {
        if self.live[index].expires == timer {
            self.count_exit(index, 0);
            if R::ON {
                let reason = ExitReason::Expired;
                self.note(Some(index), What::Exited { reason, tried: None });
            }
            self.remove(index);
            return;
        }
        if self.before(self.live[index].moved, self.at_now()) {
            self.live[index].cause = NONE;
        }
        if self.leaves(index) {
            self.remove(index);
            return;
        }
        self.count_stay(index);
        let times = self.recorder.times();
        let live = &self.live[index];
        self.counts.tiles[live.tile as usize].left += times;
        let tile = &self.plan.tiles[live.tile as usize];
        let next = match tile.kind {
            Kind::WaitFor { first, count, .. } => {
                let other = (first + count) as usize;
                self.counts.branches[other] += times;
                self.plan.branches[other].to
            }
            _ => tile.next,
        };
        if R::ON {
            let timed_out = matches!(tile.kind, Kind::WaitFor { .. });
            self.note(Some(index), if timed_out { What::TimedOut } else { What::Waited });
        }
        self.resume(index, next);
    }

    /// Forgets an instance that ended: mostly the last one, which nothing has to be
    /// moved for.
    #[inline]
    pub(crate) fn remove(&mut self, index: usize) {
        if index + 1 == self.live.len() {
            self.live.pop();
        } else {
            self.live.remove(index);
        }
    }

    /// Lets an instance go on from tile `next`; `false` when it ended.
    pub(crate) fn resume(&mut self, index: usize, next: u32) -> bool {
        let waits = self.advance(index, next);
        if !waits {
            self.remove(index);
        }
        waits
    }
}
