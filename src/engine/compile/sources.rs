//! Compiling conditions, and the sources of values that they and mappings name.

use crate::engine::compile::{Compiler, Kept, Looking};
use crate::engine::condition::{ALWAYS, Attribute, Joined, Lookup, Row, SINGLE};
use crate::engine::plan::PlanCause;
use crate::model::collect;
use crate::model::condition::{Comparison, Condition, Item, Join, JourneyProperty, Source};
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::{self, Mapping, TileKind, WaitOn};
use crate::model::predicate::Predicate;
use crate::model::resolve::SourceError;
use crate::model::sorted::SortedSet;
use crate::model::table::Reference;
use crate::model::value::Value;
use crate::model::workspace::Workspace;

impl Compiler<'_> {
    pub(super) fn condition(&mut self, condition: &Condition, looking: Looking) -> u32 {
        let mut groups = Vec::new();
        let mut number = 0;
        for item in &condition.items {
            let (join, rows) = match item {
                Item::Row(row) => (Join::All, std::slice::from_ref(row)),
                Item::Group(join, rows) => (*join, rows.as_slice()),
            };
            let first = self.plan.conditions.rows.len() as u32;
            for row in rows {
                match self.row(row, number, looking) {
                    Ok(row) => self.plan.conditions.rows.push(row),
                    Err(cause) => self.fail(looking.place, cause),
                }
                number += 1;
            }
            let members = first..self.plan.conditions.rows.len() as u32;
            if !members.is_empty() {
                groups.push(Joined { join, members });
            }
        }
        match groups.as_slice() {
            [] => return ALWAYS,
            [group] if group.members.len() == 1 => return SINGLE | group.members.start,
            _ => {}
        }
        let conditions = &mut self.plan.conditions;
        let first = conditions.groups.len() as u32;
        conditions.groups.extend(groups);
        let members = first..conditions.groups.len() as u32;
        conditions.conditions.push(Joined { join: condition.join, members });
        conditions.conditions.len() as u32 - 1
    }

    fn row(&mut self, row: &Comparison, number: usize, looking: Looking) -> Result<Row, PlanCause> {
        let source = row.source.ok_or(PlanCause::NoSource(number))?;
        let dangling = |error| PlanCause::RowSource(number, error);
        let ty = self.workspace.source_type(self.journey, looking.incoming, source);
        let ty = ty.map_err(dangling)?;
        let source = self.source(source, looking.incoming, looking.entry).map_err(dangling)?;
        let predicate = Predicate::parse(row.operator, &row.operands, &ty, &self.zone)
            .map_err(|error| PlanCause::Row(number, error))?;
        let test = self.plan.conditions.test(&predicate);
        Ok(Row { source, test, ty, predicate, written: row.clone() })
    }

    pub(super) fn source(
        &mut self,
        source: Source,
        incoming: Option<TriggerId>,
        entry: Option<TileId>,
    ) -> Result<Lookup, SourceError> {
        match source {
            Source::Contact(id) => {
                let place = self.plan.fields.iter().position(|(known, _)| *known == id);
                place.map(|place| Lookup::Contact(place as u32)).ok_or(SourceError::Field(id))
            }
            Source::Received(tile, attribute) => {
                let triggers = self.journey.received_at(tile)?;
                let trigger = self.workspace.trigger_with(&triggers, attribute)?;
                let attribute = self.attribute(trigger, attribute)?;
                if entry == Some(tile) {
                    return Ok(Lookup::Incoming(attribute));
                }
                let slot = self.slots.get(&(tile, Some(trigger))).ok_or(SourceError::Tile(tile))?;
                Ok(Lookup::Received { slot: *slot, attribute })
            }
            Source::Incoming(attribute) => {
                let trigger = incoming.ok_or(SourceError::NoIncoming)?;
                Ok(Lookup::Incoming(self.attribute(trigger, attribute)?))
            }
            Source::Column(reference, path) => {
                let start: Source = reference.into();
                let ty = self.workspace.source_type(self.journey, incoming, start)?;
                let start = self.source(start, incoming, entry)?;
                let plan = &mut *self.plan;
                let (pool, tables) = (&mut plan.pool, &mut plan.tables);
                let path = tables.add_path(self.workspace, pool, (start, &ty), path.columns());
                Ok(Lookup::Column(path))
            }
            Source::ReceivedBinding(tile) => {
                let triggers = self.journey.received_at(tile)?;
                if entry == Some(tile) {
                    return Ok(Lookup::IncomingBinding);
                }
                let slots = triggers.iter().filter_map(|id| self.slots.get(&(tile, Some(*id))));
                let slot = slots.min().ok_or(SourceError::Tile(tile))?;
                let count = collect::set(triggers).len() as u32;
                Ok(Lookup::ReceivedBinding { slot: *slot, count })
            }
            Source::IncomingBinding => {
                incoming.map(|_| Lookup::IncomingBinding).ok_or(SourceError::NoIncoming)
            }
            Source::Journey(property) => {
                let text = match property {
                    JourneyProperty::Name => self.journey.name.clone(),
                    JourneyProperty::Id => self.journey.id.to_string(),
                };
                if text.trim().is_empty() {
                    return Ok(Lookup::Nothing);
                }
                Ok(Lookup::Fixed(self.plan.pool.encode_for_plan(&Value::Text(text))))
            }
        }
    }

    fn attribute(&self, trigger: TriggerId, id: AttributeId) -> Result<Attribute, SourceError> {
        let known = self.plan.triggers.iter().find(|known| known.id == trigger);
        let place = known.and_then(|known| {
            let first = known.first_attribute;
            let mut places = first..first + known.attributes;
            places
                .find(|&place| self.plan.attributes[place as usize].0 == id)
                .map(|place| Attribute { of_trigger: place - first, of_plan: place })
        });
        place.ok_or(SourceError::Attribute(id))
    }
}

