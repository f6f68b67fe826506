//! The way of one contact, step by step, with the values that decided each step.
//! It is made on demand by running the one contact again; nothing is stored.

use crate::engine::data::Dataset;
use crate::engine::machine::Machine;
use crate::engine::plan::Plan;
use crate::engine::record::Recording;
use crate::engine::report::{ExitReason, Refusal};
use crate::engine::run::Window;
use crate::model::condition::{Comparison, Source};
use crate::model::decimal::Decimal;
use crate::model::flow::FlowRow;
use crate::model::id::{
    AttributeId, FlowId, JourneyId, ModelId, SegmentId, StepId, TileId, TriggerId,
};
use crate::model::journey::Interaction;
use crate::model::time::Instant;
use crate::model::tree::Slot;
use crate::model::value::Value;

/// Everything that happened to one contact, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trace {
    /// What the contact is called.
    pub contact: String,
    /// What happened.
    pub steps: Vec<Step>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When.
    pub at: Instant,
    /// In which run of a journey; none for what happens outside of journeys.
    pub place: Option<Placement>,
    /// What.
    pub what: What,
}

/// An instance, and the tile where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The instance and its journey.
    pub instance: Instance,
    /// The tile.
    pub tile: TileId,
}

/// One run of a journey for the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instance {
    /// Counted from 1, over all journeys, in the order in which they began.
    pub number: u32,
    /// Its journey.
    pub journey: JourneyId,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A trigger came from outside.
    Received {
        /// Which.
        trigger: TriggerId,
        /// The behaviour model that made it; none: it is recorded.
        model: Option<ModelId>,
        /// Its attributes in their order.
        values: Vec<(AttributeId, Option<Value>)>,
        /// Its `bindingId`, if it has one.
        binding: Option<String>,
        /// The instances that began through it.
        started: Vec<Instance>,
    },
    /// The contact did something with a message.
    Interacted {
        /// Its tile.
        message: TileId,
        /// What.
        kind: Interaction,
    },
    /// An instance began, at the Entry.
    Entered {
        /// Through which trigger.
        trigger: TriggerId,
        /// The condition of the entry.
        tried: Tried,
    },
    /// An instance began, at the Entry, through the schedule of its journey.
    Taken {
        /// The first segment of the entry that the contact belongs to.
        segment: SegmentId,
        /// The condition of the segment.
        tried: Tried,
    },
    /// A journey whose entry trigger or schedule came did not begin.
    Refused {
        /// Which journey.
        journey: JourneyId,
        /// Why.
        reason: Refusal,
        /// The condition of the entry, or of the segment that is excluded, when that is why.
        tried: Option<Tried>,
    },
    /// It came to the tile.
    Arrived,
    /// It took a branch of an Attribute branch.
    Branched {
        /// Which.
        slot: Slot,
        /// The branches that were tried, in order, the one taken last unless it is Other.
        tried: Vec<(Slot, Tried)>,
    },
    /// It does not wait: the time has come already, or there is no date to wait for.
    NotWaiting {
        /// Until when it would have waited.
        until: Option<Instant>,
    },
    /// A Split drew a branch.
    Split {
        /// Which.
        slot: Slot,
        /// What was drawn, in percent.
        drawn: Decimal,
    },
    /// A message was sent.
    Sent {
        /// Where to.
        to: Value,
    },
    /// A message was not sent: there is no value where it is to be sent.
    NotSent,
    /// It waits.
    Waiting {
        /// Until then at the latest.
        until: Instant,
    },
    /// A trigger that it waits for came, but does not count.
    Ignored {
        /// Which.
        trigger: TriggerId,
        /// For which branch.
        slot: Slot,
        /// Why: the condition.
        tried: Tried,
    },
    /// A trigger that it waits for came, for another binding than its own (rule A9).
    OtherBinding {
        /// Which.
        trigger: TriggerId,
        /// The `bindingId` of the trigger that the instance began with.
        own: String,
        /// The `bindingId` of the trigger that came.
        binding: Option<String>,
    },
    /// A trigger that it waits for came.
    Resolved {
        /// Which.
        trigger: TriggerId,
        /// Which branch it takes.
        slot: Slot,
        /// The condition.
        tried: Tried,
    },
    /// An interaction that it waits for came.
    Answered {
        /// The tile of the message.
        message: TileId,
        /// What.
        kind: Interaction,
        /// Which branch it takes.
        slot: Slot,
    },
    /// The time limit passed: No, or Other.
    TimedOut,
    /// The wait is over.
    Waited,
    /// A tile raised a trigger.
    Raised {
        /// Which.
        trigger: TriggerId,
        /// Each attribute with its value.
        values: Vec<Mapped>,
        /// Its `bindingId`, if it has one.
        binding: Option<String>,
        /// The instances that began through it: the hand-off.
        started: Vec<Instance>,
    },
    /// A tile could not raise a trigger because values are missing (rule M4).
    Failed {
        /// Which.
        trigger: TriggerId,
        /// Each attribute with its value, at least one without.
        values: Vec<Mapped>,
    },
    /// A tile was not let raise a trigger: the chain of activations is a loop (rule A7).
    LoopCut {
        /// The trigger that was not raised.
        trigger: TriggerId,
        /// The tiles of the circle.
        tiles: Vec<TileId>,
    },
    /// The goal of its journey was met.
    GoalMet {
        /// Through which trigger.
        trigger: TriggerId,
        /// The condition.
        tried: Tried,
    },
    /// It was ended.
    Exited {
        /// Why.
        reason: ExitReason,
        /// The condition of the exit criterion or of its segment.
        tried: Option<Tried>,
    },
    /// It came to an end of the journey.
    Completed,
    /// A flow ran.
    FlowRan {
        /// Which.
        flow: FlowId,
        /// What each step that it came to read or decided.
        steps: Vec<FlowStep>,
    },
    /// It is still there at the end of the run.
    StillInside,
}

