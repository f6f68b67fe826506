//! What a value may be, and how often: for attributes of what contacts do, and for
//! fields of contacts that are made up.

use crate::model::decimal::Decimal;
use crate::model::time::{DAY, Moment};
use crate::model::value::{Type, Value, ValueError};
use crate::model::zone::TimeZone;

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
    /// An instant between the two, both in, every one alike; a whole day where both
    /// are dates alone.
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

/// The most digits after the point of a number that is drawn.
pub const MAX_DECIMALS: u8 = 10;
/// The greatest number that is drawn, and the least with the sign turned.
pub const MAX_DRAWN: i64 = 400_000_000;

/// Why a distribution gives no values of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DistributionError {
    /// It gives values of another type.
    #[error("it gives values of another type")]
    Type,
    /// A text of it, counted from 0, is not a value.
    #[error("value {0}: {1}")]
    Value(usize, ValueError),
    /// No text has a weight above 0.
    #[error("no value has a weight above 0")]
    NoWeight,
    /// There is nothing between its ends.
    #[error("there is nothing between its ends")]
    Empty,
    /// A number beyond [`MAX_DRAWN`].
    #[error("numbers beyond {MAX_DRAWN} are not drawn")]
    TooLarge,
    /// More digits after the point than a number has.
    #[error("more than {MAX_DECIMALS} digits after the point")]
    TooFine,
    /// A percentage that is not from 0 to 100.
    #[error("not a percentage from 0 to 100")]
    Percent,
    /// The deviation is negative.
    #[error("the deviation is negative")]
    Deviation,
}

/// Whether it is from 0 to 100.
pub fn is_percent(number: Decimal) -> bool {
    Decimal::default() <= number && number <= Decimal::from(100)
}

impl Distribution {
    /// What a new distribution of values of a type begins with.
    pub fn of(ty: &Type) -> Self {
        match ty {
            Type::Text | Type::EntityReference(_) => Self::List(vec![Weighted::default()]),
            Type::Number => {
                Self::Uniform { least: Decimal::from(1), most: Decimal::from(100), decimals: 0 }
            }
            Type::TrueFalse => Self::True { percent: Decimal::from(50) },
            Type::DateTime => {
                Self::Between { first: "2026-01-01".into(), last: "2026-12-31".into() }
            }
        }
    }

    /// Whether its kind gives values of a type.
    pub fn fits(&self, ty: &Type) -> bool {
        match self {
            Self::Fixed(_) | Self::List(_) => true,
            Self::Uniform { .. } | Self::Normal { .. } => *ty == Type::Number,
            Self::True { .. } => *ty == Type::TrueFalse,
            Self::Between { .. } => *ty == Type::DateTime,
        }
    }

    /// Whether it gives values of a type; if not, the first reason.
    ///
    /// # Errors
    ///
    /// That reason.
    pub fn check(&self, ty: &Type) -> Result<(), DistributionError> {
        use DistributionError as E;
        let ensure = |holds, error| if holds { Ok(()) } else { Err(error) };
        ensure(self.fits(ty), E::Type)?;
        match self {
            Self::Fixed(text) => is_value(0, text, ty),
            Self::List(list) => {
                for (place, weighted) in list.iter().enumerate() {
                    is_value(place, &weighted.text, ty)?;
                }
                ensure(list.iter().any(|weighted| weighted.weight > 0), E::NoWeight)
            }
            Self::Uniform { least, most, decimals } => {
                is_number(*least, *decimals)?;
                is_number(*most, *decimals)?;
                let (least, most) = steps(*least, *most, *decimals);
                ensure(least <= most, E::Empty)
            }
            Self::Normal { mean, deviation, decimals } => {
                is_number(*mean, *decimals)?;
                is_number(*deviation, *decimals)?;
                ensure(*deviation >= Decimal::default(), E::Deviation)
            }
            Self::True { percent } => ensure(is_percent(*percent), E::Percent),
            Self::Between { first, last } => {
                let read = |place: usize, text: &str| {
                    text.trim().parse::<Moment>().map_err(|error| E::Value(place, error.into()))
                };
                let days = instants(read(0, first)?, read(1, last)?);
                ensure(days.0 <= days.1, E::Empty)
            }
        }
    }
}

/// How many ten-billionths one step of a number with so many digits after the point has.
pub fn step(decimals: u8) -> i128 {
    10_i128.pow(u32::from(MAX_DECIMALS.saturating_sub(decimals)))
}

