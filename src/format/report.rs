//! Reports of runs, as JSON and as CSV.
//!
//! **Invariant:** the JSON is canonical, and reading what was written gives the
//! same report. It is what a worker sends and what people export.

use serde::{Deserialize, Serialize};

use crate::engine::report::{
    ExitReason, JourneyCounts, Refusal, Report, TileCounts, TriggerCounts,
};
use crate::engine::spread::Spread;
use crate::format::remote::{Reason, RunFileError, as_mirror, read, write};
use crate::model::civil::Date;
use crate::model::id::{AttributeId, FlowId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Interaction, Tile};
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;

const FORMAT: &str = "parcours.report";

/// The report as JSON.
pub fn write_report(report: &Report) -> String {
    write(FORMAT, report)
}

/// Reads a report from JSON.
///
/// # Errors
///
/// Whatever [`write_report`] cannot have written.
pub fn read_report(text: &str) -> Result<Report, RunFileError> {
    read(FORMAT, text)
}

/// The report as CSV: a row `kind,id,name,figure,value` for each figure. Names
/// are those of `workspace`, and empty for what it does not hold any more.
pub fn report_csv(report: &Report, workspace: &Workspace) -> String {
    let mut rows = vec![["kind", "id", "name", "figure", "value"].map(String::from)];
    let mut add = |kind: &str, id: String, name: &str, figure: &str, value: u64| {
        rows.push([kind.into(), id, name.into(), figure.into(), value.to_string()]);
    };
    add("run", String::new(), "", "contacts", report.contacts);
    add("run", String::new(), "", "events outside the period", report.events_outside);
    if report.cut > 0 {
        add("run", String::new(), "", "events of models beyond their limits", report.cut);
    }
    let unsent = report.interactions_unsent;
    add("run", String::new(), "", "interactions with messages not sent", unsent);
    for (id, counts) in &report.triggers {
        let name = workspace.triggers.get(id).map_or("", |trigger| &trigger.name);
        trigger_figures(counts, |figure, value| {
            add("trigger", id.to_string(), name, figure, value)
        });
    }
    for (id, counts) in &report.journeys {
        let name = workspace.journeys.get(id).map_or("", |journey| &journey.name);
        journey_figures(counts, |figure, value| {
            add("journey", id.to_string(), name, figure, value)
        });
    }
    for (id, counts) in &report.tiles {
        let tile = workspace.journeys.values().find_map(|journey| journey.tile(*id));
        let entry = workspace.journeys.values().any(|journey| journey.entry.id == *id);
        let name = tile.map_or(if entry { "Entry" } else { "" }, |tile| &tile.name);
        let name_of = |slot| branch_name(tile, slot);
        tile_figures(counts, name_of, |figure, value| {
            add("tile", id.to_string(), name, figure, value);
        });
    }
    for (id, &runs) in &report.flows {
        let name = workspace.flows.get(id).map_or("", |flow| &flow.name);
        add("flow", id.to_string(), name, "runs", runs);
    }
    for (tiles, &cut) in &report.loops {
        let ids: Vec<String> = tiles.iter().map(TileId::to_string).collect();
        add("loop", ids.join(" "), "", "cut", cut);
    }
    csv_text(&rows)
}

