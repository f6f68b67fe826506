//! Which layer everything stands in: at the right of all that leads to it.

use crate::layout::map::MapNode;
use crate::model::collect;

/// Nodes in layers. Where a link passes a layer it has a bend there, which is counted on
/// from the nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layered {
    /// The layer of each node and bend.
    pub(super) layer_of: Vec<usize>,
    /// What each is linked with in the layer before.
    pub(super) before: Vec<Vec<usize>>,
    /// And in the layer after.
    pub(super) after: Vec<Vec<usize>>,
    /// Whether a node has no link.
    pub(super) is_alone: Vec<bool>,
    /// How each link runs.
    pub(super) ways: Vec<Way>,
}

/// How a link runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    /// Whether it runs from right to left.
    pub(super) reversed: bool,
    /// Its bends, from left to right.
    pub(super) through: Vec<usize>,
}

pub(super) fn layers(nodes: &[MapNode], links: &[(usize, usize)]) -> Layered {
    let mut to = vec![Vec::new(); nodes.len()];
    let mut from = vec![Vec::new(); nodes.len()];
    for &(start, end) in links {
        to[start].push(end);
        from[end].push(start);
    }
    let mut layer_of = depths(nodes, &to, &from);
    tighten(&mut layer_of, links);
    let inner = (0..nodes.len()).filter(|&at| !nodes[at].at_edge).map(|at| layer_of[at]).max();
    let edge = inner.map_or(0, |inner| inner + 1);
    for (at, node) in nodes.iter().enumerate() {
        if node.at_edge {
            layer_of[at] = edge;
        }
    }
    let is_alone = (0..nodes.len()).map(|at| to[at].is_empty() && from[at].is_empty()).collect();
    bend(layer_of, links, is_alone)
}

/// The layer of each node: of what is in no circle, as many links from the left as the
/// longest way has; within a circle, as many as the shortest way from where it is entered.
fn depths(nodes: &[MapNode], to: &[Vec<usize>], from: &[Vec<usize>]) -> Vec<usize> {
    let mut layer_of = vec![0; nodes.len()];
    let parts = parts(to, from);
    let mut part_of = vec![0; nodes.len()];
    for (part, members) in parts.iter().enumerate() {
        members.iter().for_each(|&at| part_of[at] = part);
    }
    for (part, members) in parts.iter().enumerate() {
        let before = |&at: &usize| {
            let outside = from[at].iter().filter(|&&other| part_of[other] != part);
            outside.map(|&other| layer_of[other] + 1).max()
        };
        let base = members.iter().filter_map(before).max().unwrap_or_default();
        let mut entered: Vec<usize> =
            members.iter().copied().filter(|at| before(at).is_some()).collect();
        if entered.is_empty() {
            entered.extend(members.first());
        }
        let mut seen: Vec<usize> = Vec::new();
        for at in entered {
            let first = nodes[at].first;
            let least = base.max(first);
            layer_of[at] = least + (least - first) % 2;
            seen.push(at);
        }
        collect::sort_by_key(&mut seen, |at| layer_of[*at]);
        let mut next = 0;
        while let Some(&at) = seen.get(next) {
            next += 1;
            for &end in to[at].iter().filter(|&&end| part_of[end] == part) {
                if !seen.contains(&end) {
                    layer_of[end] = layer_of[at] + 1;
                    seen.push(end);
                }
            }
        }
    }
    layer_of
}

/// The nodes in parts: two are in one part when links lead from each to the other. A part
/// comes after those that lead to it; within one, nodes are in their order.
fn parts(to: &[Vec<usize>], from: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut done = Vec::new();
    let mut seen = vec![false; to.len()];
    for root in 0..to.len() {
        if std::mem::replace(&mut seen[root], true) {
            continue;
        }
        let mut way = vec![(root, 0)];
        while let Some((node, next)) = way.last_mut() {
            let Some(&end) = to[*node].get(*next) else {
                done.push(*node);
                way.pop();
                continue;
            };
            *next += 1;
            if !std::mem::replace(&mut seen[end], true) {
                way.push((end, 0));
            }
        }
    }
    let mut found = Vec::new();
    for &root in done.iter().rev() {
        let mut part = Vec::new();
        let mut left = vec![root];
        while let Some(node) = left.pop() {
            if std::mem::replace(&mut seen[node], false) {
                part.push(node);
                left.extend(&from[node]);
            }
        }
        if !part.is_empty() {
            collect::sort_by_key(&mut part, |at| *at);
            found.push(part);
        }
    }
    found
}

/// What nothing leads to stands beside the first that it leads to.
fn tighten(layer_of: &mut [usize], ends: &[(usize, usize)]) {
    let mut is_source = vec![true; layer_of.len()];
    let mut nearest = vec![usize::MAX; layer_of.len()];
    for &(from, to) in ends {
        is_source[to] = false;
        nearest[from] = nearest[from].min(layer_of[to]);
    }
    for at in 0..layer_of.len() {
        if is_source[at] && nearest[at] != usize::MAX {
            layer_of[at] = nearest[at].saturating_sub(1);
        }
    }
}

/// Gives each link a bend in every layer that it passes.
fn bend(mut layer_of: Vec<usize>, links: &[(usize, usize)], is_alone: Vec<bool>) -> Layered {
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let mut ways = Vec::new();
    for &(start, end) in links {
        let reversed = layer_of[end] <= layer_of[start];
        let (from, to) = if reversed { (end, start) } else { (start, end) };
        let mut through = Vec::new();
        let mut last = from;
        for layer in layer_of[from] + 1..layer_of[to] {
            layer_of.push(layer);
            let bend = layer_of.len() - 1;
            steps.push((last, bend));
            through.push(bend);
            last = bend;
        }
        if layer_of[last] < layer_of[to] {
            steps.push((last, to));
        }
        ways.push(Way { reversed, through });
    }
    let (mut before, mut after) =
        (vec![Vec::new(); layer_of.len()], vec![Vec::new(); layer_of.len()]);
    for (from, to) in steps {
        after[from].push(to);
        before[to].push(from);
    }
    Layered { layer_of, before, after, is_alone, ways }
}
