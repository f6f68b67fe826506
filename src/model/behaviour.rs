//! How contacts behave where nothing is recorded (section 7): what they do with
//! which probability, after how long, with which values; and contacts that are
//! made up.
//!
//! These are settings only. What they come to is drawn by the
//! [`engine`](crate::engine::draw), from a seed.

use crate::model::decimal::Decimal;
use crate::model::distribution::{Distribution, is_percent};
use crate::model::id::{AttributeId, FieldId, ModelId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::sorted::SortedMap;
use crate::model::time::Duration;

/// A behaviour model: something that contacts may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Its id.
    pub id: ModelId,
    /// What they do, and on what occasion.
    pub of: ModelOf,
    /// On how many of a hundred occasions they do it.
    pub percent: Decimal,
    /// How long after the occasion.
    pub delay: Delay,
}

/// What contacts do, and on what occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelOf {
    /// They raise a trigger, as an event from outside.
    Trigger {
        /// Which.
        trigger: TriggerId,
        /// On what occasion.
        since: Since,
        /// The values of its attributes; one that is not here is missing.
        values: SortedMap<AttributeId, AttributeModel>,
    },
    /// They do something with a message that they were sent; each sending is an occasion.
    Interaction {
        /// The Message tile.
        message: TileId,
        /// What they do with it.
        kind: Interaction,
    },
}

/// The occasion of a model that raises a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Since {
    /// The start of the run, once for each contact.
    Start,
    /// Each occurrence of a trigger for the contact, wherever it comes from.
    Trigger(TriggerId),
}

/// How long after the occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// Always so long.
    Fixed(Duration),
    /// Between the two, every length alike.
    Uniform {
        /// The shortest.
        least: Duration,
        /// The longest.
        most: Duration,
    },
    /// As long as one waits for what may happen at any moment alike.
    Exponential {
        /// The mean.
        mean: Duration,
    },
    /// Around a length, with a long tail.
    LogNormal {
        /// Half are shorter.
        median: Duration,
        /// Two thirds are between the median divided by it and multiplied by it; at least 1.
        factor: Decimal,
    },
}

/// Where the value of an attribute comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeModel {
    /// A field of the contact.
    Contact(FieldId),
    /// It is drawn.
    Drawn(Distribution),
}

/// Contacts that are made up from the schema.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeUp {
    /// How many.
    pub count: u32,
    /// The values of their fields; one that is not here is empty.
    pub fields: SortedMap<FieldId, FieldModel>,
}

/// The value of a field of contacts that are made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldModel {
    /// How many of a hundred contacts have none.
    pub empty: Decimal,
    /// What the others have.
    pub value: Distribution,
}

/// The greatest factor of a log-normal delay.
pub const MAX_FACTOR: i64 = 1000;
/// The most contacts that are made up.
pub const MAX_MADE_UP: u32 = 10_000_000;

impl Model {
    /// Whether its probability is one.
    pub fn has_probability(&self) -> bool {
        is_percent(self.percent)
    }

    /// The trigger that it raises.
    pub fn raises(&self) -> Option<TriggerId> {
        match self.of {
            ModelOf::Trigger { trigger, .. } => Some(trigger),
            ModelOf::Interaction { .. } => None,
        }
    }

    /// The trigger whose occurrences are its occasions.
    pub fn since(&self) -> Option<TriggerId> {
        match self.of {
            ModelOf::Trigger { since: Since::Trigger(trigger), .. } => Some(trigger),
            ModelOf::Trigger { since: Since::Start, .. } | ModelOf::Interaction { .. } => None,
        }
    }

    /// The values of the attributes of the trigger that it raises.
    pub fn values(&self) -> Option<&SortedMap<AttributeId, AttributeModel>> {
        match &self.of {
            ModelOf::Trigger { values, .. } => Some(values),
            ModelOf::Interaction { .. } => None,
        }
    }

    /// As [`values`](Self::values), to change them.
    pub fn values_mut(&mut self) -> Option<&mut SortedMap<AttributeId, AttributeModel>> {
        match &mut self.of {
            ModelOf::Trigger { values, .. } => Some(values),
            ModelOf::Interaction { .. } => None,
        }
    }
}

impl Delay {
    /// Whether its lengths can be: the shortest not above the longest, a factor from 1 to 1000.
    pub fn is_sound(&self) -> bool {
        match *self {
            Self::Fixed(_) | Self::Exponential { .. } => true,
            Self::Uniform { least, most } => least.millis() <= most.millis(),
            Self::LogNormal { factor, .. } => {
                Decimal::from(1) <= factor && factor <= Decimal::from(MAX_FACTOR)
            }
        }
    }
}
