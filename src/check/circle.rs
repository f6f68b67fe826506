//! Circles in a graph.

use crate::model::sorted::{SortedMap, SortedSet};

/// Circles of the graph, each beginning with its smallest node, no two of them with
/// a node in common. Wherever there is a circle, one is found in its neighbourhood:
/// when all that are found are cut, a second search finds what is left. The cost is
/// linear in nodes and arrows.
pub(super) fn find<N: Copy + Ord>(arrows: &SortedMap<N, SortedSet<N>>) -> Vec<Vec<N>> {
    let mut search =
        Search { arrows, way: Vec::new(), places: SortedMap::new(), found: Vec::new() };
    arrows.keys().for_each(|&root| search.from(root));
    search.found
}

/// Which part of the graph each node belongs to: two belong to the same when arrows lead
/// from each to the other. The cost is linear in nodes and arrows.
pub(super) fn parts<N: Copy + Ord>(arrows: &SortedMap<N, SortedSet<N>>) -> SortedMap<N, usize> {
    let mut back: SortedMap<N, SortedSet<N>> = SortedMap::new();
    for (&from, to) in arrows {
        for &to in to {
            back.entry(to).or_default().insert(from);
        }
    }
    let mut found = SortedMap::new();
    for (part, &root) in finished(arrows).iter().rev().enumerate() {
        let mut left = vec![root];
        while let Some(node) = left.pop() {
            if !found.contains_key(&node) {
                found.insert(node, part);
                left.extend(back.get(&node).into_iter().flatten());
            }
        }
    }
    found
}

/// All nodes, each after those to which arrows lead from it, circles aside.
fn finished<N: Copy + Ord>(arrows: &SortedMap<N, SortedSet<N>>) -> Vec<N> {
    let none = SortedSet::new();
    let to = |node| arrows.get(&node).unwrap_or(&none).iter();
    let (mut seen, mut done) = (SortedSet::new(), Vec::new());
    for &root in arrows.keys() {
        if !seen.insert(root) {
            continue;
        }
        let mut way = vec![(root, to(root))];
        while let Some((node, left)) = way.last_mut() {
            match left.next() {
                Some(&next) if seen.insert(next) => way.push((next, to(next))),
                Some(_) => {}
                None => {
                    done.push(*node);
                    way.pop();
                }
            }
        }
    }
    done
}

/// A search in depth, without recursion: a chain of journeys may be long.
struct Search<'a, N> {
    arrows: &'a SortedMap<N, SortedSet<N>>,
    /// The nodes from the root to here.
    way: Vec<Stop<'a, N>>,
    /// Where a node stands on the way; `None` when it is done with.
    places: SortedMap<N, Option<usize>>,
    found: Vec<Vec<N>>,
}

struct Stop<'a, N> {
    node: N,
    /// The arrows that are left to follow.
    left: std::slice::Iter<'a, N>,
    /// The way up to this length has nodes of circles; beyond it there are none.
    used: usize,
}

impl<N: Copy + Ord> Search<'_, N> {
    fn from(&mut self, root: N) {
        if !self.places.contains_key(&root) {
            self.enter(root);
        }
        while let Some(stop) = self.way.last_mut() {
            let node = stop.node;
            let Some(&next) = stop.left.next() else {
                self.places.insert(node, None);
                self.way.pop();
                continue;
            };
            match self.places.get(&next) {
                None => self.enter(next),
                Some(None) => {}
                Some(&Some(place)) => self.close(place),
            }
        }
    }

    fn enter(&mut self, node: N) {
        let Some(arrows) = self.arrows.get(&node) else {
            self.places.insert(node, None);
            return;
        };
        let used = self.way.last().map_or(0, |stop| stop.used);
        self.places.insert(node, Some(self.way.len()));
        self.way.push(Stop { node, left: arrows.iter(), used });
    }

    /// Takes the way from `place` on as a circle, unless an earlier one has nodes of it.
    fn close(&mut self, place: usize) {
        if self.way.last().is_some_and(|stop| stop.used > place) {
            return;
        }
        for (at, stop) in self.way.iter_mut().enumerate().skip(place) {
            stop.used = at + 1;
        }
        let circle: Vec<N> = self.way[place..].iter().map(|stop| stop.node).collect();
        self.found.push(smallest_first(&circle));
    }
}

fn smallest_first<N: Copy + Ord>(circle: &[N]) -> Vec<N> {
    let least = circle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    circle[least..].iter().chain(&circle[..least]).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(arrows: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let mut graph: SortedMap<u32, SortedSet<u32>> = SortedMap::new();
        for (from, to) in arrows {
            graph.entry(*from).or_default().insert(*to);
        }
        find(&graph)
    }

    #[test]
    fn a_circle_begins_with_its_smallest_node() {
        assert_eq!(circles(&[(5, 9), (9, 2), (2, 5)]), [vec![2, 5, 9]]);
        assert_eq!(circles(&[(4, 4)]), [vec![4]]);
        assert_eq!(circles(&[(1, 2), (2, 1), (2, 3), (3, 4), (4, 3)]), [vec![1, 2], vec![3, 4]]);
    }

    #[test]
    fn ways_that_meet_again_are_no_circle() {
        assert!(circles(&[(1, 2), (1, 3), (2, 4), (3, 4)]).is_empty());
    }

    #[test]
    fn parts_are_what_leads_to_each_other() {
        let mut graph: SortedMap<u32, SortedSet<u32>> = SortedMap::new();
        for (from, to) in [(1, 2), (2, 3), (3, 1), (2, 4), (4, 5), (5, 4), (5, 6), (7, 7)] {
            graph.entry(from).or_default().insert(to);
        }
        let parts = parts(&graph);
        let same = |one: u32, other: u32| parts[&one] == parts[&other];
        assert!(same(1, 2) && same(2, 3) && same(4, 5));
        assert!(!same(1, 4) && !same(5, 6) && !same(6, 7) && !same(1, 7));
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let chain: Vec<_> = (0..100_000).map(|at| (at, at + 1)).chain([(100_000, 0)]).collect();
        assert_eq!(circles(&chain)[0].len(), 100_001);
    }
}
