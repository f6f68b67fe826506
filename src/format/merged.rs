//! What became of each part of a journey file that was added to a workspace.

use crate::model::id::JourneyId;

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeReport {
    /// The journey, by its new id.
    pub journey: JourneyId,
    /// What happened to everything in the file, in its order; the journey last.
    pub notes: Vec<Note>,
}

/// A kind of record in a journey file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Kind {
    Table,
    Field,
    Segment,
    Trigger,
    Flow,
    Journey,
}

/// What happened to one record of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It was added under its name.
    Added(Kind, String),
    /// It was here already.
    Reused(Kind, String),
    /// It was added under another name, because its own was taken.
    Renamed {
        /// What it is.
        kind: Kind,
        /// Its name in the file.
        from: String,
        /// Its name here.
        name: String,
    },
    /// The trigger was here already, without these attributes.
    Extended {
        /// Its name here.
        name: String,
        /// The names of what was added.
        attributes: Vec<String>,
    },
    /// The table was here already, without these columns.
    Widened {
        /// Its name here.
        name: String,
        /// The names of what was added.
        columns: Vec<String>,
    },
    /// A trigger of the same unique name was here, but could not be the same.
    Separate {
        /// Its name in the file.
        from: String,
        /// Its name here.
        name: String,
        /// The attribute that has another type here.
        attribute: String,
    },
}

impl Note {
    /// What to tell the user: a message of `file.ftl` with its arguments.
    pub fn message(&self) -> crate::format::Message {
        match self {
            Self::Added(kind, name) => (added(*kind), vec![("name", name.clone())]),
            Self::Reused(kind, name) => (reused(*kind), vec![("name", name.clone())]),
            Self::Renamed { kind, from, name } => {
                (renamed(*kind), vec![("from", from.clone()), ("name", name.clone())])
            }
            Self::Extended { name, attributes } => (
                "import-trigger-extended",
                vec![("name", name.clone()), ("attributes", attributes.join(", "))],
            ),
            Self::Widened { name, columns } => (
                "import-table-widened",
                vec![("name", name.clone()), ("columns", columns.join(", "))],
            ),
            Self::Separate { from, name, attribute } => (
                "import-trigger-separate",
                vec![
                    ("from", from.clone()),
                    ("name", name.clone()),
                    ("attribute", attribute.clone()),
                ],
            ),
        }
    }
}

pub(super) fn added(kind: Kind) -> &'static str {
    match kind {
        Kind::Table => "import-table-added",
        Kind::Field => "import-field-added",
        Kind::Segment => "import-segment-added",
        Kind::Trigger => "import-trigger-added",
        Kind::Flow => "import-flow-added",
        Kind::Journey => "import-journey-added",
    }
}

/// A journey is never reused; it would be a mistake of this module's caller to say so.
pub(super) fn reused(kind: Kind) -> &'static str {
    match kind {
        Kind::Table => "import-table-reused",
        Kind::Field => "import-field-reused",
        Kind::Segment => "import-segment-reused",
        Kind::Trigger => "import-trigger-reused",
        Kind::Flow => "import-flow-reused",
        Kind::Journey => "import-journey-added",
    }
}

pub(super) fn renamed(kind: Kind) -> &'static str {
    match kind {
        Kind::Table => "import-table-renamed",
        Kind::Field => "import-field-renamed",
        Kind::Segment => "import-segment-renamed",
        Kind::Trigger => "import-trigger-renamed",
        Kind::Flow => "import-flow-renamed",
        Kind::Journey => "import-journey-renamed",
    }
}
