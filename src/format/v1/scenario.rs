//! Test scenarios.

use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::record::EventRecord;
use crate::format::v1::{Flaw, each};
use crate::model::audience::Contact;
use crate::model::collect;
use crate::model::id::{AttributeId, ContactId, FlowId, JourneyId, ScenarioId, TileId, TriggerId};
use crate::model::journey::Target;
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

objects!(
    ScenarioRecord,
    ReachesRecord,
    TakesRecord,
    RaisesRecord,
    EndsRecord,
    FlowRunsRecord,
    GoalMetRecord,
);

#[derive(Debug, Default)]
pub(in crate::format) struct ScenarioRecord {
    id: ScenarioId,
    name: String,
    description: String,
    journeys: Vec<JourneyId>,
    start: String,
    end: String,
    seed: u64,
    contacts: Vec<Contact>,
    events: Vec<EventRecord>,
    expect: Vec<ExpectationRecord>,
}

impl Object for ScenarioRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("description", &mut self.description);
        to.may("journeys", &mut self.journeys);
        to.may("start", &mut self.start);
        to.may("end", &mut self.end);
        to.may("seed", &mut self.seed);
        to.may("contacts", &mut self.contacts);
        to.may("events", &mut self.events);
        to.may("expect", &mut self.expect);
    }
}

#[derive(Debug)]
enum ExpectationRecord {
    Reaches(ReachesRecord),
    Takes(TakesRecord),
    Raises(RaisesRecord),
    Ends(EndsRecord),
    FlowRuns(FlowRunsRecord),
    GoalMet(GoalMetRecord),
}

forms!(ExpectationRecord {
    Reaches(reaches) = "reaches",
    Takes(takes) = "takes",
    Raises(raises) = "raises",
    Ends(ends) = "ends",
    FlowRuns(runs) = "flowRuns",
    GoalMet(met) = "goalMet",
});

#[derive(Debug, Default)]
struct ReachesRecord {
    contact: ContactId,
    tile: TileId,
    not: bool,
}

impl Object for ReachesRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("contact", &mut self.contact);
        to.must("tile", &mut self.tile);
        to.may("not", &mut self.not);
    }
}

#[derive(Debug, Default)]
struct TakesRecord {
    contact: ContactId,
    tile: TileId,
    branch: Slot,
    not: bool,
}

impl Object for TakesRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("contact", &mut self.contact);
        to.must("tile", &mut self.tile);
        to.must("branch", &mut self.branch);
        to.may("not", &mut self.not);
    }
}

#[derive(Debug, Default)]
struct RaisesRecord {
    contact: ContactId,
    trigger: TriggerId,
    values: SortedMap<AttributeId, String>,
    not: bool,
}

impl Object for RaisesRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("contact", &mut self.contact);
        to.must("trigger", &mut self.trigger);
        to.may("values", &mut self.values);
        to.may("not", &mut self.not);
    }
}

#[derive(Debug, Default)]
struct EndsRecord {
    contact: ContactId,
    journey: JourneyId,
    ending: Ending,
    not: bool,
}

impl Object for EndsRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("contact", &mut self.contact);
        to.must("journey", &mut self.journey);
        to.must("ending", &mut self.ending);
        to.may("not", &mut self.not);
    }
}

#[derive(Debug, Default)]
struct FlowRunsRecord {
    flow: FlowId,
    times: u32,
}

impl Object for FlowRunsRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("flow", &mut self.flow);
        to.must("times", &mut self.times);
    }
}

#[derive(Debug, Default)]
struct GoalMetRecord {
    journey: JourneyId,
    target: Target,
}

impl Object for GoalMetRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("journey", &mut self.journey);
        to.must("target", &mut self.target);
    }
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
            contacts: scenario.contacts.clone(),
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
            contacts: self.contacts,
            events: each(self.events, EventRecord::into_model)
                .map_err(|flaw| flaw.under("events"))?,
            expectations: self.expect.into_iter().map(ExpectationRecord::into_model).collect(),
        })
    }
}

impl Default for ExpectationRecord {
    fn default() -> Self {
        Self::FlowRuns(FlowRunsRecord::default())
    }
}

impl ExpectationRecord {
    fn new(expectation: &Expectation) -> Self {
        match expectation.clone() {
            Expectation::Reaches { contact, tile, not } => {
                Self::Reaches(ReachesRecord { contact, tile, not })
            }
            Expectation::Takes { contact, tile, branch, not } => {
                Self::Takes(TakesRecord { contact, tile, branch, not })
            }
            Expectation::Raises { contact, trigger, values, not } => {
                Self::Raises(RaisesRecord { contact, trigger, values, not })
            }
            Expectation::Ends { contact, journey, ending, not } => {
                Self::Ends(EndsRecord { contact, journey, ending, not })
            }
            Expectation::FlowRuns { flow, times } => Self::FlowRuns(FlowRunsRecord { flow, times }),
            Expectation::GoalMet { journey, target } => {
                Self::GoalMet(GoalMetRecord { journey, target })
            }
        }
    }

    fn into_model(self) -> Expectation {
        match self {
            Self::Reaches(ReachesRecord { contact, tile, not }) => {
                Expectation::Reaches { contact, tile, not }
            }
            Self::Takes(TakesRecord { contact, tile, branch, not }) => {
                Expectation::Takes { contact, tile, branch, not }
            }
            Self::Raises(RaisesRecord { contact, trigger, values, not }) => {
                Expectation::Raises { contact, trigger, values, not }
            }
            Self::Ends(EndsRecord { contact, journey, ending, not }) => {
                Expectation::Ends { contact, journey, ending, not }
            }
            Self::FlowRuns(FlowRunsRecord { flow, times }) => Expectation::FlowRuns { flow, times },
            Self::GoalMet(GoalMetRecord { journey, target }) => {
                Expectation::GoalMet { journey, target }
            }
        }
    }
}
