//! Segments when a plan runs: entries by a schedule, exclusions, and exit criteria
//! (rules A4, A10 and T6).

use std::ops::Range;

use crate::engine::at::At;
use crate::engine::bind::{Context, Payload};
use crate::engine::machine::Machine;
use crate::engine::plan::{Group, Journey, NONE, Schedule};
use crate::engine::record::Recorder;
use crate::engine::report::{ExitReason, Refusal};
use crate::engine::trace::What;
use crate::model::journey::MAX_INSTANCE;

impl Schedule {
    /// The first run at or after `from`. One that recurs ends with its journey, and
    /// in a run that has no end either after [`MAX_INSTANCE`].
    pub fn next(&self, from: i64, endless: bool) -> Option<i64> {
        if !self.runs.is_empty() {
            let next = self.runs.get(self.runs.partition_point(|run| *run < from)).copied();
            return next.filter(|next| *next < self.end(endless));
        }
        let Some(every) = self.every else { return (from <= self.at).then_some(self.at) };
        let behind = i128::from(from) - i128::from(self.at);
        let runs = (behind + i128::from(every) - 1) / i128::from(every);
        let next = i128::from(self.at) + runs.max(0) * i128::from(every);
        i64::try_from(next).ok().filter(|next| *next < self.end(endless))
    }

    /// After the last run.
    pub fn end(&self, endless: bool) -> i64 {
        if self.every.is_none() && self.runs.is_empty() {
            return self.at.saturating_add(1);
        }
        if endless { self.ends.min(self.at.saturating_add(MAX_INSTANCE)) } else { self.ends }
    }
}

