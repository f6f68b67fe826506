//! How the small things that reports and traces hold are written: values,
//! instants, branches, reasons, sources.
//!
//! The engine's types stay free of files: here a mirror of each type says how it
//! is written, and serde checks that the mirror is true.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::engine::report::ExitReason;
use crate::format::names::{Misfit, parsed, slot, text};
use crate::format::pretty::join_short;
use crate::model::condition::{Comparison, JourneyProperty, Operator, Source};
use crate::model::decimal::Decimal;
use crate::model::id::{AttributeId, FieldId, TileId};
use crate::model::table::{Path, Reference};
use crate::model::time::{Instant, Moment};
use crate::model::tree::Slot;
use crate::model::value::Value;

/// Writes and reads each type as its mirror does.
macro_rules! as_mirror {
    ($($ty:ident as $mirror:ident),+ $(,)?) => {$(
        impl ::serde::Serialize for $ty {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $mirror::serialize(self, to)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $ty {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $mirror::deserialize(from)
            }
        }
    )+};
}
pub(super) use as_mirror;

as_mirror!(Value as ValueMirror, Source as SourceMirror, Comparison as ComparisonMirror);
as_mirror!(Reference as ReferenceMirror);

/// What every file begins with; its content stands beside it.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

/// Why a text is not a report or a trace.
#[derive(Debug, thiserror::Error)]
pub enum RunFileError {
    /// It is not JSON, or something in it does not fit.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// It is a file of another kind or version.
    #[error("not a `{0}` file of this version")]
    Foreign(&'static str),
}

const VERSION: u32 = 1;

/// The canonical file of that kind: the content, an object, with the header before it.
pub(super) fn write<T: Serialize>(format: &'static str, content: T) -> String {
    let content = serde_json::to_string_pretty(&content).unwrap_or_default();
    let content = content.strip_prefix('{').unwrap_or_default();
    join_short(&format!("{{\n  \"format\": \"{format}\",\n  \"version\": {VERSION},{content}"))
}

/// Reads a file of that kind.
pub(super) fn read<T: DeserializeOwned>(
    format: &'static str,
    text: &str,
) -> Result<T, RunFileError> {
    let header: Header = serde_json::from_str(text)?;
    if header.format != format || header.version != VERSION {
        return Err(RunFileError::Foreign(format));
    }
    Ok(serde_json::from_str(text)?)
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Value", rename_all = "camelCase")]
enum ValueMirror {
    Text(String),
    Number(Decimal),
    TrueFalse(bool),
    DateTime(Instant),
    EntityReference(String),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Source", rename_all = "camelCase")]
enum SourceMirror {
    Contact(FieldId),
    Received(TileId, AttributeId),
    Incoming(AttributeId),
    Column(Reference, Path),
    ReceivedBinding(TileId),
    IncomingBinding,
    Journey(JourneyProperty),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Reference", rename_all = "camelCase")]
enum ReferenceMirror {
    Contact(FieldId),
    Received(TileId, AttributeId),
    Incoming(AttributeId),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Comparison")]
struct ComparisonMirror {
    source: Option<Source>,
    operator: Operator,
    operands: Vec<String>,
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, parsed)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, |text| match text.parse() {
            Ok(Moment::Exact(at)) => Ok(at),
            _ => Err(Misfit::Other("not an instant such as 2026-03-29T14:30:00Z".into())),
        })
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Slot {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, |text| slot(text).map_err(|error| Misfit::Other(error.to_string())))
    }
}

/// `expired`, or the id of the trigger or segment of the exit criterion.
pub(super) struct Reason(pub ExitReason);

const EXPIRED: &str = "expired";

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ExitReason::Criterion(trigger) => trigger.fmt(f),
            ExitReason::Segment(segment) => segment.fmt(f),
            ExitReason::Expired => f.write_str(EXPIRED),
        }
    }
}

impl Serialize for ExitReason {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&Reason(*self))
    }
}

impl<'de> Deserialize<'de> for ExitReason {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        text(from, |text| match text {
            EXPIRED => Ok(Self::Expired),
            text if text.starts_with('g') => parsed(text).map(Self::Segment),
            text => parsed(text).map(Self::Criterion),
        })
    }
}
