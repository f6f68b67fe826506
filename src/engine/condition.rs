//! Conditions compiled: groups of rows in flat arrays, each row a source that is
//! an index and a test that is a comparison of integers where it can be.

use std::ops::Range;

use crate::engine::cell::{Cell, LARGE};
use crate::model::condition::{Comparison, Join};
use crate::model::predicate::{NumberTest, Predicate};
use crate::model::value::Type;

/// All conditions of a plan. A condition is known by its index, or [`ALWAYS`], or,
/// when it is a single row, as most are, by the row's index with [`SINGLE`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions {
    pub conditions: Vec<Joined>,
    pub groups: Vec<Joined>,
    pub rows: Vec<Row>,
    /// How many rows compare texts; each remembers what it decided for each text.
    pub text_rows: u32,
}

/// The condition without rows.
pub(crate) const ALWAYS: u32 = u32::MAX;
/// Marks the index of a row that is a condition by itself.
pub(crate) const SINGLE: u32 = 1 << 31;

/// Members in a row, and how they are joined.
#[derive(Debug, Clone)]
pub(crate) struct Joined {
    pub join: Join,
    pub members: Range<u32>,
}

/// One comparison.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub source: Lookup,
    pub test: Test,
    pub ty: Type,
    pub predicate: Predicate,
    /// As a person wrote it, for traces.
    pub written: Comparison,
}

/// Where a value is looked up when the plan runs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lookup {
    /// A column of the contact.
    Contact(u32),
    /// A trigger that the instance keeps in a slot.
    Received { slot: u32, attribute: Attribute },
    /// The trigger that is being looked at.
    Incoming(Attribute),
    /// The end of a path through tables.
    Column(u32),
    /// The built-in `bindingId` of a trigger that the instance keeps in a slot.
    ReceivedBinding { slot: u32, count: u32 },
    /// The built-in `bindingId` of the trigger that is being looked at.
    IncomingBinding,
    /// A value of the plan.
    Fixed(Cell),
    /// Never there.
    Nothing,
}

/// An attribute, by its place among those of its trigger and among all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attribute {
    pub of_trigger: u32,
    pub of_plan: u32,
}

/// How a cell is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Test {
    /// Whether it is missing.
    Empty(bool),
    /// Whether the number lies between the two, which are in; large numbers ask the predicate.
    Number(i64, i64),
    /// Whether it is true, or false.
    TrueFalse(bool),
    /// The predicate, remembered for each text under that number.
    Text(u32),
    /// The predicate.
    Value,
}

impl Conditions {
    /// The test for a predicate.
    pub fn test(&mut self, predicate: &Predicate) -> Test {
        match predicate {
            Predicate::Empty => Test::Empty(true),
            Predicate::NotEmpty => Test::Empty(false),
            Predicate::Number(NumberTest::Within(low, high)) => {
                let clamp = |units: i128| units.clamp((-LARGE).into(), LARGE.into()) as i64;
                Test::Number(clamp(low.units()), clamp(high.units()))
            }
            Predicate::TrueFalse(wanted) => Test::TrueFalse(*wanted),
            Predicate::Text(..) | Predicate::Entity(..) => {
                self.text_rows += 1;
                Test::Text(self.text_rows - 1)
            }
            Predicate::Number(NumberTest::Not(_)) | Predicate::DateTime(_) => Test::Value,
        }
    }

    /// The rows of a condition.
    pub fn rows_of(&self, condition: u32) -> impl Iterator<Item = u32> {
        let single = condition & !SINGLE;
        let (groups, row) = match condition {
            ALWAYS => (0..0, 0..0),
            _ if condition & SINGLE != 0 => (0..0, single..single + 1),
            _ => (self.conditions[condition as usize].members.clone(), 0..0),
        };
        groups.flat_map(|group| self.groups[group as usize].members.clone()).chain(row)
    }
}

impl Joined {
    /// Whether it holds, when `holds` tells that of its members.
    #[inline]
    pub fn holds(&self, mut holds: impl FnMut(u32) -> bool) -> bool {
        let mut members = self.members.clone();
        match self.join {
            Join::All => members.all(&mut holds),
            Join::Any => members.any(&mut holds),
        }
    }
}
