//! The checker: everything that is wrong or odd in a workspace, as data.
//!
//! Checking never changes anything and never blocks editing. [`check()`] gives all
//! findings in document order; the same list feeds badges, messages beside a
//! setting, and the Problems pane. The picker ([`offer()`]) and "Used in"
//! ([`usage()`](usage::usage)) ask the same functions, so they cannot disagree.
//!
//! It does not run anything: what depends on contacts' values is the engine's.

pub mod code;
pub mod describe;
pub mod fix;
mod names;
pub mod offer;
pub mod problem;
pub mod scope;
pub mod site;
pub mod term;
pub mod usage;
mod walk;

pub use code::{Code, Severity};
pub use describe::{Described, Group, Label, describe};
pub use fix::{Fix, apply};
pub use offer::{Candidate, EmptyReason, HiddenReason, Offer, Wanted, offer};
pub use problem::{Arg, Problem};
pub use scope::{At, Reach, Scope};
pub use site::{Holder, RowPart, RowPath, Site, Spot, Subject};
pub use usage::{Index, Role, Use, usage};

use crate::model::workspace::Workspace;

/// Everything that there is to say about a workspace, in document order.
pub fn check(workspace: &Workspace) -> Vec<Problem> {
    let mut found = Vec::new();
    names::check(workspace, &mut found);
    found.sort_by_key(|problem| problem.site.subject);
    found
}
