//! From when until when one contact runs (rules T2 and B4).

use std::ops::Range;

use crate::engine::machine::Machine;
use crate::engine::record::Recorder;
use crate::model::journey::MAX_INSTANCE;

impl<R: Recorder> Machine<'_, R> {
    /// The contact's events within the window; the others are counted.
    pub(crate) fn events_within(&mut self, contact: u32) -> Range<u32> {
        let all = self.bound.data.events_of(contact);
        let (from, end) = self.window;
        if (from, end) == (i64::MIN, i64::MAX) {
            return all;
        }
        let events = &self.bound.data.events[all.start as usize..all.end as usize];
        let first = all.start + events.partition_point(|event| event.at < from) as u32;
        let last = all.start + events.partition_point(|event| event.at < end) as u32;
        let within = first..last.max(first);
        self.counts.events_outside += (all.len() - within.len()) as u64;
        within
    }

    /// The end of the run for this contact. Without one, so long after the last
    /// event, the last run of a schedule, or the start of what models make, that every
    /// chain of journeys and models, each at its longest, can come to its end; only a
    /// circle could go on for ever (rule B4).
    pub(crate) fn horizon(&self, events: &Range<u32>) -> i64 {
        let last = (!events.is_empty()).then(|| self.event_at(events.end - 1));
        let (i64::MAX, Some(last)) = (self.window.1, last.max(self.origin).max(self.last_run()))
        else {
            return self.window.1;
        };
        let links = self.plan.journeys.len() + self.plan.models.len() + 1;
        last.saturating_add(MAX_INSTANCE.saturating_mul(links as i64))
    }
}
