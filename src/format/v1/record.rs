//! Contact fields, triggers, contacts and events.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::Flaw;
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::id::{AttributeId, ContactId, EventId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;
use crate::model::trigger::{Attribute, Trigger};
use crate::model::value::Type;

objects!(Field, Trigger, Attribute, Contact, EventRecord);

impl Object for Field {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
        to.may("required", &mut self.required);
    }
}

forms!(Type {
    Text = "text",
    Number = "number",
    TrueFalse = "trueFalse",
    DateTime = "dateTime",
    EntityReference(table) = "entityReference",
});

impl Object for Trigger {
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

impl Object for Attribute {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.must("type", &mut self.ty);
    }
}

impl Object for Contact {
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
    values: SortedMap<AttributeId, String>,
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

impl EventRecord {
    pub fn new(event: &Event) -> Self {
        let bare = Self {
            id: event.id,
            contact: event.contact,
            trigger: None,
            message: None,
            interaction: None,
            at: event.at.clone(),
            values: SortedMap::new(),
            binding: String::new(),
        };
        match &event.what {
            Happening::Trigger { trigger, values, binding } => Self {
                trigger: Some(*trigger),
                values: values.clone(),
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
                Happening::Trigger { trigger, values: self.values, binding: self.binding }
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
