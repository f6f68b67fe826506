//! Running simulations beside the page: what the page and the workers say to each
//! other, and the page's end.
//!
//! **Invariant:** the page never reads a row and never runs a contact; all of that
//! happens in [`worker`](crate::web::worker).

mod gather;
mod lane;
mod lists;
mod pool;
mod protocol;

pub use lane::Lane;
pub use pool::{Simulator, lanes_for};
pub use protocol::{
    ContactPage, ContactRow, Failure, FileReading, Issue, Loaded, Message, Query, Reply, Request,
    Source, Told,
};
