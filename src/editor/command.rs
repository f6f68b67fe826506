//! What the user interface asks for. Every edit of the document is one of these;
//! the editor is the only writer.

use crate::editor::reshape::Reshape;
use crate::editor::selection::Tiles;
use crate::model::audience::{Contact, Event, Field, Happening};
use crate::model::behaviour::Model;
use crate::model::condition::{Condition, Source};
use crate::model::decimal::Decimal;
use crate::model::entry::EntryBy;
use crate::model::flow::{Action, Flow, StepPlace};
use crate::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId,
    ModelId, ScenarioId, SegmentId, StepId, TableId, TileId, TriggerId,
};
use crate::model::journey::{
    Channel, ExitCriterion, Goal, JourneyState, Listener, Mapping, Repeat, WaitOn,
};
use crate::model::note::{Anchor, Note};
use crate::model::scenario::Scenario;
use crate::model::segment::Segment;
use crate::model::table::Table;
use crate::model::time::Duration;
use crate::model::tree::Place;
use crate::model::trigger::{AudienceKind, Trigger, TriggerState};
use crate::model::value::Type;
use crate::model::wait::WaitUntil;
use crate::model::workspace::RunSettings;

/// A request to the editor.
///
/// Commands that replace a whole record take it as the user interface wants it to
/// be; ids inside must exist already, and what may not change (a unique name) is
/// kept as it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Takes the last edit back.
    Undo,
    /// Makes the edit that was undone last again.
    Redo,
    /// Takes edits back or makes them again until so many of the history are made.
    Travel(usize),
    /// Ends a gesture: the next edit is an undo step of its own, even in the same field.
    EndGesture,
    /// Renames the workspace.
    RenameWorkspace(String),
    /// Sets the environment: its name and address.
    SetEnvironment(String, String),
    /// Sets the unique names of the catalog and the category of custom triggers.
    SetCatalog(String, String),
    /// Sets up the run.
    SetRun(RunSettings),
    /// Adds a contact field.
    AddField(String, Type),
    /// Replaces a contact field.
    SetField(Field),
    /// Deletes a contact field; refused while something uses it.
    DeleteField(FieldId),
    /// Adds a table without columns.
    AddTable(String),
    /// Replaces a table.
    SetTable(Table),
    /// Deletes a table; refused while a type names it.
    DeleteTable(TableId),
    /// Adds a column to a table.
    AddColumn(TableId, String, Type),
    /// Deletes a column with its values; refused while a path goes through it.
    DeleteColumn(TableId, ColumnId),
    /// Changes the type of an attribute, of a contact field or of a column, or deletes one, whatever
    /// uses it: what no longer fits stays as it is and becomes a finding.
    Reshape(Reshape),
    /// Adds a segment of everybody.
    AddSegment(String),
    /// Replaces a segment.
    SetSegment(Segment),
    /// Deletes a segment, and takes it out of every journey that looks at it.
    DeleteSegment(SegmentId),
    /// Adds a draft trigger.
    AddTrigger(String),
    /// Copies a trigger, as a draft with a unique name and attributes of its own.
    DuplicateTrigger(TriggerId),
    /// Replaces a trigger; its unique name is kept.
    SetTrigger(Trigger),
    /// Moves a trigger through its life.
    SetTriggerState(TriggerId, TriggerState),
    /// Adds an attribute to a trigger.
    AddAttribute(TriggerId, String, Type),
    /// Deletes an attribute; refused while something uses it.
    DeleteAttribute(TriggerId, AttributeId),
    /// Deletes a trigger; refused while something uses it.
    DeleteTrigger(TriggerId),
    /// Adds a flow that starts from that trigger, in the workspace's environment.
    AddFlow(String, Option<TriggerId>),
    /// Replaces a flow.
    SetFlow(Flow),
    /// Adds a step there; steps on its branches get ids of their own.
    AddStep(FlowId, StepPlace, String, Action),
    /// Moves a step with everything on its branches; refused into its own branches.
    MoveStep(FlowId, StepId, StepPlace),
    /// Copies a step with everything on its branches to right after it, with new ids.
    DuplicateStep(FlowId, StepId),
    /// Deletes a step with everything on its branches.
    DeleteStep(FlowId, StepId),
    /// Deletes a flow.
    DeleteFlow(FlowId),
    /// Adds an example contact.
    AddContact(String),
    /// Replaces an example contact.
    SetContact(Contact),
    /// Deletes an example contact and its events.
    DeleteContact(ContactId),
    /// Adds an event of an example contact, at that time.
    AddEvent(ContactId, Happening, String),
    /// Replaces an event.
    SetEvent(Event),
    /// Deletes an event.
    DeleteEvent(EventId),
    /// Adds a behaviour model that raises that trigger.
    AddModel(TriggerId),
    /// Replaces a behaviour model.
    SetModel(Model),
    /// Deletes a behaviour model.
    DeleteModel(ModelId),
    /// Adds a test scenario; it and what is in it get ids of their own.
    AddScenario(Box<Scenario>),
    /// Replaces a test scenario.
    SetScenario(Scenario),
    /// Adds a contact to a test scenario.
    AddScenarioContact(ScenarioId, String),
    /// Adds an event to a test scenario, at that time.
    AddScenarioEvent(ScenarioId, ContactId, Happening, String),
    /// Deletes a test scenario.
    DeleteScenario(ScenarioId),
    /// Adds an empty draft journey and opens it.
    AddJourney(String),
    /// Copies a journey, as a draft and with new ids, and opens the copy.
    DuplicateJourney(JourneyId),
    /// Makes a draft that is to replace a journey which is live or paused, with a comment
    /// on what will be different, and opens it.
    NewVersion(JourneyId, String),
    /// Deletes a journey; refused unless it is a draft.
    DeleteJourney(JourneyId),
    /// Edits a journey.
    Journey(JourneyId, JourneyEdit),
}