/// Rows as CSV text with `\n` at the end of each.
pub(in crate::format) fn csv_text<R: AsRef<[String]>>(rows: &[R]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = rows.iter().try_for_each(|row| writer.write_record(row.as_ref()));
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn trigger_figures(counts: &TriggerCounts, mut add: impl FnMut(&str, u64)) {
    add("raised from outside", counts.outside);
    if counts.made > 0 {
        add("made by models", counts.made);
    }
    add("activated", counts.activated);
    add("failed", counts.failed_activations);
    for (attribute, &count) in &counts.failed {
        add(&format!("failed: {attribute}"), count);
    }
}

fn journey_figures(counts: &JourneyCounts, mut add: impl FnMut(&str, u64)) {
    add("entered", counts.entered);
    add("inside", counts.inside);
    add("completed", counts.completed);
    add("goal met", counts.goal_met);
    for (minutes, &count) in &counts.goal_after.counts {
        add(&format!("goal met within minutes: {minutes}"), count);
    }
    for (day, &count) in &counts.entered_on {
        add(&format!("entered on: {day}"), count);
    }
    for (refusal, &count) in &counts.refused {
        add(&format!("refused: {}", refusal_name(*refusal)), count);
    }
    for (reason, &count) in &counts.exited {
        add(&format!("exited: {}", Reason(*reason)), count);
    }
}

fn tile_figures(
    counts: &TileCounts,
    name_of: impl Fn(Slot) -> String,
    mut add: impl FnMut(&str, u64),
) {
    add("arrived", counts.arrived);
    add("waiting", counts.waiting);
    add("left", counts.left);
    if counts.failed > 0 {
        add("failed", counts.failed);
    }
    for (minutes, &count) in &counts.stay.counts {
        add(&format!("went on within minutes: {minutes}"), count);
    }
    if !counts.interactions.is_empty() {
        add("sent", counts.sent);
    }
    for (kind, &count) in &counts.interactions {
        add(kind.name(), count);
    }
    for (slot, &count) in &counts.branches {
        add(&format!("branch: {}", name_of(*slot)), count);
    }
    for (reason, &count) in &counts.exited {
        add(&format!("exited: {}", Reason(*reason)), count);
    }
}

/// The name of a branch, or its id where it has none.
fn branch_name(tile: Option<&Tile>, slot: Slot) -> String {
    let own = match slot {
        Slot::Branch(id) => tile.and_then(|tile| tile.kind.name_of_branch(id)),
        Slot::Other | Slot::Yes | Slot::No => None,
    };
    match own {
        None | Some("") => slot.to_string(),
        Some(name) => name.to_owned(),
    }
}

pub(super) fn refusal_name(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotLive => "not live",
        Refusal::TimeWindow => "time window",
        Refusal::Condition => "condition",
        Refusal::Excluded => "excluded",
        Refusal::Repeat => "repeat",
        Refusal::Limit => "limit",
    }
}

as_mirror!(Report as ReportMirror, TileCounts as TileMirror);
as_mirror!(TriggerCounts as TriggerMirror, JourneyCounts as JourneyMirror);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Report", rename_all = "camelCase")]
struct ReportMirror {
    contacts: u64,
    events_outside: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    cut: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    interactions_unsent: u64,
    tiles: SortedMap<TileId, TileCounts>,
    triggers: SortedMap<TriggerId, TriggerCounts>,
    journeys: SortedMap<JourneyId, JourneyCounts>,
    flows: SortedMap<FlowId, u64>,
    /// Lists cannot be keys of an object: pairs.
    #[serde(with = "loops")]
    loops: SortedMap<Vec<TileId>, u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TileCounts")]
struct TileMirror {
    arrived: u64,
    waiting: u64,
    left: u64,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    branches: SortedMap<Slot, u64>,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    exited: SortedMap<ExitReason, u64>,
    #[serde(default, skip_serializing_if = "is_zero")]
    failed: u64,
    #[serde(default, with = "spread", skip_serializing_if = "is_nothing")]
    stay: Spread,
    #[serde(default, skip_serializing_if = "is_zero")]
    sent: u64,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    interactions: SortedMap<Interaction, u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TriggerCounts", rename_all = "camelCase")]
struct TriggerMirror {
    outside: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    made: u64,
    activated: u64,
    failed_activations: u64,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    failed: SortedMap<AttributeId, u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "JourneyCounts", rename_all = "camelCase")]
struct JourneyMirror {
    entered: u64,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    refused: SortedMap<Refusal, u64>,
    inside: u64,
    completed: u64,
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    exited: SortedMap<ExitReason, u64>,
    goal_met: u64,
    #[serde(default, with = "spread", skip_serializing_if = "is_nothing")]
    goal_after: Spread,
    #[serde(default, with = "days", skip_serializing_if = "SortedMap::is_empty")]
    entered_on: SortedMap<Date, u64>,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

fn is_nothing(spread: &Spread) -> bool {
    spread.counts.is_empty()
}

/// Counts by the longest time of their step, in minutes.
mod spread {
    use crate::model::sorted::SortedMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::engine::spread::Spread;

