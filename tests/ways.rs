//! Contacts that go the way of an earlier one count as if each had been run (rule T2).
#![allow(clippy::unwrap_used, reason = "a failed test says where")]

#[allow(dead_code, reason = "only plans and data are needed here")]
#[path = "support/engine.rs"]
mod engine;
#[allow(dead_code, reason = "only crowds are needed here")]
mod made;

use parcours::engine::report::Report;
use parcours::engine::run::{Simulation, Watch};
use parcours::model::id::TileId;
use parcours::model::time::Instant;

use engine::Run;

const CASES: u64 = 300;
/// So many contacts, that most go the way of another.
const CONTACTS: usize = 120;

#[derive(Default)]
struct Ends(Vec<(u32, TileId, Instant)>);

impl Watch for Ends {
    fn ended(&mut self, contact: u32, tile: TileId, at: Instant) {
        self.0.push((contact, tile, at));
    }
}

#[test]
fn t2_who_goes_the_way_of_another_counts_as_if_run_alone() {
    for seed in 0..CASES {
        let run = Run::of(&made::crowd(seed, CONTACTS)).unwrap();
        let contacts = run.data.contacts();
        let (mut report, mut ends) = (Report::default(), Ends::default());
        for contact in 0..contacts {
            let mut alone = Simulation::watched(&run.plan, &run.data, run.window, Ends::default());
            alone.run(contact..contact + 1);
            report.merge(&alone.report());
            ends.0.extend(alone.into_watch().0);
        }
        let mut together = Simulation::watched(&run.plan, &run.data, run.window, Ends::default());
        together.run(0..contacts);
        let whole = together.report();
        let differs =
            whole.tiles.iter().find(|(tile, counts)| report.tiles.get(*tile) != Some(*counts));
        assert!(
            whole == report,
            "case {seed}: {differs:?}, alone {:?}",
            differs.map(|(tile, _)| &report.tiles[tile])
        );
        let mut all = together.into_watch().0;
        // Of one contact they come in their order; of several, in any.
        all.sort_by_key(|end| end.0);
        assert!(all == ends.0, "case {seed}");
    }
}
