//! Why a scenario cannot be run.

use crate::engine::own::DataIssue;
use crate::engine::plan::PlanError;
use crate::engine::run::WindowError;
use crate::model::id::{AttributeId, ContactId, EventId, FieldId, JourneyId};

/// Why a scenario cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct Broken {
    /// What of it.
    pub part: Part,
    /// What is wrong with it, in the engine's words.
    pub detail: String,
}

/// A part of a scenario that can keep it from being run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// These journeys, which react in it, cannot run.
    Journeys(Vec<JourneyId>),
    /// Something else that runs with them cannot.
    Workspace,
    /// Its start is not a date.
    Start,
    /// Its end is not a date.
    End,
    /// A contact has the name of an earlier one.
    ContactName(ContactId),
    /// A contact's value is not one of the field's type.
    ContactValue(ContactId, FieldId),
    /// An event's contact takes no part.
    EventContact(EventId),
    /// An event's trigger or message is not there.
    EventWhat(EventId),
    /// An event's time is not one.
    EventTime(EventId),
    /// An event's value is not one of the attribute's type.
    EventValue(EventId, AttributeId),
}

impl Broken {
    /// Journeys cannot run.
    pub(super) fn by_plan(errors: &[PlanError]) -> Self {
        let mut journeys: Vec<JourneyId> =
            errors.iter().filter_map(|error| error.journey).collect();
        journeys.dedup();
        let part = if journeys.is_empty() { Part::Workspace } else { Part::Journeys(journeys) };
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Self { part, detail: errors.join("; ") }
    }

    /// The period is none.
    pub(super) fn by_window(error: WindowError) -> Self {
        let part = match error {
            WindowError::Start(_) => Part::Start,
            WindowError::End(_) => Part::End,
        };
        Self { part, detail: error.to_string() }
    }

    /// A contact or an event cannot be read.
    pub(super) fn by_data(issue: DataIssue) -> Self {
        Self { part: Part::of(issue), detail: issue.to_string() }
    }
}

impl Part {
    fn of(issue: DataIssue) -> Self {
        match issue {
            DataIssue::DuplicateName(contact) => Self::ContactName(contact),
            DataIssue::ContactValue(contact, field, _) => Self::ContactValue(contact, field),
            DataIssue::UnknownContact(event) => Self::EventContact(event),
            DataIssue::UnknownTrigger(event, _) | DataIssue::UnknownMessage(event, _) => {
                Self::EventWhat(event)
            }
            DataIssue::Time(event, _) => Self::EventTime(event),
            DataIssue::EventValue(event, attribute, _) => Self::EventValue(event, attribute),
            DataIssue::FieldModel(..) => Self::Workspace,
        }
    }
}
