//! The codes of findings: stable names, severities, and whether a run can go on.
//!
//! Where Microsoft publishes a code for the same thing, ours is that one. A code
//! never changes its name; what it says to a person is `problem-…` in
//! `src/locale`.

mod ids;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The journey cannot be published, or the record cannot be used.
    Error,
    /// Probably not what was meant.
    Warning,
    /// Good to know.
    Info,
}

/// Declares every code once: its documentation, severity, and whether it blocks a run.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $severity:ident $blocks:literal,)*) => {
        /// What kind of finding it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// Its stable name, in Pascal case, as Microsoft writes its own.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }

            /// Whether it leaves open what a run would mean. What only keeps a journey
            /// from being published does not block a run: a missing value has its rules
            /// there (C1 and M4), and a trigger need not be ready.
            pub const fn blocks_run(self) -> bool {
                match self { $(Self::$code => $blocks,)* }
            }
        }
    };
}

codes! {
    /// A journey without a name.
    EmptyJourneyName Error false,
    /// A journey's name has more than 150 characters.
    LongJourneyName Error false,
    /// Two journeys of one name.
    DuplicateJourneyName Error false,
    /// A trigger without a name.
    EmptyTriggerName Error false,
    /// Two triggers of one name.
    DuplicateTriggerName Error false,
    /// Two triggers of one unique name.
    DuplicateUniqueName Error false,
    /// An attribute without a name.
    EmptyAttributeName Error false,
    /// Two attributes of one name in one trigger.
    DuplicateAttributeName Error false,
    /// A contact field without a name.
    EmptyFieldName Error false,
    /// Two contact fields of one name.
    DuplicateFieldName Error false,
    /// A segment without a name.
    EmptySegmentName Error false,
    /// Two segments of one name.
    DuplicateSegmentName Error false,
    /// A table without a name.
    EmptyTableName Error false,
    /// Two tables of one name.
    DuplicateTableName Error false,
    /// A column without a name.
    EmptyColumnName Error false,
    /// Two columns of one name in one table.
    DuplicateColumnName Error false,
    /// A row without a key: nothing can point to it.
    EmptyRowKey Error false,
    /// Two rows of one key in one table: the first counts.
    DuplicateRowKey Error false,
    /// A flow without a name.
    EmptyFlowName Warning false,
    /// An example contact without a name.
    EmptyContactName Error false,
    /// Two example contacts of one name.
    DuplicateContactName Error false,
    /// One of several branches has no name.
    EmptyBranchName Warning false,
    /// Two branches of one tile have one name.
    DuplicateBranchName Warning false,
    /// A name begins or ends with a space.
    UntrimmedName Warning false,

    /// A trigger has more than 29 attributes.
    TooManyAttributes Error false,
    /// No trigger starts the journey.
    NoEntryTrigger Error false,
    /// A wait has no trigger to wait for.
    NoWaitTrigger Error false,
    /// A wait for an interaction does not say with which message.
    NoWaitMessage Error false,
    /// A message that the journey does not have.
    UnknownMessage Error true,
    /// A wait for an interaction with a message that only some ways here have sent.
    MessageOnSomeWays Warning false,
    /// A wait for an interaction with a message that no way here has sent.
    MessageNotSent Error false,
    /// A Message tile without content.
    NonExistingMessage Error false,
    /// A Message tile does not say where to send.
    NoRecipient Error false,
    /// A Message tile is to be sent where there is no text.
    RecipientNotText Error true,
    /// A Message tile is to be sent to what is no address of the contact.
    RecipientNotAddress Error false,
    /// The address that a message is sent to may be empty: it is not sent then.
    RecipientMayBeEmpty Warning false,
    /// A Custom trigger tile has no trigger to raise.
    NoRaisedTrigger Error false,
    /// A goal has no trigger that meets it.
    NoGoalTrigger Error false,
    /// An exit criterion has no trigger.
    NoExitTrigger Error false,
    /// A flow has no trigger that starts it.
    NoFlowTrigger Error false,
    /// A trigger that the workspace does not have.
    NonExistingEvent Error true,
    /// A trigger that is still a draft, or stopped.
    EventNotInLiveState Error false,
    /// A trigger about another kind of audience than the journey.
    EventTargetEntityMismatch Error false,

    /// No segment lets contacts into the journey.
    NoEntrySegment Error false,
    /// An entry takes contacts from more than 15 segments.
    TooManySegments Error false,
    /// An exit criterion has no segment.
    NoExitSegment Error false,
    /// A segment that the workspace does not have.
    NonExistingSegment Error true,
    /// A segment whose condition cannot be decided.
    BrokenSegment Error true,
    /// A segment that looks at something else than fields of the contact.
    NotAContactField Error true,
    /// Every contact that an entry takes in is excluded.
    EverybodyExcluded Warning false,
    /// A schedule without its date.
    NoScheduleTime Error false,
    /// The date of a schedule is not a date or time.
    InvalidScheduleTime Error true,
    /// A schedule that runs before the journey's start or after its end.
    ScheduleOutsidePeriod Warning false,
    /// A schedule that recurs more often than once an hour.
    ScheduleTooOften Error false,

    /// An attribute of the raised trigger has no value (rule M3).
    UnmappedAttribute Error false,
    /// A mapping of an attribute that the raised trigger does not have.
    StaleMapping Error true,
    /// A source of another type than the attribute (rule M2).
    WrongType Error true,
    /// A fixed value that is empty: every activation would fail (rule M4).
    EmptyFixedValue Error false,
    /// A fixed value that is not of the attribute's type.
    InvalidFixedValue Error true,
    /// A contact field that the workspace does not have.
    UnknownField Error true,
    /// A table that the workspace does not have.
    UnknownTable Error true,
    /// A column that the table does not have (any more).
    UnknownColumn Error true,
    /// A path that goes on from something that is no entity reference.
    PathWithoutReference Error true,
    /// An attribute that the trigger does not have (any more).
    InvalidEventDataSourceOutputPath Error true,
    /// A tile that this journey does not have, or that receives no trigger.
    UnknownReceiver Error true,
    /// An attribute of the trigger that is looked at, where there is none.
    NoIncomingTrigger Error true,
    /// An attribute of a trigger that only some ways here have received (rule M1).
    ReceivedOnSomeWays Error false,
    /// An attribute of a trigger that is empty on the way over a branch, where the trigger
    /// has not been received (rule M1).
    EmptyOnTheWay Error false,
    /// An attribute of a trigger that no way here has received (rule M1).
    NotReceived Error false,
    /// A mapped value may be empty when the tile runs (rule M3).
    MayBeEmpty Warning false,

    /// A branch without a condition: it is always taken.
    EmptyBranchCondition Error false,
    /// A group of rows without rows.
    EmptyGroup Warning false,
    /// A row without a source, or without all its values.
    UnfinishedRow Error true,
    /// An operator that does not compare values of the source's type.
    UnfitOperator Error true,
    /// A value in a row that is not of the source's type.
    InvalidOperand Error true,
    /// "In the last" or "in the next" without a whole number of units.
    InvalidPeriod Error true,
    /// "Between" with its ends the wrong way round.
    EmptyRange Error true,
    /// Rows that contradict each other.
    ImpossibleCondition Warning false,
    /// A branch whose contacts are all taken by earlier ones.
    ShadowedBranch Warning false,
    /// A branch whose condition no contact meets that comes there.
    DeadBranch Warning false,
    /// Tiles on Other or No, although every contact takes a branch before.
    DeadOther Warning false,

    /// A Wait tile of more than 90 days.
    WaitTooLong Error false,
    /// A time limit of more than 90 days.
    LimitTooLong Error false,
    /// A Wait tile that does not wait.
    ZeroWait Warning false,
    /// A Wait tile without the moment until which it waits.
    NoWaitMoment Error false,
    /// The moment of a Wait tile is not a date or time.
    InvalidWaitMoment Error true,
    /// A Wait tile without the date around which it waits.
    NoWaitDate Error false,
    /// What a Wait tile is to wait around is not of type Date/time.
    NotADate Error true,
    /// The date around which a tile waits may be empty: it then does not wait.
    WaitDateMayBeEmpty Warning false,
    /// A Wait tile until a moment at which no contact can wait for it any more.
    WaitUntilTimeInPast Warning false,
    /// A Wait tile until a moment more than 90 days after the journey's start.
    WaitUntilTooFar Warning false,
    /// A time limit that has passed on arrival.
    ZeroLimit Warning false,
    /// A way through the journey that takes more than 365 days (rule T5).
    JourneyTooLong Warning false,
    /// An Attribute branch tile without a branch.
    NoBranches Error false,
    /// A Split tile with fewer than two branches.
    FewShares Error false,
    /// Percentages that do not make 100.
    SharesDoNotAddUp Error true,
    /// A percentage below 0.
    NegativeShare Error true,
    /// A percentage of 0: the branch is never taken.
    EmptyShare Warning false,
    /// A tile with more than 25 branches.
    TooManyBranches Error false,
    /// Tiles with branches nested more than 8 deep.
    TooDeep Error false,
    /// Tiles that no contact can reach.
    UnreachableTiles Warning false,
    /// A time zone that does not exist.
    InvalidTimeZoneName Error true,
    /// A start that is not a date or time.
    InvalidStartTime Error true,
    /// An end that is not a date or time.
    InvalidEndTime Error true,
    /// An end that is not after the start.
    InvalidTimeRange Error false,
    /// "Again after" no time at all.
    ZeroRepeatDelay Warning false,
    /// A goal's target that is 0, or more than 100 percent.
    InvalidGoalTarget Error false,
    /// A goal that no contact can meet, because none ever waits in the journey.
    GoalNeverMet Warning false,
    /// An exit criterion that can end nothing, because no contact ever waits in the journey.
    ExitNeverHappens Warning false,

    /// A trigger is raised, and no journey or flow listens to it.
    NothingListens Warning false,
    /// No tile raises the entry trigger: it must come from outside.
    OnlyFromOutside Info false,
    /// Journeys that raise each other's entry trigger in a circle.
    TriggerLoop Warning false,
    /// A flow of another environment than the workspace's.
    FlowInOtherEnvironment Warning false,
    /// A flow that is turned off.
    FlowOff Info false,
    /// The unique name of the catalog or of the category of custom triggers is empty.
    NoCatalogName Warning false,
    /// A flow without steps.
    NoFlowSteps Warning false,
    /// A variable without a name.
    NoVariableName Error false,
    /// Two variables of one name in one flow.
    DuplicateVariableName Error false,
    /// A variable that is initialised on a branch of a condition.
    NestedVariable Error false,
    /// A value of a variable that is not there at its step.
    UnknownVariable Error false,
    /// A picked value of another type than the variable or column.
    WrongTypeInFlow Error false,
    /// A fixed value that is not of the type of the variable or column.
    InvalidFlowValue Error false,
    /// Text and picked values mixed where no text is wanted.
    MixedFlowValue Error false,
    /// A step creates a record, and does not say in which table.
    NoRecordTable Error false,
    /// A value of a new record is for no column.
    NoRecordColumn Error false,
    /// A Teams message without its team or channel.
    NoTeamsChannel Error false,
    /// A Teams message without text.
    EmptyTeamsMessage Error false,
    /// An HTTP request without an address.
    NoRequestAddress Error false,
    /// An HTTP request to what is no address of the web.
    InvalidRequestAddress Error false,
    /// A header of an HTTP request without a name.
    NoHeaderName Error false,
    /// A condition of a flow without rows: it always holds.
    EmptyFlowCondition Warning false,
    /// Conditions of a flow nested more than 8 deep.
    ConditionsTooDeep Error false,

    /// A test scenario without a name.
    EmptyScenarioName Error false,
    /// Two test scenarios of one name.
    DuplicateScenarioName Error false,
    /// A journey that is to react in a test and does not exist any more.
    UnknownTestJourney Error false,
    /// A test that expects nothing.
    NothingExpected Warning false,
    /// An expectation about something that does not exist any more.
    ExpectationGone Error false,
    /// An expected value that is not of the attribute's type.
    InvalidExpectedValue Error false,

    /// A value of an example contact that is not of the field's type.
    InvalidContactValue Error false,
    /// A value of a table's row that is not of the column's type.
    InvalidRowValue Error false,
    /// A reference to a row that the table does not have: what is reached through it is missing.
    UnknownRow Warning false,
    /// A required field without a value in an example contact.
    MissingRequiredValue Error false,
    /// An event of an example contact that the workspace does not have.
    UnknownContact Error false,
    /// An event's time that is not a date or time.
    InvalidEventTime Error false,
    /// An event's value that is not of the attribute's type.
    InvalidEventValue Error false,

    /// A probability that is not from 0 to 100 per cent.
    InvalidProbability Error true,
    /// A model that never does anything.
    NeverHappens Warning false,
    /// A delay that cannot be: its ends the wrong way round, or a factor out of bounds.
    InvalidDelay Error true,
    /// A distribution that gives values of another type.
    UnfitDistribution Error true,
    /// A text of a distribution that is not a value of the type.
    InvalidDrawnValue Error true,
    /// A list in which nothing has a weight.
    NoWeight Error true,
    /// A distribution with nothing between its ends.
    EmptyDistribution Error true,
    /// A distribution of numbers that are too large.
    DrawnTooLarge Error true,
    /// A distribution of numbers with too many digits after the point.
    DrawnTooFine Error true,
    /// A deviation below 0.
    NegativeDeviation Error true,
    /// Models behave from the start of a run that has none.
    NoRunStart Error true,
    /// A trigger that a run listens to and that nothing in it raises.
    NoModel Info false,
    /// No contacts are made up, or too many.
    InvalidContactCount Error true,
    /// A required field that is empty in contacts that are made up.
    EmptyRequiredField Warning false,
}
