//! Tiles, listeners and conditions in a few words.

use std::sync::Arc;

use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{AttributeId, BranchId, TileId, TriggerId};
use parcours::model::journey::*;
use parcours::model::note::Note;
use parcours::model::time::{Duration, Unit};
use parcours::model::wait::WaitUntil;

use super::next_id;

pub fn tile(name: &str, kind: TileKind) -> Arc<Tile> {
    Arc::new(Tile { id: TileId(next_id()), name: name.into(), kind, note: Note::default() })
}

pub fn hours(count: u32) -> Duration {
    Duration { count, unit: Unit::Hours }
}

/// Any occurrence of the trigger.
pub fn on(trigger: TriggerId) -> Listener {
    Listener { trigger: Some(trigger), condition: Condition::default() }
}

/// An occurrence of the trigger with at least that number.
pub fn at_least(trigger: TriggerId, attribute: AttributeId, least: &str) -> Listener {
    let condition = row(Source::Incoming(attribute), Operator::GreaterOrEqual, &[least]);
    Listener { trigger: Some(trigger), condition }
}

pub fn row(source: Source, operator: Operator, operands: &[&str]) -> Condition {
    Condition::row(source, operator, operands)
}

pub fn wait(name: &str, count: u32) -> Arc<Tile> {
    tile(name, TileKind::Wait(WaitUntil::Duration(hours(count))))
}

pub fn wait_days(name: &str, count: u32) -> Arc<Tile> {
    tile(name, TileKind::Wait(WaitUntil::Duration(Duration::days(count))))
}

/// An If/then of so many hours with nothing on its branches.
pub fn wait_for(name: &str, on: Listener, limit: u32) -> Arc<Tile> {
    if_then(name, on, limit, vec![], vec![])
}

pub fn if_then(name: &str, on: Listener, limit: u32, yes: Sequence, no: Sequence) -> Arc<Tile> {
    tile(name, TileKind::wait_for(WaitOn::Trigger(on), hours(limit), yes, no))
}

pub fn raise(name: &str, trigger: TriggerId) -> Arc<Tile> {
    raise_with(name, trigger, &[])
}

pub fn raise_with(
    name: &str,
    trigger: TriggerId,
    mappings: &[(AttributeId, Mapping)],
) -> Arc<Tile> {
    let mappings = mappings.iter().cloned().collect();
    tile(name, TileKind::CustomTrigger { trigger: Some(trigger), mappings, binding: None })
}

/// The same tile with a `bindingId`.
pub fn bound(mut tile: Arc<Tile>, to: Mapping) -> Arc<Tile> {
    if let TileKind::CustomTrigger { binding, .. } = &mut Arc::make_mut(&mut tile).kind {
        *binding = Some(to);
    }
    tile
}

pub fn fixed(text: &str) -> Mapping {
    Mapping::Fixed(text.into())
}

/// An Attribute branch; each named branch with what is on it.
pub fn branch(
    name: &str,
    branches: Vec<(&str, Condition, Sequence)>,
    other: Sequence,
) -> Arc<Tile> {
    let branches = branches.into_iter().map(|(name, condition, tiles)| Branch {
        id: BranchId(next_id()),
        name: name.into(),
        condition,
        tiles,
    });
    tile(name, TileKind::AttributeBranch { branches: branches.collect(), other })
}

pub fn exit(name: &str) -> Arc<Tile> {
    tile(name, TileKind::Exit)
}
