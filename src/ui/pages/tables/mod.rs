//! The tables that entity references point into: all of them, and one to edit.

mod grid;
mod record;
mod transfer;

use leptos::prelude::*;

use crate::editor::{Command, Created, Page};
use crate::model::id::TableId;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::list::{ListPage, ListRow, NothingOpen};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use record::TableRecord;

/// The page, with one table open.
#[component]
pub fn TablesPage(
    /// The open one.
    id: Option<TableId>,
) -> impl IntoView {
    let store = Store::get();
    let add = Callback::new(move |()| {
        let name = untrack(|| t("new-table-name"));
        let created = store.run(Command::AddTable(name)).and_then(|outcome| outcome.created);
        if let Some(Created::Table(id)) = created {
            store.open(Page::Tables(Some(id)));
        }
    });
    let ids = Watch::new(move |_| store.read(|w| w.tables.keys().copied().collect::<Vec<_>>()));
    let rows = move || {
        view! {
            <ul class="list">
                <Rows each=move || ids.get() let:row>
                    <Row id=row open=id == Some(row)/>
                </Rows>
            </ul>
        }
        .into_any()
    };
    view! {
        <ListPage heading="tables" add="new-table" on_add=add rows=Box::new(rows)>
            {match id {
                Some(id) => view! { <TableRecord id/> }.into_any(),
                None => view! { <NothingOpen words="tables-empty"/> }.into_any(),
            }}
        </ListPage>
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
    let open_it = Callback::new(move |()| store.open(Page::Tables(Some(id))));
    view! {
        <ListRow name open=Signal::stored(open) on_open=open_it>
            <span class="soft truncate">{move || count()}</span>
        </ListRow>
    }
}
