//! How journeys and flows hang together through triggers: who raises what, and who
//! has to do with it. Loops are found on it, and the map draws it.
//!
//! **Invariant:** there is an arrow where there is a use, and none where there is not.

use crate::check::circle;
use crate::check::usage::{Index, Role, Use};
use crate::model::id::{FlowId, JourneyId, TriggerId};
use crate::model::journey::JourneyState;
use crate::model::sorted::{SortedMap, SortedSet};

/// What arrows lead from and to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A journey.
    Journey(JourneyId),
    /// A trigger.
    Trigger(TriggerId),
    /// A flow.
    Flow(FlowId),
}

/// A journey raises a trigger, or a trigger does something to a journey or a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrow {
    /// From where.
    pub from: Node,
    /// To where.
    pub to: Node,
    /// In which roles, each once, in their order.
    pub roles: SortedSet<Role>,
    /// Whether one of the uses is live.
    pub live: bool,
    /// Whether it is part of a loop: what it leads to starts the journey that it comes from.
    pub in_loop: bool,
}

type Graph = SortedMap<Node, SortedSet<Node>>;

/// All arrows, by where they come from and where they lead.
pub fn arrows(index: &Index) -> Vec<Arrow> {
    let mut found: SortedMap<(Node, Node), Arrow> = SortedMap::new();
    for (trigger, uses) in index.uses() {
        for one in uses {
            let Some((from, to)) = ends(trigger, one) else { continue };
            let new = Arrow { from, to, roles: SortedSet::new(), live: false, in_loop: false };
            let arrow = found.entry((from, to)).or_insert(new);
            arrow.roles.insert(one.role);
            arrow.live |= one.live;
        }
    }
    let graph = starting(index);
    let parts = circle::parts(&graph);
    let is_in_loop = |arrow: &Arrow| {
        let is_of_graph = graph.get(&arrow.from).is_some_and(|to| to.contains(&arrow.to));
        is_of_graph && parts.get(&arrow.from) == parts.get(&arrow.to)
    };
    let mark = |arrow: Arrow| Arrow { in_loop: is_in_loop(&arrow), ..arrow };
    found.into_values().map(mark).collect()
}

/// The arrows along which a run can go in a circle: a journey raises a trigger, a
/// trigger starts a journey. Journeys that are over have no part in it.
pub(super) fn starting(index: &Index) -> Graph {
    let mut graph = Graph::new();
    for (trigger, uses) in index.uses() {
        for one in uses.iter().filter(|one| is_on_the_way(one)) {
            if let Some((from, to)) = ends(trigger, one) {
                graph.entry(from).or_default().insert(to);
            }
        }
    }
    graph
}

/// Whether a circle may go along it.
pub(super) fn is_on_the_way(one: &Use) -> bool {
    matches!(one.role, Role::Raised | Role::Starts) && !is_over(one)
}

/// Nobody enters a journey that is over, and nobody is in it. One that is completing
/// still has contacts inside, but begins for nobody.
pub(super) fn is_over(one: &Use) -> bool {
    match one.state {
        Some(JourneyState::Completed | JourneyState::Stopped) => true,
        Some(JourneyState::Completing) => one.role == Role::Starts,
        _ => false,
    }
}

fn ends(trigger: TriggerId, one: &Use) -> Option<(Node, Node)> {
    let (trigger, user) = match (one.journey, one.flow) {
        (Some(journey), _) => (Node::Trigger(trigger), Node::Journey(journey)),
        (None, Some(flow)) => (Node::Trigger(trigger), Node::Flow(flow)),
        (None, None) => return None,
    };
    Some(if one.role == Role::Raised { (user, trigger) } else { (trigger, user) })
}
