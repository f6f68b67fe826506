//! A workspace compiled for running: flat arrays of indices. Strings, ids and
//! maps stay outside of the loop; ids are kept only to name counts afterwards.
//!
//! **Invariant:** every index in a plan points into the plan; [`NONE`] stands
//! for nothing where that is allowed.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::engine::behave::Model;
use crate::engine::cell::Pool;
use crate::engine::condition::{Conditions, Lookup};
use crate::engine::tables::Tables;
use crate::model::distribution::DistributionError;
use crate::model::flow::Flow;
use crate::model::id::{
    AttributeId, BranchId, ExitId, FieldId, JourneyId, ModelId, SegmentId, TileId, TriggerId,
};
use crate::model::journey::Interaction;
use crate::model::predicate::PredicateError;
use crate::model::resolve::SourceError;
use crate::model::time::TimeError;
use crate::model::tree::Slot;
use crate::model::value::{Type, ValueError};
use crate::model::workspace::Workspace;

pub(crate) use crate::engine::compile::Mapped;

/// Everything that reacts in a run, ready to run.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub(crate) pool: Pool,
    pub(crate) fields: Vec<(FieldId, Type)>,
    pub(crate) triggers: Vec<Trigger>,
    /// The attributes of all triggers in a row.
    pub(crate) attributes: Vec<(AttributeId, Type)>,
    /// In the order of their ids.
    pub(crate) journeys: Vec<Journey>,
    pub(crate) tiles: Vec<Tile>,
    pub(crate) branches: Vec<Branch>,
    pub(crate) mappings: Vec<Mapped>,
    pub(crate) messages: Vec<Message>,
    pub(crate) exits: Vec<Exit>,
    /// The segments that entries take and exclude; those of a journey in a row.
    pub(crate) segments: Vec<Group>,
    /// The schedules, in the order of their journeys.
    pub(crate) schedules: Vec<Schedule>,
    pub(crate) conditions: Conditions,
    pub(crate) tables: Tables,
    pub(crate) flows: Vec<Arc<Flow>>,
    /// The behaviour models that the run takes, and those whose occasion is its start.
    pub(crate) models: Vec<Model>,
    pub(crate) starting: Vec<u32>,
    /// For each message, the models whose occasion is its sending; empty without any.
    pub(crate) answering: Vec<Vec<u32>>,
    /// What draws start from.
    pub(crate) seed: u64,
    /// Journeys that would begin but are not live.
    pub(crate) dormant: Vec<JourneyId>,
    /// How many counters the exits from tiles need.
    pub(crate) tile_exits: u32,
    /// How many counters the exits from journeys need.
    pub(crate) journey_exits: u32,
}

/// No tile, trigger or place.
pub(crate) const NONE: u32 = u32::MAX;
/// From here on, but for [`NONE`], a trigger stands for an interaction with a message.
pub(crate) const INTERACTION: u32 = 1 << 31;

/// A trigger and what listens to it.
#[derive(Debug, Clone)]
pub(crate) struct Trigger {
    pub id: TriggerId,
    pub first_attribute: u32,
    pub attributes: u32,
    /// Journeys that it starts.
    pub entries: Vec<u32>,
    /// Journeys that it would start if they were live.
    pub dormant: Vec<u32>,
    pub flows: Vec<u32>,
    /// Behaviour models whose occasion it is.
    pub models: Vec<u32>,
    /// Whether a goal, an exit criterion or a wait listens to it.
    pub has_goals: bool,
    pub has_exits: bool,
    pub has_waits: bool,
}

/// A journey that reacts.
#[derive(Debug, Clone)]
pub(crate) struct Journey {
    pub id: JourneyId,
    /// The Entry tile; it is the last of the journey's tiles.
    pub entry: u32,
    /// The condition of the entry.
    pub condition: u32,
    pub repeat: Repeat,
    /// Members of these segments do not enter.
    pub exclusions: Range<u32>,
    /// The first version of the journey that reacts: what counts for all versions counts there.
    pub first_version: u32,
    /// From when until when entries are for this version.
    pub takes: Range<i64>,
    /// From when contacts may enter, and from when no longer, in milliseconds.
    pub opens: i64,
    pub closes: i64,
    /// The trigger that meets the goal, or [`NONE`].
    pub goal: u32,
    pub goal_condition: u32,
    pub first_exit: u32,
    pub exits: u32,
    /// Whether one of them is about a segment.
    pub leaves_by_segment: bool,
    /// How many received triggers an instance keeps for later.
    pub slots: u32,
    /// The first counter of its exits: expired, then each exit criterion.
    pub exit_counter: u32,
}

