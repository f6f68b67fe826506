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
mod circle;
pub mod code;
mod condition;
mod context;
pub mod describe;
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
mod path;
pub mod problem;
mod proof;
pub mod propose;
pub mod reaction;
mod records;
mod scenarios;
pub mod scope;
mod segments;
pub mod site;
mod split;
mod tables;
pub mod term;
#[cfg(test)]
mod tests;
pub mod usage;
mod waits;
mod walk;
mod way;
mod wiring;

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
pub use scope::{At, Reach, Scope};
pub use site::{Holder, RowPart, RowPath, Site, Spot, Subject};
pub use usage::{Example, Index, Role, Use, usage};

use crate::model::collect;
use crate::model::journey::Journey;
use crate::model::workspace::Workspace;

/// Everything that there is to say about a workspace, in document order: by record,
/// in a journey its settings first, then tiles in reading order. The cost is linear
/// in the size of the workspace.
pub fn check(workspace: &Workspace) -> Vec<Problem> {
    check_with(workspace, &Index::build(workspace))
}

/// As [`check`], by whoever has the index of the workspace already.
pub fn check_with(workspace: &Workspace, index: &Index) -> Vec<Problem> {
    let mut found = check_wiring(workspace, index);
    names::check(workspace, &mut found);
    tables::check(workspace, &mut found);
    records::check(workspace, &mut found);
    scenarios::check(workspace, &mut found);
    segments::check(workspace, &mut found);
    behaviour::check(workspace, index, &mut found);
    for journey in workspace.journeys.values() {
        found.extend(check_journey(workspace, journey));
    }
    sort(&mut found, index);
    found
}

/// What is wrong within one journey. It depends on that journey and on the triggers
/// and contact fields of the workspace, on no other journey.
pub fn check_journey(workspace: &Workspace, journey: &Journey) -> Vec<Problem> {
    let mut found = Vec::new();
    journey::check(workspace, journey, &mut found);
    found
}

/// What is wrong between journeys and flows: who raises what for whom.
pub fn check_wiring(workspace: &Workspace, index: &Index) -> Vec<Problem> {
    let mut found = Vec::new();
    wiring::check(workspace, index, &mut found);
    found
}

/// Puts findings into document order; those of one tile stay in the order in which they were found.
pub fn sort(found: &mut [Problem], index: &Index) {
    collect::sort_by_key(found, |problem| {
        let tile = problem.site.tile.map(|tile| index.position(tile));
        (problem.site.subject, tile, problem.site.spot != Spot::Name)
    });
}
