//! The branches of tiles: of an Attribute branch, of several waits, of a Split.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, objects};
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::journey::listener;
use crate::format::v1::tile::{Tiles, sequence, tiles};
use crate::format::v1::{Flaw, is_default};
use crate::model::decimal::Decimal;
use crate::model::id::{BranchId, TileId, TriggerId};
use crate::model::journey::{Branch, Interaction, Share, WaitBranch, WaitOn};

objects!(BranchRecord<'_>, WaitRecord<'_>, InteractionRecord, ShareRecord<'_>);

#[derive(Debug, Default)]
pub(super) struct BranchRecord<'t> {
    pub id: BranchId,
    name: String,
    condition: ConditionRecord,
    pub tiles: Tiles<'t>,
}

impl Object for BranchRecord<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.may("name", &mut self.name);
        to.unless(is_default(&self.condition), "condition", &mut self.condition);
        to.written("tiles", &mut self.tiles);
    }
}

/// One of several waits of an If/then.
#[derive(Debug, Default)]
pub(super) struct WaitRecord<'t> {
    pub id: BranchId,
    name: String,
    pub trigger: Option<TriggerId>,
    pub condition: Option<ConditionRecord>,
    pub interaction: Option<InteractionRecord>,
    pub tiles: Tiles<'t>,
}

impl Object for WaitRecord<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.may("name", &mut self.name);
        to.may("trigger", &mut self.trigger);
        to.may("condition", &mut self.condition);
        to.may("interaction", &mut self.interaction);
        to.written("tiles", &mut self.tiles);
    }
}

/// An interaction with an earlier message.
#[derive(Debug, Default)]
pub(super) struct InteractionRecord {
    message: Option<TileId>,
    kind: Interaction,
}

impl Object for InteractionRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.may("message", &mut self.message);
        to.must("kind", &mut self.kind);
    }
}

/// A percentage is written as a text, so that no reader rounds it.
#[derive(Debug, Default)]
pub(super) struct ShareRecord<'t> {
    pub id: BranchId,
    name: String,
    percent: Decimal,
    pub tiles: Tiles<'t>,
}

impl Object for ShareRecord<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.may("name", &mut self.name);
        to.must("percent", &mut self.percent);
        to.written("tiles", &mut self.tiles);
    }
}

impl<'t> BranchRecord<'t> {
    pub fn new(branch: &'t Branch) -> Self {
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

impl<'t> WaitRecord<'t> {
    pub fn new(wait: &'t WaitBranch) -> Self {
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

impl<'t> ShareRecord<'t> {
    pub fn new(share: &'t Share) -> Self {
        Self {
            id: share.id,
            name: share.name.clone(),
            percent: share.percent,
            tiles: tiles(&share.tiles),
        }
    }

    pub fn into_model(self) -> Result<Share, Flaw> {
        let tiles = sequence(self.tiles, "tiles")?;
        Ok(Share { id: self.id, name: self.name, percent: self.percent, tiles })
    }
}
