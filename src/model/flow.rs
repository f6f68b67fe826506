//! Power Automate flows: what runs outside journeys when a trigger is raised (rule A5).

use crate::model::id::{AttributeId, FlowId, StepId, TriggerId};

/// An automated cloud flow that starts "When an action is performed".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Its id.
    pub id: FlowId,
    /// Display name.
    pub name: String,
    /// The trigger that starts it: the action name in Power Automate.
    pub trigger: Option<TriggerId>,
    /// Whether it is turned on.
    pub on: bool,
    /// The name of its environment; it reacts only in the workspace's own (rule A8).
    pub environment: String,
    /// What it does, one after the other.
    pub steps: Vec<Step>,
}

/// One step of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Display name.
    pub name: String,
    /// What it does.
    pub action: Action,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Initialises a variable.
    InitializeVariable {
        /// The variable's name.
        variable: String,
        /// Its first value.
        value: FlowValue,
    },
    /// Creates a record, such as a phone call.
    CreateRecord {
        /// The logical name of the table, such as `phonecall`.
        table: String,
        /// Column names with their values, in the order in which they are shown.
        fields: Vec<(String, FlowValue)>,
    },
}

/// A value in a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FlowValue {
    /// The text as it stands.
    Fixed(String),
    /// An attribute of the trigger.
    Attribute(AttributeId),
    /// `msdynmkt_profileid`: the id of the contact.
    ProfileId,
    /// `msdynmkt_signaltimestamp`: when the trigger was raised.
    SignalTime,
}

impl Action {
    /// Every value that the step reads.
    pub fn values(&self) -> Vec<&FlowValue> {
        match self {
            Self::InitializeVariable { value, .. } => vec![value],
            Self::CreateRecord { fields, .. } => fields.iter().map(|(_, value)| value).collect(),
        }
    }
}
