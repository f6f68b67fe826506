//! Changes of what everything else is built on: the type of an attribute or of a
//! contact field, and taking one away. Whatever uses it stays as it is, so that
//! mappings that no longer fit become findings with their old value kept; only the
//! values that contacts, events and models hold of what is deleted go with it.
//!
//! What such an edit touches is told beforehand: [`touches`](crate::editor::touched::touches).

use crate::editor::edits::Done;
use crate::editor::name::EditName;
use crate::editor::outcome::Refusal;
use crate::editor::{people, triggers};
use crate::model::audience::Field;
use crate::model::change::Tx;
use crate::model::id::{AttributeId, FieldId, TriggerId};
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
}

impl Reshape {
    /// Whether something is deleted.
    pub fn deletes(&self) -> bool {
        matches!(self, Self::DeleteAttribute(..) | Self::DeleteField(_))
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
    }
}
