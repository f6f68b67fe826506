//! Ids and fixed choices as texts in a file. A name here is part of the file
//! format: it stays when a variant is renamed.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::engine::report::Refusal;
use crate::format::error::Cause;
use crate::format::shape::{Word, forms, words};
use crate::model::condition::{JourneyProperty, Operator};
use crate::model::decimal::Decimal;
use crate::model::flow::Method;
use crate::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, IdError,
    JourneyId, ModelId, ScenarioId, SegmentId, StepId, TableId, TileId, TriggerId,
};
use crate::model::journey::{Channel, Interaction, JourneyState};
use crate::model::scenario::Ending;
use crate::model::table::{MAX_HOPS, Path};
use crate::model::time::Unit;
use crate::model::tree::Slot;
use crate::model::trigger::{AudienceKind, TriggerState};
use crate::model::wait::Side;
use crate::model::workspace::{Behaviour, ContactSource};

macro_rules! id {
    ($($id:ty),+ $(,)?) => {$(
        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text(deserializer, parsed)
            }
        }

        words!($id);

        impl Word for $id {
            fn read(&mut self, text: &str) -> Result<(), Cause> {
                *self = text.parse().map_err(not_an_id)?;
                Ok(())
            }

            fn write(&self) -> String {
                self.to_string()
            }

            fn number(&self) -> Option<u32> {
                Some(self.0)
            }
        }
    )+};
}

macro_rules! choices {
    ($($choice:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {$(
        impl Serialize for $choice {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self { $(Self::$variant => $name),+ })
            }
        }

        impl<'de> Deserialize<'de> for $choice {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text(deserializer, |text| match text {
                    $($name => Ok(Self::$variant),)+
                    _ => Err(Misfit::Choice(&[$($name),+])),
                })
            }
        }

        forms!($choice { $($variant = $name),+ });
    )+};
}

id!(
    AttributeId,
    BranchId,
    ColumnId,
    ContactId,
    EventId,
    ExitId,
    FieldId,
    FlowId,
    JourneyId,
    ModelId,
    ScenarioId,
    SegmentId,
    StepId,
    TableId,
    TileId,
    TriggerId,
);

choices! {
    AudienceKind { Contact = "contact", Lead = "lead", Profile = "profile" }
    TriggerState { Draft = "draft", Ready = "ready", Stopped = "stopped" }
    JourneyState {
        Draft = "draft",
        Scheduled = "scheduled",
        Live = "live",
        LiveEditing = "liveEditing",
        Paused = "paused",
        Completing = "completing",
        Completed = "completed",
        Stopped = "stopped",
    }
    Channel { Email = "email", TextMessage = "textMessage", Push = "push" }
    Interaction { Delivered = "delivered", Opened = "opened", Clicked = "clicked" }
    JourneyProperty { Name = "name", Id = "id" }
    ContactSource { Workspace = "workspace", File = "file", MadeUp = "madeUp" }
    Behaviour { Workspace = "workspace", File = "file", None = "none" }
    Refusal {
        NotLive = "notLive",
        TimeWindow = "timeWindow",
        Condition = "condition",
        Excluded = "excluded",
        Repeat = "repeat",
        Limit = "limit",
    }
    Ending {
        Enters = "enters",
        Refused = "refused",
        Completes = "completes",
        Exits = "exits",
        MeetsGoal = "meetsGoal",
    }
    Method {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
        Patch = "PATCH",
        Delete = "DELETE",
    }
    Side { Before = "before", At = "at", After = "after" }
    Unit { Minutes = "minutes", Hours = "hours", Days = "days", Weeks = "weeks" }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.columns())
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let columns = Vec::<ColumnId>::deserialize(deserializer)?;
        Self::new(&columns).ok_or_else(|| D::Error::custom(no_path(columns.len())))
    }
}

/// Why so many columns are no path.
pub(super) fn no_path(length: usize) -> String {
    format!("a path goes through 1 to {MAX_HOPS} columns, and this one through {length}")
}

impl Serialize for Operator {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Operator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer, |text| Self::from_name(text).ok_or(Misfit::Choice(&[])))
    }
}

/// A number as a key.
impl Word for u32 {
    fn read(&mut self, text: &str) -> Result<(), Cause> {
        *self = text.parse().map_err(|_| Cause::Number(text.to_owned()))?;
        Ok(())
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

words!(Decimal, Operator, Slot);

impl Word for Decimal {
    fn read(&mut self, text: &str) -> Result<(), Cause> {
        *self = text.parse().map_err(|_| Cause::Decimal(text.to_owned()))?;
        Ok(())
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl Word for Operator {
    fn read(&mut self, text: &str) -> Result<(), Cause> {
        let unknown = || Cause::Choice { found: text.to_owned(), expected: Vec::new() };
        *self = Self::from_name(text).ok_or_else(unknown)?;
        Ok(())
    }

    fn write(&self) -> String {
        self.name().to_owned()
    }
}

impl Word for Slot {
    fn read(&mut self, text: &str) -> Result<(), Cause> {
        *self = slot(text).map_err(not_an_id)?;
        Ok(())
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

/// The branch of that name or id.
pub(super) fn slot(text: &str) -> Result<Slot, IdError> {
    let mut named = [Slot::Other, Slot::Yes, Slot::No].into_iter();
    match named.find(|slot| slot.to_string() == text) {
        Some(slot) => Ok(slot),
        None => text.parse().map(Slot::Branch),
    }
}

fn not_an_id(error: IdError) -> Cause {
    Cause::Id { text: error.text, prefix: error.prefix }
}

/// Why a text does not fit.
pub(super) enum Misfit {
    /// It is none of these; none given: too many to list.
    Choice(&'static [&'static str]),
    /// In words.
    Other(String),
}

/// Reads a text and turns it over while the reader still stands at it: an error
/// that is found later has the place of whatever comes next.
pub(super) fn text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    turn: fn(&str) -> Result<T, Misfit>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(turn))
}

/// The thing that a text stands for, by its own parser.
pub(super) fn parsed<T: FromStr<Err: fmt::Display>>(text: &str) -> Result<T, Misfit> {
    text.parse().map_err(|error: T::Err| Misfit::Other(error.to_string()))
}

struct Text<T>(fn(&str) -> Result<T, Misfit>);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(|misfit| match misfit {
            Misfit::Choice(names) => E::unknown_variant(text, names),
            Misfit::Other(words) => E::custom(words),
        })
    }
}
