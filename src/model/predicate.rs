//! What one row of a condition decides (rules C1 to C3). The checker, the
//! editor and the engine all read operands here, so they cannot disagree.

use std::ops::Range;

use crate::model::civil::Date;
use crate::model::condition::{Operands, Operator};
use crate::model::decimal::Decimal;
use crate::model::time::{Instant, Moment, TimeError, Unit};
use crate::model::value::{Type, Value, ValueError};
use crate::model::zone::TimeZone;

/// An operator with its operands read: a question to a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// There is no value.
    Empty,
    /// There is a value.
    NotEmpty,
    /// A text, compared without regard to case and with regard to accents.
    Text(TextTest, Vec<String>),
    /// A number in (or outside) a set of numbers.
    Number(NumberTest),
    /// True or false.
    TrueFalse(bool),
    /// A date and time.
    DateTime(DateTest),
    /// A row id; `false` asks that it is another one.
    Entity(String, bool),
}

/// How a text is compared with the operands, which are already folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum TextTest {
    IsOneOf,
    IsNot,
    Contains,
    DoesNotContain,
    BeginsWith,
    EndsWith,
}

/// A set of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberTest {
    /// From the first to the second, both included.
    Within(Decimal, Decimal),
    /// Every number but this one.
    Not(Decimal),
}

/// A set of instants.
#[derive(Debug, Clone, PartialEq)]
pub enum DateTest {
    /// From the start to the end, the end excluded.
    Within(Range<Instant>),
    /// At most so many milliseconds ago, and not in the future.
    Last(i64),
    /// At most so many milliseconds ahead, and not in the past.
    Next(i64),
    /// The same day and month in that zone; `None`: as today.
    SameDay(Option<Date>, TimeZone),
}

/// Why a row cannot be decided.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PredicateError {
    /// The operator is not one for this type.
    #[error("`{}` does not compare values of this type", .0.name())]
    Operator(Operator),
    /// Too few or too many operands.
    #[error("the number of values does not fit the operator")]
    Count,
    /// The operand of that place (from 0) is not a value of the type.
    #[error("value {}: {}", .0 + 1, .1)]
    Operand(usize, ValueError),
    /// "In the last" and "in the next" take a whole number above 0 and a unit.
    #[error("not a whole number of minutes, hours, days or weeks")]
    Period,
    /// The two ends of "between" are the wrong way round, so nothing can lie between.
    #[error("the first value is greater than the second")]
    EmptyRange,
}

/// The operand of "same day and month" that stands for the day of the run's clock.
pub const TODAY: &str = "today";

impl Predicate {
    /// Reads the operands of `operator` for values of type `ty`; dates are in `zone`.
    pub fn parse(
        operator: Operator,
        operands: &[String],
        ty: &Type,
        zone: &TimeZone,
    ) -> Result<Self, PredicateError> {
        if !Operator::of(ty).contains(&operator) {
            return Err(PredicateError::Operator(operator));
        }
        let fits = match operator.operands() {
            Operands::Values(count) => operands.len() == count,
            Operands::List => !operands.is_empty(),
            Operands::Period => operands.len() == 2,
        };
        if !fits {
            return Err(PredicateError::Count);
        }
        match operator {
            Operator::IsEmpty => Ok(Self::Empty),
            Operator::IsNotEmpty => Ok(Self::NotEmpty),
            _ => Self::parse_values(operator, operands, ty, zone),
        }
    }

    /// Whether it holds for `value` at the instant `now`. A missing value makes
    /// every comparison false except "is empty" (rule C1).
    pub fn holds(&self, value: Option<&Value>, now: Instant) -> bool {
        match (self, value) {
            (Self::Empty, value) => value.is_none(),
            (Self::NotEmpty, value) => value.is_some(),
            (Self::Text(test, operands), Some(Value::Text(text))) => {
                test.holds(&fold(text), operands)
            }
            (Self::Number(test), Some(Value::Number(number))) => test.holds(*number),
            (Self::TrueFalse(wanted), Some(Value::TrueFalse(value))) => wanted == value,
            (Self::DateTime(test), Some(Value::DateTime(at))) => test.holds(*at, now),
            (Self::Entity(id, same), Some(Value::EntityReference(row))) => (id == row) == *same,
            _ => false,
        }
    }

