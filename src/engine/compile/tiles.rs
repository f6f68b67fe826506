//! Compiling tiles that branch, and messages.

use crate::engine::compile::{Compiler, Looking};
use crate::engine::condition::{ALWAYS, Lookup};
use crate::engine::plan::{Branch, Kind, Message, NONE, On, PlanCause, PlanPlace, interaction};
use crate::model::condition::Source;
use crate::model::decimal::Decimal;
use crate::model::id::TileId;
use crate::model::journey::{self, Interaction, Listener, WaitOn};
use crate::model::time::Duration;
use crate::model::tree::Slot;
use crate::model::value::Type;

impl Compiler<'_> {
    pub(super) fn wait_for(
        &mut self,
        tile: &journey::Tile,
        waits: &[journey::WaitBranch],
        limit: Duration,
        next: u32,
    ) -> Kind {
        let mut compiled: Vec<Branch> = Vec::new();
        for ((slot, tiles), wait) in tile.branches().into_iter().zip(waits) {
            let (on, condition) = match &wait.on {
                WaitOn::Trigger(on) => self.wait_for_trigger(tile.id, slot, on),
                WaitOn::Interaction { message, kind } => {
                    (self.wait_for_interaction(tile.id, *message, *kind), ALWAYS)
                }
            };
            let to = self.sequence(tiles, next);
            compiled.push(Branch { tile: tile.id, slot, on, condition, to });
        }
        if let Some((slot, tiles)) = tile.branches().pop() {
            let to = self.sequence(tiles, next);
            compiled.push(Branch { tile: tile.id, slot, on: On::Arrival, condition: ALWAYS, to });
        }
        let first = self.add_branches(compiled);
        Kind::WaitFor { first, count: waits.len() as u32, limit: limit.millis() }
    }

    fn wait_for_trigger(&mut self, tile: TileId, slot: Slot, on: &Listener) -> (On, u32) {
        let place = match slot {
            Slot::Branch(branch) => PlanPlace::Branch(tile, branch),
            _ => PlanPlace::Tile(tile),
        };
        let (trigger, condition) = self.listener(on, place, None);
        if let Some(trigger) = self.plan.triggers.get_mut(trigger as usize) {
            trigger.has_waits = true;
        }
        (On::Trigger { trigger, slot: self.slot(tile, on.trigger) }, condition)
    }

    fn wait_for_interaction(
        &mut self,
        tile: TileId,
        message: Option<TileId>,
        kind: Interaction,
    ) -> On {
        let Some(id) = message else { return On::Interaction { number: NONE, slot: NONE } };
        match self.messages.get(&id) {
            Some(&index) => {
                On::Interaction { number: interaction(index, kind), slot: self.slot(id, None) }
            }
            None => {
                self.fail(PlanPlace::Tile(tile), PlanCause::Message(id));
                On::Interaction { number: NONE, slot: NONE }
            }
        }
    }

    pub(super) fn message(&mut self, tile: TileId, to: Option<Source>, next: u32) -> u32 {
        let to = self.recipient(to).unwrap_or_else(|cause| {
            self.fail(PlanPlace::Tile(tile), cause);
            Lookup::Nothing
        });
        let slot = self.slot(tile, None);
        let index = self.messages.get(&tile).copied().unwrap_or(NONE);
        let at = self.add_tile(tile, Kind::Message(index), next);
        if let Some(message) = self.plan.messages.get_mut(index as usize) {
            *message = Message { tile: at, to, slot };
        }
        at
    }

    fn recipient(&mut self, to: Option<Source>) -> Result<Lookup, PlanCause> {
        let Some(source) = to else { return Ok(Lookup::Nothing) };
        let ty = self.workspace.source_type(self.journey, None, source);
        let ty = ty.map_err(PlanCause::Recipient)?;
        if ty != Type::Text {
            return Err(PlanCause::RecipientType(ty));
        }
        self.source(source, None, None).map_err(PlanCause::Recipient)
    }

    pub(super) fn split(&mut self, tile: TileId, shares: &[journey::Share], next: u32) -> Kind {
        let mut below = Decimal::default();
        let mut compiled = Vec::with_capacity(shares.len());
        let negative = shares.iter().any(|share| share.percent < Decimal::default());
        if negative || journey::total(shares) != Some(journey::WHOLE) {
            self.fail(PlanPlace::Tile(tile), PlanCause::Shares);
        }
        for share in shares {
            below = below.plus(share.percent).unwrap_or(journey::WHOLE);
            let on = On::Below(below.units().clamp(0, journey::WHOLE.units()) as i64);
            let to = self.sequence(&share.tiles, next);
            let slot = Slot::Branch(share.id);
            compiled.push(Branch { tile, slot, on, condition: ALWAYS, to });
        }
        Kind::Split { first: self.add_branches(compiled), count: shares.len() as u32 }
    }

    pub(super) fn attribute_branch(
        &mut self,
        tile: TileId,
        branches: &[journey::Branch],
        other: &journey::Sequence,
        next: u32,
    ) -> Kind {
        let mut compiled = Vec::with_capacity(branches.len() + 1);
        for branch in branches {
            let place = PlanPlace::Branch(tile, branch.id);
            let looking = Looking { place, incoming: None, entry: None };
            let condition = self.condition(&branch.condition, looking);
            let (slot, to) = (Slot::Branch(branch.id), self.sequence(&branch.tiles, next));
            compiled.push(Branch { tile, slot, on: On::Arrival, condition, to });
        }
        let to = self.sequence(other, next);
        let other = Branch { tile, slot: Slot::Other, on: On::Arrival, condition: ALWAYS, to };
        compiled.push(other);
        Kind::Branch { first: self.add_branches(compiled), count: branches.len() as u32 }
    }
}
