//! Messages, what contacts do with them, and splits.

use parcours::engine::draw::{Purpose, contact_key, draw, percent};
use parcours::engine::trace::What;
use parcours::model::condition::Source;
use parcours::model::decimal::Decimal;
use parcours::model::id::TileId;
use parcours::model::journey::{Interaction, Share, TileKind, WaitOn};
use parcours::model::tree::Slot;

use super::condition::View;
use super::{Activation, Run, World};

impl World<'_> {
    /// A message is sent where the source says, if it says anything.
    pub fn send(&mut self, person: usize, run: &mut Run, to: Option<Source>) {
        let view = View { person, journey: run.instance.journey, run: Some(run), incoming: None };
        let Some(to) = to.and_then(|source| self.look_up(source, view)) else {
            self.tile_counts(run.tile).failed += 1;
            self.note(person, Some(run), What::NotSent);
            return;
        };
        run.sent.insert(run.tile);
        self.people[person].sent.insert(run.tile);
        self.tile_counts(run.tile).sent += 1;
        self.note(person, Some(run), What::Sent { to });
        let cause = run.moved_by.as_ref().map(|(cause, _)| cause.clone());
        self.was_sent(person, run.tile, cause.as_ref());
    }

    /// A contact does something with a message: waits for it, of instances that were
    /// sent that message, resolve.
    pub fn interact(
        &mut self,
        person: usize,
        activation: &Activation,
        message: TileId,
        kind: Interaction,
    ) {
        if !self.sends(message) {
            self.report.interactions_unsent += 1;
            return;
        }
        self.note(person, None, What::Interacted { message, kind });
        if !self.people[person].sent.contains(&message) {
            self.report.interactions_unsent += 1;
            return;
        }
        *self.tile_counts(message).interactions.entry(kind).or_default() += 1;
        for number in self.inside_in_order(person) {
            let Some(mut run) = self.run_of(person, number).cloned() else { continue };
            let workspace = self.workspace;
            let journey = &workspace.journeys[&run.instance.journey];
            let Some(tile) = journey.tile(run.tile) else { continue };
            let wanted = WaitOn::Interaction { message: Some(message), kind };
            let place = tile.kind.waits().iter().position(|wait| wait.on == wanted);
            let Some(slot) = place.map(|place| tile.slots()[place]) else { continue };
            if !run.sent.contains(&message) || self.leaves_by_segment(person, &run) {
                continue;
            }
            self.note(person, Some(&run), What::Answered { message, kind, slot });
            run.moved_by = Some((activation.clone(), self.now));
            self.leave(person, run, slot);
        }
    }

    /// Whether a journey that reacts sends that message.
    pub fn sends(&self, message: TileId) -> bool {
        let mut journeys = self.workspace.journeys.values();
        journeys.any(|journey| {
            let tile = journey.tile(message);
            let sends = tile.is_some_and(|tile| matches!(tile.kind, TileKind::Message { .. }));
            sends && self.workspace.reacts(journey)
        })
    }

    /// A branch is drawn: the share in which the percentage falls.
    pub fn split(&mut self, person: usize, run: &Run, shares: &[Share]) -> Slot {
        let seed = self.workspace.settings.run.seed;
        let contact = contact_key(&self.people[person].name);
        let drawn = percent(draw(seed, contact, run.tile.0, run.visit, Purpose::Split));
        let mut sum = Decimal::default();
        let mut slot = None;
        for share in shares {
            sum = sum.plus(share.percent).unwrap();
            if slot.is_none() && drawn < sum {
                slot = Some(Slot::Branch(share.id));
            }
        }
        let slot = slot.unwrap();
        self.note(person, Some(run), What::Split { slot, drawn });
        slot
    }
}