    fn parse_values(
        operator: Operator,
        operands: &[String],
        ty: &Type,
        zone: &TimeZone,
    ) -> Result<Self, PredicateError> {
        match ty {
            Type::Text => parse_text(operator, operands),
            Type::Number => parse_number(operator, operands),
            Type::TrueFalse => Ok(Self::TrueFalse(operator == Operator::IsTrue)),
            Type::DateTime => parse_date(operator, operands, zone).map(Self::DateTime),
            Type::EntityReference(_) => {
                let id = not_empty(operands, 0)?.trim().to_owned();
                Ok(Self::Entity(id, operator == Operator::Is))
            }
        }
    }
}

impl TextTest {
    fn holds(self, text: &str, operands: &[String]) -> bool {
        let any = |test: fn(&str, &str) -> bool| operands.iter().any(|operand| test(text, operand));
        match self {
            Self::IsOneOf => any(|text, operand| text == operand),
            Self::IsNot => !any(|text, operand| text == operand),
            Self::Contains => any(|text, operand| text.contains(operand)),
            Self::DoesNotContain => !any(|text, operand| text.contains(operand)),
            Self::BeginsWith => any(|text, operand| text.starts_with(operand)),
            Self::EndsWith => any(|text, operand| text.ends_with(operand)),
        }
    }
}

impl NumberTest {
    fn holds(self, number: Decimal) -> bool {
        match self {
            Self::Within(low, high) => low <= number && number <= high,
            Self::Not(other) => number != other,
        }
    }
}

impl DateTest {
    fn holds(&self, at: Instant, now: Instant) -> bool {
        match self {
            Self::Within(span) => span.contains(&at),
            Self::Last(millis) => now.plus(-millis) <= at && at <= now,
            Self::Next(millis) => now <= at && at <= now.plus(*millis),
            Self::SameDay(day, zone) => {
                let wanted = day.unwrap_or_else(|| now.in_zone(zone).date());
                let at = at.in_zone(zone).date();
                (at.month(), at.day()) == (wanted.month(), wanted.day())
            }
        }
    }
}

/// The form in which texts are compared: without regard to case, with regard to accents.
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}

fn parse_text(operator: Operator, operands: &[String]) -> Result<Predicate, PredicateError> {
    let test = match operator {
        Operator::IsNot => TextTest::IsNot,
        Operator::Contains => TextTest::Contains,
        Operator::DoesNotContain => TextTest::DoesNotContain,
        Operator::BeginsWith => TextTest::BeginsWith,
        Operator::EndsWith => TextTest::EndsWith,
        _ => TextTest::IsOneOf,
    };
    let folded = (0..operands.len()).map(|place| not_empty(operands, place).map(fold));
    Ok(Predicate::Text(test, folded.collect::<Result<_, _>>()?))
}

fn parse_number(operator: Operator, operands: &[String]) -> Result<Predicate, PredicateError> {
    let number = |place: usize| -> Result<Decimal, PredicateError> {
        let text = not_empty(operands, place)?.trim();
        text.parse().map_err(|error| PredicateError::Operand(place, ValueError::Number(error)))
    };
    let (least, most) = (Decimal::from_units(i128::MIN), Decimal::from_units(i128::MAX));
    let step = |number: Decimal, by: i128| Decimal::from_units(number.units() + by);
    let first = number(0)?;
    let test = match operator {
        Operator::NotEquals => NumberTest::Not(first),
        Operator::Less => NumberTest::Within(least, step(first, -1)),
        Operator::LessOrEqual => NumberTest::Within(least, first),
        Operator::Greater => NumberTest::Within(step(first, 1), most),
        Operator::GreaterOrEqual => NumberTest::Within(first, most),
        Operator::Between => NumberTest::Within(first, number(1)?),
        _ => NumberTest::Within(first, first),
    };
    match test {
        NumberTest::Within(low, high) if low > high => Err(PredicateError::EmptyRange),
        test => Ok(Predicate::Number(test)),
    }
}

