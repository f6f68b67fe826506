//! How contacts behave where nothing is recorded (section 7): what they do with
//! which probability, after how long, with which values; and contacts that are
//! made up.
//!
//! These are settings only. What they come to is drawn by the
//! [`engine`](crate::engine::draw), from a seed.

use std::collections::BTreeMap;

use crate::model::decimal::Decimal;
use crate::model::id::{AttributeId, FieldId, ModelId, TriggerId};
use crate::model::time::Duration;
use crate::model::value::Type;

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
        values: BTreeMap<AttributeId, AttributeModel>,
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

/// What a value may be, and how often.
///
/// Texts are as [`Value::parse`](crate::model::value::Value::parse) reads them, local times in UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distribution {
    /// Always the same.
    Fixed(String),
    /// One of several, by their weights.
    List(Vec<Weighted>),
    /// A number between the two, both in, every one alike.
    Uniform {
        /// The least.
        least: Decimal,
        /// The greatest.
        most: Decimal,
        /// Digits after the point, up to 10.
        decimals: u8,
    },
    /// A number around a mean.
    Normal {
        /// The mean.
        mean: Decimal,
        /// Two thirds are at most so far from it.
        deviation: Decimal,
        /// Digits after the point, up to 10.
        decimals: u8,
    },
    /// True, so many times of a hundred; otherwise false.
    True {
        /// How many times.
        percent: Decimal,
    },
    /// An instant from the first until before the last, every one alike. A first or
    /// last that is a date alone makes whole days.
    Between {
        /// The first.
        first: String,
        /// The last.
        last: String,
    },
}

/// A text and how often it comes, compared with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighted {
    /// The text.
    pub text: String,
    /// Its weight.
    pub weight: u32,
}

/// Contacts that are made up from the schema.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeUp {
    /// How many.
    pub count: u32,
    /// The values of their fields; one that is not here is empty.
    pub fields: BTreeMap<FieldId, FieldModel>,
}

/// The value of a field of contacts that are made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldModel {
    /// How many of a hundred contacts have none.
    pub empty: Decimal,
    /// What the others have.
    pub value: Distribution,
}

/// The most digits after the point of a number that is drawn.
pub const MAX_DECIMALS: u8 = 10;
/// The greatest number that is drawn, and the least with the sign turned.
pub const MAX_DRAWN: i64 = 400_000_000;
/// The most contacts that are made up.
pub const MAX_MADE_UP: u32 = 10_000_000;

impl Distribution {
    /// What a new distribution of values of a type begins with.
    pub fn of(ty: &Type) -> Self {
        match ty {
            Type::Text | Type::EntityReference(_) => Self::List(vec![Weighted::default()]),
            Type::Number => {
                Self::Uniform { least: Decimal::from(1), most: Decimal::from(100), decimals: 0 }
            }
            Type::TrueFalse => Self::True { percent: Decimal::from(50) },
            Type::DateTime => Self::Between { first: String::new(), last: String::new() },
        }
    }

    /// Whether it can give values of a type at all.
    pub fn fits(&self, ty: &Type) -> bool {
        match self {
            Self::Fixed(_) | Self::List(_) => true,
            Self::Uniform { .. } | Self::Normal { .. } => *ty == Type::Number,
            Self::True { .. } => *ty == Type::TrueFalse,
            Self::Between { .. } => *ty == Type::DateTime,
        }
    }
}

impl Default for Weighted {
    fn default() -> Self {
        Self { text: String::new(), weight: 1 }
    }
}

impl Model {
    /// The trigger that it raises.
    pub fn raises(&self) -> Option<TriggerId> {
        match self.of {
            ModelOf::Trigger { trigger, .. } => Some(trigger),
        }
    }

    /// The trigger whose occurrences are its occasions.
    pub fn since(&self) -> Option<TriggerId> {
        match self.of {
            ModelOf::Trigger { since: Since::Trigger(trigger), .. } => Some(trigger),
            ModelOf::Trigger { since: Since::Start, .. } => None,
        }
    }
}
