//! Behaviour models, and contacts that are made up.

use std::sync::Arc;

use parcours::model::behaviour::{AttributeModel, Delay, FieldModel, Model, ModelOf, Since};
use parcours::model::decimal::Decimal;
use parcours::model::distribution::{Distribution, Weighted};
use parcours::model::id::{FieldId, ModelId, TriggerId};
use parcours::model::journey::Interaction;
use parcours::model::sorted::SortedMap;
use parcours::model::time::{Duration, Unit};
use parcours::model::value::Type;
use parcours::model::workspace::{Behaviour, ContactSource};

use super::Maker;

impl Maker {
    /// What contacts may do, now and then.
    pub fn models(&mut self) {
        if self.circle || !self.dice.one_in(3) {
            return;
        }
        for _ in 0..self.dice.upto(3) + 1 {
            let id = ModelId(self.id());
            let of = self.model_of();
            let percent = *self.dice.of(&["0", "33.3", "50", "60", "100"]);
            let percent = percent.parse().unwrap();
            let delay = self.delay();
            self.workspace.models.insert(id, Arc::new(Model { id, of, percent, delay }));
        }
        let one_in_nine = self.dice.one_in(9);
        let settings = Arc::make_mut(&mut self.workspace.settings);
        settings.run.models = !one_in_nine;
        settings.run.seed = id_of(settings.next_id);
    }

    /// Contacts that are made up, instead of those that there are, now and then.
    pub fn made_up_contacts(&mut self) {
        if self.workspace.models.is_empty() || !self.dice.one_in(4) {
            return;
        }
        let fields: Vec<(FieldId, Type)> =
            self.workspace.fields.values().map(|field| (field.id, field.ty.clone())).collect();
        let mut models = SortedMap::new();
        for (id, ty) in fields {
            if !self.dice.one_in(5) {
                let empty = Decimal::from(*self.dice.of(&[0, 20, 100]));
                let value = self.distribution(&ty);
                models.insert(id, FieldModel { empty, value });
            }
        }
        let count = self.dice.upto(4) as u32;
        let run = &mut Arc::make_mut(&mut self.workspace.settings).run;
        (run.contacts, run.behaviour) = (ContactSource::MadeUp, Behaviour::None);
        (run.made_up.count, run.made_up.fields) = (count, models);
    }

    /// Whether something is made from the start of the run on.
    pub fn starts(&self) -> bool {
        let mut models = self.workspace.models.values();
        models.any(|model| matches!(model.of, ModelOf::Trigger { since: Since::Start, .. }))
    }

    fn model_of(&mut self) -> ModelOf {
        if self.dice.one_in(3) && !self.all_messages().is_empty() {
            let messages = self.all_messages();
            let kind = *self.dice.of(&Interaction::ALL);
            return ModelOf::Interaction { message: *self.dice.of(&messages), kind };
        }
        let trigger = self.a_trigger();
        let since = match self.dice.upto(2) {
            0 => Since::Start,
            _ => Since::Trigger(self.a_trigger()),
        };
        ModelOf::Trigger { trigger, since, values: self.values_of(trigger) }
    }

    fn values_of(
        &mut self,
        trigger: TriggerId,
    ) -> SortedMap<parcours::model::id::AttributeId, AttributeModel> {
        let mut values = SortedMap::new();
        for attribute in self.workspace.triggers[&trigger].attributes.clone() {
            let fields = self.workspace.fields.values();
            let fields: Vec<FieldId> =
                fields.filter(|field| field.ty == attribute.ty).map(|field| field.id).collect();
            let value = match self.dice.upto(5) {
                0 => continue,
                1 if !fields.is_empty() => AttributeModel::Contact(*self.dice.of(&fields)),
                _ => AttributeModel::Drawn(self.distribution(&attribute.ty)),
            };
            values.insert(attribute.id, value);
        }
        values
    }

    fn distribution(&mut self, ty: &Type) -> Distribution {
        let decimals = *self.dice.of(&[0, 1, 2]);
        match (ty, self.dice.upto(4)) {
            (_, 0) => Distribution::Fixed(self.value(ty)),
            (Type::Number, 1) => {
                Distribution::Uniform { least: number("-1.5"), most: number("3.25"), decimals }
            }
            (Type::Number, 2) => {
                Distribution::Normal { mean: number("1"), deviation: number("1.5"), decimals }
            }
            (Type::TrueFalse, 1 | 2) => Distribution::True { percent: number("40") },
            (Type::DateTime, 1 | 2) => {
                let dates = [("2026-03-27", "2026-03-30"), ("2026-03-27", "2026-03-30T12:00Z")];
                let (first, last) = *self.dice.of(&dates);
                Distribution::Between { first: first.into(), last: last.into() }
            }
            _ => {
                let mut list = vec![Weighted { text: self.value(ty), weight: 2 }];
                list.push(Weighted { text: String::new(), weight: 1 });
                list.push(Weighted { text: self.value(ty), weight: 3 });
                Distribution::List(list)
            }
        }
    }

    fn delay(&mut self) -> Delay {
        let of = |count| Duration { count, unit: Unit::Hours };
        match self.dice.upto(6) {
            0 | 1 => Delay::Fixed(of(0)),
            2 => Delay::Fixed(of(self.dice.upto(4) as u32)),
            3 => Delay::Uniform { least: of(0), most: of(2) },
            4 => Delay::Exponential { mean: of(3) },
            _ => Delay::LogNormal { median: of(2), factor: number("2.5") },
        }
    }
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Another seed for each workspace.
fn id_of(next: u32) -> u64 {
    u64::from(next) * 7
}