fn parse_date(
    operator: Operator,
    operands: &[String],
    zone: &TimeZone,
) -> Result<DateTest, PredicateError> {
    match operator {
        Operator::InTheLast => return parse_period(operands).map(DateTest::Last),
        Operator::InTheNext => return parse_period(operands).map(DateTest::Next),
        Operator::SameDayAndMonth => return parse_same_day(operands, zone),
        _ => {}
    }
    let span = |place: usize| -> Result<Range<Instant>, PredicateError> {
        moment(operands, place).map(|moment| moment.span(zone))
    };
    let (least, most) = (Instant(i64::MIN), Instant(i64::MAX));
    let first = span(0)?;
    let within = match operator {
        Operator::Before => least..first.start,
        Operator::OnOrBefore => least..first.end,
        Operator::OnOrAfter => first.start..most,
        Operator::After => first.end..most,
        Operator::Between => first.start..span(1)?.end,
        _ => first,
    };
    if within.is_empty() { Err(PredicateError::EmptyRange) } else { Ok(DateTest::Within(within)) }
}

fn parse_period(operands: &[String]) -> Result<i64, PredicateError> {
    let count: u32 = operands[0].trim().parse().map_err(|_| PredicateError::Period)?;
    let unit = Unit::from_name(&operands[1]).ok_or(PredicateError::Period)?;
    if count == 0 { Err(PredicateError::Period) } else { Ok(i64::from(count) * unit.millis()) }
}

fn parse_same_day(operands: &[String], zone: &TimeZone) -> Result<DateTest, PredicateError> {
    if operands[0] == TODAY {
        return Ok(DateTest::SameDay(None, zone.clone()));
    }
    let day = moment(operands, 0)?.start(zone).in_zone(zone).date();
    Ok(DateTest::SameDay(Some(day), zone.clone()))
}

fn moment(operands: &[String], place: usize) -> Result<Moment, PredicateError> {
    let read = not_empty(operands, place)?.trim().parse();
    read.map_err(|error: TimeError| PredicateError::Operand(place, ValueError::DateTime(error)))
}

