//! Proofs about conditions: what can never hold, and which branches are never taken.

mod asked;
mod branches;
mod clause;
mod example;
mod facts;
mod proven;
mod solve;
mod values;
mod witness;

pub(super) use branches::check;
pub(super) use clause::clauses;
pub(super) use proven::Proven;
pub(super) use solve::Known;
pub use witness::{Witness, witness};
