//! Tables with their columns and rows, and paths through them.

use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::ById;
use crate::format::v1::record::TypeName;
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TileId};
use crate::model::table::{Column, Reference, Row, Table};

objects!(ReceivedRecord, TableRecord, ColumnRecord, RowRecord);

#[derive(Debug, Default)]
pub(super) struct TableRecord {
    pub id: TableId,
    name: String,
    pub columns: Vec<ColumnRecord>,
    rows: Vec<RowRecord>,
}

impl Object for TableRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("columns", &mut self.columns);
        to.may("rows", &mut self.rows);
    }
}

#[derive(Debug, Default)]
pub(super) struct ColumnRecord {
    pub id: ColumnId,
    name: String,
    ty: TypeName,
}

impl Object for ColumnRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
    }
}

#[derive(Debug, Default)]
struct RowRecord {
    key: String,
    values: ById<ColumnId, String>,
}

impl Object for RowRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("key", &mut self.key);
        to.may("values", &mut self.values);
    }
}

/// The entity reference that a path starts from.
#[derive(Debug, PartialEq)]
pub(super) enum ReferenceRecord {
    Contact(FieldId),
    Received(ReceivedRecord),
    Incoming(AttributeId),
}

forms!(ReferenceRecord {
    Contact(field) = "contact",
    Received(attribute) = "received",
    Incoming(attribute) = "incoming",
});

/// An attribute of a trigger that was received at an earlier tile.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ReceivedRecord {
    pub tile: TileId,
    pub attribute: AttributeId,
}

impl Object for ReceivedRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("tile", &mut self.tile);
        to.must("attribute", &mut self.attribute);
    }
}

impl Default for ReferenceRecord {
    fn default() -> Self {
        Self::Contact(FieldId::default())
    }
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
            Reference::Received(tile, attribute) => {
                Self::Received(ReceivedRecord { tile, attribute })
            }
            Reference::Incoming(attribute) => Self::Incoming(attribute),
        }
    }

    pub fn into_model(self) -> Reference {
        match self {
            Self::Contact(field) => Reference::Contact(field),
            Self::Received(ReceivedRecord { tile, attribute }) => {
                Reference::Received(tile, attribute)
            }
            Self::Incoming(attribute) => Reference::Incoming(attribute),
        }
    }
}
