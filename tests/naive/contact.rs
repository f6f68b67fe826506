//! How a run begins: contacts with their values, and what they do, as one list.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use parcours::engine::report::Report;
use parcours::model::audience::{Contact, Event, Happening};
use parcours::model::id::{ContactId, FieldId, TriggerId};
use parcours::model::journey::MAX_INSTANCE;
use parcours::model::time::Instant;
use parcours::model::workspace::Workspace;

use super::calendar::{instant, value, zone};
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
        for contact in workspace.contacts.values() {
            places.insert(contact.id, world.people.len());
            world.people.push(person(workspace, contact));
        }
        world.schedule();
        let in_window =
            |at: Instant| start.is_none_or(|start| start <= at) && end.is_none_or(|end| at < end);
        for event in workspace.events.values() {
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
            if end.is_none() {
                world.people[person].outlast(at, workspace);
            }
        }
        world.agenda.sort_by_key(|due| matches!(due.what, Coming::Schedule(_)));
        world
    }
}

impl Person {
    /// A run without an end lasts so long after the contact's last event that every
    /// chain of journeys, each at its longest, comes to its end.
    pub fn outlast(&mut self, event: Instant, workspace: &Workspace) {
        let journeys = workspace.journeys.values();
        let reacting = journeys.filter(|journey| workspace.reacts(journey)).count() as i64;
        let links = reacting + workspace.models.len() as i64 + 1;
        let last = event.plus(MAX_INSTANCE * links);
        self.last = if self.last == Instant(i64::MAX) { last } else { self.last.max(last) };
    }
}

fn person(workspace: &Workspace, contact: &Contact) -> Person {
    let known = |(id, text): (&FieldId, &String)| {
        let ty = &workspace.fields.get(id)?.ty;
        Some((*id, value(text, ty, &TimeZone::UTC)?))
    };
    Person {
        name: contact.name.clone(),
        values: contact.values.iter().filter_map(known).collect(),
        queue: Default::default(),
        at_this_instant: 0,
        inside: Vec::new(),
        sent: Default::default(),
        visits: BTreeMap::new(),
        last_entry: BTreeMap::new(),
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
