//! A run on several threads: each takes the next range of contacts until there is
//! none, and the counts of all add up. Which thread took which range shows nowhere.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use crate::engine::data::Dataset;
use crate::engine::plan::Plan;
use crate::engine::report::Report;
use crate::engine::run::{Simulation, Window};

/// So many contacts are a range.
const RANGE: u32 = 4096;

/// Runs all contacts. `progress` is told how many more are done, by any thread.
pub(super) fn simulate(
    plan: &Plan,
    data: &Dataset,
    window: Window,
    threads: usize,
    progress: &(dyn Fn(u32) + Sync),
) -> Report {
    let next = AtomicU32::new(0);
    let work = || {
        let mut simulation = Simulation::new(plan, data, window);
        loop {
            let start = next.fetch_add(RANGE, Ordering::Relaxed);
            if start >= data.contacts() {
                return simulation.report();
            }
            let end = start.saturating_add(RANGE).min(data.contacts());
            simulation.run(start..end);
            progress(end - start);
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut report = work();
        for other in others {
            match other.join() {
                Ok(part) => report.merge(&part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        report
    })
}
