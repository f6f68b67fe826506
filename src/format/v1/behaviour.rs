//! Behaviour models and contacts that are made up. Decimals are texts, so that no
//! reader rounds them.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::condition::DurationRecord;
use crate::format::v1::{ById, Flaw};
use crate::model::behaviour::{AttributeModel, Delay, FieldModel, MadeUp, Model, ModelOf, Since};
use crate::model::collect;
use crate::model::decimal::Decimal;
use crate::model::distribution::{Distribution, Weighted};
use crate::model::id::{AttributeId, FieldId, ModelId, TileId, TriggerId};
use crate::model::journey::Interaction;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelRecord {
    pub id: ModelId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<TriggerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<TileId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    interaction: Option<Interaction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<TriggerId>,
    percent: String,
    delay: DelayRecord,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    values: ById<AttributeId, AttributeModelRecord>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum DelayRecord {
    Fixed(DurationRecord),
    Uniform { least: DurationRecord, most: DurationRecord },
    Exponential { mean: DurationRecord },
    LogNormal { median: DurationRecord, factor: String },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum AttributeModelRecord {
    Contact(FieldId),
    Drawn(DistributionRecord),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum DistributionRecord {
    Fixed(String),
    List(Vec<WeightedRecord>),
    Uniform { least: String, most: String, decimals: u8 },
    Normal { mean: String, deviation: String, decimals: u8 },
    True { percent: String },
    Between { first: String, last: String },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightedRecord {
    text: String,
    weight: u32,
}

#[derive(Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MadeUpRecord {
    count: u32,
    #[serde(default, skip_serializing_if = "ById::is_empty")]
    fields: ById<FieldId, FieldModelRecord>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldModelRecord {
    #[serde(default = "none", skip_serializing_if = "is_none")]
    empty: String,
    value: DistributionRecord,
}

impl ModelRecord {
    pub fn new(model: &Model) -> Self {
        let bare = Self {
            id: model.id,
            trigger: None,
            message: None,
            interaction: None,
            since: None,
            percent: model.percent.to_string(),
            delay: DelayRecord::new(&model.delay),
            values: ById::default(),
        };
        match &model.of {
            ModelOf::Trigger { trigger, since, values } => {
                let values = values.iter();
                let values = values.map(|(id, value)| (*id, AttributeModelRecord::new(value)));
                Self {
                    trigger: Some(*trigger),
                    since: match since {
                        Since::Start => None,
                        Since::Trigger(trigger) => Some(*trigger),
                    },
                    values: ById(collect::map(values)),
                    ..bare
                }
            }
            ModelOf::Interaction { message, kind } => {
                Self { message: Some(*message), interaction: Some(*kind), ..bare }
            }
        }
    }

    pub fn into_model(self) -> Result<Model, Flaw> {
        let percent = decimal(self.percent, "percent")?;
        let delay = self.delay.into_model().map_err(|flaw| flaw.under("delay"))?;
        let missing = |name: &str| Flaw::at("", Cause::Missing(name.into()));
        let misplaced = |name: &str| Err(Flaw::at(name, Cause::Unknown(name.into())));
        let of = match (self.trigger, self.message) {
            (Some(trigger), None) if self.interaction.is_none() => {
                let values = self.values.0.into_iter().map(|(id, value)| {
                    let value =
                        value.into_model().map_err(|flaw| flaw.under(id).under("values"))?;
                    Ok((id, value))
                });
                let values = values.collect::<Result<Vec<_>, Flaw>>()?;
                let since = self.since.map_or(Since::Start, Since::Trigger);
                ModelOf::Trigger { trigger, since, values: collect::map(values) }
            }
            (Some(_), None) => return misplaced("interaction"),
            (Some(_), Some(_)) => return misplaced("message"),
            (None, Some(_)) if !self.values.is_empty() => return misplaced("values"),
            (None, Some(_)) if self.since.is_some() => return misplaced("since"),
            (None, Some(message)) => {
                let kind = self.interaction.ok_or_else(|| missing("interaction"))?;
                ModelOf::Interaction { message, kind }
            }
            (None, None) => return Err(missing("trigger")),
        };
        Ok(Model { id: self.id, of, percent, delay })
    }
}

impl DelayRecord {
    fn new(delay: &Delay) -> Self {
        match *delay {
            Delay::Fixed(duration) => Self::Fixed(duration.into()),
            Delay::Uniform { least, most } => {
                Self::Uniform { least: least.into(), most: most.into() }
            }
            Delay::Exponential { mean } => Self::Exponential { mean: mean.into() },
            Delay::LogNormal { median, factor } => {
                Self::LogNormal { median: median.into(), factor: factor.to_string() }
            }
        }
    }

    fn into_model(self) -> Result<Delay, Flaw> {
        Ok(match self {
            Self::Fixed(duration) => Delay::Fixed(duration.into()),
            Self::Uniform { least, most } => {
                Delay::Uniform { least: least.into(), most: most.into() }
            }
            Self::Exponential { mean } => Delay::Exponential { mean: mean.into() },
            Self::LogNormal { median, factor } => Delay::LogNormal {
                median: median.into(),
                factor: decimal(factor, "logNormal.factor")?,
            },
        })
    }
}

impl AttributeModelRecord {
    fn new(value: &AttributeModel) -> Self {
        match value {
            AttributeModel::Contact(field) => Self::Contact(*field),
            AttributeModel::Drawn(drawn) => Self::Drawn(DistributionRecord::new(drawn)),
        }
    }

    fn into_model(self) -> Result<AttributeModel, Flaw> {
        Ok(match self {
            Self::Contact(field) => AttributeModel::Contact(field),
            Self::Drawn(drawn) => {
                AttributeModel::Drawn(drawn.into_model().map_err(|flaw| flaw.under("drawn"))?)
            }
        })
    }
}

impl DistributionRecord {
    fn new(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Fixed(text) => Self::Fixed(text.clone()),
            Distribution::List(list) => Self::List(list.iter().map(WeightedRecord::new).collect()),
            Distribution::Uniform { least, most, decimals } => Self::Uniform {
                least: least.to_string(),
                most: most.to_string(),
                decimals: *decimals,
            },
            Distribution::Normal { mean, deviation, decimals } => Self::Normal {
                mean: mean.to_string(),
                deviation: deviation.to_string(),
                decimals: *decimals,
            },
            Distribution::True { percent } => Self::True { percent: percent.to_string() },
            Distribution::Between { first, last } => {
                Self::Between { first: first.clone(), last: last.clone() }
            }
        }
    }

    fn into_model(self) -> Result<Distribution, Flaw> {
        Ok(match self {
            Self::Fixed(text) => Distribution::Fixed(text),
            Self::List(list) => {
                Distribution::List(list.into_iter().map(WeightedRecord::into_model).collect())
            }
            Self::Uniform { least, most, decimals } => Distribution::Uniform {
                least: decimal(least, "uniform.least")?,
                most: decimal(most, "uniform.most")?,
                decimals,
            },
            Self::Normal { mean, deviation, decimals } => Distribution::Normal {
                mean: decimal(mean, "normal.mean")?,
                deviation: decimal(deviation, "normal.deviation")?,
                decimals,
            },
            Self::True { percent } => {
                Distribution::True { percent: decimal(percent, "true.percent")? }
            }
            Self::Between { first, last } => Distribution::Between { first, last },
        })
    }
}

impl WeightedRecord {
    fn new(weighted: &Weighted) -> Self {
        Self { text: weighted.text.clone(), weight: weighted.weight }
    }

    fn into_model(self) -> Weighted {
        Weighted { text: self.text, weight: self.weight }
    }
}

impl MadeUpRecord {
    pub fn new(made_up: &MadeUp) -> Self {
        let fields = made_up.fields.iter().map(|(id, field)| {
            let value = DistributionRecord::new(&field.value);
            (*id, FieldModelRecord { empty: field.empty.to_string(), value })
        });
        Self { count: made_up.count, fields: ById(fields.collect()) }
    }

    pub fn into_model(self) -> Result<MadeUp, Flaw> {
        let fields = self.fields.0.into_iter().map(|(id, field)| {
            let field = field.into_model().map_err(|flaw| flaw.under(id).under("fields"))?;
            Ok((id, field))
        });
        Ok(MadeUp { count: self.count, fields: fields.collect::<Result<_, _>>()? })
    }
}

impl FieldModelRecord {
    fn into_model(self) -> Result<FieldModel, Flaw> {
        Ok(FieldModel {
            empty: decimal(self.empty, "empty")?,
            value: self.value.into_model().map_err(|flaw| flaw.under("value"))?,
        })
    }
}

fn decimal(text: String, path: &str) -> Result<Decimal, Flaw> {
    text.parse().map_err(|_| Flaw::at(path, Cause::Decimal(text)))
}

fn none() -> String {
    Decimal::default().to_string()
}

fn is_none(text: &String) -> bool {
    *text == none()
}
