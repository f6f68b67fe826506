//! How things hang together: where a trigger, a field or an attribute is used, what
//! happens if a trigger is raised, and what follows from that.

mod chain;
pub mod places;
pub mod reactions;
pub mod used_in;
