//! What is found in a region, and layouts after edits, over generated journeys.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::*;
use crate::layout::measure::SequenceRoom;
use crate::layout::sample;

/// What of a drawing touches a region, by a look at all of it.
fn seen(drawing: &Drawing, region: Rect) -> Drawing {
    let Sizes { plus, label, .. } = Sizes::default();
    let dot = |at: &Point| Rect::around(*at, plus, plus).touches(&region);
    let wide = |at: &Point| Rect::around(*at, label, plus).touches(&region);
    let runs = |edge: &Edge| edge.path.windows(2).any(|ab| thin((ab[0], ab[1])).touches(&region));
    let mut seen = drawing.clone();
    let with_card = |tile: &TileBox| tile.card.map_or(tile.rect, |card| tile.rect.union(&card));
    seen.boxes.retain(|tile| with_card(tile).touches(&region));
    seen.edges.retain(runs);
    seen.pluses.retain(|plus| dot(&plus.at));
    seen.labels.retain(|label| wide(&label.at));
    seen.ends.retain(|end| dot(&end.at));
    seen.folds.retain(|fold| wide(&fold.at));
    seen
}

/// Folds every branch of which the number says so.
pub fn folded(journey: &Journey, every: usize) -> Folded {
    let tiles = journey.all_tiles().into_iter();
    let branches = tiles.flat_map(|tile| tile.slots().into_iter().map(|slot| (tile.id, slot)));
    branches.enumerate().filter(|(at, _)| every > 0 && at % every == 0).map(|(_, it)| it).collect()
}

/// An edit: what is done at which of the tiles.
#[derive(Debug, Clone)]
enum Edit {
    Insert(usize, Shape),
    Delete(usize),
    Move(usize, usize),
    Note(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let shape = shapes().prop_map(|shapes| shapes.into_iter().next().unwrap_or(Shape::Wait));
    let edit = prop_oneof![
        3 => (any::<usize>(), shape).prop_map(|(at, shape)| Edit::Insert(at, shape)),
        2 => any::<usize>().prop_map(Edit::Delete),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Edit::Move(from, to)),
        1 => any::<usize>().prop_map(Edit::Note),
    ];
    prop::collection::vec(edit, 1..12)
}

