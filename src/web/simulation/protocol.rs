//! What the page and the worker say to each other: a header as JSON and, beside
//! it, what is too large for one: the workspace as its file, and the CSV files,
//! which the browser hands over without copying them.

use std::sync::Arc;

use js_sys::{Array, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::engine::find::Visit;
use crate::engine::report::{Refusal, Report};
use crate::engine::shard::Shard;
use crate::format::csv::{CsvError, Reading, RowCause, RowIssue};
use crate::format::report::{read_report, write_report};
use crate::model::id::{JourneyId, ScenarioId, TileId};
use crate::model::journey::Interaction;
use crate::model::tree::Slot;
use crate::web::simulation::LeftOut;

/// What the page asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read the contacts and events that the workspace's run takes.
    Load,
    /// The same, and run.
    Run,
    /// A part of the list of contacts.
    Contacts {
        /// Of which of them.
        query: Query,
        /// From which on, counted from 0 in the list.
        offset: u32,
        /// How many at most.
        limit: u32,
    },
    /// Run test scenarios of the workspace.
    Judge(Vec<ScenarioId>),
    /// The places of all contacts in a list.
    Places(Query),
    /// The way of one contact, and its neighbours in a list.
    Trace {
        /// Its place in the data.
        contact: u32,
        /// The list.
        query: Query,
    },
    /// The activations of all contacts as CloudEvents.
    CloudEvents,
    /// Break down, to see what becomes of it. The page never asks for it.
    BreakDown,
}

/// Which contacts a list holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Query {
    /// Those that came by there; none: all.
    #[serde(with = "visits")]
    pub visit: Option<Visit>,
    /// And whose name has this in it.
    pub search: String,
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It listens now; what was posted before is lost.
    Ready,
    /// It cannot be started: the page does its work, in turns.
    InPage,
    /// It reads a file: so many bytes of so many.
    Reading(Source, f64, f64),
    /// The data is there.
    Loaded(Loaded),
    /// It is there still: that of the request before.
    Kept,
    /// It ran so many contacts of so many.
    Progress(u32, u32),
    /// The run is over.
    Done {
        /// It goes beside the header, as its file.
        #[serde(skip)]
        report: Arc<Report>,
    },
    /// A part of the list of contacts.
    Contacts(ContactPage),
    /// The places of all contacts in a list, ascending.
    Places {
        /// The list.
        query: Query,
        /// They go beside the header.
        #[serde(skip)]
        places: Vec<u32>,
    },
    /// The way of a contact.
    Trace {
        /// Its place in the data.
        contact: u32,
        /// The trace as its file.
        trace: String,
        /// The test scenario that it makes, as its file.
        kept: String,
        /// The contact before it in the list, if it stands there.
        previous: Option<u32>,
        /// The contact after it in the list, if it stands there.
        next: Option<u32>,
        /// Whether it stands there.
        listed: bool,
    },
    /// Another part of the contacts has the one whose way was asked for.
    Beside {
        /// Its place in the data.
        contact: u32,
        /// Which of these stands before it in the list.
        previous: Option<u32>,
        /// Which of these stands after it in the list.
        next: Option<u32>,
    },
    /// Activations as CloudEvents: for each contact its place in the data, and a line
    /// for each event.
    CloudEvents(Vec<(u32, Vec<String>)>),
    /// What became of test scenarios, as their file.
    Judged(String),
    /// What was asked for cannot be done.
    Failed(Failure),
}

/// Which of the two kinds of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Source {
    Contacts,
    Events,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Loaded {
    /// How many contacts there are.
    pub contacts: u32,
    /// How many events there are.
    pub events: u64,
    /// How each file was read.
    pub files: Vec<FileReading>,
    /// How many values and events of the workspace were left out; the checker says which.
    pub left_out: u64,
    /// How many bytes of memory the workers' programs take by now.
    pub memory: f64,
}

/// How a file was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileReading {
    /// Which.
    pub source: Source,
    /// Rows that were taken.
    pub taken: u64,
    /// Rows that were left out because they do not fit.
    pub left_out: u64,
    /// Events of contacts that take no part.
    pub unknown_contacts: u64,
    /// Events that stand after a later one of their contact.
    pub out_of_order: u64,
    /// The first rows that were left out. They go beside the header.
    #[serde(skip)]
    pub issues: LeftOut,
    /// Columns that stand for nothing.
    pub ignored: Vec<String>,
    /// Fields and attributes without a column.
    pub absent: Vec<String>,
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// Where it begins, counted from 1.
    pub line: u64,
    /// The column, when it is about one.
    pub column: Option<String>,
    /// Why.
    pub cause: Told,
}

/// A message and its variables, to be put into words by the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The id of the message.
    pub id: String,
    /// Its variables.
    pub args: Vec<(String, String)>,
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Failure {
    /// A file cannot be read at all.
    File(Source, Told),
    /// The workspace cannot be run as it is; for people who look for the cause.
    Workspace(String),
    /// The worker broke down. It has to be started anew.
    Crashed(String),
    /// What the page needs to do a worker's work could not be fetched.
    NotFetched,
}

/// A part of the list of contacts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContactPage {
    /// Of which list.
    pub query: Query,
    /// How many contacts the whole list has.
    pub total: u32,
    /// The place of the first row in the list.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<ContactRow>,
}

/// A contact in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRow {
    /// Its place in the data.
    pub contact: u32,
    /// What it is called.
    pub name: String,
    /// How many events it has.
    pub events: u32,
}

