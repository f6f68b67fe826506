//! Branches that are called dead: no contact takes them, whatever it has; and where
//! conditions ask simple things, every branch that no contact takes is called dead.

use std::sync::Arc;

use parcours::check::{Code, Holder, Spot, check, witness};
use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::condition::{Comparison, Condition, Item, Join, Operator, Source};
use parcours::model::id::{
    AttributeId, BranchId, ContactId, EventId, FieldId, JourneyId, TileId, TriggerId,
};
use parcours::model::journey::{
    Branch, Entry, Journey, JourneyState, Listener, Repeat, Sequence, Tile, TileKind, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::sorted::{SortedMap, SortedSet};
use parcours::model::time::Duration;
use parcours::model::tree::Slot;
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::engine::Run;

const NUMBER: FieldId = FieldId(1);
const WORD: FieldId = FieldId(2);
const FLAG: FieldId = FieldId(3);
const DATE: FieldId = FieldId(4);
const START: TriggerId = TriggerId(5);
const SIZE: AttributeId = AttributeId(6);
const ENTRY: TileId = TileId(8);

/// At, between and beyond all operands; empty: no value.
const NUMBERS: [&str; 8] = ["", "0", "0.5", "1", "1.5", "2", "3", "-4"];
const WORDS: [&str; 7] = ["", "a", "AB", "abc", "B", "xab", "zz"];
const FLAGS: [&str; 3] = ["", "true", "false"];
const DATES: [&str; 5] = ["", "2026-01-01", "2026-01-02T12:00", "2026-03-01", "2025-12-01"];
const SIZES: [&str; 8] = ["", "-1", "0", "0.5", "1", "1.5", "2", "3"];

fn rows(simple: bool) -> impl Strategy<Value = Comparison> {
    let number = (0..8_usize, 0..3_u32, 0..3_u32).prop_map(|(at, one, other)| {
        let operator = Operator::of(&Type::Number)[at];
        let (one, other) = (one.min(other), one.max(other));
        (NUMBER, operator, vec![one.to_string(), other.to_string()])
    });
    let word = (0..9_usize, 0..4_usize, 0..4_usize).prop_map(move |(at, one, other)| {
        let operators = Operator::of(&Type::Text);
        let operator = match operators[at] {
            // Parts of texts are told roughly only.
            Operator::Contains | Operator::BeginsWith if simple => Operator::Is,
            Operator::DoesNotContain | Operator::EndsWith if simple => Operator::IsOneOf,
            operator => operator,
        };
        let words = ["a", "ab", "B", "zz"];
        (WORD, operator, vec![words[one].into(), words[other].into()])
    });
    let flag = (0..4_usize).prop_map(|at| (FLAG, Operator::of(&Type::TrueFalse)[at], Vec::new()));
    let date = (0..5_usize, 0..2_usize).prop_map(|(at, day)| {
        (DATE, Operator::of(&Type::DateTime)[at], vec![DATES[day + 1][..10].to_owned()])
    });
    let kinds = (number, word, flag, date, 0..8_u32);
    kinds.prop_map(|(number, word, flag, date, kind)| {
        let (field, operator, mut operands) = match kind {
            0..=3 => number,
            4 | 5 => word,
            6 => flag,
            _ => date,
        };
        operands.truncate(match operator.operands() {
            parcours::model::condition::Operands::Values(count) => count,
            _ => 2,
        });
        Comparison { source: Some(Source::Contact(field)), operator, operands }
    })
}

fn conditions(simple: bool) -> impl Strategy<Value = Condition> {
    let join = || prop_oneof![Just(Join::All), Just(Join::Any)];
    let item = prop_oneof![
        3 => rows(simple).prop_map(Item::Row),
        1 => (join(), prop::collection::vec(rows(simple), 1..3))
            .prop_map(|(join, rows)| Item::Group(join, rows)),
    ];
    (join(), prop::collection::vec(item, 1..4)).prop_map(|(join, items)| Condition { join, items })
}

fn size() -> impl Strategy<Value = Condition> {
    (2..6_usize, 0..3_u32, any::<bool>()).prop_map(|(at, value, entry)| {
        let source = if entry { Source::Incoming(SIZE) } else { Source::Received(ENTRY, SIZE) };
        Condition::row(source, Operator::of(&Type::Number)[at], &[&value.to_string()])
    })
}

/// A tile with branches, some with tiles with branches; ids are still to be given.
fn tiles(simple: bool) -> impl Strategy<Value = Sequence> {
    let wait = || Tile {
        id: TileId(0),
        name: String::new(),
        kind: TileKind::Wait(parcours::model::wait::WaitUntil::Duration(Duration::days(1))),
        note: Note::default(),
    };
    // What is known of a contact is forgotten while it waits.
    let most = if simple { 1 } else { 2 };
    let leaf = prop::collection::vec(Just(()).prop_map(move |()| wait()), 0..most);
    leaf.prop_recursive(2, 12, 3, move |inner| {
        let condition = prop_oneof![4 => conditions(simple).boxed(), 1 => size().boxed()];
        let branch = (condition, inner.clone()).prop_map(|(mut condition, tiles)| {
            // Branches look at what the entry received, not at what comes.
            for row in condition.rows_mut() {
                if row.source == Some(Source::Incoming(SIZE)) {
                    row.source = Some(Source::Received(ENTRY, SIZE));
                }
            }
            Branch { id: BranchId(0), name: String::new(), condition, tiles }
        });
        let tile =
            (prop::collection::vec(branch, 1..4), inner.clone()).prop_map(|(branches, other)| {
                let kind = TileKind::AttributeBranch { branches, other };
                Tile { id: TileId(0), name: String::new(), kind, note: Note::default() }
            });
        prop::collection::vec(tile, 1..3)
    })
}

fn number(tiles: &mut Sequence, next: &mut u32) {
    for tile in tiles {
        tile.id = TileId(*next);
        *next += 1;
        if let TileKind::AttributeBranch { branches, .. } = &mut tile.kind {
            for branch in branches {
                (branch.id, branch.name) = (BranchId(*next), format!("Branch {next}"));
                *next += 1;
            }
        }
        tile.kind.sequences_mut().into_iter().for_each(|tiles| number(tiles, next));
    }
}

/// Contacts with every combination of values, who all start the journey.
fn workspace(entry: Condition, mut tiles: Sequence) -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name, ty) in [
        (NUMBER, "Number", Type::Number),
        (WORD, "Word", Type::Text),
        (FLAG, "Flag", Type::TrueFalse),
        (DATE, "Date", Type::DateTime),
    ] {
        let field = Field { id, name: name.into(), ty, required: false };
        workspace.fields.insert(id, Arc::new(field));
    }
    let trigger = Trigger {
        id: START,
        name: "Start".into(),
        unique_name: "msdynmkt_start_000000001".into(),
        description: String::new(),
        audience: AudienceKind::Contact,
        state: TriggerState::Ready,
        attributes: vec![Attribute { id: SIZE, name: "Size".into(), ty: Type::Number }],
    };
    workspace.triggers.insert(START, Arc::new(trigger));
    let mut next = 100;
    number(&mut tiles, &mut next);
    let on = Listener { trigger: Some(START), condition: entry };
    let journey = Journey {
        state: JourneyState::Live,
        time_zone: "Europe/Paris".into(),
        tiles,
        ..Journey::new(JourneyId(7), "Journey", Entry::on(ENTRY, on, Repeat::AtOnce))
    };
    workspace.journeys.insert(journey.id, Arc::new(journey));
    for number in NUMBERS {
        for word in WORDS {
            for flag in FLAGS {
                for date in DATES {
                    let values = [(NUMBER, number), (WORD, word), (FLAG, flag), (DATE, date)];
                    contact(&mut workspace, &mut next, &values);
                }
            }
        }
    }
    workspace
}

