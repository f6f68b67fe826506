//! Contacts in segments, and journeys that look at those.

use std::sync::Arc;

use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::Every;
use parcours::model::id::{ExitId, FieldId, JourneyId, SegmentId, TriggerId};
use parcours::model::journey::{ExitCriterion, Tile};
use parcours::model::value::Type;

use crate::world::*;

/// "anna" is in Gold, "ben" is not; "anna" and "cleo" are in Silver.
pub struct Stage {
    pub world: World,
    pub go: TriggerId,
    pub gold: SegmentId,
    pub silver: SegmentId,
    pub born: FieldId,
}

pub fn stage() -> Stage {
    let mut world = World::new();
    let level = world.field("Level", Type::Text);
    let born = world.field("Born", Type::DateTime);
    world.set(level, "gold");
    world.contact("ben", &[]);
    world.contact("cleo", &[(level, "silver")]);
    let is = |texts: &[&str]| Condition::row(Source::Contact(level), Operator::IsOneOf, texts);
    let gold = world.segment("Gold", is(&["gold"]));
    let silver = world.segment("Silver", is(&["gold", "silver"]));
    let go = world.trigger("Go", &[]);
    Stage { world, go, gold, silver, born }
}

impl Stage {
    /// A live journey that a schedule starts.
    pub fn scheduled(&mut self, segments: &[SegmentId], at: &str, every: Option<u32>) -> JourneyId {
        self.scheduled_with(segments, at, every, vec![wait("w", 5)])
    }

    pub fn scheduled_with(
        &mut self,
        segments: &[SegmentId],
        at: &str,
        every: Option<u32>,
        tiles: Vec<Arc<Tile>>,
    ) -> JourneyId {
        let journey = self.world.journey("A", self.go, tiles);
        let segments = segments.to_vec();
        let by = EntryBy::Segments {
            segments,
            at: at.into(),
            every: every.map(|every| Every::Time(hours(every))),
        };
        self.world.edit(journey).entry.by = by;
        journey
    }

    pub fn leave(&mut self, journey: JourneyId, segment: SegmentId) {
        let id = ExitId(9_000 + segment.0);
        let on = ExitOn::Segment(Some(segment));
        self.world.edit(journey).exits.push(ExitCriterion { id, on });
    }

    /// Who was born since so many hours ago, by that contact's clock.
    pub fn young(&mut self, hours: i64) -> SegmentId {
        let count = hours.to_string();
        let condition =
            Condition::row(Source::Contact(self.born), Operator::InTheLast, &[&count, "hours"]);
        self.world.segment("Young", condition)
    }
}
