//! The editor, driven through its commands without a browser.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "these are tests")]

mod behaviour;
#[path = "../support/big.rs"]
mod big;
mod checking;
mod commands;
mod driver;
mod ground;
mod journeys;
mod notes;
mod random;
mod records;
mod reshape;
mod scenarios;
mod segments;
mod several;
mod sharing;
mod summaries;
#[path = "../support/mod.rs"]
mod support;
mod versions;
mod view;
