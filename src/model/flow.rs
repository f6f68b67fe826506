//! Power Automate flows: what runs outside journeys when a trigger is raised (rule A5).
//!
//! A flow is a structured program, as a journey is: a condition owns the steps of its
//! two branches. What a step reads stands in [`value`], finding one's way among steps
//! in [`tree`].

pub mod tree;
pub mod value;

use crate::model::condition::{Join, Operator};
use crate::model::id::{FlowId, StepId, TriggerId};
use crate::model::value::Type;
pub use tree::{Side, StepPlace};
pub use value::{FlowSource, FlowValue, Part};

/// Conditions are nested at most so deep.
pub const MAX_DEPTH: usize = 8;

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
        /// Its type.
        ty: Type,
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
    /// Posts a message in a channel of a team.
    PostMessage {
        /// The team.
        team: String,
        /// The channel.
        channel: String,
        /// The message.
        message: FlowValue,
    },
    /// Sends an HTTP request.
    SendRequest {
        /// How.
        method: Method,
        /// Where to.
        uri: FlowValue,
        /// Names of headers with their values, in the order in which they are shown.
        headers: Vec<(String, FlowValue)>,
        /// What is sent.
        body: FlowValue,
    },
    /// Goes on with one of two branches. Without rows it always holds.
    Condition {
        /// How the rows are joined.
        join: Join,
        /// The rows.
        rows: Vec<FlowRow>,
        /// What is done when it holds.
        yes: Vec<Step>,
        /// What is done otherwise.
        no: Vec<Step>,
    },
}

/// A row of a condition in a flow. It may be unfinished, and then does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowRow {
    /// What is looked at.
    pub source: Option<FlowSource>,
    /// How it is compared.
    pub operator: Operator,
    /// As many texts as the operator takes; dates without an offset are in UTC.
    pub operands: Vec<String>,
}

/// The method of an HTTP request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each is the method of that name")]
pub enum Method {
    Get,
    #[default]
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// Its name, as HTTP writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// The method of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

impl Action {
    /// Every value that the step itself reads, in the order in which they are shown.
    pub fn values(&self) -> Vec<&FlowValue> {
        match self {
            Self::InitializeVariable { value, .. } => vec![value],
            Self::CreateRecord { fields, .. } => fields.iter().map(|(_, value)| value).collect(),
            Self::PostMessage { message, .. } => vec![message],
            Self::SendRequest { uri, headers, body, .. } => {
                let headers = headers.iter().map(|(_, value)| value);
                std::iter::once(uri).chain(headers).chain([body]).collect()
            }
            Self::Condition { .. } => Vec::new(),
        }
    }

    /// As [`values`](Self::values), to change them.
    pub fn values_mut(&mut self) -> Vec<&mut FlowValue> {
        match self {
            Self::InitializeVariable { value, .. } => vec![value],
            Self::CreateRecord { fields, .. } => {
                fields.iter_mut().map(|(_, value)| value).collect()
            }
            Self::PostMessage { message, .. } => vec![message],
            Self::SendRequest { uri, headers, body, .. } => {
                let headers = headers.iter_mut().map(|(_, value)| value);
                std::iter::once(uri).chain(headers).chain([body]).collect()
            }
            Self::Condition { .. } => Vec::new(),
        }
    }

    /// The rows of a condition.
    pub fn rows(&self) -> &[FlowRow] {
        match self {
            Self::Condition { rows, .. } => rows,
            _ => &[],
        }
    }

    /// Everything that the step itself picks, with the place of the value or row.
    pub fn picked(&self) -> impl Iterator<Item = (usize, FlowSource)> {
        let values = self.values().into_iter().enumerate();
        let values = values.flat_map(|(place, value)| value.picked().map(move |one| (place, one)));
        let rows = self.rows().iter().enumerate();
        values.chain(rows.filter_map(|(place, row)| Some((place, row.source?))))
    }

    /// As [`picked`](Self::picked), to change them.
    pub fn picked_mut(&mut self) -> Vec<&mut FlowSource> {
        if let Self::Condition { rows, .. } = self {
            return rows.iter_mut().filter_map(|row| row.source.as_mut()).collect();
        }
        self.values_mut().into_iter().flat_map(FlowValue::picked_mut).collect()
    }
}
