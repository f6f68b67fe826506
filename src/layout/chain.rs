//! A chain of steps as a tree from left to right: what a step leads to stands at its
//! right, the first beside it and the others below.
//!
//! **Invariant:** boxes never overlap, and no line crosses a box.

use crate::layout::{Point, Rect};

/// The sizes of a tree.
#[derive(Debug, Clone, Copy)]
pub struct TreeSizes {
    /// The width and height of a box.
    pub step: (f64, f64),
    /// Between boxes, to the right and downwards.
    pub gap: (f64, f64),
}

/// A tree as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// A box for each step, in their order.
    pub boxes: Vec<Rect>,
    /// For each step that another leads to, its place and the line that leads to it.
    pub lines: Vec<(usize, Vec<Point>)>,
    /// The width and height of all of it.
    pub size: (f64, f64),
}

/// Draws steps, each given by the step before it that leads to it and by how many steps
/// lead to it: in the order in which a tree is written down.
pub fn tree(steps: &[(Option<usize>, usize)], sizes: TreeSizes) -> Tree {
    let ((width, height), (right, down)) = (sizes.step, sizes.gap);
    let mut drawn = Tree { boxes: Vec::new(), lines: Vec::new(), size: (0.0, 0.0) };
    let mut row = 0_usize;
    for (at, &(parent, depth)) in steps.iter().enumerate() {
        // The first that a step leads to follows it at once, and stands beside it.
        if at > 0 && parent != Some(at - 1) {
            row += 1;
        }
        let (x, y) = (depth as f64 * (width + right), row as f64 * (height + down));
        drawn.boxes.push(Rect { x, y, width, height });
        let from = parent.and_then(|parent| drawn.boxes.get(parent)).copied();
        if let Some(from) = from {
            drawn.lines.push((at, line(from, x, y + height / 2.0, right)));
        }
        drawn.size = (drawn.size.0.max(x + width), drawn.size.1.max(y + height));
    }
    drawn
}

fn line(from: Rect, x: f64, y: f64, gap: f64) -> Vec<Point> {
    let start = Point { x: from.x + from.width, y: from.y + from.height / 2.0 };
    let end = Point { x, y };
    if start.y == end.y {
        return vec![start, end];
    }
    let turn = x - gap / 2.0;
    vec![start, Point { x: turn, y: start.y }, Point { x: turn, y: end.y }, end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: TreeSizes = TreeSizes { step: (100.0, 20.0), gap: (40.0, 10.0) };

    #[test]
    fn what_a_step_leads_to_stands_at_its_right() {
        let steps = [(None, 0), (Some(0), 1), (Some(1), 2), (Some(0), 1), (Some(3), 2)];
        let tree = tree(&steps, SIZES);
        let places: Vec<(f64, f64)> = tree.boxes.iter().map(|at| (at.x, at.y)).collect();
        let expected = [(0.0, 0.0), (140.0, 0.0), (280.0, 0.0), (140.0, 30.0), (280.0, 30.0)];
        assert_eq!(places, expected);
        assert_eq!(tree.size, (380.0, 50.0));
        assert_eq!(
            tree.lines[0],
            (1, vec![Point { x: 100.0, y: 10.0 }, Point { x: 140.0, y: 10.0 }])
        );
        let down = [(100.0, 10.0), (120.0, 10.0), (120.0, 40.0), (140.0, 40.0)];
        assert_eq!(tree.lines[2], (3, down.map(|(x, y)| Point { x, y }).to_vec()));
    }

    #[test]
    fn boxes_do_not_overlap_and_lines_turn_between_columns() {
        // Every third step goes back by one, every fifth to the first.
        let mut steps: Vec<(Option<usize>, usize)> = vec![(None, 0)];
        let mut way = vec![0];
        for at in 1..200 {
            let back = if at % 5 == 0 { way.len() - 1 } else { usize::from(at % 3 == 0) };
            way.truncate((way.len() - back).max(1));
            steps.push((way.last().copied(), way.len()));
            way.push(at);
        }
        let tree = tree(&steps, SIZES);
        for (at, one) in tree.boxes.iter().enumerate() {
            let apart = |other: &Rect| {
                one.x + one.width <= other.x
                    || other.x + other.width <= one.x
                    || one.y + one.height <= other.y
                    || other.y + other.height <= one.y
            };
            assert!(tree.boxes[at + 1..].iter().all(apart), "step {at}");
        }
        for (_, line) in &tree.lines {
            for turn in &line[1..line.len() - 1] {
                let column = turn.x % 140.0;
                assert!(column > 100.0, "{turn:?}");
            }
        }
    }
}
