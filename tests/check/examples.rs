//! Examples of who takes a branch: whoever has those values takes it; and where conditions
//! ask simple things, every branch that somebody takes has an example.

use std::sync::Arc;

use parcours::check::witness;
use parcours::model::audience::{Contact, Event, Happening};
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{BranchId, ContactId, EventId, FieldId, JourneyId, TileId};
use parcours::model::journey::{Branch, Sequence, Tile, TileKind};
use parcours::model::note::Note;
use parcours::model::sorted::SortedMap;
use parcours::model::tree::Slot;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::asking::{
    DATE, ENTRY, FLAG, NUMBER, SIZE, START, WORD, entry_condition, tiles, workspace,
};
use crate::engine::Run;

/// The workspace with one contact that has what the example says, and no other.
fn one_who_takes(mut workspace: Workspace, tile: TileId, slot: Slot) -> Option<Workspace> {
    let found = witness(&workspace, JourneyId(7), tile, slot)?;
    let text = |source| found.get(&source).cloned().flatten().map(|value| value.to_string());
    let fields = [NUMBER, WORD, FLAG, DATE];
    let values = fields.into_iter().filter_map(|id| Some((id, text(Source::Contact(id))?)));
    let values: SortedMap<FieldId, String> = values.collect();
    let size = text(Source::Received(ENTRY, SIZE)).map(|size| (SIZE, size));
    (workspace.contacts, workspace.events) = Default::default();
    let contact = Contact { id: ContactId(9001), name: "Example".into(), values };
    workspace.contacts.insert(contact.id, Arc::new(contact));
    let values = size.into_iter().collect();
    let what = Happening::Trigger { trigger: START, values, binding: String::new() };
    let event =
        Event { id: EventId(9002), contact: ContactId(9001), what, at: "2026-01-01".into() };
    workspace.events.insert(event.id, Arc::new(event));
    Some(workspace)
}

/// Every branch, by its tile.
fn all_branches(tiles: &Sequence, found: &mut Vec<(TileId, Slot)>) {
    for tile in tiles {
        for (slot, inside) in tile.branches() {
            found.push((tile.id, slot));
            all_branches(inside, found);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn the_example_of_who_takes_a_branch_takes_it(entry in entry_condition(), tiles in tiles(false)) {
        let workspace = workspace(entry, tiles);
        let mut branches = Vec::new();
        all_branches(&workspace.journeys[&JourneyId(7)].tiles, &mut branches);
        for (tile, slot) in branches {
            if let Some(workspace) = one_who_takes(workspace.clone(), tile, slot) {
                let run = Run::of(&workspace).expect("it can run");
                let counts = &run.report().tiles[&tile].branches;
                prop_assert_eq!(counts.get(&slot), Some(&1), "{} {}", tile, slot);
            }
        }
    }

    #[test]
    fn every_branch_of_simple_conditions_that_somebody_takes_has_an_example(
        entry in entry_condition(),
        mut tiles in tiles(true),
    ) {
        tiles.truncate(1);
        let workspace = workspace(entry, tiles);
        let run = Run::of(&workspace).expect("it can run");
        let mut branches = Vec::new();
        all_branches(&workspace.journeys[&JourneyId(7)].tiles, &mut branches);
        for (tile, slot) in branches {
            let counts = run.report().tiles.get(&tile).and_then(|one| one.branches.get(&slot)).copied();
            let is_taken = counts.unwrap_or_default() > 0;
            prop_assert!(!is_taken || witness(&workspace, JourneyId(7), tile, slot).is_some(), "{tile} {slot}");
        }
    }
}

#[test]
fn an_example_is_plain() {
    let example = |source, operator, operands: &[&str]| {
        let condition = Condition::row(Source::Contact(source), operator, operands);
        let branch = Branch { id: BranchId(0), name: String::new(), condition, tiles: Vec::new() };
        let kind = TileKind::AttributeBranch { branches: vec![branch], other: Vec::new() };
        let tile = Tile { id: TileId(0), name: String::new(), kind, note: Note::default() };
        let workspace = workspace(Condition::default(), vec![Arc::new(tile)]);
        let first = &workspace.journeys[&JourneyId(7)].tiles[0];
        let slot = first.slots()[0];
        let found = witness(&workspace, JourneyId(7), first.id, slot).unwrap();
        found.get(&Source::Contact(source)).cloned().flatten().map(|value| value.to_string())
    };
    let is = |source, operator, operands: &[&str], wanted: &str| {
        assert_eq!(example(source, operator, operands).as_deref(), Some(wanted), "{operands:?}");
    };
    is(NUMBER, Operator::Greater, &["100"], "101");
    is(NUMBER, Operator::Between, &["0.25", "0.5"], "0.25");
    is(NUMBER, Operator::Less, &["0"], "-1");
    is(NUMBER, Operator::NotEquals, &["3"], "2");
    is(WORD, Operator::IsOneOf, &["Paris", "Oslo"], "Oslo");
    is(WORD, Operator::BeginsWith, &["Ab"], "Ab");
    is(FLAG, Operator::IsFalse, &[], "false");
    is(DATE, Operator::OnOrAfter, &["2026-03-01"], "2026-03-01T00:00:00Z");
    assert_eq!(example(WORD, Operator::IsEmpty, &[]), None);
}
