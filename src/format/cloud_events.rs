//! Activations as CloudEvents 1.0, in the JSON format, batched: what a run raised goes
//! out, and what another system recorded comes in.
//!
//! An activation is one event: its type is the unique name of the trigger, its subject
//! what the contact is called, its time the instant, and its data the attributes by
//! their names in code. An event that a tile raised says so in the attribute
//! `raisedby`; one that a behaviour model made, in `madeby`.
//!
//! **Invariant:** what came from outside in a run, written and read, is the same again.

mod read;

use serde_json::{Map, Number, Value as Json, json};

use crate::engine::trace::{Trace, What};
use crate::model::id::{AttributeId, TriggerId};
use crate::model::time::Instant;
use crate::model::trigger::PREFIX;
use crate::model::value::Value;
use crate::model::workspace::Workspace;

pub use read::{CloudCause, CloudError, CloudIssue, CloudReading, Recorded, read_cloud_events};

/// The version of the specification.
const VERSION: &str = "1.0";
/// The tile that raised it.
const RAISED_BY: &str = "raisedby";
/// The behaviour model that made it.
const MADE_BY: &str = "madeby";
/// The name of the built-in `bindingId` in the data.
const BINDING_ID: &str = "msdynmkt_bindingid";
/// The media type of a batch.
pub const MEDIA_TYPE: &str = "application/cloudevents-batch+json";
/// The name of a file of events ends so.
pub const ENDING: &str = "cloudevents.json";

/// The activations in the way of one contact, each as a line of JSON without its end.
pub fn cloud_events_of(workspace: &Workspace, trace: &Trace) -> Vec<String> {
    let mut lines = Vec::new();
    for step in &trace.steps {
        let (trigger, values, binding, by): (TriggerId, Vec<Given<'_>>, _, _) = match &step.what {
            What::Received { trigger, model, values, binding, .. } => {
                let values = values.iter().map(|(id, value)| (*id, value.as_ref()));
                let by = model.map(|model| (MADE_BY, model.to_string()));
                (*trigger, values.collect(), binding, by)
            }
            What::Raised { trigger, values, binding, .. } => {
                let values = values.iter().map(|one| (one.attribute, one.value.as_ref()));
                let by = step.place.map(|place| (RAISED_BY, place.tile.to_string()));
                (*trigger, values.collect(), binding, by)
            }
            _ => continue,
        };
        let number = lines.len() + 1;
        let mut event = event(workspace, &trace.contact, number, step.at, trigger);
        if let Some((name, id)) = by {
            event[name] = id.into();
        }
        event["data"] = data(workspace, trigger, &values, binding.as_deref());
        lines.push(event.to_string());
    }
    lines
}

/// A batch of events that are each a line.
pub fn batch<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    let lines: Vec<&str> = lines.into_iter().collect();
    if lines.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}

type Given<'v> = (AttributeId, Option<&'v Value>);

/// An event without its data: the contact and its number in the contact's way make the
/// id, which is unique beside the source.
fn event(
    workspace: &Workspace,
    contact: &str,
    number: usize,
    at: Instant,
    trigger: TriggerId,
) -> Json {
    let settings = &workspace.settings;
    let url = settings.environment_url.trim();
    // A source is a reference to a URI: an address, or a path of ours.
    let is_address = !url.is_empty() && !url.contains(char::is_whitespace);
    let source = if is_address { url } else { "/parcours" };
    let trigger = workspace.triggers.get(&trigger);
    let ty = trigger.map(|trigger| trigger.unique_name.as_str()).unwrap_or_default();
    json!({
        "specversion": VERSION,
        "id": format!("{contact}-{number}"),
        "source": source,
        "type": ty,
        "subject": contact,
        "time": at.to_string(),
        "datacontenttype": "application/json",
    })
}

fn data(
    workspace: &Workspace,
    trigger: TriggerId,
    values: &[Given<'_>],
    binding: Option<&str>,
) -> Json {
    let mut data = Map::new();
    let trigger = workspace.triggers.get(&trigger);
    let parameters = trigger.map(|trigger| trigger.parameters()).unwrap_or_default();
    for (attribute, name) in parameters {
        let value = values.iter().find(|(id, _)| *id == attribute.id);
        if let Some((_, Some(value))) = value {
            data.insert(format!("{PREFIX}{name}"), json_of(value));
        }
    }
    if let Some(binding) = binding {
        data.insert(BINDING_ID.into(), binding.into());
    }
    Json::Object(data)
}

fn json_of(value: &Value) -> Json {
    match value {
        Value::TrueFalse(value) => (*value).into(),
        // As a number only where readers get the same digits back.
        Value::Number(number) => {
            let text = number.to_string();
            let same = |read: &Number| read.to_string() == text;
            let read = serde_json::from_str::<Number>(&text).ok().filter(same);
            read.map_or_else(|| text.into(), Json::Number)
        }
        other => other.to_string().into(),
    }
}
