//! Running simulations beside the page: what the page and the workers say to each
//! other, and the page's end.
//!
//! **Invariant:** all reading of rows and running of contacts happens in
//! [`worker`](crate::web::worker); where no worker can be started, the page works with
//! the same code, a few milliseconds at a time.

mod gather;
mod in_page;
mod lane;
mod left_out;
mod lists;
mod pool;
mod protocol;

pub use lane::Lane;
pub use left_out::LeftOut;
pub use pool::{Simulator, asked_workers, lanes_for};
pub use protocol::{
    ContactPage, ContactRow, Failure, FileReading, Issue, Loaded, Message, Query, Reply, Request,
    Source, Told,
};
