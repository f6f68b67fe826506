//! Copies with ids of their own. What a copied part says about itself is about
//! the copy then: a value received at a copied wait is received at its copy.

use std::collections::BTreeMap;

use crate::model::condition::{Condition, Source};
use crate::model::id::{BranchId, ExitId, JourneyId, TileId};
use crate::model::journey::{Journey, Mapping, Tile, TileKind, WaitOn};
use crate::model::table::Reference;

/// A copy of a tile with everything on its branches.
pub(super) fn tile(tile: &Tile, fresh: &mut impl FnMut() -> u32) -> Tile {
    let mut copy = tile.clone();
    let mut renamed = BTreeMap::new();
    give_ids(&mut copy, fresh, &mut renamed);
    follow(&mut copy, &renamed);
    copy
}

/// A copy of a journey with everything in it.
pub(super) fn journey(journey: &Journey, fresh: &mut impl FnMut() -> u32) -> Journey {
    let mut copy = journey.clone();
    let mut renamed = BTreeMap::new();
    copy.id = JourneyId(fresh());
    copy.entry.id = TileId(fresh());
    renamed.insert(journey.entry.id, copy.entry.id);
    copy.exits.iter_mut().for_each(|exit| exit.id = ExitId(fresh()));
    copy.tiles.iter_mut().for_each(|tile| give_ids(tile, fresh, &mut renamed));

    let goal = copy.goal.iter_mut().map(|goal| &mut goal.on.condition);
    let exits = copy.exits.iter_mut().filter_map(|exit| exit.on.listener_mut());
    let listeners = copy.entry.listener_mut().into_iter().chain(exits);
    listeners
        .map(|on| &mut on.condition)
        .chain(goal)
        .for_each(|condition| follow_rows(condition, &renamed));
    copy.tiles.iter_mut().for_each(|tile| follow(tile, &renamed));
    copy
}

/// Which tile became which.
type Renamed = BTreeMap<TileId, TileId>;

fn give_ids(tile: &mut Tile, fresh: &mut impl FnMut() -> u32, renamed: &mut Renamed) {
    let id = TileId(fresh());
    renamed.insert(tile.id, id);
    tile.id = id;
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter_mut().for_each(|branch| branch.id = BranchId(fresh()));
        }
        TileKind::WaitFor { waits, .. } => {
            let several = waits.iter_mut().filter(|wait| wait.id != BranchId::ONLY);
            several.for_each(|wait| wait.id = BranchId(fresh()));
        }
        TileKind::Split { shares } => {
            shares.iter_mut().for_each(|share| share.id = BranchId(fresh()));
        }
        TileKind::Wait(_)
        | TileKind::CustomTrigger { .. }
        | TileKind::Message { .. }
        | TileKind::Exit => {}
    }
    for tile in tile.kind.sequences_mut().into_iter().flatten() {
        give_ids(tile, fresh, renamed);
    }
}

fn follow(tile: &mut Tile, renamed: &Renamed) {
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter_mut().for_each(|branch| follow_rows(&mut branch.condition, renamed));
        }
        TileKind::WaitFor { waits, .. } => {
            waits.iter_mut().for_each(|wait| follow_wait(&mut wait.on, renamed));
        }
        TileKind::Message { to, .. } => {
            to.iter_mut().for_each(|source| follow_source(source, renamed));
        }
        TileKind::CustomTrigger { mappings, binding, .. } => {
            for mapping in mappings.values_mut().chain(binding) {
                if let Mapping::Attribute(source) = mapping {
                    follow_source(source, renamed);
                }
            }
        }
        TileKind::Wait(wait) => {
            if let Some(source) = wait.date_mut() {
                follow_source(source, renamed);
            }
        }
        TileKind::Split { .. } | TileKind::Exit => {}
    }
    for tile in tile.kind.sequences_mut().into_iter().flatten() {
        follow(tile, renamed);
    }
}

fn follow_wait(on: &mut WaitOn, renamed: &Renamed) {
    match on {
        WaitOn::Trigger(on) => follow_rows(&mut on.condition, renamed),
        WaitOn::Interaction { message: Some(message), .. } => {
            if let Some(copy) = renamed.get(message) {
                *message = *copy;
            }
        }
        WaitOn::Interaction { message: None, .. } => {}
    }
}

fn follow_rows(condition: &mut Condition, renamed: &Renamed) {
    for source in condition.rows_mut().filter_map(|row| row.source.as_mut()) {
        follow_source(source, renamed);
    }
}

fn follow_source(source: &mut Source, renamed: &Renamed) {
    if let Source::Received(tile, _)
    | Source::ReceivedBinding(tile)
    | Source::Column(Reference::Received(tile, _), _) = source
        && let Some(copy) = renamed.get(tile)
    {
        *tile = *copy;
    }
}
