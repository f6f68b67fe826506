//! Reading a batch of CloudEvents as recorded events.
//!
//! An event that does not fit is left out and named, with its place; the rest is read.
//! What a tile raised is left out too: the run raises it again.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::format::cloud_events::{BINDING_ID, RAISED_BY, VERSION};
use crate::format::error::Position;
use crate::format::guard;
use crate::format::read::words;
use crate::format::report::csv_text;
use crate::model::audience::{Contact, Event, Happening};
use crate::model::change::Tx;
use crate::model::id::{AttributeId, ContactId, EventId, TriggerId};
use crate::model::predicate::fold;
use crate::model::sorted::SortedMap;
use crate::model::time::{Instant, Moment};
use crate::model::trigger::{PREFIX, Trigger};
use crate::model::value::{Type, Value};
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// An event that was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// What the contact is called.
    pub contact: String,
    /// The trigger.
    pub trigger: TriggerId,
    /// When.
    pub at: Instant,
    /// The attributes that it has.
    pub values: SortedMap<AttributeId, String>,
    /// The `bindingId`; empty for none.
    pub binding: String,
}

/// What a batch holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CloudReading {
    /// The events, in their order.
    pub events: Vec<Recorded>,
    /// Why others were left out.
    pub issues: Vec<CloudIssue>,
    /// How many were left out because a tile raised them.
    pub raised: usize,
}

/// Why an event was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudIssue {
    /// The place as a path, such as `[2].data.msdynmkt_amount`.
    pub path: String,
    /// Why.
    pub cause: CloudCause,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloudCause {
    /// An event is an object.
    #[error("not an object")]
    NotAnObject,
    /// Something is missing, or is no text.
    #[error("missing, or not a text")]
    NoText,
    /// Another version of CloudEvents.
    #[error("`{0}` is another version than 1.0")]
    Version(String),
    /// No trigger of that unique name.
    #[error("there is no trigger of the unique name `{0}`")]
    Trigger(String),
    /// Not an instant.
    #[error("`{0}` is not a time such as 2026-03-29T14:30:00Z")]
    Time(String),
    /// The trigger has no attribute of that name.
    #[error("the trigger has no such attribute")]
    Attribute,
    /// Not a value of the attribute's type.
    #[error("`{0}` is not a value of the type of this attribute")]
    Value(String),
}

impl CloudCause {
    /// The id of the message that says it, and its variable `text`.
    pub fn message(&self) -> (&'static str, &str) {
        match self {
            Self::NotAnObject => ("cloud-not-an-object", ""),
            Self::NoText => ("cloud-no-text", ""),
            Self::Version(text) => ("cloud-version", text),
            Self::Trigger(text) => ("cloud-trigger", text),
            Self::Time(text) => ("cloud-time", text),
            Self::Attribute => ("cloud-attribute", ""),
            Self::Value(text) => ("cloud-value", text),
        }
    }
}

/// Why a text is no batch at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloudError {
    /// Not JSON.
    #[error("line {}, column {}: not JSON: {cause}", at.line, at.column)]
    NotJson {
        /// Where reading stopped.
        at: Position,
        /// What the reader says, in English.
        cause: String,
    },
    /// JSON of something else than a list of events or one event.
    #[error("not a batch: neither a list nor an event")]
    NotABatch,
}

/// Reads a batch, or a single event.
///
/// # Errors
///
/// When it is neither.
pub fn read_cloud_events(text: &str, workspace: &Workspace) -> Result<CloudReading, CloudError> {
    let read: Json = serde_json::from_str(text).map_err(|error| CloudError::NotJson {
        at: guard::stopped(text, &error),
        cause: words(&error),
    })?;
    let events = match read {
        Json::Array(events) => events,
        Json::Object(_) => vec![read],
        _ => return Err(CloudError::NotABatch),
    };
    let mut reading = CloudReading::default();
    for (index, event) in events.iter().enumerate() {
        match recorded(event, workspace) {
            Ok(Some(event)) => reading.events.push(event),
            Ok(None) => reading.raised += 1,
            Err((path, cause)) => {
                reading.issues.push(CloudIssue { path: format!("[{index}]{path}"), cause });
            }
        }
    }
    Ok(reading)
}

