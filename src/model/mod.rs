//! The workspace as data: ids, types, values, records, and how they change.
//!
//! Everything else reads this layer; it reads nothing. It has no serialisation
//! (files are [`format`](crate::format)'s), no geometry and no clock.

pub mod audience;
pub mod behaviour;
pub mod binding;
pub mod change;
pub mod civil;
pub mod collect;
pub mod condition;
pub mod decimal;
pub mod diff;
pub mod distribution;
pub mod entry;
pub mod every;
pub mod flow;
pub mod history;
pub mod id;
pub mod journey;
pub mod note;
pub mod predicate;
pub mod renumber;
pub mod resolve;
pub mod scenario;
pub mod segment;
pub mod sorted;
pub mod table;
pub mod tile;
pub mod time;
pub mod tree;
pub mod trigger;
pub mod turns;
pub mod value;
pub mod version;
pub mod wait;
pub mod workspace;
pub mod zone;
