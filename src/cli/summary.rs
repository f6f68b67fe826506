//! A run in a few lines for the terminal.

use std::fmt::Write;

use crate::engine::data::Dataset;
use crate::engine::report::Report;
use crate::format::csv::RowCause;
use crate::locale::{Lang, say};
use crate::model::workspace::Workspace;

/// What happened, by journey and by flow.
pub(super) fn of(workspace: &Workspace, data: &Dataset, report: &Report) -> String {
    let mut rows = vec![
        ["journey", "entered", "inside", "completed", "exited", "goal met", "refused"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for (id, counts) in &report.journeys {
        let name = workspace.journeys.get(id).map_or_else(|| id.to_string(), |j| j.name.clone());
        let figures = [
            counts.entered,
            counts.inside,
            counts.completed,
            counts.exited.values().sum(),
            counts.goal_met,
            counts.refused.values().sum(),
        ];
        rows.push(std::iter::once(name).chain(figures.map(|figure| figure.to_string())).collect());
    }
    // Writing to a string cannot fail.
    let mut text = String::new();
    let _ = writeln!(text, "{} contacts, {} events\n", report.contacts, data.events());
    text.push_str(&table(&rows));
    if !report.flows.is_empty() {
        let mut rows = vec![vec!["flow".to_owned(), "runs".to_owned()]];
        for (id, runs) in &report.flows {
            let name = workspace.flows.get(id).map_or_else(|| id.to_string(), |f| f.name.clone());
            rows.push(vec![name, runs.to_string()]);
        }
        text.push('\n');
        text.push_str(&table(&rows));
    }
    for (count, what) in [
        (report.events_outside, "events outside the period"),
        (report.interactions_unsent, "interactions with messages that were not sent"),
        (report.cut, "events of behaviour models beyond their limits, not made"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "\n{what}: {count}");
        }
    }
    for (tiles, cut) in &report.loops {
        let tiles: Vec<_> = tiles.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "\ntrigger loop cut {cut} times: {}", tiles.join(" → "));
    }
    text
}

/// Why a row was left out.
pub(super) fn cause(cause: &RowCause, lang: Lang) -> String {
    let mut args = Vec::new();
    if let RowCause::Columns { found, wanted } = cause {
        args.push(("found", found.to_string().into()));
        args.push(("wanted", wanted.to_string().into()));
    }
    args.extend(cause.found().map(|text| ("text", text.into())));
    say(lang, cause.message(), args)
}

/// Columns as wide as what is in them: names to the left, figures to the right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widest = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<_> = (0..columns).map(|column| widest(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in rows {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let space = " ".repeat(width - cell.chars().count());
            match column {
                0 => text.push_str(&format!("{cell}{space}")),
                _ => text.push_str(&format!("  {space}{cell}")),
            }
        }
        text.push('\n');
    }
    text
}
