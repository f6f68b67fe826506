//! From when until when one contact runs (rules T2 and B4).

use std::ops::Range;

use crate::engine::at::At;
use crate::engine::machine::Machine;
use crate::engine::record::Recorder;
use crate::model::journey::MAX_INSTANCE;

impl<R: Recorder> Machine<'_, R> {
    /// Counts the events of contacts that are not within the window.
    pub(crate) fn count_events_outside(&mut self, contacts: Range<u32>) {
        if self.window != (i64::MIN, i64::MAX) {
            let outside = contacts.map(|contact| self.events_in(contact).1);
            self.counts.events_outside += outside.sum::<u64>();
        }
    }

    /// The contact's events within the window, and how many are not.
    #[inline]
    pub(crate) fn events_in(&self, contact: u32) -> (Range<u32>, u64) {
        let all = self.bound.data.events_of(contact);
        let (from, end) = self.window;
        if (from, end) == (i64::MIN, i64::MAX) {
            return (all, 0);
        }
        let events = &self.bound.data.events[all.start as usize..all.end as usize];
        let first = all.start + events.partition_point(|event| event.at < from) as u32;
        let last = all.start + events.partition_point(|event| event.at < end) as u32;
        let within = first..last.max(first);
        let outside = all.len() - within.len();
        (within, outside as u64)
    }

    /// The end of the run for this contact. Without one, so long after the last
    /// event, the last run of a schedule, or the start of what models make, that every
    /// chain of journeys and models, each at its longest, can come to its end; only a
    /// circle could go on for ever (rule B4).
    pub(crate) fn horizon(&mut self, events: &Range<u32>) -> At {
        if self.window.1 != i64::MAX {
            return At::fixed(self.window.1);
        }
        let event = (!events.is_empty()).then(|| self.event_at(events.end - 1));
        let other = self.origin.max(self.last_run()).map(At::fixed);
        let last = match (event, other) {
            (Some(event), Some(other)) if self.before(event, other) => other,
            (Some(last), _) | (None, Some(last)) => last,
            (None, None) => return At::ENDLESS,
        };
        let links = self.plan.journeys.len() + self.plan.models.len() + 1;
        last.plus(MAX_INSTANCE.saturating_mul(links as i64))
    }
}
