//! How journeys hang together through triggers: raised for nobody, never raised,
//! and raised in a circle.

use crate::check::circle;
use crate::check::code::Code;
use crate::check::links::{self, Node, is_over};
use crate::check::problem::Problem;
use crate::check::site::{Holder, Site, Spot};
use crate::check::usage::{Index, Role, Use};
use crate::model::id::{JourneyId, TriggerId};
use crate::model::workspace::Workspace;

/// Checks who raises a trigger for whom.
pub(super) fn check(
    workspace: &Workspace,
    index: &Index,
    trigger: TriggerId,
    found: &mut Vec<Problem>,
) {
    let Some(known) = workspace.triggers.get(&trigger) else { return };
    let uses = index.usage(trigger);
    let in_use = || uses.iter().filter(|one| !is_over(one));
    let raised = in_use().any(|one| one.role == Role::Raised);
    let heard = in_use().any(|one| one.role != Role::Raised);
    for one in in_use() {
        let code = match one.role {
            Role::Raised if !heard => Code::NothingListens,
            Role::Starts if !raised => Code::OnlyFromOutside,
            _ => continue,
        };
        if let Some(site) = site_of(one) {
            found.push(Problem::new(code, site).trigger(known));
        }
    }
}

fn site_of(one: &Use) -> Option<Site> {
    Some(Site::in_journey(one.journey?, one.tile, Spot::Trigger(Holder::Own)))
}

/// Triggers that are raised in a circle.
pub(super) fn loops(workspace: &Workspace, index: &Index, found: &mut Vec<Problem>) {
    for circle in circle::find(&links::starting(index)) {
        let journeys: Vec<JourneyId> = circle
            .iter()
            .filter_map(|node| match node {
                Node::Journey(id) => Some(*id),
                Node::Trigger(_) | Node::Flow(_) => None,
            })
            .collect();
        // The smallest node comes first, and journeys are smaller than triggers.
        let [Node::Journey(first), Node::Trigger(trigger), ..] = circle[..] else { continue };
        let raises =
            |one: &&Use| one.role == Role::Raised && one.journey == Some(first) && !is_over(one);
        let tile = index.usage(trigger).iter().find(raises).and_then(|one| one.tile);
        let name = |id: &JourneyId| {
            workspace.journeys.get(id).map_or_else(|| id.to_string(), |one| one.name.clone())
        };
        let names: Vec<String> = journeys.iter().chain([&first]).map(name).collect();
        let site = Site::in_journey(first, tile, Spot::Trigger(Holder::Own));
        found.push(Problem::new(Code::TriggerLoop, site).text("circle", names.join(" → ")));
    }
}
