//! A journey is a structured program (rule S2): an Entry, then a sequence of
//! tiles; a tile with branches owns its branches, each a sequence. There are no
//! links and no positions, so there can be no loops and no dangling ends.

use std::collections::BTreeMap;

use crate::model::condition::{Condition, Source};
use crate::model::decimal::Decimal;
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::id::{AttributeId, BranchId, ExitId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::time::{DAY, Duration};
use crate::model::trigger::AudienceKind;
use crate::model::wait::WaitUntil;

/// A journey with all its settings (rule S6) and tiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// Its id; ascending ids are the document order.
    pub id: JourneyId,
    /// Display name, at most [`MAX_NAME`] characters, unique in the workspace.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Where it is in its life (rule S5).
    pub state: JourneyState,
    /// Whom it is about.
    pub audience: AudienceKind,
    /// IANA name of the zone in which its local times are read.
    pub time_zone: String,
    /// From when contacts may enter: as [`Moment`](crate::model::time::Moment) reads it; empty: always.
    pub start: String,
    /// From when contacts may no longer enter; empty: never.
    pub end: String,
    /// What starts it.
    pub entry: Entry,
    /// What it is to achieve.
    pub goal: Option<Goal>,
    /// What ends it for a contact before its last tile.
    pub exits: Vec<ExitCriterion>,
    /// What follows the entry.
    pub tiles: Sequence,
}

/// Tiles that a contact goes through one after the other.
pub type Sequence = Vec<Tile>;

/// Where a journey is in its life (rule S5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum JourneyState {
    #[default]
    Draft,
    Scheduled,
    Live,
    LiveEditing,
    Paused,
    Completed,
    Stopped,
}

impl JourneyState {
    /// All states, in the order of life.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Scheduled,
        Self::Live,
        Self::LiveEditing,
        Self::Paused,
        Self::Completed,
        Self::Stopped,
    ];

    /// Whether it reacts to triggers now (rule A8).
    pub fn is_live(self) -> bool {
        matches!(self, Self::Live | Self::LiveEditing)
    }
}

/// The Entry tile: what starts the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id of the Entry tile.
    pub id: TileId,
    /// What lets contacts in.
    pub by: EntryBy,
    /// Members of these segments do not enter, whatever lets them in (rule A4).
    pub exclusions: Vec<SegmentId>,
}

/// A trigger that something waits for, and for which of its values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listener {
    /// The trigger; none is chosen yet in an unfinished journey.
    pub trigger: Option<TriggerId>,
    /// What must hold for it to count.
    pub condition: Condition,
}

/// Whether a contact may enter again (rule A6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeat {
    /// Never again.
    #[default]
    Never,
    /// At once: several instances of one contact may run.
    AtOnce,
    /// When so much time has passed since the last entry.
    After(Duration),
}

/// What a journey is to achieve. Meeting it does not end the journey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// What meets it.
    pub on: Listener,
    /// How often it should be met.
    pub target: Option<Target>,
}

/// How often a goal should be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// By so many instances.
    Count(u32),
    /// By so many percent of those that entered, above 0 and up to 100.
    Share(Decimal),
}

/// What ends the journey for a contact wherever it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitCriterion {
    /// Its id.
    pub id: ExitId,
    /// What ends it.
    pub on: ExitOn,
}

/// One tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its id, unique in the workspace.
    pub id: TileId,
    /// Its own name; empty: it is called after what it does.
    pub name: String,
    /// What it does.
    pub kind: TileKind,
}

/// What a tile does, with its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TileKind {
    /// Evaluates named conditions in their order, on arrival; the first that holds wins (rule C4).
    AttributeBranch {
        /// 1 to [`MAX_BRANCHES`].
        branches: Vec<Branch>,
        /// Taken when none holds. It is called No when there is one branch.
        other: Sequence,
    },
    /// If/then: waits for a trigger up to a time limit.
    WaitForTrigger {
        /// What it waits for.
        on: Listener,
        /// Counted from arrival, at most [`MAX_WAIT`].
        limit: Duration,
        /// Taken at once when the trigger comes.
        yes: Sequence,
        /// Taken when the limit has passed.
        no: Sequence,
    },
    /// Waits, and goes on at once when the time has come already (rule T4).
    Wait(WaitUntil),
    /// Raises a trigger and goes on at once.
    CustomTrigger {
        /// The trigger that is raised.
        trigger: Option<TriggerId>,
        /// Where the value of each attribute comes from (rule M1).
        mappings: BTreeMap<AttributeId, Mapping>,
        /// Where the optional built-in `bindingId` comes from (rule S4); none: it is empty.
        binding: Option<Mapping>,
    },
    /// Ends the journey for the contact.
    Exit,
}

/// A branch of an Attribute branch tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its id.
    pub id: BranchId,
    /// Its name; empty: "Yes" when it is the only one.
    pub name: String,
    /// When it is taken.
    pub condition: Condition,
    /// What is on it.
    pub tiles: Sequence,
}

/// Where the value of an attribute comes from (rule M1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mapping {
    /// A text that [`Value::parse`](crate::model::value::Value::parse) reads as the attribute's type.
    Fixed(String),
    /// A value that is looked up when the tile runs.
    Attribute(Source),
}

/// The most characters in the name of a journey.
pub const MAX_NAME: usize = 150;
/// The most branches of an Attribute branch tile, Other not counted.
pub const MAX_BRANCHES: usize = 25;
/// The deepest nesting of tiles with branches.
pub const MAX_DEPTH: usize = 8;
/// The deepest nesting that an editor makes: what files of a journey are sure to hold.
pub const MAX_EDITED_DEPTH: usize = 20;
/// The longest wait or time limit, in milliseconds: 90 days.
pub const MAX_WAIT: i64 = 90 * DAY;
/// How long an instance lasts at most, in milliseconds: 365 days (rule T5).
pub const MAX_INSTANCE: i64 = 365 * DAY;

impl TileKind {
    /// The sequences that it owns, in the order in which they are drawn.
    pub fn sequences(&self) -> Vec<&Sequence> {
        match self {
            Self::AttributeBranch { branches, other } => {
                branches.iter().map(|branch| &branch.tiles).chain([other]).collect()
            }
            Self::WaitForTrigger { yes, no, .. } => vec![yes, no],
            Self::Wait(_) | Self::CustomTrigger { .. } | Self::Exit => Vec::new(),
        }
    }

    /// As [`sequences`](Self::sequences), to change them.
    pub fn sequences_mut(&mut self) -> Vec<&mut Sequence> {
        match self {
            Self::AttributeBranch { branches, other } => {
                branches.iter_mut().map(|branch| &mut branch.tiles).chain([other]).collect()
            }
            Self::WaitForTrigger { yes, no, .. } => vec![yes, no],
            Self::Wait(_) | Self::CustomTrigger { .. } | Self::Exit => Vec::new(),
        }
    }

    /// The trigger that the tile waits for and its condition.
    pub fn listener(&self) -> Option<&Listener> {
        match self {
            Self::WaitForTrigger { on, .. } => Some(on),
            _ => None,
        }
    }
}
