//! What values are drawn from. Decimals are written as texts, so that no reader rounds
//! them.

use crate::format::shape::{Members, Object, forms, objects};
use crate::model::decimal::Decimal;
use crate::model::distribution::{Distribution, Weighted};

objects!(UniformRecord, NormalRecord, TrueRecord, BetweenRecord, Weighted);

#[derive(Debug, PartialEq)]
pub(super) enum DistributionRecord {
    Fixed(String),
    List(Vec<Weighted>),
    Uniform(UniformRecord),
    Normal(NormalRecord),
    True(TrueRecord),
    Between(BetweenRecord),
}

forms!(DistributionRecord {
    Fixed(text) = "fixed",
    List(list) = "list",
    Uniform(uniform) = "uniform",
    Normal(normal) = "normal",
    True(share) = "true",
    Between(dates) = "between",
});

#[derive(Debug, PartialEq, Default)]
pub(super) struct UniformRecord {
    least: Decimal,
    most: Decimal,
    decimals: u8,
}

impl Object for UniformRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("least", &mut self.least);
        to.must("most", &mut self.most);
        to.must("decimals", &mut self.decimals);
    }
}

#[derive(Debug, PartialEq, Default)]
pub(super) struct NormalRecord {
    mean: Decimal,
    deviation: Decimal,
    decimals: u8,
}

impl Object for NormalRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("mean", &mut self.mean);
        to.must("deviation", &mut self.deviation);
        to.must("decimals", &mut self.decimals);
    }
}

#[derive(Debug, PartialEq, Default)]
pub(super) struct TrueRecord {
    percent: Decimal,
}

impl Object for TrueRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("percent", &mut self.percent);
    }
}

#[derive(Debug, PartialEq, Default)]
pub(super) struct BetweenRecord {
    first: String,
    last: String,
}

impl Object for BetweenRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("first", &mut self.first);
        to.must("last", &mut self.last);
    }
}

impl Object for Weighted {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("text", &mut self.text);
        to.must("weight", &mut self.weight);
    }
}

impl Default for DistributionRecord {
    fn default() -> Self {
        Self::Fixed(String::new())
    }
}

impl DistributionRecord {
    pub fn new(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Fixed(text) => Self::Fixed(text.clone()),
            Distribution::List(list) => Self::List(list.clone()),
            &Distribution::Uniform { least, most, decimals } => {
                Self::Uniform(UniformRecord { least, most, decimals })
            }
            &Distribution::Normal { mean, deviation, decimals } => {
                Self::Normal(NormalRecord { mean, deviation, decimals })
            }
            &Distribution::True { percent } => Self::True(TrueRecord { percent }),
            Distribution::Between { first, last } => {
                Self::Between(BetweenRecord { first: first.clone(), last: last.clone() })
            }
        }
    }

    pub fn into_model(self) -> Distribution {
        match self {
            Self::Fixed(text) => Distribution::Fixed(text),
            Self::List(list) => Distribution::List(list),
            Self::Uniform(UniformRecord { least, most, decimals }) => {
                Distribution::Uniform { least, most, decimals }
            }
            Self::Normal(NormalRecord { mean, deviation, decimals }) => {
                Distribution::Normal { mean, deviation, decimals }
            }
            Self::True(TrueRecord { percent }) => Distribution::True { percent },
            Self::Between(BetweenRecord { first, last }) => Distribution::Between { first, last },
        }
    }
}
