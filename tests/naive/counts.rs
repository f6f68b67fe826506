//! The counts of the report, made when they are first needed.

use parcours::engine::report::{
    ExitReason, JourneyCounts, Refusal, Report, TileCounts, TriggerCounts,
};
use parcours::engine::spread::{STEPS, Spread};
use parcours::engine::trace::What;
use parcours::model::id::{JourneyId, TileId, TriggerId};
use parcours::model::time::{Duration, MINUTE};
use parcours::model::tree::Slot;

use super::{Run, World};
use parcours::engine::trace::Tried;

impl World<'_> {
    pub fn tile_counts(&mut self, id: TileId) -> &mut TileCounts {
        self.report.tiles.entry(id).or_default()
    }

    pub fn journey_counts(&mut self, id: JourneyId) -> &mut JourneyCounts {
        self.report.journeys.entry(id).or_default()
    }

    pub fn trigger_counts(&mut self, id: TriggerId) -> &mut TriggerCounts {
        self.report.triggers.entry(id).or_default()
    }

    /// A journey did not begin.
    pub fn refuse(
        &mut self,
        person: usize,
        journey: JourneyId,
        reason: Refusal,
        tried: Option<Tried>,
    ) {
        *self.journey_counts(journey).refused.entry(reason).or_default() += 1;
        self.note(person, None, What::Refused { journey, reason, tried });
    }

    /// An instance was ended before the end of its journey.
    pub fn exit(&mut self, person: usize, run: &Run, reason: ExitReason, tried: Option<Tried>) {
        *self.tile_counts(run.tile).exited.entry(reason).or_default() += 1;
        *self.journey_counts(run.instance.journey).exited.entry(reason).or_default() += 1;
        self.note(person, Some(run), What::Exited { reason, tried });
    }

    /// An instance goes on from where it waited.
    pub fn count_stay(&mut self, run: &Run) {
        let took = self.now.0 - run.arrived.0;
        add(&mut self.tile_counts(run.tile).stay, took);
    }

    /// An instance left its tile through a branch.
    pub fn take(&mut self, run: &Run, slot: Slot) {
        *self.tile_counts(run.tile).branches.entry(slot).or_default() += 1;
    }
}

/// Counts how long something took: under the first step that is as long.
pub fn add(spread: &mut Spread, millis: i64) {
    let minutes = |step: &Duration| (step.millis() / MINUTE) as u32;
    let long = STEPS.iter().find(|step| step.millis() >= millis).or(STEPS.last());
    let step = if millis == 0 { 0 } else { long.map_or(0, minutes) };
    *spread.counts.entry(step).or_default() += 1;
}

/// The report without what is 0: whether such a count is written is no rule.
pub fn without_zeros(mut report: Report) -> Report {
    // When things happened, and how long they took, is told by the traces; that it
    // adds up to the counts is checked by the report itself.
    for tile in report.tiles.values_mut() {
        tile.stay.counts.clear();
        tile.branches.retain(|_, count| *count > 0);
        tile.interactions.retain(|_, count| *count > 0);
        tile.exited.retain(|_, count| *count > 0);
    }
    for trigger in report.triggers.values_mut() {
        trigger.failed.retain(|_, count| *count > 0);
    }
    for journey in report.journeys.values_mut() {
        journey.goal_after.counts.clear();
        journey.entered_on.clear();
        journey.refused.retain(|_, count| *count > 0);
        journey.exited.retain(|_, count| *count > 0);
    }
    report.tiles.retain(|_, tile| *tile != TileCounts::default());
    report.triggers.retain(|_, trigger| *trigger != TriggerCounts::default());
    report.journeys.retain(|_, journey| *journey != JourneyCounts::default());
    report.flows.retain(|_, count| *count > 0);
    report.loops.retain(|_, count| *count > 0);
    report
}
