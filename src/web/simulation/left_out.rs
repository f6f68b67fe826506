//! The rows that were left out, on their way from the workers to who asks for them:
//! tens of thousands of them are a text of some megabytes, which the page does not read
//! before it shows or saves them.
//!
//! **Invariant:** they come in the order of the file, whichever worker left them out.

use std::sync::Arc;

use crate::format::csv::MAX_ISSUES;
use crate::web::simulation::Issue;

/// Rows that were left out, as far as they are kept. Copied without cost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LeftOut {
    /// What each worker left out, in the order of the file: a line of JSON for each row.
    parts: Vec<Arc<str>>,
}

impl LeftOut {
    /// Those of one reader, in the order of the file.
    pub fn of(issues: impl IntoIterator<Item = Issue>) -> Self {
        // Numbers and texts always write.
        let lines = issues.into_iter().filter_map(|issue| serde_json::to_string(&issue).ok());
        Self::from_text(&lines.collect::<Vec<_>>().join("\n"))
    }

    /// Those of one reader, as [`text`](Self::text) gave them.
    pub fn from_text(text: &str) -> Self {
        let part = (!text.is_empty()).then(|| text.into());
        Self { parts: part.into_iter().collect() }
    }

    /// Those of one reader, to be sent.
    pub fn text(&self) -> &str {
        self.parts.first().map_or("", |part| part)
    }

    /// Takes those of another reader of the same file.
    pub fn add(&mut self, other: &Self) {
        self.parts.extend(other.parts.iter().cloned());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let all: usize = self.parts.iter().map(|part| part.lines().count()).sum();
        all.min(MAX_ISSUES)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Reads them, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Issue> {
        let readers = self.parts.iter().map(|part| part.lines().map(read).peekable());
        let mut readers: Vec<_> = readers.collect();
        let next = move || {
            let line = |issue: &Option<Issue>| issue.as_ref().map(|issue| issue.line);
            let heads = readers.iter_mut().enumerate();
            let heads = heads.filter_map(|(at, reader)| Some((line(reader.peek()?)?, at)));
            let (_, first) = heads.min()?;
            readers[first].next().flatten()
        };
        std::iter::from_fn(next).take(MAX_ISSUES)
    }
}

fn read(line: &str) -> Option<Issue> {
    serde_json::from_str(line).ok()
}
