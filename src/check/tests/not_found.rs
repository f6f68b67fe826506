//! Changes that come near a finding and are none.

use std::sync::Arc;

use super::dead::{know, other};
use super::fixture::*;
use super::found::{Change, nest};
use crate::check::Code;
use crate::model::condition::{Condition, Item, Join, Operator, Source};
use crate::model::journey::{Goal, JourneyState, Mapping, Target, Tile, TileKind};
use crate::model::time::Duration;
use crate::model::trigger::AudienceKind;
use crate::model::value::Type;
use crate::model::wait::WaitUntil;

const PHONES: Source = Source::Contact(PHONE);
const DAY: Duration = Duration::days(1);

pub const CASES: &[(Code, Change)] = &[
    (Code::LongJourneyName, |w| edit(w, MAIN).name = "é".repeat(150)),
    (Code::DuplicateJourneyName, |w| edit(w, MAIN).name = "Nurturé".into()),
    (Code::DuplicateTriggerName, |w| edit_trigger(w, CALL).name = "Main".into()),
    (Code::DuplicateAttributeName, |w| edit_trigger(w, CALL).attributes[0].name = "Amount".into()),
    (Code::EmptyBranchName, |w| {
        edit_branches(w).truncate(1);
        edit_branches(w)[0].name.clear();
    }),
    (Code::EventTargetEntityMismatch, |w| {
        edit(w, MAIN).audience = AudienceKind::Lead;
        edit(w, NURTURE).audience = AudienceKind::Lead;
        edit_trigger(w, ORDER).audience = AudienceKind::Lead;
        edit_trigger(w, CALL).audience = AudienceKind::Lead;
    }),
    (Code::InvalidFixedValue, |w| map(w, Mapping::Fixed("-0.5".into()))),
    (Code::EmptyFixedValue, |w| map(w, Mapping::Fixed("0".into()))),
    (Code::EmptyOnTheWay, |w| map(w, Mapping::Attribute(Source::Received(ENTRY, AMOUNT)))),
    (Code::EmptyOnTheWay, |w| {
        map(w, Mapping::Attribute(Source::Received(IF, AMOUNT)));
        let TileKind::WaitFor { other: no, .. } = edit_tile(w, MAIN, IF) else { return };
        no.push(exit(100));
    }),
    (Code::NotReceived, |w| {
        // What nobody comes to needs no values.
        map(w, Mapping::Attribute(Source::Received(IF, AMOUNT)));
        edit(w, MAIN).tiles.insert(0, exit(100));
    }),
    (Code::MayBeEmpty, |w| {
        edit_field(w, NICKNAME).required = true;
        map(w, Mapping::Attribute(Source::Contact(NICKNAME)));
    }),
    (Code::MayBeEmpty, |w| {
        // A condition knows what to do with a missing value (rule C1).
        ask(w, Join::All, Source::Contact(NICKNAME), &[(Operator::Equals, &["1"])]);
    }),
    (Code::MayBeEmpty, |w| {
        // The way here has asked for it.
        map(w, Mapping::Attribute(Source::Contact(NICKNAME)));
        let entry = edit(w, MAIN).entry.listener_mut().unwrap();
        entry.condition = Condition::row(Source::Contact(NICKNAME), Operator::IsNotEmpty, &[]);
        edit(w, MAIN).tiles.rotate_left(1);
    }),
    (Code::EmptyRange, |w| ask(w, Join::All, PHONES, &[(Operator::Between, &["1", "1"])])),
    (Code::ImpossibleCondition, |w| {
        let rows: &[(_, &[&str])] =
            &[(Operator::LessOrEqual, &["1"]), (Operator::GreaterOrEqual, &["1"])];
        ask(w, Join::All, PHONES, rows);
    }),
    (Code::ImpossibleCondition, |w| {
        let rows: &[(_, &[&str])] = &[(Operator::Less, &["1"]), (Operator::Greater, &["1"])];
        ask(w, Join::Any, PHONES, rows);
    }),
    (Code::ImpossibleCondition, |w| {
        let group =
            vec![row(PHONES, Operator::Less, &["1"]), row(PHONES, Operator::Greater, &["1"])];
        edit_branches(w)[0].condition.items = vec![Item::Group(Join::Any, group)];
    }),
    (Code::ImpossibleCondition, |w| {
        edit_field(w, PHONE).ty = Type::DateTime;
        let rows: &[(_, &[&str])] =
            &[(Operator::OnOrBefore, &["2026-01-01"]), (Operator::On, &["2026-01-01"])];
        ask(w, Join::All, PHONES, rows);
    }),
    (Code::ShadowedBranch, |w| {
        ask(w, Join::All, PHONES, &[(Operator::Greater, &["2"])]);
    }),
    (Code::DeadBranch, |w| {
        // The contact may change while it waits.
        know(w, Condition::row(PHONES, Operator::Equals, &["5"]));
        edit(w, NURTURE).tiles.insert(0, tile(100, TileKind::Wait(WaitUntil::Duration(DAY))));
    }),
    (Code::DeadBranch, |w| know(w, Condition::row(PHONES, Operator::LessOrEqual, &["2"]))),
    (Code::DeadOther, |w| {
        // A missing value holds for no comparison (rule C1).
        ask(w, Join::Any, PHONES, &[(Operator::Less, &["2"]), (Operator::GreaterOrEqual, &["2"])]);
        other(w).push(exit(100));
    }),
    (Code::WaitTooLong, |w| {
        *edit_tile(w, NURTURE, WAIT) = TileKind::Wait(WaitUntil::Duration(Duration::days(90)))
    }),
    (Code::JourneyTooLong, |w| {
        let wait = |id| tile(id, TileKind::Wait(WaitUntil::Duration(Duration::days(90))));
        edit(w, NURTURE).tiles.extend((100..104).map(wait));
    }),
    (Code::TooDeep, |w| nest(w, 8)),
    (Code::UnreachableTiles, |w| {
        let one = wait_for(100, ORDER, vec![exit(101)], vec![]);
        edit(w, NURTURE).tiles.insert(1, one);
    }),
    (Code::InvalidTimeRange, |w| {
        edit(w, MAIN).start = "2026-01-01T12:00".into();
        edit(w, MAIN).end = "2026-01-02".into();
    }),
    (Code::InvalidGoalTarget, |w| {
        let target = Some(Target::Share(100.into()));
        edit(w, MAIN).goal = Some(Goal { on: listen(CALL), target });
    }),
    (Code::GoalNeverMet, |w| {
        edit(w, MAIN).goal = Some(Goal { on: listen(CALL), target: None });
    }),
    (Code::NothingListens, |w| w.flows.clear()),
    (Code::NothingListens, |w| {
        w.journeys.remove(&NURTURE);
    }),
    (Code::OnlyFromOutside, |w| edit(w, NURTURE).tiles.push(raise_order())),
    (Code::TriggerLoop, |w| {
        edit(w, NURTURE).state = JourneyState::Completed;
        edit(w, NURTURE).tiles.push(raise_order());
    }),
    (Code::MissingRequiredValue, |w| {
        edit_contact(w).values.remove(&NICKNAME);
    }),
    (Code::InvalidContactValue, |w| {
        edit_contact(w).values.insert(NICKNAME, " ".into());
    }),
];

#[test]
fn what_only_comes_near_is_not_found() {
    for (at, (code, change)) in CASES.iter().enumerate() {
        let found = codes(change);
        assert!(!found.contains(code), "case {at}: {code:?} is among {found:?}");
    }
}

fn raise_order() -> Arc<Tile> {
    let kind = TileKind::CustomTrigger {
        trigger: Some(ORDER),
        mappings: Default::default(),
        binding: None,
    };
    tile(100, kind)
}
