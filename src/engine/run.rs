//! Running a plan on contacts, in any number of parts.

use std::ops::Range;

use crate::model::zone::TimeZone;

use crate::engine::data::Dataset;
use crate::engine::machine::Machine;
use crate::engine::plan::Plan;
use crate::engine::record::Counting;
use crate::engine::report::Report;
use crate::engine::ways::Ways;
use crate::model::id::TileId;
use crate::model::time::{Instant, Moment, TimeError};
use crate::model::workspace::RunSettings;

/// From when until when a run goes (rule T2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// Events before it are ignored; none: the run starts with the first event.
    pub start: Option<Instant>,
    /// The horizon: nothing at or after it happens; none: the run goes on until
    /// nothing more can happen.
    pub end: Option<Instant>,
}

/// Which end of a run's window is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The start.
    #[error("start: {0}")]
    Start(TimeError),
    /// The end.
    #[error("end: {0}")]
    End(TimeError),
}

/// Is told of every instance that ends. `()` does not want to know, at no cost.
pub trait Watch {
    /// An instance of a contact ended at a tile. Those of one contact are told in their
    /// order, those of several in any.
    fn ended(&mut self, contact: u32, tile: TileId, at: Instant);
}

/// A run that is under way: each range of contacts once, in any order.
pub struct Simulation<'a, W = ()> {
    machine: Machine<'a, Counting<W>>,
    ways: Option<Ways<'a>>,
}

/// Runs a range of contacts and adds what happened to `report`.
pub fn simulate(
    plan: &Plan,
    data: &Dataset,
    contacts: Range<u32>,
    window: Window,
    report: &mut Report,
) {
    let mut simulation = Simulation::new(plan, data, window);
    simulation.run(contacts);
    report.merge(&simulation.report());
}

impl Window {
    /// The window of a workspace's run; local times are in UTC.
    pub fn of(settings: &RunSettings) -> Result<Self, WindowError> {
        Ok(Self {
            start: instant(&settings.start).map_err(WindowError::Start)?,
            end: instant(&settings.end).map_err(WindowError::End)?,
        })
    }
}

impl Watch for () {
    #[inline]
    fn ended(&mut self, _: u32, _: TileId, _: Instant) {}
}

impl<'a> Simulation<'a> {
    /// A run that has not begun.
    pub fn new(plan: &'a Plan, data: &'a Dataset, window: Window) -> Self {
        Self::watched(plan, data, window, ())
    }
}

impl<'a, W: Watch> Simulation<'a, W> {
    /// A run that has not begun, and who is told of it.
    pub fn watched(plan: &'a Plan, data: &'a Dataset, window: Window, watch: W) -> Self {
        let machine = Machine::new(plan, data, window, Counting(watch));
        Self { machine, ways: Ways::new(plan, data, window) }
    }

    /// Gives the watch back.
    pub fn into_watch(self) -> W {
        self.machine.into_recorder().0
    }

    /// Runs a range of contacts; what of it is beyond the last contact is nothing.
    pub fn run(&mut self, contacts: Range<u32>) {
        let end = contacts.end.min(self.machine.contacts());
        let contacts = contacts.start.min(end)..end;
        self.machine.count_events_outside(contacts.clone());
        match &mut self.ways {
            Some(ways) => ways.go(&mut self.machine, contacts),
            None => contacts.for_each(|contact| self.machine.run_contact(contact)),
        }
    }

    /// What happened so far.
    pub fn report(&self) -> Report {
        let mut counts = self.machine.counts.clone();
        if let Some(ways) = &self.ways {
            ways.add_to(&mut counts);
        }
        let report = counts.report(self.machine.plan);
        debug_assert_eq!(report.conserved(), Ok(()));
        report
    }
}

fn instant(text: &str) -> Result<Option<Instant>, TimeError> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(|moment: Moment| Some(moment.start(&TimeZone::UTC))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t2_the_window_is_read_from_the_settings_in_utc() {
        let settings = |start: &str, end: &str| RunSettings {
            start: start.into(),
            end: end.into(),
            ..RunSettings::default()
        };
        let window = Window::of(&settings("", "1970-01-02")).unwrap();
        assert_eq!(window, Window { start: None, end: Some(Instant(86_400_000)) });
        assert_eq!(Window::of(&settings("soon", "")), Err(WindowError::Start(TimeError)));
        assert_eq!(Window::of(&settings("", "never")), Err(WindowError::End(TimeError)));
    }
}
