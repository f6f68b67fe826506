//! The tiles to which a contact may come from somewhere in a journey.

use std::sync::Arc;

use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::tree::{SequenceId, Slot};

/// The tiles to which whoever enters the journey may come.
pub(super) fn from_start(journey: &Journey) -> Vec<&Tile> {
    let mut found = Vec::new();
    walk(&journey.tiles, &mut found);
    found
}

/// The tiles to which whoever leaves that tile may come; of a tile with branches, those
/// on its branches too.
pub(super) fn after(journey: &Journey, tile: TileId) -> Vec<&Tile> {
    let mut found = Vec::new();
    let through = journey.tile(tile).is_some_and(|tile| enter(tile, &mut found));
    if through {
        rest(journey, tile, &mut found);
    }
    found
}

/// The tiles to which whoever takes that wait of an If/then may come.
pub(super) fn after_wait(journey: &Journey, tile: TileId, wait: BranchId) -> Vec<&Tile> {
    let mut found = Vec::new();
    let Some(kind) = journey.tile(tile).map(|tile| &tile.kind) else { return found };
    let slot = if kind.waits().len() == 1 { Slot::Yes } else { Slot::Branch(wait) };
    let branch = journey.sequence(SequenceId::Of(tile, slot));
    if branch.is_some_and(|tiles| walk(tiles, &mut found)) {
        rest(journey, tile, &mut found);
    }
    found
}

/// What follows a tile in its own sequence and, where that goes on, around it.
fn rest<'a>(journey: &'a Journey, tile: TileId, found: &mut Vec<&'a Tile>) {
    let mut at = journey.place_of(tile);
    while let Some(place) = at {
        let tiles = journey.sequence(place.sequence).map(Vec::as_slice).unwrap_or_default();
        if !walk(tiles.get(place.index + 1..).unwrap_or_default(), found) {
            return;
        }
        at = place.sequence.owner().and_then(|owner| journey.place_of(owner));
    }
}

/// Collects the tiles of a sequence up to an end; whether it is left at its bottom.
fn walk<'a>(tiles: &'a [Arc<Tile>], found: &mut Vec<&'a Tile>) -> bool {
    tiles.iter().all(|tile| {
        found.push(tile);
        enter(tile, found)
    })
}

/// Collects what is on the branches of a tile; whether one goes on to what follows it.
fn enter<'a>(tile: &'a Tile, found: &mut Vec<&'a Tile>) -> bool {
    let branches = tile.kind.sequences();
    if branches.is_empty() {
        return !matches!(tile.kind, TileKind::Exit);
    }
    let mut through = false;
    for tiles in branches {
        through |= walk(tiles, found);
    }
    through
}
