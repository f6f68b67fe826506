//! How an instance goes on from tile to tile until it waits or ends (rules T3 to
//! T5, C4, M4 and A7).

use std::sync::Arc;

use parcours::engine::report::ExitReason;
use parcours::engine::trace::{Mapped, Origin, What};
use parcours::model::id::{AttributeId, TileId, TriggerId};
use parcours::model::journey::{Branch, Journey, Mapping, Tile, TileKind};
use parcours::model::sorted::SortedMap;
use parcours::model::time::Instant;
use parcours::model::tree::{SequenceId, Slot};
use parcours::model::value::{Type, Value};
use parcours::model::wait::{Side, WaitUntil};

use super::calendar::{instant, value};
use super::condition::View;
use super::{Activation, Coming, Due, Link, Run, Values, World};

/// Rule A7, and how many activations one instant may hold when chains branch.
const LONGEST_CHAIN: usize = 32;
const MOST_AT_ONE_INSTANT: usize = 4096;

impl<'w> World<'w> {
    /// Brings an instance to a tile and on; without a tile it is at the end.
    pub fn walk(&mut self, person: usize, mut run: Run, mut next: Option<&'w Tile>) {
        let workspace = self.workspace;
        let journey = &*workspace.journeys[&run.instance.journey];
        while let Some(tile) = next {
            run.tile = tile.id;
            self.tile_counts(tile.id).arrived += 1;
            self.note(person, Some(&run), What::Arrived);
            if self.leaves_by_segment(person, &run) {
                return;
            }
            next = match &tile.kind {
                TileKind::Wait(until) => {
                    if let Some(until) = self.waits_until(person, &run, until) {
                        return self.wait(person, run, until);
                    }
                    after(journey, tile.id)
                }
                TileKind::Message { to, .. } => {
                    self.send(person, &mut run, *to);
                    after(journey, tile.id)
                }
                TileKind::Split { shares } => {
                    let slot = self.split(person, &run, shares);
                    self.take(&run, slot);
                    first_of(journey, tile.id, slot)
                }
                TileKind::WaitFor { limit, .. } => {
                    let until = self.now.plus(limit.millis());
                    return self.wait(person, run, until);
                }
                TileKind::AttributeBranch { branches, .. } => {
                    let slot = self.branch(person, &run, branches);
                    self.take(&run, slot);
                    first_of(journey, tile.id, slot)
                }
                TileKind::CustomTrigger { trigger, mappings, binding } => {
                    if let Some(trigger) = trigger {
                        self.activate(person, &run, *trigger, (mappings, binding.as_ref()));
                    }
                    after(journey, tile.id)
                }
                TileKind::Exit => None,
            };
            self.tile_counts(tile.id).left += 1;
        }
        self.take_out(person, run.instance.number);
        self.journey_counts(run.instance.journey).completed += 1;
        self.note(person, Some(&run), What::Completed);
    }

    /// Until when a Wait tile waits; `None` when it goes on at once (rules T4 and T7).
    fn waits_until(&mut self, person: usize, run: &Run, wait: &WaitUntil) -> Option<Instant> {
        let journey = run.instance.journey;
        let until = match wait {
            WaitUntil::Duration(duration) => {
                let until = self.now.plus(duration.millis());
                return (until > self.now).then_some(until);
            }
            WaitUntil::Moment(text) => instant(text, self.zone(journey)),
            WaitUntil::Around { date, side, offset } => {
                let view = View { person, journey, run: Some(run), incoming: None };
                match date.and_then(|source| self.look_up(source, view)) {
                    Some(Value::DateTime(at)) => Some(match side {
                        Side::Before => at.plus(-offset.millis()),
                        Side::At => at,
                        Side::After => at.plus(offset.millis()),
                    }),
                    _ => None,
                }
            }
        };
        if until.is_none_or(|until| until <= self.now) {
            self.tile_counts(run.tile).failed += u64::from(until.is_none());
            self.note(person, Some(run), What::NotWaiting { until });
            return None;
        }
        until
    }

