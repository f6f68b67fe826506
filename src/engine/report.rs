//! What a run reports: plain counts by id that add up over any division of the
//! contacts.
//!
//! **Invariant:** entered = inside + completed + exited for every journey, and
//! arrived = waiting + left + exited at every tile. [`Report::conserved`] checks it.

use crate::engine::spread::Spread;
use crate::model::civil::Date;
use crate::model::id::{AttributeId, FlowId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

/// The counts of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Contacts that the run looked at.
    pub contacts: u64,
    /// Events before the start or from the end of the run on; they did nothing.
    pub events_outside: u64,
    /// What behaviour models would have made beyond their limits (rule B5).
    pub cut: u64,
    /// Interactions with messages that the contact had not been sent; they did nothing.
    pub interactions_unsent: u64,
    /// Every tile of the journeys that reacted, Entries included.
    pub tiles: SortedMap<TileId, TileCounts>,
    /// Every trigger of the workspace.
    pub triggers: SortedMap<TriggerId, TriggerCounts>,
    /// The journeys that reacted, and those that refused because they are not live.
    pub journeys: SortedMap<JourneyId, JourneyCounts>,
    /// How often each flow that reacts ran.
    pub flows: SortedMap<FlowId, u64>,
    /// Chains of activations that were cut (rule A7): the tiles of the circle, and how often.
    pub loops: SortedMap<Vec<TileId>, u64>,
}

/// What happened at a tile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TileCounts {
    /// Instances that came to it.
    pub arrived: u64,
    /// Instances that are still there.
    pub waiting: u64,
    /// Instances that went on, or completed there.
    pub left: u64,
    /// Those that left, by branch, where the tile has branches.
    pub branches: SortedMap<Slot, u64>,
    /// Instances that were ended there.
    pub exited: SortedMap<ExitReason, u64>,
    /// Activations that failed there (rule M4), or messages that could not be sent.
    pub failed: u64,
    /// Instances that waited there and went on, by how long they waited.
    pub stay: Spread,
    /// Messages that were sent there.
    pub sent: u64,
    /// What happened with them, where the tile sends any.
    pub interactions: SortedMap<Interaction, u64>,
}

/// What happened to a trigger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TriggerCounts {
    /// Raised from outside.
    pub outside: u64,
    /// Of those, made by behaviour models.
    pub made: u64,
    /// Raised by tiles.
    pub activated: u64,
    /// Activations by tiles that failed because a value was missing (rule M4).
    pub failed_activations: u64,
    /// Those, by the attribute that was missing; one may miss several.
    pub failed: SortedMap<AttributeId, u64>,
}

/// What happened to a journey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JourneyCounts {
    /// Instances that began.
    pub entered: u64,
    /// Entries that were refused.
    pub refused: SortedMap<Refusal, u64>,
    /// Instances that are still there.
    pub inside: u64,
    /// Instances that came to an end of the journey.
    pub completed: u64,
    /// Instances that were ended before.
    pub exited: SortedMap<ExitReason, u64>,
    /// Instances that met the goal.
    pub goal_met: u64,
    /// Those, by how long after they began.
    pub goal_after: Spread,
    /// Instances that began, by the day in UTC.
    pub entered_on: SortedMap<Date, u64>,
}

/// Why an instance was ended before the end of its journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExitReason {
    /// An exit criterion: the trigger that came (rule A2).
    Criterion(TriggerId),
    /// An exit criterion: the segment that the contact belongs to (rule A10).
    Segment(SegmentId),
    /// It lasted 365 days (rule T5).
    Expired,
}

/// Why a contact did not enter a journey whose entry trigger came (rule A4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The journey does not react (rule A8).
    NotLive,
    /// It is before its start, or its end has come.
    TimeWindow,
    /// The condition of the entry does not hold.
    Condition,
    /// It belongs to a segment that is excluded.
    Excluded,
    /// The repeat rule (rule A6).
    Repeat,
    /// Tiles have let it in too often (rule A15).
    Limit,
}

/// A count that does not add up: a defect of the engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// entered ≠ inside + completed + exited.
    #[error("journey {0}: entered {1}, but inside, completed and exited make {2}")]
    Journey(JourneyId, u64, u64),
    /// The goals by time do not make all goals.
    #[error("journey {0}: {1} met the goal, but by time {2}")]
    Goals(JourneyId, u64, u64),
    /// The entries by day do not make all entries.
    #[error("journey {0}: {1} entered, but by day {2}")]
    Days(JourneyId, u64, u64),
    /// arrived ≠ waiting + left + exited.
    #[error("tile {0}: arrived {1}, but waiting, left and exited make {2}")]
    Tile(TileId, u64, u64),
    /// left ≠ the sum of the branches.
    #[error("tile {0}: left {1}, but its branches make {2}")]
    Branches(TileId, u64, u64),
    /// left ≠ sent + failed.
    #[error("tile {0}: left {1}, but sent and failed make {2}")]
    Messages(TileId, u64, u64),
}

