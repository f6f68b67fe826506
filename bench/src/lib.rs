//! Workload S: a fixed simulation of two journeys, to measure the engine beside a
//! program that was written by hand for these two journeys alone.
//!
//! [`workload`](parcours::examples::workload) makes the contacts, the same for everyone; [`by_hand`] is the
//! yardstick; [`by_engine`] runs `data/workload-s.json` in the engine and turns its
//! report into the same [`Outcome`](outcome::Outcome). README.md describes the
//! workload; what must come out for 18 edge cases and for 10,000 contacts stands in
//! `data/`.
//!
//! **Invariant:** both programs give the same outcome, to the checksum over where
//! and when each contact ended. A figure of speed without that is worth nothing.

#[path = "../../tests/support/big.rs"]
#[allow(dead_code, missing_docs, reason = "tests share it, and ask for more")]
mod big;
pub mod by_engine;
pub mod by_hand;
pub mod check;
pub mod outcome;
#[cfg(target_arch = "wasm32")]
pub mod page;

/// The edge cases, as a file of contacts.
pub const CASES: &str = include_str!("../data/cases.csv");
/// What must come out for [`CASES`].
pub const EXPECTED_CASES: &str = include_str!("../data/expected-cases.json");
/// What must come out for the first 10,000 contacts.
pub const EXPECTED_10000: &str = include_str!("../data/expected-10000.json");
