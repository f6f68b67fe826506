//! Why a file cannot be read: what is wrong, where, and what was expected.
//!
//! Each error is a Fluent message (`file.ftl`) with arguments. `Display` says the
//! same in English for tests and logs.

use std::fmt;

/// Which of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A whole workspace.
    Workspace,
    /// One journey with what it refers to.
    Journey,
    /// Tiles that were copied.
    Tiles,
}

impl FileKind {
    /// What stands in the file's `format`.
    pub const fn format(self) -> &'static str {
        match self {
            Self::Workspace => "parcours.workspace",
            Self::Journey => "parcours.journey",
            Self::Tiles => "parcours.tiles",
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Journey => "journey",
            Self::Tiles => "tiles",
        }
    }
}

/// A place in the text of a file; both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// More than [`MAX_BYTES`](crate::format::MAX_BYTES).
    #[error("the file has {bytes} bytes; at most {most} are read")]
    TooLarge {
        /// How many it has.
        bytes: usize,
        /// How many it may have.
        most: usize,
    },
    /// Not text in UTF-8.
    #[error("line {}, column {}: not text in UTF-8", .0.line, .0.column)]
    NotText(Position),
    /// Not JSON.
    #[error("line {}, column {}: not JSON: {cause}", at.line, at.column)]
    NotJson {
        /// Where reading stopped.
        at: Position,
        /// What the JSON reader says, in English.
        cause: String,
    },
    /// Objects and lists nest deeper than [`MAX_NESTING`](crate::format::MAX_NESTING).
    #[error("line {}, column {}: nested too deep", .0.line, .0.column)]
    TooDeep(Position),
    /// JSON of something else.
    #[error("not a Parcours file: its `format` is {}, not `{}`", found.as_deref().map_or("missing".into(), |found| format!("`{found}`")), expected.format())]
    Foreign {
        /// What it says that it is.
        found: Option<String>,
        /// What was to be read.
        expected: FileKind,
    },
    /// Another one of the Parcours files.
    #[error("this is a {} file, not a {} file", found.name(), expected.name())]
    OtherKind {
        /// What it is.
        found: FileKind,
        /// What was to be read.
        expected: FileKind,
    },
    /// Written by a newer Parcours.
    #[error("the file has version {found}; this Parcours reads up to version {newest}")]
    Newer {
        /// The version of the file.
        found: u64,
        /// The newest that can be read.
        newest: u32,
    },
    /// Something in it does not fit.
    #[error("line {}, column {}, at `{path}`: {cause}", at.line, at.column)]
    Field {
        /// The place as a path, such as `journeys[2].tiles[0].limit.unit`; `.` is the whole file.
        path: String,
        /// Where in the text.
        at: Position,
        /// What is wrong there.
        cause: Cause,
    },
}

/// What is wrong with one place in a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// Files of this version have no such setting here.
    #[error("there is no setting `{0}` here")]
    Unknown(String),
    /// A setting is missing.
    #[error("`{0}` is missing")]
    Missing(String),
    /// A setting is given twice.
    #[error("`{0}` is given twice")]
    Twice(String),
    /// A word that is none of the choices.
    #[error("`{found}` is none of the choices{}", listed(expected))]
    Choice {
        /// The word.
        found: String,
        /// The choices; empty where there are too many to list.
        expected: Vec<String>,
    },
    /// Another kind of JSON value than expected.
    #[error("expected {expected}, found {found}")]
    Kind {
        /// What stands there.
        found: Json,
        /// What should.
        expected: Json,
    },
    /// A number outside of what fits.
    #[error("{0} is not a whole number from 0 to {MAX_NUMBER}")]
    Number(String),
    /// Not an id of the wanted kind.
    #[error("`{text}` is not an id here: expected `{prefix}` and a number, such as `{prefix}7`")]
    Id {
        /// What stands there.
        text: String,
        /// The letter of the wanted kind.
        prefix: char,
    },
    /// A number names two things.
    #[error("the number of `{id}` names something else already, at `{first}`")]
    DuplicateId {
        /// The id.
        id: String,
        /// The path of what has it already.
        first: String,
    },
    /// The number of an id is greater than any that may be given.
    #[error("the number of `{id}` is greater than {most}")]
    IdTooGreat {
        /// The id.
        id: String,
        /// The greatest one allowed.
        most: u32,
    },
    /// `nextId` is not greater than every number in use.
    #[error("must be greater than {greatest} (the greatest number in use), and at most {most}")]
    NextId {
        /// The greatest number in use.
        greatest: u32,
        /// The greatest one allowed.
        most: u32,
    },
    /// Not a decimal number.
    #[error("`{0}` is not a number")]
    Decimal(String),
    /// A list of waits with fewer than two: a single one stands in its tile.
    #[error("two waits at least; a single one stands in the tile itself, with `yes` and `no`")]
    FewWaits,
    /// Anything else, in the words of the JSON reader.
    #[error("{0}")]
    Other(String),
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Json {
    Null,
    TrueFalse,
    Number,
    WholeNumber,
    Text,
    List,
    Object,
    TextOrObject,
}

