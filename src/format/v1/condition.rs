//! Conditions, sources of values, and durations.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::table::ReferenceRecord;
use crate::format::v1::{Flaw, each};
use crate::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use crate::model::id::{AttributeId, FieldId, TileId};
use crate::model::table::Path;
use crate::model::time::{Duration, Unit};

/// `{"all": [...]}` or `{"any": [...]}`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum ConditionRecord {
    All(Vec<ItemRecord>),
    Any(Vec<ItemRecord>),
}

/// A row, or a group: which one is told by the fields, so that a flaw inside has its path.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operator: Option<Operator>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    operands: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<RowRecord>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<RowRecord>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceRecord>,
    operator: Operator,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    operands: Vec<String>,
}

/// Where a value comes from.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum SourceRecord {
    Contact(FieldId),
    Received { tile: TileId, attribute: AttributeId },
    Incoming(AttributeId),
    Column { of: ReferenceRecord, path: Path },
    ReceivedBinding(TileId),
    IncomingBinding,
    Journey(JourneyProperty),
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DurationRecord {
    count: u32,
    unit: Unit,
}

impl Default for ConditionRecord {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl ConditionRecord {
    pub fn new(condition: &Condition) -> Self {
        let items = condition.items.iter().map(ItemRecord::new).collect();
        match condition.join {
            Join::All => Self::All(items),
            Join::Any => Self::Any(items),
        }
    }

    pub fn into_model(self) -> Result<Condition, Flaw> {
        let (join, name, items) = match self {
            Self::All(items) => (Join::All, "all", items),
            Self::Any(items) => (Join::Any, "any", items),
        };
        let items = each(items, ItemRecord::into_model)
            .map_err(|flaw| flaw.under(name).under("condition"))?;
        Ok(Condition { join, items })
    }
}

impl ItemRecord {
    fn new(item: &Item) -> Self {
        match item {
            Item::Row(row) => {
                let RowRecord { source, operator, operands } = RowRecord::new(row);
                Self { source, operator: Some(operator), operands, ..Self::default() }
            }
            Item::Group(join, rows) => {
                let rows = Some(rows.iter().map(RowRecord::new).collect());
                match join {
                    Join::All => Self { all: rows, ..Self::default() },
                    Join::Any => Self { any: rows, ..Self::default() },
                }
            }
        }
    }

    fn into_model(self) -> Result<Item, Flaw> {
        let is_row = self.operator.is_some() || self.source.is_some() || !self.operands.is_empty();
        let (join, name, rows) = match (self.all, self.any) {
            (Some(rows), None) => (Join::All, "all", rows),
            (None, Some(rows)) => (Join::Any, "any", rows),
            (Some(_), Some(_)) => return Err(Flaw::at("any", Cause::Unknown("any".into()))),
            (None, None) => {
                let missing = || Flaw::at("", Cause::Missing("operator".into()));
                let operator = self.operator.ok_or_else(missing)?;
                let row = RowRecord { source: self.source, operator, operands: self.operands };
                return Ok(Item::Row(row.into_model()));
            }
        };
        if is_row {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        Ok(Item::Group(join, rows.into_iter().map(RowRecord::into_model).collect()))
    }
}

impl RowRecord {
    fn new(row: &Comparison) -> Self {
        Self {
            source: row.source.map(SourceRecord::new),
            operator: row.operator,
            operands: row.operands.clone(),
        }
    }

    fn into_model(self) -> Comparison {
        Comparison {
            source: self.source.map(SourceRecord::into_model),
            operator: self.operator,
            operands: self.operands,
        }
    }
}

impl SourceRecord {
    pub fn new(source: Source) -> Self {
        match source {
            Source::Contact(field) => Self::Contact(field),
            Source::Received(tile, attribute) => Self::Received { tile, attribute },
            Source::Incoming(attribute) => Self::Incoming(attribute),
            Source::Column(reference, path) => {
                Self::Column { of: ReferenceRecord::new(reference), path }
            }
            Source::ReceivedBinding(tile) => Self::ReceivedBinding(tile),
            Source::IncomingBinding => Self::IncomingBinding,
            Source::Journey(property) => Self::Journey(property),
        }
    }

    pub fn into_model(self) -> Source {
        match self {
            Self::Contact(field) => Source::Contact(field),
            Self::Received { tile, attribute } => Source::Received(tile, attribute),
            Self::Incoming(attribute) => Source::Incoming(attribute),
            Self::Column { of, path } => Source::Column(of.into_model(), path),
            Self::ReceivedBinding(tile) => Source::ReceivedBinding(tile),
            Self::IncomingBinding => Source::IncomingBinding,
            Self::Journey(property) => Source::Journey(property),
        }
    }
}

impl From<Duration> for DurationRecord {
    fn from(Duration { count, unit }: Duration) -> Self {
        Self { count, unit }
    }
}

impl From<DurationRecord> for Duration {
    fn from(DurationRecord { count, unit }: DurationRecord) -> Self {
        Self { count, unit }
    }
}
