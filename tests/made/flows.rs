//! Flows with all kinds of steps.

use std::sync::Arc;

use parcours::model::condition::{Operands, Operator};
use parcours::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Method, Part, Step};
use parcours::model::id::{FlowId, StepId, TriggerId};
use parcours::model::value::Type;

use super::Maker;

/// What can be picked, with its type.
type Pickable = Vec<(FlowSource, Type)>;

impl Maker {
    pub fn flow(&mut self) {
        let id = FlowId(self.id());
        let trigger = self.a_trigger();
        let mut sources = self.flow_sources(trigger);
        let environment = if self.dice.one_in(8) { "Test" } else { "Production" };
        let mut steps = vec![self.record(&sources)];
        steps.extend(self.steps(&mut sources, 2));
        let flow = Flow {
            id,
            name: format!("Flow {id}"),
            trigger: Some(trigger),
            on: !self.dice.one_in(8),
            environment: environment.into(),
            steps,
        };
        self.workspace.flows.insert(id, Arc::new(flow));
    }

    fn flow_sources(&self, trigger: TriggerId) -> Pickable {
        let attributes = &self.workspace.triggers[&trigger].attributes;
        let mut sources: Pickable = FlowSource::BUILT_IN
            .into_iter()
            .map(|source| {
                let is_time = matches!(source, FlowSource::SignalTime | FlowSource::IngestionTime);
                (source, if is_time { Type::DateTime } else { Type::Text })
            })
            .collect();
        sources.extend(attributes.iter().map(|a| (FlowSource::Attribute(a.id), a.ty.clone())));
        sources
    }

    fn steps(&mut self, sources: &mut Pickable, depth: usize) -> Vec<Step> {
        (0..self.dice.upto(4)).map(|_| self.step(sources, depth)).collect()
    }

    /// Variables that it initialises are there from then on, on other branches too.
    fn step(&mut self, sources: &mut Pickable, depth: usize) -> Step {
        let id = StepId(self.id());
        let action = match self.dice.upto(5) {
            0 => {
                let ty = self.a_type();
                let value = self.a_value(sources, Some(&ty));
                sources.push((FlowSource::Variable(id), ty.clone()));
                Action::InitializeVariable { variable: format!("v{id}"), ty, value }
            }
            1 => Action::PostMessage {
                team: "Sales".into(),
                channel: if self.dice.one_in(3) { String::new() } else { "Calls".into() },
                message: self.a_value(sources, None),
            },
            2 => Action::SendRequest {
                method: *self.dice.of(&Method::ALL),
                uri: FlowValue::fixed("https://example.com"),
                headers: vec![("x-who".into(), self.a_value(sources, None))],
                body: self.a_value(sources, None),
            },
            3 if depth > 0 => {
                let rows = (0..self.dice.upto(3)).map(|_| self.flow_row(sources)).collect();
                let (yes, no) = (self.steps(sources, depth - 1), self.steps(sources, depth - 1));
                Action::Condition { join: self.join(), rows, yes, no }
            }
            _ => return self.record(sources),
        };
        Step { id, name: format!("Step {id}"), action }
    }

    fn record(&mut self, sources: &Pickable) -> Step {
        let mut fields = vec![("text".to_owned(), FlowValue::fixed("x"))];
        fields.extend(sources.iter().map(|(source, _)| (format!("{source:?}"), (*source).into())));
        fields.push(("mixed".to_owned(), self.a_value(sources, None)));
        let action = Action::CreateRecord { table: "task".into(), fields };
        Step { id: StepId(self.id()), name: "Create".into(), action }
    }

    /// A fixed text, something that is picked, or both; not always of the type.
    fn a_value(&mut self, sources: &Pickable, ty: Option<&Type>) -> FlowValue {
        let fixed = self.value(ty.unwrap_or(&Type::Text));
        let fitting: Pickable = sources
            .iter()
            .filter(|(_, of)| ty.is_none_or(|ty| ty == of) || self.dice.one_in(4))
            .cloned()
            .collect();
        if fitting.is_empty() || self.dice.one_in(3) {
            return FlowValue::fixed(fixed);
        }
        let mut pick = || Part::Picked(self.dice.of(&fitting).0);
        let (one, other) = (pick(), pick());
        if self.dice.one_in(2) {
            return FlowValue::new([one]);
        }
        FlowValue::new([Part::Text(fixed), one, Part::Text(" / ".into()), other])
    }

    fn flow_row(&mut self, sources: &Pickable) -> FlowRow {
        if self.dice.one_in(10) {
            return FlowRow { source: None, operator: Operator::IsEmpty, operands: Vec::new() };
        }
        let (source, ty) = self.dice.of(sources).clone();
        let operator = *self.dice.of(Operator::of(&ty));
        let operands = match operator.operands() {
            Operands::Values(0) => Vec::new(),
            _ => self.operands(operator, &ty),
        };
        FlowRow { source: Some(source), operator, operands }
    }
}
