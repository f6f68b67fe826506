//! "Used in": everything that names a trigger, an attribute or a contact field.
//!
//! **Invariant:** the index finds what a search through the whole workspace finds.
//! It is built once, in one pass.

use crate::check::scope::Scope;
use crate::check::site::{Site, Spot, Subject};
pub use crate::check::walk::Role;
use crate::check::walk::{Conditioned, Listening, listeners, reads, segments};
use crate::model::audience::Happening;
use crate::model::behaviour::{AttributeModel, ModelOf};
use crate::model::collect;
use crate::model::condition::Source;
use crate::model::flow::{Flow, FlowSource};
use crate::model::id::{
    AttributeId, BranchId, ColumnId, EventId, ExitId, FieldId, FlowId, JourneyId, ModelId,
    ScenarioId, SegmentId, TileId, TriggerId,
};
use crate::model::journey::{Journey, JourneyState, TileKind};
use crate::model::scenario::Expectation;
use crate::model::segment::Segment;
use crate::model::sorted::SortedMap;
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

/// Who uses what, and where each tile stands.
#[derive(Debug, Default)]
pub struct Index {
    triggers: SortedMap<TriggerId, Vec<Use>>,
    fields: SortedMap<FieldId, Vec<Site>>,
    segments: SortedMap<SegmentId, Vec<Site>>,
    columns: SortedMap<ColumnId, Vec<Site>>,
    attributes: SortedMap<(TriggerId, AttributeId), Vec<Site>>,
    /// Reading positions of all tiles, Entries included, across the workspace.
    positions: SortedMap<TileId, usize>,
}

impl Index {
    /// Reads the workspace once.
    pub fn build(workspace: &Workspace) -> Self {
        let mut index = Self::default();
        for segment in workspace.segments.values() {
            index.add_segment(segment);
        }
        for journey in workspace.journeys.values() {
            index.add_journey(workspace, journey);
        }
        for flow in workspace.flows.values() {
            index.add_flow(workspace, flow);
        }
        index.add_examples(workspace);
        for uses in index.triggers.values_mut() {
            collect::sort_by_key(uses, |one| !one.live);
        }
        index
    }

    /// Every use of a trigger: live ones first, then in document order.
    pub fn usage(&self, trigger: TriggerId) -> &[Use] {
        self.triggers.get(&trigger).map_or(&[], Vec::as_slice)
    }

    /// Every trigger that something uses, with its uses.
    pub fn uses(&self) -> impl Iterator<Item = (TriggerId, &[Use])> {
        self.triggers.iter().map(|(id, uses)| (*id, uses.as_slice()))
    }

