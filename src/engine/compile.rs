//! From the workspace to a [`Plan`]: every name and id is looked up once, here.

mod models;
mod segments;
mod sources;
mod tiles;
mod versions;
mod waits;

use std::sync::Arc;

use crate::model::zone::TimeZone;

use crate::engine::condition::{ALWAYS, Lookup};
use crate::engine::plan::{
    Branch, Journey, Kind, Message, NONE, Plan, PlanCause, PlanError, PlanPlace, Repeat, Tile,
    Trigger,
};
use crate::engine::trace::Origin;
use crate::model::collect;
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::{self, Listener, Mapping, TileKind};
use crate::model::sorted::SortedMap;
use crate::model::time::{self, Moment};
use crate::model::value::{Type, Value, ValueError};
use crate::model::workspace::Workspace;

/// Where the value of one attribute comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mapped {
    pub source: Lookup,
    pub origin: Origin,
}

pub(crate) fn compile(workspace: &Workspace) -> Result<Plan, Vec<PlanError>> {
    let fields = workspace.fields.values().map(|field| (field.id, field.ty.clone())).collect();
    let mut plan = Plan { fields, seed: workspace.settings.run.seed, ..Plan::default() };
    workspace.triggers.values().for_each(|trigger| add_trigger(&mut plan, trigger));
    let mut errors = Vec::new();
    for journey in workspace.journeys.values() {
        if !workspace.reacts(journey) {
            add_dormant(&mut plan, journey);
            continue;
        }
        let mut compiler = Compiler::new(workspace, journey, &mut plan, &mut errors);
        compiler.journey();
    }
    versions::order(&mut plan, workspace);
    add_flows(&mut plan, workspace);
    models::add(&mut plan, workspace, &mut errors);
    if errors.is_empty() { Ok(plan) } else { Err(errors) }
}

fn add_trigger(plan: &mut Plan, trigger: &crate::model::trigger::Trigger) {
    plan.triggers.push(Trigger {
        id: trigger.id,
        first_attribute: plan.attributes.len() as u32,
        attributes: trigger.attributes.len() as u32,
        entries: Vec::new(),
        dormant: Vec::new(),
        flows: Vec::new(),
        models: Vec::new(),
        has_goals: false,
        has_exits: false,
        has_waits: false,
    });
    plan.attributes.extend(trigger.attributes.iter().map(|a| (a.id, a.ty.clone())));
}

fn add_dormant(plan: &mut Plan, journey: &journey::Journey) {
    let Some(trigger) = journey.entry.trigger() else { return };
    let index = plan.dormant.len() as u32;
    if let Some(trigger) = plan.triggers.iter_mut().find(|known| known.id == trigger) {
        trigger.dormant.push(index);
        plan.dormant.push(journey.id);
    }
}

/// A flow reacts when it is on and its environment is the workspace's (rule A8).
fn add_flows(plan: &mut Plan, workspace: &Workspace) {
    for flow in workspace.flows.values() {
        let here = flow.on && flow.environment == workspace.settings.environment;
        let Some(trigger) = flow.trigger.filter(|_| here) else { continue };
        let index = plan.flows.len() as u32;
        if let Some(trigger) = plan.triggers.iter_mut().find(|known| known.id == trigger) {
            trigger.flows.push(index);
            plan.flows.push(Arc::clone(flow));
        }
    }
}

/// Compiles one journey.
struct Compiler<'a> {
    workspace: &'a Workspace,
    journey: &'a journey::Journey,
    zone: TimeZone,
    /// Where the triggers that something refers to later are kept.
    slots: SortedMap<Kept, u32>,
    /// The indices of the journey's messages.
    messages: SortedMap<TileId, u32>,
    exit_counters: u32,
    plan: &'a mut Plan,
    errors: &'a mut Vec<PlanError>,
}

/// What an instance keeps for later: a trigger that was received at a tile, or, without
/// one, that the message of the tile was sent.
type Kept = (TileId, Option<TriggerId>);

/// The trigger that a condition looks at, and where the condition stands.
#[derive(Clone, Copy)]
struct Looking {
    place: PlanPlace,
    incoming: Option<TriggerId>,
    /// The Entry, while its own condition is looked at.
    entry: Option<TileId>,
}

impl<'a> Compiler<'a> {
    fn new(
        workspace: &'a Workspace,
        journey: &'a journey::Journey,
        plan: &'a mut Plan,
        errors: &'a mut Vec<PlanError>,
    ) -> Self {
        let mut slots = SortedMap::new();
        for kept in sources::kept(workspace, journey) {
            let next = slots.len() as u32;
            slots.entry(kept).or_insert(next);
        }
        let tiles = journey.all_tiles().into_iter();
        let sends = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
        let first = plan.messages.len() as u32;
        let messages = collect::map(sends.map(|tile| tile.id).zip(first..));
        let unsent = Message { tile: NONE, to: Lookup::Nothing, slot: NONE };
        plan.messages.resize(first as usize + messages.len(), unsent);
        let zone = time::time_zone(&journey.time_zone).unwrap_or(TimeZone::UTC);
        let exit_counters = 1 + journey.exits.len() as u32;
        Self { workspace, journey, zone, slots, messages, exit_counters, plan, errors }
    }

