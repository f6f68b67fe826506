//! How journeys hang together through triggers: raised for nobody, never raised,
//! and raised in a circle.

use crate::check::circle;
use crate::check::code::Code;
use crate::check::links::{self, Node, is_over};
use crate::check::problem::Problem;
use crate::check::site::{Holder, Site, Spot};
use crate::check::usage::{Index, Role, Use};
use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::sorted::SortedMap;
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

fn site_of(one: &Use) -> Option<Site> {
    Some(Site::in_journey(one.journey?, one.tile, Spot::Trigger(Holder::Own)))
}

fn loops(workspace: &Workspace, index: &Index, found: &mut Vec<Problem>) {
    let mut tiles: SortedMap<(JourneyId, TriggerId), TileId> = SortedMap::new();
    for (trigger, uses) in index.uses() {
        let raised = uses.iter().filter(|one| one.role == Role::Raised && !is_over(one));
        for (journey, tile) in raised.filter_map(|one| one.journey.zip(one.tile)) {
            tiles.entry((journey, trigger)).or_insert(tile);
        }
    }
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
        let tile = tiles.get(&(first, trigger)).copied();
        let name = |id: &JourneyId| {
            workspace.journeys.get(id).map_or_else(|| id.to_string(), |one| one.name.clone())
        };
        let names: Vec<String> = journeys.iter().chain([&first]).map(name).collect();
        let site = Site::in_journey(first, tile, Spot::Trigger(Holder::Own));
        found.push(Problem::new(Code::TriggerLoop, site).text("circle", names.join(" → ")));
    }
}
