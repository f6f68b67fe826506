//! Running journeys on contacts (rules T1 to T5, A1 to A8, M4).
//!
//! A [`Plan`](plan::Plan) is a workspace compiled to flat arrays of indices; a
//! [`Dataset`](data::Dataset) holds contacts and what they do. Contacts do not
//! influence one another, so the run goes contact by contact and the results of
//! any division into ranges add up to the same [`Report`](report::Report).
//!
//! **Invariant:** no clock, no randomness, no order of a hash map: the same plan,
//! data and window give the same result everywhere (rule T2).
//!
//! Deliberately not here: files and text formats, progress, threads.

mod advance;
mod at;
mod behave;
mod bind;
pub mod builder;
pub mod cell;
mod chance;
mod compile;
mod condition;
mod counts;
pub mod data;
pub mod draw;
mod enter;
pub mod find;
pub mod flow;
pub mod judge;
pub mod keep;
mod live;
mod machine;
mod made_up;
mod names;
mod order;
pub mod own;
mod period;
pub mod plan;
mod react;
mod record;
pub mod report;
pub mod run;
mod schedule;
pub mod shard;
pub mod spread;
mod tables;
pub(crate) mod texts;
pub mod trace;
mod ways;
