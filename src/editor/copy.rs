//! Copies with ids of their own. What a copied part says about itself is about
//! the copy then: a value received at a copied wait is received at its copy.

use std::sync::Arc;

use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::renumber::{self, Numbers};

/// Copies of tiles with everything on their branches, and which numbers these have.
pub(super) fn tiles(tiles: &[&Tile], fresh: &mut impl FnMut() -> u32) -> (Sequence, Numbers) {
    let mut numbers = Vec::new();
    tiles.iter().for_each(|tile| renumber::of_tile(tile, &mut numbers));
    let numbers = renamed(numbers, fresh);
    let mut copies = Vec::new();
    for tile in tiles {
        let mut copy = (*tile).clone();
        renumber::tile(&mut copy, &numbers);
        copies.push(Arc::new(copy));
    }
    (copies, numbers)
}

/// A copy of a journey with everything in it, which knows where its parts come from.
pub(super) fn journey(journey: &Journey, fresh: &mut impl FnMut() -> u32) -> Journey {
    let mut copy = journey.clone();
    copy.id = JourneyId(fresh());
    let numbers = renamed(renumber::of_journey(journey), fresh);
    renumber::parts(&mut copy, &numbers);
    copy.version.origins = journey.origins_of_copy(&numbers);
    copy
}

fn renamed(numbers: Vec<u32>, fresh: &mut impl FnMut() -> u32) -> Numbers {
    collect::map(numbers.into_iter().map(|number| (number, fresh())))
}
