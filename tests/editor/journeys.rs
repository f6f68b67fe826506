//! Journeys and their tiles.

use parcours::editor::{
    Announcement, Command, Effect, JourneyEdit, NewTile, Page, Refusal, Selection,
};
use parcours::layout::Stop;
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::decimal::Decimal;
use parcours::model::id::BranchId;
use parcours::model::journey::{
    Channel, JourneyState, Listener, MAX_EDITED_DEPTH, Mapping, TileKind, WHOLE, WaitOn, total,
};
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId, Slot};
use parcours::model::wait::WaitUntil;

use crate::driver::{Driver, end_of_root, on};

fn root(index: usize) -> Place {
    Place { sequence: SequenceId::Root, index }
}

#[test]
fn a_new_journey_is_an_open_draft_with_a_name_of_its_own() {
    let mut driver = Driver::new();
    driver.add_journey("Nurture");
    let second = driver.add_journey("Nurture");
    assert_eq!(driver.journey(second).name, "Nurture 2");
    assert_eq!(driver.journey(second).state, JourneyState::Draft);
    assert_eq!(driver.editor.session().page, Page::Journey(second));
}

#[test]
fn a_placed_tile_is_selected_revealed_and_named_in_the_history() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let outcome = driver.edit(journey, JourneyEdit::Insert(root(0), NewTile::Wait));
    let tile = driver.journey(journey).tiles[0].id;
    assert_eq!(driver.editor.session().selection, Selection::tile(tile));
    assert_eq!(driver.last_edit(), Some("edit-insert-tile"));
    let [Effect::Save, Effect::Announce(name, Announcement::Done), Effect::Reveal(at, stop)] =
        outcome.effects.as_slice()
    else {
        panic!("{:?}", outcome.effects)
    };
    assert_eq!((name.nameless, *at, *stop), ("edit-subject-wait", journey, Stop::Tile(tile)));
}

#[test]
fn new_tiles_start_as_the_palette_says() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    for kind in NewTile::ALL {
        let end = end_of_root(driver.journey(journey));
        driver.place(journey, end, kind);
    }
    let kinds: Vec<&TileKind> =
        driver.journey(journey).tiles.iter().map(|tile| &tile.kind).collect();
    for (kind, expected) in kinds.iter().zip(Channel::ALL) {
        assert!(
            matches!(kind, TileKind::Message { channel, to: None, .. } if *channel == expected)
        );
    }
    assert!(matches!(kinds[3], TileKind::AttributeBranch { branches, .. } if branches.len() == 1));
    assert!(matches!(kinds[4], TileKind::WaitFor { limit, .. } if *limit == Duration::days(30)));
    assert!(matches!(kinds[5], TileKind::Split { shares } if total(shares) == Some(WHOLE)));
    assert!(
        matches!(kinds[6], TileKind::Wait(wait) if *wait == WaitUntil::Duration(Duration::days(1)))
    );
    assert!(matches!(kinds[7], TileKind::CustomTrigger { trigger: None, .. }));
    assert!(matches!(kinds[8], TileKind::Exit));
}

#[test]
fn deleting_a_tile_selects_what_is_above_and_undo_brings_it_back_selected() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let split = driver.place(journey, root(0), NewTile::WaitForTrigger);
    let inner = driver.place(journey, on(split, Slot::Yes), NewTile::Wait);
    driver.edit(journey, JourneyEdit::Delete(inner.into()));
    assert_eq!(driver.editor.session().selection, Selection::tile(split));
    driver.edit(journey, JourneyEdit::Delete(split.into()));
    assert_eq!(driver.editor.session().selection, Selection::Entry);

    driver.undo();
    driver.editor.session_mut().open(Page::Journeys);
    let outcome = driver.undo();
    assert_eq!(driver.editor.session().page, Page::Journey(journey));
    assert_eq!(driver.editor.session().selection, Selection::tile(inner));
    assert!(outcome.effects.contains(&Effect::Reveal(journey, Stop::Tile(inner))));
}

#[test]
fn typing_is_one_edit_until_the_gesture_ends_or_another_tile_is_named() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let first = driver.place(journey, root(0), NewTile::Wait);
    let second = driver.place(journey, root(1), NewTile::Wait);
    let name = |tile, name: &str| JourneyEdit::RenameTile(tile, name.into());
    driver.edit(journey, name(first, "A"));
    driver.edit(journey, name(first, "Ab"));
    driver.edit(journey, name(second, "A"));
    driver.must(Command::EndGesture);
    driver.edit(journey, name(second, "Abc"));

    driver.undo();
    assert_eq!(driver.tile(journey, second).name, "A");
    driver.undo();
    assert_eq!(driver.tile(journey, second).name, "");
    assert_eq!(driver.tile(journey, first).name, "Ab");
    driver.undo();
    assert_eq!(driver.tile(journey, first).name, "");
}

