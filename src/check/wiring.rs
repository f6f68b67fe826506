//! How journeys hang together through triggers: raised for nobody, never raised,
//! and raised in a circle.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::circle;
use crate::check::code::Code;
use crate::check::problem::Problem;
use crate::check::site::{Holder, Site, Spot};
use crate::check::usage::{Index, Role, Use};
use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::journey::JourneyState;
use crate::model::workspace::Workspace;

/// Checks what only several journeys and flows together can get wrong.
pub(super) fn check(workspace: &Workspace, index: &Index, found: &mut Vec<Problem>) {
    for (id, uses) in index.uses() {
        let Some(trigger) = workspace.triggers.get(&id) else { continue };
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
                found.push(Problem::new(code, site).text("trigger", &trigger.name));
            }
        }
    }
    loops(workspace, index, found);
}

/// Nobody enters a journey that is over, and nobody is in it. One that is completing
/// still has contacts inside, but begins for nobody.
fn is_over(one: &Use) -> bool {
    match one.state {
        Some(JourneyState::Completed | JourneyState::Stopped) => true,
        Some(JourneyState::Completing) => one.role == Role::Starts,
        _ => false,
    }
}

fn site_of(one: &Use) -> Option<Site> {
    Some(Site::in_journey(one.journey?, one.tile, Spot::Trigger(Holder::Own)))
}

/// Journeys that raise, and triggers that start journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Journey(JourneyId),
    Trigger(TriggerId),
}

fn loops(workspace: &Workspace, index: &Index, found: &mut Vec<Problem>) {
    let mut arrows: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
    let mut tiles: BTreeMap<(JourneyId, TriggerId), TileId> = BTreeMap::new();
    for (trigger, uses) in index.uses() {
        for one in uses.iter().filter(|one| !is_over(one)) {
            let (Some(journey), Some(tile)) = (one.journey, one.tile) else { continue };
            let (from, to) = match one.role {
                Role::Raised => (Node::Journey(journey), Node::Trigger(trigger)),
                Role::Starts => (Node::Trigger(trigger), Node::Journey(journey)),
                _ => continue,
            };
            arrows.entry(from).or_default().insert(to);
            if one.role == Role::Raised {
                tiles.entry((journey, trigger)).or_insert(tile);
            }
        }
    }
    for circle in circle::find(&arrows) {
        let journeys: Vec<JourneyId> = circle
            .iter()
            .filter_map(|node| match node {
                Node::Journey(id) => Some(*id),
                Node::Trigger(_) => None,
            })
            .collect();
        // The smallest node comes first, and journeys are smaller than triggers.
        let [Node::Journey(first), Node::Trigger(trigger), ..] = circle[..] else { continue };
        let tile = tiles.get(&(first, trigger)).copied();
        let name = |id: &JourneyId| {
            workspace.journeys.get(id).map_or_else(|| id.to_string(), |one| one.name.clone())
        };
        let names: Vec<String> = journeys.iter().chain([&first]).map(name).collect();
        let site = Site::in_journey(first, tile, Spot::Trigger(Holder::Own));
        found.push(Problem::new(Code::TriggerLoop, site).text("circle", names.join(" → ")));
    }
}