    /// Rule T4: the time counts from arrival.
    fn wait(&mut self, person: usize, mut run: Run, until: Instant) {
        run.arrived = self.now;
        let number = run.instance.number;
        self.agenda.push(Due { at: until, person, what: Coming::WaitEnds(number) });
        self.note(person, Some(&run), What::Waiting { until });
        // A wait of no time goes on at the same instant, in the same chain.
        if let Some((_, when)) = &mut run.moved_by {
            *when = self.now;
        }
        let inside = &mut self.people[person].inside;
        match inside.iter_mut().find(|known| known.instance.number == number) {
            Some(known) => *known = run,
            None => inside.push(run),
        }
    }

    /// The trigger did not come in time, or the wait is over.
    pub fn end_wait(&mut self, person: usize, number: u32) {
        let Some(mut run) = self.run_of(person, number).cloned() else { return };
        if run.moved_by.as_ref().is_some_and(|(_, when)| *when != self.now) {
            run.moved_by = None;
        }
        let workspace = self.workspace;
        let journey = &*workspace.journeys[&run.instance.journey];
        let tile = journey.tile(run.tile).unwrap();
        if self.leaves_by_segment(person, &run) {
            return;
        }
        if matches!(tile.kind, TileKind::Wait(_)) {
            self.note(person, Some(&run), What::Waited);
            self.count_stay(&run);
            self.tile_counts(run.tile).left += 1;
            let next = after(journey, run.tile);
            return self.walk(person, run, next);
        }
        self.note(person, Some(&run), What::TimedOut);
        let last = *tile.slots().last().unwrap();
        self.leave(person, run, last);
    }

    /// Rule T5.
    pub fn expire(&mut self, person: usize, number: u32) {
        let Some(run) = self.run_of(person, number).cloned() else { return };
        self.take_out(person, number);
        self.exit(person, &run, ExitReason::Expired, None);
    }

    /// A waiting instance goes on through a branch of its tile.
    pub fn leave(&mut self, person: usize, run: Run, slot: Slot) {
        let number = run.instance.number;
        self.agenda.retain(|due| {
            let ends = matches!(due.what, Coming::WaitEnds(of) if of == number);
            !(due.person == person && ends)
        });
        self.take(&run, slot);
        self.count_stay(&run);
        self.tile_counts(run.tile).left += 1;
        let workspace = self.workspace;
        let journey = &*workspace.journeys[&run.instance.journey];
        let next = first_of(journey, run.tile, slot);
        self.walk(person, run, next);
    }

    /// Rule C4.
    fn branch(&mut self, person: usize, run: &Run, branches: &[Branch]) -> Slot {
        let view = View { person, journey: run.instance.journey, run: Some(run), incoming: None };
        let mut looked_at = Vec::new();
        let mut slot = Slot::Other;
        for branch in branches {
            let tried = self.try_condition(&branch.condition, view);
            let held = tried.held;
            looked_at.push((Slot::Branch(branch.id), tried));
            if held {
                slot = Slot::Branch(branch.id);
                break;
            }
        }
        self.note(person, Some(run), What::Branched { slot, tried: looked_at });
        slot
    }

