//! Traces of single contacts, as JSON and as CSV.
//!
//! **Invariant:** the JSON is canonical, and reading what was written gives the
//! same trace.

use serde::{Deserialize, Serialize, Serializer};

use crate::engine::report::{ExitReason, Refusal};
use crate::engine::trace::{
    FlowDecision, FlowStep, FlowTried, Instance, Mapped, Origin, Placement, Step, Trace, Tried,
    TriedRow, What,
};
use crate::format::remote::{Reason, RunFileError, as_mirror, read, write};
use crate::format::report::{csv_text, refusal_name};
use crate::model::condition::{Comparison, Operator, Source};
use crate::model::decimal::Decimal;
use crate::model::flow::{FlowRow, FlowSource};
use crate::model::id::{
    AttributeId, FlowId, JourneyId, ModelId, SegmentId, StepId, TileId, TriggerId,
};
use crate::model::journey::Interaction;
use crate::model::time::Instant;
use crate::model::tree::Slot;
use crate::model::value::Value;

const FORMAT: &str = "parcours.trace";

/// The trace as JSON.
pub fn write_trace(trace: &Trace) -> String {
    write(FORMAT, trace)
}

/// The trace as one line of JSON, without a header: one of many in a file.
pub fn trace_line(trace: &Trace) -> String {
    serde_json::to_string(trace).unwrap_or_default()
}

/// Reads a trace from JSON.
///
/// # Errors
///
/// Whatever [`write_trace`] cannot have written.
pub fn read_trace(text: &str) -> Result<Trace, RunFileError> {
    read(FORMAT, text)
}

/// The trace as CSV: a row `contact,at,instance,journey,tile,what,subject,detail`
/// for each step; ids, and values as texts.
pub fn trace_csv(trace: &Trace) -> String {
    let header = ["contact", "at", "instance", "journey", "tile", "what", "subject", "detail"];
    let mut rows = vec![header.map(String::from)];
    for step in &trace.steps {
        let place =
            |text: fn(&Placement) -> String| step.place.as_ref().map(text).unwrap_or_default();
        let (what, subject, detail) = told(&step.what);
        rows.push([
            trace.contact.clone(),
            step.at.to_string(),
            place(|place| place.instance.number.to_string()),
            place(|place| place.instance.journey.to_string()),
            place(|place| place.tile.to_string()),
            what.to_owned(),
            subject,
            detail,
        ]);
    }
    csv_text(&rows)
}

