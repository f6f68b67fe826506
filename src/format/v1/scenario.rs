//! Test scenarios.

use serde::{Deserialize, Serialize};

use crate::format::v1::journey::TargetRecord;
use crate::format::v1::record::{ContactRecord, EventRecord};
use crate::format::v1::{ById, Flaw, each, is_default};
use crate::model::collect;
use crate::model::id::{AttributeId, ContactId, FlowId, JourneyId, ScenarioId, TileId, TriggerId};
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::format) struct ScenarioRecord {
    pub(in crate::format::v1) id: ScenarioId,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    journeys: Vec<JourneyId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    start: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    end: String,
    #[serde(default, skip_serializing_if = "is_default")]
    seed: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::format::v1) contacts: Vec<ContactRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::format::v1) events: Vec<EventRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    expect: Vec<ExpectationRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum ExpectationRecord {
    Reaches {
        contact: ContactId,
        tile: TileId,
        #[serde(default, skip_serializing_if = "is_default")]
        not: bool,
    },
    Takes {
        contact: ContactId,
        tile: TileId,
        branch: Slot,
        #[serde(default, skip_serializing_if = "is_default")]
        not: bool,
    },
    Raises {
        contact: ContactId,
        trigger: TriggerId,
        #[serde(default, skip_serializing_if = "ById::is_empty")]
        values: ById<AttributeId, String>,
        #[serde(default, skip_serializing_if = "is_default")]
        not: bool,
    },
    Ends {
        contact: ContactId,
        journey: JourneyId,
        ending: Ending,
        #[serde(default, skip_serializing_if = "is_default")]
        not: bool,
    },
    FlowRuns {
        flow: FlowId,
        times: u32,
    },
    GoalMet {
        journey: JourneyId,
        target: TargetRecord,
    },
}

impl ScenarioRecord {
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            id: scenario.id,
            name: scenario.name.clone(),
            description: scenario.description.clone(),
            journeys: scenario.journeys.iter().copied().collect(),
            start: scenario.start.clone(),
            end: scenario.end.clone(),
            seed: scenario.seed,
            contacts: scenario.contacts.iter().map(ContactRecord::new).collect(),
            events: scenario.events.iter().map(EventRecord::new).collect(),
            expect: scenario.expectations.iter().map(ExpectationRecord::new).collect(),
        }
    }

    pub fn into_model(self) -> Result<Scenario, Flaw> {
        Ok(Scenario {
            id: self.id,
            name: self.name,
            description: self.description,
            journeys: collect::set(self.journeys),
            start: self.start,
            end: self.end,
            seed: self.seed,
            contacts: self.contacts.into_iter().map(ContactRecord::into_model).collect(),
            events: each(self.events, EventRecord::into_model)
                .map_err(|flaw| flaw.under("events"))?,
            expectations: each(self.expect, ExpectationRecord::into_model)
                .map_err(|flaw| flaw.under("expect"))?,
        })
    }
}

impl ExpectationRecord {
    fn new(expectation: &Expectation) -> Self {
        match expectation.clone() {
            Expectation::Reaches { contact, tile, not } => Self::Reaches { contact, tile, not },
            Expectation::Takes { contact, tile, branch, not } => {
                Self::Takes { contact, tile, branch, not }
            }
            Expectation::Raises { contact, trigger, values, not } => {
                Self::Raises { contact, trigger, values: ById(values), not }
            }
            Expectation::Ends { contact, journey, ending, not } => {
                Self::Ends { contact, journey, ending, not }
            }
            Expectation::FlowRuns { flow, times } => Self::FlowRuns { flow, times },
            Expectation::GoalMet { journey, target } => {
                Self::GoalMet { journey, target: TargetRecord::new(target) }
            }
        }
    }

    fn into_model(self) -> Result<Expectation, Flaw> {
        Ok(match self {
            Self::Reaches { contact, tile, not } => Expectation::Reaches { contact, tile, not },
            Self::Takes { contact, tile, branch, not } => {
                Expectation::Takes { contact, tile, branch, not }
            }
            Self::Raises { contact, trigger, values, not } => {
                let values: SortedMap<_, _> = values.0;
                Expectation::Raises { contact, trigger, values, not }
            }
            Self::Ends { contact, journey, ending, not } => {
                Expectation::Ends { contact, journey, ending, not }
            }
            Self::FlowRuns { flow, times } => Expectation::FlowRuns { flow, times },
            Self::GoalMet { journey, target } => {
                let target =
                    target.into_model().map_err(|flaw| flaw.under("target").under("goalMet"))?;
                Expectation::GoalMet { journey, target }
            }
        })
    }
}
