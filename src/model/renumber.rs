//! New numbers for the parts of a journey: its Entry, tiles, branches, exit criteria and
//! notes on the ground. What refers to a part follows it: a value received at a tile that got
//! another number is received at that one.
//!
//! It touches nothing that other records own: triggers, fields, segments; and tiles that
//! stay as they are stay shared with other versions of their journey.

use std::sync::Arc;

use crate::model::condition::{Condition, Source};
use crate::model::id::{BranchId, ExitId, TileId};
use crate::model::journey::{Journey, Mapping, Tile, TileKind, WaitOn};
use crate::model::sorted::SortedMap;
use crate::model::table::Reference;

/// From the number that a part has to the one that it gets; others stay.
pub type Numbers = SortedMap<u32, u32>;

/// Gives the parts of a journey their new numbers.
pub fn parts(journey: &mut Journey, numbers: &Numbers) {
    if numbers.iter().all(|(old, new)| old == new) {
        return;
    }
    journey.entry.id = TileId(of(numbers, journey.entry.id.0));
    journey.exits.iter_mut().for_each(|exit| exit.id = ExitId(of(numbers, exit.id.0)));
    let goal = journey.goal.iter_mut().map(|goal| &mut goal.on.condition);
    let exits = journey.exits.iter_mut().filter_map(|exit| exit.on.listener_mut());
    let listeners = journey.entry.listener_mut().into_iter().chain(exits);
    listeners
        .map(|on| &mut on.condition)
        .chain(goal)
        .for_each(|condition| rows(condition, numbers));
    journey.tiles.iter_mut().for_each(|each| shared(each, numbers));
    for note in &mut journey.notes {
        note.id = TileId(of(numbers, note.id.0));
        note.at.tile = TileId(of(numbers, note.at.tile.0));
    }
    journey.sort_notes();
}

/// Gives a tile, and what is on its branches, their new numbers.
pub fn tile(tile: &mut Tile, numbers: &Numbers) {
    tile.id = TileId(of(numbers, tile.id.0));
    let branch = |id: &mut BranchId| {
        if *id != BranchId::ONLY {
            *id = BranchId(of(numbers, id.0));
        }
    };
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            for one in branches {
                branch(&mut one.id);
                rows(&mut one.condition, numbers);
            }
        }
        TileKind::WaitFor { waits, .. } => {
            for one in waits {
                branch(&mut one.id);
                wait(&mut one.on, numbers);
            }
        }
        TileKind::Split { shares } => shares.iter_mut().for_each(|one| branch(&mut one.id)),
        TileKind::Message { to, .. } => to.iter_mut().for_each(|from| source(from, numbers)),
        TileKind::CustomTrigger { mappings, binding, .. } => {
            for mapping in mappings.values_mut().chain(binding) {
                if let Mapping::Attribute(from) = mapping {
                    source(from, numbers);
                }
            }
        }
        TileKind::Wait(wait) => wait.date_mut().into_iter().for_each(|date| source(date, numbers)),
        TileKind::Exit => {}
    }
    for tiles in tile.kind.sequences_mut() {
        tiles.iter_mut().for_each(|each| shared(each, numbers));
    }
}

/// The numbers of a tile and of what is on its branches, those of branches included.
pub fn of_tile(tile: &Tile, found: &mut Vec<u32>) {
    found.push(tile.id.0);
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            found.extend(branches.iter().map(|branch| branch.id.0));
        }
        TileKind::WaitFor { waits, .. } => {
            let own = waits.iter().map(|wait| wait.id).filter(|id| *id != BranchId::ONLY);
            found.extend(own.map(|id| id.0));
        }
        TileKind::Split { shares } => found.extend(shares.iter().map(|share| share.id.0)),
        TileKind::Wait(_)
        | TileKind::CustomTrigger { .. }
        | TileKind::Message { .. }
        | TileKind::Exit => {}
    }
    for tiles in tile.kind.sequences() {
        tiles.iter().for_each(|each| of_tile(each, found));
    }
}

/// The numbers of all parts of a journey, in reading order.
pub fn of_journey(journey: &Journey) -> Vec<u32> {
    let mut found = vec![journey.entry.id.0];
    found.extend(journey.exits.iter().map(|exit| exit.id.0));
    journey.tiles.iter().for_each(|tile| of_tile(tile, &mut found));
    found.extend(journey.notes.iter().map(|note| note.id.0));
    found
}

fn shared(each: &mut Arc<Tile>, numbers: &Numbers) {
    let mut renumbered = Tile::clone(each);
    tile(&mut renumbered, numbers);
    if renumbered != **each {
        *each = Arc::new(renumbered);
    }
}

fn of(numbers: &Numbers, number: u32) -> u32 {
    numbers.get(&number).copied().unwrap_or(number)
}

fn wait(on: &mut WaitOn, numbers: &Numbers) {
    match on {
        WaitOn::Trigger(on) => rows(&mut on.condition, numbers),
        WaitOn::Interaction { message, .. } => {
            message.iter_mut().for_each(|message| *message = TileId(of(numbers, message.0)));
        }
    }
}

fn rows(condition: &mut Condition, numbers: &Numbers) {
    for from in condition.rows_mut().filter_map(|row| row.source.as_mut()) {
        source(from, numbers);
    }
}

fn source(source: &mut Source, numbers: &Numbers) {
    if let Source::Received(tile, _)
    | Source::ReceivedBinding(tile)
    | Source::Column(Reference::Received(tile, _), _) = source
    {
        *tile = TileId(of(numbers, tile.0));
    }
}
