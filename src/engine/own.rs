//! The contacts and events that the workspace itself holds.

use crate::engine::builder::DatasetBuilder;
use crate::engine::cell::Cell;
use crate::engine::data::Dataset;
use crate::model::audience::{Event, Happening};
use crate::model::distribution::DistributionError;
use crate::model::id::{AttributeId, ContactId, EventId, FieldId, TileId, TriggerId};
use crate::model::time::{Moment, TimeError};
use crate::model::value::ValueError;
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// Something that the workspace's contacts or events hold and that a run cannot
/// take. The value, or the event, is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DataIssue {
    /// A second contact of the same name.
    #[error("contact {0} has the name of an earlier one")]
    DuplicateName(ContactId),
    /// A contact's value is not one of the field's type.
    #[error("contact {0}, field {1}: {2}")]
    ContactValue(ContactId, FieldId, ValueError),
    /// An event's contact is not among those of the run.
    #[error("event {0}: its contact takes no part")]
    UnknownContact(EventId),
    /// An event's trigger is not there.
    #[error("event {0}: there is no trigger {1}")]
    UnknownTrigger(EventId, TriggerId),
    /// An event's message is not there.
    #[error("event {0}: there is no message {1}")]
    UnknownMessage(EventId, TileId),
    /// An event's time is not one.
    #[error("event {0}: {1}")]
    Time(EventId, TimeError),
    /// An event's value is not one of the attribute's type.
    #[error("event {0}, attribute {1}: {2}")]
    EventValue(EventId, AttributeId, ValueError),
    /// A field of contacts that are made up gets no values.
    #[error("made up, field {0}: {1}")]
    FieldModel(FieldId, DistributionError),
}

impl Dataset {
    /// The workspace's own contacts and events, and what of them cannot be taken.
    pub fn from_workspace(workspace: &Workspace) -> (Self, Vec<DataIssue>) {
        let mut builder = DatasetBuilder::new(workspace);
        let mut issues = builder.add_contacts_of(workspace);
        issues.extend(builder.add_events_of(workspace));
        (builder.finish(), issues)
    }
}

impl DatasetBuilder {
    /// Adds the workspace's example contacts.
    pub fn add_contacts_of(&mut self, workspace: &Workspace) -> Vec<DataIssue> {
        let mut issues = Vec::new();
        for contact in workspace.contacts.values() {
            if !self.is_offered(&contact.name) {
                continue;
            }
            let Some(index) = self.add_contact(&contact.name) else {
                issues.push(DataIssue::DuplicateName(contact.id));
                continue;
            };
            for (&id, text) in &contact.values {
                let Some(field) = self.schema.fields.iter().position(|(known, _)| *known == id)
                else {
                    continue;
                };
                match self.read_field(field, text) {
                    Ok(cell) => self.columns[field][index as usize] = cell,
                    Err(error) => issues.push(DataIssue::ContactValue(contact.id, id, error)),
                }
            }
        }
        issues
    }

    /// Adds the workspace's events, each to the contact that has the name of its own.
    pub fn add_events_of(&mut self, workspace: &Workspace) -> Vec<DataIssue> {
        let mut issues = Vec::new();
        for event in workspace.events.values() {
            if let Err(issue) = self.add_event_of(workspace, event, &mut issues) {
                issues.push(issue);
            }
        }
        issues
    }

    fn add_event_of(
        &mut self,
        workspace: &Workspace,
        event: &Event,
        issues: &mut Vec<DataIssue>,
    ) -> Result<(), DataIssue> {
        let contact = workspace.contacts.get(&event.contact);
        let owned = contact.map_or(self.shard.is_first(), |contact| self.owns(&contact.name));
        if !owned {
            return Ok(());
        }
        let contact = contact
            .and_then(|contact| self.contact_named(&contact.name))
            .ok_or(DataIssue::UnknownContact(event.id))?;
        let at = event.at.parse::<Moment>().map_err(|error| DataIssue::Time(event.id, error));
        let instant = at.map(|at| at.start(&TimeZone::UTC));
        let (id, given, binding) = match &event.what {
            Happening::Trigger { trigger, values, binding } => (*trigger, values, binding),
            Happening::Interaction { message, kind } => {
                let unknown = DataIssue::UnknownMessage(event.id, *message);
                let message = self.message(*message).ok_or(unknown)?;
                self.add_interaction(contact, instant?, message, *kind);
                return Ok(());
            }
        };
        let trigger = self.schema.triggers.iter().position(|known| known.id == id);
        let trigger = trigger.ok_or(DataIssue::UnknownTrigger(event.id, id))?;
        let mut values = Vec::new();
        for index in 0..self.schema.triggers[trigger].attributes.len() {
            let id = self.schema.triggers[trigger].attributes[index].0;
            let text = given.get(&id).map_or("", String::as_str);
            values.push(self.read_attribute(trigger, index, text).unwrap_or_else(|error| {
                issues.push(DataIssue::EventValue(event.id, id, error));
                Cell::MISSING
            }));
        }
        self.add_event(contact, instant?, trigger, &values);
        self.bind_last(binding);
        Ok(())
    }
}
