//! Changes of what everything else is built on: the type of an attribute, of a contact
//! field or of a table's column, and taking one away. Whatever uses it stays as it is, so that
//! mappings that no longer fit become findings with their old value kept; only the
//! values that contacts, events and models hold of what is deleted go with it.
//!
//! What such an edit touches is told beforehand: [`touches`](crate::editor::touched::touches).

use crate::editor::edits::Done;
use crate::editor::name::EditName;
use crate::editor::outcome::Refusal;
use crate::editor::{people, tables, triggers};
use crate::model::audience::Field;
use crate::model::change::Tx;
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TriggerId};
use crate::model::table::Table;
use crate::model::trigger::Trigger;
use crate::model::value::Type;

/// A change of the schema, whatever uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reshape {
    /// Gives an attribute of a trigger another type.
    AttributeType(TriggerId, AttributeId, Type),
    /// Deletes an attribute of a trigger.
    DeleteAttribute(TriggerId, AttributeId),
    /// Gives a contact field another type.
    FieldType(FieldId, Type),
    /// Deletes a contact field.
    DeleteField(FieldId),
    /// Gives a column of a table another type.
    ColumnType(TableId, ColumnId, Type),
    /// Deletes a column of a table, with its values.
    DeleteColumn(TableId, ColumnId),
}

impl Reshape {
    /// Whether something is deleted.
    pub fn deletes(&self) -> bool {
        matches!(self, Self::DeleteAttribute(..) | Self::DeleteField(_) | Self::DeleteColumn(..))
    }
}

/// Makes the edit, in one step.
pub(super) fn apply(tx: &mut Tx, reshape: Reshape) -> Result<Done, Refusal> {
    match reshape {
        Reshape::AttributeType(trigger, id, ty) => {
            let found = tx.get_mut::<Trigger>(trigger).ok_or(Refusal::NotFound)?;
            let mut attributes = found.attributes.iter_mut();
            let attribute = attributes.find(|one| one.id == id).ok_or(Refusal::NotFound)?;
            attribute.ty = ty;
            let edit = EditName::new("edit-retype-attribute", attribute.name.clone());
            Ok(Done::new(edit.about(trigger.0, id.0)))
        }
        Reshape::FieldType(id, ty) => {
            let field = tx.get_mut::<Field>(id).ok_or(Refusal::NotFound)?;
            field.ty = ty;
            let edit = EditName::new("edit-retype-field", field.name.clone());
            Ok(Done::new(edit.about(id.0, 0)))
        }
        Reshape::DeleteAttribute(trigger, id) => triggers::remove_attribute(tx, trigger, id),
        Reshape::DeleteField(id) => people::remove_field(tx, id),
        Reshape::ColumnType(table, id, ty) => {
            let found = tx.get_mut::<Table>(table).ok_or(Refusal::NotFound)?;
            let mut columns = found.columns.iter_mut();
            let column = columns.find(|one| one.id == id).ok_or(Refusal::NotFound)?;
            column.ty = ty;
            let edit = EditName::new("edit-retype-column", column.name.clone());
            Ok(Done::new(edit.about(table.0, id.0)))
        }
        Reshape::DeleteColumn(table, id) => tables::remove_column(tx, table, id),
    }
}
