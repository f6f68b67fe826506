//! Conditions that no value can meet: rows under "all of" that ask one source for
//! things that exclude each other.
//!
//! **Invariant:** what is found here can never hold. The reverse is not promised:
//! periods that move with the clock and parts of texts are left aside.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::site::RowPath;
use crate::model::collect;
use crate::model::condition::{Condition, Item, Join, Source};
use crate::model::decimal::Decimal;
use crate::model::predicate::{DateTest, NumberTest, Predicate, TextTest};
use crate::model::time::Instant;

/// What a row asks of a source.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub source: Source,
    pub predicate: Predicate,
}

/// The source that is asked for the impossible, if the condition can never hold.
/// `rows` are all its rows, in order.
pub(super) fn find(condition: &Condition, rows: &[(RowPath, Question)]) -> Option<Source> {
    let group = |at: usize| match condition.items.get(at) {
        Some(Item::Group(join, _)) => *join,
        Some(Item::Row(_)) | None => Join::All,
    };
    match condition.join {
        // Whatever stands under "all of", in groups too, must hold together.
        Join::All => {
            let together = rows.iter().filter(|(path, _)| group(path.item) == Join::All);
            contradiction(together.map(|(_, asked)| asked))
        }
        // Every item by itself must be impossible. Groups without rows do not count.
        Join::Any => {
            let mut first = None;
            for item in rows.chunk_by(|(one, _), (other, _)| one.item == other.item) {
                if item.first().is_some_and(|(path, _)| group(path.item) == Join::Any) {
                    return None;
                }
                let source = contradiction(item.iter().map(|(_, asked)| asked))?;
                first = first.or(Some(source));
            }
            first
        }
    }
}

/// The source for which the questions exclude each other.
fn contradiction<'a>(questions: impl Iterator<Item = &'a Question>) -> Option<Source> {
    let mut sets: BTreeMap<Source, Allowed> = BTreeMap::new();
    for question in questions {
        sets.entry(question.source).or_default().narrow(&question.predicate);
    }
    sets.into_iter().find(|(_, allowed)| allowed.is_nothing()).map(|(source, _)| source)
}

/// The values that a source may have to meet every question so far.
#[derive(Default)]
struct Allowed {
    /// Some question wants no value; some question wants one.
    empty: bool,
    given: bool,
    /// Both ends are included.
    numbers: Option<(Decimal, Decimal)>,
    not_numbers: BTreeSet<Decimal>,
    instants: Option<Range<Instant>>,
    flags: BTreeSet<bool>,
    /// Folded texts, or ids of rows.
    texts: Option<BTreeSet<String>>,
    not_texts: BTreeSet<String>,
}

impl Allowed {
    fn narrow(&mut self, predicate: &Predicate) {
        self.given |= *predicate != Predicate::Empty;
        match predicate {
            Predicate::Empty => self.empty = true,
            Predicate::NotEmpty => {}
            Predicate::TrueFalse(wanted) => {
                self.flags.insert(*wanted);
            }
            Predicate::Number(NumberTest::Within(low, high)) => {
                let (from, to) = self.numbers.unwrap_or((*low, *high));
                self.numbers = Some((from.max(*low), to.min(*high)));
            }
            Predicate::Number(NumberTest::Not(number)) => {
                self.not_numbers.insert(*number);
            }
            Predicate::DateTime(DateTest::Within(span)) => {
                let so_far = self.instants.take().unwrap_or_else(|| span.clone());
                self.instants = Some(so_far.start.max(span.start)..so_far.end.min(span.end));
            }
            Predicate::Text(TextTest::IsOneOf, texts) => {
                self.only(collect::set(texts.iter().cloned()))
            }
            Predicate::Text(TextTest::IsNot, texts) => self.not_texts.extend(texts.iter().cloned()),
            Predicate::Entity(id, true) => self.only(collect::set([id.clone()])),
            Predicate::Entity(id, false) => {
                self.not_texts.insert(id.clone());
            }
            Predicate::Text(..) | Predicate::DateTime(_) => {}
        }
    }

    fn only(&mut self, texts: BTreeSet<String>) {
        self.texts = Some(match self.texts.take() {
            Some(so_far) => collect::set(so_far.intersection(&texts).cloned()),
            None => texts,
        });
    }

    fn is_nothing(&self) -> bool {
        let no_number = self.numbers.is_some_and(|(low, high)| {
            low > high || (low == high && self.not_numbers.contains(&low))
        });
        let no_instant = self.instants.as_ref().is_some_and(Range::is_empty);
        let no_text = self.texts.as_ref().is_some_and(|texts| texts.is_subset(&self.not_texts));
        (self.empty && self.given) || self.flags.len() > 1 || no_number || no_instant || no_text
    }
}
