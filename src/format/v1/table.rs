//! Tables with their columns and rows, and paths through them.

use serde::{Deserialize, Serialize};

use crate::format::v1::ById;
use crate::format::v1::record::TypeName;
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TileId};
use crate::model::table::{Column, Reference, Row, Table};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableRecord {
    pub id: TableId,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rows: Vec<RowRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnRecord {
    pub id: ColumnId,
    name: String,
    #[serde(rename = "type")]
    ty: TypeName,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowRecord {
    key: String,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    values: ById<ColumnId, String>,
}

/// The entity reference that a path starts from.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum ReferenceRecord {
    Contact(FieldId),
    Received { tile: TileId, attribute: AttributeId },
    Incoming(AttributeId),
}

impl TableRecord {
    pub fn new(table: &Table) -> Self {
        Self {
            id: table.id,
            name: table.name.clone(),
            columns: table.columns.iter().map(ColumnRecord::new).collect(),
            rows: table.rows.iter().map(RowRecord::new).collect(),
        }
    }

    pub fn into_model(self) -> Table {
        Table {
            id: self.id,
            name: self.name,
            columns: self.columns.into_iter().map(ColumnRecord::into_model).collect(),
            rows: self.rows.into_iter().map(RowRecord::into_model).collect(),
        }
    }
}

impl ColumnRecord {
    fn new(column: &Column) -> Self {
        Self { id: column.id, name: column.name.clone(), ty: TypeName::new(&column.ty) }
    }

    fn into_model(self) -> Column {
        Column { id: self.id, name: self.name, ty: self.ty.into_model() }
    }
}

impl RowRecord {
    fn new(row: &Row) -> Self {
        Self { key: row.key.clone(), values: ById(row.values.clone()) }
    }

    fn into_model(self) -> Row {
        Row { key: self.key, values: self.values.0 }
    }
}

impl ReferenceRecord {
    pub fn new(reference: Reference) -> Self {
        match reference {
            Reference::Contact(field) => Self::Contact(field),
            Reference::Received(tile, attribute) => Self::Received { tile, attribute },
            Reference::Incoming(attribute) => Self::Incoming(attribute),
        }
    }

    pub fn into_model(self) -> Reference {
        match self {
            Self::Contact(field) => Reference::Contact(field),
            Self::Received { tile, attribute } => Reference::Received(tile, attribute),
            Self::Incoming(attribute) => Reference::Incoming(attribute),
        }
    }
}
