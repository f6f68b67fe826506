//! Test scenarios.

use parcours::model::audience::Contact;
use parcours::model::id::{BranchId, ContactId, FlowId, JourneyId, ScenarioId, TriggerId};
use parcours::model::journey::Target;
use parcours::model::scenario::{Ending, Expectation, Scenario};
use parcours::model::tree::Slot;

use super::Generator;

impl Generator<'_> {
    pub fn scenario(&mut self) -> Scenario {
        let id = ScenarioId(self.id());
        let mut scenario = Scenario::new(id, self.text());
        scenario.description = self.text();
        scenario.journeys = (0..self.below(3)).map(|_| JourneyId(self.below(50))).collect();
        (scenario.start, scenario.end) = (self.text(), self.text());
        scenario.seed = u64::from(self.below(65_000)) << self.below(48);
        for _ in 0..self.below(3) {
            let values = (0..self.below(3)).map(|_| (self.some_field(), self.text())).collect();
            let contact = Contact { id: ContactId(self.id()), name: self.text(), values };
            scenario.contacts.push(contact);
        }
        let contact = scenario.contacts.first().map(|contact| contact.id);
        scenario.events = (0..self.below(3)).map(|_| self.event(contact)).collect();
        let contact = contact.unwrap_or(ContactId(992));
        scenario.expectations = (0..self.below(5)).map(|_| self.expectation(contact)).collect();
        scenario
    }

    fn expectation(&mut self, contact: ContactId) -> Expectation {
        let (journey, not) = (JourneyId(self.below(50)), self.coin());
        match self.below(6) {
            0 => Expectation::Reaches { contact, tile: self.tile_id(), not },
            1 => {
                let slots =
                    [Slot::Branch(BranchId(self.below(50))), Slot::Other, Slot::Yes, Slot::No];
                Expectation::Takes {
                    contact,
                    tile: self.tile_id(),
                    branch: self.one_of(&slots),
                    not,
                }
            }
            2 => Expectation::Raises {
                contact,
                trigger: self.some_trigger().unwrap_or(TriggerId(993)),
                values: (0..self.below(3)).map(|_| (self.some_attribute(), self.text())).collect(),
                not,
            },
            3 => Expectation::Ends { contact, journey, ending: self.one_of(&Ending::ALL), not },
            4 => Expectation::FlowRuns { flow: FlowId(self.below(50)), times: self.below(9) },
            _ => Expectation::GoalMet {
                journey,
                target: match self.coin() {
                    true => Target::Count(self.below(9)),
                    false => Target::Share(self.decimal()),
                },
            },
        }
    }
}
