//! Behaviour models and contacts that are made up.

use parcours::model::behaviour::{
    AttributeModel, Delay, FieldModel, MadeUp, Model, ModelOf, Since,
};
use parcours::model::decimal::Decimal;
use parcours::model::distribution::{Distribution, Weighted};
use parcours::model::id::{ModelId, TriggerId};
use parcours::model::journey::Interaction;

use super::Generator;

impl Generator<'_> {
    pub fn model(&mut self) -> Model {
        if self.below(4) == 3 {
            let (message, kind) = (self.some_tile(), self.one_of(&Interaction::ALL));
            let of = ModelOf::Interaction { message, kind };
            return Model {
                id: ModelId(self.id()),
                of,
                percent: self.decimal(),
                delay: self.delay(),
            };
        }
        let of = ModelOf::Trigger {
            trigger: self.some_trigger().unwrap_or(TriggerId(991)),
            since: self.some_trigger().map_or(Since::Start, Since::Trigger),
            values: (0..self.below(3))
                .map(|_| (self.some_attribute(), self.attribute_model()))
                .collect(),
        };
        Model { id: ModelId(self.id()), of, percent: self.decimal(), delay: self.delay() }
    }

    pub fn made_up(&mut self) -> MadeUp {
        let fields = (0..self.below(3)).map(|_| {
            let field = FieldModel { empty: self.decimal(), value: self.distribution() };
            (self.some_field(), field)
        });
        let fields = fields.collect();
        MadeUp { count: self.below(1000), fields }
    }

    fn attribute_model(&mut self) -> AttributeModel {
        match self.below(3) {
            0 => AttributeModel::Contact(self.some_field()),
            _ => AttributeModel::Drawn(self.distribution()),
        }
    }

    fn delay(&mut self) -> Delay {
        match self.below(4) {
            0 => Delay::Fixed(self.duration()),
            1 => Delay::Uniform { least: self.duration(), most: self.duration() },
            2 => Delay::Exponential { mean: self.duration() },
            _ => Delay::LogNormal { median: self.duration(), factor: self.decimal() },
        }
    }

    fn distribution(&mut self) -> Distribution {
        match self.below(6) {
            0 => Distribution::Fixed(self.text()),
            1 => Distribution::List((0..self.below(3)).map(|_| self.weighted()).collect()),
            2 => Distribution::Uniform {
                least: self.decimal(),
                most: self.decimal(),
                decimals: self.below(12) as u8,
            },
            3 => Distribution::Normal {
                mean: self.decimal(),
                deviation: self.decimal(),
                decimals: self.below(12) as u8,
            },
            4 => Distribution::True { percent: self.decimal() },
            _ => Distribution::Between { first: self.text(), last: self.text() },
        }
    }

    fn weighted(&mut self) -> Weighted {
        Weighted { text: self.text(), weight: self.below(5) }
    }

    pub fn decimal(&mut self) -> Decimal {
        Decimal::from_units(i128::from(self.below(60_000)) * 100_000_000 - 1_000_000_000)
    }
}
