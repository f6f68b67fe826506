//! On made-up workspaces: "Used in" is what a search finds, and contradictions
//! are never found where a value meets the condition.

use std::sync::Arc;

use proptest::prelude::*;

use super::fixture::*;
use crate::check::{Index, Role, check};
use crate::model::condition::{Condition, Item, Join, Operator, Source};
use crate::model::id::{AttributeId, ExitId, FieldId, JourneyId, TriggerId};
use crate::model::journey::{
    ExitCriterion, Goal, JourneyState, Listener, Mapping, Sequence, Tile, TileKind, WaitOn,
};
use crate::model::predicate::Predicate;
use crate::model::time::{Duration, Instant};
use crate::model::value::{Type, Value};
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

/// A few ids, so that they meet.
fn trigger() -> impl Strategy<Value = TriggerId> {
    prop_oneof![Just(ORDER), Just(CALL), Just(TriggerId(999))]
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![
        (1..4_u32).prop_map(|id| Source::Contact(FieldId(id))),
        (11..13_u32).prop_map(|id| Source::Incoming(AttributeId(id))),
        (100..110_u32, 11..13_u32).prop_map(|(tile, id)| Source::Received(
            crate::model::id::TileId(tile),
            AttributeId(id)
        )),
    ]
}

fn listener() -> impl Strategy<Value = Listener> {
    (proptest::option::of(trigger()), proptest::option::of(source())).prop_map(
        |(trigger, source)| {
            let condition = source
                .map(|source| Condition::row(source, Operator::Equals, &["1"]))
                .unwrap_or_default();
            Listener { trigger, condition }
        },
    )
}

/// Tiles with ids still to be given.
fn tiles() -> impl Strategy<Value = Sequence> {
    let leaf = prop_oneof![
        Just(tile(0, TileKind::Exit)),
        Just(tile(0, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))),
        (proptest::option::of(trigger()), source()).prop_map(|(trigger, source)| {
            let mappings = [(AMOUNT, Mapping::Attribute(source))].into();
            tile(0, TileKind::CustomTrigger { trigger, mappings, binding: None })
        }),
    ];
    let tile = leaf.prop_recursive(3, 16, 3, |inner| {
        let tiles = || proptest::collection::vec(inner.clone(), 0..3);
        (listener(), tiles(), tiles()).prop_map(|(on, yes, no)| {
            tile(0, TileKind::wait_for(WaitOn::Trigger(on), Duration::days(1), yes, no))
        })
    });
    proptest::collection::vec(tile, 0..4)
}

fn workspace() -> impl Strategy<Value = Workspace> {
    let state = prop_oneof![Just(JourneyState::Draft), Just(JourneyState::Live)];
    let journey = (state, listener(), proptest::option::of(listener()), listener(), tiles());
    proptest::collection::vec(journey, 1..4).prop_map(|journeys| {
        let mut workspace = sound();
        let mut next = 100;
        for (at, (state, entry, goal, exit, mut tiles)) in journeys.into_iter().enumerate() {
            number(&mut tiles, &mut next);
            let id = JourneyId(1000 + 10 * at as u32);
            add_journey(&mut workspace, id, "Any", ORDER, tiles);
            let journey = edit(&mut workspace, id);
            journey.state = state;
            journey.entry.listen(entry);
            journey.goal = goal.map(|on| Goal { on, target: None });
            journey.exits = vec![ExitCriterion {
                id: ExitId(id.0 + 2),
                on: crate::model::entry::ExitOn::Trigger(exit),
            }];
        }
        workspace
    })
}

fn number(tiles: &mut [Arc<Tile>], next: &mut u32) {
    for tile in tiles.iter_mut().map(Arc::make_mut) {
        tile.id.0 = *next;
        *next += 1;
        tile.kind.sequences_mut().into_iter().for_each(|tiles| number(tiles, next));
    }
}

/// How often something stands in the journeys and flows, written out.
fn occurrences(workspace: &Workspace, what: &str) -> usize {
    let journeys = workspace.journeys.values().map(|one| format!("{one:?}"));
    let flows = workspace.flows.values().map(|one| format!("{one:?}"));
    journeys.chain(flows).map(|text| text.matches(what).count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn usage_is_what_a_search_finds(workspace in workspace()) {
        let index = Index::build(&workspace);
        for id in [ORDER, CALL, TriggerId(999)] {
            let uses = index.usage(id);
            prop_assert_eq!(uses.len(), occurrences(&workspace, &format!("{id:?}")));
            prop_assert!(uses.is_sorted_by_key(|one| !one.live), "live ones come first");
            for one in uses {
                prop_assert_eq!(one.role == Role::Flow, one.flow.is_some());
                prop_assert_eq!(one.role == Role::Ends, one.exit.is_some());
            }
        }
        for id in (1..4).map(FieldId) {
            let held = workspace.contacts.values().filter(|one| one.values.contains_key(&id));
            let found = index.field_usage(id).len() - held.count();
            prop_assert_eq!(found, occurrences(&workspace, &format!("Contact({id:?})")));
        }
    }

    #[test]
    fn findings_are_in_order_complete_and_the_same_again(workspace in workspace()) {
        let found = check(&workspace);
        prop_assert!(found.is_sorted_by_key(|one| (one.site.subject, one.site.tile.is_some())));
        prop_assert_eq!(check(&workspace), found.clone());
        found.iter().for_each(super::sentences::assert_complete);
    }

    #[test]
    fn an_impossible_condition_holds_for_no_value(rows in proptest::collection::vec(
        (0..Operator::of(&Type::Number).len(), -2..3_i32), 1..5,
    )) {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(at, value)| (Operator::of(&Type::Number)[at], value))
            .filter(|(operator, _)| *operator != Operator::Between)
            .map(|(operator, value)| {
                let operands = match operator {
                    Operator::IsEmpty | Operator::IsNotEmpty => vec![],
                    _ => vec![value.to_string()],
                };
                (operator, operands)
            })
            .collect();
        let mut workspace = sound();
        let items = rows.iter().map(|(operator, operands)| {
            let operands: Vec<&str> = operands.iter().map(String::as_str).collect();
            Item::Row(row(Source::Contact(PHONE), *operator, &operands))
        });
        edit_branches(&mut workspace)[0].condition =
            Condition { join: Join::All, items: items.collect() };
        let found = check(&workspace);
        let impossible = found.iter().any(|one| one.code == crate::check::Code::ImpossibleCondition);
        prop_assert_eq!(impossible, !some_value_meets(&rows));
    }
}

/// Tries every value at and between the operands, and none at all.
fn some_value_meets(rows: &[(Operator, Vec<String>)]) -> bool {
    let zone = crate::model::zone::TimeZone::UTC;
    let parse = |text: &str| Value::parse(text, &Type::Number, &zone).ok();
    let values = (-7..=7).map(|half| parse(&(f64::from(half) / 2.0).to_string()));
    values.chain([None]).any(|value| {
        rows.iter().all(|(operator, operands)| {
            let predicate = Predicate::parse(*operator, operands, &Type::Number, &zone).unwrap();
            predicate.holds(value.as_ref(), Instant(0))
        })
    })
}
