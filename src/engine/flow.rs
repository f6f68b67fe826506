//! What the steps of a flow do in a run: what each reads, and which branches are
//! taken (rules A5 and A17). Nothing is sent anywhere; it is made for traces only.

use crate::engine::trace::{FlowDecision, FlowStep, FlowTried};
use crate::model::condition::Join;
use crate::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Part, Side, Step};
use crate::model::id::{AttributeId, StepId};
use crate::model::predicate::Predicate;
use crate::model::time::Instant;
use crate::model::value::{Type, Value};
use crate::model::zone::TimeZone;

/// What a flow is started with.
pub(crate) struct Given {
    /// The attributes of the trigger, with their types.
    pub attributes: Vec<(AttributeId, Type, Option<Value>)>,
    /// What the contact is called.
    pub contact: String,
    /// The trigger's `bindingId`.
    pub binding: Option<String>,
    /// When.
    pub now: Instant,
}

/// Every step that a flow comes to, in order.
pub(crate) fn run(flow: &Flow, given: Given) -> Vec<FlowStep> {
    let mut run = Run { flow, given, variables: Vec::new(), ran: Vec::new() };
    run.steps(&flow.steps);
    run.ran
}

struct Run<'f> {
    flow: &'f Flow,
    given: Given,
    /// What was initialised.
    variables: Vec<(StepId, Option<Value>)>,
    ran: Vec<FlowStep>,
}

impl Run<'_> {
    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            let inputs = self.inputs(step);
            let decided = match &step.action {
                Action::Condition { join, rows, .. } => Some(self.decide(*join, rows)),
                _ => None,
            };
            let taken = decided.as_ref().map(|one| if one.held { Side::Yes } else { Side::No });
            self.ran.push(FlowStep { step: step.id, inputs, decided });
            if let Some(branch) = taken.and_then(|side| step.action.branch(side)) {
                self.steps(branch);
            }
        }
    }

    fn inputs(&mut self, step: &Step) -> Vec<(String, Option<Value>)> {
        let fixed = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
        let named =
            |run: &Self, (name, value): &(String, FlowValue)| (name.clone(), run.value(value));
        match &step.action {
            Action::InitializeVariable { variable, ty, value } => {
                let value = self.typed(value, ty);
                self.variables.push((step.id, value.clone()));
                vec![(variable.clone(), value)]
            }
            Action::CreateRecord { fields, .. } => {
                fields.iter().map(|field| named(self, field)).collect()
            }
            Action::PostMessage { team, channel, message } => vec![
                (TEAM.into(), fixed(team)),
                (CHANNEL.into(), fixed(channel)),
                (MESSAGE.into(), self.value(message)),
            ],
            Action::SendRequest { method, uri, headers, body } => {
                let mut inputs =
                    vec![(METHOD.into(), fixed(method.name())), (URI.into(), self.value(uri))];
                inputs.extend(headers.iter().map(|header| named(self, header)));
                inputs.push((BODY.into(), self.value(body)));
                inputs
            }
            Action::Condition { .. } => Vec::new(),
        }
    }

    /// A variable holds what it is given where that is of its type.
    fn typed(&self, value: &FlowValue, ty: &Type) -> Option<Value> {
        if let Some(text) = value.as_fixed() {
            return Value::parse(text, ty, &TimeZone::UTC).ok();
        }
        match value.as_picked() {
            Some(source) if self.type_of(source).as_ref() == Some(ty) => self.read(source),
            Some(_) => None,
            None => (*ty == Type::Text).then(|| self.value(value)).flatten(),
        }
    }

    fn value(&self, value: &FlowValue) -> Option<Value> {
        if let Some(source) = value.as_picked() {
            return self.read(source);
        }
        let mut text = String::new();
        for part in value.parts() {
            match part {
                Part::Text(part) => text.push_str(part),
                Part::Picked(source) => {
                    let read = self.read(*source).map(|value| value.to_string());
                    text.push_str(&read.unwrap_or_default());
                }
            }
        }
        (!text.is_empty()).then_some(Value::Text(text))
    }

    fn read(&self, source: FlowSource) -> Option<Value> {
        match source {
            FlowSource::Attribute(id) => self.attribute(id)?.2.clone(),
            FlowSource::Variable(id) => {
                self.variables.iter().find(|(known, _)| *known == id)?.1.clone()
            }
            FlowSource::ProfileId | FlowSource::UserAuthId => {
                Some(Value::Text(self.given.contact.clone()))
            }
            FlowSource::SignalTime | FlowSource::IngestionTime => {
                Some(Value::DateTime(self.given.now))
            }
            FlowSource::BindingId => self.given.binding.clone().map(Value::Text),
        }
    }

    fn type_of(&self, source: FlowSource) -> Option<Type> {
        match source {
            FlowSource::Attribute(id) => Some(self.attribute(id)?.1.clone()),
            FlowSource::Variable(id) => match &self.flow.step(id)?.action {
                Action::InitializeVariable { ty, .. } => Some(ty.clone()),
                _ => None,
            },
            FlowSource::ProfileId | FlowSource::UserAuthId | FlowSource::BindingId => {
                Some(Type::Text)
            }
            FlowSource::SignalTime | FlowSource::IngestionTime => Some(Type::DateTime),
        }
    }

    fn attribute(&self, id: AttributeId) -> Option<&(AttributeId, Type, Option<Value>)> {
        self.given.attributes.iter().find(|(known, ..)| *known == id)
    }

    /// Without rows a condition holds, however they would be joined.
    fn decide(&self, join: Join, rows: &[FlowRow]) -> FlowDecision {
        let rows: Vec<FlowTried> = rows.iter().map(|row| self.look_at(row)).collect();
        let held = match join {
            Join::All => rows.iter().all(|row| row.held),
            Join::Any => rows.is_empty() || rows.iter().any(|row| row.held),
        };
        FlowDecision { held, rows }
    }

    fn look_at(&self, row: &FlowRow) -> FlowTried {
        let value = row.source.and_then(|source| self.read(source));
        let ty = row.source.and_then(|source| self.type_of(source));
        let predicate = ty
            .and_then(|ty| Predicate::parse(row.operator, &row.operands, &ty, &TimeZone::UTC).ok());
        let held = predicate.is_some_and(|asks| asks.holds(value.as_ref(), self.given.now));
        FlowTried { row: row.clone(), value, held }
    }
}

/// What the inputs of a message and of a request are called in a trace.
pub const TEAM: &str = "team";
/// The channel of a message.
pub const CHANNEL: &str = "channel";
/// A message.
pub const MESSAGE: &str = "message";
/// The method of a request.
pub const METHOD: &str = "method";
/// Where a request goes.
pub const URI: &str = "uri";
/// What a request sends.
pub const BODY: &str = "body";
