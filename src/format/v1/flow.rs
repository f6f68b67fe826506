//! Flows and their steps. As with tiles, all types of steps are one struct.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::{Flaw, each};
use crate::model::flow::{Action, Flow, FlowValue, Step};
use crate::model::id::{AttributeId, FlowId, StepId, TriggerId};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FlowRecord {
    pub id: FlowId,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<TriggerId>,
    on: bool,
    environment: String,
    #[serde(default)]
    pub steps: Vec<StepRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepRecord {
    pub id: StepId,
    #[serde(rename = "type")]
    ty: StepType,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variable: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<ValueRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    table: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<Vec<ColumnRecord>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum StepType {
    InitializeVariable,
    CreateRecord,
}

/// A column of a record that is created. A list and not an object, because the
/// order is the user's.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnRecord {
    column: String,
    value: ValueRecord,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ValueRecord {
    Fixed(String),
    Attribute(AttributeId),
    ProfileId,
    SignalTime,
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
        let bare = |ty| Self {
            id: step.id,
            ty,
            name: step.name.clone(),
            variable: None,
            value: None,
            table: None,
            fields: None,
        };
        match &step.action {
            Action::InitializeVariable { variable, value } => Self {
                variable: Some(variable.clone()),
                value: Some(ValueRecord::new(value)),
                ..bare(StepType::InitializeVariable)
            },
            Action::CreateRecord { table, fields } => Self {
                table: Some(table.clone()),
                fields: Some(fields.iter().map(ColumnRecord::new).collect()),
                ..bare(StepType::CreateRecord)
            },
        }
    }

    fn into_model(self) -> Result<Step, Flaw> {
        if let Some(name) = self.misplaced() {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        let missing = |name: &str| Flaw::at("", Cause::Missing(name.into()));
        let action = match self.ty {
            StepType::InitializeVariable => Action::InitializeVariable {
                variable: self.variable.ok_or_else(|| missing("variable"))?,
                value: self.value.ok_or_else(|| missing("value"))?.into_model(),
            },
            StepType::CreateRecord => {
                let fields = self.fields.unwrap_or_default().into_iter();
                Action::CreateRecord {
                    table: self.table.ok_or_else(|| missing("table"))?,
                    fields: fields.map(|field| (field.column, field.value.into_model())).collect(),
                }
            }
        };
        Ok(Step { id: self.id, name: self.name, action })
    }

    /// A field that does not belong on a step of this type.
    fn misplaced(&self) -> Option<&'static str> {
        let fields = [
            ("variable", self.variable.is_some(), StepType::InitializeVariable),
            ("value", self.value.is_some(), StepType::InitializeVariable),
            ("table", self.table.is_some(), StepType::CreateRecord),
            ("fields", self.fields.is_some(), StepType::CreateRecord),
        ];
        let misplaced = fields.into_iter().find(|(_, given, on)| *given && *on != self.ty);
        misplaced.map(|(name, ..)| name)
    }
}

impl ColumnRecord {
    fn new((column, value): &(String, FlowValue)) -> Self {
        Self { column: column.clone(), value: ValueRecord::new(value) }
    }
}

impl ValueRecord {
    fn new(value: &FlowValue) -> Self {
        match value {
            FlowValue::Fixed(text) => Self::Fixed(text.clone()),
            FlowValue::Attribute(id) => Self::Attribute(*id),
            FlowValue::ProfileId => Self::ProfileId,
            FlowValue::SignalTime => Self::SignalTime,
        }
    }

    fn into_model(self) -> FlowValue {
        match self {
            Self::Fixed(text) => FlowValue::Fixed(text),
            Self::Attribute(id) => FlowValue::Attribute(id),
            Self::ProfileId => FlowValue::ProfileId,
            Self::SignalTime => FlowValue::SignalTime,
        }
    }
}