/// The first and the last number with so many digits within the ends, in steps.
pub fn steps(least: Decimal, most: Decimal, decimals: u8) -> (i128, i128) {
    let step = step(decimals);
    (-(-least.units()).div_euclid(step), most.units().div_euclid(step))
}

/// The first and the last instant, and how far one is from the next, in milliseconds.
pub fn instants(first: Moment, last: Moment) -> (i64, i64, i64) {
    let whole_days = matches!((first, last), (Moment::Day(_), Moment::Day(_)));
    let at = |moment: Moment| moment.start(&TimeZone::UTC).0;
    (at(first), at(last), if whole_days { DAY } else { 1 })
}

/// An empty text stands for no value.
fn is_value(place: usize, text: &str, ty: &Type) -> Result<(), DistributionError> {
    match Value::parse(text, ty, &TimeZone::UTC) {
        Ok(Value::Number(number)) => is_number(number, MAX_DECIMALS),
        Ok(_) | Err(ValueError::Empty) => Ok(()),
        Err(error) => Err(DistributionError::Value(place, error)),
    }
}

fn is_number(number: Decimal, decimals: u8) -> Result<(), DistributionError> {
    let most = Decimal::from(MAX_DRAWN).units();
    if decimals > MAX_DECIMALS {
        return Err(DistributionError::TooFine);
    }
    if number.units().abs() > most { Err(DistributionError::TooLarge) } else { Ok(()) }
}

impl Default for Weighted {
    fn default() -> Self {
        Self { text: String::new(), weight: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::TableId;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_new_distribution_fits_its_type() {
        let reference = Type::EntityReference(TableId(1));
        for ty in [Type::Text, Type::Number, Type::TrueFalse, Type::DateTime, reference] {
            assert_eq!(Distribution::of(&ty).check(&ty), Ok(()), "{ty:?}");
        }
    }

    #[test]
    fn what_gives_no_values_says_why() {
        use DistributionError as E;
        let list = |texts: &[(&str, u32)]| {
            let texts = texts.iter();
            Distribution::List(
                texts.map(|&(text, weight)| Weighted { text: text.into(), weight }).collect(),
            )
        };
        let uniform = |least, most, decimals| Distribution::Uniform {
            least: number(least),
            most: number(most),
            decimals,
        };
        let between = |first: &str, last: &str| Distribution::Between {
            first: first.into(),
            last: last.into(),
        };
        let (text, numeric, date) = (Type::Text, Type::Number, Type::DateTime);
        let cases = [
            (list(&[]), &text, Err(E::NoWeight)),
            (list(&[("a", 0), ("b", 0)]), &text, Err(E::NoWeight)),
            (list(&[("a", 0), ("b", 1)]), &text, Ok(())),
            (
                list(&[("1", 1), ("x", 1)]),
                &numeric,
                Err(E::Value(
                    1,
                    ValueError::Number(crate::model::decimal::DecimalError::NotANumber),
                )),
            ),
            (uniform("1", "2", 0), &text, Err(E::Type)),
            (uniform("2", "1", 0), &numeric, Err(E::Empty)),
            (uniform("0.1", "0.9", 0), &numeric, Err(E::Empty)),
            (uniform("0.1", "0.9", 1), &numeric, Ok(())),
            (uniform("0", "1", 11), &numeric, Err(E::TooFine)),
            (uniform("0", "400000001", 0), &numeric, Err(E::TooLarge)),
            (Distribution::Fixed("400000001".into()), &numeric, Err(E::TooLarge)),
            (Distribution::Fixed(String::new()), &numeric, Ok(())),
            (Distribution::True { percent: number("100.1") }, &Type::TrueFalse, Err(E::Percent)),
            (between("2026-01-02", "2026-01-01"), &date, Err(E::Empty)),
            (between("2026-01-01", "2026-01-01"), &date, Ok(())),
            (
                between("2026-01-01", ""),
                &date,
                Err(E::Value(1, ValueError::DateTime(crate::model::time::TimeError))),
            ),
        ];
        for (distribution, ty, expected) in cases {
            assert_eq!(distribution.check(ty), expected, "{distribution:?}");
        }
    }

    #[test]
    fn the_ends_are_in_and_rounded_inwards() {
        assert_eq!(steps(number("0.15"), number("0.35"), 1), (2, 3));
        assert_eq!(steps(number("-0.35"), number("-0.15"), 1), (-3, -2));
        assert_eq!(steps(number("1"), number("6"), 0), (1, 6));
    }
}
