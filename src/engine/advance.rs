//! How an instance moves: on from tile to tile until it waits or ends.

use crate::engine::at::At;
use crate::engine::bind::Payload;
use crate::engine::condition::{Attribute, Lookup};
use crate::engine::live::{Activation, Live};
use crate::engine::machine::Machine;
use crate::engine::plan::{Kind, NONE, On};
use crate::engine::record::Recorder;
use crate::engine::trace::{Mapped, Tried, What};
use crate::model::id::{TileId, TriggerId};
use crate::model::time::Instant;
use crate::model::value::Type;

/// The longest chain of activations of one contact at one instant (rule A7).
pub(crate) const MAX_CHAIN: u32 = 32;
/// The most activations of one contact at one instant: what several short chains
/// that branch can come to.
pub(crate) const MAX_AT_ONCE: usize = 4096;

impl<R: Recorder> Machine<'_, R> {
    /// Moves an instance, by its index among the living, to tile `to` and on;
    /// `false` when it came to an end.
    pub(crate) fn advance(&mut self, index: usize, mut to: u32) -> bool {
        let plan = self.plan;
        let times = self.recorder.times();
        let watched = plan.journeys[self.live[index].journey as usize].leaves_by_segment;
        while to != NONE {
            let at = to as usize;
            self.live[index].tile = to;
            self.counts.tiles[at].arrived += times;
            let tile = &plan.tiles[at];
            if R::ON && !matches!(tile.kind, Kind::Entry { .. }) {
                self.note(Some(index), What::Arrived);
            }
            if watched && self.leaves(index) {
                return false;
            }
            to = match tile.kind {
                Kind::Entry { .. } => tile.next,
                Kind::Branch { first, count } => self.branch(index, first, count),
                Kind::Raise { trigger: NONE, .. } => tile.next,
                Kind::Raise { trigger, first, binding } => {
                    self.raise(index, trigger, first, binding);
                    tile.next
                }
                Kind::Exit => NONE,
                Kind::Wait(millis) if millis <= 0 => tile.next,
                Kind::Message(message) => {
                    self.send(index, message);
                    tile.next
                }
                Kind::Split { first, count } => self.split(index, first, count),
                Kind::Wait(limit) | Kind::WaitFor { limit, .. } => {
                    self.wait(index, self.at_now().plus(limit));
                    return true;
                }
                Kind::Until(_) | Kind::Around { .. } => {
                    if self.wait_until(index, tile.kind) {
                        return true;
                    }
                    tile.next
                }
            };
            self.counts.tiles[at].left += times;
        }
        self.counts.journeys[self.live[index].journey as usize].completed += times;
        self.tell_end(index);
        if R::ON {
            self.note(Some(index), What::Completed);
        }
        false
    }

    fn wait(&mut self, index: usize, until: At) {
        let (now, due) = (self.at_now(), self.set_timer(until));
        let expires = self.live[index].expires;
        let expires_first = self.fires_before(expires, due);
        let live = &mut self.live[index];
        live.moved = now;
        live.next = if expires_first { expires } else { due };
        if R::ON {
            self.note(Some(index), What::Waiting { until: Instant(until.at) });
        }
    }

    /// Waits until the moment that the tile names; `false` when that has come already
    /// (rule T4), or when there is no date (rule T7).
    fn wait_until(&mut self, index: usize, kind: Kind) -> bool {
        let until = match kind {
            Kind::Until(at) => Some(At::fixed(at)),
            Kind::Around { date, shift } => {
                let date = self.date(date, self.context(index, Payload::NONE));
                date.map(|date| date.plus(shift))
            }
            _ => None,
        };
        if let Some(until) = until.filter(|until| self.before(self.at_now(), *until)) {
            self.wait(index, until);
            return true;
        }
        if until.is_none() {
            let tile = self.live[index].tile;
            self.counts.tiles[tile as usize].failed += self.recorder.times();
        }
        if R::ON {
            self.note(
                Some(index),
                What::NotWaiting { until: until.map(|until| Instant(until.at)) },
            );
        }
        false
    }

    /// Takes the first branch that holds, or Other (rule C4); returns where it leads.
    fn branch(&mut self, live: usize, first: u32, count: u32) -> u32 {
        let plan = self.plan;
        let context = self.context(live, Payload::NONE);
        let mut tried = Vec::new();
        let mut taken = first + count;
        for index in first..first + count {
            let branch = &plan.branches[index as usize];
            let held = self.holds(branch.condition, context);
            if R::ON {
                tried.push((branch.slot, self.bound.tried(branch.condition, context)));
            }
            if held {
                taken = index;
                break;
            }
        }
        self.counts.branches[taken as usize] += self.recorder.times();
        let branch = &plan.branches[taken as usize];
        if R::ON {
            self.note(Some(live), What::Branched { slot: branch.slot, tried });
        }
        branch.to
    }

    /// Draws a branch; returns where it leads.
    fn split(&mut self, live: usize, first: u32, count: u32) -> u32 {
        let (plan, Live { tile, visit, .. }) = (self.plan, self.live[live]);
        let tile = plan.tiles[tile as usize].id;
        let drawn = self.bound.drawn(tile, visit);
        let mut under = |branch: &u32| match plan.branches[*branch as usize].on {
            On::Below(units) => self.is_drawn_below(drawn, units, (tile, visit)),
            _ => false,
        };
        let last = (first + count).saturating_sub(1);
        let taken = (first..last).find(&mut under).unwrap_or(last);
        self.counts.branches[taken as usize] += self.recorder.times();
        let branch = &plan.branches[taken as usize];
        if R::ON {
            self.note(Some(live), What::Split { slot: branch.slot, drawn });
        }
        branch.to
    }

    /// Sends a message, unless there is no value where it is to be sent.
    fn send(&mut self, live: usize, index: u32) {
        let message = self.plan.messages[index as usize];
        let (context, times) = (self.context(live, Payload::NONE), self.recorder.times());
        let to = self.bound.look_up(message.to, context);
        let is_missing = self.is_missing(to, message.to, context);
        if is_missing {
            self.counts.tiles[message.tile as usize].failed += times;
        } else {
            self.counts.messages[index as usize][0] += times;
            self.keep(live, message.slot, Payload::SENT);
            if !self.sent.contains(&index) {
                self.sent.push(index);
            }
        }
        if R::ON {
            let value = self.bound.pools().decode(to, &Type::Text);
            self.note(Some(live), value.map_or(What::NotSent, |to| What::Sent { to }));
        }
        if !is_missing && let Some(models) = self.plan.answering.get(index as usize) {
            let cause = self.live[live].cause;
            models.iter().for_each(|&model| self.sending(model, cause));
        }
    }

    /// Raises a trigger, unless a value is missing (rule M4) or the chain is a loop (rule A7).
    fn raise(&mut self, live: usize, trigger: u32, first: u32, binding: Lookup) {
        let plan = self.plan;
        let raised = &plan.triggers[trigger as usize];
        let context = self.context(live, Payload::NONE);
        let Live { tile: at, cause, .. } = self.live[live];
        let (before, times) = (self.bound.raised.len(), self.recorder.times());
        self.keep_value(binding, context);
        let mut missing = false;
        let mappings = &plan.mappings[first as usize..(first + raised.attributes) as usize];
        for (mapped, attribute) in mappings.iter().zip(raised.first_attribute..) {
            let cell = self.keep_value(mapped.source, context);
            if self.is_missing(cell, mapped.source, context) {
                missing = true;
                self.counts.missing[attribute as usize] += times;
            }
        }
        let payload = Payload::raised(before as u32 + 1);
        if missing {
            self.counts.tiles[at as usize].failed += times;
            self.counts.triggers[trigger as usize].failed += times;
            if R::ON {
                let values = self.mapped(trigger, first, payload);
                self.note(Some(live), What::Failed { trigger: raised.id, values });
            }
            self.bound.raised.truncate(before);
            return;
        }
        let depth = 1 + self.queue.get(cause as usize).map_or(0, |cause| cause.depth);
        if depth > MAX_CHAIN || self.queue.len() >= MAX_AT_ONCE {
            self.bound.raised.truncate(before);
            self.cut(live, raised.id);
            return;
        }
        self.counts.triggers[trigger as usize].activated += times;
        let mut step = 0;
        if R::ON {
            let values = self.mapped(trigger, first, payload);
            let (started, binding) = (Vec::new(), self.bound.binding_text(payload));
            step = self
                .note(Some(live), What::Raised { trigger: raised.id, values, binding, started });
        }
        self.queue.push(Activation { trigger, payload, tile: at, cause, depth, step, model: NONE });
    }

    /// Reports a loop instead of raising a trigger once more.
    fn cut(&mut self, live: usize, trigger: TriggerId) {
        let tiles = self.circle(live);
        if R::ON {
            self.note(Some(live), What::LoopCut { trigger, tiles: tiles.clone() });
        }
        *self.counts.loops.entry(tiles).or_default() += self.recorder.times();
    }

    /// The tiles of the chain that leads to this one, back to where it was
    /// before: in the order in which they raise, the one of the least id first.
    fn circle(&self, live: usize) -> Vec<TileId> {
        let id = |tile: u32| self.plan.tiles[tile as usize].id;
        let live = &self.live[live];
        let mut tiles = vec![id(live.tile)];
        let mut cause = live.cause;
        while let Some(activation) = self.queue.get(cause as usize) {
            if activation.tile == NONE || activation.tile == live.tile {
                break;
            }
            tiles.push(id(activation.tile));
            cause = activation.cause;
        }
        tiles.reverse();
        let least = (0..tiles.len()).min_by_key(|&index| tiles[index]).unwrap_or(0);
        tiles.rotate_left(least);
        tiles
    }

    /// The attributes of a trigger with where their values come from, for a trace.
    fn mapped(&self, trigger: u32, first: u32, payload: Payload) -> Vec<Mapped> {
        let trigger = &self.plan.triggers[trigger as usize];
        let attributes = (0..trigger.attributes).map(|place| {
            let index = trigger.first_attribute + place;
            let (attribute, ty) = &self.plan.attributes[index as usize];
            let cell =
                self.bound.attribute(payload, Attribute { of_trigger: place, of_plan: index });
            Mapped {
                attribute: *attribute,
                from: self.plan.mappings[(first + place) as usize].origin,
                value: self.bound.pools().decode(cell, ty),
            }
        });
        attributes.collect()
    }

    /// A condition with the values of its rows, when notes are taken.
    pub(crate) fn tried(&mut self, condition: u32, live: usize, incoming: Payload) -> Tried {
        let context = self.context(live, incoming);
        self.bound.tried(condition, context)
    }
}
