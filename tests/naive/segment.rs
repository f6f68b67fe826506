//! Segments: entries by a schedule (rule T6), exclusions (rule A4) and exit criteria
//! (rule A10).

use jiff::tz::TimeZone;
use parcours::engine::report::{ExitReason, Refusal};
use parcours::engine::trace::{Tried, What};
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::{Every, MonthDay};
use parcours::model::id::{JourneyId, SegmentId};
use parcours::model::journey::MAX_INSTANCE;
use parcours::model::time::Instant;

use super::calendar::{instant, months_after};
use super::condition::View;
use super::{Coming, Due, Run, World};

impl World<'_> {
    /// Puts every run of every schedule on the list.
    pub fn schedule(&mut self) {
        let settings = &self.workspace.settings.run;
        let start = instant(&settings.start, &TimeZone::UTC);
        let workspace = self.workspace;
        for journey in workspace.journeys.values().filter(|journey| workspace.reacts(journey)) {
            let EntryBy::Segments { at, every, .. } = &journey.entry.by else { continue };
            let zone = &self.zone(journey.id).clone();
            let Some(first) = instant(at, zone) else { continue };
            let closes = instant(&journey.end, zone).unwrap_or(Instant(i64::MAX));
            let longest = match self.end {
                Some(end) => end,
                None => first.plus(MAX_INSTANCE),
            };
            let end = if every.is_some() { closes.min(longest) } else { first.plus(1) };
            let mut run = first;
            let mut number = 0;
            while run < end && self.end.is_none_or(|end| run < end) {
                if start.is_none_or(|start| start <= run) {
                    for person in 0..self.people.len() {
                        let what = Coming::Schedule(journey.id);
                        self.agenda.push(Due { at: run, person, what });
                    }
                }
                number += 1;
                run = match every {
                    None => break,
                    Some(Every::Time(time)) => run.plus(time.millis()),
                    Some(Every::Months(months, on)) => {
                        months_after(first, number * *months, *on == MonthDay::Last, zone)
                    }
                };
            }
            (0..self.people.len()).for_each(|person| self.outlast(person, end));
        }
    }

    /// The schedule of a journey runs for a contact.
    pub fn take_in(&mut self, person: usize, id: JourneyId) {
        let journey = &self.workspace.journeys[&id];
        let Some((segment, tried)) = self.first_of(person, id, journey.entry.segments()) else {
            return;
        };
        if self.version_in_charge(id) != id {
            return;
        }
        if !self.is_open(journey) {
            return self.refuse(person, id, Refusal::TimeWindow, None);
        }
        if let Some((_, tried)) = self.first_of(person, id, &journey.entry.exclusions) {
            return self.refuse(person, id, Refusal::Excluded, Some(tried));
        }
        let versions = self.versions(id);
        let mut inside = self.people[person].inside.iter();
        if inside.any(|run| versions.contains(&run.instance.journey)) {
            return self.refuse(person, id, Refusal::Repeat, None);
        }
        self.begin(person, id, None, What::Taken { segment, tried });
    }

    /// The first of these segments that the contact belongs to.
    pub fn first_of(
        &self,
        person: usize,
        journey: JourneyId,
        segments: &[SegmentId],
    ) -> Option<(SegmentId, Tried)> {
        let view = View { person, journey, run: None, incoming: None };
        let tried = |id: &SegmentId| {
            let condition = &self.workspace.segments[id].condition;
            (*id, self.try_condition(condition, view))
        };
        segments.iter().map(tried).find(|(_, tried)| tried.held)
    }

    /// Ends an instance whose contact belongs to the segment of an exit criterion.
    pub fn leaves_by_segment(&mut self, person: usize, run: &Run) -> bool {
        let id = run.instance.journey;
        for criterion in &self.workspace.journeys[&id].exits {
            let ExitOn::Segment(Some(segment)) = criterion.on else { continue };
            let Some((_, tried)) = self.first_of(person, id, &[segment]) else { continue };
            self.take_out(person, run.instance.number);
            self.exit(person, run, ExitReason::Segment(segment), Some(tried));
            return true;
        }
        false
    }
}
