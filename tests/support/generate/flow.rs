//! Flows.

use parcours::model::condition::Operator;
use parcours::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Method, Part, Step};
use parcours::model::id::{FlowId, StepId};

use super::Generator;

impl Generator<'_> {
    pub fn flow(&mut self) -> Flow {
        Flow {
            id: FlowId(self.id()),
            name: self.text(),
            trigger: self.some_trigger(),
            on: self.coin(),
            environment: self.text(),
            steps: (0..self.below(3)).map(|_| self.step(2)).collect(),
        }
    }

    pub fn step(&mut self, depth: usize) -> Step {
        let (id, name) = (StepId(self.id()), self.text());
        let action = match self.below(5) {
            0 => Action::InitializeVariable {
                variable: self.text(),
                ty: self.ty(),
                value: self.flow_value(),
            },
            1 => Action::PostMessage {
                team: self.text(),
                channel: self.text(),
                message: self.flow_value(),
            },
            2 => Action::SendRequest {
                method: self.one_of(&Method::ALL),
                uri: self.flow_value(),
                headers: self.flow_fields(),
                body: self.flow_value(),
            },
            3 if depth > 0 => {
                let rows = (0..self.below(3)).map(|_| self.flow_row()).collect();
                let mut steps = || (0..self.below(3)).map(|_| self.step(depth - 1)).collect();
                let (yes, no) = (steps(), steps());
                Action::Condition { join: self.join(), rows, yes, no }
            }
            _ => Action::CreateRecord { table: self.text(), fields: self.flow_fields() },
        };
        Step { id, name, action }
    }

    pub fn flow_fields(&mut self) -> Vec<(String, FlowValue)> {
        (0..self.below(3)).map(|_| (self.text(), self.flow_value())).collect()
    }

    pub fn flow_row(&mut self) -> FlowRow {
        let source = if self.coin() { Some(self.flow_source()) } else { None };
        let ty = self.ty();
        let operator = self.one_of(Operator::of(&ty));
        FlowRow { source, operator, operands: (0..self.below(3)).map(|_| self.text()).collect() }
    }

    pub fn flow_value(&mut self) -> FlowValue {
        let parts = (0..self.below(4)).map(|_| match self.coin() {
            true => Part::Text(self.text()),
            false => Part::Picked(self.flow_source()),
        });
        let parts: Vec<Part> = parts.collect();
        FlowValue::new(parts)
    }

    pub fn flow_source(&mut self) -> FlowSource {
        match self.below(7) {
            0 => FlowSource::Attribute(self.some_attribute()),
            1 => FlowSource::Variable(StepId(self.below(9))),
            place => FlowSource::BUILT_IN[place as usize - 2],
        }
    }
}
