//! Whether anything refers to a field, a trigger or an attribute. Values that
//! example contacts and events have for a field or an attribute do not count:
//! they go with it.

use crate::model::condition::{Condition, Source};
use crate::model::flow::FlowValue;
use crate::model::id::{AttributeId, FieldId, TriggerId};
use crate::model::journey::{Journey, Listener, Mapping, Tile, TileKind};
use crate::model::workspace::Workspace;

/// Whether a condition or a mapping reads the field.
pub(super) fn field(workspace: &Workspace, id: FieldId) -> bool {
    any_source(workspace, |source| source == Source::Contact(id))
}

/// Whether a condition, a mapping or a flow reads the attribute, or a tile maps it.
pub(super) fn attribute(workspace: &Workspace, id: AttributeId) -> bool {
    let reads = |source| match source {
        Source::Received(_, attribute) | Source::Incoming(attribute) => attribute == id,
        Source::Contact(_) | Source::Journey(_) => false,
    };
    let maps = |tile: &Tile| match &tile.kind {
        TileKind::CustomTrigger { mappings, .. } => mappings.contains_key(&id),
        _ => false,
    };
    any_source(workspace, reads)
        || workspace.journeys.values().any(|journey| journey.all_tiles().into_iter().any(maps))
        || workspace.flows.values().any(|flow| {
            let values = flow.steps.iter().flat_map(|step| step.action.values());
            values.into_iter().any(|value| *value == FlowValue::Attribute(id))
        })
}

/// Whether a journey listens to the trigger or raises it, a flow starts from it,
/// or an example event raises it.
pub(super) fn trigger(workspace: &Workspace, id: TriggerId) -> bool {
    let raises = |tile: &Tile| match tile.kind {
        TileKind::CustomTrigger { trigger, .. } => trigger == Some(id),
        _ => false,
    };
    workspace.journeys.values().any(|journey| {
        listeners(journey).into_iter().any(|on| on.trigger == Some(id))
            || journey.all_tiles().into_iter().any(raises)
    }) || workspace.flows.values().any(|flow| flow.trigger == Some(id))
        || workspace.events.values().any(|event| event.trigger == id)
}

fn any_source(workspace: &Workspace, mut wanted: impl FnMut(Source) -> bool) -> bool {
    workspace.journeys.values().any(|journey| sources(journey).into_iter().any(&mut wanted))
}

/// Everything that a journey listens to.
fn listeners(journey: &Journey) -> Vec<&Listener> {
    let own = std::iter::once(&journey.entry.on);
    let goal = journey.goal.iter().map(|goal| &goal.on);
    let exits = journey.exits.iter().map(|exit| &exit.on);
    let tiles = journey.all_tiles().into_iter().filter_map(|tile| tile.kind.listener());
    own.chain(goal).chain(exits).chain(tiles).collect()
}

/// Everything that a journey reads.
fn sources(journey: &Journey) -> Vec<Source> {
    let mut conditions: Vec<&Condition> =
        listeners(journey).into_iter().map(|on| &on.condition).collect();
    let mut found = Vec::new();
    for tile in journey.all_tiles() {
        match &tile.kind {
            TileKind::AttributeBranch { branches, .. } => {
                conditions.extend(branches.iter().map(|branch| &branch.condition));
            }
            TileKind::CustomTrigger { mappings, .. } => {
                found.extend(mappings.values().filter_map(|mapping| match mapping {
                    Mapping::Attribute(source) => Some(*source),
                    Mapping::Fixed(_) => None,
                }));
            }
            TileKind::WaitForTrigger { .. } | TileKind::Wait(_) | TileKind::Exit => {}
        }
    }
    let rows = conditions.into_iter().flat_map(Condition::rows);
    found.extend(rows.filter_map(|row| row.source));
    found
}
