//! Identifiers. Everything in a workspace refers to everything else by id,
//! never by display name (rule S1).
//!
//! An id is a letter and a number: `j3` is a journey, `n12` a tile. All kinds
//! draw their numbers from one counter in the workspace, so a number names one
//! thing only, and ascending ids are the document order.

use std::fmt;
use std::str::FromStr;

/// A text that is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {kind} id: expected `{prefix}` and a number, such as `{prefix}7`")]
pub struct IdError {
    /// What was read.
    pub text: String,
    /// Which kind was expected, with its article.
    pub kind: &'static str,
    /// The letter that ids of this kind begin with.
    pub prefix: char,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal, $kind:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $prefix, self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                parse_number(text, $prefix)
                    .map(Self)
                    .ok_or_else(|| IdError { text: text.into(), kind: $kind, prefix: $prefix })
            }
        }
    };
}

id!(
    /// A contact field of the audience.
    FieldId, 'c', "a contact field"
);
id!(
    /// A custom trigger.
    TriggerId, 't', "a trigger"
);
id!(
    /// An attribute of a trigger.
    AttributeId, 'a', "an attribute"
);
id!(
    /// A journey.
    JourneyId, 'j', "a journey"
);
id!(
    /// A tile of a journey, its Entry included.
    TileId, 'n', "a tile"
);
id!(
    /// A named branch of an Attribute branch tile.
    BranchId, 'b', "a branch"
);
id!(
    /// An exit criterion of a journey.
    ExitId, 'x', "an exit criterion"
);
id!(
    /// A segment of contacts.
    SegmentId, 'g', "a segment"
);
id!(
    /// A Power Automate flow.
    FlowId, 'f', "a flow"
);
id!(
    /// A step of a flow.
    StepId, 's', "a flow step"
);
id!(
    /// A behaviour model.
    ModelId, 'm', "a behaviour model"
);
id!(
    /// A contact that the workspace itself holds.
    ContactId, 'p', "a contact"
);
id!(
    /// A recorded event that the workspace itself holds.
    EventId, 'e', "an event"
);
id!(
    /// A test scenario.
    ScenarioId, 'q', "a test scenario"
);

id!(
    /// A table of the schema.
    TableId, 'd', "a table"
);
id!(
    /// A column of a table.
    ColumnId, 'k', "a column"
);

/// The number behind `prefix`, in its one canonical spelling (no sign, no leading zero).
fn parse_number(text: &str, prefix: char) -> Option<u32> {
    let digits = text.strip_prefix(prefix)?;
    let number: u32 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        assert_eq!("j12".parse(), Ok(JourneyId(12)));
        assert_eq!(TileId(7).to_string(), "n7");
    }

    #[test]
    fn only_the_canonical_spelling_is_an_id() {
        for text in ["", "j", "12", "t12", "j012", "j+1", "j-1", "j4294967296", "j1 "] {
            assert!(text.parse::<JourneyId>().is_err(), "{text}");
        }
    }
}
