//! The rules of a run, each pinned by small workspaces that are built in code.
//!
//! A name begins with the rule: T time, A one activation, B behaviour, C conditions, M mappings.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

mod activation;
mod behaviour;
mod binding;
mod conditions;
mod dates;
mod errors;
mod handoff;
mod messages;
mod order;
mod references;
mod repeat;
mod schedule;
mod segments;
mod sending;
mod stage;
mod time;
mod world;
