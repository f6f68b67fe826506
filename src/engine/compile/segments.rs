//! Compiling what looks at segments: entries by a schedule, exclusions, and exit
//! criteria. Each journey compiles the segments that it looks at for itself, because
//! dates are read in its time zone (rule C3).

use std::ops::Range;

use crate::engine::compile::{Compiler, Looking};
use crate::engine::condition::ALWAYS;
use crate::engine::plan::{Exit, Group, NONE, PlanCause, PlanPlace, Schedule};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::{Every, MOST_RUNS_BY_MONTHS, MonthDay};
use crate::model::id::SegmentId;
use crate::model::journey::ExitCriterion;
use crate::model::time::{Instant, Moment, local};

impl Compiler<'_> {
    /// Compiles the schedule of the journey, if it has one, for the journey of that index.
    pub(super) fn schedule(&mut self, journey: u32) {
        let entry = &self.journey.entry;
        let EntryBy::Segments { segments, at, every } = &entry.by else { return };
        let place = PlanPlace::Tile(entry.id);
        let segments = self.groups(segments, place);
        let Some(at) = self.moment(at, place) else { return };
        let (every, runs) = match *every {
            Some(Every::Time(time)) => {
                (Some(time.millis()).filter(|millis| *millis > 0), Vec::new())
            }
            Some(Every::Months(months, on)) => (None, self.months(at, months, on)),
            None => (None, Vec::new()),
        };
        let ends = self.plan.journeys.last().map_or(i64::MAX, |journey| journey.closes);
        self.plan.schedules.push(Schedule { journey, segments, at, every, runs, ends });
    }

    /// The runs of a schedule by months, the first included (rule T8).
    fn months(&self, first: i64, months: u32, on: MonthDay) -> Vec<i64> {
        let shown = Instant(first).in_zone(&self.zone);
        let later = (1..MOST_RUNS_BY_MONTHS).map_while(|run| {
            on.after(shown, months.checked_mul(run)?).map(|at| local(at, &self.zone).0)
        });
        let later = later.take_while(|_| months > 0);
        std::iter::once(first).chain(later).collect()
    }

    /// Compiles segments for this journey.
    pub(super) fn groups(&mut self, ids: &[SegmentId], place: PlanPlace) -> Range<u32> {
        let groups = ids.iter().filter_map(|&id| self.group(id, place));
        let groups: Vec<Group> = groups.collect();
        let first = self.plan.segments.len() as u32;
        self.plan.segments.extend(groups);
        first..self.plan.segments.len() as u32
    }

    /// Compiles an exit criterion.
    pub(super) fn exit(&mut self, exit: &ExitCriterion) -> Exit {
        let place = PlanPlace::Exit(exit.id);
        match &exit.on {
            ExitOn::Trigger(on) => {
                let (trigger, condition) = self.listener(on, place, None);
                if let Some(trigger) = self.plan.triggers.get_mut(trigger as usize) {
                    trigger.has_exits = true;
                }
                Exit { trigger, condition, segment: None }
            }
            ExitOn::Segment(id) => {
                let group = id.and_then(|id| self.group(id, place));
                let condition = group.map_or(ALWAYS, |group| group.condition);
                Exit { trigger: NONE, condition, segment: group.map(|group| group.id) }
            }
        }
    }

    /// A moment in the journey's time zone; none where none is chosen.
    pub(super) fn moment(&mut self, text: &str, place: PlanPlace) -> Option<i64> {
        match text.trim().parse::<Moment>() {
            _ if text.trim().is_empty() => None,
            Ok(moment) => Some(moment.start(&self.zone).0),
            Err(error) => {
                self.fail(place, PlanCause::Moment(error));
                None
            }
        }
    }

    fn group(&mut self, id: SegmentId, place: PlanPlace) -> Option<Group> {
        let Some(segment) = self.workspace.segments.get(&id) else {
            self.fail(place, PlanCause::Segment(id));
            return None;
        };
        for (number, row) in segment.condition.rows().enumerate() {
            if row.source.is_some_and(|source| !source.is_of_contact()) {
                self.fail(place, PlanCause::NotAField(id, number));
                return None;
            }
        }
        let looking = Looking { place, incoming: None, entry: None };
        Some(Group { id, condition: self.condition(&segment.condition, looking) })
    }
}