impl Report {
    /// Adds the counts of other contacts.
    pub fn merge(&mut self, other: &Self) {
        self.contacts += other.contacts;
        self.events_outside += other.events_outside;
        self.cut += other.cut;
        self.interactions_unsent += other.interactions_unsent;
        for (id, tile) in &other.tiles {
            self.tiles.entry(*id).or_default().merge(tile);
        }
        for (id, trigger) in &other.triggers {
            self.triggers.entry(*id).or_default().merge(trigger);
        }
        for (id, journey) in &other.journeys {
            self.journeys.entry(*id).or_default().merge(journey);
        }
        add(&mut self.flows, &other.flows);
        add(&mut self.loops, &other.loops);
    }

    /// Checks that nothing was lost or counted twice.
    pub fn conserved(&self) -> Result<(), Violation> {
        for (&id, journey) in &self.journeys {
            let made = journey.inside + journey.completed + sum(&journey.exited);
            if journey.entered != made {
                return Err(Violation::Journey(id, journey.entered, made));
            }
            let (goals, days) = (journey.goal_after.total(), sum(&journey.entered_on));
            if journey.goal_met != goals {
                return Err(Violation::Goals(id, journey.goal_met, goals));
            }
            if journey.entered != days {
                return Err(Violation::Days(id, journey.entered, days));
            }
        }
        for (&id, tile) in &self.tiles {
            let made = tile.waiting + tile.left + sum(&tile.exited);
            if tile.arrived != made {
                return Err(Violation::Tile(id, tile.arrived, made));
            }
            let branches = sum(&tile.branches);
            if !tile.branches.is_empty() && tile.left != branches {
                return Err(Violation::Branches(id, tile.left, branches));
            }
            let messages = tile.sent + tile.failed;
            if !tile.interactions.is_empty() && tile.left != messages {
                return Err(Violation::Messages(id, tile.left, messages));
            }
        }
        Ok(())
    }
}

impl TileCounts {
    fn merge(&mut self, other: &Self) {
        self.arrived += other.arrived;
        self.waiting += other.waiting;
        self.left += other.left;
        self.failed += other.failed;
        self.stay.merge(&other.stay);
        self.sent += other.sent;
        add(&mut self.branches, &other.branches);
        add(&mut self.interactions, &other.interactions);
        add(&mut self.exited, &other.exited);
    }
}

impl TriggerCounts {
    fn merge(&mut self, other: &Self) {
        self.outside += other.outside;
        self.made += other.made;
        self.activated += other.activated;
        self.failed_activations += other.failed_activations;
        add(&mut self.failed, &other.failed);
    }
}

impl JourneyCounts {
    fn merge(&mut self, other: &Self) {
        self.entered += other.entered;
        self.inside += other.inside;
        self.completed += other.completed;
        self.goal_met += other.goal_met;
        self.goal_after.merge(&other.goal_after);
        add(&mut self.entered_on, &other.entered_on);
        add(&mut self.refused, &other.refused);
        add(&mut self.exited, &other.exited);
    }
}

/// Adds counts by key.
fn add<K: Ord + Clone>(to: &mut SortedMap<K, u64>, from: &SortedMap<K, u64>) {
    for (key, count) in from {
        *to.entry(key.clone()).or_default() += count;
    }
}

fn sum<K>(counts: &SortedMap<K, u64>) -> u64 {
    counts.values().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_add_up_is_named() {
        let mut report = Report::default();
        let journey = report.journeys.entry(JourneyId(1)).or_default();
        (journey.entered, journey.completed) = (2, 1);
        assert_eq!(report.conserved(), Err(Violation::Journey(JourneyId(1), 2, 1)));
        report.journeys.clear();
        let tile = report.tiles.entry(TileId(5)).or_default();
        (tile.arrived, tile.left) = (3, 3);
        assert_eq!(report.conserved(), Ok(()));
        report.tiles.entry(TileId(5)).or_default().branches.insert(Slot::Yes, 2);
        assert_eq!(report.conserved(), Err(Violation::Branches(TileId(5), 3, 2)));
        report.tiles.entry(TileId(5)).or_default().waiting = 1;
        assert_eq!(report.conserved(), Err(Violation::Tile(TileId(5), 3, 4)));
    }

    #[test]
    fn merging_adds_every_count() {
        let mut report = Report { contacts: 2, events_outside: 1, ..Report::default() };
        report.flows.insert(FlowId(1), 3);
        report.loops.insert(vec![TileId(1)], 4);
        report.tiles.entry(TileId(1)).or_default().exited.insert(ExitReason::Expired, 5);
        report.triggers.entry(TriggerId(1)).or_default().failed.insert(AttributeId(1), 6);
        report.journeys.entry(JourneyId(1)).or_default().refused.insert(Refusal::Repeat, 7);
        let mut twice = report.clone();
        twice.merge(&report);
        assert_eq!((twice.contacts, twice.events_outside), (4, 2));
        assert_eq!(twice.flows[&FlowId(1)], 6);
        assert_eq!(twice.loops[&vec![TileId(1)]], 8);
        assert_eq!(twice.tiles[&TileId(1)].exited[&ExitReason::Expired], 10);
        assert_eq!(twice.triggers[&TriggerId(1)].failed[&AttributeId(1)], 12);
        assert_eq!(twice.journeys[&JourneyId(1)].refused[&Refusal::Repeat], 14);
    }
}
