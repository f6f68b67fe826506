//! Running simulations beside the page: what the page and the worker say to each
//! other, and the page's end.
//!
//! **Invariant:** the page never reads a row and never runs a contact; all of that
//! happens in [`worker`](crate::web::worker).

mod client;
mod protocol;

pub use client::Simulator;
pub use protocol::{
    ContactPage, ContactRow, Failure, FileReading, Issue, Loaded, Message, Query, Reply, Request,
    Source, Told,
};
