//! Lists that change: one keyed list for the whole interface.
//!
//! Leptos compiles its `For`, and the comparison of the old list with the new one,
//! once for every kind of row. Here a row is a number and a promise of a view, so
//! that there is one kind only: this keeps more than a hundred kilobytes out of
//! what the browser fetches. A row whose key stays keeps its view; nothing here
//! knows what a row shows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::id::{
    AttributeId, BranchId, ColumnId, ContactId, EventId, ExitId, FieldId, FlowId, JourneyId,
    ModelId, ScenarioId, SegmentId, StepId, TableId, TileId, TriggerId,
};
use crate::model::tree::{Place, SequenceId, Slot};

/// What tells one row of a list from the others: equal for equal rows only.
pub type Key = [u32; 4];

/// Something that a list can have a row for.
pub trait RowKey {
    /// Its key in the list.
    fn row_key(&self) -> Key;
}

struct Row {
    key: Key,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A list with a row for each item. A row is built when its key comes and dropped
/// when its key goes.
#[component]
pub fn Rows<E, I, T, C, V>(
    /// The items, tracked.
    each: E,
    /// The row of an item.
    children: C,
) -> impl IntoView
where
    E: Fn() -> I + Send + 'static,
    I: IntoIterator<Item = T>,
    T: RowKey + Send + 'static,
    C: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    list(Box::new(move || {
        let row = |item: T| {
            let children = Arc::clone(&children);
            Row { key: item.row_key(), view: Box::new(move || children(item).into_any()) }
        };
        each().into_iter().map(row).collect()
    }))
}

fn list(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key children=|row: Row| (row.view)()/> }.into_any()
}

macro_rules! row_key_of_id {
    ($($id:ident),*) => {
        $(impl RowKey for $id {
            fn row_key(&self) -> Key {
                [self.0, 0, 0, 0]
            }
        })*
    };
}

row_key_of_id!(
    ColumnId,
    TableId,
    AttributeId,
    ModelId,
    BranchId,
    ContactId,
    EventId,
    ExitId,
    FieldId,
    FlowId,
    JourneyId,
    ScenarioId,
    SegmentId,
    StepId,
    TileId,
    TriggerId
);

impl RowKey for u32 {
    fn row_key(&self) -> Key {
        [*self, 0, 0, 0]
    }
}

impl RowKey for usize {
    fn row_key(&self) -> Key {
        // Positions in lists: far below what 32 bits hold.
        [*self as u32, 0, 0, 0]
    }
}

/// A position and what kind of row stands there.
impl RowKey for (usize, bool) {
    fn row_key(&self) -> Key {
        [self.0 as u32, u32::from(self.1), 0, 0]
    }
}

/// A branch.
impl RowKey for (TileId, Slot) {
    fn row_key(&self) -> Key {
        let [kind, branch] = of_slot(self.1);
        [0, self.0.0, kind, branch]
    }
}

impl RowKey for Place {
    fn row_key(&self) -> Key {
        let index = self.index as u32;
        match self.sequence {
            SequenceId::Root => [index, 0, 0, 0],
            SequenceId::Of(tile, slot) => {
                let [kind, branch] = of_slot(slot);
                [index, tile.0, kind, branch]
            }
        }
    }
}

/// From 1 on: 0 is no branch at all.
fn of_slot(slot: Slot) -> [u32; 2] {
    match slot {
        Slot::Branch(BranchId(branch)) => [1, branch],
        Slot::Other => [2, 0],
        Slot::Yes => [3, 0],
        Slot::No => [4, 0],
    }
}