/// A condition that was looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tried {
    /// Whether it held.
    pub held: bool,
    /// Its rows, in their order.
    pub rows: Vec<TriedRow>,
}

/// A row of a condition that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct TriedRow {
    /// The row.
    pub comparison: Comparison,
    /// The value that was seen.
    pub value: Option<Value>,
    /// Whether it held.
    pub held: bool,
}

/// An attribute that a tile mapped.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapped {
    /// Which.
    pub attribute: AttributeId,
    /// Where its value comes from.
    pub from: Origin,
    /// Its value.
    pub value: Option<Value>,
}

/// Where a mapped value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A fixed value.
    Fixed,
    /// An attribute path.
    Path(Source),
    /// The attribute is not mapped.
    Unmapped,
}

/// What a step of a flow read, or what a condition decided.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowStep {
    /// Which step.
    pub step: StepId,
    /// What it read: the variable, the columns, the settings and headers by name.
    pub inputs: Vec<(String, Option<Value>)>,
    /// What it decided, where it is a condition.
    pub decided: Option<FlowDecision>,
}

/// What a condition in a flow decided: Yes when it held, and No otherwise.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlowDecision {
    /// Whether it held.
    pub held: bool,
    /// Its rows, in their order.
    pub rows: Vec<FlowTried>,
}

/// A row of a condition in a flow that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowTried {
    /// The row.
    pub row: FlowRow,
    /// The value that was seen.
    pub value: Option<Value>,
    /// Whether it held.
    pub held: bool,
}

/// Runs the one contact again and notes every step.
pub fn trace(plan: &Plan, data: &Dataset, contact: u32, window: Window) -> Trace {
    let mut machine = Machine::new(plan, data, window, Recording::default());
    machine.run_contact(contact);
    Trace { contact: data.name(contact).into_owned(), steps: machine.into_recorder().into_steps() }
}
