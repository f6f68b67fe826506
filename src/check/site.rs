//! Where a finding is: the record, the tile, and which of its settings. Badges,
//! messages beside a setting and "jump to" all read this.

use crate::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId,
    ModelId, ScenarioId, SegmentId, StepId, TableId, TileId, TriggerId,
};

/// The record that a finding is about. The order is the document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The workspace's own settings.
    Workspace,
    /// A table.
    Table(TableId),
    /// A contact field.
    Field(FieldId),
    /// A segment.
    Segment(SegmentId),
    /// A trigger.
    Trigger(TriggerId),
    /// A journey.
    Journey(JourneyId),
    /// A flow.
    Flow(FlowId),
    /// An example contact.
    Contact(ContactId),
    /// An event of an example contact.
    Event(EventId),
    /// A behaviour model.
    Model(ModelId),
    /// A test scenario.
    Scenario(ScenarioId),
}

/// A place in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// In which record.
    pub subject: Subject,
    /// At which tile of the journey, its Entry included; `None`: in the journey's settings.
    pub tile: Option<TileId>,
    /// Which setting.
    pub spot: Spot,
}

/// A setting of a record or tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The record or tile as a whole.
    Whole,
    /// Its name.
    Name,
    /// Its unique name.
    UniqueName,
    /// Whom it is about.
    Audience,
    /// Its time zone.
    TimeZone,
    /// From when.
    Start,
    /// Until when.
    End,
    /// Whether a contact may enter again.
    Repeat,
    /// The duration of a Wait tile, or how far from a date it waits.
    Duration,
    /// The moment or the date of a Wait tile.
    Date,
    /// The segments that an entry takes contacts from.
    Segments,
    /// The segments that an entry excludes.
    Exclusions,
    /// When a schedule runs first, and how often.
    Schedule,
    /// The segment that is chosen there.
    Segment(Holder),
    /// The time limit of an If/then tile.
    Limit,
    /// The trigger that is chosen there.
    Trigger(Holder),
    /// A condition as a whole.
    Condition(Holder),
    /// A row of a condition.
    Row(Holder, RowPath, RowPart),
    /// The mapping of an attribute.
    Mapping(AttributeId),
    /// The mapping of the built-in `bindingId`.
    Binding,
    /// Where a message is sent.
    Recipient,
    /// The content of a message.
    Content,
    /// What a wait of an If/then tile is for, where that is an interaction.
    Interaction(Holder),
    /// The percentage of a branch.
    Share(BranchId),
    /// The percentages of a tile together.
    Shares,
    /// A branch: its name, or the branch as a whole.
    Branch(BranchId),
    /// The goal's target.
    Target,
    /// An attribute of a trigger.
    Attribute(AttributeId),
    /// A column of a table.
    Column(ColumnId),
    /// The key of a row, by its index.
    RowKey(usize),
    /// The value of a row, by its index, in a column.
    RowValue(usize, ColumnId),
    /// The type of a contact field.
    Type,
    /// A value that a flow's step reads, or a row of its condition, counted from 0.
    Step(StepId, usize),
    /// A step of a flow as a whole: its name, table, channel, headers or branches.
    StepItself(StepId),
    /// Whether a flow is turned on.
    On,
    /// The environment of a flow.
    Environment,
    /// The unique names of the catalog and of the category of custom triggers.
    Catalog,
    /// The value of a contact field; of the workspace: that of made-up contacts.
    FieldValue(FieldId),
    /// The value of an attribute in an event or a model.
    AttributeValue(AttributeId),
    /// The contact of an event.
    EventContact,
    /// The time of an event.
    At,
    /// How often a model does it.
    Probability,
    /// How long after its occasion.
    Delay,
    /// The occasion of a model.
    Since,
    /// How many contacts are made up.
    ContactCount,
    /// The journeys that react in a test.
    Reacting,
    /// A contact of a test.
    Person(ContactId),
    /// An event of a test.
    Doing(EventId),
    /// An expectation of a test, by its index.
    Expectation(usize),
}

/// What holds a trigger or a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// The tile, flow or event itself: the Entry, an If/then, a Custom trigger.
    Own,
    /// The journey's goal.
    Goal,
    /// An exit criterion of the journey.
    Exit(ExitId),
    /// A branch of the tile: of an Attribute branch, or one of several waits.
    Branch(BranchId),
}

/// A row of a condition: the index of its item and, in a group, its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPath {
    /// The index among the condition's items.
    pub item: usize,
    /// The index within the group; `None` for a row outside groups.
    pub row: Option<usize>,
}

/// A part of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowPart {
    /// What is looked at.
    Source,
    /// How it is compared.
    Operator,
    /// The value of that place, from 0.
    Operand(usize),
}

impl Holder {
    /// A wait of an If/then tile: the tile itself when it is the only one.
    pub fn of_wait(wait: BranchId) -> Self {
        if wait == BranchId::ONLY { Self::Own } else { Self::Branch(wait) }
    }
}

impl Subject {
    /// A setting of this record outside tiles.
    pub fn at(self, spot: Spot) -> Site {
        Site { subject: self, tile: None, spot }
    }

    /// The journey, when it is one.
    pub fn journey(self) -> Option<JourneyId> {
        match self {
            Self::Journey(id) => Some(id),
            _ => None,
        }
    }
}

impl Site {
    /// A setting of a journey or, with a tile, of that tile.
    pub fn in_journey(journey: JourneyId, tile: Option<TileId>, spot: Spot) -> Self {
        Self { subject: Subject::Journey(journey), tile, spot }
    }
}