/// When a contact may enter again (rule A6).
#[derive(Debug, Clone, Copy)]
pub(crate) enum Repeat {
    Never,
    /// When so many milliseconds have passed since the last entry.
    After(i64),
}

/// A tile.
#[derive(Debug, Clone)]
pub(crate) struct Tile {
    pub id: TileId,
    pub kind: Kind,
    /// The tile after it, or [`NONE`] at the end of the journey.
    pub next: u32,
    /// The first counter of exits from it, in the order of the journey's.
    pub exit_counter: u32,
}

/// What a tile does.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// Keeps the trigger in that slot, unless it is [`NONE`].
    Entry { slot: u32 },
    /// Tries so many branches from `first` on; the one after them is Other.
    Branch { first: u32, count: u32 },
    /// Waits for what so many branches from `first` on are for, up to `limit`
    /// milliseconds; the one after them is Other, or No.
    WaitFor { first: u32, count: u32, limit: i64 },
    /// Waits for so many milliseconds.
    Wait(i64),
    /// Waits until then.
    Until(i64),
    /// Waits until so many milliseconds after a date; negative: before.
    Around { date: Lookup, shift: i64 },
    /// Raises the trigger, or [`NONE`], with the mappings from `first` on and that `bindingId`.
    Raise { trigger: u32, first: u32, binding: Lookup },
    /// Sends the message of that index.
    Message(u32),
    /// Draws one of so many branches from `first` on.
    Split { first: u32, count: u32 },
    /// Ends the journey.
    Exit,
}

/// A message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Message {
    /// The index of its tile.
    pub tile: u32,
    /// Where it is sent.
    pub to: Lookup,
    /// The slot that tells an instance that was sent it, or [`NONE`].
    pub slot: u32,
}

/// A branch of a tile.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Branch {
    pub tile: TileId,
    pub slot: Slot,
    /// What a contact takes it for.
    pub on: On,
    pub condition: u32,
    /// The tile that it leads to, or [`NONE`] at the end of the journey.
    pub to: u32,
}

/// What a contact takes a branch for, besides its condition.
#[derive(Debug, Clone, Copy)]
pub(crate) enum On {
    /// Nothing else.
    Arrival,
    /// The trigger, which is kept in that slot unless it is [`NONE`].
    Trigger { trigger: u32, slot: u32 },
    /// An interaction, as [`interaction`] numbers them, with a message that the
    /// instance was sent: that slot says so.
    Interaction { number: u32, slot: u32 },
    /// A draw below so many ten-billionths of a percent.
    Below(i64),
}

/// The number of an interaction with the message of that index.
pub(crate) fn interaction(message: u32, kind: Interaction) -> u32 {
    INTERACTION | (message * 3 + kind as u32)
}

/// The message and the interaction of a number.
pub(crate) fn interaction_of(number: u32) -> (u32, Interaction) {
    let number = number & !INTERACTION;
    (number / 3, Interaction::ALL[number as usize % 3])
}

/// An exit criterion.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exit {
    /// Or [`NONE`], for one about a segment.
    pub trigger: u32,
    /// Of the listener, or of the segment.
    pub condition: u32,
    /// Of one about a segment.
    pub segment: Option<SegmentId>,
}

/// A segment as one journey looks at it: dates are in the journey's time zone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    pub id: SegmentId,
    pub condition: u32,
}

/// When a journey takes the members of its segments in.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub journey: u32,
    /// The segments.
    pub segments: Range<u32>,
    /// The first run, in milliseconds.
    pub at: i64,
    /// How many milliseconds after one run comes the next; none: it runs once.
    pub every: Option<i64>,
    /// All runs, where it recurs by months (rule T8): the first and those after it.
    pub runs: Vec<i64>,
    /// The end of the journey: one that recurs does not run from then on.
    pub ends: i64,
}

/// Why a workspace cannot run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanError {
    /// In which journey; none where it is a behaviour model.
    pub journey: Option<JourneyId>,
    /// Where in it.
    pub place: PlanPlace,
    /// What is wrong.
    pub cause: PlanCause,
}

