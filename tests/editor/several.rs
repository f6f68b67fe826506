//! Edits of several tiles at once.

use parcours::editor::{JourneyEdit, NewTile, Refusal, Selection, Tiles};
use parcours::model::id::{JourneyId, TileId};
use parcours::model::journey::{Interaction, TileKind, WaitOn};
use parcours::model::tree::{Place, SequenceId, Slot};

use crate::driver::{Driver, end_of_root, on};

fn group(ids: &[TileId]) -> Tiles {
    Tiles::new(ids.iter().copied().collect()).unwrap()
}

fn root(index: usize) -> Place {
    Place { sequence: SequenceId::Root, index }
}

/// A journey: Email a, If/then b with Wait c and Wait d on Yes, Wait e, Exit f.
fn drawn() -> (Driver, JourneyId, [TileId; 6]) {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let mut last = |kind| {
        let place = end_of_root(driver.journey(journey));
        driver.place(journey, place, kind)
    };
    let a = last(NewTile::Message(parcours::model::journey::Channel::Email));
    let b = last(NewTile::WaitForTrigger);
    let e = last(NewTile::Wait);
    let f = last(NewTile::Exit);
    let d = driver.place(journey, on(b, Slot::Yes), NewTile::Wait);
    let c = driver.place(journey, on(b, Slot::Yes), NewTile::Wait);
    (driver, journey, [a, b, c, d, e, f])
}

fn root_ids(driver: &Driver, journey: JourneyId) -> Vec<TileId> {
    driver.journey(journey).tiles.iter().map(|tile| tile.id).collect()
}

#[test]
fn several_tiles_are_deleted_in_one_step_with_what_is_on_their_branches() {
    let (mut driver, journey, [a, b, c, _, e, f]) = drawn();
    let before = driver.editor.workspace().clone();
    driver.edit(journey, JourneyEdit::Delete(group(&[c, b, e])));
    assert_eq!(root_ids(&driver, journey), [a, f]);
    assert_eq!(driver.last_edit(), Some("edit-delete-tiles"));
    assert_eq!(driver.editor.undo_name().unwrap().count(), Some(3));
    assert_eq!(driver.editor.session().selection, Selection::tile(a));
    driver.undo();
    assert_eq!(driver.editor.workspace(), &before);
    assert_eq!(driver.editor.session().selection, Selection::Tiles(group(&[b, c, e])));
}

#[test]
fn what_is_above_the_first_deleted_tile_is_selected() {
    let (mut driver, journey, [a, b, c, d, e, f]) = drawn();
    driver.edit(journey, JourneyEdit::Delete(group(&[c, d])));
    assert_eq!(driver.editor.session().selection, Selection::tile(b));
    driver.edit(journey, JourneyEdit::Delete(group(&[a, b, e, f])));
    assert_eq!(driver.editor.session().selection, Selection::Entry);
    assert_eq!(driver.journey(journey).tiles, Vec::new());
}

#[test]
fn each_run_of_neighbours_is_copied_to_right_after_it() {
    let (mut driver, journey, [a, b, c, _, e, f]) = drawn();
    let opened = WaitOn::Interaction { message: Some(a), kind: Interaction::Opened };
    let only = parcours::model::id::BranchId::ONLY;
    driver.edit(journey, JourneyEdit::SetWaitOn(b, only, opened));
    driver.edit(journey, JourneyEdit::Duplicate(group(&[a, b, c, f])));
    let ids = root_ids(&driver, journey);
    assert_eq!([ids[0], ids[1], ids[4], ids[5]], [a, b, e, f]);
    assert_eq!(ids.len(), 7);
    let copies = group(&[ids[2], ids[3], ids[6]]);
    assert_eq!(driver.editor.session().selection, Selection::Tiles(copies));
    // The copy waits for the copy, and the tiles on its branch are there once.
    let TileKind::WaitFor { waits, .. } = &driver.tile(journey, ids[3]).kind else { panic!() };
    let on = WaitOn::Interaction { message: Some(ids[2]), kind: Interaction::Opened };
    assert_eq!((&waits[0].on, waits[0].tiles.len()), (&on, 2));
    assert_eq!(driver.last_edit(), Some("edit-duplicate-tiles"));
}