/// A step in words: what happened, to what, and how.
fn told(what: &What) -> (&'static str, String, String) {
    let none = String::new;
    match what {
        What::Received { trigger, model, values, .. } => {
            let values = values.iter().map(|(id, value)| assigned(*id, value.as_ref()));
            let model = model.map(|model| format!("model={model}"));
            let values = model.into_iter().chain(values);
            ("received", trigger.to_string(), joined(values))
        }
        What::Interacted { message, kind } => {
            ("interacted", message.to_string(), kind.name().to_owned())
        }
        What::Entered { trigger, tried } => ("entered", trigger.to_string(), rows(tried)),
        What::Taken { segment, tried } => ("taken", segment.to_string(), rows(tried)),
        What::Refused { journey, reason, tried } => {
            let why = tried.iter().map(rows);
            let detail = joined([refusal_name(*reason).to_owned()].into_iter().chain(why));
            ("refused", journey.to_string(), detail)
        }
        What::Arrived => ("arrived", none(), none()),
        What::Branched { slot, tried } => {
            ("branched", slot.to_string(), joined(tried.iter().map(|(_, tried)| rows(tried))))
        }
        What::NotWaiting { until } => {
            ("not waiting", none(), until.map(|at| at.to_string()).unwrap_or_default())
        }
        What::Waiting { until } => ("waiting", none(), until.to_string()),
        What::OtherBinding { trigger, own, binding } => {
            let came = binding.as_deref().unwrap_or_default();
            ("other binding", trigger.to_string(), format!("{came} is not {own}"))
        }
        What::Split { slot, drawn } => ("split", slot.to_string(), drawn.to_string()),
        What::Sent { to } => ("sent", none(), to.to_string()),
        What::NotSent => ("not sent", none(), none()),
        What::Ignored { trigger, slot, tried } => {
            ("ignored", trigger.to_string(), joined([slot.to_string(), rows(tried)]))
        }
        What::Resolved { trigger, slot, tried } => {
            ("resolved", trigger.to_string(), joined([slot.to_string(), rows(tried)]))
        }
        What::Answered { message, kind, slot } => {
            ("answered", message.to_string(), joined([slot.to_string(), kind.name().to_owned()]))
        }
        What::TimedOut => ("timed out", none(), none()),
        What::Waited => ("waited", none(), none()),
        What::Raised { trigger, values, .. } => ("raised", trigger.to_string(), mapped(values)),
        What::Failed { trigger, values } => ("failed", trigger.to_string(), mapped(values)),
        What::LoopCut { trigger, tiles } => {
            ("loop cut", trigger.to_string(), joined(tiles.iter().map(TileId::to_string)))
        }
        What::GoalMet { trigger, tried } => ("goal met", trigger.to_string(), rows(tried)),
        What::Exited { reason, tried } => {
            ("exited", Reason(*reason).to_string(), joined(tried.iter().map(rows)))
        }
        What::Completed => ("completed", none(), none()),
        What::FlowRan { flow, steps } => {
            ("flow ran", flow.to_string(), joined(steps.iter().map(flow_step)))
        }
        What::StillInside => ("still inside", none(), none()),
    }
}

/// The values that the rows of a condition saw.
fn rows(tried: &Tried) -> String {
    let rows = tried.rows.iter();
    joined(rows.map(|row| {
        let Comparison { operator, operands, .. } = &row.comparison;
        compared(row.value.as_ref(), *operator, operands, row.held)
    }))
}

fn compared(value: Option<&Value>, operator: Operator, operands: &[String], held: bool) -> String {
    let value = value.map(Value::to_string).unwrap_or_default();
    let held = if held { "holds" } else { "does not hold" };
    let operands = operands.join(", ");
    format!("{} {held}", [value.as_str(), operator.name(), operands.as_str()].join(" ").trim())
}

/// What a step of a flow read, or which branch it took and why.
fn flow_step(step: &FlowStep) -> String {
    let inputs = step.inputs.iter().map(|(name, value)| assigned(name, value.as_ref()));
    let decided = step.decided.iter().map(|decided| {
        let rows = decided.rows.iter().map(|tried| {
            let FlowRow { operator, operands, .. } = &tried.row;
            compared(tried.value.as_ref(), *operator, operands, tried.held)
        });
        let branch = if decided.held { "yes" } else { "no" };
        joined([format!("{} {branch}", step.step)].into_iter().chain(rows))
    });
    joined(inputs.chain(decided))
}

fn mapped(values: &[Mapped]) -> String {
    joined(values.iter().map(|mapped| assigned(mapped.attribute, mapped.value.as_ref())))
}

