//! Making one of the values that a proof leaves: for people, and plain where there is a
//! choice.
//!
//! **Invariant:** a number, a date, a truth value and a text of a list are among the
//! values that are left. A text that is made of its parts may not be: whoever asks
//! holds it against the questions.

use crate::check::proof::values::{Given, Texts, Values};
use crate::model::decimal::Decimal;
use crate::model::predicate::{Predicate, TextTest};
use crate::model::time::{DAY, Instant, MINUTE};
use crate::model::value::{Type, Value};

impl Values {
    /// One of them; the inner `None` is to have no value. `None` where it cannot be made up.
    pub fn example(&self, ty: &Type) -> Option<Option<Value>> {
        match &self.given {
            Some(given) => given.example(ty).map(Some),
            None => self.missing.then_some(None),
        }
    }
}

impl Given {
    fn example(&self, ty: &Type) -> Option<Value> {
        Some(match ty {
            Type::Text => Value::Text(self.text()),
            Type::EntityReference(_) => Value::EntityReference(self.text()),
            Type::TrueFalse => Value::TrueFalse(self.flags[1]),
            Type::Number => {
                let one = Decimal::ONE.units();
                Value::Number(Decimal::from_units(self.plain(one, &[one, one / 100, 1])?))
            }
            Type::DateTime => {
                let [day, minute] = [i128::from(DAY), i128::from(MINUTE)];
                let at = self.plain(SOME_DAY, &[day, minute, 1])?;
                Value::DateTime(Instant(i64::try_from(at).ok()?))
            }
        })
    }

    /// One in the ranges: `any` where all are, else the one nearest to an end, rather not
    /// below 0, that is a multiple of the first step of which there is one.
    fn plain(&self, any: i128, steps: &[i128]) -> Option<i128> {
        let mut found = self.ranges.iter().filter_map(|&(low, high)| match (low, high) {
            (i128::MIN, i128::MAX) => Some(any),
            (i128::MIN, high) => steps.iter().map(|step| high.div_euclid(*step) * step).next(),
            (low, high) => {
                let mut above =
                    steps.iter().map(|step| low.saturating_add(step - 1).div_euclid(*step) * step);
                above.find(|at| (low..=high).contains(at))
            }
        });
        let first = found.next()?;
        Some(if first < 0 { found.find(|at| *at >= 0).unwrap_or(first) } else { first })
    }

    fn text(&self) -> String {
        let not = match &self.texts {
            Texts::Of(texts) => return texts.iter().next().cloned().unwrap_or_default(),
            Texts::Without(not) => not,
        };
        let of = |wanted: TextTest| {
            let held = self.parts.iter().find_map(|(part, holds)| match part {
                Predicate::Text(test, texts) if *test == wanted && *holds => texts.first(),
                _ => None,
            });
            held.map(String::as_str).unwrap_or_default()
        };
        let [begin, inside, end] =
            [TextTest::BeginsWith, TextTest::Contains, TextTest::EndsWith].map(of);
        let made = |filler: &str| format!("{begin}{filler}{inside}{end}");
        let mut filler = String::new();
        while made(&filler).is_empty() || not.contains(&made(&filler)) {
            filler.push('x');
        }
        made(&filler)
    }
}

/// The first instant of 2026: a date of which nothing is asked.
const SOME_DAY: i128 = 1_767_225_600_000;