/// A request with what goes beside it.
#[derive(Debug, Clone)]
pub struct Message {
    /// What is asked for.
    pub request: Request,
    /// Which part of the contacts it is for: the number, from 0, of so many.
    pub part: (u32, u32),
    /// The workspace's file, for [`Request::Load`], [`Request::Run`] and [`Request::Judge`].
    pub workspace: Option<String>,
    /// The CSV file of contacts, where there is one.
    pub contacts: Option<File>,
    /// The CSV file of events, where there is one.
    pub events: Option<File>,
}

impl Message {
    /// A request that needs nothing beside it.
    pub fn bare(request: Request) -> Self {
        Self { request, part: (0, 1), workspace: None, contacts: None, events: None }
    }

    /// Which part of the contacts it is for.
    pub fn shard(&self) -> Shard {
        Shard::new(self.part.0, self.part.1)
    }

    /// What is posted.
    pub fn to_js(&self) -> JsValue {
        let file = |file: &Option<File>| file.clone().map_or(JsValue::NULL, JsValue::from);
        let workspace = self.workspace.as_deref().map_or(JsValue::NULL, JsValue::from_str);
        let header = JsValue::from_str(&header(&(&self.request, self.part)));
        Array::of4(&header, &workspace, &file(&self.contacts), &file(&self.events)).into()
    }

    /// What was posted; `None` when it is no message.
    pub fn from_js(value: &JsValue) -> Option<Self> {
        let parts: &Array = value.dyn_ref()?;
        let (request, part) = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
        let file = |index| parts.get(index).dyn_into::<File>().ok();
        let workspace = parts.get(1).as_string();
        Some(Self { request, part, workspace, contacts: file(2), events: file(3) })
    }
}

impl Reply {
    /// What is posted.
    pub fn to_js(&self) -> JsValue {
        let header = JsValue::from_str(&header(self));
        match self {
            Self::Loaded(loaded) => {
                let texts = loaded.files.iter().map(|file| JsValue::from_str(file.issues.text()));
                std::iter::once(header).chain(texts).collect::<Array>().into()
            }
            Self::Places { places, .. } => {
                Array::of2(&header, &Uint32Array::from(places.as_slice())).into()
            }
            Self::Done { report } => {
                Array::of2(&header, &JsValue::from_str(&write_report(report))).into()
            }
            _ => header,
        }
    }

    /// What was posted; `None` when it is no reply.
    pub fn from_js(value: &JsValue) -> Option<Self> {
        let Some(parts) = value.dyn_ref::<Array>() else {
            return serde_json::from_str(&value.as_string()?).ok();
        };
        let mut reply = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
        match &mut reply {
            Self::Loaded(loaded) => {
                for (file, text) in loaded.files.iter_mut().zip(parts.iter().skip(1)) {
                    file.issues = LeftOut::from_text(&text.as_string()?);
                }
            }
            Self::Places { places, .. } => {
                *places = parts.get(1).dyn_into::<Uint32Array>().ok()?.to_vec();
            }
            Self::Done { report } => *report = read_report(&parts.get(1).as_string()?).ok()?.into(),
            _ => {}
        }
        Some(reply)
    }
}

impl FileReading {
    /// As the reader tells it.
    pub fn new(source: Source, reading: Reading) -> Self {
        Self {
            source,
            taken: reading.taken,
            left_out: reading.left_out,
            unknown_contacts: reading.unknown_contacts,
            out_of_order: reading.out_of_order,
            issues: LeftOut::of(reading.issues.iter().map(Issue::from)),
            ignored: reading.ignored,
            absent: reading.absent,
        }
    }
}

impl Failure {
    /// A file that cannot be read at all.
    pub fn file(source: Source, error: &CsvError) -> Self {
        Self::File(source, told(error.message(), error.args()))
    }
}

impl From<&RowIssue> for Issue {
    fn from(issue: &RowIssue) -> Self {
        let cause = match &issue.cause {
            RowCause::Columns { found, wanted } => told(
                issue.cause.message(),
                vec![("found", found.to_string()), ("wanted", wanted.to_string())],
            ),
            cause => {
                let text = cause.found().unwrap_or_default().to_owned();
                told(cause.message(), vec![("text", text)])
            }
        };
        Self { line: issue.line, column: issue.column.clone(), cause }
    }
}

fn told(id: &str, args: Vec<(&str, String)>) -> Told {
    let args = args.into_iter().map(|(name, text)| (name.to_owned(), text));
    Told { id: id.to_owned(), args: args.collect() }
}

/// Texts, numbers and lists always write.
fn header(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Visit")]
enum VisitMirror {
    Reached(TileId),
    WaitsAt(TileId),
    ExitedAt(TileId),
    Took(TileId, Slot),
    FailedAt(TileId),
    SentAt(TileId),
    Interacted(TileId, Interaction),
    Entered(JourneyId),
    Refused(JourneyId, Refusal),
    Inside(JourneyId),
    Completed(JourneyId),
    Exited(JourneyId),
    MetGoal(JourneyId),
}

/// A visit that may be missing.
mod visits {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Visit, VisitMirror};

    #[derive(Serialize, Deserialize)]
    struct Wire(#[serde(with = "VisitMirror")] Visit);

    pub fn serialize<S: Serializer>(visit: &Option<Visit>, to: S) -> Result<S::Ok, S::Error> {
        visit.map(Wire).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Visit>, D::Error> {
        Ok(Option::<Wire>::deserialize(from)?.map(|wire| wire.0))
    }
}
