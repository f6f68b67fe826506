//! Files: how a workspace, and one journey with what it refers to, are written
//! down as JSON and read back.
//!
//! What a record looks like in a file is said in a module per version ([`v1`]), so the
//! model can change without changing files that people keep: what is no longer alike
//! gets a record of its own there.
//!
//! **Invariant:** the form is canonical. `read(write(w)) == w`, and the same
//! workspace gives the same bytes, whatever was done to get there: keys in a
//! fixed order, records in ascending order of id, two spaces of indentation,
//! whatever fits in 100 columns on one line, `\n` at the end of every line and
//! of the file. A setting that is empty or off is left out.
//!
//! Contacts and events come in as CSV ([`csv`]); [`report`] and [`trace`] write
//! down what a run gives, [`snippet`] the code that raises a trigger, [`definition`]
//! what a flow is to Power Automate.
//!
//! What this layer deliberately does not do: judge. A trigger that does not
//! exist, a text that is no number, a branch too many can be read; the checker
//! says what is wrong with them, where the user can put it right. Only what the
//! model cannot hold is a [`ReadError`].

pub mod cloud_events;
pub mod csv;
pub mod definition;
mod error;
mod fragment;
mod guard;
mod ids;
mod journey;
mod merge;
mod merged;
mod names;
pub mod outline;
mod paste;
mod places;
mod pretty;
mod read;
mod reader;
mod remap;
mod remote;
pub mod report;
pub mod scenario;
mod shape;
pub mod snippet;
mod sorted;
mod step;
mod stop;
pub mod trace;
mod v1;
mod write;
mod writer;

pub use error::{Cause, FileKind, Json, Message, Position, ReadError};
pub use fragment::{Elsewhere, Fragment, read_tiles, write_tiles};
pub use journey::{JourneyFile, read_journey, write_journey};
pub use merge::merge;
pub use merged::{Kind, MergeReport, Note};
pub use paste::{PasteError, PasteNote, Pasted, What, paste};
pub use places::Places;
pub use read::read;
pub use remote::RunFileError;
pub use write::{write, write_in_pieces};

/// The newest version of the files that this build reads, and the one that it writes.
pub const VERSION: u32 = 1;
/// The JSON Schema (draft 2020-12) of both files in version 1.
pub const SCHEMA: &str = include_str!("parcours-1.schema.json");
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;
/// How deep objects and lists may nest in a file: some 29 tiles with branches within
/// each other, where the checker complains from the ninth on.
pub const MAX_NESTING: usize = 127;
/// The greatest number in an id: far from where counting on would overflow.
pub const MAX_ID: u32 = 2_000_000_000;
