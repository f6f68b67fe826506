//! What one activation does, in the order of rules A1 to A5.

use std::sync::Arc;

use parcours::engine::report::{ExitReason, Refusal};
use parcours::engine::trace::{Instance, What};
use parcours::model::entry::EntryBy;
use parcours::model::id::JourneyId;
use parcours::model::journey::{Journey, MAX_INSTANCE, Repeat, WaitOn};
use parcours::model::zone::TimeZone;

use super::calendar::instant;
use super::condition::View;
use super::counts::add;
use super::flow::Given;
use super::{Activation, Coming, Due, Link, Run, World};

impl World<'_> {
    /// Does all that one activation does.
    pub fn react(&mut self, person: usize, mut activation: Activation) {
        if let Some((message, kind)) = activation.about {
            return self.interact(person, &activation, message, kind);
        }
        if !is_raised_by_a_tile(&activation) {
            let counts = self.trigger_counts(activation.trigger);
            counts.outside += 1;
            counts.made += u64::from(activation.model.is_some());
            let attributes = &self.workspace.triggers[&activation.trigger].attributes;
            let values =
                attributes.iter().map(|a| (a.id, activation.values.attributes[&a.id].clone()));
            let (values, started) = (values.collect(), Vec::new());
            let binding = activation.values.binding.clone();
            let what = What::Received {
                trigger: activation.trigger,
                values,
                binding,
                model: activation.model,
                started,
            };
            activation.step = self.note(person, None, what);
        }
        let before = self.inside_in_order(person);
        before.iter().for_each(|&number| self.meet_goal(person, number, &activation));
        before.iter().for_each(|&number| self.meet_exit(person, number, &activation));
        before.iter().for_each(|&number| self.resolve_wait(person, number, &activation));
        let journeys: Vec<JourneyId> = self.workspace.journeys.keys().copied().collect();
        for journey in journeys {
            if self.journey(journey).entry.trigger() == Some(activation.trigger) {
                self.enter(person, journey, &activation);
            }
        }
        self.run_flows(person, &activation);
        self.occurred(person, activation.trigger, &activation);
    }

    /// The numbers of the instances, journeys in document order and instances in the
    /// order in which they started.
    pub fn inside_in_order(&self, person: usize) -> Vec<u32> {
        let runs = self.people[person].inside.iter();
        let mut order: Vec<Instance> = runs.map(|run| run.instance).collect();
        order.sort_by_key(|instance| (instance.journey, instance.number));
        order.into_iter().map(|instance| instance.number).collect()
    }

    /// The instance of that number, when it is still there.
    pub fn run_of(&self, person: usize, number: u32) -> Option<&Run> {
        self.people[person].inside.iter().find(|run| run.instance.number == number)
    }

    /// Takes an instance out, with its timers.
    pub fn take_out(&mut self, person: usize, number: u32) {
        self.people[person].inside.retain(|run| run.instance.number != number);
        self.agenda.retain(|due| {
            let of_it = match due.what {
                Coming::WaitEnds(of) | Coming::Expires(of) => of == number,
                _ => false,
            };
            !(due.person == person && of_it)
        });
    }

    /// Rule A1.
    fn meet_goal(&mut self, person: usize, number: u32, activation: &Activation) {
        let Some(run) = self.run_of(person, number).cloned() else { return };
        let goal = self.journey(run.instance.journey).goal.clone();
        let Some(goal) = goal.filter(|goal| goal.on.trigger == Some(activation.trigger)) else {
            return;
        };
        let tried = self.try_condition(&goal.on.condition, incoming(person, &run, activation));
        if run.goal_met || !tried.held || !concerns(&run, activation) {
            return;
        }
        let runs = self.people[person].inside.iter_mut();
        runs.filter(|run| run.instance.number == number).for_each(|run| run.goal_met = true);
        let took = self.now.0 - run.began.0;
        let counts = self.journey_counts(run.instance.journey);
        counts.goal_met += 1;
        add(&mut counts.goal_after, took);
        self.note(person, Some(&run), What::GoalMet { trigger: activation.trigger, tried });
    }

    /// Rule A2.
    fn meet_exit(&mut self, person: usize, number: u32, activation: &Activation) {
        let Some(run) = self.run_of(person, number).cloned() else { return };
        if !concerns(&run, activation) {
            return;
        }
        for criterion in self.journey(run.instance.journey).exits.clone() {
            let Some(on) = criterion.on.listener() else { continue };
            if on.trigger != Some(activation.trigger) {
                continue;
            }
            let view = incoming(person, &run, activation);
            let tried = self.try_condition(&on.condition, view);
            if tried.held {
                self.take_out(person, number);
                self.exit(person, &run, ExitReason::Criterion(activation.trigger), Some(tried));
                return;
            }
        }
    }

    /// Rule A3: of several waits the first that the trigger counts for.
    fn resolve_wait(&mut self, person: usize, number: u32, activation: &Activation) {
        let Some(mut run) = self.run_of(person, number).cloned() else { return };
        let workspace = self.workspace;
        let Some(tile) = workspace.journeys[&run.instance.journey].tile(run.tile) else { return };
        for (wait, slot) in tile.kind.waits().iter().zip(tile.slots()) {
            let WaitOn::Trigger(on) = &wait.on else { continue };
            if on.trigger != Some(activation.trigger) {
                continue;
            }
            let trigger = activation.trigger;
            if !concerns(&run, activation) {
                let own = run.binding.clone().unwrap_or_default();
                let binding = activation.values.binding.clone();
                self.note(person, Some(&run), What::OtherBinding { trigger, own, binding });
                continue;
            }
            let tried = self.try_condition(&on.condition, incoming(person, &run, activation));
            if !tried.held {
                self.note(person, Some(&run), What::Ignored { trigger, slot, tried });
                continue;
            }
            if self.leaves_by_segment(person, &run) {
                return;
            }
            self.note(person, Some(&run), What::Resolved { trigger, slot, tried });
            run.received.insert(run.tile, activation.values.clone());
            run.moved_by = Some((activation.clone(), self.now));
            return self.leave(person, run, slot);
        }
    }

    /// Rules A4, A6 and A8.
    fn enter(&mut self, person: usize, id: JourneyId, activation: &Activation) {
        let workspace = self.workspace;
        let journey = &workspace.journeys[&id];
        if !workspace.reacts(journey) {
            return self.refuse(person, id, Refusal::NotLive, None);
        }
        if self.version_in_charge(id) != id {
            return;
        }
        if !self.is_open(journey) {
            return self.refuse(person, id, Refusal::TimeWindow, None);
        }
        let EntryBy::Trigger { on, repeat } = &journey.entry.by else { return };
        let view = View { person, journey: id, run: None, incoming: Some(&activation.values) };
        let tried = self.try_condition(&on.condition, view);
        if !tried.held {
            return self.refuse(person, id, Refusal::Condition, Some(tried));
        }
        if let Some((_, tried)) = self.first_of(person, id, &journey.entry.exclusions) {
            return self.refuse(person, id, Refusal::Excluded, Some(tried));
        }
        if !self.may_enter(person, id, *repeat) {
            return self.refuse(person, id, Refusal::Repeat, None);
        }
        if is_raised_by_a_tile(activation) {
            let handed = self.people[person].handed.entry(id).or_default();
            if *handed >= MOST_HANDED {
                return self.refuse(person, id, Refusal::Limit, None);
            }
            *handed += 1;
        }
        let what = What::Entered { trigger: activation.trigger, tried };
        self.begin(person, id, Some(activation), what);
    }

    /// An instance begins, by a trigger or by a schedule.
    pub fn begin(
        &mut self,
        person: usize,
        id: JourneyId,
        activation: Option<&Activation>,
        what: What,
    ) {
        let workspace = self.workspace;
        let journey = &workspace.journeys[&id];
        let now = self.now;
        let counts = self.journey_counts(id);
        counts.entered += 1;
        *counts.entered_on.entry(now.in_zone(&TimeZone::UTC).date()).or_default() += 1;
        let who = &mut self.people[person];
        who.last_entry.insert(id, now);
        who.began += 1;
        let visits = who.visits.entry(id).or_default();
        let visit = *visits;
        *visits += 1;
        let number = who.began;
        let run = Run {
            instance: Instance { number, journey: id },
            tile: journey.entry.id,
            goal_met: false,
            sent: Default::default(),
            visit,
            began: now,
            arrived: now,
            binding: activation.and_then(|one| one.values.binding.clone()),
            received: activation
                .map(|one| (journey.entry.id, one.values.clone()))
                .into_iter()
                .collect(),
            moved_by: activation.map(|one| (one.clone(), now)),
        };
        let expiry = Due { at: now.plus(MAX_INSTANCE), person, what: Coming::Expires(number) };
        self.agenda.push(expiry);
        self.note(person, Some(&run), what);
        let step = activation.map(|one| one.step);
        let steps = &mut self.people[person].steps;
        let raised = step.and_then(|step| steps.get_mut(step));
        if let Some(What::Received { started, .. } | What::Raised { started, .. }) =
            raised.map(|step| &mut step.what)
        {
            started.push(run.instance);
        }
        self.tile_counts(run.tile).arrived += 1;
        if self.leaves_by_segment(person, &run) {
            return;
        }
        self.tile_counts(run.tile).left += 1;
        let first = journey.tiles.first().map(Arc::as_ref);
        self.walk(person, run, first);
    }

    /// Rule S7: of the versions that react the last one whose start has come, or the first.
    pub fn version_in_charge(&self, id: JourneyId) -> JourneyId {
        let versions = self.versions(id);
        let begun = |id: &&JourneyId| {
            let start = instant(&self.journey(**id).start, self.zone(**id));
            start.is_none_or(|start| start <= self.now)
        };
        versions.iter().rev().find(begun).copied().unwrap_or(versions[0])
    }

    /// The versions that react, the oldest first.
    pub fn versions(&self, id: JourneyId) -> Vec<JourneyId> {
        let root = |mut id: JourneyId| {
            while let Some(before) = self.workspace.journeys[&id].version.replaces {
                id = before;
            }
            id
        };
        let all = self.workspace.journeys.values().filter(|other| self.workspace.reacts(other));
        all.map(|other| other.id).filter(|other| root(*other) == root(id)).collect()
    }

    pub fn is_open(&self, journey: &Journey) -> bool {
        let zone = self.zone(journey.id);
        let opens = instant(&journey.start, zone).is_none_or(|start| start <= self.now);
        opens && instant(&journey.end, zone).is_none_or(|end| self.now < end)
    }

    /// Rule A6.
    fn may_enter(&self, person: usize, id: JourneyId, repeat: Repeat) -> bool {
        let entries = &self.people[person].last_entry;
        let versions = self.versions(id);
        let last = versions.iter().filter_map(|version| entries.get(version)).max();
        let Some(last) = last else { return true };
        match repeat {
            Repeat::Never => false,
            Repeat::AtOnce => true,
            Repeat::After(delay) => self.now >= last.plus(delay.millis()),
        }
    }

    /// Rules A5 and A8.
    fn run_flows(&mut self, person: usize, activation: &Activation) {
        for flow in self.workspace.flows.values() {
            let bound = flow.trigger == Some(activation.trigger);
            let here = flow.environment == self.workspace.settings.environment;
            if !(bound && flow.on && here) {
                continue;
            }
            *self.report.flows.entry(flow.id).or_default() += 1;
            let given = Given {
                flow,
                values: &activation.values,
                contact: &self.people[person].name,
                now: self.now,
            };
            let steps = given.run(self.workspace);
            self.note(person, None, What::FlowRan { flow: flow.id, steps });
        }
    }
}

/// Rule A15: so often tiles let a contact into a journey.
const MOST_HANDED: u32 = 1_000;

/// Whether it comes from a tile, and not from outside.
fn is_raised_by_a_tile(activation: &Activation) -> bool {
    matches!(activation.chain.last(), Some(Link::Tile(_)))
}

/// Rule A9: whether a trigger is meant for the instance.
fn concerns(run: &Run, activation: &Activation) -> bool {
    let parts = |binding: &Option<String>| {
        let text = binding.clone().unwrap_or_default();
        let mut parts: Vec<String> =
            text.trim().trim_matches('/').split('/').map(str::to_owned).collect();
        let id = parts.pop().unwrap_or_default();
        (parts.concat(), id)
    };
    let (own, came) = (parts(&run.binding), parts(&activation.values.binding));
    own == (String::new(), String::new()) || own == came || own.0 != came.0
}

/// An instance looks at an activation.
fn incoming<'v>(person: usize, run: &'v Run, activation: &'v Activation) -> View<'v> {
    let journey = run.instance.journey;
    View { person, journey, run: Some(run), incoming: Some(&activation.values) }
}
