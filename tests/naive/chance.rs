//! Delays and values that are drawn, from the words of rule B1.

use jiff::tz::TimeZone;
use parcours::engine::draw::{below, fraction, percent};
use parcours::model::behaviour::Delay;
use parcours::model::decimal::Decimal;
use parcours::model::distribution::{Distribution, Weighted};
use parcours::model::value::{Type, Value};

use super::calendar::{instant, value};

/// How many ten-billionths one has.
const ONE: i128 = 10_000_000_000;
const DAY: i64 = 86_400_000;

/// How long something takes, in milliseconds, from two draws.
pub fn millis(delay: &Delay, one: u64, two: u64) -> i64 {
    match delay {
        Delay::Fixed(duration) => duration.millis(),
        Delay::Uniform { least, most } => {
            let lengths = most.millis() - least.millis() + 1;
            least.millis() + below(one, lengths as u64) as i64
        }
        Delay::Exponential { mean } => down(-libm::log(fraction(one)) * mean.millis() as f64),
        Delay::LogNormal { median, factor } => {
            let spread = normal(one, two) * libm::log(factor.to_f64());
            down(libm::exp(spread) * median.millis() as f64)
        }
    }
}

/// A value of a type, from two draws; `None` where it is empty, or none of the type.
pub fn drawn(distribution: &Distribution, ty: &Type, one: u64, two: u64) -> Option<Value> {
    distribution.check(ty).ok()?;
    let utc = TimeZone::UTC;
    match distribution {
        Distribution::Fixed(text) => value(text, ty, &utc),
        Distribution::List(list) => value(chosen(list, one), ty, &utc),
        Distribution::Uniform { least, most, decimals } => {
            let step = step(*decimals);
            // Both ends are in, as far as they have so many digits.
            let first = (least.units() + step - 1).div_euclid(step);
            let last = most.units().div_euclid(step);
            let number = first + i128::from(below(one, (last - first + 1) as u64));
            Some(Value::Number(Decimal::from_units(number * step)))
        }
        Distribution::Normal { mean, deviation, decimals } => {
            let step = step(*decimals);
            let steps = |number: &Decimal| number.units() as f64 / step as f64;
            let most = 400_000_000.0 * (ONE / step) as f64;
            let found = (normal(one, two) * steps(deviation) + steps(mean)).clamp(-most, most);
            let nearest = i128::from(down(found + 0.5));
            Some(Value::Number(Decimal::from_units(nearest * step)))
        }
        Distribution::True { percent: share } => Some(Value::TrueFalse(percent(one) < *share)),
        Distribution::Between { first, last } => {
            let whole_days = !first.contains('T') && !last.contains('T');
            let step = if whole_days { DAY } else { 1 };
            let (first, last) = (instant(first, &utc)?, instant(last, &utc)?);
            let count = (last.0 - first.0) / step + 1;
            Some(Value::DateTime(first.plus(below(one, count as u64) as i64 * step)))
        }
    }
}

/// Lays the texts side by side, each as wide as its weight.
fn chosen(list: &[Weighted], draw: u64) -> &str {
    let wide: Vec<&Weighted> =
        list.iter().flat_map(|one| std::iter::repeat_n(one, one.weight as usize)).collect();
    &wide[below(draw, wide.len() as u64) as usize].text
}

fn step(decimals: u8) -> i128 {
    ONE / 10_i128.pow(decimals.into())
}

/// Two thirds are between -1 and 1.
fn normal(one: u64, two: u64) -> f64 {
    let length = libm::sqrt(-2.0 * libm::log(fraction(one)));
    length * libm::cos(std::f64::consts::TAU * fraction(two))
}

fn down(number: f64) -> i64 {
    libm::floor(number) as i64
}
