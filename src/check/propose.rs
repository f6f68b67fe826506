//! Mappings that suggest themselves: sources of the same name and type, and what
//! another tile maps.
//!
//! **Invariant:** what is proposed for an attribute is offered for it.

use crate::check::describe::{Group, Label};
use crate::check::offer::{Candidate, Wanted, offer};
use crate::check::scope::At;
use crate::model::condition::Source;
use crate::model::id::{AttributeId, JourneyId, TileId};
use crate::model::journey::{Journey, Mapping, TileKind};
use crate::model::predicate::fold;
use crate::model::time::time_zone;
use crate::model::trigger::{Attribute, Trigger};
use crate::model::value::Value;
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

/// A mapping for an attribute that has none yet.
pub type Proposal = (AttributeId, Mapping);

/// For each attribute of what a tile raises that is not mapped yet, the source of that
/// name and type, if there is one: rather what was received last, then the contact.
pub fn by_name(workspace: &Workspace, journey: &Journey, tile: TileId) -> Vec<Proposal> {
    let propose = |attribute: &Attribute| {
        let offered =
            offer(workspace, journey, At::Tile(tile), &Wanted::Type(attribute.ty.clone()));
        let name = fold(attribute.name.trim());
        let same = offered.items.into_iter().filter(|item| is_called(item, &name));
        let best = same.enumerate().max_by_key(|(at, item)| (rank(item), *at))?.1;
        Some((attribute.id, Mapping::Attribute(best.source)))
    };
    unmapped(workspace, journey, tile).into_iter().filter_map(propose).collect()
}

/// For each attribute of what a tile raises that is not mapped yet, what another tile
/// maps to that attribute or, of another trigger, to one of that name and type; as far
/// as it may stand here too.
pub fn as_in(
    workspace: &Workspace,
    journey: &Journey,
    tile: TileId,
    other: (JourneyId, TileId),
) -> Vec<Proposal> {
    let Some((raised, mappings)) = raised(workspace, other) else { return Vec::new() };
    let propose = |attribute: &Attribute| {
        let alike = |one: &&Attribute| {
            one.id == attribute.id
                || (one.ty == attribute.ty && fold(one.name.trim()) == fold(attribute.name.trim()))
        };
        let from = raised.attributes.iter().find(alike)?;
        let mapping = match mappings.get(&from.id)? {
            Mapping::Fixed(text) => {
                let zone = time_zone(&journey.time_zone).unwrap_or(TimeZone::UTC);
                Value::parse(text, &attribute.ty, &zone).ok()?;
                Mapping::Fixed(text.clone())
            }
            Mapping::Attribute(source) => {
                let wanted = Wanted::Type(attribute.ty.clone());
                let offered = offer(workspace, journey, At::Tile(tile), &wanted).items;
                let same = offered.iter().find(|item| item.source == *source);
                let alike = || offered.iter().rev().find(|item| is_same(item.source, *source));
                Mapping::Attribute(same.or_else(alike)?.source)
            }
        };
        Some((attribute.id, mapping))
    };
    unmapped(workspace, journey, tile).into_iter().filter_map(propose).collect()
}

/// The other tiles that raise the trigger that a tile raises, then those that raise
/// another one with an attribute of the same name and type.
pub fn like(workspace: &Workspace, tile: TileId, own: &Trigger) -> Vec<(JourneyId, TileId)> {
    let (mut same, mut alike) = (Vec::new(), Vec::new());
    for journey in workspace.journeys.values() {
        for one in journey.all_tiles() {
            let TileKind::CustomTrigger { trigger: Some(id), mappings, .. } = &one.kind else {
                continue;
            };
            if one.id == tile || mappings.is_empty() {
                continue;
            }
            let found = (journey.id, one.id);
            match workspace.triggers.get(id) {
                Some(trigger) if trigger.id == own.id => same.push(found),
                Some(trigger) if shares(trigger, own) => alike.push(found),
                _ => {}
            }
        }
    }
    same.extend(alike);
    same
}

fn shares(one: &Trigger, other: &Trigger) -> bool {
    one.attributes.iter().any(|attribute| {
        other.attribute_named(&attribute.name).is_some_and(|known| known.ty == attribute.ty)
    })
}

type Mappings = crate::model::sorted::SortedMap<AttributeId, Mapping>;

fn raised(
    workspace: &Workspace,
    (journey, tile): (JourneyId, TileId),
) -> Option<(&Trigger, &Mappings)> {
    let tile = workspace.journeys.get(&journey)?.tile(tile)?;
    let TileKind::CustomTrigger { trigger, mappings, .. } = &tile.kind else { return None };
    Some((workspace.triggers.get(trigger.as_ref()?)?, mappings))
}

fn unmapped<'w>(workspace: &'w Workspace, journey: &Journey, tile: TileId) -> Vec<&'w Attribute> {
    let Some(TileKind::CustomTrigger { trigger: Some(trigger), mappings, .. }) =
        journey.tile(tile).map(|tile| &tile.kind)
    else {
        return Vec::new();
    };
    let attributes = workspace.triggers.get(trigger).map(|trigger| trigger.attributes.as_slice());
    let attributes = attributes.unwrap_or_default().iter();
    attributes.filter(|attribute| !mappings.contains_key(&attribute.id)).collect()
}

/// Whether a source has that name: of a path, its last column.
fn is_called(item: &Candidate, name: &str) -> bool {
    let Label::Text(label) = &item.label else { return false };
    let own = label.rsplit(" › ").next().unwrap_or(label);
    fold(own.trim()) == name
}

/// What is received is nearer than what the contact has; paths come last.
fn rank(item: &Candidate) -> u8 {
    match (item.source, item.group) {
        (Source::Column(..), _) => 0,
        (_, Group::Contact) => 1,
        _ => 2,
    }
}

/// Whether both read the same attribute, received elsewhere.
fn is_same(one: Source, other: Source) -> bool {
    matches!((one, other), (Source::Received(_, a), Source::Received(_, b)) if a == b)
}
