//! The findings of files, each with its place in the text and its words.

use std::path::{Path, PathBuf};

use crate::check::site::{Site, Subject};
use crate::check::{Severity, check};
use crate::cli::fail::Fail;
use crate::cli::files::{self, Document};
use crate::format::{Places, Position};
use crate::locale::{self, Lang, names};
use crate::model::workspace::Workspace;

/// The code of a file that cannot be read as what it should be.
pub(super) const UNREADABLE: &str = "UnreadableFile";

/// A finding in a file.
#[derive(Debug)]
pub(super) struct Finding {
    pub file: PathBuf,
    /// Where in the text; none for a file that as a whole is something else.
    pub at: Option<Position>,
    pub code: &'static str,
    pub severity: Severity,
    /// Whether it keeps the workspace from being run.
    pub blocks_run: bool,
    /// The record, and the tile of a journey, by id; none in a file that cannot be read.
    pub site: Option<Site>,
    /// The same by name: `Welcome › Wait`.
    pub place: String,
    pub sentence: String,
}

/// Everything that is to be said about a file. Fails only where there is no file.
pub(super) fn of_file(path: &Path, lang: Lang) -> Result<Vec<Finding>, Fail> {
    let bytes = files::bytes(path)?;
    let file = files::shown(path);
    match Document::read(&bytes) {
        Ok(document) => {
            let text = String::from_utf8_lossy(&bytes);
            Ok(of_workspace(&file, &text, &document.into_workspace(), lang))
        }
        Err(error) => Ok(vec![Finding {
            file,
            at: error.place(),
            code: UNREADABLE,
            severity: Severity::Error,
            blocks_run: true,
            site: None,
            place: String::new(),
            sentence: files::sentence(lang, &error),
        }]),
    }
}

/// Everything that the checker says about a workspace that was read from `text`.
pub(super) fn of_workspace(
    file: &Path,
    text: &str,
    workspace: &Workspace,
    lang: Lang,
) -> Vec<Finding> {
    let places = Places::of(text);
    let found = check(workspace);
    let findings = found.iter().map(|problem| Finding {
        file: file.to_owned(),
        at: Some(places.find(&problem.site)),
        code: problem.code.text(),
        severity: problem.severity(),
        blocks_run: problem.blocks_run(workspace),
        site: Some(problem.site),
        place: place(workspace, &problem.site, lang),
        sentence: locale::sentence(lang, problem),
    });
    findings.collect()
}

/// The name of a severity in every format.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// The id of a record; the workspace as a whole has none.
pub(super) fn subject(subject: Subject) -> String {
    match subject {
        Subject::Workspace => "workspace".into(),
        Subject::Table(id) => id.to_string(),
        Subject::Field(id) => id.to_string(),
        Subject::Segment(id) => id.to_string(),
        Subject::Trigger(id) => id.to_string(),
        Subject::Journey(id) => id.to_string(),
        Subject::Flow(id) => id.to_string(),
        Subject::Contact(id) => id.to_string(),
        Subject::Event(id) => id.to_string(),
        Subject::Model(id) => id.to_string(),
        Subject::Scenario(id) => id.to_string(),
    }
}

/// A place by name.
fn place(workspace: &Workspace, site: &Site, lang: Lang) -> String {
    let name = match site.subject {
        Subject::Workspace => Some(&workspace.settings.name),
        Subject::Table(id) => workspace.tables.get(&id).map(|table| &table.name),
        Subject::Field(id) => workspace.fields.get(&id).map(|field| &field.name),
        Subject::Segment(id) => workspace.segments.get(&id).map(|segment| &segment.name),
        Subject::Trigger(id) => workspace.triggers.get(&id).map(|trigger| &trigger.name),
        Subject::Flow(id) => workspace.flows.get(&id).map(|flow| &flow.name),
        Subject::Contact(id) => workspace.contacts.get(&id).map(|contact| &contact.name),
        Subject::Event(id) => {
            let contact = workspace.events.get(&id).map(|event| event.contact);
            contact.and_then(|id| workspace.contacts.get(&id)).map(|contact| &contact.name)
        }
        Subject::Journey(id) => workspace.journeys.get(&id).map(|journey| &journey.name),
        Subject::Scenario(id) => workspace.scenarios.get(&id).map(|one| &one.name),
        Subject::Model(id) => {
            let trigger = workspace.models.get(&id).and_then(|model| model.raises());
            trigger.and_then(|id| workspace.triggers.get(&id)).map(|trigger| &trigger.name)
        }
    };
    let id = subject(site.subject);
    let name = name.filter(|name| !name.trim().is_empty()).unwrap_or(&id).clone();
    let journey = site.subject.journey().and_then(|id| workspace.journeys.get(&id));
    match (site.tile, journey) {
        (Some(tile), Some(journey)) => {
            format!("{name} › {}", names::tile(lang, workspace, journey, tile))
        }
        _ => name,
    }
}
