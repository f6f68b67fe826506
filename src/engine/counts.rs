//! The counters of a run, as flat as the plan; ids come in only when they are
//! made into a [`Report`].

use rustc_hash::FxHashMap;

use crate::engine::plan::{Journey, Kind, Plan, Tile};
use crate::engine::report::{
    ExitReason, JourneyCounts, Refusal, Report, TileCounts, TriggerCounts,
};
use crate::engine::spread;
use crate::model::civil::Date;
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;

/// Counters by index into the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub contacts: u64,
    pub events_outside: u64,
    pub cut: u64,
    pub tiles: Vec<AtTile>,
    /// How long instances waited at each tile that they went on from.
    pub stays: Vec<spread::Counting>,
    pub branches: Vec<u64>,
    pub tile_exits: Vec<u64>,
    pub journeys: Vec<OfJourney>,
    pub journey_exits: Vec<u64>,
    pub triggers: Vec<OfTrigger>,
    pub missing: Vec<u64>,
    /// For each message: sent, then each interaction.
    pub messages: Vec<[u64; 4]>,
    pub interactions_unsent: u64,
    pub flows: Vec<u64>,
    pub dormant: Vec<u64>,
    pub loops: SortedMap<Vec<TileId>, u64>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AtTile {
    pub arrived: u64,
    pub waiting: u64,
    pub left: u64,
    pub failed: u64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OfJourney {
    pub entered: u64,
    /// In the order of [`REFUSALS`].
    pub refused: [u64; REFUSALS.len()],
    pub inside: u64,
    pub completed: u64,
    pub goal_met: u64,
    pub goal_after: spread::Counting,
    /// When the day began, in milliseconds, on which an instance began last, and how many did.
    day: (i64, u64),
    /// The same for all other days.
    days: FxHashMap<i64, u64>,
}

/// Why a journey that reacts refuses.
const REFUSALS: [Refusal; 5] =
    [Refusal::TimeWindow, Refusal::Condition, Refusal::Excluded, Refusal::Repeat, Refusal::Limit];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OfTrigger {
    pub outside: u64,
    pub made: u64,
    pub activated: u64,
    pub failed: u64,
}

impl Counts {
    /// All zero.
    pub fn new(plan: &Plan) -> Self {
        Self {
            tiles: vec![AtTile::default(); plan.tiles.len()],
            stays: vec![spread::Counting::default(); plan.tiles.len()],
            branches: vec![0; plan.branches.len()],
            tile_exits: vec![0; plan.tile_exits as usize],
            journeys: vec![OfJourney::default(); plan.journeys.len()],
            journey_exits: vec![0; plan.journey_exits as usize],
            triggers: vec![OfTrigger::default(); plan.triggers.len()],
            missing: vec![0; plan.attributes.len()],
            messages: vec![[0; 4]; plan.messages.len()],
            flows: vec![0; plan.flows.len()],
            dormant: vec![0; plan.dormant.len()],
            ..Self::default()
        }
    }

    /// The same counts by id.
    pub fn report(&self, plan: &Plan) -> Report {
        let mut report = Report {
            contacts: self.contacts,
            events_outside: self.events_outside,
            cut: self.cut,
            interactions_unsent: self.interactions_unsent,
            loops: self.loops.clone(),
            ..Report::default()
        };
        for journey in &plan.journeys {
            self.report_journey(plan, journey, &mut report);
        }
        for (&id, &refused) in plan.dormant.iter().zip(&self.dormant) {
            let refused = collect::map([(Refusal::NotLive, refused)]);
            report.journeys.insert(id, JourneyCounts { refused, ..JourneyCounts::default() });
        }
        for (index, trigger) in plan.triggers.iter().enumerate() {
            let counts = &self.triggers[index];
            let attributes = trigger.first_attribute..trigger.first_attribute + trigger.attributes;
            let failed = attributes.filter_map(|attribute| {
                let count = self.missing[attribute as usize];
                (count > 0).then_some((plan.attributes[attribute as usize].0, count))
            });
            report.triggers.insert(
                trigger.id,
                TriggerCounts {
                    outside: counts.outside,
                    made: counts.made,
                    activated: counts.activated,
                    failed_activations: counts.failed,
                    failed: collect::map(failed),
                },
            );
        }
        let flows = plan.flows.iter().zip(&self.flows);
        report.flows = collect::map(flows.map(|(flow, &runs)| (flow.id, runs)));
        report
    }

    fn report_journey(&self, plan: &Plan, journey: &Journey, report: &mut Report) {
        let counts = &self.journeys[journey.index(plan)];
        let refused = REFUSALS.map(|refusal| (refusal, counts.refused(refusal)));
        report.journeys.insert(
            journey.id,
            JourneyCounts {
                entered: counts.entered,
                refused: collect::map(refused.into_iter().filter(|(_, count)| *count > 0)),
                inside: counts.inside,
                completed: counts.completed,
                exited: exits(plan, journey, &self.journey_exits, journey.exit_counter),
                goal_met: counts.goal_met,
                goal_after: counts.goal_after.spread(),
                entered_on: counts.entered_on(),
            },
        );
        for index in journey.tiles(plan) {
            let tile = &plan.tiles[index];
            report.tiles.insert(tile.id, self.report_tile(plan, journey, index, tile));
        }
    }

    fn report_tile(&self, plan: &Plan, journey: &Journey, index: usize, tile: &Tile) -> TileCounts {
        let counts = &self.tiles[index];
        let branches = match tile.kind {
            Kind::Branch { first, count } | Kind::WaitFor { first, count, .. } => {
                first..first + count + 1
            }
            Kind::Split { first, count } => first..first + count,
            _ => 0..0,
        };
        let (sent, interactions) = match tile.kind {
            Kind::Message(message) => {
                let [sent, interactions @ ..] = self.messages[message as usize];
                (sent, collect::map(Interaction::ALL.into_iter().zip(interactions)))
            }
            _ => (0, SortedMap::new()),
        };
        let taken = |index| (plan.branches[index as usize].slot, self.branches[index as usize]);
        TileCounts {
            arrived: counts.arrived,
            waiting: counts.waiting,
            left: counts.left,
            branches: collect::map(branches.map(taken)),
            exited: exits(plan, journey, &self.tile_exits, tile.exit_counter),
            failed: counts.failed,
            stay: self.stays[index].spread(),
            sent,
            interactions,
        }
    }
}

/// Milliseconds in a day.
const DAY: i64 = 86_400_000;

impl OfJourney {
    /// Counts the day on which an instance begins.
    #[inline]
    pub fn enter(&mut self, now: i64, times: u64) {
        if !(0..DAY).contains(&now.wrapping_sub(self.day.0)) {
            self.turn_to(now.div_euclid(DAY).saturating_mul(DAY));
        }
        self.day.1 += times;
    }

    /// Most instances in a row begin on one day, which is looked up once.
    fn turn_to(&mut self, day: i64) {
        let next = self.days.remove(&day).unwrap_or_default();
        let (last, count) = std::mem::replace(&mut self.day, (day, next));
        if count > 0 {
            self.days.insert(last, count);
        }
    }

    fn entered_on(&self) -> SortedMap<Date, u64> {
        let days = self.days.iter().map(|(day, count)| (*day, *count)).chain([self.day]);
        let days = days.filter(|(_, count)| *count > 0);
        collect::map(days.map(|(day, count)| (Date::from_days(day.div_euclid(DAY)), count)))
    }

    /// How often it refused for that reason.
    pub fn refused(&self, refusal: Refusal) -> u64 {
        REFUSALS
            .iter()
            .zip(self.refused)
            .filter(|(known, _)| **known == refusal)
            .map(|(_, n)| n)
            .sum()
    }

    /// Counts a refusal.
    pub fn refuse(&mut self, refusal: Refusal, times: u64) {
        if let Some(place) = REFUSALS.iter().position(|known| *known == refusal) {
            self.refused[place] += times;
        }
    }
}

impl Journey {
    fn index(&self, plan: &Plan) -> usize {
        plan.journeys.partition_point(|known| known.id < self.id)
    }

    /// Its tiles: they stand in a row that ends with the Entry.
    pub fn tiles(&self, plan: &Plan) -> std::ops::Range<usize> {
        let before = plan.journeys[..self.index(plan)].last();
        let first = before.map_or(0, |journey| journey.entry as usize + 1);
        first..self.entry as usize + 1
    }
}

/// Exits by reason, from the counters that start at `first`.
fn exits(
    plan: &Plan,
    journey: &Journey,
    counters: &[u64],
    first: u32,
) -> SortedMap<ExitReason, u64> {
    let first = first as usize;
    let mut found = SortedMap::new();
    if counters[first] > 0 {
        found.insert(ExitReason::Expired, counters[first]);
    }
    for place in 0..journey.exits as usize {
        let exit = plan.exits[journey.first_exit as usize + place];
        let count = counters[first + 1 + place];
        let reason = match exit.segment {
            Some(segment) => Some(ExitReason::Segment(segment)),
            None => plan.triggers.get(exit.trigger as usize).map(|t| ExitReason::Criterion(t.id)),
        };
        if let Some(reason) = reason.filter(|_| count > 0) {
            *found.entry(reason).or_default() += count;
        }
    }
    found
}
