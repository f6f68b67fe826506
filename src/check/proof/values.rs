//! The values that one source may have, given what has been asked of it so far.
//!
//! **Invariant:** a value that meets every question is never left out. What cannot be
//! told exactly (parts of texts, periods that move with the clock) only narrows where
//! two questions surely exclude each other.

use crate::model::collect;
use crate::model::condition::Source;
use crate::model::predicate::{DateTest, NumberTest, Predicate, TextTest};
use crate::model::sorted::SortedSet;
use crate::model::time::Instant;
use crate::model::value::Value;

/// A question to a source: what it asks, and whether it is to hold or not to hold.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::check) struct Atom {
    pub source: Source,
    pub predicate: Predicate,
    pub holds: bool,
}

/// The values that a source may have.
#[derive(Debug, Clone)]
pub(in crate::check) struct Values {
    /// Whether it may have none.
    pub(super) missing: bool,
    /// What it may have otherwise; nothing: it has no value at all.
    pub(super) given: Option<Given>,
}

/// What a value may be. Only what fits the source's type is ever narrowed.
#[derive(Debug, Clone)]
pub(super) struct Given {
    /// Numbers in ten-billionths, or instants in milliseconds: both ends are in.
    pub(super) ranges: Ranges,
    pub(super) flags: [bool; 2],
    pub(super) texts: Texts,
    /// What cannot be told by ranges and sets.
    pub(super) parts: Vec<(Predicate, bool)>,
}

pub(super) type Ranges = Vec<(i128, i128)>;

/// Folded texts, or ids of rows.
#[derive(Debug, Clone)]
pub(super) enum Texts {
    Of(SortedSet<String>),
    Without(SortedSet<String>),
}

impl Values {
    /// Any value, or none.
    pub fn any() -> Self {
        let given = Given {
            ranges: vec![(i128::MIN, i128::MAX)],
            flags: [true; 2],
            texts: Texts::Without(SortedSet::new()),
            parts: Vec::new(),
        };
        Self { missing: true, given: Some(given) }
    }

    /// One text, or none where it is empty.
    pub fn text(text: &str) -> Self {
        let mut values = Self::any();
        let is_empty = text.trim().is_empty();
        values.narrow(&Predicate::Empty, is_empty);
        if !is_empty {
            let texts = vec![crate::model::predicate::fold(text)];
            values.narrow(&Predicate::Text(TextTest::IsOneOf, texts), true);
        }
        values
    }

    /// Leaves those for which the question holds, or does not hold.
    pub fn narrow(&mut self, predicate: &Predicate, holds: bool) {
        let wants_none = match predicate {
            Predicate::Empty => holds,
            Predicate::NotEmpty => !holds,
            _ => {
                // A missing value meets no comparison (rule C1).
                self.missing &= !holds;
                if self.given.as_mut().is_some_and(|given| !given.narrow(predicate, holds)) {
                    self.given = None;
                }
                return;
            }
        };
        if wants_none {
            self.given = None;
        } else {
            self.missing = false;
        }
    }

    /// Whether no value is left, and not to have one is not possible either.
    pub fn is_nothing(&self) -> bool {
        !self.missing && self.given.is_none()
    }

    /// Whether every value that is left meets the question.
    pub fn all_meet(&self, predicate: &Predicate, holds: bool) -> bool {
        let mut others = self.clone();
        others.narrow(predicate, !holds);
        others.is_nothing()
    }
}

impl Given {
    /// Whether anything is left.
    fn narrow(&mut self, predicate: &Predicate, holds: bool) -> bool {
        match predicate {
            Predicate::Empty | Predicate::NotEmpty => true,
            Predicate::TrueFalse(wanted) => {
                self.flags[usize::from(*wanted != holds)] = false;
                self.flags != [false; 2]
            }
            Predicate::Number(NumberTest::Within(low, high)) => {
                self.range((low.units(), high.units()), holds)
            }
            Predicate::Number(NumberTest::Not(number)) => {
                self.range((number.units(), number.units()), !holds)
            }
            Predicate::DateTime(DateTest::Within(span)) => {
                // The last instant stands for "without end".
                let last = match span.end {
                    Instant(i64::MAX) => i128::MAX,
                    end => i128::from(end.0) - 1,
                };
                let first = match span.start {
                    Instant(i64::MIN) => i128::MIN,
                    start => i128::from(start.0),
                };
                self.range((first, last), holds)
            }
            Predicate::Text(TextTest::IsOneOf, texts) => self.among(texts, holds),
            Predicate::Text(TextTest::IsNot, texts) => self.among(texts, !holds),
            Predicate::Entity(id, same) => self.among(std::slice::from_ref(id), *same == holds),
            Predicate::Text(TextTest::DoesNotContain, texts) => {
                self.part(Predicate::Text(TextTest::Contains, texts.clone()), !holds)
            }
            Predicate::Text(..) | Predicate::DateTime(_) => self.part(predicate.clone(), holds),
        }
    }

