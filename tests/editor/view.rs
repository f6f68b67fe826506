//! What is seen and where one was: closed branches, the trail, the list of the history.

use parcours::editor::{Command, JourneyEdit, NewTile, Page, Refusal, Selection};
use parcours::model::id::{JourneyId, TileId};
use parcours::model::sorted::SortedSet;
use parcours::model::tree::{Place, SequenceId, Slot};
use proptest::prelude::*;

use crate::driver::{Driver, on};

/// A journey with an If/then tile in the Yes branch of another, and a Wait on the
/// Yes branch of that.
fn nested() -> (Driver, JourneyId, [TileId; 3]) {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let first = Place { sequence: SequenceId::Root, index: 0 };
    let outer = driver.place(journey, first, NewTile::WaitForTrigger);
    let inner = driver.place(journey, on(outer, Slot::Yes), NewTile::WaitForTrigger);
    let wait = driver.place(journey, on(inner, Slot::Yes), NewTile::Wait);
    (driver, journey, [outer, inner, wait])
}

fn selected(driver: &Driver) -> Selection {
    driver.editor.session().selection.clone()
}

#[test]
fn closing_a_branch_lets_go_of_what_is_selected_on_it() {
    let (mut driver, journey, [outer, inner, wait]) = nested();
    assert_eq!(selected(&driver), Selection::tile(wait));
    let both = [(outer, Slot::Yes), (inner, Slot::Yes)];
    driver.editor.fold(journey, &both, true);
    assert_eq!(selected(&driver), Selection::tile(outer));
    assert_eq!(driver.editor.folds(journey), SortedSet::from(both));
    assert_eq!(driver.last_edit(), Some("edit-insert-tile"), "a view is no edit");
}

#[test]
fn going_to_a_tile_opens_the_branches_that_it_is_on() {
    let (mut driver, journey, [outer, inner, wait]) = nested();
    let both = [(outer, Slot::Yes), (inner, Slot::Yes)];
    driver.editor.fold(journey, &both, true);
    driver.editor.visit(|session| session.selection = Selection::tile(inner));
    assert_eq!(driver.editor.folds(journey), SortedSet::from([(inner, Slot::Yes)]));
    driver.editor.visit(|session| session.open(Page::Journeys));
    driver.editor.step(true);
    assert_eq!(selected(&driver), Selection::tile(inner));

    // An edit that is shown opens them too.
    driver.editor.fold(journey, &both, true);
    driver.must(Command::Undo);
    driver.must(Command::Redo);
    assert_eq!(selected(&driver), Selection::tile(wait));
    assert!(driver.editor.folds(journey).is_empty());
}

#[test]
fn a_branch_without_tiles_is_not_closed() {
    let (mut driver, journey, [outer, _, wait]) = nested();
    driver.editor.fold(journey, &[(outer, Slot::No)], true);
    assert!(driver.editor.folds(journey).is_empty());
    // Nor one that lost them; when they come back, it is as it was.
    driver.editor.fold(journey, &[(outer, Slot::Yes)], true);
    let after = Place { sequence: SequenceId::Root, index: 1 };
    driver.edit(journey, JourneyEdit::Move(wait.into(), after));
    assert_eq!(driver.editor.folds(journey), SortedSet::from([(outer, Slot::Yes)]));
}

#[test]
fn what_was_deleted_is_passed_over_on_the_way_back() {
    let (mut driver, journey, [outer, inner, _]) = nested();
    driver.editor.visit(|session| session.selection = Selection::tile(inner));
    driver.editor.visit(|session| session.open(Page::Settings));
    driver.edit(journey, JourneyEdit::Delete(outer.into()));
    assert_eq!(selected(&driver), Selection::Entry);
    assert!(driver.editor.recent().iter().all(|(_, it)| *it != Selection::tile(inner)));
    driver.editor.step(true);
    assert_eq!(driver.editor.session().page, Page::Settings);
    assert!(driver.editor.can_step(false));
    driver.editor.step(true);
    assert_eq!(driver.editor.session().page, Page::Journey(journey));
    assert_eq!(selected(&driver), Selection::Journey, "the journey as it was opened");
}

#[test]
fn the_history_is_a_list_to_jump_in() {
    let mut driver = Driver::new();
    driver.add_trigger("Shipped");
    driver.add_journey("Nurture");
    driver.undo();
    let (names, made) = driver.editor.history();
    let ids: Vec<&str> = names.iter().map(|name| name.id).collect();
    assert_eq!((ids, made), (vec!["edit-add-trigger", "edit-add-journey"], 1));
    assert_eq!(driver.run(Command::Travel(3)), Err(Refusal::NothingToRedo));
    assert_eq!(driver.editor.history().1, 1);
    driver.must(Command::Travel(2));
    assert_eq!(driver.editor.workspace().journeys.len(), 1);
    let nothing = driver.must(Command::Travel(2));
    assert!(nothing.change.is_empty() && nothing.effects.is_empty());
    driver.must(Command::Travel(0));
    assert!(driver.editor.workspace().triggers.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn jumping_is_as_many_undos_or_redos(
        edits in prop::collection::vec((0_u8..4, any::<u8>()), 1..30),
        jumps in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
    ) {
        let edit = |driver: &mut Driver| {
            let journey = driver.add_journey("Nurture");
            for (kind, n) in &edits {
                let tiles = driver.journey(journey).tiles.len();
                let place = Place { sequence: SequenceId::Root, index: usize::from(*n) % (tiles + 1) };
                let tile = driver.journey(journey).tiles.first().map(|tile| tile.id);
                match (kind, tile) {
                    (0, Some(tile)) => drop(driver.edit(journey, JourneyEdit::Delete(tile.into()))),
                    (1, Some(tile)) => drop(driver.edit(journey, JourneyEdit::Duplicate(tile.into()))),
                    (2, _) => drop(driver.add_trigger("Shipped")),
                    _ => drop(driver.place(journey, place, NewTile::Wait)),
                }
            }
        };
        let (mut jumping, mut stepping) = (Driver::new(), Driver::new());
        edit(&mut jumping);
        edit(&mut stepping);
        let all = jumping.editor.history().0.len();
        for jump in jumps {
            let to = jump.index(all + 1);
            jumping.must(Command::Travel(to));
            loop {
                match stepping.editor.history().1 {
                    made if made > to => stepping.undo(),
                    made if made < to => stepping.redo(),
                    _ => break,
                };
            }
            prop_assert_eq!(jumping.editor.workspace(), stepping.editor.workspace());
            prop_assert_eq!(jumping.editor.session(), stepping.editor.session());
            prop_assert_eq!(jumping.editor.history(), stepping.editor.history());
        }
    }
}