/// Where something cannot run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPlace {
    /// Its own settings.
    Settings,
    /// Its goal.
    Goal,
    /// An exit criterion.
    Exit(ExitId),
    /// A tile, the Entry included.
    Tile(TileId),
    /// A branch of a tile.
    Branch(TileId, BranchId),
    /// A behaviour model.
    Model(ModelId),
}

/// What cannot run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanCause {
    /// There is no such time zone.
    #[error("there is no time zone `{0}`")]
    TimeZone(String),
    /// The start or the end of the journey is not a date.
    #[error("start or end: {0}")]
    Period(TimeError),
    /// The moment of a wait or of a schedule is not a date.
    #[error("{0}")]
    Moment(TimeError),
    /// The date of a wait names nothing.
    #[error("{0}")]
    DateSource(SourceError),
    /// What a wait is to wait around is not a date.
    #[error("not a date: {0:?}")]
    NotADate(Type),
    /// There is no such segment.
    #[error("there is no segment {0}")]
    Segment(SegmentId),
    /// A row of a segment's condition, counted from 0, looks at something else than the contact.
    #[error("segment {0}, row {1}: only fields of the contact can be looked at")]
    NotAField(SegmentId, usize),
    /// There is no such trigger.
    #[error("there is no trigger {0}")]
    Trigger(TriggerId),
    /// A row of a condition, counted from 0, does not say what it looks at.
    #[error("row {0} does not say what to look at")]
    NoSource(usize),
    /// A row of a condition, counted from 0, looks at nothing.
    #[error("row {0}: {1}")]
    RowSource(usize, SourceError),
    /// A row of a condition, counted from 0, cannot be decided.
    #[error("row {0}: {1}")]
    Row(usize, PredicateError),
    /// A mapping is for an attribute that the trigger does not have.
    #[error("the trigger has no attribute {0}")]
    Attribute(AttributeId),
    /// A mapping's path names nothing.
    #[error("attribute {0}: {1}")]
    MappingSource(AttributeId, SourceError),
    /// A mapping's path is of another type than the attribute (rule M2).
    #[error("attribute {attribute}: {found:?} where {wanted:?} is wanted")]
    MappingType {
        /// The attribute.
        attribute: AttributeId,
        /// Its type.
        wanted: Type,
        /// The type of what is mapped to it.
        found: Type,
    },
    /// The `bindingId` of a tile names nothing.
    #[error("bindingId: {0}")]
    BindingSource(SourceError),
    /// The `bindingId` of a tile is no text.
    #[error("bindingId: {0:?} where a text is wanted")]
    BindingType(Type),
    /// A fixed value is not one of the attribute's type.
    #[error("attribute {0}: {1}")]
    Fixed(AttributeId, ValueError),
    /// A probability that is none.
    #[error("the probability is not from 0 to 100 per cent")]
    Percent,
    /// A delay that cannot be.
    #[error("the delay cannot be")]
    Delay,
    /// A distribution gives no values of the attribute's type.
    #[error("attribute {0}: {1}")]
    Drawn(AttributeId, DistributionError),
    /// Where a message is sent names nothing.
    #[error("where the message is sent: {0}")]
    Recipient(SourceError),
    /// Where a message is sent is not a text.
    #[error("where the message is sent: {0:?} where a text is wanted")]
    RecipientType(Type),
    /// The tile of an interaction is not a message of the journey.
    #[error("there is no message {0} in this journey")]
    Message(TileId),
    /// The percentages of a split do not make 100, or one is negative.
    #[error("the percentages do not add up to 100")]
    Shares,
}

impl std::error::Error for PlanError {}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(journey) = self.journey {
            write!(f, "journey {journey}, ")?;
        }
        write!(f, "{:?}: {}", self.place, self.cause)
    }
}

impl Plan {
    /// Compiles what reacts in a run of `workspace` (rule A8). All errors at once.
    pub fn compile(workspace: &Workspace) -> Result<Self, Vec<PlanError>> {
        crate::engine::compile::compile(workspace)
    }
}

impl PlanError {
    /// The tile where it is, if it is at one.
    pub fn tile(&self) -> Option<TileId> {
        match self.place {
            PlanPlace::Tile(tile) | PlanPlace::Branch(tile, _) => Some(tile),
            PlanPlace::Settings | PlanPlace::Goal | PlanPlace::Exit(_) | PlanPlace::Model(_) => {
                None
            }
        }
    }
}