impl Json {
    const fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::TrueFalse => "true-false",
            Self::Number => "number",
            Self::WholeNumber => "whole-number",
            Self::Text => "text",
            Self::List => "list",
            Self::Object => "object",
            Self::TextOrObject => "text-or-object",
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "nothing (`null`)",
            Self::TrueFalse => "`true` or `false`",
            Self::Number => "a number",
            Self::WholeNumber => "a whole number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
            Self::TextOrObject => "a text or an object",
        })
    }
}

/// The greatest number that a setting such as a count may have.
const MAX_NUMBER: u32 = u32::MAX;

/// A Fluent message id with its arguments.
pub type Message = (&'static str, Vec<(&'static str, String)>);

impl ReadError {
    /// Where in the text, for an error that has a place.
    pub fn place(&self) -> Option<Position> {
        match self {
            Self::NotText(at) | Self::TooDeep(at) => Some(*at),
            Self::NotJson { at, .. } | Self::Field { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// What to tell the user: a message of `file.ftl` with its arguments.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { bytes, most } => (
                "file-too-large",
                vec![
                    ("size", megabytes(*bytes).to_string()),
                    ("most", megabytes(*most).to_string()),
                ],
            ),
            Self::NotText(at) => ("file-not-text", place(*at)),
            Self::NotJson { at, cause } => {
                ("file-not-json", with(place(*at), [("cause", cause.clone())]))
            }
            Self::TooDeep(at) => ("file-too-deep", place(*at)),
            Self::Foreign { found: None, expected } => {
                ("file-without-format", vec![("expected", expected.format().into())])
            }
            Self::Foreign { found: Some(found), expected } => (
                "file-foreign",
                vec![("found", found.clone()), ("expected", expected.format().into())],
            ),
            Self::OtherKind { found, .. } => {
                ("file-other-kind", vec![("found", found.name().into())])
            }
            Self::Newer { found, newest } => {
                ("file-newer", vec![("found", found.to_string()), ("newest", newest.to_string())])
            }
            Self::Field { path, at, cause } => {
                let (id, args) = cause.message();
                (id, with(with(place(*at), [("path", path.clone())]), args))
            }
        }
    }
}

impl Cause {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(name) => ("file-unknown-setting", vec![("name", name.clone())]),
            Self::Missing(name) => ("file-missing-setting", vec![("name", name.clone())]),
            Self::Twice(name) => ("file-setting-twice", vec![("name", name.clone())]),
            Self::Choice { found, expected } if expected.is_empty() => {
                ("file-no-choice", vec![("found", found.clone())])
            }
            Self::Choice { found, expected } => (
                "file-no-such-choice",
                vec![("found", found.clone()), ("expected", expected.join(", "))],
            ),
            Self::Kind { found, expected } => (
                "file-wrong-kind",
                vec![("found", found.name().into()), ("expected", expected.name().into())],
            ),
            Self::Number(number) => (
                "file-bad-number",
                vec![("found", number.clone()), ("most", MAX_NUMBER.to_string())],
            ),
            Self::Id { text, prefix } => {
                ("file-not-an-id", vec![("found", text.clone()), ("prefix", prefix.to_string())])
            }
            Self::DuplicateId { id, first } => {
                ("file-duplicate-id", vec![("id", id.clone()), ("first", first.clone())])
            }
            Self::IdTooGreat { id, most } => {
                ("file-id-too-great", vec![("id", id.clone()), ("most", most.to_string())])
            }
            Self::NextId { greatest, most } => (
                "file-next-id",
                vec![("greatest", greatest.to_string()), ("most", most.to_string())],
            ),
            Self::Decimal(text) => ("file-not-a-decimal", vec![("found", text.clone())]),
            Self::FewWaits => ("file-few-waits", Vec::new()),
            Self::Other(cause) => ("file-other", vec![("cause", cause.clone())]),
        }
    }
}

fn place(at: Position) -> Vec<(&'static str, String)> {
    vec![("line", at.line.to_string()), ("column", at.column.to_string())]
}

fn with(
    mut args: Vec<(&'static str, String)>,
    more: impl IntoIterator<Item = (&'static str, String)>,
) -> Vec<(&'static str, String)> {
    args.extend(more);
    args
}

fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1024 * 1024)
}

fn listed(choices: &[String]) -> String {
    if choices.is_empty() { String::new() } else { format!(": {}", choices.join(", ")) }
}