    pub fn serialize<S: Serializer>(spread: &Spread, to: S) -> Result<S::Ok, S::Error> {
        spread.counts.serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Spread, D::Error> {
        SortedMap::deserialize(from).map(|counts| Spread { counts })
    }
}

/// Counts by day: `2026-03-29`.
mod days {
    use crate::model::sorted::SortedMap;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::model::civil::Date;

    type Days = SortedMap<Date, u64>;

    pub fn serialize<S: Serializer>(days: &Days, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(days.iter().map(|(day, count)| (day.to_string(), count)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Days, D::Error> {
        let mut days = Days::new();
        for (day, count) in SortedMap::<String, u64>::deserialize(from)? {
            days.insert(day.parse().map_err(D::Error::custom)?, count);
        }
        Ok(days)
    }
}

mod loops {
    use crate::model::sorted::SortedMap;

    use serde::{Deserialize, Deserializer, Serializer};

    use crate::model::collect;
    use crate::model::id::TileId;

    type Loops = SortedMap<Vec<TileId>, u64>;

    pub fn serialize<S: Serializer>(loops: &Loops, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(loops)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Loops, D::Error> {
        Vec::<(Vec<TileId>, u64)>::deserialize(from).map(collect::map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::BranchId;

    fn report() -> Report {
        let mut report = Report { contacts: 3, events_outside: 1, ..Report::default() };
        let tile = report.tiles.entry(TileId(12)).or_default();
        (tile.arrived, tile.left, tile.failed) = (3, 2, 1);
        tile.branches = SortedMap::from([(Slot::Branch(BranchId(3)), 1), (Slot::Other, 1)]);
        tile.exited = SortedMap::from([(ExitReason::Expired, 1)]);
        tile.sent = 2;
        tile.interactions = SortedMap::from([(Interaction::Opened, 1)]);
        report.interactions_unsent = 4;
        let journey = report.journeys.entry(JourneyId(1)).or_default();
        (journey.entered, journey.completed) = (3, 2);
        journey.entered_on.insert(Date::from_days(20_000), 3);
        journey.goal_after.counts.insert(60, 2);
        journey.exited = SortedMap::from([(ExitReason::Criterion(TriggerId(7)), 1)]);
        journey.refused = SortedMap::from([(Refusal::NotLive, 4), (Refusal::Repeat, 5)]);
        let trigger = report.triggers.entry(TriggerId(7)).or_default();
        (trigger.outside, trigger.failed_activations) = (9, 1);
        trigger.failed.insert(AttributeId(8), 1);
        report.flows.insert(FlowId(2), 1);
        report.loops.insert(vec![TileId(12), TileId(13)], 2);
        report
    }

    #[test]
    fn a_report_reads_back_from_its_json() {
        let text = write_report(&report());
        assert_eq!(read_report(&text).unwrap(), report());
        assert_eq!(write_report(&read_report(&text).unwrap()), text);
        assert!(text.contains(r#""branches": {"b3": 1, "other": 1}"#), "{text}");
    }

    #[test]
    fn what_is_no_report_is_refused() {
        let other = write_report(&report()).replace(FORMAT, "parcours.trace");
        assert!(matches!(read_report(&other), Err(RunFileError::Foreign(_))));
        assert!(matches!(read_report("{"), Err(RunFileError::Json(_))));
    }

    #[test]
    fn the_csv_has_a_row_for_each_figure() {
        let text = report_csv(&report(), &Workspace::default());
        for row in [
            "kind,id,name,figure,value",
            "run,,,contacts,3",
            "trigger,t7,,failed: a8,1",
            "journey,j1,,refused: not live,4",
            "journey,j1,,exited: t7,1",
            "journey,j1,,entered on: 2024-10-04,3",
            "journey,j1,,goal met within minutes: 60,2",
            "tile,n12,,branch: b3,1",
            "tile,n12,,exited: expired,1",
            "tile,n12,,sent,2",
            "tile,n12,,opened,1",
            "run,,,interactions with messages not sent,4",
            "flow,f2,,runs,1",
            "loop,n12 n13,,cut,2",
        ] {
            assert!(text.lines().any(|line| line == row), "{row} in {text}");
        }
    }
}
