//! The workspace (rule S1): everything that one file holds.

use std::sync::Arc;

use crate::model::audience::{Contact, Event, Field};
use crate::model::behaviour::{MadeUp, Model};
use crate::model::flow::Flow;
use crate::model::id::{
    ContactId, EventId, FieldId, FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId,
    TriggerId,
};
use crate::model::journey::{Journey, JourneyState};
use crate::model::scenario::Scenario;
use crate::model::segment::Segment;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::table::Table;
use crate::model::trigger::Trigger;

/// Everything that one file holds. Records are shared, so a clone is cheap.
///
/// Each collection is in ascending order of id, which is the document order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workspace {
    /// Name, environment, run settings and the id counter.
    pub settings: Arc<Settings>,
    /// The tables that entity references point into.
    pub tables: SortedMap<TableId, Arc<Table>>,
    /// The fields of a contact.
    pub fields: SortedMap<FieldId, Arc<Field>>,
    /// The segments of contacts.
    pub segments: SortedMap<SegmentId, Arc<Segment>>,
    /// The custom triggers.
    pub triggers: SortedMap<TriggerId, Arc<Trigger>>,
    /// The journeys.
    pub journeys: SortedMap<JourneyId, Arc<Journey>>,
    /// The flows.
    pub flows: SortedMap<FlowId, Arc<Flow>>,
    /// The example contacts.
    pub contacts: SortedMap<ContactId, Arc<Contact>>,
    /// What the example contacts did.
    pub events: SortedMap<EventId, Arc<Event>>,
    /// What contacts do where nothing is recorded.
    pub models: SortedMap<ModelId, Arc<Model>>,
    /// The test scenarios.
    pub scenarios: SortedMap<ScenarioId, Arc<Scenario>>,
}

/// What belongs to the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Display name.
    pub name: String,
    /// The name of the environment that it stands for.
    pub environment: String,
    /// The address of that environment; may be empty.
    pub environment_url: String,
    /// The unique name of the catalog in which flows find custom triggers.
    pub catalog: String,
    /// The unique name of the category there.
    pub category: String,
    /// The number that the next new id gets; greater than every number in use.
    pub next_id: u32,
    /// How a run is set up.
    pub run: RunSettings,
}

/// What Power Automate shows as the catalog of custom triggers.
pub const CATALOG: &str = "Cxp";
/// What Power Automate shows as their category.
pub const CATEGORY: &str = "Custom";

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: String::new(),
            environment: "Production".into(),
            environment_url: String::new(),
            catalog: CATALOG.into(),
            category: CATEGORY.into(),
            next_id: 1,
            run: RunSettings::default(),
        }
    }
}

/// How a run is set up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RunSettings {
    /// Where contacts come from.
    pub contacts: ContactSource,
    /// The contacts that are made up, for a run on those.
    pub made_up: MadeUp,
    /// Where recorded events come from.
    pub behaviour: Behaviour,
    /// Whether contacts also do what the behaviour models make of them.
    pub models: bool,
    /// What draws are made from: another seed, other chances.
    pub seed: u64,
    /// The first instant, as [`Moment`](crate::model::time::Moment) reads it, in UTC; empty: that of the first event.
    pub start: String,
    /// The horizon: nothing at or after it happens. Empty: when nothing more can happen.
    pub end: String,
    /// Journeys that react although they are not live: "as if published" (rule A8).
    pub as_published: SortedSet<JourneyId>,
}

/// Where the contacts of a run come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContactSource {
    /// The workspace's example contacts.
    #[default]
    Workspace,
    /// A CSV file.
    File,
    /// They are made up.
    MadeUp,
}

/// What the contacts of a run are recorded to have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Behaviour {
    /// The workspace's own events.
    #[default]
    Workspace,
    /// Recorded events from a CSV file.
    File,
    /// Nothing is recorded.
    None,
}

impl Workspace {
    /// Whether a journey reacts in a run (rules A8 and S7): it is live; it is scheduled
    /// and says from when; a version that reacts replaces it; or it is named.
    pub fn reacts(&self, journey: &Journey) -> bool {
        let by_state = match journey.state {
            JourneyState::Live | JourneyState::LiveEditing => true,
            JourneyState::Scheduled => !journey.start.trim().is_empty(),
            JourneyState::Completing => self.is_replaced(journey.id),
            _ => false,
        };
        by_state || self.settings.run.as_published.contains(&journey.id)
    }

    /// Whether a later version of the journey reacts.
    fn is_replaced(&self, id: JourneyId) -> bool {
        let later = self.versions(id).into_iter().filter(|later| *later > id);
        later.filter_map(|later| self.journeys.get(&later)).any(|later| self.reacts(later))
    }

    /// The first trigger of that name, without regard to case.
    pub fn trigger_named(&self, name: &str) -> Option<&Arc<Trigger>> {
        let name = crate::model::predicate::fold(name);
        self.triggers.values().find(|trigger| crate::model::predicate::fold(&trigger.name) == name)
    }
}
