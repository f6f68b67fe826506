//! Which layer everything stands in: at the right of all that leads to it.

use crate::layout::map::MapNode;

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
    for (link, &(from, _)) in links.iter().enumerate() {
        to[from].push(link);
    }
    let back = closing(nodes.len(), links, &to);
    let forward = |link: usize| {
        let (from, to) = links[link];
        if back[link] { (to, from) } else { (from, to) }
    };
    let ends: Vec<(usize, usize)> = (0..links.len()).map(forward).collect();
    let mut layer_of = longest(nodes.len(), &ends);
    tighten(&mut layer_of, &ends);
    let deepest = layer_of.iter().copied().max().unwrap_or_default();
    let inner = (0..nodes.len()).filter(|&at| !nodes[at].at_edge).map(|at| layer_of[at]).max();
    let edge = inner.map_or(deepest, |inner| deepest.max(inner + 1));
    for (at, node) in nodes.iter().enumerate() {
        if node.at_edge {
            layer_of[at] = edge;
        }
    }
    let mut is_alone = vec![true; nodes.len()];
    for &(from, to) in links {
        (is_alone[from], is_alone[to]) = (false, false);
    }
    bend(layer_of, &ends, &back, is_alone)
}

/// The links that close a circle, as a search in depth comes to them.
fn closing(count: usize, links: &[(usize, usize)], to: &[Vec<usize>]) -> Vec<bool> {
    let mut back = vec![false; links.len()];
    // 0: not seen, 1: on the way, 2: done.
    let mut seen = vec![0_u8; count];
    for root in 0..count {
        if seen[root] > 0 {
            continue;
        }
        seen[root] = 1;
        let mut way = vec![(root, 0)];
        while let Some((node, next)) = way.last_mut() {
            let Some(&link) = to[*node].get(*next) else {
                seen[*node] = 2;
                way.pop();
                continue;
            };
            *next += 1;
            let end = links[link].1;
            match seen[end] {
                0 => {
                    seen[end] = 1;
                    way.push((end, 0));
                }
                1 => back[link] = true,
                _ => {}
            }
        }
    }
    back
}

/// The length of the longest way to each node.
fn longest(count: usize, ends: &[(usize, usize)]) -> Vec<usize> {
    let mut open = vec![0_usize; count];
    let mut to = vec![Vec::new(); count];
    for &(from, end) in ends {
        open[end] += 1;
        to[from].push(end);
    }
    let mut layer_of = vec![0; count];
    let mut ready: Vec<usize> = (0..count).filter(|&at| open[at] == 0).collect();
    while let Some(at) = ready.pop() {
        for &end in &to[at] {
            layer_of[end] = layer_of[end].max(layer_of[at] + 1);
            open[end] -= 1;
            if open[end] == 0 {
                ready.push(end);
            }
        }
    }
    layer_of
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
fn bend(
    mut layer_of: Vec<usize>,
    ends: &[(usize, usize)],
    back: &[bool],
    is_alone: Vec<bool>,
) -> Layered {
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let mut ways = Vec::new();
    for (&(from, to), &reversed) in ends.iter().zip(back) {
        let mut through = Vec::new();
        let mut last = from;
        for layer in layer_of[from] + 1..layer_of[to] {
            layer_of.push(layer);
            let bend = layer_of.len() - 1;
            steps.push((last, bend));
            through.push(bend);
            last = bend;
        }
        steps.push((last, to));
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
