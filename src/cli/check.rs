//! `parcours check`: what is wrong in files, as text, JSON or SARIF.

use std::io::Write;

use serde_json::{Value, json};

use crate::check::Severity;
use crate::cli::Outcome;
use crate::cli::args::{Check, Format};
use crate::cli::fail::Fail;
use crate::cli::files::show;
use crate::cli::problems::{self, Finding};
use crate::cli::sarif;

pub(super) fn run(check: &Check, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let mut findings = Vec::new();
    for path in &check.files {
        findings.extend(problems::of_file(path, check.lang)?);
    }
    match check.format {
        Format::Text => {
            write_text(&findings, out)?;
            writeln!(out, "{}", tally(&findings, check.files.len()))?;
        }
        Format::Json => write_json(&json_of(&findings), out)?,
        Format::Sarif => write_json(&sarif::of(&findings), out)?,
    }
    let bad = |finding: &Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => check.deny_warnings,
        Severity::Info => false,
    };
    Ok(if findings.iter().any(bad) { Outcome::Found } else { Outcome::Fine })
}

/// Two lines for each finding: its place in the text and its words; its place by name.
pub(super) fn write_text(findings: &[Finding], out: &mut dyn Write) -> Result<(), Fail> {
    for finding in findings {
        let at = finding.at.map(|at| format!("{}:", show(at))).unwrap_or_default();
        let severity = problems::severity(finding.severity);
        let Finding { file, sentence, code, place, .. } = finding;
        writeln!(out, "{}:{at} {severity}: {sentence} [{code}]", file.display())?;
        if !place.is_empty() {
            writeln!(out, "  at {place}")?;
        }
    }
    Ok(())
}

/// `2 errors, 1 warning, 3 notes in 1 file`.
fn tally(findings: &[Finding], files: usize) -> String {
    let kinds = [Severity::Error, Severity::Warning, Severity::Info];
    let counts = kinds.map(|kind| {
        let count = findings.iter().filter(|finding| finding.severity == kind).count();
        (count, problems::severity(kind))
    });
    let counts: Vec<_> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(n, what)| many(n, what)).collect();
    let counts = if counts.is_empty() { "no problems".into() } else { counts.join(", ") };
    format!("{counts} in {}", many(files, "file"))
}

/// `1 file`, `2 files`.
pub(super) fn many(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// `1 row left out`.
pub(super) fn many_rows(count: u64, what: &str) -> String {
    format!("{} {what}", many(usize::try_from(count).unwrap_or(usize::MAX), "row"))
}

fn json_of(findings: &[Finding]) -> Value {
    let problems = findings.iter().map(|finding| {
        let site = finding.site.as_ref();
        json!({
            "file": finding.file.to_string_lossy(),
            "line": finding.at.map(|at| at.line),
            "column": finding.at.map(|at| at.column),
            "severity": problems::severity(finding.severity),
            "code": finding.code,
            "record": site.map(|site| problems::subject(site.subject)),
            "tile": site.and_then(|site| site.tile).map(|tile| tile.to_string()),
            "place": finding.place,
            "message": finding.sentence,
        })
    });
    json!({
        "format": "parcours.problems",
        "version": 1,
        "problems": problems.collect::<Vec<_>>(),
    })
}

fn write_json(value: &Value, out: &mut dyn Write) -> Result<(), Fail> {
    writeln!(out, "{value:#}")?;
    Ok(())
}
