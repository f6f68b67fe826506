//! Conditions that never hold and branches that nobody takes: each with the smallest
//! change to the sound workspace after which it is found.

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::Code;
use crate::model::condition::{Condition, Item, Join, Operator, Source};
use crate::model::id::TileId;
use crate::model::journey::Tile;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

const PHONES: Source = Source::Contact(PHONE);

pub const FOUND: &[(Code, Change)] = &[
    (Code::ImpossibleCondition, |w| {
        let rows: &[(_, &[&str])] = &[(Operator::Less, &["1"]), (Operator::Greater, &["1"])];
        ask(w, Join::All, PHONES, rows);
    }),
    (Code::ImpossibleCondition, |w| {
        let rows: &[(_, &[&str])] = &[(Operator::IsEmpty, &[]), (Operator::Equals, &["1"])];
        ask(w, Join::All, PHONES, rows);
    }),
    (Code::ImpossibleCondition, |w| {
        let rows: &[(_, &[&str])] = &[(Operator::Is, &["Ada"]), (Operator::IsNot, &["ADA"])];
        ask(w, Join::All, Source::Contact(NAME), rows);
    }),
    (Code::ImpossibleCondition, |w| {
        edit_field(w, PHONE).ty = Type::TrueFalse;
        ask(w, Join::All, PHONES, &[(Operator::IsTrue, &[]), (Operator::IsFalse, &[])]);
    }),
    (Code::ImpossibleCondition, |w| {
        edit_field(w, PHONE).ty = Type::DateTime;
        let rows: &[(_, &[&str])] =
            &[(Operator::Before, &["2026-01-01"]), (Operator::On, &["2026-01-01"])];
        ask(w, Join::All, PHONES, rows);
    }),
    (Code::ImpossibleCondition, |w| {
        let group =
            vec![row(PHONES, Operator::Less, &["1"]), row(PHONES, Operator::Greater, &["1"])];
        edit_branches(w)[0].condition.join = Join::Any;
        edit_branches(w)[0].condition.items = vec![Item::Group(Join::All, group)];
    }),
    (Code::ShadowedBranch, |w| ask(w, Join::Any, PHONES, &[(Operator::Equals, &["2"])])),
    (Code::ShadowedBranch, |w| {
        ask(w, Join::All, PHONES, &[(Operator::GreaterOrEqual, &["2"])]);
    }),
    (Code::DeadBranch, |w| know(w, Condition::row(PHONES, Operator::Equals, &["2"]))),
    (Code::DeadBranch, |w| {
        know(w, Condition::row(Source::Incoming(NUMBER), Operator::Greater, &["5"]));
        let received = Source::Received(TileId(41), NUMBER);
        ask(w, Join::All, received, &[(Operator::Less, &["5"])]);
        // What a trigger brought stays as it is, however long the contact waits.
        edit(w, NURTURE).tiles.rotate_right(1);
    }),
    (Code::DeadOther, |w| {
        ask(w, Join::Any, PHONES, &[(Operator::IsEmpty, &[]), (Operator::IsNotEmpty, &[])]);
        other(w).push(exit(100));
    }),
];

/// Lets only those into [`NURTURE`] for whom the condition holds.
pub fn know(w: &mut Workspace, condition: Condition) {
    edit(w, NURTURE).entry.listener_mut().unwrap().condition = condition;
}

/// What is on Other of [`SPLIT`].
pub fn other(w: &mut Workspace) -> &mut Vec<Arc<Tile>> {
    edit_tile(w, NURTURE, SPLIT).sequences_mut().pop().unwrap()
}
