//! Delays and values that are drawn, compiled.
//!
//! **Invariant:** the same draws give the same result to the bit on every target
//! (rule T2): whole numbers where that can be, and for the rest only the basic
//! operations of floats and the logarithm, exponential and cosine of `libm`.

use crate::engine::cell::Cell;
use crate::engine::draw::{below, fraction, percent};
use crate::model::behaviour::Delay;
use crate::model::decimal::Decimal;
use crate::model::distribution::{
    Distribution, DistributionError, MAX_DRAWN, instants, step, steps,
};
use crate::model::time::Moment;
use crate::model::value::{Type, Value};
use crate::model::zone::TimeZone;

/// How long after the occasion; all in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lag {
    Fixed(i64),
    Uniform { least: i64, count: u64 },
    Exponential { mean: f64 },
    LogNormal { median: f64, spread: f64 },
}

/// A value of one type.
#[derive(Debug, Clone)]
pub(crate) enum Chance {
    Fixed(Cell),
    /// A draw below `total` gives the first cell whose number is above it.
    List {
        ends: Vec<(u64, Cell)>,
        total: u64,
    },
    /// So many steps of so many ten-billionths from the least on.
    Number {
        least: i64,
        count: u64,
        step: i64,
    },
    /// In steps of so many ten-billionths.
    Normal {
        mean: f64,
        deviation: f64,
        step: i64,
    },
    True {
        percent: Decimal,
    },
    /// So many steps of so many milliseconds from the first on.
    Instant {
        first: i64,
        count: u64,
        step: i64,
    },
}

impl Lag {
    pub fn of(delay: &Delay) -> Self {
        match *delay {
            Delay::Fixed(duration) => Self::Fixed(duration.millis()),
            Delay::Uniform { least, most } => {
                let (least, most) = (least.millis(), most.millis());
                Self::Uniform { least, count: (most - least).max(0) as u64 + 1 }
            }
            Delay::Exponential { mean } => Self::Exponential { mean: mean.millis() as f64 },
            Delay::LogNormal { median, factor } => Self::LogNormal {
                median: median.millis() as f64,
                spread: libm::log(factor.to_f64().max(1.0)),
            },
        }
    }

    /// How long, from up to two draws.
    pub fn millis(self, one: impl FnOnce() -> u64, two: impl FnOnce() -> u64) -> i64 {
        match self {
            Self::Fixed(millis) => millis,
            Self::Uniform { least, count } => least + below(one(), count) as i64,
            Self::Exponential { mean } => whole(-libm::log(fraction(one())) * mean),
            Self::LogNormal { median, spread } => {
                whole(libm::exp(normal(one(), two()) * spread) * median)
            }
        }
    }
}

impl Chance {
    /// Compiles a distribution of values of a type; `encode` makes cells of those
    /// that it names.
    pub fn compile(
        distribution: &Distribution,
        ty: &Type,
        mut encode: impl FnMut(&Value) -> Cell,
    ) -> Result<Self, DistributionError> {
        distribution.check(ty)?;
        let mut cell = |text: &str| {
            Value::parse(text, ty, &TimeZone::UTC).map_or(Cell::MISSING, |value| encode(&value))
        };
        Ok(match distribution {
            Distribution::Fixed(text) => Self::Fixed(cell(text)),
            Distribution::List(list) => {
                let mut total = 0;
                let ends = list.iter().map(|weighted| {
                    total += u64::from(weighted.weight);
                    (total, cell(&weighted.text))
                });
                let ends = ends.collect();
                Self::List { ends, total }
            }
            Distribution::Uniform { least, most, decimals } => {
                let (least, most) = steps(*least, *most, *decimals);
                let count = (most - least) as u64 + 1;
                Self::Number { least: least as i64, count, step: step(*decimals) as i64 }
            }
            Distribution::Normal { mean, deviation, decimals } => {
                let step = step(*decimals);
                let in_steps = |number: &Decimal| number.units() as f64 / step as f64;
                let (mean, deviation) = (in_steps(mean), in_steps(deviation));
                Self::Normal { mean, deviation, step: step as i64 }
            }
            Distribution::True { percent } => Self::True { percent: *percent },
            Distribution::Between { first, last } => {
                let read = |text: &str| text.trim().parse::<Moment>();
                let (Ok(first), Ok(last)) = (read(first), read(last)) else {
                    return Err(DistributionError::Empty);
                };
                let (first, last, step) = instants(first, last);
                Self::Instant { first, count: ((last - first) / step) as u64 + 1, step }
            }
        })
    }