    /// Rules M4 and A7.
    fn activate(
        &mut self,
        person: usize,
        run: &Run,
        trigger: TriggerId,
        (mappings, binding): (&SortedMap<AttributeId, Mapping>, Option<&Mapping>),
    ) {
        let values = self.mapped(person, run, trigger, mappings);
        let binding = binding.and_then(|mapping| self.map(person, run, mapping, &Type::Text));
        let binding = binding.map(|binding| binding.to_string());
        let missing: Vec<AttributeId> =
            values.iter().filter(|m| m.value.is_none()).map(|m| m.attribute).collect();
        if !missing.is_empty() {
            self.tile_counts(run.tile).failed += 1;
            let counts = self.trigger_counts(trigger);
            counts.failed_activations += 1;
            missing.iter().for_each(|id| *counts.failed.entry(*id).or_default() += 1);
            self.note(person, Some(run), What::Failed { trigger, values });
            return;
        }
        let cause = run.moved_by.as_ref().map(|(cause, _)| cause);
        let chain = cause.map_or(&[][..], |cause| &cause.chain);
        let from_outside = cause.is_some_and(|cause| cause.from_outside);
        let before = chain.len() + usize::from(from_outside);
        if before >= LONGEST_CHAIN || self.people[person].at_this_instant >= MOST_AT_ONE_INSTANT {
            let tiles = circle(chain, run.tile);
            *self.report.loops.entry(tiles.clone()).or_default() += 1;
            self.note(person, Some(run), What::LoopCut { trigger, tiles });
            return;
        }
        self.trigger_counts(trigger).activated += 1;
        let attributes = values.iter().map(|m| (m.attribute, m.value.clone())).collect();
        let raised = Values { attributes, binding: binding.clone() };
        let what = What::Raised { trigger, values, binding, started: Vec::new() };
        let chain = chain.iter().copied().chain([Link::Tile(run.tile)]).collect();
        let step = self.note(person, Some(run), what);
        let about = None;
        let (values, model) = (raised, None);
        let activation = Activation { trigger, about, values, chain, from_outside, step, model };
        self.people[person].raise(activation);
    }

    /// Each attribute of a trigger with its value.
    fn mapped(
        &self,
        person: usize,
        run: &Run,
        trigger: TriggerId,
        mappings: &SortedMap<AttributeId, Mapping>,
    ) -> Vec<Mapped> {
        let value = |attribute: &parcours::model::trigger::Attribute| {
            let mapping = mappings.get(&attribute.id);
            let from = match mapping {
                None => Origin::Unmapped,
                Some(Mapping::Fixed(_)) => Origin::Fixed,
                Some(Mapping::Attribute(source)) => Origin::Path(*source),
            };
            let value = mapping.and_then(|known| self.map(person, run, known, &attribute.ty));
            Mapped { attribute: attribute.id, from, value }
        };
        self.workspace.triggers[&trigger].attributes.iter().map(value).collect()
    }
}

impl World<'_> {
    /// What a mapping gives.
    fn map(&self, person: usize, run: &Run, mapping: &Mapping, ty: &Type) -> Option<Value> {
        let journey = run.instance.journey;
        let view = View { person, journey, run: Some(run), incoming: None };
        match mapping {
            Mapping::Fixed(text) => value(text, ty, self.zone(journey)),
            Mapping::Attribute(source) => self.look_up(*source, view),
        }
    }
}

/// The tiles since this one raised before, itself at the end; all of the chain when it
/// did not, as far as tiles alone raised. The one of the least id comes first.
fn circle(chain: &[Link], tile: TileId) -> Vec<TileId> {
    let is_end = |link: &Link| matches!(link, Link::Model) || *link == Link::Tile(tile);
    let since = chain.iter().rposition(is_end).map_or(0, |place| place + 1);
    let tiles = chain[since..].iter().filter_map(|link| match link {
        Link::Tile(tile) => Some(*tile),
        Link::Model => None,
    });
    let mut tiles: Vec<TileId> = tiles.collect();
    tiles.push(tile);
    let least = (0..tiles.len()).min_by_key(|place| tiles[*place]).unwrap();
    tiles.rotate_left(least);
    tiles
}

/// The first tile of a branch, or what comes after the tile with the branches (rule S2).
fn first_of(journey: &Journey, tile: TileId, slot: Slot) -> Option<&Tile> {
    let branch = journey.sequence(SequenceId::Of(tile, slot)).unwrap();
    branch.first().map(Arc::as_ref).or_else(|| after(journey, tile))
}

/// The tile after this one; at the end of a branch, the one after its owner.
fn after(journey: &Journey, tile: TileId) -> Option<&Tile> {
    let place = journey.place_of(tile)?;
    let sequence = journey.sequence(place.sequence)?;
    sequence.get(place.index + 1).map(Arc::as_ref).or_else(|| match place.sequence {
        SequenceId::Root => None,
        SequenceId::Of(owner, _) => after(journey, owner),
    })
}
