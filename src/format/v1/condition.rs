//! Conditions, sources of values, and durations.

use crate::format::error::Cause;
use crate::format::names::no_path;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::table::{ReceivedRecord, ReferenceRecord};
use crate::format::v1::{Flaw, each};
use crate::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use crate::model::id::{AttributeId, ColumnId, FieldId, TileId};
use crate::model::table::Path;
use crate::model::time::Duration;

objects!(ColumnRecord, ItemRecord, RowRecord, Duration);

/// `{"all": [...]}` or `{"any": [...]}`.
#[derive(Debug, PartialEq)]
pub(super) enum ConditionRecord {
    All(Vec<ItemRecord>),
    Any(Vec<ItemRecord>),
}

forms!(ConditionRecord { All(items) = "all", Any(items) = "any" });

/// A row, or a group: which one is told by the fields, so that a flaw inside has its path.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ItemRecord {
    source: Option<SourceRecord>,
    operator: Option<Operator>,
    operands: Vec<String>,
    all: Option<Vec<RowRecord>>,
    any: Option<Vec<RowRecord>>,
}

impl Object for ItemRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.may("source", &mut self.source);
        to.may("operator", &mut self.operator);
        to.may("operands", &mut self.operands);
        to.may("all", &mut self.all);
        to.may("any", &mut self.any);
    }
}

#[derive(Debug, PartialEq, Default)]
struct RowRecord {
    source: Option<SourceRecord>,
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

/// Where a value comes from.
#[derive(Debug, Default, PartialEq)]
pub(super) enum SourceRecord {
    Contact(FieldId),
    Received(ReceivedRecord),
    Incoming(AttributeId),
    Column(ColumnRecord),
    ReceivedBinding(TileId),
    #[default]
    IncomingBinding,
    Journey(JourneyProperty),
}

forms!(SourceRecord {
    Contact(field) = "contact",
    Received(attribute) = "received",
    Incoming(attribute) = "incoming",
    Column(column) = "column",
    ReceivedBinding(tile) = "receivedBinding",
    IncomingBinding = "incomingBinding",
    Journey(property) = "journey",
});

/// A column that an entity reference leads to.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ColumnRecord {
    of: ReferenceRecord,
    path: Vec<ColumnId>,
}

impl Object for ColumnRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("of", &mut self.of);
        to.must("path", &mut self.path);
    }
}

impl Object for Duration {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("count", &mut self.count);
        to.must("unit", &mut self.unit);
    }
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
                return row.into_model().map(Item::Row);
            }
        };
        if is_row {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        let rows = each(rows, RowRecord::into_model).map_err(|flaw| flaw.under(name))?;
        Ok(Item::Group(join, rows))
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

    fn into_model(self) -> Result<Comparison, Flaw> {
        Ok(Comparison {
            source: SourceRecord::maybe(self.source, "source")?,
            operator: self.operator,
            operands: self.operands,
        })
    }
}

impl SourceRecord {
    pub fn new(source: Source) -> Self {
        match source {
            Source::Contact(field) => Self::Contact(field),
            Source::Received(tile, attribute) => Self::Received(ReceivedRecord { tile, attribute }),
            Source::Incoming(attribute) => Self::Incoming(attribute),
            Source::Column(reference, path) => {
                let path = path.columns().to_vec();
                Self::Column(ColumnRecord { of: ReferenceRecord::new(reference), path })
            }
            Source::ReceivedBinding(tile) => Self::ReceivedBinding(tile),
            Source::IncomingBinding => Self::IncomingBinding,
            Source::Journey(property) => Self::Journey(property),
        }
    }

    pub fn into_model(self) -> Result<Source, Flaw> {
        Ok(match self {
            Self::Contact(field) => Source::Contact(field),
            Self::Received(ReceivedRecord { tile, attribute }) => Source::Received(tile, attribute),
            Self::Incoming(attribute) => Source::Incoming(attribute),
            Self::Column(ColumnRecord { of, path }) => {
                let cause = || Flaw::at("column.path", Cause::Other(no_path(path.len())));
                Source::Column(of.into_model(), Path::new(&path).ok_or_else(cause)?)
            }
            Self::ReceivedBinding(tile) => Source::ReceivedBinding(tile),
            Self::IncomingBinding => Source::IncomingBinding,
            Self::Journey(property) => Source::Journey(property),
        })
    }

    /// The source that stands under that name, if there is one.
    pub fn maybe(record: Option<Self>, name: &str) -> Result<Option<Source>, Flaw> {
        record.map(Self::into_model).transpose().map_err(|flaw| flaw.under(name))
    }
}