#[test]
fn two_attributes_mapped_one_after_the_other_are_two_edits() {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Send to sales agent");
    let attributes = ["Phone", "Reason"].map(|name| driver.add_attribute(trigger, name));
    let journey = driver.add_journey("Post-purchase");
    let tile = driver.place(journey, root(0), NewTile::CustomTrigger);
    driver.edit(journey, JourneyEdit::SetRaised(tile, Some(trigger)));
    for attribute in attributes {
        for text in ["1", "12"] {
            driver.map(journey, tile, attribute, Mapping::Fixed(text.into()));
        }
    }
    driver.undo();
    let TileKind::CustomTrigger { mappings, .. } = &driver.tile(journey, tile).kind else {
        panic!("the tile changed its kind")
    };
    assert_eq!(mappings.get(&attributes[0]), Some(&Mapping::Fixed("12".into())));
    assert_eq!(mappings.get(&attributes[1]), None);
}

#[test]
fn choosing_another_trigger_forgets_the_mappings_of_the_first() {
    let mut driver = Driver::new();
    let (first, second) = (driver.add_trigger("First"), driver.add_trigger("Second"));
    let attribute = driver.add_attribute(first, "Phone");
    let journey = driver.add_journey("Post-purchase");
    let tile = driver.place(journey, root(0), NewTile::CustomTrigger);
    driver.edit(journey, JourneyEdit::SetRaised(tile, Some(first)));
    driver.map(journey, tile, attribute, Mapping::Fixed("1".into()));
    driver.edit(journey, JourneyEdit::SetRaised(tile, Some(second)));
    let kind = &driver.tile(journey, tile).kind;
    assert!(matches!(kind, TileKind::CustomTrigger { mappings, .. } if mappings.is_empty()));
}

#[test]
fn a_tile_moves_down_its_own_sequence_but_never_into_itself() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let split = driver.place(journey, root(0), NewTile::AttributeBranch);
    let inner = driver.place(journey, on(split, Slot::Other), NewTile::WaitForTrigger);
    let last = driver.place(journey, root(1), NewTile::Wait);
    for place in [on(split, Slot::Other), on(inner, Slot::Yes)] {
        assert_eq!(
            driver.refused(journey, JourneyEdit::Move(split.into(), place)),
            Refusal::IntoItself
        );
    }
    driver.edit(journey, JourneyEdit::Move(split.into(), root(2)));
    let order: Vec<_> = driver.journey(journey).tiles.iter().map(|tile| tile.id).collect();
    assert_eq!(order, [last, split]);
    let before = driver.last_edit();
    let outcome = driver.edit(journey, JourneyEdit::Move(split.into(), root(2)));
    assert!(outcome.change.is_empty() && outcome.effects.is_empty());
    assert_eq!(driver.last_edit(), before);
    assert_eq!(
        driver.refused(journey, JourneyEdit::Move(split.into(), root(9))),
        Refusal::NotFound
    );
}

#[test]
fn what_a_file_could_not_hold_is_not_built() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Deep");
    let mut place = root(0);
    for _ in 0..MAX_EDITED_DEPTH {
        place = on(driver.place(journey, place, NewTile::WaitForTrigger), Slot::Yes);
    }
    driver.place(journey, place, NewTile::Wait);
    let deeper = JourneyEdit::Insert(place, NewTile::WaitForTrigger);
    assert_eq!(driver.refused(journey, deeper), Refusal::TooDeep);
    let written = parcours::format::write(driver.editor.workspace());
    assert_eq!(parcours::format::read(written.as_bytes()).as_ref(), Ok(driver.editor.workspace()));
}

/// An If/then with a Custom trigger on Yes that maps an attribute received there.
fn waiting_and_passing_on(
    driver: &mut Driver,
) -> (parcours::model::id::JourneyId, [parcours::model::id::TileId; 2]) {
    let trigger = driver.add_trigger("Order placed");
    let attribute = driver.add_attribute(trigger, "Campaign");
    let journey = driver.add_journey("Post-purchase");
    let wait = driver.place(journey, root(0), NewTile::WaitForTrigger);
    let condition = Condition::row(Source::Incoming(attribute), Operator::IsNotEmpty, &[]);
    let on_order = Listener { trigger: Some(trigger), condition };
    driver.edit(journey, JourneyEdit::SetWaitOn(wait, BranchId::ONLY, WaitOn::Trigger(on_order)));
    let raise = driver.place(journey, on(wait, Slot::Yes), NewTile::CustomTrigger);
    driver.edit(journey, JourneyEdit::SetRaised(raise, Some(trigger)));
    let received = Mapping::Attribute(Source::Received(wait, attribute));
    driver.map(journey, raise, attribute, received);
    (journey, [wait, raise])
}

