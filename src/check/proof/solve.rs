//! Whether clauses can hold together, for some value of each source.
//!
//! **Invariant:** when it is said that they cannot, no values meet them. Sources are
//! taken to be independent of one another, and a search that takes too long ends in
//! "they may": so the reverse is not promised, but it holds where every row is about
//! ranges of numbers and dates, sets of texts, true and false, or emptiness.

use crate::check::proof::clause::Clause;
use crate::check::proof::values::{Atom, Values};
use crate::model::condition::{JourneyProperty, Source};
use crate::model::journey::Journey;
use crate::model::sorted::SortedMap;

/// How many questions are asked before the search ends.
const MOST_QUESTIONS: usize = 20_000;

/// What is known of sources before anything is asked.
#[derive(Debug, Clone)]
pub(in crate::check) struct Known {
    name: Values,
    id: Values,
}

impl Known {
    /// What a journey tells about itself does not change.
    pub fn of(journey: &Journey) -> Self {
        let id = Values::text(&journey.id.to_string());
        Self { name: Values::text(&journey.name), id }
    }

    /// Whether the clauses surely cannot hold together.
    pub fn excludes<'a>(&self, clauses: impl IntoIterator<Item = &'a Clause>) -> bool {
        self.model(clauses).is_none()
    }

    /// What is left of each source that is asked when the clauses hold together, in one of
    /// the ways in which they may; `None` where they surely cannot.
    pub fn model<'a>(&self, clauses: impl IntoIterator<Item = &'a Clause>) -> Option<State> {
        let mut search = Search { known: self, questions: 0 };
        search.may_hold(State::new(), clauses.into_iter().collect())
    }

    /// Of clauses that exclude what is `fixed`, as few as still do, rather the first.
    pub fn core<T: Copy>(&self, fixed: &[Clause], mut others: Vec<(&Clause, T)>) -> Vec<T> {
        for at in (0..others.len()).rev() {
            let left_out = others.remove(at);
            if !self.excludes(fixed.iter().chain(others.iter().map(|(clause, _)| *clause))) {
                others.insert(at, left_out);
            }
        }
        others.into_iter().map(|(_, tag)| tag).collect()
    }

    fn start(&self, source: Source) -> Values {
        match source {
            Source::Journey(JourneyProperty::Name) => self.name.clone(),
            Source::Journey(JourneyProperty::Id) => self.id.clone(),
            _ => Values::any(),
        }
    }
}

struct Search<'k> {
    known: &'k Known,
    questions: usize,
}

pub(in crate::check) type State = SortedMap<Source, Values>;

impl Search<'_> {
    fn may_hold(&mut self, mut state: State, mut clauses: Vec<&Clause>) -> Option<State> {
        loop {
            if self.questions > MOST_QUESTIONS {
                return Some(state);
            }
            let before = clauses.len();
            let mut open = Vec::with_capacity(before);
            for clause in clauses {
                match self.look_at(&state, clause) {
                    Look::Holds => {}
                    Look::Never => return None,
                    Look::Only(alternative) => self.narrow(&mut state, alternative),
                    Look::Open(count) => open.push((count, clause)),
                }
            }
            if open.len() < before {
                clauses = open.into_iter().map(|(_, clause)| clause).collect();
                continue;
            }
            let Some(&(_, next)) = open.iter().min_by_key(|(count, _)| *count) else {
                return Some(state);
            };
            let rest: Vec<&Clause> = open
                .into_iter()
                .map(|(_, clause)| clause)
                .filter(|clause| !std::ptr::eq(*clause, next))
                .collect();
            return next.iter().find_map(|alternative| {
                let mut state = state.clone();
                self.questions += alternative.len();
                self.narrow(&mut state, alternative);
                match is_possible(&state, alternative) {
                    true => self.may_hold(state, rest.clone()),
                    false => None,
                }
            });
        }
    }

    fn look_at<'a>(&mut self, state: &State, clause: &'a Clause) -> Look<'a> {
        let mut possible = Vec::new();
        for alternative in clause {
            self.questions += alternative.len();
            if alternative.iter().all(|atom| self.holds_anyway(state, atom)) {
                return Look::Holds;
            }
            if self.can_join(state, alternative) {
                possible.push(alternative);
            }
        }
        match possible.as_slice() {
            [] => Look::Never,
            [only] => Look::Only(only),
            more => Look::Open(more.len()),
        }
    }

    fn narrow(&self, state: &mut State, atoms: &[Atom]) {
        for atom in atoms {
            let values = state.entry(atom.source).or_insert_with(|| self.known.start(atom.source));
            values.narrow(&atom.predicate, atom.holds);
        }
    }

    fn can_join(&self, state: &State, atoms: &[Atom]) -> bool {
        let mut joined = State::new();
        for atom in atoms {
            if let Some(now) = state.get(&atom.source) {
                joined.entry(atom.source).or_insert_with(|| now.clone());
            }
        }
        self.narrow(&mut joined, atoms);
        is_possible(&joined, atoms)
    }

    fn holds_anyway(&self, state: &State, atom: &Atom) -> bool {
        let is_known =
            state.contains_key(&atom.source) || matches!(atom.source, Source::Journey(_));
        is_known && {
            let now = state.get(&atom.source).cloned();
            let values = now.unwrap_or_else(|| self.known.start(atom.source));
            values.all_meet(&atom.predicate, atom.holds)
        }
    }
}

/// What a clause comes to.
enum Look<'a> {
    Holds,
    Never,
    Only(&'a [Atom]),
    Open(usize),
}

fn is_possible(state: &State, atoms: &[Atom]) -> bool {
    atoms.iter().all(|atom| state.get(&atom.source).is_none_or(|values| !values.is_nothing()))
}