fn make(journey: &mut Journey, edit: &Edit, next: &mut u32) {
    let put = |journey: &mut Journey, at: usize, tile: Arc<Tile>| {
        let places: Vec<Place> = places(journey).into_iter().collect();
        let Place { sequence, index } = places[at % places.len()];
        journey.sequence_mut(sequence).unwrap().insert(index, tile);
    };
    let take = |journey: &mut Journey, at: usize| {
        let ids: Vec<TileId> = journey.all_tiles().iter().map(|tile| tile.id).collect();
        let id = *ids.get(at % ids.len().max(1))?;
        let Place { sequence, index } = journey.place_of(id)?;
        Some(journey.sequence_mut(sequence)?.remove(index))
    };
    match edit {
        Edit::Insert(at, shape) => put(journey, *at, tile(shape, next)),
        Edit::Note(at) => {
            let ids: Vec<TileId> = journey.all_tiles().iter().map(|tile| tile.id).collect();
            let note = match ids.get(at % (ids.len() + 1)) {
                Some(id) => &mut journey.tile_mut(*id).unwrap().note,
                None => &mut journey.entry.note,
            };
            note.card = !note.card;
        }
        Edit::Delete(at) => _ = take(journey, *at),
        Edit::Move(from, to) => {
            if let Some(tile) = take(journey, *from) {
                put(journey, *to, tile);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_is_found_in_a_region_is_what_a_look_at_everything_finds(
        shapes in shapes(),
        every in 0_usize..6,
        (x, y) in (-3000.0..3000.0, -500.0..4000.0),
        (width, height) in (0.0..3000.0, 0.0..3000.0),
    ) {
        let journey = a_journey(&shapes);
        let layout = Layout::of(&journey, &folded(&journey, every));
        let region = Rect { x, y, width, height };
        prop_assert_eq!(layout.within(region), seen(&layout.whole(), region));
    }

    #[test]
    fn a_layout_after_edits_is_that_from_scratch(shapes in shapes(), edits in edits(), every in 0_usize..6) {
        let mut journey = a_journey(&shapes);
        let mut next = 1_000_000;
        let mut layout = Layout::of(&journey, &folded(&journey, every));
        for (at, edit) in edits.iter().enumerate() {
            make(&mut journey, edit, &mut next);
            let folded = folded(&journey, if at % 3 == 0 { every } else { 0 });
            layout = layout.after(&journey, &folded);
            prop_assert_eq!(layout.whole(), Layout::of(&journey, &folded).whole());
        }
    }

    #[test]
    fn tiles_and_places_are_found_where_they_are_drawn(shapes in shapes(), every in 0_usize..6) {
        let journey = a_journey(&shapes);
        let layout = Layout::of(&journey, &folded(&journey, every));
        let drawing = layout.whole();
        let drawn: BTreeMap<TileId, Rect> =
            drawing.boxes.iter().map(|tile| (tile.id, tile.rect)).collect();
        for tile in journey.all_tiles() {
            prop_assert_eq!(layout.rect_of(tile.id), drawn.get(&tile.id).copied());
            prop_assert_eq!(layout.index().find(&journey, tile.id), Some(tile));
        }
        let pluses: BTreeMap<Place, Plus> =
            drawing.pluses.iter().map(|plus| (plus.place, *plus)).collect();
        for place in places(&journey) {
            prop_assert_eq!(layout.plus_at(place), pluses.get(&place).copied());
        }
    }

    #[test]
    fn the_bounds_are_no_larger_than_what_they_contain(shapes in shapes()) {
        let Sizes { plus, label, .. } = Sizes::default();
        let drawn = super::journey(&a_journey(&shapes));
        let pluses = drawn.pluses.iter().map(|found| Rect::around(found.at, plus, plus));
        let labels = drawn.labels.iter().map(|found| Rect::around(found.at, label, plus));
        let ends = drawn.ends.iter().map(|found| Rect::around(found.at, plus, plus));
        let edges = segments(&drawn).into_iter().map(thin);
        let all = boxes(&drawn).chain(pluses).chain(labels).chain(ends).chain(edges);
        prop_assert_eq!(all.reduce(|a, b| a.union(&b)), Some(drawn.bounds));
    }

    #[test]
    fn a_large_journey_is_drawn_by_the_same_rules(count in 1_usize..4000) {
        let drawn = super::journey(&sample::journey(count));
        prop_assert_eq!(drawn.boxes.len(), count);
        // Neighbours are looked for in squares that a tile fits into.
        let square = |at: f64| (at / 256.0).floor() as i64;
        let squares = |rect: &Rect| {
            let (from, to) = ((square(rect.x), square(rect.y)), (square(rect.right()), square(rect.bottom())));
            (from.0..=to.0).flat_map(move |x| (from.1..=to.1).map(move |y| (x, y)))
        };
        let mut near: BTreeMap<(i64, i64), Vec<Rect>> = BTreeMap::new();
        for TileBox { rect, .. } in &drawn.boxes {
            for square in squares(rect) {
                let others = near.entry(square).or_default();
                prop_assert!(!others.iter().any(|other| overlap(rect, other)), "{rect:?}");
                others.push(*rect);
            }
        }
        for segment in segments(&drawn).into_iter().map(thin) {
            for square in squares(&segment) {
                let crossed = near.get(&square).into_iter().flatten().any(|it| overlap(&segment, it));
                prop_assert!(!crossed, "{segment:?}");
            }
        }
    }
}

/// All rooms of a layout, by where they are in memory.
fn rooms(room: &std::sync::Arc<SequenceRoom>, found: &mut BTreeSet<*const SequenceRoom>) {
    found.insert(std::sync::Arc::as_ptr(room));
    for branch in room.tiles.iter().flat_map(|tile| &tile.branches) {
        rooms(&branch.room, found);
    }
}

#[test]
fn after_an_edit_only_what_is_around_it_is_measured_anew() {
    let mut journey = sample::journey(2000);
    let before = Layout::of(&journey, &Folded::new());
    let id = journey.all_tiles()[1200].id;
    make(&mut journey, &Edit::Delete(1200), &mut 0);
    let after = before.after(&journey, &Folded::new());
    assert_eq!(after.rect_of(id), None);
    let (mut old, mut new) = (BTreeSet::new(), BTreeSet::new());
    rooms(&before.root, &mut old);
    rooms(&after.root, &mut new);
    let (fresh, taken_over) = (new.difference(&old).count(), new.intersection(&old).count());
    assert!(fresh <= journey.depth() + 1 && taken_over > 300, "{fresh} of {}", new.len());
}

#[test]
fn a_branch_that_is_folded_away_takes_no_room_and_keeps_its_end() {
    let journey = branching();
    let (yes, no) = ((TileId(4), Slot::Yes), (TileId(4), Slot::No));
    let layout = Layout::of(&journey, &Folded::from([yes, no]));
    let drawn = layout.whole();
    let folds: Vec<(Slot, usize)> =
        drawn.folds.iter().map(|fold| (fold.slot, fold.count)).collect();
    assert_eq!(folds, [(Slot::Yes, 1), (Slot::No, 1)]);
    let joins = drawn.edges.iter().filter(|edge| edge.slot.is_some() && edge.path.len() > 4);
    assert_eq!(joins.count(), 1, "the branch with the Exit ends in its fold");
    assert!(layout.bounds().height < Layout::of(&journey, &Folded::new()).bounds().height);
}

#[test]
fn a_region_with_too_much_in_it_is_left() {
    let layout = Layout::of(&sample::journey(500), &Folded::new());
    assert_eq!(layout.within_at_most(Rect::EVERYTHING, 499), None);
    assert_eq!(layout.within_at_most(Rect::EVERYTHING, 500), Some(layout.whole()));
}
