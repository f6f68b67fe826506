//! The editor, driven through its commands without a browser.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "these are tests")]

mod behaviour;
mod driver;
mod journeys;
mod random;
mod records;
mod reshape;
mod scenarios;
mod segments;
mod several;
mod summaries;
mod versions;
