//! How a run begins: contacts with their values, and what they do, as one list.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use parcours::engine::draw::{Purpose, contact_key, draw, percent};
use parcours::engine::report::Report;
use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::id::{ContactId, FieldId, TriggerId};
use parcours::model::journey::MAX_INSTANCE;
use parcours::model::time::Instant;
use parcours::model::value::Value;
use parcours::model::workspace::{Behaviour, ContactSource, Workspace};

use super::calendar::{instant, value, zone};
use super::chance::drawn;
use super::{Coming, Due, Person, Values, World};

impl<'w> World<'w> {
    /// The world before anything happened.
    pub fn new(workspace: &'w Workspace) -> Self {
        let settings = &workspace.settings.run;
        let start = instant(&settings.start, &TimeZone::UTC);
        let end = instant(&settings.end, &TimeZone::UTC);
        let mut world = Self {
            workspace,
            now: Instant(i64::MIN),
            people: Vec::new(),
            report: Report::default(),
            agenda: Vec::new(),
            end,
            zones: BTreeMap::new(),
        };
        for journey in workspace.journeys.values() {
            world.zones.insert(journey.id, zone(&journey.time_zone));
        }
        let mut places: BTreeMap<ContactId, usize> = BTreeMap::new();
        if settings.contacts == ContactSource::MadeUp {
            let numbers = 1..=settings.made_up.count;
            world.people.extend(numbers.map(|number| made_up(workspace, number)));
        } else {
            for contact in workspace.contacts.values() {
                places.insert(contact.id, world.people.len());
                world.people.push(person(workspace, contact));
            }
        }
        world.schedule();
        let in_window =
            |at: Instant| start.is_none_or(|start| start <= at) && end.is_none_or(|end| at < end);
        let recorded = settings.behaviour == Behaviour::Workspace;
        for event in workspace.events.values().filter(|_| recorded) {
            let Some(at) = instant(&event.at, &TimeZone::UTC) else { continue };
            let Some(&person) = places.get(&event.contact) else { continue };
            if !in_window(at) {
                world.report.events_outside += 1;
                continue;
            }
            let what = match &event.what {
                Happening::Trigger { trigger, .. } => {
                    Coming::Event(*trigger, values(workspace, *trigger, event))
                }
                Happening::Interaction { message, kind } => Coming::Interaction(*message, *kind),
            };
            world.agenda.push(Due { at, person, what });
            world.outlast(person, at);
        }
        world.agenda.sort_by_key(|due| matches!(due.what, Coming::Schedule(_)));
        if let Some(start) = start.filter(|_| world.acts_from_the_start()) {
            world.now = start;
            (0..world.people.len()).for_each(|person| world.outlast(person, start));
            world.start();
        }
        world
    }
}

impl World<'_> {
    /// A run without an end lasts so long after the contact's last event, or the start
    /// that models act from, that every chain of journeys and models, each at its
    /// longest, comes to its end (rule B4).
    pub fn outlast(&mut self, person: usize, event: Instant) {
        if self.end.is_some() {
            return;
        }
        let journeys = self.workspace.journeys.values();
        let reacting = journeys.filter(|journey| self.workspace.reacts(journey)).count();
        let links = (reacting + self.models().len() + 1) as i64;
        let last = event.plus(MAX_INSTANCE * links);
        let known = &mut self.people[person].last;
        *known = if *known == Instant(i64::MAX) { last } else { (*known).max(last) };
    }
}

fn person(workspace: &Workspace, contact: &Contact) -> Person {
    let known = |(id, text): (&FieldId, &String)| {
        let ty = &workspace.fields.get(id)?.ty;
        Some((*id, value(text, ty, &TimeZone::UTC)?))
    };
    named(contact.name.clone(), contact.values.iter().filter_map(known).collect())
}

/// Rule B6.
fn made_up(workspace: &Workspace, number: u32) -> Person {
    let run = &workspace.settings.run;
    let name = format!("contact-{number}");
    let value = |field: &Field| {
        let model = run.made_up.fields.get(&field.id)?;
        let draws = [Purpose::Empty, Purpose::Value(0), Purpose::Value2(0)];
        let draws = draws.map(|what| draw(run.seed, contact_key(&name), field.id.0, 0, what));
        if percent(draws[0]) < model.empty {
            return None;
        }
        Some((field.id, drawn(&model.value, &field.ty, draws[1], draws[2])?))
    };
    let values = workspace.fields.values().filter_map(|field| value(field)).collect();
    named(name, values)
}

fn named(name: String, values: BTreeMap<FieldId, Value>) -> Person {
    Person {
        name,
        values,
        queue: Default::default(),
        at_this_instant: 0,
        inside: Vec::new(),
        sent: Default::default(),
        occasions: BTreeMap::new(),
        made: 0,
        visits: BTreeMap::new(),
        last_entry: BTreeMap::new(),
        handed: BTreeMap::new(),
        began: 0,
        steps: Vec::new(),
        last: Instant(i64::MAX),
    }
}

fn values(workspace: &Workspace, trigger: TriggerId, event: &Event) -> Values {
    let Happening::Trigger { values, binding, .. } = &event.what else { panic!() };
    let attributes = workspace.triggers[&trigger].attributes.iter();
    let attributes = attributes
        .map(|a| (a.id, values.get(&a.id).and_then(|text| value(text, &a.ty, &TimeZone::UTC))));
    let binding = (!binding.trim().is_empty()).then(|| binding.clone());
    Values { attributes: attributes.collect(), binding }
}