    fn range(&mut self, (low, high): (i128, i128), holds: bool) -> bool {
        let cut = |&(from, to): &(i128, i128)| match holds {
            true => [Some((from.max(low), to.min(high))), None],
            false => [
                low.checked_sub(1).map(|end| (from, to.min(end))),
                high.checked_add(1).map(|start| (from.max(start), to)),
            ],
        };
        let pieces = self.ranges.iter().flat_map(cut).flatten();
        self.ranges = pieces.filter(|(from, to)| from <= to).collect();
        !self.ranges.is_empty()
    }

    fn among(&mut self, texts: &[String], holds: bool) -> bool {
        let asked = collect::set(texts.iter().cloned());
        self.texts = match (&self.texts, holds) {
            (Texts::Of(now), true) => Texts::Of(collect::set(now.intersection(&asked).cloned())),
            (Texts::Of(now), false) => Texts::Of(collect::set(now.difference(&asked).cloned())),
            (Texts::Without(now), true) => Texts::Of(collect::set(asked.difference(now).cloned())),
            (Texts::Without(now), false) => {
                Texts::Without(collect::set(now.iter().chain(&asked).cloned()))
            }
        };
        self.sift()
    }

    fn part(&mut self, predicate: Predicate, holds: bool) -> bool {
        let against = |(known, known_holds): &(Predicate, bool)| match (known_holds, holds) {
            (true, true) => exclude(known, &predicate),
            (true, false) => implies(known, &predicate),
            (false, true) => implies(&predicate, known),
            (false, false) => false,
        };
        let contradicts = self.parts.iter().any(against);
        self.parts.push((predicate, holds));
        !contradicts && self.sift()
    }

    /// Of a list of texts, leaves those that meet what is asked of their parts.
    fn sift(&mut self) -> bool {
        let Texts::Of(texts) = &mut self.texts else { return true };
        let parts = &self.parts;
        texts.retain(|text| {
            let value = Value::Text(text.clone());
            parts.iter().all(|(predicate, holds)| match predicate {
                Predicate::Text(..) => predicate.holds(Some(&value), Instant(0)) == *holds,
                _ => true,
            })
        });
        !texts.is_empty()
    }
}

/// Whether what meets `one` surely meets `other`.
fn implies(one: &Predicate, other: &Predicate) -> bool {
    let each = |ones: &[String], others: &[String], is_in: fn(&str, &str) -> bool| {
        ones.iter().all(|one| others.iter().any(|other| is_in(one, other)))
    };
    match (one, other) {
        (Predicate::Text(first, ones), Predicate::Text(second, others)) => match (first, second) {
            (TextTest::BeginsWith, TextTest::BeginsWith) => {
                each(ones, others, |one, other| one.starts_with(other))
            }
            (TextTest::EndsWith, TextTest::EndsWith) => {
                each(ones, others, |one, other| one.ends_with(other))
            }
            (_, TextTest::Contains) => each(ones, others, |one, other| one.contains(other)),
            _ => false,
        },
        (Predicate::DateTime(DateTest::Last(one)), Predicate::DateTime(DateTest::Last(other)))
        | (Predicate::DateTime(DateTest::Next(one)), Predicate::DateTime(DateTest::Next(other))) => {
            one <= other
        }
        (one, other) => one == other,
    }
}

/// Whether nothing can meet both.
fn exclude(one: &Predicate, other: &Predicate) -> bool {
    let apart = |ones: &[String], others: &[String], is_in: fn(&str, &str) -> bool| {
        ones.iter().all(|one| others.iter().all(|other| !is_in(one, other) && !is_in(other, one)))
    };
    match (one, other) {
        (
            Predicate::Text(TextTest::BeginsWith, ones),
            Predicate::Text(TextTest::BeginsWith, others),
        ) => apart(ones, others, |one, other| one.starts_with(other)),
        (
            Predicate::Text(TextTest::EndsWith, ones),
            Predicate::Text(TextTest::EndsWith, others),
        ) => apart(ones, others, |one, other| one.ends_with(other)),
        (
            Predicate::DateTime(DateTest::SameDay(Some(one), zone)),
            Predicate::DateTime(DateTest::SameDay(Some(other), other_zone)),
        ) => zone == other_zone && (one.month(), one.day()) != (other.month(), other.day()),
        _ => false,
    }
}
