//! Flows and their steps. As with tiles, all types of steps are one struct.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::flow_value::{RowRecord, ValueRecord};
use crate::format::v1::{Flaw, each};
use crate::model::condition::Join;
use crate::model::flow::{Action, Flow, FlowValue, Method, Step};
use crate::model::id::{FlowId, StepId, TriggerId};
use crate::model::value::Type;

objects!(FlowRecord, StepRecord, ColumnRecord, HeaderRecord);

#[derive(Debug, Default)]
pub(super) struct FlowRecord {
    pub id: FlowId,
    name: String,
    trigger: Option<TriggerId>,
    on: bool,
    environment: String,
    pub steps: Vec<StepRecord>,
}

impl Object for FlowRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("trigger", &mut self.trigger);
        to.must("on", &mut self.on);
        to.must("environment", &mut self.environment);
        to.written("steps", &mut self.steps);
    }
}

/// The settings of all types of steps.
#[derive(Debug, Default)]
pub(super) struct StepRecord {
    pub id: StepId,
    ty: StepType,
    name: String,
    variable: Option<String>,
    value_type: Option<Type>,
    value: Option<ValueRecord>,
    table: Option<String>,
    fields: Option<Vec<ColumnRecord>>,
    team: Option<String>,
    channel: Option<String>,
    message: Option<ValueRecord>,
    method: Option<Method>,
    uri: Option<ValueRecord>,
    headers: Option<Vec<HeaderRecord>>,
    body: Option<ValueRecord>,
    all: Option<Vec<RowRecord>>,
    any: Option<Vec<RowRecord>>,
    pub yes: Option<Vec<StepRecord>>,
    pub no: Option<Vec<StepRecord>>,
}

impl Object for StepRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("type", &mut self.ty);
        to.may("name", &mut self.name);
        to.may("variable", &mut self.variable);
        to.may("valueType", &mut self.value_type);
        to.may("value", &mut self.value);
        to.may("table", &mut self.table);
        to.may("fields", &mut self.fields);
        to.may("team", &mut self.team);
        to.may("channel", &mut self.channel);
        to.may("message", &mut self.message);
        to.may("method", &mut self.method);
        to.may("uri", &mut self.uri);
        to.may("headers", &mut self.headers);
        to.may("body", &mut self.body);
        to.may("all", &mut self.all);
        to.may("any", &mut self.any);
        to.may("yes", &mut self.yes);
        to.may("no", &mut self.no);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum StepType {
    #[default]
    InitializeVariable,
    CreateRecord,
    PostMessage,
    SendRequest,
    Condition,
}

forms!(StepType {
    InitializeVariable = "initializeVariable",
    CreateRecord = "createRecord",
    PostMessage = "postMessage",
    SendRequest = "sendRequest",
    Condition = "condition",
});

/// A column of a record that is created. A list and not an object, because the
/// order is the user's.
#[derive(Debug, Default)]
struct ColumnRecord {
    column: String,
    value: ValueRecord,
}

impl Object for ColumnRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("column", &mut self.column);
        to.must("value", &mut self.value);
    }
}

/// A header of a request.
#[derive(Debug, Default)]
struct HeaderRecord {
    name: String,
    value: ValueRecord,
}

impl Object for HeaderRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("name", &mut self.name);
        to.must("value", &mut self.value);
    }
}

impl FlowRecord {
    pub fn new(flow: &Flow) -> Self {
        Self {
            id: flow.id,
            name: flow.name.clone(),
            trigger: flow.trigger,
            on: flow.on,
            environment: flow.environment.clone(),
            steps: flow.steps.iter().map(StepRecord::new).collect(),
        }
    }

    pub fn into_model(self) -> Result<Flow, Flaw> {
        Ok(Flow {
            id: self.id,
            name: self.name,
            trigger: self.trigger,
            on: self.on,
            environment: self.environment,
            steps: each(self.steps, StepRecord::into_model).map_err(|flaw| flaw.under("steps"))?,
        })
    }
}

impl StepRecord {
    fn new(step: &Step) -> Self {
        let bare = |ty| Self { id: step.id, ty, name: step.name.clone(), ..Self::default() };
        let steps = |steps: &[Step]| Some(steps.iter().map(Self::new).collect());
        match &step.action {
            Action::InitializeVariable { variable, ty, value } => Self {
                variable: Some(variable.clone()),
                value_type: (*ty != Type::Text).then(|| ty.clone()),
                value: Some(ValueRecord::new(value)),
                ..bare(StepType::InitializeVariable)
            },
            Action::CreateRecord { table, fields } => Self {
                table: Some(table.clone()),
                fields: Some(fields.iter().map(ColumnRecord::new).collect()),
                ..bare(StepType::CreateRecord)
            },
            Action::PostMessage { team, channel, message } => Self {
                team: Some(team.clone()),
                channel: Some(channel.clone()),
                message: Some(ValueRecord::new(message)),
                ..bare(StepType::PostMessage)
            },
            Action::SendRequest { method, uri, headers, body } => Self {
                method: Some(*method),
                uri: Some(ValueRecord::new(uri)),
                headers: Some(headers.iter().map(HeaderRecord::new).collect()),
                body: (*body != FlowValue::default()).then(|| ValueRecord::new(body)),
                ..bare(StepType::SendRequest)
            },
            Action::Condition { join, rows, yes, no } => {
                let rows = Some(rows.iter().map(RowRecord::new).collect());
                let (all, any) = match join {
                    Join::All => (rows, None),
                    Join::Any => (None, rows),
                };
                Self { all, any, yes: steps(yes), no: steps(no), ..bare(StepType::Condition) }
            }
        }
    }

