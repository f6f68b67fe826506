//! What holds for every contact that comes to a place, as a list that shares its
//! beginning with those before it: so it can be kept for every tile.

use std::rc::Rc;

use crate::check::proof::clause::Clause;
use crate::model::id::TileId;

/// From where a fact is known. In one journey at one time, facts of one origin are one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    /// The tile whose condition it is; none: the Entry.
    pub tile: Option<TileId>,
    /// Which of its conditions, and whether that holds or does not.
    pub branch: usize,
    pub holds: bool,
    /// Which part of the condition.
    pub part: usize,
}

/// Something that holds for every contact that comes to a place.
#[derive(Debug, PartialEq)]
pub(super) struct Fact {
    pub clause: Clause,
    pub origin: Origin,
}

/// Facts, the last one first to be seen. A clone costs nothing.
#[derive(Debug, Clone, Default)]
pub(in crate::check) struct Facts(Option<Rc<Node>>);

#[derive(Debug)]
struct Node {
    fact: Rc<Fact>,
    before: Facts,
    count: usize,
}

impl Facts {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |node| node.count)
    }

    /// All of them, as they were learnt.
    pub(super) fn list(&self) -> Vec<&Rc<Fact>> {
        let mut found: Vec<&Rc<Fact>> = self.nodes().map(|node| &node.fact).collect();
        found.reverse();
        found
    }

    /// Whether something of that origin is known.
    pub(super) fn know(&self, origin: Origin) -> bool {
        self.nodes().any(|node| node.fact.origin == origin)
    }

    /// With one more.
    pub(super) fn with(&self, fact: Rc<Fact>) -> Self {
        Self(Some(Rc::new(Node { fact, before: self.clone(), count: self.len() + 1 })))
    }

    /// With what else is known: that a condition holds, or does not.
    pub(super) fn learning(&self, known: Option<Vec<Clause>>, origin: Origin) -> Self {
        let clauses = known.into_iter().flatten().enumerate();
        clauses.fold(self.clone(), |facts, (part, clause)| {
            facts.with(Rc::new(Fact { clause, origin: Origin { part, ..origin } }))
        })
    }

    /// Those of them; the list itself where it is all of them.
    pub(super) fn only(&self, keep: impl Fn(&Fact) -> bool) -> Self {
        let kept: Vec<_> = self.list().into_iter().filter(|fact| keep(fact)).collect();
        if kept.len() == self.len() {
            return self.clone();
        }
        kept.into_iter().fold(Self::default(), |facts, fact| facts.with(fact.clone()))
    }

    /// Whether both say the same.
    pub(super) fn say_the_same(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.nodes().zip(other.nodes()).all(|(one, other)| one.fact == other.fact)
    }

    /// Whether nothing was learnt or forgotten between the two, and nothing looked at anew.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    fn nodes(&self) -> impl Iterator<Item = &Rc<Node>> {
        std::iter::successors(self.0.as_ref(), |node| node.before.0.as_ref())
    }
}

impl Drop for Node {
    /// One after the other: a list may be longer than the stack is deep.
    fn drop(&mut self) {
        let mut next = self.before.0.take();
        while let Some(mut node) = next.and_then(|node| Rc::try_unwrap(node).ok()) {
            next = node.before.0.take();
        }
    }
}
