//! What contacts do by behaviour models (rules B1 to B7).

use parcours::engine::draw::{Purpose, contact_key, draw, percent};
use parcours::model::behaviour::{AttributeModel, Model, ModelOf, Since};
use parcours::model::id::{ModelId, TileId, TriggerId};

use super::chance::{drawn, millis};
use super::{Activation, Coming, Due, Link, NO_TRIGGER, Values, World};

/// Rule B5, and the limits of one instant (rules A7 and A12).
const MOST_MADE: u32 = 4096;
const LONGEST_CHAIN: usize = 32;
const MOST_AT_ONE_INSTANT: usize = 4096;

impl World<'_> {
    /// The models that the run takes, in their order. Those of a message of a journey
    /// that does not react make nothing (rule B7).
    pub fn models(&self) -> Vec<Model> {
        let takes = |model: &&Model| match model.of {
            ModelOf::Trigger { .. } => true,
            ModelOf::Interaction { message, .. } => self.sends(message),
        };
        let models = self.workspace.models.values().map(|model| &**model);
        models.filter(|_| self.workspace.settings.run.models).filter(takes).cloned().collect()
    }

    /// Whether something comes of the start of the run.
    pub fn acts_from_the_start(&self) -> bool {
        let starts =
            |model: &Model| matches!(model.of, ModelOf::Trigger { since: Since::Start, .. });
        self.models().iter().any(starts)
    }

    /// What comes of the start of the run, for each contact.
    pub fn start(&mut self) {
        for person in 0..self.people.len() {
            for model in self.models() {
                if matches!(model.of, ModelOf::Trigger { since: Since::Start, .. }) {
                    self.occasion(person, &model, None, false);
                }
            }
        }
    }

    /// A trigger has occurred.
    pub fn occurred(&mut self, person: usize, trigger: TriggerId, activation: &Activation) {
        for model in self.models() {
            if model.since() == Some(trigger) {
                self.occasion(person, &model, Some(activation), true);
            }
        }
    }

    /// A message was sent, through that activation or by a timer.
    pub fn was_sent(&mut self, person: usize, tile: TileId, cause: Option<&Activation>) {
        for model in self.models() {
            if matches!(model.of, ModelOf::Interaction { message, .. } if message == tile) {
                self.occasion(person, &model, cause, true);
            }
        }
    }

    /// Draws what comes of an occasion: nothing, something now, or something later.
    fn occasion(
        &mut self,
        person: usize,
        model: &Model,
        cause: Option<&Activation>,
        may_be_now: bool,
    ) {
        let occasions = self.people[person].occasions.entry(model.id).or_default();
        let visit = *occasions;
        *occasions += 1;
        if percent(self.draw(person, model.id, visit, Purpose::Happens)) >= model.percent {
            return;
        }
        if self.people[person].made == MOST_MADE {
            self.report.cut += 1;
            return;
        }
        self.people[person].made += 1;
        let draws = [Purpose::Delay, Purpose::Delay2];
        let [one, two] = draws.map(|purpose| self.draw(person, model.id, visit, purpose));
        let delay = millis(&model.delay, one, two);
        let binding = cause.and_then(|cause| cause.values.binding.clone());
        if delay == 0 && may_be_now {
            let mut chain = cause.map_or(Vec::new(), |cause| cause.chain.clone());
            chain.push(Link::Model);
            let from_outside = cause.is_some_and(|cause| cause.from_outside);
            self.make(person, model.id, visit, binding, (chain, from_outside));
        } else {
            let what = Coming::Made(model.id, visit, binding);
            self.agenda.push(Due { at: self.now.plus(delay), person, what });
        }
    }

    /// A model makes something now, at the end of a chain.
    pub fn make(
        &mut self,
        person: usize,
        id: ModelId,
        visit: u32,
        binding: Option<String>,
        (chain, from_outside): (Vec<Link>, bool),
    ) {
        let long = chain.len() + usize::from(from_outside) > LONGEST_CHAIN;
        if long || self.people[person].at_this_instant >= MOST_AT_ONE_INSTANT {
            self.report.cut += 1;
            return;
        }
        let model = &self.workspace.models[&id];
        let mut values = Values { attributes: Default::default(), binding };
        let (trigger, about) = match &model.of {
            ModelOf::Interaction { message, kind } => (NO_TRIGGER, Some((*message, *kind))),
            ModelOf::Trigger { trigger, values: makers, .. } => {
                for attribute in &self.workspace.triggers[trigger].attributes {
                    let (id, ty) = (attribute.id, &attribute.ty);
                    let value = makers.get(&id).and_then(|maker| match maker {
                        AttributeModel::Contact(field) => {
                            self.people[person].values.get(field).cloned()
                        }
                        AttributeModel::Drawn(distribution) => {
                            let draws = [Purpose::Value(id.0), Purpose::Value2(id.0)];
                            let [one, two] =
                                draws.map(|purpose| self.draw(person, model.id, visit, purpose));
                            drawn(distribution, ty, one, two)
                        }
                    });
                    values.attributes.insert(id, value);
                }
                (*trigger, None)
            }
        };
        let model = Some(id);
        let made = Activation { trigger, about, values, chain, from_outside, step: 0, model };
        self.people[person].raise(made);
    }

    fn draw(&self, person: usize, model: ModelId, visit: u32, purpose: Purpose) -> u64 {
        let seed = self.workspace.settings.run.seed;
        draw(seed, contact_key(&self.people[person].name), model.0, visit, purpose)
    }
}
