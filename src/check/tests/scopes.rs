//! Rule M1: what has been received where.

use std::sync::Arc;

use super::fixture::*;
use crate::check::{At, Reach, Scope};
use crate::model::id::TileId;
use crate::model::journey::{Branch, Journey, Sequence, Tile, TileKind};
use crate::model::time::Duration;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

fn journey(tiles: Sequence) -> Journey {
    let mut workspace = Workspace::default();
    add_journey(&mut workspace, MAIN, "Main", ORDER, tiles);
    edit(&mut workspace, MAIN).clone()
}

/// What tile 9, wherever it is, knows of the receivers.
fn reach<const N: usize>(tiles: Sequence, receivers: [u32; N]) -> [Reach; N] {
    let scope = Scope::of(&journey(tiles));
    receivers.map(|id| scope.reach(TileId(id), ORDER, At::Tile(TileId(9))))
}

/// Waits for the order; tile ids are free to choose.
fn wait(id: u32, yes: Sequence, no: Sequence) -> Arc<Tile> {
    wait_for(id, ORDER, yes, no)
}

fn here() -> Arc<Tile> {
    tile(9, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))
}

fn split(id: u32, branch: Sequence, other: Sequence) -> Arc<Tile> {
    let branch =
        Branch { id: FIRST, name: String::new(), condition: Default::default(), tiles: branch };
    tile(id, TileKind::AttributeBranch { branches: vec![branch], other })
}

use Reach::{EveryWay, NoWay, SomeWays};

#[test]
fn m1_the_entry_is_received_on_every_way() {
    assert_eq!(reach(vec![here()], [31]), [EveryWay]);
    assert_eq!(reach(vec![split(1, vec![here()], vec![])], [31]), [EveryWay]);
}

#[test]
fn m1_a_wait_has_received_on_its_yes_branch_only() {
    assert_eq!(reach(vec![wait(1, vec![here()], vec![])], [1]), [EveryWay]);
    assert_eq!(reach(vec![wait(1, vec![], vec![here()])], [1]), [NoWay]);
    assert_eq!(reach(vec![wait(9, vec![], vec![])], [9]), [NoWay]);
    assert_eq!(reach(vec![here(), wait(1, vec![], vec![])], [1]), [NoWay]);
}

#[test]
fn m1_after_a_wait_it_depends_on_what_comes_out_of_no() {
    assert_eq!(reach(vec![wait(1, vec![], vec![]), here()], [1]), [SomeWays]);
    assert_eq!(reach(vec![wait(1, vec![], vec![exit(2)]), here()], [1]), [EveryWay]);
    assert_eq!(reach(vec![wait(1, vec![exit(2)], vec![]), here()], [1]), [NoWay]);
    let both_end = wait(2, vec![exit(3)], vec![exit(4)]);
    assert_eq!(reach(vec![wait(1, vec![], vec![both_end]), here()], [1, 2]), [EveryWay, NoWay]);
}

#[test]
fn m1_branches_merge_to_what_all_that_go_on_have_received() {
    let one = |no| wait(1, vec![], no);
    assert_eq!(reach(vec![split(5, vec![one(vec![exit(2)])], vec![]), here()], [1]), [SomeWays]);
    let other_ends = split(5, vec![one(vec![exit(2)])], vec![exit(3)]);
    assert_eq!(reach(vec![other_ends, here()], [1]), [EveryWay]);
    let merged = split(5, vec![one(vec![])], vec![exit(3)]);
    assert_eq!(reach(vec![merged, here()], [1]), [SomeWays]);
}

#[test]
fn m1_another_branch_has_received_nothing() {
    let one = wait(1, vec![], vec![]);
    assert_eq!(reach(vec![split(5, vec![one], vec![here()])], [1]), [NoWay]);
}

#[test]
fn m1_a_way_that_ends_further_on_brings_nothing() {
    let ends = vec![wait(1, vec![], vec![]), exit(2)];
    assert_eq!(reach(vec![split(5, ends, vec![]), here()], [1]), [NoWay]);
}

#[test]
fn m1_goals_and_exits_are_sure_of_the_entry_only() {
    let scope = Scope::of(&journey(vec![wait(1, vec![], vec![])]));
    assert_eq!(scope.reach(ENTRY, ORDER, At::Goal), EveryWay);
    assert_eq!(scope.reach(TileId(1), ORDER, At::Goal), SomeWays);
    assert_eq!(scope.reach(ENTRY, ORDER, At::Entry), NoWay);
}

#[test]
fn what_follows_an_end_is_unreachable_with_all_that_is_on_it() {
    let journey = journey(vec![
        split(1, vec![exit(2), here()], vec![exit(3)]),
        wait(4, vec![exit(5)], vec![]),
        exit(6),
    ]);
    let scope = Scope::of(&journey);
    let lost: Vec<_> = scope.unreachable().iter().map(|one| (one.first.0, one.count)).collect();
    assert_eq!(lost, [(9, 1), (4, 3)]);
    assert!(scope.is_reachable(TileId(3)) && !scope.is_reachable(TileId(5)));
}