    fn into_model(self) -> Result<Step, Flaw> {
        if let Some(name) = self.misplaced() {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        let (id, name) = (self.id, self.name.clone());
        let missing = |name: &str| Flaw::at("", Cause::Missing(name.into()));
        let value = |value: Option<ValueRecord>, name: &str| {
            let value = value.ok_or_else(|| missing(name))?;
            value.into_model().map_err(|flaw| flaw.under(name))
        };
        let action = match self.ty {
            StepType::InitializeVariable => Action::InitializeVariable {
                variable: self.variable.ok_or_else(|| missing("variable"))?,
                ty: self.value_type.unwrap_or_default(),
                value: value(self.value, "value")?,
            },
            StepType::CreateRecord => Action::CreateRecord {
                table: self.table.ok_or_else(|| missing("table"))?,
                fields: each(self.fields.unwrap_or_default(), ColumnRecord::into_model)
                    .map_err(|flaw| flaw.under("fields"))?,
            },
            StepType::PostMessage => Action::PostMessage {
                team: self.team.ok_or_else(|| missing("team"))?,
                channel: self.channel.ok_or_else(|| missing("channel"))?,
                message: value(self.message, "message")?,
            },
            StepType::SendRequest => Action::SendRequest {
                method: self.method.ok_or_else(|| missing("method"))?,
                uri: value(self.uri, "uri")?,
                headers: each(self.headers.unwrap_or_default(), HeaderRecord::into_model)
                    .map_err(|flaw| flaw.under("headers"))?,
                body: match self.body {
                    Some(body) => value(Some(body), "body")?,
                    None => FlowValue::default(),
                },
            },
            StepType::Condition => return self.into_condition(),
        };
        Ok(Step { id, name, action })
    }

    fn into_condition(self) -> Result<Step, Flaw> {
        let (join, name, rows) = match (self.all, self.any) {
            (Some(rows), None) => (Join::All, "all", rows),
            (None, Some(rows)) => (Join::Any, "any", rows),
            (Some(_), Some(_)) => return Err(Flaw::at("any", Cause::Unknown("any".into()))),
            (None, None) => return Err(Flaw::at("", Cause::Missing("all".into()))),
        };
        let rows = each(rows, RowRecord::into_model).map_err(|flaw| flaw.under(name))?;
        let steps = |steps: Option<Vec<Self>>, name| {
            let steps = steps.unwrap_or_default();
            each(steps, Self::into_model).map_err(|flaw| flaw.under(name))
        };
        let (yes, no) = (steps(self.yes, "yes")?, steps(self.no, "no")?);
        Ok(Step { id: self.id, name: self.name, action: Action::Condition { join, rows, yes, no } })
    }

    /// A field that does not belong on a step of this type.
    fn misplaced(&self) -> Option<&'static str> {
        use StepType::{Condition, CreateRecord, InitializeVariable, PostMessage, SendRequest};
        let fields = [
            ("variable", self.variable.is_some(), InitializeVariable),
            ("valueType", self.value_type.is_some(), InitializeVariable),
            ("value", self.value.is_some(), InitializeVariable),
            ("table", self.table.is_some(), CreateRecord),
            ("fields", self.fields.is_some(), CreateRecord),
            ("team", self.team.is_some(), PostMessage),
            ("channel", self.channel.is_some(), PostMessage),
            ("message", self.message.is_some(), PostMessage),
            ("method", self.method.is_some(), SendRequest),
            ("uri", self.uri.is_some(), SendRequest),
            ("headers", self.headers.is_some(), SendRequest),
            ("body", self.body.is_some(), SendRequest),
            ("all", self.all.is_some(), Condition),
            ("any", self.any.is_some(), Condition),
            ("yes", self.yes.is_some(), Condition),
            ("no", self.no.is_some(), Condition),
        ];
        let misplaced = fields.into_iter().find(|(_, given, on)| *given && *on != self.ty);
        misplaced.map(|(name, ..)| name)
    }
}

impl ColumnRecord {
    fn new((column, value): &(String, FlowValue)) -> Self {
        Self { column: column.clone(), value: ValueRecord::new(value) }
    }

    fn into_model(self) -> Result<(String, FlowValue), Flaw> {
        let value = self.value.into_model().map_err(|flaw| flaw.under("value"))?;
        Ok((self.column, value))
    }
}

impl HeaderRecord {
    fn new((name, value): &(String, FlowValue)) -> Self {
        Self { name: name.clone(), value: ValueRecord::new(value) }
    }

    fn into_model(self) -> Result<(String, FlowValue), Flaw> {
        let value = self.value.into_model().map_err(|flaw| flaw.under("value"))?;
        Ok((self.name, value))
    }
}