/// What something in the journey asks for later: triggers that were received at a
/// tile, and messages that were sent. Those of one tile are neighbours.
pub(super) fn kept(workspace: &Workspace, journey: &journey::Journey) -> SortedSet<Kept> {
    let mut sources: Vec<Source> = Vec::new();
    let mut kept: Vec<Kept> = Vec::new();
    let mut read = |condition: &Condition| {
        sources.extend(condition.rows().filter_map(|row| row.source));
    };
    journey.entry.listener().into_iter().for_each(|on| read(&on.condition));
    journey.goal.iter().for_each(|goal| read(&goal.on.condition));
    let exits = journey.exits.iter().filter_map(|exit| exit.on.listener());
    exits.for_each(|on| read(&on.condition));
    for tile in journey.all_tiles() {
        match &tile.kind {
            TileKind::AttributeBranch { branches, .. } => {
                branches.iter().for_each(|branch| read(&branch.condition));
            }
            TileKind::WaitFor { waits, .. } => {
                for wait in waits {
                    match &wait.on {
                        WaitOn::Trigger(on) => read(&on.condition),
                        WaitOn::Interaction { message, .. } => {
                            kept.extend(message.map(|message| (message, None)));
                        }
                    }
                }
            }
            TileKind::CustomTrigger { .. }
            | TileKind::Message { .. }
            | TileKind::Split { .. }
            | TileKind::Wait(_)
            | TileKind::Exit => {}
        }
    }
    for tile in journey.all_tiles() {
        match &tile.kind {
            TileKind::CustomTrigger { mappings, binding, .. } => {
                sources.extend(mappings.values().chain(binding).filter_map(
                    |mapping| match mapping {
                        Mapping::Attribute(source) => Some(*source),
                        Mapping::Fixed(_) => None,
                    },
                ));
            }
            TileKind::Message { to, .. } => sources.extend(*to),
            TileKind::Wait(wait) => sources.extend(wait.date()),
            _ => {}
        }
    }
    for source in sources {
        match source {
            Source::Received(tile, attribute)
            | Source::Column(Reference::Received(tile, attribute), _) => {
                let triggers = journey.received_at(tile).unwrap_or_default();
                let trigger = workspace.trigger_with(&triggers, attribute);
                kept.extend(trigger.map(|trigger| (tile, Some(trigger))));
            }
            Source::ReceivedBinding(tile) => {
                let triggers = journey.received_at(tile).unwrap_or_default();
                kept.extend(triggers.into_iter().map(|trigger| (tile, Some(trigger))));
            }
            Source::Column(Reference::Contact(_) | Reference::Incoming(_), _)
            | Source::Contact(_)
            | Source::Incoming(_)
            | Source::IncomingBinding
            | Source::Journey(_) => {}
        }
    }
    collect::set(kept)
}
