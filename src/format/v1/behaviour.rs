//! Behaviour models and contacts that are made up.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::distribution::DistributionRecord;
use crate::format::v1::{Flaw, is_default};
use crate::model::behaviour::{AttributeModel, Delay, FieldModel, MadeUp, Model, ModelOf, Since};
use crate::model::collect;
use crate::model::decimal::Decimal;
use crate::model::id::{AttributeId, FieldId, ModelId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;
use crate::model::time::Duration;

objects!(ModelRecord, SpanRecord, MeanRecord, MedianRecord, MadeUpRecord, FieldModelRecord);

#[derive(Debug, Default)]
pub(super) struct ModelRecord {
    pub id: ModelId,
    trigger: Option<TriggerId>,
    message: Option<TileId>,
    interaction: Option<Interaction>,
    since: Option<TriggerId>,
    percent: Decimal,
    delay: DelayRecord,
    values: SortedMap<AttributeId, AttributeModelRecord>,
}

impl Object for ModelRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.may("trigger", &mut self.trigger);
        to.may("message", &mut self.message);
        to.may("interaction", &mut self.interaction);
        to.may("since", &mut self.since);
        to.must("percent", &mut self.percent);
        to.must("delay", &mut self.delay);
        to.may("values", &mut self.values);
    }
}

#[derive(Debug)]
enum DelayRecord {
    Fixed(Duration),
    Uniform(SpanRecord),
    Exponential(MeanRecord),
    LogNormal(MedianRecord),
}

forms!(DelayRecord {
    Fixed(duration) = "fixed",
    Uniform(span) = "uniform",
    Exponential(mean) = "exponential",
    LogNormal(median) = "logNormal",
});

#[derive(Debug, Default)]
struct SpanRecord {
    least: Duration,
    most: Duration,
}

impl Object for SpanRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("least", &mut self.least);
        to.must("most", &mut self.most);
    }
}

#[derive(Debug, Default)]
struct MeanRecord {
    mean: Duration,
}

impl Object for MeanRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("mean", &mut self.mean);
    }
}

#[derive(Debug, Default)]
struct MedianRecord {
    median: Duration,
    factor: Decimal,
}

impl Object for MedianRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("median", &mut self.median);
        to.must("factor", &mut self.factor);
    }
}

#[derive(Debug)]
enum AttributeModelRecord {
    Contact(FieldId),
    Drawn(DistributionRecord),
}

forms!(AttributeModelRecord { Contact(field) = "contact", Drawn(distribution) = "drawn" });

#[derive(Debug, PartialEq, Default)]
pub(super) struct MadeUpRecord {
    count: u32,
    fields: SortedMap<FieldId, FieldModelRecord>,
}

impl Object for MadeUpRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("count", &mut self.count);
        to.may("fields", &mut self.fields);
    }
}

#[derive(Debug, PartialEq, Default)]
struct FieldModelRecord {
    empty: Decimal,
    value: DistributionRecord,
}

impl Object for FieldModelRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.unless(is_default(&self.empty), "empty", &mut self.empty);
        to.must("value", &mut self.value);
    }
}

impl ModelRecord {
    pub fn new(model: &Model) -> Self {
        let bare = Self {
            id: model.id,
            trigger: None,
            message: None,
            interaction: None,
            since: None,
            percent: model.percent,
            delay: DelayRecord::new(&model.delay),
            values: SortedMap::new(),
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
                    values: collect::map(values),
                    ..bare
                }
            }
            ModelOf::Interaction { message, kind } => {
                Self { message: Some(*message), interaction: Some(*kind), ..bare }
            }
        }
    }

    pub fn into_model(self) -> Result<Model, Flaw> {
        let missing = |name: &str| Flaw::at("", Cause::Missing(name.into()));
        let misplaced = |name: &str| Err(Flaw::at(name, Cause::Unknown(name.into())));
        let of = match (self.trigger, self.message) {
            (Some(trigger), None) if self.interaction.is_none() => {
                let values = self.values.into_iter();
                let values = values.map(|(id, value)| (id, value.into_model()));
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
        Ok(Model { id: self.id, of, percent: self.percent, delay: self.delay.into_model() })
    }
}

impl Default for DelayRecord {
    fn default() -> Self {
        Self::Fixed(Duration::default())
    }
}

impl DelayRecord {
    fn new(delay: &Delay) -> Self {
        match *delay {
            Delay::Fixed(duration) => Self::Fixed(duration),
            Delay::Uniform { least, most } => Self::Uniform(SpanRecord { least, most }),
            Delay::Exponential { mean } => Self::Exponential(MeanRecord { mean }),
            Delay::LogNormal { median, factor } => Self::LogNormal(MedianRecord { median, factor }),
        }
    }

    fn into_model(self) -> Delay {
        match self {
            Self::Fixed(duration) => Delay::Fixed(duration),
            Self::Uniform(SpanRecord { least, most }) => Delay::Uniform { least, most },
            Self::Exponential(MeanRecord { mean }) => Delay::Exponential { mean },
            Self::LogNormal(MedianRecord { median, factor }) => Delay::LogNormal { median, factor },
        }
    }
}

impl Default for AttributeModelRecord {
    fn default() -> Self {
        Self::Contact(FieldId::default())
    }
}

impl AttributeModelRecord {
    fn new(value: &AttributeModel) -> Self {
        match value {
            AttributeModel::Contact(field) => Self::Contact(*field),
            AttributeModel::Drawn(drawn) => Self::Drawn(DistributionRecord::new(drawn)),
        }
    }

    fn into_model(self) -> AttributeModel {
        match self {
            Self::Contact(field) => AttributeModel::Contact(field),
            Self::Drawn(drawn) => AttributeModel::Drawn(drawn.into_model()),
        }
    }
}

impl MadeUpRecord {
    pub fn new(made_up: &MadeUp) -> Self {
        let fields = made_up.fields.iter().map(|(id, field)| {
            let value = DistributionRecord::new(&field.value);
            (*id, FieldModelRecord { empty: field.empty, value })
        });
        Self { count: made_up.count, fields: collect::map(fields) }
    }

    pub fn into_model(self) -> MadeUp {
        let fields = self.fields.into_iter().map(|(id, field)| {
            (id, FieldModel { empty: field.empty, value: field.value.into_model() })
        });
        MadeUp { count: self.count, fields: collect::map(fields) }
    }
}
