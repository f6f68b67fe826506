//! Journeys: their settings. What lets contacts in and out stands in
//! [`entry`](crate::format::v1::entry), tiles in [`tile`](crate::format::v1::tile).

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::entry::{EntryRecord, ExitRecord};
use crate::format::v1::tile::{TileRecord, sequence, tiles};
use crate::format::v1::{Flaw, each, is_default};
use crate::model::decimal::Decimal;
use crate::model::id::{JourneyId, TriggerId};
use crate::model::journey::{Goal, Journey, JourneyState, Listener, Target};
use crate::model::sorted::SortedMap;
use crate::model::trigger::AudienceKind;
use crate::model::version::Version;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct JourneyRecord {
    pub id: JourneyId,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    state: JourneyState,
    audience: AudienceKind,
    time_zone: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    start: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    end: String,
    pub entry: EntryRecord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal: Option<GoalRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exits: Vec<ExitRecord>,
    #[serde(default)]
    pub tiles: Vec<TileRecord>,
    #[serde(default, skip_serializing_if = "is_default")]
    version: VersionRecord,
}

/// Left out for a first version.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct VersionRecord {
    number: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<JourneyId>,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment: String,
    /// From numbers of ids to numbers of ids.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    origins: SortedMap<u32, u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<TriggerId>,
    #[serde(default, skip_serializing_if = "is_default")]
    condition: ConditionRecord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    target: Option<TargetRecord>,
}

/// A share is a text, so that no reader rounds it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum TargetRecord {
    Count(u32),
    Share(String),
}

impl JourneyRecord {
    pub fn new(journey: &Journey) -> Self {
        Self {
            id: journey.id,
            name: journey.name.clone(),
            description: journey.description.clone(),
            state: journey.state,
            audience: journey.audience,
            time_zone: journey.time_zone.clone(),
            start: journey.start.clone(),
            end: journey.end.clone(),
            entry: EntryRecord::new(&journey.entry),
            goal: journey.goal.as_ref().map(GoalRecord::new),
            exits: journey.exits.iter().map(ExitRecord::new).collect(),
            tiles: tiles(&journey.tiles),
            version: VersionRecord::new(&journey.version),
        }
    }

    pub fn into_model(self) -> Result<Journey, Flaw> {
        Ok(Journey {
            id: self.id,
            name: self.name,
            description: self.description,
            state: self.state,
            audience: self.audience,
            time_zone: self.time_zone,
            start: self.start,
            end: self.end,
            entry: self.entry.into_model().map_err(|flaw| flaw.under("entry"))?,
            goal: self
                .goal
                .map(|goal| goal.into_model().map_err(|flaw| flaw.under("goal")))
                .transpose()?,
            exits: each(self.exits, ExitRecord::into_model).map_err(|flaw| flaw.under("exits"))?,
            tiles: sequence(self.tiles, "tiles")?,
            version: self.version.into_model(),
        })
    }
}

impl Default for VersionRecord {
    fn default() -> Self {
        Self::new(&Version::default())
    }
}

impl VersionRecord {
    fn new(version: &Version) -> Self {
        let Version { number, replaces, comment, origins } = version.clone();
        Self { number, replaces, comment, origins }
    }

    fn into_model(self) -> Version {
        let Self { number, replaces, comment, origins } = self;
        Version { number, replaces, comment, origins }
    }
}

impl GoalRecord {
    fn new(goal: &Goal) -> Self {
        Self {
            trigger: goal.on.trigger,
            condition: ConditionRecord::new(&goal.on.condition),
            target: goal.target.map(TargetRecord::new),
        }
    }

    fn into_model(self) -> Result<Goal, Flaw> {
        let target = self.target.map(TargetRecord::into_model).transpose();
        let target = target.map_err(|flaw| flaw.under("target"))?;
        Ok(Goal { on: listener(self.trigger, self.condition)?, target })
    }
}

impl TargetRecord {
    pub fn new(target: Target) -> Self {
        match target {
            Target::Count(count) => Self::Count(count),
            Target::Share(share) => Self::Share(share.to_string()),
        }
    }

    pub fn into_model(self) -> Result<Target, Flaw> {
        match self {
            Self::Count(count) => Ok(Target::Count(count)),
            Self::Share(text) => match text.parse::<Decimal>() {
                Ok(share) => Ok(Target::Share(share)),
                Err(_) => Err(Flaw::at("share", Cause::Decimal(text))),
            },
        }
    }
}

/// What something waits for.
pub(super) fn listener(
    trigger: Option<TriggerId>,
    condition: ConditionRecord,
) -> Result<Listener, Flaw> {
    Ok(Listener { trigger, condition: condition.into_model()? })
}