    /// The value, from up to two draws.
    pub fn cell(&self, one: impl FnOnce() -> u64, two: impl FnOnce() -> u64) -> Cell {
        match self {
            Self::Fixed(cell) => *cell,
            Self::List { ends, total } => {
                let drawn = below(one(), *total);
                let place = ends.partition_point(|(end, _)| *end <= drawn);
                ends.get(place).map_or(Cell::MISSING, |(_, cell)| *cell)
            }
            Self::Number { least, count, step } => {
                Cell((least + below(one(), *count) as i64) * step)
            }
            Self::Normal { mean, deviation, step } => {
                let most = MAX_DRAWN as f64 * (10_000_000_000 / step) as f64;
                let steps = (normal(one(), two()) * deviation + mean).clamp(-most, most);
                Cell(whole(steps + 0.5) * step)
            }
            Self::True { percent: share } => Cell(i64::from(percent(one()) < *share)),
            Self::Instant { first, count, step } => {
                Cell(first + below(one(), *count) as i64 * step)
            }
        }
    }
}

/// A number around 0 of which two thirds are between -1 and 1, from two draws (Box and Muller).
fn normal(one: u64, two: u64) -> f64 {
    const TURN: f64 = std::f64::consts::TAU;
    libm::sqrt(-2.0 * libm::log(fraction(one))) * libm::cos(TURN * fraction(two))
}

