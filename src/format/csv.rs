//! Contacts and recorded events from CSV files: read as they stream in, row by
//! row, into a [`DatasetBuilder`](crate::engine::builder::DatasetBuilder).
//!
//! **Invariant:** nothing is guessed. A row that does not fit is left out as a
//! whole and named by line, column and cause; the other rows are taken.
//!
//! Accepted besides RFC 4180: a byte order mark, `;` or a tab between columns
//! (whichever the header has), Windows line ends, columns in any order, column
//! names that differ from display names in case or in spaces, underscores and
//! hyphens, and `TRUE` and `FALSE` in any case.

mod contacts;
mod each;
mod events;
mod header;
mod marks;
mod reader;
mod record;
mod rows;
mod source;

use crate::model::value::ValueError;

pub use contacts::{read_contacts, read_contacts_in_turns};
pub use events::{read_events, read_events_in_turns};
pub use rows::{read_rows, rows_csv};
pub use source::Input;

/// The column that names a contact, in both files.
pub const CONTACT_ID: &str = "contact_id";
/// The column of an event's trigger: its name or unique name.
pub const TRIGGER: &str = "trigger";
/// The column of an event's time; without an offset it is in UTC.
pub const AT: &str = "at";
/// The column of an event's optional `bindingId`.
pub const BINDING_ID: &str = "bindingId";
/// The column of the message of an interaction: the id or the name of its tile. The
/// trigger is then `delivered`, `opened` or `clicked`.
pub const MESSAGE: &str = "message";
/// The column of the key of a table's row.
pub const KEY: &str = "key";
/// How many issues are kept with their place; all are counted.
pub const MAX_ISSUES: usize = 10_000;
/// So many rows are read between two rests.
pub const TURN: u32 = 256;
/// How many characters of a text that does not fit are kept.
const MAX_FOUND: usize = 100;

/// How reading a file went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Rows that were taken.
    pub taken: u64,
    /// Rows that were left out because they do not fit.
    pub left_out: u64,
    /// Events of contacts that take no part. They are counted only: the events of
    /// everybody often come with the contacts of some.
    pub unknown_contacts: u64,
    /// Events that stand after a later one of their contact. They are taken, in the
    /// order of their instants.
    pub out_of_order: u64,
    /// The first [`MAX_ISSUES`] rows that were left out, in the order of the file.
    pub issues: Vec<RowIssue>,
    /// Columns that stand for nothing in the workspace, as written.
    pub ignored: Vec<String>,
    /// Display names of fields, and of attributes of the triggers that occur, that no
    /// column stands for; they are empty.
    pub absent: Vec<String>,
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowIssue {
    /// Where the row begins, counted from 1; empty lines before it count as its own.
    pub line: u64,
    /// The column, as written in the header, when it is about one.
    pub column: Option<String>,
    /// Why.
    pub cause: RowCause,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowCause {
    /// There are so many columns where the header has so many.
    Columns {
        /// In the row.
        found: u64,
        /// In the header.
        wanted: u64,
    },
    /// Not UTF-8.
    NotUtf8,
    /// A value that must be there is empty.
    Empty,
    /// An earlier row has the same `contact_id`.
    DuplicateContact(String),
    /// No trigger has this name.
    UnknownTrigger(String),
    /// No message has this id or name.
    UnknownMessage(String),
    /// Several messages have this name.
    SeveralMessages(String),
    /// A row with a message has something else than an interaction as its trigger.
    UnknownInteraction(String),
    /// The text is not a value of the wanted type.
    Value(String, ValueError),
}

/// Why nothing of a file can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// The file is empty.
    #[error("the file is empty")]
    NoHeader,
    /// The header is not UTF-8.
    #[error("the first line is not UTF-8")]
    HeaderNotUtf8,
    /// A column that must be there is not.
    #[error("there is no column `{0}`")]
    NoColumn(String),
    /// The header is one column: nothing that is known stands between columns.
    #[error("the first line is one column, `{0}`; columns are divided by `,`, `;` or a tab")]
    OneColumn(String),
    /// Two columns stand for the same thing.
    #[error("the columns `{0}` and `{1}` stand for the same thing")]
    SameColumn(String, String),
    /// The file ended unexpectedly or could not be read on.
    #[error("reading stopped: {0}")]
    Io(String),
}

impl RowCause {
    /// The id of the message that says it.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Columns { .. } => "csv-row-columns",
            Self::NotUtf8 => "csv-row-not-utf8",
            Self::Empty => "csv-row-empty",
            Self::DuplicateContact(_) => "csv-row-duplicate-contact",
            Self::UnknownTrigger(_) => "csv-row-unknown-trigger",
            Self::UnknownMessage(_) => "csv-row-unknown-message",
            Self::SeveralMessages(_) => "csv-row-several-messages",
            Self::UnknownInteraction(_) => "csv-row-unknown-interaction",
            Self::Value(_, ValueError::Empty) => "csv-row-empty",
            Self::Value(_, ValueError::Number(_)) => "csv-row-number",
            Self::Value(_, ValueError::TrueFalse) => "csv-row-true-false",
            Self::Value(_, ValueError::DateTime(_)) => "csv-row-date",
        }
    }

    /// Keeps the beginning of a text that is very long: a list of issues stays small
    /// whatever a file holds.
    fn shorten(&mut self) {
        let (Self::DuplicateContact(text) | Self::UnknownTrigger(text) | Self::Value(text, _)) =
            self
        else {
            return;
        };
        *text = shortened(std::mem::take(text));
    }

    /// The text that does not fit, for the message.
    pub fn found(&self) -> Option<&str> {
        match self {
            Self::DuplicateContact(text)
            | Self::UnknownTrigger(text)
            | Self::UnknownMessage(text)
            | Self::SeveralMessages(text)
            | Self::UnknownInteraction(text)
            | Self::Value(text, _) => Some(text),
            Self::Columns { .. } | Self::NotUtf8 | Self::Empty => None,
        }
    }
}

/// The beginning of a text that is very long.
fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_FOUND) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// A list of rows that were left out, as CSV: `line,column,reason`.
pub fn issues_csv(issues: impl IntoIterator<Item = (u64, Option<String>, String)>) -> String {
    let mut rows = vec![["line", "column", "reason"].map(String::from)];
    for (line, column, reason) in issues {
        rows.push([line.to_string(), column.unwrap_or_default(), reason]);
    }
    crate::format::report::csv_text(&rows)
}

impl CsvError {
    /// The id of the message that says it.
    pub fn message(&self) -> &'static str {
        match self {
            Self::NoHeader => "csv-no-header",
            Self::HeaderNotUtf8 => "csv-header-not-utf8",
            Self::NoColumn(_) => "csv-no-column",
            Self::OneColumn(_) => "csv-one-column",
            Self::SameColumn(..) => "csv-same-column",
            Self::Io(_) => "csv-io",
        }
    }
}

impl CsvError {
    /// The variables of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoHeader | Self::HeaderNotUtf8 => Vec::new(),
            Self::NoColumn(column) | Self::OneColumn(column) => vec![("column", column.clone())],
            Self::SameColumn(column, other) => {
                vec![("column", column.clone()), ("other", other.clone())]
            }
            Self::Io(detail) => vec![("detail", detail.clone())],
        }
    }
}

impl Reading {
    fn leave_out(&mut self, line: u64, (column, mut cause): Unfit) {
        self.left_out += 1;
        if self.issues.len() < MAX_ISSUES {
            cause.shorten();
            self.issues.push(RowIssue { line, column, cause });
        }
    }
}

/// A column, if it is about one, and what does not fit.
type Unfit = (Option<String>, RowCause);
