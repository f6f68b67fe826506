//! The branches of tiles: of an Attribute branch, of several waits, of a Split.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::journey::listener;
use crate::format::v1::tile::{TileRecord, sequence, tiles};
use crate::format::v1::{Flaw, is_default};
use crate::model::id::{BranchId, TileId, TriggerId};
use crate::model::journey::{Branch, Interaction, Share, WaitBranch, WaitOn};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BranchRecord {
    pub id: BranchId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    condition: ConditionRecord,
    #[serde(default)]
    pub tiles: Vec<TileRecord>,
}

/// One of several waits of an If/then.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WaitRecord {
    pub id: BranchId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<TriggerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<ConditionRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interaction: Option<InteractionRecord>,
    #[serde(default)]
    pub tiles: Vec<TileRecord>,
}

/// An interaction with an earlier message.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InteractionRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<TileId>,
    kind: Interaction,
}

/// A percentage is a text, so that no reader rounds it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShareRecord {
    pub id: BranchId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    percent: String,
    #[serde(default)]
    pub tiles: Vec<TileRecord>,
}

impl BranchRecord {
    pub fn new(branch: &Branch) -> Self {
        Self {
            id: branch.id,
            name: branch.name.clone(),
            condition: ConditionRecord::new(&branch.condition),
            tiles: tiles(&branch.tiles),
        }
    }

    pub fn into_model(self) -> Result<Branch, Flaw> {
        Ok(Branch {
            id: self.id,
            name: self.name,
            condition: self.condition.into_model()?,
            tiles: sequence(self.tiles, "tiles")?,
        })
    }
}

impl WaitRecord {
    pub fn new(wait: &WaitBranch) -> Self {
        let bare = Self {
            id: wait.id,
            name: wait.name.clone(),
            trigger: None,
            condition: None,
            interaction: None,
            tiles: tiles(&wait.tiles),
        };
        match &wait.on {
            WaitOn::Trigger(on) => Self {
                trigger: on.trigger,
                condition: Some(ConditionRecord::new(&on.condition))
                    .filter(|condition| !is_default(condition)),
                ..bare
            },
            WaitOn::Interaction { message, kind } => Self {
                interaction: Some(InteractionRecord { message: *message, kind: *kind }),
                ..bare
            },
        }
    }

    pub fn into_model(self) -> Result<WaitBranch, Flaw> {
        Ok(WaitBranch {
            id: self.id,
            name: self.name,
            on: wait_on(self.trigger, self.condition, self.interaction)?,
            tiles: sequence(self.tiles, "tiles")?,
        })
    }
}

/// What a wait is for.
pub(super) fn wait_on(
    trigger: Option<TriggerId>,
    condition: Option<ConditionRecord>,
    interaction: Option<InteractionRecord>,
) -> Result<WaitOn, Flaw> {
    let Some(InteractionRecord { message, kind }) = interaction else {
        return Ok(WaitOn::Trigger(listener(trigger, condition.unwrap_or_default())?));
    };
    for (name, given) in [("trigger", trigger.is_some()), ("condition", condition.is_some())] {
        if given {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
    }
    Ok(WaitOn::Interaction { message, kind })
}

impl ShareRecord {
    pub fn new(share: &Share) -> Self {
        Self {
            id: share.id,
            name: share.name.clone(),
            percent: share.percent.to_string(),
            tiles: tiles(&share.tiles),
        }
    }

    pub fn into_model(self) -> Result<Share, Flaw> {
        let percent = self.percent.parse();
        let percent = percent.map_err(|_| Flaw::at("percent", Cause::Decimal(self.percent)))?;
        Ok(Share { id: self.id, name: self.name, percent, tiles: sequence(self.tiles, "tiles")? })
    }
}
