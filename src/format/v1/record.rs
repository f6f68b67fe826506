//! Contact fields, triggers, contacts and events.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::{ById, Flaw};
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::id::{AttributeId, ContactId, EventId, FieldId, TableId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use crate::model::value::Type;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldRecord {
    pub id: FieldId,
    name: String,
    #[serde(rename = "type")]
    ty: TypeName,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    required: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum TypeName {
    Text,
    Number,
    TrueFalse,
    DateTime,
    EntityReference(TableId),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TriggerRecord {
    pub id: TriggerId,
    name: String,
    unique_name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    audience: AudienceKind,
    state: TriggerState,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<AttributeRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributeRecord {
    pub id: AttributeId,
    name: String,
    #[serde(rename = "type")]
    ty: TypeName,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactRecord {
    pub id: ContactId,
    name: String,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    values: ById<FieldId, String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventRecord {
    pub id: EventId,
    contact: ContactId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<TriggerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<TileId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interaction: Option<Interaction>,
    at: String,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    values: ById<AttributeId, String>,
    #[serde(default, rename = "bindingId", skip_serializing_if = "String::is_empty")]
    binding: String,
}

impl FieldRecord {
    pub fn new(field: &Field) -> Self {
        Self {
            id: field.id,
            name: field.name.clone(),
            ty: TypeName::new(&field.ty),
            required: field.required,
        }
    }

    pub fn into_model(self) -> Field {
        Field { id: self.id, name: self.name, ty: self.ty.into_model(), required: self.required }
    }
}

impl TypeName {
    pub fn new(ty: &Type) -> Self {
        match ty {
            Type::Text => Self::Text,
            Type::Number => Self::Number,
            Type::TrueFalse => Self::TrueFalse,
            Type::DateTime => Self::DateTime,
            Type::EntityReference(table) => Self::EntityReference(*table),
        }
    }

    pub fn into_model(self) -> Type {
        match self {
            Self::Text => Type::Text,
            Self::Number => Type::Number,
            Self::TrueFalse => Type::TrueFalse,
            Self::DateTime => Type::DateTime,
            Self::EntityReference(table) => Type::EntityReference(table),
        }
    }
}

impl TriggerRecord {
    pub fn new(trigger: &Trigger) -> Self {
        Self {
            id: trigger.id,
            name: trigger.name.clone(),
            unique_name: trigger.unique_name.clone(),
            description: trigger.description.clone(),
            audience: trigger.audience,
            state: trigger.state,
            attributes: trigger.attributes.iter().map(AttributeRecord::new).collect(),
        }
    }

    pub fn into_model(self) -> Trigger {
        Trigger {
            id: self.id,
            name: self.name,
            unique_name: self.unique_name,
            description: self.description,
            audience: self.audience,
            state: self.state,
            attributes: self.attributes.into_iter().map(AttributeRecord::into_model).collect(),
        }
    }
}

impl AttributeRecord {
    fn new(attribute: &Attribute) -> Self {
        Self { id: attribute.id, name: attribute.name.clone(), ty: TypeName::new(&attribute.ty) }
    }

    fn into_model(self) -> Attribute {
        Attribute { id: self.id, name: self.name, ty: self.ty.into_model() }
    }
}

impl ContactRecord {
    pub fn new(contact: &Contact) -> Self {
        let values = ById(contact.values.clone());
        Self { id: contact.id, name: contact.name.clone(), values }
    }

    pub fn into_model(self) -> Contact {
        Contact { id: self.id, name: self.name, values: self.values.0 }
    }
}

impl EventRecord {
    pub fn new(event: &Event) -> Self {
        let bare = Self {
            id: event.id,
            contact: event.contact,
            trigger: None,
            message: None,
            interaction: None,
            at: event.at.clone(),
            values: ById::default(),
            binding: String::new(),
        };
        match &event.what {
            Happening::Trigger { trigger, values, binding } => Self {
                trigger: Some(*trigger),
                values: ById(values.clone()),
                binding: binding.clone(),
                ..bare
            },
            Happening::Interaction { message, kind } => {
                Self { message: Some(*message), interaction: Some(*kind), ..bare }
            }
        }
    }

    pub fn into_model(self) -> Result<Event, Flaw> {
        let missing = |name: &str| Flaw::at("", Cause::Missing(name.into()));
        let misplaced = |name: &str| Err(Flaw::at(name, Cause::Unknown(name.into())));
        let what = match (self.trigger, self.message) {
            (Some(trigger), None) if self.interaction.is_none() => {
                Happening::Trigger { trigger, values: self.values.0, binding: self.binding }
            }
            (Some(_), None) => return misplaced("interaction"),
            (Some(_), Some(_)) => return misplaced("message"),
            (None, Some(_)) if !self.values.is_empty() => return misplaced("values"),
            (None, Some(_)) if !self.binding.is_empty() => return misplaced("bindingId"),
            (None, Some(message)) => {
                let kind = self.interaction.ok_or_else(|| missing("interaction"))?;
                Happening::Interaction { message, kind }
            }
            (None, None) => return Err(missing("trigger")),
        };
        Ok(Event { id: self.id, contact: self.contact, what, at: self.at })
    }
}
