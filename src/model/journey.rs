//! A journey is a structured program (rule S2): an Entry, then a sequence of
//! tiles; a tile with branches owns its branches, each a sequence. There are no
//! links and no positions, so there can be no loops and no dangling ends.
//!
//! Tiles are shared one by one, and not sequence by sequence: an edit is mostly of one
//! tile, and copying those beside it would copy their texts. A list of them is copied
//! whole, a few bytes for each; a tree of lists would spare that for thousands of tiles in
//! one sequence, which nobody draws, and everybody who reads a sequence would pay for it.

use std::sync::Arc;

use crate::model::condition::{Condition, Source};
use crate::model::decimal::Decimal;
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::id::{AttributeId, BranchId, ExitId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::note::{GroundNote, Note};
use crate::model::sorted::SortedMap;
use crate::model::time::{DAY, Duration};
use crate::model::trigger::AudienceKind;
use crate::model::version::Version;
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
    /// What people leave for each other on the ground (rule S12), in ascending order of id.
    pub notes: Vec<GroundNote>,
    /// Which version of a journey it is (rule S7).
    pub version: Version,
}

impl Journey {
    /// A draft about contacts, in UTC, in which nothing follows the Entry.
    pub fn new(id: JourneyId, name: impl Into<String>, entry: Entry) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            state: JourneyState::Draft,
            audience: AudienceKind::Contact,
            time_zone: "UTC".into(),
            start: String::new(),
            end: String::new(),
            entry,
            goal: None,
            exits: Vec::new(),
            tiles: Vec::new(),
            notes: Vec::new(),
            version: Version::default(),
        }
    }
}

/// Tiles that a contact goes through one after the other.
///
/// Versions of a journey share the tiles that are the same in both: an edit copies the tile
/// that it is about and those on whose branches that stands ([`Journey::tile_mut`]), and
/// [comparing](PartialEq) goes past what is shared.
pub type Sequence = Vec<Arc<Tile>>;

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
    Completing,
    Completed,
    Stopped,
}

impl JourneyState {
    /// All states, in the order of life.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Scheduled,
        Self::Live,
        Self::LiveEditing,
        Self::Paused,
        Self::Completing,
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
    /// What people leave for each other at the head of the journey.
    pub note: Note,
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

impl Default for Target {
    fn default() -> Self {
        Self::Count(0)
    }
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
    /// What people leave for each other there.
    pub note: Note,
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
    /// If/then: waits up to a time limit for triggers or for interactions with earlier messages.
    WaitFor {
        /// 1 to [`MAX_BRANCHES`]; of two that something counts for, the first is taken.
        waits: Vec<WaitBranch>,
        /// Counted from arrival, at most [`MAX_WAIT`].
        limit: Duration,
        /// Taken when the limit has passed. It is called No when there is one wait.
        other: Sequence,
    },
    /// Waits, and goes on at once when the time has come already (rule T4).
    Wait(WaitUntil),
    /// Raises a trigger and goes on at once.
    CustomTrigger {
        /// The trigger that is raised.
        trigger: Option<TriggerId>,
        /// Where the value of each attribute comes from (rule M1).
        mappings: SortedMap<AttributeId, Mapping>,
        /// Where the optional built-in `bindingId` comes from (rule S4); none: it is empty.
        binding: Option<Mapping>,
    },
    /// Sends a message and goes on at once.
    Message {
        /// By which channel.
        channel: Channel,
        /// Where the address or number stands; without a value there, nothing is sent.
        to: Option<Source>,
        /// Which content is sent: a reference that people understand.
        content: String,
    },
    /// Divides the contacts by chance.
    Split {
        /// 2 to [`MAX_BRANCHES`], which make 100 percent.
        shares: Vec<Share>,
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

/// One of the things that an If/then tile waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitBranch {
    /// Its id; [`BranchId::ONLY`] when it is the only one.
    pub id: BranchId,
    /// Its name; empty when it is the only one: that one is called Yes.
    pub name: String,
    /// What it waits for.
    pub on: WaitOn,
    /// Taken at once when that comes.
    pub tiles: Sequence,
}

/// What an If/then tile waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitOn {
    /// A trigger, under a condition.
    Trigger(Listener),
    /// An interaction with a message that this instance was sent.
    Interaction {
        /// The Message tile; none is chosen yet in an unfinished journey.
        message: Option<TileId>,
        /// What the contact does with it.
        kind: Interaction,
    },
}

/// How a message is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Channel {
    #[default]
    Email,
    TextMessage,
    Push,
}

/// What happens with a message after it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Interaction {
    #[default]
    Delivered,
    Opened,
    Clicked,
}

/// A branch of a Split tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Its id.
    pub id: BranchId,
    /// Its name; empty: it is called after its percentage.
    pub name: String,
    /// How many percent of the contacts take it, above 0.
    pub percent: Decimal,
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
/// The most branches of a tile, Other not counted.
pub const MAX_BRANCHES: usize = 25;
/// The deepest nesting of tiles with branches.
pub const MAX_DEPTH: usize = 8;
/// The deepest nesting that an editor makes: what files of a journey are sure to hold.
pub const MAX_EDITED_DEPTH: usize = 20;
/// The longest wait or time limit, in milliseconds: 90 days.
pub const MAX_WAIT: i64 = 90 * DAY;
/// How long an instance lasts at most, in milliseconds: 365 days (rule T5).
pub const MAX_INSTANCE: i64 = 365 * DAY;

/// What the shares of a Split tile make together: 100 percent.
pub const WHOLE: Decimal = Decimal::from_units(100 * Decimal::ONE.units());

/// What shares make together; nothing where that is too large for a number.
pub fn total(shares: &[Share]) -> Option<Decimal> {
    shares.iter().try_fold(Decimal::default(), |sum, share| sum.plus(share.percent))
}
