//! What holds for the project as text: no compiler or linter sees to it.

mod documents;
mod files;
mod messages;
mod said;
mod source;
mod style;

/// Fails with one line per finding.
#[track_caller]
fn expect_none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
