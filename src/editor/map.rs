//! The map of a workspace: all journeys, the triggers between them and the flows at the
//! edge, with their places and the lines between them.
//!
//! **Invariant:** there is a line for each arrow of [`links`](crate::check::links), and
//! each journey and flow has a box. Triggers that nothing uses are left out.

mod svg;

use std::fmt::Write as _;

use crate::check::Index;
use crate::check::links::{Arrow, Node, arrows};
use crate::layout::map::{MapNode, MapSizes, map};
use crate::layout::{Number, Point, Rect};
use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::JourneyState;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::workspace::Workspace;

pub use svg::{Look, svg};

/// A map as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Journeys, triggers, flows, each kind in document order.
    pub boxes: Vec<MapBox>,
    /// The lines between them.
    pub lines: Vec<MapLine>,
    /// Its width and height.
    pub size: (f64, f64),
}

/// A journey, a trigger or a flow.
#[derive(Debug, Clone, PartialEq)]
pub struct MapBox {
    /// What it is.
    pub node: Node,
    /// Its display name; may be empty.
    pub name: String,
    /// Which version of a journey it is, where there are several.
    pub version: Option<u32>,
    /// The state of a journey.
    pub state: Option<JourneyState>,
    /// Whether it reacts now; a trigger has no say in that.
    pub live: bool,
    /// Whether it is part of a loop.
    pub in_loop: bool,
    /// Where it stands.
    pub rect: Rect,
}

/// A line from one box to another.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLine {
    /// What it says.
    pub arrow: Arrow,
    /// The points through which it goes, level.
    pub path: Vec<Point>,
}

impl MapLine {
    /// The `d` attribute of its path: it runs level where it passes a point.
    pub fn d(&self) -> String {
        let mut d = String::new();
        for (at, point) in self.path.iter().enumerate() {
            let [x, y] = [point.x, point.y].map(Number);
            let written = match at.checked_sub(1).and_then(|before| self.path.get(before)) {
                None => write!(d, "M{x} {y}"),
                Some(before) => {
                    let half = Number((before.x + point.x) / 2.0);
                    write!(d, "C{half} {} {half} {y} {x} {y}", Number(before.y))
                }
            };
            // Writing into a string cannot fail.
            debug_assert!(written.is_ok());
        }
        d
    }
}

const JOURNEY: (f64, f64) = (200.0, 56.0);
const TRIGGER: (f64, f64) = (208.0, 34.0);
const FLOW: (f64, f64) = (200.0, 52.0);
const SIZES: MapSizes = MapSizes { across: 72.0, down: 20.0 };

/// The map of a workspace.
pub fn of(workspace: &Workspace, index: &Index) -> Map {
    let mut boxes = boxes(workspace, index);
    let places: SortedMap<Node, usize> =
        collect::map(boxes.iter().enumerate().map(|(at, one)| (one.node, at)));
    let ends = |arrow: &Arrow| Some((*places.get(&arrow.from)?, *places.get(&arrow.to)?));
    let arrows: Vec<(Arrow, (usize, usize))> =
        arrows(index).into_iter().filter_map(|one| ends(&one).map(|ends| (one, ends))).collect();
    for (arrow, (from, to)) in &arrows {
        for at in [*from, *to] {
            boxes[at].in_loop |= arrow.in_loop;
        }
    }
    let nodes: Vec<MapNode> = boxes.iter().map(|one| node(one.node)).collect();
    let links: Vec<(usize, usize)> = arrows.iter().map(|(_, ends)| *ends).collect();
    let drawn = map(&nodes, &links, SIZES);
    for (one, rect) in boxes.iter_mut().zip(drawn.boxes) {
        one.rect = rect;
    }
    let lines = arrows.into_iter().zip(drawn.links);
    let line = |((arrow, _), path): (_, Vec<Point>)| MapLine { arrow, path };
    let lines = lines.map(line).collect();
    Map { boxes, lines, size: drawn.size }
}

fn node(node: Node) -> MapNode {
    let (size, first) = match node {
        Node::Journey(_) => (JOURNEY, 1),
        Node::Trigger(_) => (TRIGGER, 0),
        Node::Flow(_) => (FLOW, 1),
    };
    MapNode { size, first, at_edge: matches!(node, Node::Flow(_)) }
}

fn boxes(workspace: &Workspace, index: &Index) -> Vec<MapBox> {
    let new = |node, name: &str, state, live| MapBox {
        node,
        name: name.to_owned(),
        version: None,
        state,
        live,
        in_loop: false,
        rect: Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 },
    };
    let replaced: SortedSet<JourneyId> =
        collect::set(workspace.journeys.values().filter_map(|one| one.version.replaces));
    let journeys = workspace.journeys.values().map(|one| {
        let is_one_of_several = one.version.number > 1 || replaced.contains(&one.id);
        MapBox {
            version: is_one_of_several.then_some(one.version.number),
            ..new(Node::Journey(one.id), &one.name, Some(one.state), one.state.is_live())
        }
    });
    let used = workspace.triggers.values().filter(|one| !index.usage(one.id).is_empty());
    let triggers = used.map(|one| new(Node::Trigger(one.id), &one.name, None, true));
    let here = &workspace.settings.environment;
    let flows = workspace
        .flows
        .values()
        .map(|one| new(Node::Flow(one.id), &one.name, None, one.on && one.environment == *here));
    journeys.chain(triggers).chain(flows).collect()
}
