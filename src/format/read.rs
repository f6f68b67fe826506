//! Reading files: first what kind and version it is, then its content, then
//! what only a look at the whole can tell.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;

use crate::format::error::{Cause, FileKind, Json, Position, ReadError};
use crate::format::objects::Objects;
use crate::format::v1::{Flaw, WorkspaceFileV1};
use crate::format::{MAX_BYTES, MAX_NESTING, VERSION};
use crate::format::{guard, stop};
use crate::model::workspace::Workspace;

/// Reads a workspace file.
///
/// # Errors
///
/// Whatever is not a workspace that this build can hold, with the place and the cause.
pub fn read(bytes: &[u8]) -> Result<Workspace, ReadError> {
    let text = text_of(bytes, FileKind::Workspace)?;
    let file: WorkspaceFileV1 = parse(text)?;
    file.into_model().map_err(|flaw| located(text, flaw))
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

/// Reads the wire type of a file whose header fits.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    // That nothing follows was looked at with the header.
    T::deserialize(Objects(&mut reader)).map_err(|error| field_error(text, &error))
}

/// The error of a flaw in that text.
pub(super) fn located(text: &str, flaw: Flaw) -> ReadError {
    let at = guard::locate(text, &flaw.path);
    ReadError::Field { path: flaw.path, at, cause: flaw.cause }
}

/// Format and version are what every file has; everything else may change between versions.
fn check_header(text: &str, expected: FileKind) -> Result<(), ReadError> {
    // The whole text first: what is cut off is no JSON, whatever it begins with.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| not_json(&error))?;
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

fn not_json(error: &serde_json::Error) -> ReadError {
    ReadError::NotJson { at: place(error), cause: words(error) }
}

fn field_error(text: &str, error: &serde_json::Error) -> ReadError {
    let words = words(error);
    if error.classify() != Category::Data && words == "expected value" {
        return no_choice(text, place(error));
    }
    let cause = match error.classify() {
        Category::Data => cause(&words),
        _ => Cause::Other(words),
    };
    let path = stop::path(text, place(error), &cause);
    // The path leads to the first of two; the JSON reader has stopped at the second.
    let at = match cause {
        Cause::Twice(_) => place(error),
        _ => guard::locate(text, &path),
    };
    ReadError::Field { path, at, cause }
}

/// The text is JSON, so "expected value" is how the reader takes a value that cannot
/// be a choice, having looked at its first byte (of an empty object: at its end), or
/// an object that holds two choices, having read the first.
fn no_choice(text: &str, read: Position) -> ReadError {
    let first = Position { column: read.column.saturating_sub(1), ..read };
    let path = match guard::byte(text, first) {
        Some(b'[' | b'-' | b'0'..=b'9' | b'a'..=b'z') => stop::value(text, first),
        Some(b'}') if stop::is_empty(text, read) => stop::value(text, read),
        _ => stop::holder(text, read),
    };
    let at = guard::locate(text, &path);
    let cause = Cause::Kind { found: guard::kind(text, &path), expected: Json::TextOrObject };
    ReadError::Field { path, at, cause }
}

fn place(error: &serde_json::Error) -> Position {
    Position { line: error.line(), column: error.column() }
}

/// What the error says, without the place.
fn words(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let words = error.to_string();
    words.strip_suffix(&place).unwrap_or(&words).to_owned()
}

/// The cause behind the words of serde: it keeps none but its words.
fn cause(words: &str) -> Cause {
    let known = unknown_field(words)
        .or_else(|| quoted(words, "missing field ").map(Cause::Missing))
        .or_else(|| quoted(words, "duplicate field ").map(Cause::Twice))
        .or_else(|| choice(words))
        .or_else(|| kind(words))
        .or_else(|| id(words));
    known.unwrap_or_else(|| Cause::Other(words.to_owned()))
}

fn quoted(words: &str, before: &str) -> Option<String> {
    words.strip_prefix(before)?.strip_prefix('`')?.strip_suffix('`').map(str::to_owned)
}

fn unknown_field(words: &str) -> Option<Cause> {
    let (name, _) = words.strip_prefix("unknown field `")?.rsplit_once("`, ")?;
    let name = name.split_once("`, expected ").map_or(name, |(name, _)| name);
    Some(Cause::Unknown(name.to_owned()))
}

fn choice(words: &str) -> Option<Cause> {
    let rest = words.strip_prefix("unknown variant `")?;
    let (found, expected) = rest.split_once("`, ")?;
    let expected = expected.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some(Cause::Choice { found: found.to_owned(), expected })
}

fn kind(words: &str) -> Option<Cause> {
    let number = |found: &str| Some(Cause::Number(found.to_owned()));
    if let Some(rest) = words.strip_prefix("invalid value: ") {
        let (found, _) = rest.rsplit_once(", expected ")?;
        return number(found.split('`').nth(1)?);
    }
    let (found, expected) = words.strip_prefix("invalid type: ")?.rsplit_once(", expected ")?;
    if expected == "u32" && (found.starts_with("floating point") || found.starts_with("integer")) {
        return number(found.split('`').nth(1)?);
    }
    Some(Cause::Kind { found: found_kind(found)?, expected: expected_kind(expected) })
}

fn found_kind(words: &str) -> Option<Json> {
    let kinds = [
        ("null", Json::Null),
        ("boolean", Json::TrueFalse),
        ("integer", Json::Number),
        ("floating point", Json::Number),
        ("number", Json::Number),
        ("string", Json::Text),
        ("sequence", Json::List),
        ("map", Json::Object),
    ];
    kinds.into_iter().find(|(name, _)| words.starts_with(name)).map(|(_, kind)| kind)
}

fn expected_kind(words: &str) -> Json {
    match words {
        "a string" => Json::Text,
        "a boolean" => Json::TrueFalse,
        "u32" => Json::WholeNumber,
        "a sequence" => Json::List,
        "string or map" => Json::TextOrObject,
        _ => Json::Object,
    }
}

fn id(words: &str) -> Option<Cause> {
    let (text, rest) = words.strip_prefix('`')?.rsplit_once("` is not ")?;
    let prefix = rest.split_once("expected `")?.1.chars().next()?;
    Some(Cause::Id { text: text.to_owned(), prefix })
}
