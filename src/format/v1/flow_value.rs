//! What steps of flows read, and the rows of their conditions.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::{Flaw, each};
use crate::model::condition::Operator;
use crate::model::flow::{FlowRow, FlowSource, FlowValue, Part};
use crate::model::id::{AttributeId, StepId};

objects!(RowRecord);

/// A fixed text, something that is picked, or a list of these.
#[derive(Debug, Default)]
pub(super) enum ValueRecord {
    Fixed(String),
    Attribute(AttributeId),
    Variable(StepId),
    #[default]
    ProfileId,
    UserAuthId,
    SignalTime,
    IngestionTime,
    BindingId,
    Parts(Vec<ValueRecord>),
}

forms!(ValueRecord {
    Fixed(text) = "fixed",
    Attribute(attribute) = "attribute",
    Variable(step) = "variable",
    ProfileId = "profileId",
    UserAuthId = "userAuthId",
    SignalTime = "signalTime",
    IngestionTime = "ingestionTime",
    BindingId = "bindingId",
    Parts(parts) = "parts",
});

/// A row of a condition.
#[derive(Debug, Default)]
pub(super) struct RowRecord {
    source: Option<ValueRecord>,
    operator: Operator,
    operands: Vec<String>,
}

impl Object for RowRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.may("source", &mut self.source);
        to.must("operator", &mut self.operator);
        to.may("operands", &mut self.operands);
    }
}

impl ValueRecord {
    pub fn new(value: &FlowValue) -> Self {
        match value.parts() {
            [] => Self::Fixed(String::new()),
            [only] => Self::of_part(only),
            parts => Self::Parts(parts.iter().map(Self::of_part).collect()),
        }
    }

    pub fn into_model(self) -> Result<FlowValue, Flaw> {
        match self {
            Self::Parts(parts) => {
                let parts = each(parts, Self::into_part).map_err(|flaw| flaw.under("parts"))?;
                Ok(FlowValue::new(parts))
            }
            only => only.into_part().map(|part| FlowValue::new([part])),
        }
    }

    fn of_part(part: &Part) -> Self {
        match part {
            Part::Text(text) => Self::Fixed(text.clone()),
            Part::Picked(source) => Self::of_source(*source),
        }
    }

    fn into_part(self) -> Result<Part, Flaw> {
        match self {
            Self::Fixed(text) => Ok(Part::Text(text)),
            other => other.into_source().map(Part::Picked),
        }
    }

    fn of_source(source: FlowSource) -> Self {
        match source {
            FlowSource::Attribute(id) => Self::Attribute(id),
            FlowSource::Variable(id) => Self::Variable(id),
            FlowSource::ProfileId => Self::ProfileId,
            FlowSource::UserAuthId => Self::UserAuthId,
            FlowSource::SignalTime => Self::SignalTime,
            FlowSource::IngestionTime => Self::IngestionTime,
            FlowSource::BindingId => Self::BindingId,
        }
    }

    fn into_source(self) -> Result<FlowSource, Flaw> {
        match self {
            Self::Attribute(id) => Ok(FlowSource::Attribute(id)),
            Self::Variable(id) => Ok(FlowSource::Variable(id)),
            Self::ProfileId => Ok(FlowSource::ProfileId),
            Self::UserAuthId => Ok(FlowSource::UserAuthId),
            Self::SignalTime => Ok(FlowSource::SignalTime),
            Self::IngestionTime => Ok(FlowSource::IngestionTime),
            Self::BindingId => Ok(FlowSource::BindingId),
            Self::Fixed(_) => Err(Flaw::at("fixed", Cause::Unknown("fixed".into()))),
            Self::Parts(_) => Err(Flaw::at("parts", Cause::Unknown("parts".into()))),
        }
    }
}

impl RowRecord {
    pub fn new(row: &FlowRow) -> Self {
        Self {
            source: row.source.map(ValueRecord::of_source),
            operator: row.operator,
            operands: row.operands.clone(),
        }
    }

    pub fn into_model(self) -> Result<FlowRow, Flaw> {
        let source = self.source.map(ValueRecord::into_source).transpose();
        Ok(FlowRow {
            source: source.map_err(|flaw| flaw.under("source"))?,
            operator: self.operator,
            operands: self.operands,
        })
    }
}
