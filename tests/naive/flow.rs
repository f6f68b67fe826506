//! What the steps of a flow do (rule A17).

use std::collections::BTreeMap;

use parcours::engine::trace::{FlowDecision, FlowStep, FlowTried};
use parcours::model::condition::Join;
use parcours::model::flow::{Action, Flow, FlowSource, FlowValue, Part, Step};
use parcours::model::id::StepId;
use parcours::model::time::Instant;
use parcours::model::value::{Type, Value};
use parcours::model::workspace::Workspace;

use super::Values;
use super::calendar;
use super::condition::holds;

/// What a flow is started with.
pub struct Given<'w> {
    pub flow: &'w Flow,
    pub values: &'w Values,
    pub contact: &'w str,
    pub now: Instant,
}

type Variables = BTreeMap<StepId, Option<Value>>;

impl Given<'_> {
    /// Every step that the flow comes to. What is still to do is a pile, with the next
    /// step on top.
    pub fn run(&self, workspace: &Workspace) -> Vec<FlowStep> {
        let mut variables = Variables::new();
        let mut told = Vec::new();
        let mut pile: Vec<&Step> = self.flow.steps.iter().rev().collect();
        while let Some(step) = pile.pop() {
            let mut decided = None;
            let mut inputs = Vec::new();
            let text = |text: &str| Some(Value::Text(text.into())).filter(|_| !text.is_empty());
            match &step.action {
                Action::InitializeVariable { variable, ty, value } => {
                    let value = self.of_type(workspace, value, ty, &variables);
                    variables.insert(step.id, value.clone());
                    inputs.push((variable.clone(), value));
                }
                Action::CreateRecord { fields, .. } => {
                    for (column, value) in fields {
                        inputs.push((column.clone(), self.value(value, &variables)));
                    }
                }
                Action::PostMessage { team, channel, message } => {
                    inputs.push(("team".into(), text(team)));
                    inputs.push(("channel".into(), text(channel)));
                    inputs.push(("message".into(), self.value(message, &variables)));
                }
                Action::SendRequest { method, uri, headers, body } => {
                    inputs.push(("method".into(), text(method.name())));
                    inputs.push(("uri".into(), self.value(uri, &variables)));
                    for (name, value) in headers {
                        inputs.push((name.clone(), self.value(value, &variables)));
                    }
                    inputs.push(("body".into(), self.value(body, &variables)));
                }
                Action::Condition { join, rows, yes, no } => {
                    let mut tried = Vec::new();
                    for row in rows {
                        let value = row.source.and_then(|source| self.read(source, &variables));
                        let utc = jiff::tz::TimeZone::UTC;
                        let held = row.source.is_some()
                            && holds(row.operator, &row.operands, value.as_ref(), self.now, &utc);
                        tried.push(FlowTried { row: row.clone(), value, held });
                    }
                    let held = tried.iter().filter(|row| row.held).count();
                    let held = match join {
                        Join::All => held == tried.len(),
                        Join::Any => held > 0 || tried.is_empty(),
                    };
                    decided = Some(FlowDecision { held, rows: tried });
                    pile.extend(if held { yes } else { no }.iter().rev());
                }
            }
            told.push(FlowStep { step: step.id, inputs, decided });
        }
        told
    }

    fn value(&self, value: &FlowValue, variables: &Variables) -> Option<Value> {
        if let [Part::Picked(source)] = value.parts() {
            return self.read(*source, variables);
        }
        let texts = value.parts().iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Picked(source) => {
                self.read(*source, variables).map_or(String::new(), |value| value.to_string())
            }
        });
        Some(texts.collect::<String>()).filter(|text| !text.is_empty()).map(Value::Text)
    }

    fn of_type(
        &self,
        workspace: &Workspace,
        value: &FlowValue,
        ty: &Type,
        variables: &Variables,
    ) -> Option<Value> {
        match value.parts() {
            [] => None,
            [Part::Text(text)] => calendar::value(text, ty, &jiff::tz::TimeZone::UTC),
            [Part::Picked(source)] => {
                let own = match source {
                    FlowSource::Attribute(id) => {
                        let trigger = &workspace.triggers[&self.flow.trigger.unwrap()];
                        trigger.attribute(*id).map(|attribute| attribute.ty.clone())
                    }
                    FlowSource::SignalTime | FlowSource::IngestionTime => Some(Type::DateTime),
                    FlowSource::Variable(id) => self.flow.step(*id).and_then(|step| {
                        let Action::InitializeVariable { ty, .. } = &step.action else {
                            return None;
                        };
                        Some(ty.clone())
                    }),
                    _ => Some(Type::Text),
                };
                if own.as_ref() == Some(ty) { self.read(*source, variables) } else { None }
            }
            _ if *ty == Type::Text => self.value(value, variables),
            _ => None,
        }
    }

    fn read(&self, source: FlowSource, variables: &Variables) -> Option<Value> {
        match source {
            FlowSource::Attribute(id) => self.values.attributes.get(&id).cloned().flatten(),
            FlowSource::ProfileId | FlowSource::UserAuthId => {
                Some(Value::Text(self.contact.to_owned()))
            }
            FlowSource::SignalTime | FlowSource::IngestionTime => Some(Value::DateTime(self.now)),
            FlowSource::BindingId => self.values.binding.clone().map(Value::Text),
            FlowSource::Variable(id) => variables.get(&id).cloned().flatten(),
        }
    }
}