    fn journey(&mut self) {
        let journey = self.journey;
        if time::time_zone(&journey.time_zone).is_none() {
            self.fail(PlanPlace::Settings, PlanCause::TimeZone(journey.time_zone.clone()));
        }
        let index = self.plan.journeys.len() as u32;
        let first = self.sequence(&journey.tiles, NONE);
        let slot = self.slot(journey.entry.id, journey.entry.trigger());
        let entry = self.add_tile(journey.entry.id, Kind::Entry { slot }, first);
        let at_entry = PlanPlace::Tile(journey.entry.id);
        let (trigger, condition) = match journey.entry.listener() {
            Some(on) => self.listener(on, at_entry, Some(journey.entry.id)),
            None => (NONE, ALWAYS),
        };
        let exclusions = self.groups(&journey.entry.exclusions, at_entry);
        let (goal, goal_condition) = match &journey.goal {
            Some(goal) => self.listener(&goal.on, PlanPlace::Goal, None),
            None => (NONE, ALWAYS),
        };
        let first_exit = self.exits();
        let exit_counter = self.plan.journey_exits;
        self.plan.journey_exits += self.exit_counters;
        let compiled = Journey {
            id: journey.id,
            entry,
            condition,
            repeat: match journey.entry.repeat().unwrap_or_default() {
                journey::Repeat::Never => Repeat::Never,
                journey::Repeat::AtOnce => Repeat::After(0),
                journey::Repeat::After(duration) => Repeat::After(duration.millis()),
            },
            first_version: index,
            takes: i64::MIN..i64::MAX,
            opens: self.period(&journey.start, i64::MIN),
            closes: self.period(&journey.end, i64::MAX),
            goal,
            goal_condition,
            first_exit,
            exits: journey.exits.len() as u32,
            leaves_by_segment: journey.exits.iter().any(|exit| exit.on.segment().is_some()),
            exclusions,
            slots: self.slots.len() as u32,
            exit_counter,
        };
        self.plan.journeys.push(compiled);
        self.schedule(index);
        if let Some(trigger) = self.plan.triggers.get_mut(trigger as usize) {
            trigger.entries.push(index);
        }
        if let Some(trigger) = self.plan.triggers.get_mut(goal as usize) {
            trigger.has_goals = true;
        }
    }

    /// Compiles the exit criteria; returns the index of the first.
    fn exits(&mut self) -> u32 {
        let first = self.plan.exits.len() as u32;
        for exit in &self.journey.exits {
            let exit = self.exit(exit);
            self.plan.exits.push(exit);
        }
        first
    }

    fn period(&mut self, text: &str, empty: i64) -> i64 {
        if text.trim().is_empty() {
            return empty;
        }
        match text.trim().parse::<Moment>() {
            Ok(moment) => moment.start(&self.zone).0,
            Err(error) => {
                self.fail(PlanPlace::Settings, PlanCause::Period(error));
                empty
            }
        }
    }

    /// Compiles tiles that lead on to `after`; returns where they begin.
    fn sequence(&mut self, tiles: &journey::Sequence, after: u32) -> u32 {
        tiles.iter().rev().fold(after, |next, tile| self.tile(tile, next))
    }

    fn tile(&mut self, tile: &journey::Tile, next: u32) -> u32 {
        let kind = match &tile.kind {
            TileKind::AttributeBranch { branches, other } => {
                self.attribute_branch(tile.id, branches, other, next)
            }
            TileKind::WaitFor { waits, limit, .. } => self.wait_for(tile, waits, *limit, next),
            TileKind::Wait(wait) => self.wait(tile.id, wait),
            TileKind::CustomTrigger { trigger, mappings, binding } => {
                self.raise(tile.id, *trigger, mappings, binding.as_ref())
            }
            TileKind::Message { to, .. } => return self.message(tile.id, *to, next),
            TileKind::Split { shares } => self.split(tile.id, shares, next),
            TileKind::Exit => Kind::Exit,
        };
        self.add_tile(tile.id, kind, next)
    }

    fn add_branches(&mut self, branches: Vec<Branch>) -> u32 {
        let first = self.plan.branches.len() as u32;
        self.plan.branches.extend(branches);
        first
    }

    fn add_tile(&mut self, id: TileId, kind: Kind, next: u32) -> u32 {
        let exit_counter = self.plan.tile_exits;
        self.plan.tile_exits += self.exit_counters;
        self.plan.tiles.push(Tile { id, kind, next, exit_counter });
        self.plan.tiles.len() as u32 - 1
    }