fn contact(workspace: &mut Workspace, next: &mut u32, values: &[(FieldId, &str)]) {
    let id = ContactId(*next);
    let given = values.iter().filter(|(_, text)| !text.is_empty());
    let values: SortedMap<_, _> = given.map(|(field, text)| (*field, (*text).to_owned())).collect();
    let contact = Contact { id, name: format!("Client {id}"), values };
    workspace.contacts.insert(id, Arc::new(contact));
    *next += 1;
    for size in SIZES {
        let given = (!size.is_empty()).then(|| (SIZE, size.to_owned()));
        let values = given.into_iter().collect();
        let what = Happening::Trigger { trigger: START, values, binding: String::new() };
        let event = Event { id: EventId(*next), contact: id, what, at: "2026-01-01".into() };
        workspace.events.insert(event.id, Arc::new(event));
        *next += 1;
    }
}

/// The branches that are called dead, with the tiles on Other that are.
fn called_dead(workspace: &Workspace) -> (SortedSet<BranchId>, SortedSet<TileId>) {
    let (mut branches, mut others) = (SortedSet::new(), SortedSet::new());
    for problem in check(workspace) {
        match (problem.code, problem.site.spot) {
            (
                Code::ImpossibleCondition | Code::ShadowedBranch | Code::DeadBranch,
                Spot::Condition(Holder::Branch(branch)),
            ) => {
                branches.insert(branch);
            }
            (Code::DeadOther, _) => others.extend(problem.site.tile),
            _ => {}
        }
    }
    (branches, others)
}

