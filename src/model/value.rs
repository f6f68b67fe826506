//! Types and values (rule S3). A type is never guessed and never converted
//! silently (rule M2).

use std::fmt;

use crate::model::zone::TimeZone;

use crate::model::decimal::{Decimal, DecimalError};
use crate::model::id::TableId;
use crate::model::time::{Instant, Moment, TimeError};

/// The type of a contact field or of a trigger's attribute.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Type {
    /// Any text.
    #[default]
    Text,
    /// A decimal number.
    Number,
    /// True or false.
    TrueFalse,
    /// An instant, shown in the journey's time zone.
    DateTime,
    /// A pointer to a row of that table. Two of different tables are different types.
    EntityReference(TableId),
}

/// One value of a [`Type`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Never empty: an empty text is a missing value (rule M4).
    Text(String),
    /// A decimal number.
    Number(Decimal),
    /// True or false.
    TrueFalse(bool),
    /// An instant.
    DateTime(Instant),
    /// The id of a row; the type says of which table.
    EntityReference(String),
}

/// Why a text is not a value of the wanted type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Nothing is written.
    #[error("empty")]
    Empty,
    /// Not a number.
    #[error("{0}")]
    Number(#[from] DecimalError),
    /// Neither `true` nor `false`.
    #[error("neither true nor false")]
    TrueFalse,
    /// Not a date or time.
    #[error("{0}")]
    DateTime(#[from] TimeError),
}

impl Value {
    /// Reads `text` as a value of type `ty`, in the one spelling that files use:
    /// numbers with a point, `true` and `false`, ISO 8601 dates. A date without a
    /// time is its first instant in `zone`.
    pub fn parse(text: &str, ty: &Type, zone: &TimeZone) -> Result<Self, ValueError> {
        if text.trim().is_empty() {
            return Err(ValueError::Empty);
        }
        Ok(match ty {
            Type::Text => Self::Text(text.to_owned()),
            Type::Number => Self::Number(text.trim().parse()?),
            Type::TrueFalse => Self::TrueFalse(parse_true_false(text.trim())?),
            Type::DateTime => Self::DateTime(text.trim().parse::<Moment>()?.start(zone)),
            Type::EntityReference(_) => Self::EntityReference(text.trim().to_owned()),
        })
    }
}

/// A text without the space around it; fast where there is none, as mostly.
#[inline]
pub fn trimmed(text: &str) -> &str {
    let is_dark = |byte: Option<&u8>| byte.is_some_and(|byte| (b'!'..=b'~').contains(byte));
    let bytes = text.as_bytes();
    if is_dark(bytes.first()) && is_dark(bytes.last()) { text } else { text.trim() }
}

impl fmt::Display for Value {
    /// The spelling that [`Value::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::EntityReference(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::TrueFalse(value) => value.fmt(f),
            Self::DateTime(at) => at.fmt(f),
        }
    }
}

/// Reads `true` or `false`, and nothing else.
pub(crate) fn parse_true_false(text: &str) -> Result<bool, ValueError> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(ValueError::TrueFalse),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_reads_back_from_its_text() {
        let cases = [
            (Type::Text, " Post-purchase "),
            (Type::Number, "49.99"),
            (Type::TrueFalse, "true"),
            (Type::DateTime, "1997-01-01T00:00:00Z"),
            (Type::EntityReference(TableId(1)), "42"),
        ];
        for (ty, text) in cases {
            let value = Value::parse(text, &ty, &TimeZone::UTC).unwrap();
            assert_eq!(value.to_string(), text);
        }
    }

    #[test]
    fn nothing_is_guessed() {
        let read = |text, ty| Value::parse(text, &ty, &TimeZone::UTC);
        assert_eq!(read("  ", Type::Text), Err(ValueError::Empty));
        assert_eq!(read("yes", Type::TrueFalse), Err(ValueError::TrueFalse));
        assert_eq!(read("TRUE", Type::TrueFalse), Err(ValueError::TrueFalse));
        assert!(read("+12025550154 ext", Type::Number).is_err());
        assert!(read("01/02/1997", Type::DateTime).is_err());
    }
}
