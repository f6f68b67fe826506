//! What a command answers: what changed, what was created, what the browser is
//! to do, or why nothing was done.

use crate::editor::name::EditName;
use crate::layout::Stop;
use crate::model::change::Change;
use crate::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId,
    ModelId, ScenarioId, SegmentId, StepId, TableId, TileId, TriggerId,
};
use crate::model::journey::JourneyState;

/// What a command did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// The records that changed.
    pub change: Change,
    /// What was created.
    pub created: Option<Created>,
    /// What is to be done outside the editor, in this order.
    pub effects: Vec<Effect>,
}

/// What a command created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Created {
    Field(FieldId),
    Table(TableId),
    Column(ColumnId),
    Segment(SegmentId),
    Trigger(TriggerId),
    Attribute(AttributeId),
    Journey(JourneyId),
    Tile(TileId),
    Note(TileId),
    Branch(BranchId),
    Exit(ExitId),
    Flow(FlowId),
    Step(StepId),
    Contact(ContactId),
    Event(EventId),
    Scenario(ScenarioId),
    Model(ModelId),
}

/// What is to be done outside the editor.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save what changed.
    Save,
    /// Say what was done.
    Announce(EditName, Announcement),
    /// Scroll there and give it the focus.
    Reveal(JourneyId, Stop),
}

/// In which direction an edit went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announcement {
    /// It was made.
    Done,
    /// It was taken back.
    Undone,
    /// It was made again.
    Redone,
}

/// Why a command was refused; nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no edit to take back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is no edit to make again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// What the command names does not exist.
    #[error("it does not exist")]
    NotFound,
    /// Something uses it.
    #[error("it is in use")]
    InUse(UseOf),
    /// Only drafts can be deleted.
    #[error("journey {0} is not a draft")]
    NotADraft(JourneyId),
    /// Only what is live or paused gets a new version.
    #[error("journey {0} is not live")]
    NotLive(JourneyId),
    /// A version that is to replace it is there already.
    #[error("version {0} is to replace it")]
    HasNextVersion(JourneyId),
    /// A tile cannot stand on its own branches.
    #[error("a tile cannot stand on its own branches")]
    IntoItself,
    /// Tiles with branches would be nested deeper than files of a journey hold.
    #[error("nested too deep")]
    TooDeep,
    /// A tile that branches keeps one named branch.
    #[error("the last branch stays")]
    LastBranch,
    /// What a published journey does is changed in a draft only (rule S9).
    #[error("journey {journey} is {state:?}, not a draft")]
    Published {
        /// The journey.
        journey: JourneyId,
        /// The state that it is in.
        state: JourneyState,
    },
    /// The tile is not of the kind that the command is for.
    #[error("the tile is of another kind")]
    WrongTile,
    /// A journey does not go from this state to that one (rule S5).
    #[error("a journey does not go from {from:?} to {to:?}")]
    Transition {
        /// The state that it is in.
        from: JourneyState,
        /// The state that was asked for.
        to: JourneyState,
    },
}

/// What is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum UseOf {
    Table(TableId),
    Column(ColumnId),
    Field(FieldId),
    Trigger(TriggerId),
    Attribute(TriggerId, AttributeId),
}

impl Refusal {
    /// The id of the message that says it. That of a transition has the variables
    /// `from` and `to`, the names of the two states.
    pub fn message(&self) -> &'static str {
        match self {
            Self::NothingToUndo => "refusal-nothing-to-undo",
            Self::NothingToRedo => "refusal-nothing-to-redo",
            Self::NotFound => "refusal-not-found",
            Self::InUse(UseOf::Table(_)) => "refusal-table-in-use",
            Self::InUse(UseOf::Column(_)) => "refusal-column-in-use",
            Self::InUse(UseOf::Field(_)) => "refusal-field-in-use",
            Self::InUse(UseOf::Trigger(_)) => "refusal-trigger-in-use",
            Self::InUse(UseOf::Attribute(..)) => "refusal-attribute-in-use",
            Self::NotADraft(_) => "refusal-not-a-draft",
            Self::NotLive(_) => "refusal-journey-not-live",
            Self::HasNextVersion(_) => "refusal-has-next-version",
            Self::IntoItself => "refusal-into-itself",
            Self::TooDeep => "refusal-too-deep",
            Self::LastBranch => "refusal-last-branch",
            Self::Published { state: JourneyState::Scheduled, .. } => "refusal-scheduled",
            Self::Published {
                state: JourneyState::Live | JourneyState::LiveEditing | JourneyState::Paused,
                ..
            } => "refusal-live",
            Self::Published { .. } => "refusal-over",
            Self::WrongTile => "refusal-wrong-tile",
            Self::Transition { .. } => "refusal-transition",
        }
    }
}
