//! What one activation does, in the order of rules A1 to A5.

use crate::engine::bind::Payload;
use crate::engine::condition::Attribute;
use crate::engine::flow::{self, Given};
use crate::engine::live::Activation;
use crate::engine::machine::Machine;
use crate::engine::plan::{Branch, INTERACTION, Kind, NONE, On, interaction_of};
use crate::engine::record::Recorder;
use crate::engine::report::ExitReason;
use crate::engine::trace::{FlowStep, What};
use crate::model::flow::Flow;
use crate::model::id::AttributeId;
use crate::model::time::Instant;
use crate::model::value::Value;

impl<R: Recorder> Machine<'_, R> {
    /// Works one activation off, given by its place in the queue.
    pub(crate) fn react(&mut self, place: u32) {
        let activation = self.queue[place as usize];
        if activation.trigger >= INTERACTION {
            return self.interact(place);
        }
        let trigger = &self.plan.triggers[activation.trigger as usize];
        if activation.tile == NONE {
            let times = self.recorder.times();
            let counts = &mut self.counts.triggers[activation.trigger as usize];
            counts.outside += times;
            counts.made += u64::from(activation.model != NONE) * times;
            if R::ON {
                let (index, payload) = (activation.trigger, activation.payload);
                let values = self.values(index, payload);
                let (trigger, binding) = (trigger.id, self.bound.binding_text(payload));
                let started = Vec::new();
                let model = self.plan.models.get(activation.model as usize).map(|model| model.id);
                let what = What::Received { trigger, model, values, binding, started };
                let step = self.note(None, what);
                self.queue[place as usize].step = step;
            }
        }
        let activation = if R::ON { self.queue[place as usize] } else { activation };
        if trigger.has_goals {
            self.meet_goals(activation);
        }
        if trigger.has_exits {
            self.end_instances(activation);
        }
        if trigger.has_waits {
            self.resolve_waits(activation, place);
        }
        // Rule A4: journeys in document order, those that do not react among the others.
        let mut dormant = trigger.dormant.iter().peekable();
        for &journey in &trigger.entries {
            let id = self.plan.journeys[journey as usize].id;
            while let Some(&before) = dormant.next_if(|one| self.plan.dormant[**one as usize] < id)
            {
                self.refuse_dormant(before);
            }
            self.enter(journey, activation, place);
        }
        for &after in dormant {
            self.refuse_dormant(after);
        }
        for &flow in &trigger.flows {
            self.run_flow(flow, activation);
        }
        for &model in &trigger.models {
            self.occasion(model, place);
        }
    }

    /// Rule A1: goals of journeys that the contact is in are met, once per instance.
    fn meet_goals(&mut self, activation: Activation) {
        for index in 0..self.live.len() {
            let live = &self.live[index];
            let place = live.journey as usize;
            let journey = &self.plan.journeys[place];
            if live.goal_met
                || journey.goal != activation.trigger
                || !self.concerns(live.start, activation.payload)
            {
                continue;
            }
            let condition = journey.goal_condition;
            if !self.holds(condition, self.context(index, activation.payload)) {
                continue;
            }
            self.live[index].goal_met = true;
            self.count_goal(index);
            if R::ON {
                let tried = self.tried(condition, index, activation.payload);
                let trigger = self.plan.triggers[activation.trigger as usize].id;
                self.note(Some(index), What::GoalMet { trigger, tried });
            }
        }
    }

    /// Counts that the goal is met, and how long after the entry.
    fn count_goal(&mut self, index: usize) {
        let (now, times, live) = (self.at_now(), self.recorder.times(), &self.live[index]);
        let entered = live.entered();
        let counts = &mut self.counts.journeys[live.journey as usize];
        counts.goal_met += times;
        let learner = self.recorder.learner();
        if !learner.is_some_and(|learner| learner.meets(live.journey, entered, now)) {
            counts.goal_after.add(now.at - entered.at, times);
        }
    }

    /// Rule A2: exit criteria end instances.
    fn end_instances(&mut self, activation: Activation) {
        let mut index = 0;
        while index < self.live.len() {
            match self.criterion(index, activation) {
                Some(place) => {
                    self.end_instance(index, place, activation);
                    self.remove(index);
                }
                None => index += 1,
            }
        }
    }

    /// The first exit criterion of the instance's journey that the activation meets.
    fn criterion(&mut self, index: usize, activation: Activation) -> Option<u32> {
        let plan = self.plan;
        let live = &self.live[index];
        let journey = &plan.journeys[live.journey as usize];
        if journey.exits == 0 || !self.concerns(live.start, activation.payload) {
            return None;
        }
        let context = self.context(index, activation.payload);
        (0..journey.exits).find(|place| {
            let exit = &plan.exits[(journey.first_exit + place) as usize];
            exit.trigger == activation.trigger && self.holds(exit.condition, context)
        })
    }

    fn end_instance(&mut self, index: usize, place: u32, activation: Activation) {
        self.count_exit(index, 1 + place);
        if R::ON {
            let first = self.plan.journeys[self.live[index].journey as usize].first_exit;
            let exit = self.plan.exits[(first + place) as usize];
            let trigger = self.plan.triggers[activation.trigger as usize].id;
            let reason = ExitReason::Criterion(trigger);
            let tried = Some(self.tried(exit.condition, index, activation.payload));
            self.note(Some(index), What::Exited { reason, tried });
        }
    }

    /// Rule A3: waits for it resolve, each at most once.
    fn resolve_waits(&mut self, activation: Activation, place: u32) {
        let mut index = 0;
        while index < self.live.len() {
            let Kind::WaitFor { first, count, .. } =
                self.plan.tiles[self.live[index].tile as usize].kind
            else {
                index += 1;
                continue;
            };
            let taken =
                (first..first + count).find(|&branch| self.resolves(index, branch, activation));
            let stays = taken.is_none_or(|branch| self.take(index, branch, place));
            index += usize::from(stays);
        }
    }

    /// Whether a trigger resolves a wait to a branch; it is then kept.
    fn resolves(&mut self, index: usize, branch: u32, activation: Activation) -> bool {
        let Branch { on, condition, slot, .. } = self.plan.branches[branch as usize];
        let On::Trigger { trigger, slot: kept } = on else { return false };
        if trigger != activation.trigger {
            return false;
        }
        if !self.concerns(self.live[index].start, activation.payload) {
            if R::ON {
                self.note_other_binding(index, activation);
            }
            return false;
        }
        let context = self.context(index, activation.payload);
        let held = self.holds(condition, context);
        if R::ON && !held {
            let tried = self.bound.tried(condition, context);
            let trigger = self.plan.triggers[trigger as usize].id;
            self.note(Some(index), What::Ignored { trigger, slot, tried });
        }
        if held {
            self.keep(index, kept, activation.payload);
        }
        held
    }

    /// Notes that the trigger came for another binding (rule A9).
    fn note_other_binding(&mut self, index: usize, activation: Activation) {
        let trigger = self.plan.triggers[activation.trigger as usize].id;
        let own = self.bound.binding_text(self.live[index].start).unwrap_or_default();
        let binding = self.bound.binding_text(activation.payload);
        self.note(Some(index), What::OtherBinding { trigger, own, binding });
    }

    /// Lets a waiting instance go on along a branch; `false` when it ended.
    fn take(&mut self, index: usize, branch: u32, place: u32) -> bool {
        if self.leaves(index) {
            self.remove(index);
            return false;
        }
        if R::ON {
            self.note_taken(index, branch, place);
        }
        self.count_stay(index);
        let (now, times) = (self.at_now(), self.recorder.times());
        self.counts.branches[branch as usize] += times;
        let live = &mut self.live[index];
        (live.cause, live.moved) = (place, now);
        self.counts.tiles[live.tile as usize].left += times;
        self.resume(index, self.plan.branches[branch as usize].to)
    }

    /// Notes what lets a waiting instance go on.
    fn note_taken(&mut self, index: usize, branch: u32, place: u32) {
        let Branch { on, condition, slot, .. } = self.plan.branches[branch as usize];
        let activation = self.queue[place as usize];
        let what = match on {
            On::Trigger { trigger, .. } => {
                let tried = self.tried(condition, index, activation.payload);
                let trigger = self.plan.triggers[trigger as usize].id;
                What::Resolved { trigger, slot, tried }
            }
            _ => {
                let (message, kind) = interaction_of(activation.trigger);
                let tile = self.plan.messages[message as usize].tile;
                let message = self.plan.tiles[tile as usize].id;
                What::Answered { message, kind, slot }
            }
        };
        self.note(Some(index), what);
    }

    /// Works an interaction with a message off: waits for it resolve, of instances
    /// that were sent the message.
    fn interact(&mut self, place: u32) {
        let number = self.queue[place as usize].trigger;
        let (message, kind) = interaction_of(number);
        let id = self.plan.tiles[self.plan.messages[message as usize].tile as usize].id;
        if R::ON {
            self.note(None, What::Interacted { message: id, kind });
        }
        if !self.sent.contains(&message) {
            self.counts.interactions_unsent += self.recorder.times();
            return;
        }
        self.counts.messages[message as usize][1 + kind as usize] += self.recorder.times();
        let mut index = 0;
        while index < self.live.len() {
            let Some(branch) = self.answered(index, number) else {
                index += 1;
                continue;
            };
            index += usize::from(self.take(index, branch, place));
        }
    }

    /// The first branch for which a waiting instance waits for that interaction.
    fn answered(&self, index: usize, number: u32) -> Option<u32> {
        let live = &self.live[index];
        let Kind::WaitFor { first, count, .. } = self.plan.tiles[live.tile as usize].kind else {
            return None;
        };
        (first..first + count).find(|&branch| match self.plan.branches[branch as usize].on {
            On::Interaction { number: wanted, slot } if wanted == number && slot != NONE => {
                self.bound.received[(live.slots + slot) as usize] == Payload::SENT
            }
            _ => false,
        })
    }

    /// Keeps a received trigger in a slot of the instance, if something asks for it later.
    pub(crate) fn keep(&mut self, index: usize, slot: u32, payload: Payload) {
        if slot != NONE {
            self.bound.received[(self.live[index].slots + slot) as usize] = payload;
        }
    }

    /// Rule A5: a flow runs.
    fn run_flow(&mut self, flow: u32, activation: Activation) {
        self.counts.flows[flow as usize] += self.recorder.times();
        if R::ON {
            let flow = &self.plan.flows[flow as usize];
            let steps = self.flow_steps(flow, activation);
            self.note(None, What::FlowRan { flow: flow.id, steps });
        }
    }

    fn flow_steps(&self, flow: &Flow, activation: Activation) -> Vec<FlowStep> {
        let trigger = &self.plan.triggers[activation.trigger as usize];
        let types = self.plan.attributes[trigger.first_attribute as usize..].iter();
        let values = self.values(activation.trigger, activation.payload).into_iter();
        let attributes = values.zip(types).map(|((id, value), (_, ty))| (id, ty.clone(), value));
        let given = Given {
            attributes: attributes.collect(),
            contact: self.bound.data.name(self.bound.contact).into_owned(),
            binding: self.bound.binding_text(activation.payload),
            now: Instant(self.now),
        };
        flow::run(flow, given)
    }

    /// The values of a trigger that was raised, for a trace.
    fn values(&self, trigger: u32, payload: Payload) -> Vec<(AttributeId, Option<Value>)> {
        let trigger = &self.plan.triggers[trigger as usize];
        let attributes = (0..trigger.attributes).map(|place| {
            let of_plan = trigger.first_attribute + place;
            let (id, ty) = &self.plan.attributes[of_plan as usize];
            let cell = self.bound.attribute(payload, Attribute { of_trigger: place, of_plan });
            (*id, self.bound.pools().decode(cell, ty))
        });
        attributes.collect()
    }
}