/// An edit of one journey.
#[derive(Debug, Clone, PartialEq)]
pub enum JourneyEdit {
    /// Renames it.
    Rename(String),
    /// Describes it.
    Describe(String),
    /// Moves it through its life, where rule S5 allows that.
    SetState(JourneyState),
    /// Publishes it from that moment on.
    Schedule(String),
    /// Says what is different in this version.
    SetVersionComment(String),
    /// Sets whom it is about.
    SetAudience(AudienceKind),
    /// Sets the IANA time zone.
    SetTimeZone(String),
    /// Sets from when and until when contacts may enter.
    SetPeriod(String, String),
    /// Lets that trigger start it.
    SetEntry(Listener),
    /// Sets what lets contacts in: a trigger, or segments on a schedule.
    SetEntryBy(EntryBy),
    /// Sets the segments whose members do not enter.
    SetExclusions(Vec<SegmentId>),
    /// Sets whether a contact may enter again through the trigger.
    SetRepeat(Repeat),
    /// Sets or clears the goal.
    SetGoal(Option<Goal>),
    /// Adds an empty exit criterion.
    AddExit,
    /// Replaces an exit criterion.
    SetExit(ExitCriterion),
    /// Deletes an exit criterion.
    DeleteExit(ExitId),
    /// Places a new tile and selects it. A tile with branches starts with them empty.
    Insert(Place, NewTile),
    /// Deletes tiles with everything on their branches, and notes on the ground that are
    /// among them.
    Delete(Tiles),
    /// Copies tiles with everything on their branches, with new ids: each run of
    /// neighbours to right after it; and notes on the ground that are among them.
    Duplicate(Tiles),
    /// Moves tiles with everything on their branches, in reading order; refused into
    /// their own branches.
    Move(Tiles, Place),
    /// As `Move`, but copies them there, with new ids.
    Copy(Tiles, Place),
    /// Names a tile.
    RenameTile(TileId, String),
    /// Sets the note at a tile, the Entry included; without a text there is none.
    SetNote(TileId, Note),
    /// Moves a note from one tile to another, below the text that may be there.
    MoveNote(TileId, TileId),
    /// Lays a note with that text on the ground.
    AddNote(Anchor, String),
    /// Sets what a note on the ground says; without a text it goes.
    WriteNote(TileId, String),
    /// Lays notes on the ground elsewhere.
    LayNotes(Vec<(TileId, Anchor)>),
    /// As `LayNotes`, but lays copies there.
    CopyNotes(Vec<(TileId, Anchor)>),
    /// Sets how long a Wait tile waits.
    SetWait(TileId, WaitUntil),
    /// Sets what a wait of an If/then tile is for.
    SetWaitOn(TileId, BranchId, WaitOn),
    /// Sets where a message is sent.
    SetRecipient(TileId, Option<Source>),
    /// Sets which content a message has.
    SetContent(TileId, String),
    /// Sets the percentage of a branch of a Split tile.
    SetShare(TileId, BranchId, Decimal),
    /// Gives all branches of a Split tile the same percentage; the last gets what rounding leaves.
    Equalize(TileId),
    /// Sets the time limit of an If/then tile.
    SetLimit(TileId, Duration),
    /// Chooses the trigger of a Custom trigger tile; mappings of other triggers' attributes go.
    SetRaised(TileId, Option<TriggerId>),
    /// Maps an attribute, or takes its mapping away.
    SetMapping(TileId, AttributeId, Option<Mapping>),
    /// Maps several attributes in one step.
    SetMappings(TileId, Vec<(AttributeId, Mapping)>),
    /// Maps the built-in `bindingId` of what a tile raises, or takes its mapping away.
    SetBinding(TileId, Option<Mapping>),
    /// Adds an empty branch at the end, before Other where there is one.
    AddBranch(TileId),
    /// Names a branch.
    RenameBranch(TileId, BranchId, String),
    /// Sets when a branch is taken.
    SetBranchCondition(TileId, BranchId, Condition),
    /// Moves a branch to that index among the named ones.
    MoveBranch(TileId, BranchId, usize),
    /// Moves a branch with everything on it to another tile of the same kind, to that index
    /// among the named ones; refused onto its own tiles, and for the last ones of its tile.
    MoveBranchTo(TileId, BranchId, TileId, usize),
    /// Deletes a branch with everything on it; refused for the last one, or the last two of a Split tile.
    DeleteBranch(TileId, BranchId),
}

/// A tile of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewTile {
    /// One branch without rows, and Other.
    AttributeBranch,
    /// If/then without a trigger, up to 30 days.
    WaitForTrigger,
    /// Two halves.
    Split,
    /// One day.
    Wait,
    /// Without a trigger.
    CustomTrigger,
    /// Without content, and without saying where to.
    Message(Channel),
    /// An end of the journey.
    Exit,
}

impl NewTile {
    /// All of them, in the order of the palette.
    pub const ALL: [Self; 9] = [
        Self::Message(Channel::Email),
        Self::Message(Channel::TextMessage),
        Self::Message(Channel::Push),
        Self::AttributeBranch,
        Self::WaitForTrigger,
        Self::Split,
        Self::Wait,
        Self::CustomTrigger,
        Self::Exit,
    ];
}