impl<R: Recorder> Machine<'_, R> {
    /// The next run of any schedule at or after `from`; the end of time if there is none.
    #[inline]
    pub(crate) fn next_run(&self, from: i64) -> i64 {
        let runs = self.plan.schedules.iter();
        let runs = runs.filter_map(|schedule| schedule.next(from, self.is_endless()));
        runs.min().unwrap_or(i64::MAX)
    }

    /// The last run of all schedules in a run that has no end, if there is any.
    pub(crate) fn last_run(&self) -> Option<i64> {
        self.plan.schedules.iter().map(|schedule| schedule.end(true)).max()
    }

    fn is_endless(&self) -> bool {
        self.window.1 == i64::MAX
    }

    /// Lets the contact in wherever a schedule runs now (rule T6).
    pub(crate) fn run_schedules(&mut self, run: At) {
        let plan = self.plan;
        for schedule in &plan.schedules {
            if schedule.next(run.at, self.is_endless()) == Some(run.at) {
                self.take_in(schedule);
            }
        }
    }

    fn take_in(&mut self, schedule: &Schedule) {
        let plan = self.plan;
        let journey = schedule.journey;
        let Some(group) = self.first_of(schedule.segments.clone()) else { return };
        let compiled = &plan.journeys[journey as usize];
        if !self.takes(compiled) {
            return;
        }
        if !self.is_open(compiled) {
            self.turn_away(journey, Refusal::TimeWindow, None);
        } else if let Some(group) = self.first_of(compiled.exclusions.clone()) {
            self.turn_away(journey, Refusal::Excluded, Some(group));
        } else if self.is_inside(compiled.first_version) {
            self.turn_away(journey, Refusal::Repeat, None);
        } else {
            let index = self.begin_instance(journey, NONE, Payload::NONE);
            if R::ON {
                let tried = self.bound.tried(group.condition, self.outside());
                self.note(Some(index), What::Taken { segment: group.id, tried });
            }
            self.resume(index, compiled.entry);
        }
    }

    /// Whether the contact is in a version of that journey.
    fn is_inside(&self, first: u32) -> bool {
        let plan = self.plan;
        self.live.iter().any(|live| plan.journeys[live.journey as usize].first_version == first)
    }

    /// The first of these segments that the contact belongs to now.
    pub(crate) fn first_of(&mut self, segments: Range<u32>) -> Option<Group> {
        let plan = self.plan;
        let context = self.outside();
        let groups = &plan.segments[segments.start as usize..segments.end as usize];
        groups.iter().find(|group| self.holds(group.condition, context)).copied()
    }

    /// Counts that a contact is refused, and says so.
    pub(crate) fn turn_away(&mut self, journey: u32, reason: Refusal, group: Option<Group>) {
        let times = self.recorder.times();
        self.counts.journeys[journey as usize].refuse(reason, times);
        if R::ON {
            let context = self.outside();
            let tried = group.map(|group| self.bound.tried(group.condition, context));
            let journey = self.plan.journeys[journey as usize].id;
            self.note(None, What::Refused { journey, reason, tried });
        }
    }

    /// Rule A10: ends an instance whose contact belongs to the segment of an exit
    /// criterion; `true` when it did.
    #[inline]
    pub(crate) fn leaves(&mut self, index: usize) -> bool {
        let journey = &self.plan.journeys[self.live[index].journey as usize];
        journey.leaves_by_segment && self.leaves_by_segment(index, journey)
    }

    #[cold]
    fn leaves_by_segment(&mut self, index: usize, journey: &Journey) -> bool {
        let plan = self.plan;
        let context = self.outside();
        for place in 0..journey.exits {
            let exit = plan.exits[(journey.first_exit + place) as usize];
            let Some(segment) = exit.segment else { continue };
            if !self.holds(exit.condition, context) {
                continue;
            }
            self.count_exit(index, 1 + place);
            if R::ON {
                let tried = Some(self.bound.tried(exit.condition, context));
                self.note(
                    Some(index),
                    What::Exited { reason: ExitReason::Segment(segment), tried },
                );
            }
            return true;
        }
        false
    }

    /// Only the contact and the instant are looked at.
    fn outside(&self) -> Context {
        Context { now: self.now, incoming: Payload::NONE, slots: NONE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(every: Option<i64>) -> Schedule {
        Schedule { journey: 0, segments: 0..0, at: 100, every, runs: Vec::new(), ends: 150 }
    }

    #[test]
    fn t6_a_schedule_runs_at_its_time_and_then_each_time_so_long_after() {
        let next = |every, from| schedule(every).next(from, false);
        assert_eq!([i64::MIN, 100, 101].map(|from| next(None, from)), [Some(100), Some(100), None]);
        let expected = [(99, 100), (100, 100), (101, 120), (120, 120), (121, 140), (140, 140)];
        for (from, to) in expected {
            assert_eq!(next(Some(20), from), Some(to), "{from}");
        }
        assert_eq!(next(Some(20), 141), None, "the journey has ended");
    }

    #[test]
    fn t6_without_any_end_a_schedule_recurs_for_365_days() {
        let always = Schedule { ends: i64::MAX, ..schedule(Some(MAX_INSTANCE - 1)) };
        assert_eq!(always.next(101, true), Some(99 + MAX_INSTANCE));
        assert_eq!(always.next(100 + MAX_INSTANCE, true), None);
        assert_eq!(always.next(100 + MAX_INSTANCE, false), Some(98 + 2 * MAX_INSTANCE));
        let once = Schedule { ends: 50, ..schedule(None) };
        assert_eq!(once.next(0, true), Some(100), "the journey says why it refuses");
    }

    #[test]
    fn t8_a_schedule_by_months_has_a_list_of_its_runs() {
        let monthly = Schedule { runs: vec![100, 131, 159], ..schedule(None) };
        for (from, to) in [(0, Some(100)), (100, Some(100)), (101, Some(131)), (132, None)] {
            assert_eq!(monthly.next(from, false), to, "{from}: the journey ends at 150");
        }
    }

    #[test]
    fn t6_the_ends_of_time_are_no_run() {
        let late = Schedule { at: i64::MIN, every: Some(i64::MAX), ends: 7, ..schedule(None) };
        assert_eq!(late.next(i64::MAX, false), None);
        assert_eq!(late.next(i64::MIN, false), Some(i64::MIN));
    }
}
