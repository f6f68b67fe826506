//! "Used in": everything that names a trigger, an attribute or a contact field.
//!
//! **Invariant:** the index finds what a search through the whole workspace finds.
//! It is kept record by record, so that after an edit only what was touched is read.

use std::sync::Arc;

use crate::check::part::{Part, Reading, Thing};
use crate::check::scope::Scope;
use crate::check::site::{Site, Spot, Subject};
pub use crate::check::walk::Role;
use crate::model::collect;
use crate::model::id::{
    AttributeId, BranchId, ColumnId, EventId, ExitId, FieldId, FlowId, JourneyId, ModelId,
    ScenarioId, SegmentId, TableId, TileId, TriggerId,
};
use crate::model::journey::JourneyState;
use crate::model::scenario::Expectation;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// One use of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Use {
    /// What is done with it.
    pub role: Role,
    /// The journey that uses it.
    pub journey: Option<JourneyId>,
    /// The flow that uses it.
    pub flow: Option<FlowId>,
    /// The tile, the Entry included.
    pub tile: Option<TileId>,
    /// The exit criterion.
    pub exit: Option<ExitId>,
    /// The wait of the If/then tile.
    pub wait: Option<BranchId>,
    /// The journey's state.
    pub state: Option<JourneyState>,
    /// Whether it reacts now: a live journey, or a flow that is on in the workspace's environment.
    pub live: bool,
}

/// Who uses what, and where each tile stands. A clone shares what is large.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// What journeys, segments and flows use.
    parts: SortedMap<Subject, Arc<Part>>,
    /// What contacts, models and events have to do with.
    examples: Arc<SortedMap<Subject, Arc<Part>>>,
    triggers: SortedMap<TriggerId, Arc<Vec<Use>>>,
}

impl Index {
    /// Reads the workspace once.
    pub fn build(workspace: &Workspace) -> Self {
        let mut index = Self::default();
        for segment in workspace.segments.values() {
            index.put(Subject::Segment(segment.id), Some(Part::of_segment(segment)));
        }
        for journey in workspace.journeys.values() {
            let reading = Reading { workspace, journey, scope: &Scope::of(journey) };
            let part = Part::of_journey(reading);
            index.put(Subject::Journey(journey.id), Some(part));
        }
        for flow in workspace.flows.values() {
            index.put(Subject::Flow(flow.id), Some(Part::of_flow(workspace, flow)));
        }
        for contact in workspace.contacts.values() {
            index.put(Subject::Contact(contact.id), Some(Part::of_contact(contact)));
        }
        for event in workspace.events.values() {
            index.put(Subject::Event(event.id), Some(Part::of_event(event)));
        }
        for model in workspace.models.values() {
            index.put(Subject::Model(model.id), Some(Part::of_model(model)));
        }
        let mut all = SortedSet::new();
        for part in index.parts.values() {
            all.extend(part.triggers());
        }
        index.gather(&all);
        index
    }

    /// Every use of a trigger: live ones first, then in document order.
    pub fn usage(&self, trigger: TriggerId) -> &[Use] {
        self.triggers.get(&trigger).map_or(&[], |uses| uses.as_slice())
    }

    /// Every trigger that something uses, with its uses.
    pub fn uses(&self) -> impl Iterator<Item = (TriggerId, &[Use])> {
        self.triggers.iter().map(|(id, uses)| (*id, uses.as_slice()))
    }

    /// Every place that reads a contact field or holds a value of it.
    pub fn field_usage(&self, field: FieldId) -> Vec<Site> {
        self.sites(Thing::Field(field))
    }

    /// Every place that looks at a segment.
    pub fn segment_usage(&self, segment: SegmentId) -> Vec<Site> {
        self.sites(Thing::Segment(segment))
    }

    /// Every place that reads a column of a table, or goes through it.
    pub fn column_usage(&self, column: ColumnId) -> Vec<Site> {
        self.sites(Thing::Column(column))
    }

    /// Every place that maps or reads an attribute of a trigger, or holds a value of it.
    pub fn attribute_usage(&self, trigger: TriggerId, attribute: AttributeId) -> Vec<Site> {
        self.sites(Thing::Attribute(trigger, attribute))
    }

    /// The journey in which a tile stands, the Entry included.
    pub fn journey_of(&self, tile: TileId) -> Option<JourneyId> {
        let mut journeys = self.parts.iter().filter(|(_, part)| part.position(tile).is_some());
        journeys.find_map(|(subject, _)| subject.journey())
    }

