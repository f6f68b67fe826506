//! The tables that entity references point into: all of them, and one to edit.

mod grid;
mod record;
mod transfer;

use leptos::prelude::*;

use crate::editor::{Command, Page};
use crate::model::id::TableId;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::list::{ListPage, ListRow, run_and_open};
use crate::ui::store::Store;
use record::TableRecord;

/// The page, with one table open.
#[component]
pub fn TablesPage(
    /// The open one.
    id: Option<TableId>,
) -> impl IntoView {
    let store = Store::get();
    let add = move |()| run_and_open(store, Command::AddTable(untrack(|| t("new-table-name"))));
    view! {
        <ListPage
            heading="tables"
            add="new-table"
            on_add=add
            empty="tables-empty"
            ids=|w| w.tables.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <TableRecord id/> }.into_any()
        />
    }
}

#[component]
fn Row(id: TableId, open: bool) -> impl IntoView {
    let store = Store::get();
    let name = Signal::derive(move || {
        store.read(|w| w.tables.get(&id).map(|table| table.name.clone())).unwrap_or_default()
    });
    let count = move || {
        let found = store.read(|w| w.tables.get(&id).map(|t| (t.columns.len(), t.rows.len())));
        let (columns, rows) = found.unwrap_or_default();
        let number = |count: usize| numbers::count(count as u64).into();
        t_with("table-size", [("columns", number(columns)), ("rows", number(rows))])
    };
    view! {
        <ListRow name open page=Page::Tables(Some(id))>
            <span class="soft truncate">{move || count()}</span>
        </ListRow>
    }
}