impl CloudReading {
    /// The same as a CSV file of recorded events, for a run that takes one. Attributes
    /// are called by name: those of one name share a column.
    pub fn csv(&self, workspace: &Workspace) -> String {
        let mut names: Vec<String> = Vec::new();
        let name_of = |trigger: TriggerId, id: AttributeId| {
            let attribute = workspace.attribute_of(trigger, id);
            attribute.map(|attribute| attribute.name.clone()).unwrap_or_default()
        };
        for event in &self.events {
            for id in event.values.keys() {
                let name = name_of(event.trigger, *id);
                if !names.iter().any(|known| fold(known) == fold(&name)) {
                    names.push(name);
                }
            }
        }
        let header = ["contact_id", "trigger", "at", "bindingId"].map(String::from);
        let mut rows: Vec<Vec<String>> = vec![header.into_iter().chain(names.clone()).collect()];
        for event in &self.events {
            let unique = workspace.triggers.get(&event.trigger);
            let unique = unique.map(|trigger| trigger.unique_name.clone()).unwrap_or_default();
            let fixed =
                [event.contact.clone(), unique, event.at.to_string(), event.binding.clone()];
            let cells = names.iter().map(|name| {
                let of_name =
                    |(id, _): &(&AttributeId, _)| fold(&name_of(event.trigger, **id)) == fold(name);
                let found = event.values.iter().find(of_name);
                found.map(|(_, value)| value.clone()).unwrap_or_default()
            });
            rows.push(fixed.into_iter().chain(cells).collect());
        }
        csv_text(&rows)
    }

    /// Puts the events of contacts that the workspace has into it; how many were put,
    /// and how many are of contacts that it does not have.
    pub fn put(&self, tx: &mut Tx) -> (usize, usize) {
        let mut put = 0;
        for event in &self.events {
            let name = fold(event.contact.trim());
            let named = |(id, one): (&ContactId, &Arc<Contact>)| {
                (fold(one.name.trim()) == name).then_some(*id)
            };
            let Some(contact) = tx.workspace().contacts.iter().find_map(named) else { continue };
            let id = EventId(tx.next_id());
            let (trigger, values) = (event.trigger, event.values.clone());
            let what = Happening::Trigger { trigger, values, binding: event.binding.clone() };
            tx.put(Event { id, contact, what, at: event.at.to_string() });
            put += 1;
        }
        (put, self.events.len() - put)
    }
}

type Flaw = (String, CloudCause);

/// The event; none, where a tile raised it.
fn recorded(event: &Json, workspace: &Workspace) -> Result<Option<Recorded>, Flaw> {
    let event = event.as_object().ok_or_else(|| (String::new(), CloudCause::NotAnObject))?;
    let version = text(event, "specversion")?;
    if version != VERSION {
        return Err((".specversion".into(), CloudCause::Version(version.into())));
    }
    text(event, "id")?;
    text(event, "source")?;
    let unique = text(event, "type")?;
    let mut known = workspace.triggers.values();
    let trigger = known.find(|trigger| trigger.unique_name == unique);
    let trigger = trigger.ok_or_else(|| (".type".into(), CloudCause::Trigger(unique.into())))?;
    let contact = text(event, "subject")?.to_owned();
    let at = text(event, "time")?;
    let Ok(Moment::Exact(instant)) = at.parse() else {
        return Err((".time".into(), CloudCause::Time(at.into())));
    };
    if event.contains_key(RAISED_BY) {
        return Ok(None);
    }
    let (values, binding) = data(event, trigger)?;
    Ok(Some(Recorded { contact, trigger: trigger.id, at: instant, values, binding }))
}

fn data(
    event: &Map<String, Json>,
    trigger: &Trigger,
) -> Result<(SortedMap<AttributeId, String>, String), Flaw> {
    let (mut values, mut binding) = (SortedMap::new(), String::new());
    let data = match event.get("data") {
        None | Some(Json::Null) => return Ok((values, binding)),
        Some(Json::Object(data)) => data,
        Some(_) => return Err((".data".into(), CloudCause::NotAnObject)),
    };
    let parameters = trigger.parameters();
    for (name, value) in data {
        let path = || format!(".data.{name}");
        let plain = match value {
            Json::Null => continue,
            Json::String(text) => text.clone(),
            Json::Bool(value) => value.to_string(),
            Json::Number(number) => number.to_string(),
            _ => return Err((path(), CloudCause::Value(value.to_string()))),
        };
        if name == BINDING_ID {
            binding = plain;
            continue;
        }
        let own = name.strip_prefix(PREFIX).unwrap_or(name);
        let found = parameters.iter().find(|(_, known)| known == own);
        let (attribute, _) = found.ok_or_else(|| (path(), CloudCause::Attribute))?;
        if !fits(value, &plain, &attribute.ty) {
            return Err((path(), CloudCause::Value(plain)));
        }
        values.insert(attribute.id, plain);
    }
    Ok((values, binding))
}

/// Whether a value is of the type: a Number as a number or in digits, dates as texts.
fn fits(value: &Json, plain: &str, ty: &Type) -> bool {
    let kind = match ty {
        Type::Number => value.is_number() || value.is_string(),
        Type::TrueFalse => value.is_boolean() || value.is_string(),
        Type::Text | Type::DateTime | Type::EntityReference(_) => value.is_string(),
    };
    kind && (plain.is_empty() || Value::parse(plain, ty, &TimeZone::UTC).is_ok())
}

fn text<'e>(event: &'e Map<String, Json>, name: &str) -> Result<&'e str, Flaw> {
    let found = event.get(name).and_then(Json::as_str).filter(|text| !text.is_empty());
    found.ok_or_else(|| (format!(".{name}"), CloudCause::NoText))
}