    fn raise(
        &mut self,
        tile: TileId,
        trigger: Option<TriggerId>,
        mappings: &SortedMap<AttributeId, Mapping>,
        binding: Option<&Mapping>,
    ) -> Kind {
        let place = PlanPlace::Tile(tile);
        let first = self.plan.mappings.len() as u32;
        let trigger = self.trigger(trigger, place);
        let Some(raised) = self.plan.triggers.get(trigger as usize) else {
            return Kind::Raise { trigger, first, binding: Lookup::Nothing };
        };
        let start = raised.first_attribute as usize;
        let attributes = self.plan.attributes[start..start + raised.attributes as usize].to_vec();
        for id in mappings.keys() {
            if !attributes.iter().any(|(known, _)| known == id) {
                self.fail(place, PlanCause::Attribute(*id));
            }
        }
        for (id, ty) in &attributes {
            let mapped = self.mapping(mappings.get(id), *id, ty);
            let mapped = mapped.unwrap_or_else(|cause| {
                self.fail(place, cause);
                Mapped { source: Lookup::Nothing, origin: Origin::Unmapped }
            });
            self.plan.mappings.push(mapped);
        }
        let binding = self.binding(binding).unwrap_or_else(|cause| {
            self.fail(place, cause);
            Lookup::Nothing
        });
        Kind::Raise { trigger, first, binding }
    }

    /// Where the built-in `bindingId` of what a tile raises comes from (rule S4).
    fn binding(&mut self, mapping: Option<&Mapping>) -> Result<Lookup, PlanCause> {
        match mapping {
            None => Ok(Lookup::Nothing),
            Some(Mapping::Fixed(text)) if text.trim().is_empty() => Ok(Lookup::Nothing),
            Some(Mapping::Fixed(text)) => {
                let value = Value::Text(text.clone());
                Ok(Lookup::Fixed(self.plan.pool.encode_for_plan(&value)))
            }
            Some(&Mapping::Attribute(source)) => {
                let found = self.workspace.source_type(self.journey, None, source);
                match found.map_err(PlanCause::BindingSource)? {
                    Type::Text => self.source(source, None, None).map_err(PlanCause::BindingSource),
                    other => Err(PlanCause::BindingType(other)),
                }
            }
        }
    }

    fn mapping(
        &mut self,
        mapping: Option<&Mapping>,
        attribute: AttributeId,
        ty: &Type,
    ) -> Result<Mapped, PlanCause> {
        match mapping {
            None => Ok(Mapped { source: Lookup::Nothing, origin: Origin::Unmapped }),
            Some(Mapping::Fixed(text)) => {
                let source = match Value::parse(text, ty, &self.zone) {
                    Ok(value) => Lookup::Fixed(self.plan.pool.encode_for_plan(&value)),
                    Err(ValueError::Empty) => Lookup::Nothing,
                    Err(error) => return Err(PlanCause::Fixed(attribute, error)),
                };
                Ok(Mapped { source, origin: Origin::Fixed })
            }
            Some(&Mapping::Attribute(source)) => {
                let found = self.workspace.source_type(self.journey, None, source);
                let found = found.map_err(|error| PlanCause::MappingSource(attribute, error))?;
                if found != *ty {
                    return Err(PlanCause::MappingType { attribute, wanted: ty.clone(), found });
                }
                let looked_up = self.source(source, None, None);
                let source = looked_up.map_err(|error| PlanCause::MappingSource(attribute, error));
                Ok(Mapped { source: source?, origin: origin_of(mapping) })
            }
        }
    }

    /// Compiles what something listens to: the trigger, or [`NONE`], and the condition.
    fn listener(&mut self, on: &Listener, place: PlanPlace, entry: Option<TileId>) -> (u32, u32) {
        match self.trigger(on.trigger, place) {
            NONE => (NONE, ALWAYS),
            trigger => {
                let looking = Looking { place, incoming: on.trigger, entry };
                (trigger, self.condition(&on.condition, looking))
            }
        }
    }

    fn trigger(&mut self, id: Option<TriggerId>, place: PlanPlace) -> u32 {
        let Some(id) = id else { return NONE };
        match self.plan.triggers.iter().position(|trigger| trigger.id == id) {
            Some(index) => index as u32,
            None => {
                self.fail(place, PlanCause::Trigger(id));
                NONE
            }
        }
    }

    fn slot(&self, tile: TileId, trigger: Option<TriggerId>) -> u32 {
        self.slots.get(&(tile, trigger)).copied().unwrap_or(NONE)
    }

    fn fail(&mut self, place: PlanPlace, cause: PlanCause) {
        self.errors.push(PlanError { journey: Some(self.journey.id), place, cause });
    }
}

fn origin_of(mapping: Option<&Mapping>) -> Origin {
    match mapping {
        None => Origin::Unmapped,
        Some(Mapping::Fixed(_)) => Origin::Fixed,
        Some(Mapping::Attribute(source)) => Origin::Path(*source),
    }
}
