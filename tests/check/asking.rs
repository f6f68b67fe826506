//! Made-up journeys whose branches ask for numbers, words, flags and dates, with contacts
//! who have every combination of values.

use std::sync::Arc;

use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::condition::{Comparison, Condition, Item, Join, Operator, Source};
use parcours::model::id::{
    AttributeId, BranchId, ContactId, EventId, FieldId, JourneyId, TileId, TriggerId,
};
use parcours::model::journey::{
    Branch, Entry, Journey, JourneyState, Listener, Repeat, Sequence, Tile, TileKind,
};
use parcours::model::note::Note;
use parcours::model::sorted::SortedMap;
use parcours::model::time::Duration;
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

pub const NUMBER: FieldId = FieldId(1);
pub const WORD: FieldId = FieldId(2);
pub const FLAG: FieldId = FieldId(3);
pub const DATE: FieldId = FieldId(4);
pub const START: TriggerId = TriggerId(5);
pub const SIZE: AttributeId = AttributeId(6);
pub const ENTRY: TileId = TileId(8);

/// At, between and beyond all operands; empty: no value.
pub const NUMBERS: [&str; 8] = ["", "0", "0.5", "1", "1.5", "2", "3", "-4"];
pub const WORDS: [&str; 7] = ["", "a", "AB", "abc", "B", "xab", "zz"];
pub const FLAGS: [&str; 3] = ["", "true", "false"];
pub const DATES: [&str; 5] = ["", "2026-01-01", "2026-01-02T12:00", "2026-03-01", "2025-12-01"];
pub const SIZES: [&str; 8] = ["", "-1", "0", "0.5", "1", "1.5", "2", "3"];

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

/// Tiles with branches, some with tiles with branches; ids are still to be given.
pub fn tiles(simple: bool) -> impl Strategy<Value = Sequence> {
    let wait = || {
        Arc::new(Tile {
            id: TileId(0),
            name: String::new(),
            kind: TileKind::Wait(parcours::model::wait::WaitUntil::Duration(Duration::days(1))),
            note: Note::default(),
        })
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
                Arc::new(Tile { id: TileId(0), name: String::new(), kind, note: Note::default() })
            });
        prop::collection::vec(tile, 1..3)
    })
}

fn number(tiles: &mut Sequence, next: &mut u32) {
    for tile in tiles.iter_mut().map(Arc::make_mut) {
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
pub fn workspace(entry: Condition, mut tiles: Sequence) -> Workspace {
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

pub fn entry_condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        Just(Condition::default()),
        size().prop_map(|mut condition| {
            condition.rows_mut().for_each(|row| row.source = Some(Source::Incoming(SIZE)));
            condition
        }),
    ]
}
