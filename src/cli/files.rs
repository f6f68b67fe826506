//! Reading workspace and journey files, and writing results.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::fail::Fail;
use crate::format::{self, JourneyFile, Position, ReadError};
use crate::locale::{self, Lang};
use crate::model::change::Record;
use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::Journey;
use crate::model::predicate::fold;
use crate::model::workspace::Workspace;

/// What a file holds.
#[derive(Debug)]
pub(super) enum Document {
    Workspace(Box<Workspace>),
    Journey(Box<JourneyFile>),
}

impl Document {
    /// Reads a file of either kind.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        match format::read(bytes) {
            Ok(workspace) => Ok(Self::Workspace(Box::new(workspace))),
            Err(ReadError::OtherKind { .. }) => {
                format::read_journey(bytes).map(|file| Self::Journey(Box::new(file)))
            }
            Err(error) => Err(error),
        }
    }

    /// The canonical text.
    pub fn text(&self) -> String {
        match self {
            Self::Workspace(workspace) => format::write(workspace),
            Self::Journey(file) => {
                let workspace = alone(file);
                format::write_journey(&workspace, file.journey.id).unwrap_or_default()
            }
        }
    }

    /// The workspace; for a journey file one that holds just what is in the file.
    pub fn into_workspace(self) -> Workspace {
        match self {
            Self::Workspace(workspace) => *workspace,
            Self::Journey(file) => alone(&file),
        }
    }
}

fn alone(file: &JourneyFile) -> Workspace {
    fn all<R: Record>(records: &[R]) -> crate::model::sorted::SortedMap<R::Id, Arc<R>> {
        collect::map(records.iter().map(|record| (record.id(), Arc::new(record.clone()))))
    }
    Workspace {
        fields: all(&file.fields),
        triggers: all(&file.triggers),
        journeys: all(std::slice::from_ref(&file.journey)),
        flows: all(&file.flows),
        ..Workspace::default()
    }
}

/// Whether a path stands for standard input or output.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file, or of standard input.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Fail> {
    let fail = |error| Fail::Read { path: path.to_owned(), error };
    if is_standard(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(fail)?;
        return Ok(bytes);
    }
    fs::read(path).map_err(fail)
}

/// A file to be read as a stream.
pub(super) fn open(path: &Path) -> Result<File, Fail> {
    File::open(path).map_err(|error| Fail::Read { path: path.to_owned(), error })
}

/// A workspace, or the journey of a file as one; other than that, why not.
pub(super) fn workspace(path: &Path, bytes: &[u8], lang: Lang) -> Result<Workspace, Fail> {
    let document = Document::read(bytes).map_err(|error| Fail::Content {
        path: path.to_owned(),
        place: error.place().map(|at| format!("{}:", show(at))).unwrap_or_default(),
        words: sentence(lang, &error),
    })?;
    Ok(document.into_workspace())
}

/// `line:column`.
pub(super) fn show(at: Position) -> String {
    format!("{}:{}", at.line, at.column)
}

/// Why a file cannot be read, without its place: that stands before the sentence.
pub(super) fn sentence(lang: Lang, error: &ReadError) -> String {
    let (id, args) = error.message();
    let said = locale::say(lang, id, args.into_iter().map(|(name, text)| (name, text.into())));
    let Some(at) = error.place() else { return said };
    let place = [("line", at.line.to_string()), ("column", at.column.to_string())];
    let place = locale::say(lang, "file-place", place.map(|(name, text)| (name, text.into())));
    let rest = said.strip_prefix(&place).unwrap_or(&said);
    let rest = rest.trim_start_matches([':', ',', ' ', '\u{202f}']);
    let mut letters = rest.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// Writes to a file, or to `out` for standard output.
pub(super) fn write(path: &Path, text: &str, out: &mut dyn Write) -> Result<(), Fail> {
    if is_standard(path) {
        return Ok(out.write_all(text.as_bytes())?);
    }
    fs::write(path, text).map_err(|error| Fail::Write { path: path.to_owned(), error })
}

/// The journeys of those names or ids, in that order.
pub(super) fn journeys<'w>(
    workspace: &'w Workspace,
    names: &[String],
) -> Result<Vec<&'w Arc<Journey>>, Fail> {
    names.iter().map(|name| journey(workspace, name)).collect()
}

fn journey<'w>(workspace: &'w Workspace, name: &str) -> Result<&'w Arc<Journey>, Fail> {
    let by_id = name.parse::<JourneyId>().ok().and_then(|id| workspace.journeys.get(&id));
    let folded = fold(name.trim());
    let by_name = || workspace.journeys.values().find(|each| fold(each.name.trim()) == folded);
    by_id.or_else(by_name).ok_or_else(|| Fail::Unknown {
        kind: "journey",
        name: name.to_owned(),
        names: workspace.journeys.values().map(|journey| journey.name.clone()).collect(),
    })
}

/// How a path is shown: standard input has no name.
pub(super) fn shown(path: &Path) -> PathBuf {
    if is_standard(path) { PathBuf::from("<stdin>") } else { path.to_owned() }
}
