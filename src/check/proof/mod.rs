//! Proofs about conditions: what can never hold, and which branches are never taken.

mod branches;
mod clause;
mod solve;
mod values;

pub(super) use branches::check;
pub(super) use clause::clauses;
pub(super) use solve::Known;