fn assigned(name: impl std::fmt::Display, value: Option<&Value>) -> String {
    format!("{name}={}", value.map(Value::to_string).unwrap_or_default())
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

as_mirror!(Trace as TraceMirror, Placement as PlacementMirror, Instance as InstanceMirror);
as_mirror!(Tried as TriedMirror, TriedRow as TriedRowMirror, Mapped as MappedMirror);
as_mirror!(Origin as OriginMirror, FlowStep as FlowStepMirror);
as_mirror!(FlowDecision as FlowDecisionMirror, FlowTried as FlowTriedMirror);
as_mirror!(FlowRow as FlowRowMirror, FlowSource as FlowSourceMirror);

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        StepMirror::serialize(self, to)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Trace")]
struct TraceMirror {
    contact: String,
    steps: Vec<Step>,
}

/// How a step is written; how it is read stands in [`step`](crate::format::step).
#[derive(Serialize)]
#[serde(remote = "Step")]
struct StepMirror {
    at: Instant,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Placement>,
    #[serde(flatten, with = "WhatMirror")]
    what: What,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Placement")]
struct PlacementMirror {
    instance: Instance,
    tile: TileId,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Instance")]
struct InstanceMirror {
    number: u32,
    journey: JourneyId,
}

#[derive(Serialize)]
#[serde(remote = "What", tag = "what", rename_all = "camelCase")]
enum WhatMirror {
    Received {
        trigger: TriggerId,
        #[serde(skip_serializing_if = "Option::is_none")]
        model: Option<ModelId>,
        values: Vec<(AttributeId, Option<Value>)>,
        #[serde(rename = "bindingId", skip_serializing_if = "Option::is_none")]
        binding: Option<String>,
        started: Vec<Instance>,
    },
    Interacted {
        message: TileId,
        kind: Interaction,
    },
    Entered {
        trigger: TriggerId,
        tried: Tried,
    },
    Taken {
        segment: SegmentId,
        tried: Tried,
    },
    Refused {
        journey: JourneyId,
        reason: Refusal,
        tried: Option<Tried>,
    },
    Arrived,
    Branched {
        slot: Slot,
        tried: Vec<(Slot, Tried)>,
    },
    NotWaiting {
        until: Option<Instant>,
    },
    Split {
        slot: Slot,
        drawn: Decimal,
    },
    Sent {
        to: Value,
    },
    NotSent,
    Waiting {
        until: Instant,
    },
    Ignored {
        trigger: TriggerId,
        slot: Slot,
        tried: Tried,
    },
    OtherBinding {
        trigger: TriggerId,
        own: String,
        #[serde(rename = "bindingId", skip_serializing_if = "Option::is_none")]
        binding: Option<String>,
    },
    Resolved {
        trigger: TriggerId,
        slot: Slot,
        tried: Tried,
    },
    Answered {
        message: TileId,
        kind: Interaction,
        slot: Slot,
    },
    TimedOut,
    Waited,
    Raised {
        trigger: TriggerId,
        values: Vec<Mapped>,
        #[serde(rename = "bindingId", skip_serializing_if = "Option::is_none")]
        binding: Option<String>,
        started: Vec<Instance>,
    },
    Failed {
        trigger: TriggerId,
        values: Vec<Mapped>,
    },
    LoopCut {
        trigger: TriggerId,
        tiles: Vec<TileId>,
    },
    GoalMet {
        trigger: TriggerId,
        tried: Tried,
    },
    Exited {
        reason: ExitReason,
        tried: Option<Tried>,
    },
    Completed,
    FlowRan {
        flow: FlowId,
        steps: Vec<FlowStep>,
    },
    StillInside,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Tried")]
struct TriedMirror {
    held: bool,
    rows: Vec<TriedRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TriedRow")]
struct TriedRowMirror {
    comparison: Comparison,
    value: Option<Value>,
    held: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Mapped")]
struct MappedMirror {
    attribute: AttributeId,
    from: Origin,
    value: Option<Value>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Origin", rename_all = "camelCase")]
enum OriginMirror {
    Fixed,
    Path(Source),
    Unmapped,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FlowStep")]
struct FlowStepMirror {
    step: StepId,
    inputs: Vec<(String, Option<Value>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decided: Option<FlowDecision>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FlowDecision")]
struct FlowDecisionMirror {
    held: bool,
    rows: Vec<FlowTried>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FlowTried")]
struct FlowTriedMirror {
    row: FlowRow,
    value: Option<Value>,
    held: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FlowRow")]
struct FlowRowMirror {
    source: Option<FlowSource>,
    operator: Operator,
    operands: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FlowSource", rename_all = "camelCase")]
enum FlowSourceMirror {
    Attribute(AttributeId),
    ProfileId,
    UserAuthId,
    SignalTime,
    IngestionTime,
    BindingId,
    Variable(StepId),
}