fn not_empty(operands: &[String], place: usize) -> Result<&str, PredicateError> {
    match operands[place].trim() {
        "" => Err(PredicateError::Operand(place, ValueError::Empty)),
        _ => Ok(&operands[place]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::{DAY, time_zone};

    const NOW: Instant = Instant(1_000 * DAY);

    fn ask(ty: Type, operator: Operator, operands: &[&str], value: &str) -> bool {
        let zone = time_zone("Europe/Paris").unwrap();
        let operands: Vec<String> = operands.iter().map(|&text| text.into()).collect();
        let predicate = Predicate::parse(operator, &operands, &ty, &zone).unwrap();
        predicate.holds(Value::parse(value, &ty, &zone).ok().as_ref(), NOW)
    }

    fn refused(ty: Type, operator: Operator, operands: &[&str]) -> PredicateError {
        let operands: Vec<String> = operands.iter().map(|&text| text.into()).collect();
        Predicate::parse(operator, &operands, &ty, &TimeZone::UTC).unwrap_err()
    }

    #[test]
    fn c1_a_missing_value_fails_everything_but_is_empty() {
        for ty in [Type::Text, Type::Number, Type::TrueFalse, Type::DateTime] {
            for &operator in Operator::of(&ty) {
                let operands: &[&str] = match (operator.operands(), &ty) {
                    (Operands::Values(0), _) => &[],
                    (Operands::Period, _) => &["1", "days"],
                    (Operands::Values(2), Type::Number) => &["1", "2"],
                    (Operands::Values(2), _) => &["1997-01-01", "1997-01-02"],
                    (_, Type::DateTime) => &["1997-01-01"],
                    _ => &["1"],
                };
                let holds = ask(ty.clone(), operator, operands, "");
                assert_eq!(holds, operator == Operator::IsEmpty, "{ty:?} {operator:?}");
            }
        }
    }

    #[test]
    fn c2_text_is_compared_without_case_and_with_accents() {
        assert!(ask(Type::Text, Operator::Is, &["ÉTÉ"], "été"));
        assert!(!ask(Type::Text, Operator::Is, &["ete"], "été"));
        assert!(ask(Type::Text, Operator::BeginsWith, &["POST"], "Post-purchase"));
        assert!(ask(Type::Text, Operator::EndsWith, &["chase"], "Post-purchase"));
        assert!(ask(Type::Text, Operator::DoesNotContain, &["sale"], "Post-purchase"));
        assert!(ask(Type::Text, Operator::IsOneOf, &["fr", "de"], "DE"));
        assert!(!ask(Type::Text, Operator::IsNot, &["de"], "DE"));
    }

    #[test]
    fn c2_between_has_both_ends_in() {
        for (value, inside) in
            [("49.99", false), ("50", true), ("50.5", true), ("51.0", true), ("51.01", false)]
        {
            assert_eq!(
                ask(Type::Number, Operator::Between, &["50", "51"], value),
                inside,
                "{value}"
            );
        }
        assert!(ask(Type::Number, Operator::Greater, &["100"], "100.0000000001"));
        assert!(!ask(Type::Number, Operator::Greater, &["100"], "100.0"));
        assert!(ask(Type::Number, Operator::NotEquals, &["1"], "2"));
    }

    #[test]
    fn c3_days_are_those_of_the_journeys_time_zone() {
        let late = "1997-03-01T23:30:00Z";
        assert!(ask(Type::DateTime, Operator::On, &["1997-03-02"], late));
        assert!(ask(Type::DateTime, Operator::After, &["1997-03-01"], late));
        assert!(!ask(Type::DateTime, Operator::OnOrBefore, &["1997-03-01"], late));
        assert!(ask(Type::DateTime, Operator::SameDayAndMonth, &["2026-03-02"], late));
        assert!(ask(Type::DateTime, Operator::Between, &["1997-03-02", "1997-03-02"], late));
    }

    #[test]
    fn c2_periods_look_back_or_ahead_from_now() {
        let days_ago = |days: i64| NOW.plus(-days * DAY).to_string();
        assert!(ask(Type::DateTime, Operator::InTheLast, &["2", "days"], &days_ago(2)));
        assert!(!ask(Type::DateTime, Operator::InTheLast, &["2", "days"], &days_ago(3)));
        assert!(!ask(Type::DateTime, Operator::InTheLast, &["2", "days"], &days_ago(-1)));
        assert!(ask(Type::DateTime, Operator::InTheNext, &["1", "weeks"], &days_ago(-7)));
        assert!(ask(Type::DateTime, Operator::SameDayAndMonth, &[TODAY], &days_ago(0)));
    }

    #[test]
    fn what_cannot_be_decided_says_why() {
        assert_eq!(
            refused(Type::Number, Operator::Contains, &["1"]),
            PredicateError::Operator(Operator::Contains)
        );
        assert_eq!(refused(Type::Number, Operator::Equals, &[]), PredicateError::Count);
        assert_eq!(
            refused(Type::Number, Operator::Between, &["2", "1"]),
            PredicateError::EmptyRange
        );
        assert_eq!(
            refused(Type::DateTime, Operator::InTheLast, &["0", "days"]),
            PredicateError::Period
        );
        assert_eq!(
            refused(Type::Text, Operator::IsOneOf, &["fr", " "]),
            PredicateError::Operand(1, ValueError::Empty)
        );
    }
}