/// The tiles that the mappings on the branches of a tile refer to.
fn referred(tile: &parcours::model::journey::Tile) -> Vec<parcours::model::id::TileId> {
    let mut found = Vec::new();
    for tile in tile.subtree() {
        if let TileKind::CustomTrigger { mappings, .. } = &tile.kind {
            found.extend(mappings.values().filter_map(|mapping| match mapping {
                Mapping::Attribute(Source::Received(tile, _)) => Some(*tile),
                _ => None,
            }));
        }
    }
    found
}

#[test]
fn a_copied_wait_is_what_its_copied_branches_refer_to() {
    let mut driver = Driver::new();
    let (journey, [wait, raise]) = waiting_and_passing_on(&mut driver);
    driver.edit(journey, JourneyEdit::Duplicate(wait.into()));
    let [original, copy] = driver.journey(journey).tiles.as_slice() else { panic!("no copy") };
    assert_eq!(original.id, wait);
    assert_eq!(referred(copy), [copy.id]);
    assert_eq!(driver.editor.session().selection, Selection::tile(copy.id));

    driver.edit(journey, JourneyEdit::Duplicate(raise.into()));
    let original = &driver.journey(journey).tiles[0];
    assert_eq!(referred(original), [wait, wait]);
}

#[test]
fn a_copied_journey_is_a_draft_that_refers_to_itself() {
    let mut driver = Driver::new();
    let (journey, _) = waiting_and_passing_on(&mut driver);
    driver.edit(journey, JourneyEdit::SetState(JourneyState::Live));
    driver.must(Command::DuplicateJourney(journey));
    let copy = driver.editor.session().journey().unwrap();
    assert_ne!(copy, journey);
    let copied = driver.journey(copy);
    assert_eq!((copied.name.as_str(), copied.state), ("Post-purchase (2)", JourneyState::Draft));
    assert_eq!(referred(&copied.tiles[0]), [copied.tiles[0].id]);
    driver.must(Command::DuplicateJourney(copy));
    let third = driver.editor.session().journey().unwrap();
    assert_eq!(driver.journey(third).name, "Post-purchase (3)");
}

#[test]
fn s5_a_journey_moves_through_its_life_and_stopped_is_final() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let to = JourneyEdit::SetState;
    use JourneyState::*;
    for state in [Scheduled, Draft, Live, Paused, Live, Completing, Stopped] {
        driver.edit(journey, to(state));
        assert_eq!(driver.journey(journey).state, state);
    }
    for state in JourneyState::ALL {
        let refusal = driver.refused(journey, to(state));
        assert_eq!(refusal, Refusal::Transition { from: Stopped, to: state });
    }
    assert_eq!(driver.run(Command::DeleteJourney(journey)), Err(Refusal::NotADraft(journey)));
}

#[test]
fn a_deleted_journey_closes_and_is_no_longer_run() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let mut run = driver.editor.workspace().settings.run.clone();
    run.as_published.insert(journey);
    driver.must(Command::SetRun(run));
    driver.must(Command::DeleteJourney(journey));
    assert_eq!(driver.editor.session().page, Page::Journeys);
    assert!(driver.editor.workspace().settings.run.as_published.is_empty());
    driver.undo();
    assert_eq!(driver.editor.session().page, Page::Journey(journey));
}

#[test]
fn branches_are_added_moved_and_deleted_but_one_stays() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let tile = driver.place(journey, root(0), NewTile::AttributeBranch);
    let second = driver.add_branch(journey, tile);
    driver.edit(journey, JourneyEdit::MoveBranch(tile, second, 0));
    assert_eq!(driver.tile(journey, tile).slots()[0], Slot::Branch(second));
    let Slot::Branch(first) = driver.tile(journey, tile).slots()[1] else { panic!("no branch") };
    driver.edit(journey, JourneyEdit::DeleteBranch(tile, first));
    let refusal = driver.refused(journey, JourneyEdit::DeleteBranch(tile, second));
    assert_eq!(refusal, Refusal::LastBranch);
}

#[test]
fn an_edit_of_another_kind_of_tile_is_refused() {
    let mut driver = Driver::new();
    let journey = driver.add_journey("Nurture");
    let exit = driver.place(journey, root(0), NewTile::Exit);
    for edit in [
        JourneyEdit::SetWait(exit, WaitUntil::Duration(Duration::days(1))),
        JourneyEdit::SetLimit(exit, Duration::days(1)),
        JourneyEdit::SetWaitOn(exit, BranchId::ONLY, WaitOn::default()),
        JourneyEdit::SetRecipient(exit, None),
        JourneyEdit::SetContent(exit, String::new()),
        JourneyEdit::SetShare(exit, BranchId::ONLY, Decimal::ONE),
        JourneyEdit::Equalize(exit),
        JourneyEdit::SetRaised(exit, None),
        JourneyEdit::AddBranch(exit),
    ] {
        assert_eq!(driver.refused(journey, edit), Refusal::WrongTile);
    }
}
