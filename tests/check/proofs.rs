//! Branches that are called dead: no contact takes them, whatever it has; and where
//! conditions ask simple things, every branch that no contact takes is called dead.

use std::sync::Arc;

use parcours::check::{Code, Holder, Spot, check};
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{BranchId, JourneyId, TileId};
use parcours::model::journey::{Listener, Sequence, Tile, TileKind, WaitBranch, WaitOn};
use parcours::model::note::Note;
use parcours::model::sorted::SortedSet;
use parcours::model::time::Duration;
use parcours::model::tree::Slot;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::asking::{SIZE, START, entry_condition, tiles, workspace};
use crate::engine::Run;

/// The branches that are called dead, with the tiles on Other that are.
fn called_dead(workspace: &Workspace) -> (SortedSet<BranchId>, SortedSet<TileId>) {
    let (mut branches, mut others) = (SortedSet::new(), SortedSet::new());
    for problem in check(workspace) {
        match (problem.code, problem.site.spot) {
            (
                Code::ImpossibleCondition | Code::ShadowedBranch | Code::DeadBranch,
                Spot::Condition(Holder::Branch(branch)),
            ) => {
                branches.insert(branch);
            }
            (Code::DeadOther, _) => others.extend(problem.site.tile),
            _ => {}
        }
    }
    (branches, others)
}

/// Branches with whether a contact took them, those within ones that none took left out.
fn taken(run: &Run, tiles: &Sequence) -> Vec<(BranchId, bool)> {
    let report = run.report();
    let mut found = Vec::new();
    let mut open: Vec<&Sequence> = vec![tiles];
    while let Some(tiles) = open.pop() {
        for tile in tiles {
            let counts = report.tiles.get(&tile.id);
            for (slot, inside) in tile.branches() {
                let count = counts.and_then(|counts| counts.branches.get(&slot)).copied();
                let is_taken = count.unwrap_or_default() > 0;
                if let Slot::Branch(branch) = slot {
                    found.push((branch, is_taken));
                }
                if is_taken {
                    open.push(inside);
                }
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_contact_takes_a_branch_that_is_called_dead(entry in entry_condition(), tiles in tiles(false)) {
        let workspace = workspace(entry, tiles);
        let (branches, others) = called_dead(&workspace);
        let run = Run::of(&workspace).expect("it can run");
        let report = run.report();
        for counts in report.tiles.values() {
            for (&slot, count) in &counts.branches {
                if let Slot::Branch(branch) = slot {
                    prop_assert!(*count == 0 || !branches.contains(&branch), "{branch} is taken");
                }
            }
        }
        for tile in others {
            prop_assert_eq!(report.tiles.get(&tile).map_or(0, |counts| counts.arrived), 0);
        }
    }

    #[test]
    fn every_branch_of_simple_conditions_that_no_contact_takes_is_called_dead(
        entry in entry_condition(),
        mut tiles in tiles(true),
    ) {
        // One tile after the other says nothing about the next: one is enough.
        tiles.truncate(1);
        let workspace = workspace(entry, tiles);
        let (branches, _) = called_dead(&workspace);
        let run = Run::of(&workspace).expect("it can run");
        for (branch, is_taken) in taken(&run, &workspace.journeys[&JourneyId(7)].tiles) {
            prop_assert_eq!(!is_taken, branches.contains(&branch), "{}", branch);
        }
    }
}

#[test]
fn a_later_wait_for_what_an_earlier_one_takes_is_called_dead() {
    let wait = |id, at: &str, most: &str| WaitBranch {
        id: BranchId(id),
        name: at.into(),
        on: WaitOn::Trigger(Listener {
            trigger: Some(START),
            condition: Condition::row(Source::Incoming(SIZE), Operator::LessOrEqual, &[most]),
        }),
        tiles: Vec::new(),
    };
    let find = |waits| {
        let kind = TileKind::WaitFor { waits, limit: Duration::days(1), other: Vec::new() };
        let tile = Tile { id: TileId(50), name: String::new(), kind, note: Note::default() };
        let mut workspace = workspace(Condition::default(), Vec::new());
        Arc::make_mut(workspace.journeys.get_mut(&JourneyId(7)).unwrap()).tiles =
            vec![Arc::new(tile)];
        check(&workspace).into_iter().filter(|one| one.code == Code::ShadowedBranch).count()
    };
    assert_eq!(find(vec![wait(51, "wide", "2"), wait(52, "narrow", "1")]), 1);
    assert_eq!(find(vec![wait(51, "narrow", "1"), wait(52, "wide", "2")]), 0);
}