/// The greatest whole number not above it.
fn whole(number: f64) -> i64 {
    libm::floor(number) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::draw::{Purpose, draw};
    use crate::model::distribution::Weighted;
    use crate::model::time::{DAY, Duration, HOUR, Unit};

    fn draws(count: u64) -> impl Iterator<Item = (u64, u64)> {
        (0..count).map(|n| (draw(7, n, 1, 0, Purpose::Delay), draw(7, n, 1, 0, Purpose::Delay2)))
    }

    fn sorted(delay: Delay) -> Vec<i64> {
        let lag = Lag::of(&delay);
        let mut lags: Vec<_> = draws(10_001).map(|(one, two)| lag.millis(|| one, || two)).collect();
        lags.sort();
        lags
    }

    fn cells(distribution: &Distribution, ty: &Type) -> Vec<i64> {
        let mut next = 0;
        let encode = |_: &Value| {
            next += 1;
            Cell(next)
        };
        let chance = Chance::compile(distribution, ty, encode).unwrap();
        draws(10_000).map(|(one, two)| chance.cell(|| one, || two).0).collect()
    }

    fn hours(count: u32) -> Duration {
        Duration { count, unit: Unit::Hours }
    }

    #[test]
    fn t2_delays_never_change() {
        let delays = [
            Delay::Fixed(hours(3)),
            Delay::Uniform { least: hours(1), most: hours(5) },
            Delay::Exponential { mean: hours(24) },
            Delay::LogNormal { median: hours(24), factor: Decimal::from(2) },
        ];
        let first = draws(1).next().unwrap();
        let lags = delays.map(|delay| Lag::of(&delay).millis(|| first.0, || first.1));
        assert_eq!(lags, [10_800_000, 6_512_952, 138_072_470, 159_405_366]);
    }

    #[test]
    fn b1_a_uniform_delay_has_every_length_alike_and_both_ends() {
        let lags = sorted(Delay::Uniform { least: hours(2), most: hours(6) });
        assert!(2 * HOUR <= lags[0] && lags[10_000] <= 6 * HOUR);
        assert!((lags[5_000] - 4 * HOUR).abs() < HOUR / 10, "{}", lags[5_000]);
        let one = Lag::of(&Delay::Uniform { least: hours(2), most: hours(2) });
        assert_eq!((one.millis(|| 0, || 0), one.millis(|| u64::MAX, || 0)), (2 * HOUR, 2 * HOUR));
    }

    #[test]
    fn b1_an_exponential_delay_has_its_mean() {
        let lags = sorted(Delay::Exponential { mean: hours(24) });
        let mean = lags.iter().sum::<i64>() / 10_001;
        assert!((mean - DAY).abs() < DAY / 50, "{mean}");
        // Its median is the mean times the logarithm of 2.
        assert!((lags[5_000] - DAY * 693 / 1000).abs() < DAY / 50, "{}", lags[5_000]);
    }

    #[test]
    fn b1_a_log_normal_delay_has_its_median_and_two_thirds_within_the_factor() {
        let lags = sorted(Delay::LogNormal { median: hours(24), factor: Decimal::from(2) });
        assert!((lags[5_000] - DAY).abs() < DAY / 50, "{}", lags[5_000]);
        let within = lags.iter().filter(|lag| DAY / 2 <= **lag && **lag <= DAY * 2).count();
        assert!(within.abs_diff(6_827) < 100, "{within}");
        let never_spread = sorted(Delay::LogNormal { median: hours(1), factor: Decimal::from(1) });
        assert_eq!((never_spread[0], never_spread[10_000]), (HOUR, HOUR));
    }

    #[test]
    fn b1_values_of_a_list_come_by_their_weights() {
        let weighted = |text: &str, weight| Weighted { text: text.into(), weight };
        let list = vec![weighted("a", 3), weighted("", 1), weighted("never", 0), weighted("b", 6)];
        let cells = cells(&Distribution::List(list), &Type::Text);
        let count = |cell: i64| cells.iter().filter(|found| **found == cell).count();
        let counts = [count(1), count(Cell::MISSING.0), count(2), count(3)];
        assert_eq!(counts, [2_944, 1_020, 0, 6_036]);
    }

    #[test]
    fn b1_numbers_have_their_digits_and_their_ends() {
        let unit = 1_000_000_000;
        let (least, most) = ("1.5".parse().unwrap(), "2".parse().unwrap());
        let uniform = Distribution::Uniform { least, most, decimals: 1 };
        let found = cells(&uniform, &Type::Number);
        for tenth in 15..=20 {
            let count = found.iter().filter(|cell| **cell == tenth * unit).count();
            assert!(count.abs_diff(1_667) < 150, "{tenth}: {count}");
        }
        let (mean, deviation) = (Decimal::from(40), "12.5".parse().unwrap());
        let normal = Distribution::Normal { mean, deviation, decimals: 0 };
        let found = cells(&normal, &Type::Number);
        assert!(found.iter().all(|cell| cell % (10 * unit) == 0));
        let within = found.iter().filter(|cell| (275..=525).contains(&(**cell / unit))).count();
        assert!(within.abs_diff(6_827) < 300, "{within}");
        let never = Distribution::Normal { mean, deviation: Decimal::from(0), decimals: 0 };
        assert!(cells(&never, &Type::Number).iter().all(|cell| *cell == 400 * unit));
    }

    #[test]
    fn b1_dates_are_whole_days_between_dates() {
        let between = |first: &str, last: &str| Distribution::Between {
            first: first.into(),
            last: last.into(),
        };
        let found = cells(&between("1970-01-02", "1970-01-04"), &Type::DateTime);
        for day in 1..=3 {
            let count = found.iter().filter(|cell| **cell == day * DAY).count();
            assert!(count.abs_diff(3_333) < 150, "{day}: {count}");
        }
        let found = cells(&between("1970-01-01T00:00Z", "1970-01-02"), &Type::DateTime);
        assert!(found.iter().all(|at| (0..=DAY).contains(at)));
        assert!(found.iter().any(|at| at % HOUR != 0));
    }

    #[test]
    fn b1_true_comes_so_many_times_of_a_hundred() {
        let some = Distribution::True { percent: "12.5".parse().unwrap() };
        let count = cells(&some, &Type::TrueFalse).iter().filter(|cell| **cell == 1).count();
        assert_eq!(count, 1_249);
        for (percent, expected) in [(0, 0), (100, 10_000)] {
            let always = Distribution::True { percent: Decimal::from(percent) };
            assert_eq!(cells(&always, &Type::TrueFalse).iter().sum::<i64>(), expected);
        }
    }
}
