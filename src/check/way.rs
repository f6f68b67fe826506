//! By which way contacts come to a place without having received a trigger.

use std::sync::Arc;

use crate::check::context::Context;
use crate::model::id::{TileId, TriggerId};
use crate::model::journey::Tile;
use crate::model::tree::{SequenceId, Slot};

/// A branch that goes on without the trigger of a tile: one of its own, or else one
/// beside the branch that it stands on, the nearest first.
pub(super) fn without<'a>(
    context: &Context<'a>,
    receiver: TileId,
    trigger: TriggerId,
) -> Option<(&'a Tile, Slot)> {
    let scope = &context.seen.scope;
    let goes_on = |tiles: &[Arc<Tile>]| tiles.iter().all(|tile| scope.goes_on(tile.id));
    let tile = context.tile(receiver)?;
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
    let mut at = receiver;
    while let SequenceId::Of(owner, inside) = scope.place_of(at)?.sequence {
        let around = context.tile(owner)?;
        let mut others = around.branches().into_iter();
        let other = others.find(|(slot, tiles)| *slot != inside && goes_on(tiles));
        if let Some((slot, _)) = other {
            return Some((around, slot));
        }
        at = owner;
    }
    None
}
