//! A second interpreter of journeys, written from the rules (sections T, A, C, M and
//! B) and not from the engine, to be compared with it.
//!
//! It is naive on purpose. One list holds everything that is still to come, for all
//! contacts; the model is walked as it stands, by ids, with nothing compiled, no index
//! and no column; every text is read anew each time it is looked at. Where the engine
//! and this page differ, one of the two has not understood a rule.

mod behave;
mod calendar;
mod chance;
mod condition;
mod contact;
mod counts;
mod flow;
mod message;
mod react;
mod segment;
mod walk;

pub use counts::without_zeros;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::tz::TimeZone;
use parcours::engine::report::Report;
use parcours::engine::trace::{Instance, Placement, Step, Trace, What};
use parcours::model::id::{AttributeId, FieldId, JourneyId, ModelId, TileId, TriggerId};
use parcours::model::journey::{Interaction, Journey};
use parcours::model::time::Instant;
use parcours::model::value::Value;
use parcours::model::workspace::Workspace;

/// What a run gives.
pub struct Outcome {
    pub report: Report,
    /// One for each contact, in the order of their ids.
    pub traces: Vec<Trace>,
}

/// Runs the workspace's own contacts, or those that it makes up, through its journeys:
/// with their own events and what behaviour models make.
pub fn run(workspace: &Workspace) -> Outcome {
    let mut world = World::new(workspace);
    world.report.contacts = world.people.len() as u64;
    while let Some(now) = world.next_instant() {
        world.now = now;
        world.people.iter_mut().for_each(Person::forget_the_instant);
        world.hear_events();
        world.work_off();
        while world.fire_one_timer() {
            world.work_off();
        }
    }
    world.close();
    let traces = world
        .people
        .iter()
        .map(|person| Trace { contact: person.name.clone(), steps: person.steps.clone() });
    Outcome { traces: traces.collect(), report: world.report }
}

/// What a trigger that was raised carries.
#[derive(Clone)]
pub struct Values {
    pub attributes: BTreeMap<AttributeId, Option<Value>>,
    /// Its `bindingId`.
    pub binding: Option<String>,
}

/// Everything there is at an instant.
pub struct World<'w> {
    pub workspace: &'w Workspace,
    pub now: Instant,
    pub people: Vec<Person>,
    pub report: Report,
    /// What is still to come, of all contacts; the order of setting is the order here.
    pub agenda: Vec<Due>,
    end: Option<Instant>,
    /// The time zone of each journey.
    zones: BTreeMap<JourneyId, TimeZone>,
}

/// A contact.
pub struct Person {
    pub name: String,
    pub values: BTreeMap<FieldId, Value>,
    /// Raised for the contact and not worked off yet.
    pub queue: VecDeque<Activation>,
    /// How many triggers were raised for the contact at this instant.
    pub at_this_instant: usize,
    /// The instances that wait, in the order in which they began.
    pub inside: Vec<Run>,
    /// The messages that were sent to the contact.
    pub sent: BTreeSet<TileId>,
    /// How many occasions each behaviour model has had.
    pub occasions: BTreeMap<ModelId, u32>,
    /// How much models have made.
    pub made: u32,
    /// How often the contact entered each journey.
    pub visits: BTreeMap<JourneyId, u32>,
    pub last_entry: BTreeMap<JourneyId, Instant>,
    /// How often tiles let the contact into each journey.
    pub handed: BTreeMap<JourneyId, u32>,
    /// How many instances began.
    pub began: u32,
    pub steps: Vec<Step>,
    /// After when nothing happens to the contact any more.
    pub last: Instant,
}

/// What no trigger has for an id.
const NO_TRIGGER: TriggerId = TriggerId(u32::MAX);

/// A trigger that was raised, or an interaction.
#[derive(Clone)]
pub struct Activation {
    pub trigger: TriggerId,
    /// What it is about, for an interaction; its trigger is [`NO_TRIGGER`] then.
    pub about: Option<(TileId, Interaction)>,
    pub values: Values,
    /// What raised what and led to it, itself at the end, at this instant.
    pub chain: Vec<Link>,
    /// Whether the chain began with an event from outside.
    pub from_outside: bool,
    /// The step that tells of its raising.
    pub step: usize,
    /// The behaviour model that made it.
    pub model: Option<ModelId>,
}

/// What raised a trigger because of another.
#[derive(Clone, Copy, PartialEq)]
pub enum Link {
    Tile(TileId),
    Model,
}

/// One run of a journey.
#[derive(Clone)]
pub struct Run {
    pub instance: Instance,
    pub tile: TileId,
    pub goal_met: bool,
    /// The messages that it was sent.
    pub sent: BTreeSet<TileId>,
    /// How often the contact had entered the journey before.
    pub visit: u32,
    pub began: Instant,
    /// When it came to the tile where it waits.
    pub arrived: Instant,
    /// The `bindingId` of the trigger that it began with.
    pub binding: Option<String>,
    /// What was received, by the Entry or wait that received it.
    pub received: BTreeMap<TileId, Values>,
    /// The activation that moved it last, and when.
    pub moved_by: Option<(Activation, Instant)>,
}

