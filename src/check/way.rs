//! By which way contacts come to a place without having received a trigger.

use crate::model::id::{TileId, TriggerId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::tree::{SequenceId, Slot};

/// A branch that goes on without the trigger of a tile: one of its own, or else one
/// beside the branch that it stands on, the nearest first.
pub(super) fn without(
    journey: &Journey,
    receiver: TileId,
    trigger: TriggerId,
) -> Option<(&Tile, Slot)> {
    let tile = journey.tile(receiver)?;
    let waits = tile.kind.waits();
    let receives = |at: usize| {
        let listener = waits.get(at).and_then(|wait| wait.on.listener());
        listener.is_some_and(|on| on.trigger == Some(trigger))
    };
    let own = tile.branches().into_iter().enumerate();
    let mut own = own.filter(|(at, (_, tiles))| !receives(*at) && goes_on(tiles));
    if let Some((_, (slot, _))) = own.next() {
        return Some((tile, slot));
    }
    let mut at = journey.place_of(receiver);
    while let Some(SequenceId::Of(owner, inside)) = at.map(|place| place.sequence) {
        let around = journey.tile(owner)?;
        let mut others = around.branches().into_iter();
        let other = others.find(|(slot, tiles)| *slot != inside && goes_on(tiles));
        if let Some((slot, _)) = other {
            return Some((around, slot));
        }
        at = journey.place_of(owner);
    }
    None
}

/// Whether a contact comes to the end of these tiles.
fn goes_on(tiles: &[Tile]) -> bool {
    tiles.iter().all(|tile| match &tile.kind {
        TileKind::Exit => false,
        _ => {
            let branches = tile.branches();
            branches.is_empty() || branches.iter().any(|(_, tiles)| goes_on(tiles))
        }
    })
}
