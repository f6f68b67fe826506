//! Test scenarios: contacts, what they do, and what is expected of the journeys.
//! A scenario is a small world of its own: it looks at nothing but the journeys,
//! triggers and flows of its workspace, so its outcome changes only when they do.

use std::sync::Arc;

use crate::model::audience::{Contact, Event};
use crate::model::collect;
use crate::model::id::{AttributeId, ContactId, FlowId, JourneyId, ScenarioId, TileId, TriggerId};
use crate::model::journey::{JourneyState, Target};
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::tree::Slot;
use crate::model::workspace::{Behaviour, ContactSource, RunSettings, Workspace};

/// A test of what journeys do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// Display name, unique in the workspace.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// The journeys that react, whatever their state; none: those that are live.
    pub journeys: SortedSet<JourneyId>,
    /// The first instant, as a run's; empty: that of the first event.
    pub start: String,
    /// The horizon, as a run's; empty: when nothing more can happen.
    pub end: String,
    /// What draws are made from.
    pub seed: u64,
    /// Who takes part; their ids are known in this scenario only.
    pub contacts: Vec<Contact>,
    /// What they do, those of one instant in ascending order of id.
    pub events: Vec<Event>,
    /// What is expected.
    pub expectations: Vec<Expectation>,
}

/// Something that is expected of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// A contact comes to a tile, the Entry included, or never does.
    Reaches {
        /// Who.
        contact: ContactId,
        /// Where.
        tile: TileId,
        /// Whether it never does.
        not: bool,
    },
    /// A contact takes a branch, or never does.
    Takes {
        /// Who.
        contact: ContactId,
        /// The tile with branches.
        tile: TileId,
        /// Which branch.
        branch: Slot,
        /// Whether it never does.
        not: bool,
    },
    /// A tile raises a trigger for a contact, or none ever does.
    Raises {
        /// For whom.
        contact: ContactId,
        /// Which trigger.
        trigger: TriggerId,
        /// Attributes with these values, as [`Value::parse`](crate::model::value::Value::parse)
        /// reads them, local times in UTC; others may have any.
        values: SortedMap<AttributeId, String>,
        /// Whether it never happens.
        not: bool,
    },
    /// How it goes with a contact in a journey.
    Ends {
        /// Who.
        contact: ContactId,
        /// In which journey.
        journey: JourneyId,
        /// How.
        ending: Ending,
        /// Whether it does not go so.
        not: bool,
    },
    /// A flow runs exactly so often.
    FlowRuns {
        /// Which.
        flow: FlowId,
        /// How often, for all contacts together.
        times: u32,
    },
    /// The goal of a journey is met so often, or more often.
    GoalMet {
        /// The journey.
        journey: JourneyId,
        /// How often, for all contacts together.
        target: Target,
    },
}

/// How it goes with a contact in a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ending {
    /// It enters.
    #[default]
    Enters,
    /// It is refused.
    Refused,
    /// It comes to an end of the journey.
    Completes,
    /// It is ended before.
    Exits,
    /// It meets the goal.
    MeetsGoal,
}

impl Ending {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Enters, Self::Completes, Self::Exits, Self::MeetsGoal, Self::Refused];
}

impl Expectation {
    /// The contact that it is about, if it is about one.
    pub fn contact(&self) -> Option<ContactId> {
        match self {
            Self::Reaches { contact, .. }
            | Self::Takes { contact, .. }
            | Self::Raises { contact, .. }
            | Self::Ends { contact, .. } => Some(*contact),
            Self::FlowRuns { .. } | Self::GoalMet { .. } => None,
        }
    }

    /// As [`contact`](Self::contact), to change it.
    pub fn contact_mut(&mut self) -> Option<&mut ContactId> {
        match self {
            Self::Reaches { contact, .. }
            | Self::Takes { contact, .. }
            | Self::Raises { contact, .. }
            | Self::Ends { contact, .. } => Some(contact),
            Self::FlowRuns { .. } | Self::GoalMet { .. } => None,
        }
    }

    /// The tile that it is about, if it is about one.
    pub fn tile(&self) -> Option<TileId> {
        match self {
            Self::Reaches { tile, .. } | Self::Takes { tile, .. } => Some(*tile),
            _ => None,
        }
    }
}

impl Scenario {
    /// One in which nothing happens yet.
    pub fn new(id: ScenarioId, name: String) -> Self {
        Self {
            id,
            name,
            description: String::new(),
            journeys: SortedSet::new(),
            start: String::new(),
            end: String::new(),
            seed: 0,
            contacts: Vec::new(),
            events: Vec::new(),
            expectations: Vec::new(),
        }
    }

    /// The contact of that id.
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// Takes a contact out, with its events and what is expected of it.
    pub fn remove_contact(&mut self, id: ContactId) {
        self.contacts.retain(|contact| contact.id != id);
        self.events.retain(|event| event.contact != id);
        self.expectations.retain(|expectation| expectation.contact() != Some(id));
    }

    /// The workspace as it is in this scenario: its contacts and events, the journeys
    /// that react, and its period.
    pub fn world(&self, workspace: &Workspace) -> Workspace {
        let mut world = workspace.clone();
        let contacts = self.contacts.iter().map(|contact| (contact.id, Arc::new(contact.clone())));
        world.contacts = collect::map(contacts);
        let events = self.events.iter().map(|event| (event.id, Arc::new(event.clone())));
        world.events = collect::map(events);
        if !self.journeys.is_empty() {
            for journey in world.journeys.values_mut() {
                if journey.state.is_live() && !self.journeys.contains(&journey.id) {
                    Arc::make_mut(journey).state = JourneyState::Paused;
                }
            }
        }
        Arc::make_mut(&mut world.settings).run = RunSettings {
            contacts: ContactSource::Workspace,
            behaviour: Behaviour::Workspace,
            start: self.start.clone(),
            end: self.end.clone(),
            seed: self.seed,
            as_published: self.journeys.clone(),
            ..RunSettings::default()
        };
        world
    }
}
