//! Files: what is written reads back, in one form only, and what is broken is
//! told with its place and cause.
#![allow(clippy::unwrap_used, reason = "a failed test says where")]

#[path = "format/broken.rs"]
mod broken;
#[path = "format/cloud_events.rs"]
mod cloud_events;
#[path = "format/definition.rs"]
mod definition;
#[path = "format/examples.rs"]
mod examples;
#[path = "format/fragment.rs"]
mod fragment;
#[path = "format/journey.rs"]
mod journey;
mod made;
#[path = "format/round_trip.rs"]
mod round_trip;
#[path = "format/schema.rs"]
mod schema;
mod support;
