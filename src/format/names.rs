//! Ids and fixed choices as texts in a file. A name here is part of the file
//! format: it stays when a variant is renamed.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::condition::{JourneyProperty, Operator};
use crate::model::id::{
    AttributeId, BranchId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId, StepId, TileId,
    TriggerId,
};
use crate::model::journey::JourneyState;
use crate::model::time::Unit;
use crate::model::trigger::{AudienceKind, TriggerState};
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
                parse(deserializer)
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
                match String::deserialize(deserializer)?.as_str() {
                    $($name => Ok(Self::$variant),)+
                    other => Err(D::Error::unknown_variant(other, &[$($name),+])),
                }
            }
        }
    )+};
}

id!(
    AttributeId,
    BranchId,
    ContactId,
    EventId,
    ExitId,
    FieldId,
    FlowId,
    JourneyId,
    StepId,
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
        Completed = "completed",
        Stopped = "stopped",
    }
    JourneyProperty { Name = "name", Id = "id" }
    ContactSource { Workspace = "workspace", File = "file" }
    Behaviour { Workspace = "workspace", File = "file", None = "none" }
    Unit { Minutes = "minutes", Hours = "hours", Days = "days", Weeks = "weeks" }
}

impl Serialize for Operator {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Operator {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::from_name(&name).ok_or_else(|| D::Error::unknown_variant(&name, &[]))
    }
}

fn parse<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(
    deserializer: D,
) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}
