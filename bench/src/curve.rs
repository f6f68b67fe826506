//! What a contact costs, over the number of contacts, over the tiles that it visits,
//! and over journeys that nobody enters: the first and the last should be flat, and
//! the second a line.

use std::sync::Arc;

use bench::by_engine::{Broken, Ends, Workload};
use parcours::engine::plan::Plan;
use parcours::examples::workload;
use parcours::model::entry::EntryBy;
use parcours::model::id::{JourneyId, TileId};
use parcours::model::journey::Journey;
use parcours::model::workspace::Workspace;

use crate::best::Best;

/// Each figure is the best of so many tries.
const TRIES: usize = 5;
/// So many contacts, where their number does not change.
const CONTACTS: u32 = 100_000;
/// Journey A.
const A: JourneyId = JourneyId(41);
/// Its tile "wait 1 day".
const WAIT: TileId = TileId(3);

/// Prints the three curves.
///
/// # Errors
/// When the workload cannot be run.
pub fn run() -> Result<(), Broken> {
    for count in [1_000, 10_000, 100_000, 1_000_000] {
        let nanos = cost(&Workload::new()?, count)?;
        println!("{count:>9} contacts                 {nanos:>8.1} ns per contact");
    }
    let base = cost(&waits(0)?, CONTACTS)?;
    for tiles in [1, 10, 100, 1_000] {
        let per_tile = (cost(&waits(tiles)?, CONTACTS / tiles.max(10))? - base) / f64::from(tiles);
        println!("{tiles:>9} more waits on every way  {per_tile:>8.1} ns per wait");
    }
    for journeys in [0, 10, 100, 1_000] {
        let nanos = cost(&idle(journeys)?, CONTACTS)?;
        println!("{journeys:>9} journeys nobody enters   {nanos:>8.1} ns per contact");
    }
    Ok(())
}

/// What a contact costs, in nanoseconds.
fn cost(workload: &Workload, count: u32) -> Result<f64, Broken> {
    let text = workload::file(count);
    let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes())?;
    let mut best = Best::default();
    for _ in 0..TRIES {
        let ends = vec![Ends::new(data.contacts())];
        best.time(|| workload.run(&data, ends));
    }
    Ok(best.seconds() * 1e9 / f64::from(count))
}

/// The workload with so many waits before everything else in journey A.
fn waits(count: u32) -> Result<Workload, Broken> {
    changed(|Workspace { journeys, .. }| {
        let Some(journey) = journeys.get_mut(&A) else { return };
        let Some(wait) = journey.tile(WAIT).cloned().map(Arc::new) else { return };
        let waits = std::iter::repeat_n(wait, count as usize);
        Arc::make_mut(journey).tiles.splice(0..0, waits);
    })
}

/// The workload with so many journeys more that have no entry.
fn idle(count: u32) -> Result<Workload, Broken> {
    changed(|Workspace { journeys, .. }| {
        let Some(mut idle) = journeys.get(&A).map(|journey| Journey::clone(journey)) else {
            return;
        };
        if let EntryBy::Trigger { on, .. } = &mut idle.entry.by {
            on.trigger = None;
        }
        for number in 0..count {
            idle.id = JourneyId(1_000 + number);
            journeys.insert(idle.id, Arc::new(idle.clone()));
        }
    })
}

/// The workload after a change of its workspace.
fn changed(change: impl FnOnce(&mut Workspace)) -> Result<Workload, Broken> {
    let mut workspace = Workload::new()?.workspace;
    change(&mut workspace);
    let plan = Plan::compile(&workspace).map_err(|errors| Broken(format!("{errors:?}")))?;
    Ok(Workload { workspace, plan })
}
