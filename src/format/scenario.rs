//! A test scenario on its own, and what became of scenarios: what the page and its
//! worker send each other.

use serde::{Deserialize, Serialize};

use crate::engine::judge::{Broken, Coverage, How, Part, Seen, Verdict};
use crate::engine::report::{ExitReason, Refusal};
use crate::format::remote::{RunFileError, as_mirror, read, write};
use crate::format::v1::ScenarioRecord;
use crate::format::{reader, writer};
use crate::model::id::{AttributeId, ContactId, EventId, FieldId, JourneyId, ScenarioId, TileId};
use crate::model::scenario::Scenario;
use crate::model::sorted::SortedSet;
use crate::model::tree::Slot;
use crate::model::value::Value;

const VERDICTS: &str = "parcours.verdicts";

/// What became of one scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Which.
    pub scenario: ScenarioId,
    /// What became of it, or why it could not be run.
    pub result: Result<Verdict, Broken>,
}

/// The scenario as JSON.
pub fn write_scenario(scenario: &Scenario) -> String {
    writer::write(&mut ScenarioRecord::new(scenario))
}

/// Reads a scenario from JSON; `None` for whatever [`write_scenario`] cannot have written.
pub fn read_scenario(text: &str) -> Option<Scenario> {
    let mut record = ScenarioRecord::default();
    reader::read(text, &mut record).ok()?;
    record.into_model().ok()
}

/// The verdicts as JSON.
pub fn write_verdicts(judged: &[Judged]) -> String {
    write(VERDICTS, Verdicts { judged: judged.to_vec() })
}

/// Reads verdicts from JSON.
///
/// # Errors
///
/// Whatever [`write_verdicts`] cannot have written.
pub fn read_verdicts(text: &str) -> Result<Vec<Judged>, RunFileError> {
    Ok(read::<Verdicts>(VERDICTS, text)?.judged)
}

#[derive(Serialize, Deserialize)]
struct Verdicts {
    judged: Vec<Judged>,
}

as_mirror!(Verdict as VerdictMirror, Coverage as CoverageMirror, Broken as BrokenMirror);
as_mirror!(Seen as SeenMirror, How as HowMirror, Part as PartMirror);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Verdict")]
struct VerdictMirror {
    seen: Vec<Option<Seen>>,
    coverage: Coverage,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Coverage")]
struct CoverageMirror {
    tiles: SortedSet<TileId>,
    branches: SortedSet<(TileId, Slot)>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Broken")]
struct BrokenMirror {
    part: Part,
    detail: String,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Part")]
enum PartMirror {
    Journeys(Vec<JourneyId>),
    Workspace,
    Start,
    End,
    ContactName(ContactId),
    ContactValue(ContactId, FieldId),
    EventContact(EventId),
    EventWhat(EventId),
    EventTime(EventId),
    EventValue(EventId, AttributeId),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Seen")]
enum SeenMirror {
    Gone,
    Happened,
    NotEntered,
    Refused(Refusal),
    Ended(TileId, How),
    Took(Slot),
    NotRaised,
    Values(TileId, Vec<(AttributeId, Option<Value>)>),
    Missing(TileId, Vec<AttributeId>),
    Goal { met: u64, entered: u64 },
    Runs(u64),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "How")]
enum HowMirror {
    Waiting,
    Completed,
    Exited(ExitReason),
}
