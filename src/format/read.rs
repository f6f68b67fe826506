//! Reading files: first what kind and version it is, then its content, then
//! what only a look at the whole can tell.

use serde::de::IgnoredAny;

use crate::format::error::{Cause, FileKind, ReadError};
use crate::format::v1::{Flaw, WorkspaceFileV1};
use crate::format::{MAX_BYTES, MAX_NESTING, VERSION, guard, reader};
use crate::model::workspace::Workspace;

/// Reads a workspace file.
///
/// # Errors
///
/// Whatever is not a workspace that this build can hold, with the place and the cause.
pub fn read(bytes: &[u8]) -> Result<Workspace, ReadError> {
    let text = text_of(bytes, FileKind::Workspace)?;
    let mut file = WorkspaceFileV1::default();
    let greatest = reader::read(text, &mut file)?.greatest(text)?;
    file.into_model(greatest).map_err(|flaw| located(text, flaw))
}

/// The text of a file of that kind, in a version and nesting that can be read.
pub(super) fn text_of(bytes: &[u8], expected: FileKind) -> Result<&str, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len(), most: MAX_BYTES });
    }
    // Some editors put a byte order mark before a text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| ReadError::NotText(guard::position(bytes, error.valid_up_to())))?;
    if let Some(at) = guard::too_deep(text, MAX_NESTING) {
        return Err(ReadError::TooDeep(at));
    }
    check_header(text, expected)?;
    Ok(text)
}

/// The error of a flaw in that text.
pub(super) fn located(text: &str, flaw: Flaw) -> ReadError {
    let at = guard::locate(text, &flaw.path);
    ReadError::Field { path: flaw.path, at, cause: flaw.cause }
}

/// Format and version are what every file has; everything else may change between versions.
fn check_header(text: &str, expected: FileKind) -> Result<(), ReadError> {
    // The whole text first: what is cut off is no JSON, whatever it begins with.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| not_json(text, &error))?;
    let foreign = |found| Err(ReadError::Foreign { found, expected });
    let format = guard::member(text, "format").and_then(|text| serde_json::from_str(text).ok());
    let Some(format): Option<String> = format else { return foreign(None) };
    let kinds = [FileKind::Workspace, FileKind::Journey, FileKind::Tiles];
    match kinds.into_iter().find(|kind| kind.format() == format) {
        None => foreign(Some(format)),
        Some(found) if found != expected => Err(ReadError::OtherKind { found, expected }),
        Some(_) => check_version(text, guard::member(text, "version").unwrap_or("null")),
    }
}

fn check_version(text: &str, version: &str) -> Result<(), ReadError> {
    let newest = VERSION;
    match version.parse() {
        Ok(found) if found > u64::from(newest) => Err(ReadError::Newer { found, newest }),
        Ok(1..) => Ok(()),
        _ => {
            let at = guard::locate(text, "version");
            let cause = Cause::Number(version.to_owned());
            Err(ReadError::Field { path: "version".into(), at, cause })
        }
    }
}

fn not_json(text: &str, error: &serde_json::Error) -> ReadError {
    ReadError::NotJson { at: guard::stopped(text, error), cause: words(error) }
}

/// What the reader of JSON says, without the place.
pub(super) fn words(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let words = error.to_string();
    words.strip_suffix(&place).unwrap_or(&words).to_owned()
}
