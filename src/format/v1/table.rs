//! Tables with their columns and rows, and paths through them.

use crate::format::shape::{Members, Object, forms, objects};
use crate::model::id::{AttributeId, FieldId, TileId};
use crate::model::table::{Column, Reference, Row, Table};

objects!(Table, Column, Row, ReceivedRecord);

impl Object for Table {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("columns", &mut self.columns);
        to.may("rows", &mut self.rows);
    }
}

impl Object for Column {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
    }
}

impl Object for Row {
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
