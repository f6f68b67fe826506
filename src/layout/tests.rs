//! The rules of the layout, over generated journeys.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::model::condition::Condition;
use crate::model::id::{BranchId, JourneyId};
use crate::model::journey::{Branch, Entry, Listener, Repeat, Sequence, Tile, TileKind, WaitOn};
use crate::model::note::Note;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::time::Duration;
use crate::model::tree::SequenceId;
use crate::model::wait::WaitUntil;

mod regions;

/// The shape of a tile; the ids follow from the reading order.
#[derive(Debug, Clone)]
enum Shape {
    Wait,
    Exit,
    IfThen(Vec<Shape>, Vec<Shape>),
    Attribute(Vec<Vec<Shape>>, Vec<Shape>),
}

fn shapes() -> impl Strategy<Value = Vec<Shape>> {
    let leaf = prop_oneof![4 => Just(Shape::Wait), 1 => Just(Shape::Exit)];
    let tile = leaf.prop_recursive(5, 300, 6, |inner| {
        let tiles = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            1 => Just(Shape::Wait),
            2 => (tiles(), tiles()).prop_map(|(yes, no)| Shape::IfThen(yes, no)),
            2 => (prop::collection::vec(tiles(), 1..5), tiles())
                .prop_map(|(branches, other)| Shape::Attribute(branches, other)),
        ]
    });
    prop::collection::vec(tile, 0..8)
}

fn built(shapes: &[Shape], next: &mut u32) -> Sequence {
    shapes.iter().map(|shape| tile(shape, next)).collect()
}

fn number(next: &mut u32) -> u32 {
    *next += 1;
    *next
}

fn tile(shape: &Shape, next: &mut u32) -> Arc<Tile> {
    let id = TileId(number(next));
    let kind = match shape {
        Shape::Wait => TileKind::Wait(WaitUntil::Duration(Duration::days(1))),
        Shape::Exit => TileKind::Exit,
        Shape::IfThen(yes, no) => TileKind::wait_for(
            WaitOn::default(),
            Duration::days(1),
            built(yes, next),
            built(no, next),
        ),
        Shape::Attribute(branches, other) => TileKind::AttributeBranch {
            branches: branches
                .iter()
                .map(|tiles| Branch {
                    id: BranchId(number(next)),
                    name: String::new(),
                    condition: Condition::default(),
                    tiles: built(tiles, next),
                })
                .collect(),
            other: built(other, next),
        },
    };
    // Some tiles have a card beside them.
    Arc::new(Tile {
        id,
        name: String::new(),
        kind,
        note: Note::new("N".into(), id.0 > 8 && id.0.is_multiple_of(3)),
    })
}

fn a_journey(shapes: &[Shape]) -> Journey {
    let mut next = 2;
    let mut entry = Entry::on(TileId(2), Listener::default(), Repeat::Never);
    entry.note = Note::new("N".into(), shapes.len() > 2);
    Journey { tiles: built(shapes, &mut next), ..Journey::new(JourneyId(1), "", entry) }
}