#[test]
fn several_tiles_move_in_reading_order() {
    let (mut driver, journey, [a, b, c, d, e, f]) = drawn();
    driver.edit(journey, JourneyEdit::Move(group(&[e, a, c]), root(3)));
    assert_eq!(root_ids(&driver, journey), [b, a, c, e, f]);
    assert_eq!(driver.editor.session().selection, Selection::Tiles(group(&[a, c, e])));
    driver.edit(journey, JourneyEdit::Move(group(&[a, e]), on(b, Slot::No)));
    assert_eq!(root_ids(&driver, journey), [b, c, f]);
    let no = SequenceId::Of(b, Slot::No);
    let on_no = driver.journey(journey).sequence(no).unwrap();
    assert_eq!(on_no.iter().map(|tile| tile.id).collect::<Vec<_>>(), [a, e]);
    let into = JourneyEdit::Move(group(&[b, c]), on(b, Slot::No));
    assert_eq!(driver.refused(journey, into), Refusal::IntoItself);
    assert!(driver.journey(journey).tile(d).is_some());
}

#[test]
fn tiles_are_copied_to_a_place_even_onto_their_own_branches() {
    let (mut driver, journey, [a, b, c, d, e, f]) = drawn();
    driver.edit(journey, JourneyEdit::Copy(group(&[b, e]), on(b, Slot::No)));
    assert_eq!(root_ids(&driver, journey), [a, b, e, f]);
    let no = driver.journey(journey).sequence(SequenceId::Of(b, Slot::No)).unwrap();
    assert_eq!((no.len(), no[0].subtree().len()), (2, 3));
    assert_eq!(driver.last_edit(), Some("edit-copy-tiles"));
    driver.edit(journey, JourneyEdit::Copy(d.into(), root(0)));
    assert_eq!(driver.last_edit(), Some("edit-copy-tile"));
    assert!(driver.journey(journey).tile(c).is_some());
}

#[test]
fn what_is_gone_is_no_longer_selected() {
    let (mut driver, journey, [a, b, c, _, e, _]) = drawn();
    driver.editor.session_mut().selection = Selection::Tiles(group(&[a, c, e]));
    driver.edit(journey, JourneyEdit::Rename("Other".into()));
    assert_eq!(driver.editor.session().selection, Selection::Tiles(group(&[a, c, e])));
    let edited = driver.editor.edit(parcours::editor::EditName::new("edit-import", ""), |tx| {
        let journey = tx.get_mut::<parcours::model::journey::Journey>(journey).unwrap();
        journey.tiles.retain(|tile| tile.id != b && tile.id != e);
    });
    assert!(edited.is_ok());
    assert_eq!(driver.editor.session().selection, Selection::tile(a));
}

#[test]
fn a_branch_goes_to_another_tile_of_the_same_kind() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let one = driver.place(journey, root(0), NewTile::Split);
    let two = driver.place(journey, root(1), NewTile::Split);
    let third = driver.add_branch(journey, one);
    let inner = driver.place(journey, on(one, Slot::Branch(third)), NewTile::Split);
    let before = driver.editor.workspace().clone();
    let into = JourneyEdit::MoveBranchTo(one, third, inner, 0);
    assert_eq!(driver.refused(journey, into), Refusal::IntoItself);
    driver.edit(journey, JourneyEdit::MoveBranchTo(one, third, two, 1));
    let slots = driver.tile(journey, two).slots();
    assert_eq!((slots.len(), slots[1]), (3, Slot::Branch(third)));
    assert!(driver.journey(journey).ancestors(inner).contains(&two));
    assert_eq!(driver.last_edit(), Some("edit-move-branch"));
    // The last two of a Split stay, and other kinds do not take it.
    let Slot::Branch(first) = driver.tile(journey, one).slots()[0] else { panic!() };
    let last = JourneyEdit::MoveBranchTo(one, first, two, 0);
    assert_eq!(driver.refused(journey, last), Refusal::LastBranch);
    let waiting = driver.place(journey, root(2), NewTile::WaitForTrigger);
    let other = JourneyEdit::MoveBranchTo(two, third, waiting, 0);
    assert_eq!(driver.refused(journey, other), Refusal::WrongTile);
    driver.undo();
    driver.undo();
    assert_eq!(driver.editor.workspace(), &before);
}

#[test]
fn a_wait_that_goes_to_one_with_a_single_wait_gives_that_one_a_number() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let one = driver.place(journey, root(0), NewTile::WaitForTrigger);
    let two = driver.place(journey, root(1), NewTile::WaitForTrigger);
    let added = driver.add_branch(journey, one);
    driver.edit(journey, JourneyEdit::MoveBranchTo(one, added, two, 0));
    assert_eq!(driver.tile(journey, one).slots(), [Slot::Yes, Slot::No]);
    let slots = driver.tile(journey, two).slots();
    assert_eq!((slots[0], slots[2]), (Slot::Branch(added), Slot::Other));
    let Slot::Branch(numbered) = slots[1] else { panic!() };
    assert_ne!(numbered, parcours::model::id::BranchId::ONLY);
}