    /// Every place that reads a contact field or holds a value of it.
    pub fn field_usage(&self, field: FieldId) -> &[Site] {
        self.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// Every place that looks at a segment.
    pub fn segment_usage(&self, segment: SegmentId) -> &[Site] {
        self.segments.get(&segment).map_or(&[], Vec::as_slice)
    }

    /// Every place that reads a column of a table, or goes through it.
    pub fn column_usage(&self, column: ColumnId) -> &[Site] {
        self.columns.get(&column).map_or(&[], Vec::as_slice)
    }

    /// Every place that maps or reads an attribute of a trigger, or holds a value of it.
    pub fn attribute_usage(&self, trigger: TriggerId, attribute: AttributeId) -> &[Site] {
        self.attributes.get(&(trigger, attribute)).map_or(&[], Vec::as_slice)
    }

    /// The place of a tile in the reading order of the whole workspace.
    pub fn position(&self, tile: TileId) -> Option<usize> {
        self.positions.get(&tile).copied()
    }

    fn add_journey(&mut self, workspace: &Workspace, journey: &Journey) {
        let base = Use {
            role: Role::Starts,
            journey: Some(journey.id),
            flow: None,
            tile: None,
            exit: None,
            wait: None,
            state: Some(journey.state),
            live: journey.state.is_live(),
        };
        for listening in listeners(journey) {
            if let Some(trigger) = listening.on.trigger {
                let Listening { role, tile, exit, wait, .. } = listening;
                self.add_use(trigger, Use { role, tile, exit, wait, ..base });
            }
        }
        self.add_position(journey.entry.id);
        for tile in journey.all_tiles() {
            self.add_position(tile.id);
            if let TileKind::CustomTrigger { trigger: Some(trigger), mappings, .. } = &tile.kind {
                self.add_use(*trigger, Use { role: Role::Raised, tile: Some(tile.id), ..base });
                for &attribute in mappings.keys() {
                    let spot = Spot::Mapping(attribute);
                    let site = Site::in_journey(journey.id, Some(tile.id), spot);
                    self.add_attribute(*trigger, attribute, site);
                }
            }
        }
        for (site, segment) in segments(journey) {
            self.segments.entry(segment).or_default().push(site);
        }
        self.add_reads(workspace, journey);
    }

    fn add_segment(&mut self, segment: &Segment) {
        for read in Conditioned::of_segment(segment).reads() {
            if let Source::Contact(field) = self.add_path(read.source, read.site) {
                self.fields.entry(field).or_default().push(read.site);
            }
        }
    }

    fn add_reads(&mut self, workspace: &Workspace, journey: &Journey) {
        let scope = Scope::of(journey);
        for read in reads(journey) {
            match self.add_path(read.source, read.site) {
                Source::Contact(field) => self.fields.entry(field).or_default().push(read.site),
                Source::Received(tile, attribute) => {
                    let triggers = scope.received_at(tile).unwrap_or_default();
                    if let Ok(trigger) = workspace.trigger_with(&triggers, attribute) {
                        self.add_attribute(trigger, attribute, read.site);
                    }
                }
                Source::Incoming(attribute) => {
                    if let Some(trigger) = read.incoming {
                        self.add_attribute(trigger, attribute, read.site);
                    }
                }
                // What a path starts from is no path.
                Source::Column(..)
                | Source::ReceivedBinding(_)
                | Source::IncomingBinding
                | Source::Journey(_) => {}
            }
        }
    }

    /// Notes the columns that a source goes through; gives what it starts from.
    fn add_path(&mut self, source: Source, site: Site) -> Source {
        let Source::Column(reference, path) = source else { return source };
        for &column in path.columns() {
            self.columns.entry(column).or_default().push(site);
        }
        reference.into()
    }

    fn add_flow(&mut self, workspace: &Workspace, flow: &Flow) {
        let Some(trigger) = flow.trigger else { return };
        let found = Use {
            role: Role::Flow,
            journey: None,
            flow: Some(flow.id),
            tile: None,
            exit: None,
            wait: None,
            state: None,
            live: flow.on && flow.environment == workspace.settings.environment,
        };
        self.add_use(trigger, found);
        for step in flow.all_steps() {
            for (place, source) in step.action.picked() {
                if let FlowSource::Attribute(attribute) = source {
                    let site = Subject::Flow(flow.id).at(Spot::Step(step.id, place));
                    self.add_attribute(trigger, attribute, site);
                }
            }
        }
    }

    fn add_examples(&mut self, workspace: &Workspace) {
        for contact in workspace.contacts.values() {
            for &field in contact.values.keys() {
                let site = Subject::Contact(contact.id).at(Spot::FieldValue(field));
                self.fields.entry(field).or_default().push(site);
            }
        }
        for model in workspace.models.values() {
            let ModelOf::Trigger { trigger, values, .. } = &model.of else { continue };
            for (&attribute, value) in values {
                let site = Subject::Model(model.id).at(Spot::AttributeValue(attribute));
                self.add_attribute(*trigger, attribute, site);
                if let AttributeModel::Contact(field) = value {
                    self.fields.entry(*field).or_default().push(site);
                }
            }
        }
        for event in workspace.events.values() {
            let Happening::Trigger { trigger, values, .. } = &event.what else { continue };
            for &attribute in values.keys() {
                let site = Subject::Event(event.id).at(Spot::AttributeValue(attribute));
                self.add_attribute(*trigger, attribute, site);
            }
        }
    }

    fn add_use(&mut self, trigger: TriggerId, found: Use) {
        self.triggers.entry(trigger).or_default().push(found);
    }

    fn add_attribute(&mut self, trigger: TriggerId, attribute: AttributeId, site: Site) {
        self.attributes.entry((trigger, attribute)).or_default().push(site);
    }

    fn add_position(&mut self, tile: TileId) {
        self.positions.insert(tile, self.positions.len());
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

/// Every use of a trigger, for one look-up; for many, keep an [`Index`].
pub fn usage(workspace: &Workspace, trigger: TriggerId) -> Vec<Use> {
    Index::build(workspace).usage(trigger).to_vec()
}