/// Every place where a tile can stand.
fn places(journey: &Journey) -> SortedSet<Place> {
    let mut found = SortedSet::new();
    let mut add = |sequence, length| {
        found.extend((0..=length).map(|index| Place { sequence, index }));
    };
    add(SequenceId::Root, journey.tiles.len());
    for tile in journey.all_tiles() {
        for (slot, tiles) in tile.branches() {
            add(SequenceId::Of(tile.id, slot), tiles.len());
        }
    }
    found
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn segments(drawing: &Drawing) -> Vec<(Point, Point)> {
    let paths = drawing.edges.iter().map(|edge| &edge.path);
    paths.flat_map(|path| path.windows(2).map(|pair| (pair[0], pair[1]))).collect()
}

/// Tiles, and the cards beside them.
fn boxes(drawing: &Drawing) -> impl Iterator<Item = Rect> {
    drawing.boxes.iter().flat_map(|tile| [Some(tile.rect), tile.card].into_iter().flatten())
}

/// The rectangle that a segment is, with a width or a height of 0.
fn thin((a, b): (Point, Point)) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

fn lies_on(segment: (Point, Point), at: Point) -> bool {
    let rect = thin(segment);
    rect.x <= at.x && at.x <= rect.right() && rect.y <= at.y && at.y <= rect.bottom()
}

fn contains(outer: &Rect, inner: &Rect) -> bool {
    outer.union(inner) == *outer
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn every_tile_has_one_box_in_reading_order(shapes in shapes()) {
        let journey = a_journey(&shapes);
        let drawn = super::journey(&journey);
        let drawn: Vec<TileId> = drawn.boxes.iter().map(|tile| tile.id).collect();
        let tiles = journey.all_tiles().into_iter().map(|tile| tile.id);
        let expected: Vec<TileId> = std::iter::once(journey.entry.id).chain(tiles).collect();
        prop_assert_eq!(drawn, expected);
    }

    #[test]
    fn every_place_has_exactly_one_plus(shapes in shapes()) {
        let journey = a_journey(&shapes);
        let drawn = super::journey(&journey);
        let pluses: SortedSet<Place> = drawn.pluses.iter().map(|plus| plus.place).collect();
        prop_assert_eq!(pluses.len(), drawn.pluses.len());
        prop_assert_eq!(pluses, places(&journey));
    }

    #[test]
    fn tiles_pluses_and_labels_do_not_overlap(shapes in shapes()) {
        let sizes = Sizes::default();
        let drawn = super::journey(&a_journey(&shapes));
        let mut rects: Vec<Rect> = boxes(&drawn).collect();
        rects.extend(drawn.pluses.iter().map(|plus| Rect::around(plus.at, sizes.plus, sizes.plus)));
        rects.extend(drawn.labels.iter().map(|label| Rect::around(label.at, sizes.label, 24.0)));
        for (index, a) in rects.iter().enumerate() {
            for b in &rects[..index] {
                prop_assert!(!overlap(a, b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn edges_run_straight_and_cross_no_tile(shapes in shapes()) {
        let drawn = super::journey(&a_journey(&shapes));
        for (a, b) in segments(&drawn) {
            prop_assert!((a.x == b.x) != (a.y == b.y), "{a:?} {b:?}");
            prop_assert!(a.y <= b.y, "an edge runs up: {a:?} {b:?}");
            for tile in boxes(&drawn) {
                prop_assert!(!overlap(&thin((a, b)), &tile), "{a:?} {b:?} {tile:?}");
            }
        }
    }

    #[test]
    fn a_reachable_plus_and_no_other_is_on_an_edge(shapes in shapes()) {
        let drawn = super::journey(&a_journey(&shapes));
        let segments = segments(&drawn);
        for plus in &drawn.pluses {
            let on = segments.iter().any(|segment| lies_on(*segment, plus.at));
            prop_assert_eq!(on, plus.reachable, "{:?}", plus);
        }
    }

    #[test]
    fn s2_the_journey_completes_below_unless_every_way_exits(shapes in shapes()) {
        fn passes(tiles: &Sequence) -> bool {
            tiles.iter().all(|tile| match &tile.kind {
                TileKind::Exit => false,
                kind => {
                    let ways = kind.sequences();
                    ways.is_empty() || ways.into_iter().any(passes)
                }
            })
        }
        let journey = a_journey(&shapes);
        let drawn = super::journey(&journey);
        prop_assert_eq!(drawn.ends.len(), usize::from(passes(&journey.tiles)));
        for end in &drawn.ends {
            let reached = drawn.edges.iter().any(|edge| edge.path.last() == Some(&end.at));
            prop_assert!(reached);
        }
    }

    #[test]
    fn the_bounds_contain_everything(shapes in shapes()) {
        let drawn = super::journey(&a_journey(&shapes));
        let pluses = drawn.pluses.iter().map(|plus| Rect::around(plus.at, 24.0, 24.0));
        for rect in boxes(&drawn).chain(segments(&drawn).into_iter().map(thin)).chain(pluses) {
            prop_assert!(contains(&drawn.bounds, &rect), "{rect:?}");
        }
    }

    #[test]
    fn the_arrow_keys_reach_everything_that_is_shown(shapes in shapes(), every in 1_usize..5) {
        let journey = a_journey(&shapes);
        let folded = regions::folded(&journey, every);
        let drawing = Layout::of(&journey, &folded).whole();
        let mut seen = SortedSet::from([Stop::Entry]);
        let mut open = vec![Stop::Entry];
        while let Some(stop) = open.pop() {
            for direction in [Direction::Down, Direction::Right] {
                open.extend(neighbour(&journey, &folded, stop, direction).filter(|next| seen.insert(*next)));
            }
        }
        let boxes = drawing.boxes.iter().filter(|tile| tile.family != Family::Entry);
        let tiles = boxes.map(|tile| Stop::Tile(tile.id));
        let first = |fold: &Fold| Place { sequence: SequenceId::Of(fold.tile, fold.slot), index: 0 };
        let places = drawing.pluses.iter().map(|plus| plus.place);
        let pluses = places.chain(drawing.folds.iter().map(first)).map(Stop::Plus);
        let all: SortedSet<Stop> = tiles.chain(pluses).chain([Stop::Entry]).collect();
        prop_assert_eq!(seen, all);
    }

    #[test]
    fn up_leads_to_the_entry_from_everywhere(shapes in shapes()) {
        let journey = a_journey(&shapes);
        let limit = places(&journey).len() * 2;
        for place in places(&journey) {
            let mut stop = Stop::Plus(place);
            let mut steps = 0;
            while let Some(next) = neighbour(&journey, &Folded::new(), stop, Direction::Up) {
                stop = next;
                steps += 1;
                prop_assert!(steps <= limit, "walking in a circle from {place:?}");
            }
            prop_assert_eq!(stop, Stop::Entry);
        }
    }
}

/// A Wait, then If/then with an Exit on Yes and a Wait on No, then a Wait:
/// tiles 3, 4, 5, 6 and 7.
fn branching() -> Journey {
    let split = Shape::IfThen(vec![Shape::Exit], vec![Shape::Wait]);
    a_journey(&[Shape::Wait, split, Shape::Wait])
}

fn plus(owner: u32, slot: Slot, index: usize) -> Stop {
    Stop::Plus(Place { sequence: SequenceId::Of(TileId(owner), slot), index })
}

#[test]
fn branches_stand_side_by_side_under_their_tile() {
    let drawn = journey(&branching());
    let rects: SortedMap<u32, Rect> =
        drawn.boxes.iter().map(|tile| (tile.id.0, tile.rect)).collect();
    let middle = |id: u32| rects[&id].centre();
    assert_eq!(middle(2).x, 0.0);
    assert_eq!(middle(7).x, 0.0);
    assert_eq!(middle(5).x, -middle(6).x);
    assert!(middle(5).x < 0.0);
    assert_eq!(rects[&5].y, rects[&6].y);
    assert!(rects[&7].y > rects[&6].bottom());
    assert_eq!((rects[&5].width, rects[&5].height), (120.0, 40.0));
}

#[test]
fn a_branch_that_exits_does_not_join() {
    let drawn = journey(&branching());
    let leaves = |id: u32| drawn.edges.iter().filter(|edge| edge.from == Some(TileId(id))).count();
    assert_eq!((leaves(5), leaves(6)), (0, 1));
    let labels: Vec<Slot> = drawn.labels.iter().map(|label| label.slot).collect();
    assert_eq!(labels, [Slot::Yes, Slot::No]);
}

#[test]
fn nothing_leads_on_when_every_branch_exits() {
    let split = Shape::IfThen(vec![Shape::Exit], vec![Shape::Exit]);
    let drawn = journey(&a_journey(&[split, Shape::Wait]));
    let after = Place { sequence: SequenceId::Root, index: 1 };
    let plus = drawn.pluses.iter().find(|plus| plus.place == after).unwrap();
    assert!(!plus.reachable);
    assert!(drawn.ends.is_empty());
}

#[test]
fn the_arrow_keys_follow_the_flow() {
    let journey = branching();
    let go = |stop, direction| neighbour(&journey, &Folded::new(), stop, direction);
    let after_split = Stop::Plus(Place { sequence: SequenceId::Root, index: 2 });
    let (yes, exit) = (plus(4, Slot::Yes, 0), Stop::Tile(TileId(5)));
    assert_eq!(go(Stop::Tile(TileId(4)), Direction::Down), Some(yes));
    assert_eq!(go(yes, Direction::Down), Some(exit));
    assert_eq!(go(plus(4, Slot::Yes, 1), Direction::Down), Some(after_split));
    assert_eq!(go(exit, Direction::Right), Some(Stop::Tile(TileId(6))));
    assert_eq!(go(plus(4, Slot::No, 0), Direction::Left), Some(yes));
    assert_eq!(go(exit, Direction::Left), None);
    assert_eq!(go(yes, Direction::Up), Some(Stop::Tile(TileId(4))));
    assert_eq!(go(after_split, Direction::Up), Some(plus(4, Slot::Yes, 1)));
    assert_eq!(go(Stop::Entry, Direction::Up), None);
    assert_eq!(go(Stop::Tile(TileId(99)), Direction::Down), None);
}

#[test]
fn an_edge_becomes_a_path_with_round_corners() {
    let point = |x: f64, y: f64| Point { x, y };
    let path = vec![point(0.0, 0.0), point(0.0, 20.0), point(100.0, 20.0), point(100.0, 28.0)];
    let edge = Edge { path, from: None, slot: None };
    assert_eq!(path_d(&edge, 8.0), "M0 0L0 12Q0 20 8 20L96 20Q100 20 100 24L100 28");
}

#[test]
fn the_drawing_grows_with_the_tiles_only() {
    let parts = |count: usize| {
        let drawn = journey(&a_journey(&vec![Shape::IfThen(vec![], vec![Shape::Wait]); count]));
        drawn.boxes.len() + drawn.edges.len() + drawn.pluses.len() + drawn.labels.len()
    };
    assert_eq!(parts(1000) - parts(500), 10 * (parts(100) - parts(50)));
}
