//! The rows of the trigger catalogue: what each trigger has and who has to do with it,
//! filtered and sorted.

use std::cmp::Ordering;

use crate::check::usage::{Index, Role, examples};
use crate::model::collect;
use crate::model::id::TriggerId;
use crate::model::predicate::fold;
use crate::model::trigger::TriggerState;
use crate::model::workspace::Workspace;

/// One trigger in the catalogue. Journeys count once, whatever number of tiles they use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: TriggerId,
    /// Its display name.
    pub name: String,
    /// Its unique name.
    pub unique_name: String,
    /// Its state.
    pub state: TriggerState,
    /// The names of its attributes.
    pub attributes: Vec<String>,
    /// The journeys that do each of [`ROLES`] with it; for the last, the flows.
    pub counts: [usize; ROLES.len()],
    /// The journeys that use it and are live.
    pub live: usize,
    /// The events, models and scenarios that have to do with it.
    pub examples: usize,
}

/// The roles in the order in which they are shown: who raises, then who listens.
pub const ROLES: [Role; 6] =
    [Role::Raised, Role::Starts, Role::Waits, Role::Ends, Role::Goal, Role::Flow];

/// What the catalogue is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The display name, without regard to case.
    #[default]
    Name,
    /// The state, in the order of life.
    State,
    /// The number of attributes.
    Attributes,
    /// How many do that with it.
    Role(Role),
}

/// Which triggers are shown, by what has to do with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Shown {
    #[default]
    All,
    Live,
    NobodyListens,
    NobodyRaises,
    Unused,
}

impl Shown {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::All, Self::Live, Self::NobodyListens, Self::NobodyRaises, Self::Unused];

    /// Whether a row is shown.
    pub fn shows(self, row: &Row) -> bool {
        match self {
            Self::All => true,
            Self::Live => row.live > 0,
            Self::NobodyListens => row.raised() > 0 && row.listening() == 0,
            Self::NobodyRaises => row.raised() == 0 && row.listening() > 0,
            Self::Unused => row.is_unused(),
        }
    }
}

impl Row {
    /// How many journeys raise it.
    pub fn raised(&self) -> usize {
        self.count(Role::Raised)
    }

    /// How many uses listen to it.
    pub fn listening(&self) -> usize {
        self.counts.iter().sum::<usize>() - self.raised()
    }

    /// How many do that with it.
    pub fn count(&self, role: Role) -> usize {
        let counts = ROLES.iter().zip(self.counts);
        counts.filter(|(known, _)| **known == role).map(|(_, count)| count).sum()
    }

    /// Whether it can be deleted.
    pub fn is_unused(&self) -> bool {
        self.counts.iter().sum::<usize>() + self.examples == 0
    }

    /// All that a search looks at.
    pub fn words(&self) -> String {
        format!("{} {} {}", self.name, self.unique_name, self.attributes.join(" "))
    }
}

/// A row for each trigger, in document order.
pub fn rows(workspace: &Workspace, index: &Index) -> Vec<Row> {
    let row = |trigger: &crate::model::trigger::Trigger| {
        let uses = index.usage(trigger.id);
        let count = |role| {
            let uses = uses.iter().filter(|one| one.role == role);
            collect::set(uses.map(|one| (one.journey, one.flow))).len()
        };
        let live = uses.iter().filter(|one| one.live && one.journey.is_some());
        Row {
            id: trigger.id,
            name: trigger.name.clone(),
            unique_name: trigger.unique_name.clone(),
            state: trigger.state,
            attributes: trigger.attributes.iter().map(|one| one.name.clone()).collect(),
            counts: ROLES.map(count),
            live: collect::set(live.map(|one| one.journey)).len(),
            examples: examples(workspace, trigger.id).len(),
        }
    };
    workspace.triggers.values().map(|trigger| row(trigger)).collect()
}

/// Sorts rows; equal ones stay in document order, upwards and downwards.
pub fn sort(rows: &mut [Row], by: Order, descending: bool) {
    collect::sort(rows, |one, other| {
        let order = compare(one, other, by);
        if descending { order.reverse() } else { order }
    });
}

fn compare(one: &Row, other: &Row, by: Order) -> Ordering {
    match by {
        Order::Name => fold(&one.name).cmp(&fold(&other.name)),
        Order::State => one.state.cmp(&other.state),
        Order::Attributes => one.attributes.len().cmp(&other.attributes.len()),
        Order::Role(role) => one.count(role).cmp(&other.count(role)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u32, name: &str, counts: [usize; 6]) -> Row {
        Row {
            id: TriggerId(id),
            name: name.into(),
            unique_name: String::new(),
            state: TriggerState::Ready,
            attributes: Vec::new(),
            counts,
            live: 0,
            examples: 0,
        }
    }

    fn order(rows: &[Row]) -> Vec<u32> {
        rows.iter().map(|row| row.id.0).collect()
    }

    #[test]
    fn rows_are_sorted_by_any_column_and_equal_ones_stay() {
        let mut rows = [
            row(1, "Order", [1, 0, 0, 0, 0, 0]),
            row(2, "call", [0, 2, 0, 0, 0, 0]),
            row(3, "Again", [1, 1, 0, 0, 0, 0]),
        ];
        sort(&mut rows, Order::Name, false);
        assert_eq!(order(&rows), [3, 2, 1]);
        sort(&mut rows, Order::Role(Role::Starts), true);
        assert_eq!(order(&rows), [2, 3, 1]);
        sort(&mut rows, Order::Role(Role::Raised), true);
        assert_eq!(order(&rows), [3, 1, 2]);
    }

    #[test]
    fn what_is_missing_can_be_asked_for() {
        let raised = row(1, "", [1, 0, 0, 0, 0, 0]);
        let heard = row(2, "", [0, 0, 0, 0, 0, 1]);
        let unused = row(3, "", [0; 6]);
        let shown = |shown: Shown| [&raised, &heard, &unused].map(|row| shown.shows(row));
        assert_eq!(shown(Shown::NobodyListens), [true, false, false]);
        assert_eq!(shown(Shown::NobodyRaises), [false, true, false]);
        assert_eq!(shown(Shown::Unused), [false, false, true]);
        assert!(!Row { examples: 1, ..unused }.is_unused());
    }
}