/// Branches with whether a contact took them, those within ones that none took left out.
fn taken(run: &Run, tiles: &Sequence) -> Vec<(BranchId, bool)> {
    let report = run.report();
    let mut found = Vec::new();
    let mut open: Vec<&Sequence> = vec![tiles];
    while let Some(tiles) = open.pop() {
        for tile in tiles {
            let counts = report.tiles.get(&tile.id);
            for (slot, inside) in tile.branches() {
                let count = counts.and_then(|counts| counts.branches.get(&slot)).copied();
                let is_taken = count.unwrap_or_default() > 0;
                if let Slot::Branch(branch) = slot {
                    found.push((branch, is_taken));
                }
                if is_taken {
                    open.push(inside);
                }
            }
        }
    }
    found
}

fn entry_condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        Just(Condition::default()),
        size().prop_map(|mut condition| {
            condition.rows_mut().for_each(|row| row.source = Some(Source::Incoming(SIZE)));
            condition
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_contact_takes_a_branch_that_is_called_dead(entry in entry_condition(), tiles in tiles(false)) {
        let workspace = workspace(entry, tiles);
        let (branches, others) = called_dead(&workspace);
        let run = Run::of(&workspace).expect("it can run");
        let report = run.report();
        for counts in report.tiles.values() {
            for (&slot, count) in &counts.branches {
                if let Slot::Branch(branch) = slot {
                    prop_assert!(*count == 0 || !branches.contains(&branch), "{branch} is taken");
                }
            }
        }
        for tile in others {
            prop_assert_eq!(report.tiles.get(&tile).map_or(0, |counts| counts.arrived), 0);
        }
    }

    #[test]
    fn every_branch_of_simple_conditions_that_no_contact_takes_is_called_dead(
        entry in entry_condition(),
        mut tiles in tiles(true),
    ) {
        // One tile after the other says nothing about the next: one is enough.
        tiles.truncate(1);
        let workspace = workspace(entry, tiles);
        let (branches, _) = called_dead(&workspace);
        let run = Run::of(&workspace).expect("it can run");
        for (branch, is_taken) in taken(&run, &workspace.journeys[&JourneyId(7)].tiles) {
            prop_assert_eq!(!is_taken, branches.contains(&branch), "{}", branch);
        }
    }
}

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
        let workspace = workspace(Condition::default(), vec![tile]);
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

#[test]
fn a_later_wait_for_what_an_earlier_one_takes_is_called_dead() {
    let wait = |id, at: &str, most: &str| parcours::model::journey::WaitBranch {
        id: BranchId(id),
        name: at.into(),
        on: WaitOn::Trigger(Listener {
            trigger: Some(START),
            condition: Condition::row(Source::Incoming(SIZE), Operator::LessOrEqual, &[most]),
        }),
        tiles: Vec::new(),
    };
    let find = |waits| {
        let kind = TileKind::WaitFor { waits, limit: Duration::days(1), other: Vec::new() };
        let tile = Tile { id: TileId(50), name: String::new(), kind, note: Note::default() };
        let mut workspace = workspace(Condition::default(), Vec::new());
        Arc::make_mut(workspace.journeys.get_mut(&JourneyId(7)).unwrap()).tiles = vec![tile];
        check(&workspace).into_iter().filter(|one| one.code == Code::ShadowedBranch).count()
    };
    assert_eq!(find(vec![wait(51, "wide", "2"), wait(52, "narrow", "1")]), 1);
    assert_eq!(find(vec![wait(51, "narrow", "1"), wait(52, "wide", "2")]), 0);
}