    /// Whether a tile sends a message.
    pub(super) fn is_message(&self, tile: TileId) -> bool {
        self.parts.values().any(|part| part.messages.binary_search(&tile).is_ok())
    }

    /// What a record uses.
    pub(super) fn part(&self, subject: Subject) -> Option<&Part> {
        self.parts.get(&subject).map(AsRef::as_ref)
    }

    /// Whether something is kept of a record.
    pub(super) fn knows(&self, subject: Subject) -> bool {
        self.parts.contains_key(&subject) || self.examples.contains_key(&subject)
    }

    /// The records but examples, with what they use.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Subject, &Part)> {
        self.parts.iter().map(|(subject, part)| (*subject, part.as_ref()))
    }

    /// Keeps what a record uses; gives what it used before. What triggers are used for
    /// is to be [gathered](Self::gather) afterwards.
    pub(super) fn put(&mut self, subject: Subject, part: Option<Part>) -> Option<Arc<Part>> {
        let parts = match subject {
            Subject::Contact(_) | Subject::Model(_) | Subject::Event(_) => {
                Arc::make_mut(&mut self.examples)
            }
            _ => &mut self.parts,
        };
        match part {
            Some(part) => parts.insert(subject, Arc::new(part)),
            None => parts.remove(&subject),
        }
    }

    /// Gathers the uses of these triggers anew.
    pub(super) fn gather(&mut self, triggers: &SortedSet<TriggerId>) {
        let mut found: SortedMap<TriggerId, Vec<Use>> = SortedMap::new();
        for part in self.parts.values() {
            for (trigger, one) in part.uses.iter().filter(|(id, _)| triggers.contains(id)) {
                found.entry(*trigger).or_default().push(*one);
            }
        }
        for &trigger in triggers {
            match found.remove(&trigger) {
                Some(mut uses) => {
                    collect::sort_by_key(&mut uses, |one| !one.live);
                    self.triggers.insert(trigger, Arc::new(uses));
                }
                None => drop(self.triggers.remove(&trigger)),
            }
        }
    }

    fn sites(&self, thing: Thing) -> Vec<Site> {
        let parts = self.parts.values().chain(self.examples.values());
        let sites = parts.flat_map(|part| &part.sites).filter(|(known, _)| *known == thing);
        sites.map(|(_, site)| *site).collect()
    }
}

/// What has to do with a trigger besides journeys and flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// An event of an example contact raises it.
    Event(EventId),
    /// A behaviour model raises it, or waits for it.
    Model(ModelId),
    /// A test scenario raises it, or expects it.
    Scenario(ScenarioId),
}

/// The events, behaviour models and test scenarios that have to do with a trigger.
pub fn examples(workspace: &Workspace, trigger: TriggerId) -> Vec<Example> {
    let is = |one: Option<TriggerId>| one == Some(trigger);
    let expects = |one: &Expectation| match one {
        Expectation::Raises { trigger, .. } => is(Some(*trigger)),
        _ => false,
    };
    let events = workspace.events.values().filter(|event| is(event.trigger()));
    let models = workspace.models.values().filter(|one| is(one.raises()) || is(one.since()));
    let scenarios = workspace.scenarios.values().filter(|one| {
        one.events.iter().any(|event| is(event.trigger())) || one.expectations.iter().any(expects)
    });
    let events = events.map(|event| Example::Event(event.id));
    let models = models.map(|model| Example::Model(model.id));
    events.chain(models).chain(scenarios.map(|one| Example::Scenario(one.id))).collect()
}

/// Every type that names a table: of contact fields, of attributes, of columns.
pub fn table_usage(workspace: &Workspace, id: TableId) -> Vec<Site> {
    let ty = Type::EntityReference(id);
    let fields = workspace.fields.values().filter(|field| field.ty == ty);
    let mut found: Vec<Site> =
        fields.map(|field| Subject::Field(field.id).at(Spot::Type)).collect();
    for trigger in workspace.triggers.values() {
        let named = trigger.attributes.iter().filter(|one| one.ty == ty);
        let site = |id| Subject::Trigger(trigger.id).at(Spot::Attribute(id));
        found.extend(named.map(|one| site(one.id)));
    }
    for table in workspace.tables.values() {
        let named = table.columns.iter().filter(|one| one.ty == ty);
        found.extend(named.map(|one| Subject::Table(table.id).at(Spot::Column(one.id))));
    }
    found
}

/// Every use of a trigger, for one look-up; for many, keep an [`Index`].
pub fn usage(workspace: &Workspace, trigger: TriggerId) -> Vec<Use> {
    Index::build(workspace).usage(trigger).to_vec()
}
