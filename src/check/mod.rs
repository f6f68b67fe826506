//! The checker: everything that is wrong or odd in a workspace, as data.
//!
//! Checking never changes anything and never blocks editing. [`check()`] gives all
//! findings in document order; the same list feeds badges, messages beside a
//! setting, and the Problems pane. The picker ([`offer()`]) and "Used in"
//! ([`usage()`](usage::usage)) ask the same functions, so they cannot disagree.
//!
//! It does not run anything: what depends on contacts' values is the engine's.

mod behaviour;
pub mod chain;
mod checker;
mod circle;
pub mod code;
mod condition;
mod context;
pub mod describe;
mod edited;
mod ending;
pub mod fix;
mod flow;
mod flow_offer;
mod journey;
mod known;
mod limits;
pub mod links;
mod mapping;
mod message;
mod names;
pub mod offer;
mod part;
mod path;
pub mod problem;
mod proof;
pub mod propose;
pub mod reaction;
mod records;
mod scenarios;
pub mod scope;
mod seen;
mod segments;
pub mod site;
mod split;
mod spread;
mod tables;
pub mod term;
#[cfg(test)]
mod tests;
pub mod usage;
mod waits;
mod walk;
mod way;
mod wiring;

pub use checker::{Checker, Findings};
pub use code::{Code, Severity};
pub use describe::{Described, Group, Label, describe, describe_field};
pub use ending::{Silenced, ending};
pub use fix::{Fix, apply};
pub use flow::column_of;
pub use flow_offer::{FlowCandidate, FlowOffer, label as flow_label, offer_in_flow};
pub use offer::{
    Candidate, EmptyReason, HiddenReason, Offer, Wanted, messages, offer, offer_fields,
};
pub use problem::{Arg, Problem};
pub use proof::{Witness, witness};
pub use scope::{At, Reach, Scope};
pub use site::{Holder, RowPart, RowPath, Site, Spot, Subject};
pub use usage::{Example, Index, Role, Use, usage};

use crate::model::workspace::Workspace;

/// Everything that there is to say about a workspace, in document order: by record,
/// in a journey its settings first, then tiles in reading order. Whoever checks after
/// each edit keeps a [`Checker`].
pub fn check(workspace: &Workspace) -> Vec<Problem> {
    Checker::new(workspace).findings().to_vec()
}