/// Something that is still to come.
#[derive(Clone)]
pub struct Due {
    pub at: Instant,
    pub person: usize,
    pub what: Coming,
}

/// What is to come.
#[derive(Clone)]
pub enum Coming {
    /// A trigger from outside.
    Event(TriggerId, Values),
    /// An interaction with a message, from outside.
    Interaction(TileId, Interaction),
    /// What a model made of an occasion, with that `bindingId`.
    Made(ModelId, u32, Option<String>),
    /// The schedule of a journey runs.
    Schedule(JourneyId),
    /// The wait of an instance ends.
    WaitEnds(u32),
    /// An instance has lasted as long as it may.
    Expires(u32),
}

impl Coming {
    fn is_event(&self) -> bool {
        !matches!(self, Self::WaitEnds(_) | Self::Expires(_))
    }
}

impl World<'_> {
    /// The journey of that id.
    pub fn journey(&self, id: JourneyId) -> &Journey {
        &self.workspace.journeys[&id]
    }

    /// The time zone of a journey.
    pub fn zone(&self, id: JourneyId) -> &TimeZone {
        &self.zones[&id]
    }

    /// Notes a step of a contact; returns its place.
    pub fn note(&mut self, person: usize, run: Option<&Run>, what: What) -> usize {
        let place = run.map(|run| Placement { instance: run.instance, tile: run.tile });
        let steps = &mut self.people[person].steps;
        steps.push(Step { at: self.now, place, what });
        steps.len() - 1
    }

    /// The next instant at which something happens, before the end of the run.
    fn next_instant(&self) -> Option<Instant> {
        let in_time = |due: &&Due| {
            self.end.is_none_or(|end| due.at < end) && due.at < self.people[due.person].last
        };
        self.agenda.iter().filter(in_time).map(|due| due.at).min()
    }

    /// Rule T3: the events of the instant come into the queues first, in their given
    /// order. Then schedules run (rule T6).
    fn hear_events(&mut self) {
        let now = self.now;
        let heard = |due: &Due| due.at == now && due.what.is_event();
        let events: Vec<Due> = self.agenda.iter().filter(|due| heard(due)).cloned().collect();
        self.agenda.retain(|due| !heard(due));
        let mut runs = Vec::new();
        for Due { person, what, .. } in events {
            let none = || Values { attributes: BTreeMap::new(), binding: None };
            let (trigger, about, values) = match what {
                Coming::Event(trigger, values) => (trigger, None, values),
                Coming::Interaction(tile, kind) => (NO_TRIGGER, Some((tile, kind)), none()),
                Coming::Made(model, visit, binding) => {
                    self.make(person, model, visit, binding, (Vec::new(), true));
                    continue;
                }
                _ => {
                    runs.push((person, what));
                    continue;
                }
            };
            let (chain, from_outside) = (Vec::new(), true);
            let activation =
                Activation { trigger, about, values, chain, from_outside, step: 0, model: None };
            self.people[person].raise(activation);
        }
        for (person, run) in runs {
            if let Coming::Schedule(journey) = run {
                self.take_in(person, journey);
            }
        }
    }

    /// Works off what is in the queues, and what is added meanwhile.
    fn work_off(&mut self) {
        for person in 0..self.people.len() {
            while let Some(activation) = self.people[person].queue.pop_front() {
                self.react(person, activation);
            }
        }
    }

    /// Fires the timer of this instant that was set first, if there is one.
    fn fire_one_timer(&mut self) -> bool {
        let due = self.agenda.iter().position(|due| {
            due.at == self.now && !due.what.is_event() && due.at < self.people[due.person].last
        });
        let Some(due) = due.map(|place| self.agenda.remove(place)) else { return false };
        match due.what {
            Coming::Expires(number) => self.expire(due.person, number),
            Coming::WaitEnds(number) => self.end_wait(due.person, number),
            _ => {}
        }
        true
    }

    /// Counts those who are still inside, and says so.
    fn close(&mut self) {
        for person in 0..self.people.len() {
            let last_step = self.people[person].steps.last().map_or(self.now, |step| step.at);
            self.now = self.end.unwrap_or(last_step);
            let journeys = |run: &Run| run.instance.journey;
            let mut inside = std::mem::take(&mut self.people[person].inside);
            inside.sort_by_key(journeys);
            for run in inside {
                self.tile_counts(run.tile).waiting += 1;
                self.journey_counts(run.instance.journey).inside += 1;
                self.note(person, Some(&run), What::StillInside);
            }
        }
    }
}

impl Person {
    /// Puts an activation at the end of the queue.
    pub fn raise(&mut self, activation: Activation) {
        self.at_this_instant += 1;
        self.queue.push_back(activation);
    }

    fn forget_the_instant(&mut self) {
        self.at_this_instant = 0;
    }
}
