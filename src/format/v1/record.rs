//! Contact fields, triggers, contacts and events.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::{ById, Flaw};
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::id::{AttributeId, ContactId, EventId, FieldId, TableId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use crate::model::value::Type;

objects!(FieldRecord, TriggerRecord, AttributeRecord, ContactRecord, EventRecord);

#[derive(Debug, Default)]
pub(super) struct FieldRecord {
    pub id: FieldId,
    name: String,
    ty: TypeName,
    required: bool,
}

impl Object for FieldRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
        to.may("required", &mut self.required);
    }
}

#[derive(Debug, Default)]
pub(super) enum TypeName {
    #[default]
    Text,
    Number,
    TrueFalse,
    DateTime,
    EntityReference(TableId),
}

forms!(TypeName {
    Text = "text",
    Number = "number",
    TrueFalse = "trueFalse",
    DateTime = "dateTime",
    EntityReference(table) = "entityReference",
});

#[derive(Debug, Default)]
pub(super) struct TriggerRecord {
    pub id: TriggerId,
    name: String,
    unique_name: String,
    description: String,
    audience: AudienceKind,
    state: TriggerState,
    pub attributes: Vec<AttributeRecord>,
}

impl Object for TriggerRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("uniqueName", &mut self.unique_name);
        to.may("description", &mut self.description);
        to.must("audience", &mut self.audience);
        to.must("state", &mut self.state);
        to.may("attributes", &mut self.attributes);
    }
}

#[derive(Debug, Default)]
pub(super) struct AttributeRecord {
    pub id: AttributeId,
    name: String,
    ty: TypeName,
}

impl Object for AttributeRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
    }
}

#[derive(Debug, Default)]
pub(super) struct ContactRecord {
    pub id: ContactId,
    name: String,
    values: ById<FieldId, String>,
}

impl Object for ContactRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("values", &mut self.values);
    }
}

#[derive(Debug, Default)]
pub(super) struct EventRecord {
    pub id: EventId,
    contact: ContactId,
    trigger: Option<TriggerId>,
    message: Option<TileId>,
    interaction: Option<Interaction>,
    at: String,
    values: ById<AttributeId, String>,
    binding: String,
}

impl Object for EventRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("contact", &mut self.contact);
        to.may("trigger", &mut self.trigger);
        to.may("message", &mut self.message);
        to.may("interaction", &mut self.interaction);
        to.must("at", &mut self.at);
        to.may("values", &mut self.values);
        to.may("bindingId", &mut self.binding);
    }
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
