//! The rows of a table: a line each, a column for its key and for every column of
//! the table; and rows from a CSV file. Of a long table the first rows are shown.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::check::site::{Spot, Subject};
use crate::editor::Command;
use crate::format::csv::{CsvError, read_rows};
use crate::model::id::TableId;
use crate::model::table::{Column, Row, Table};
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::contacts::cell::Cell;
use crate::ui::pages::contacts::{DeleteRow, SectionHead};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::web::files;

/// The most rows that are shown.
const SHOWN: usize = 200;

/// The section.
#[component]
pub fn RowsSection(
    /// The table.
    id: TableId,
) -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let count =
        Watch::new(move |_| store.read(|w| w.tables.get(&id).map_or(0, |table| table.rows.len())));
    let columns = Watch::new(move |_| {
        store.read(|w| w.tables.get(&id).map(|table| table.columns.clone())).unwrap_or_default()
    });
    let add = Callback::new(move |()| {
        let last = count.get_untracked();
        store.change(id, Command::SetTable, |table: &mut Table| {
            let key = format!("{}", last + 1);
            table.rows.push(Row { key, ..Row::default() });
        });
        store.end_gesture();
    });
    let rest = move || {
        let n = |count: usize| numbers::count(count as u64).into();
        (count.get() > SHOWN)
            .then(|| t_with("rows-shown", [("n", n(SHOWN)), ("all", n(count.get()))]))
    };
    view! {
        <section class="record-section" aria-label=move || t("table-rows")>
            <SectionHead
                heading="table-rows"
                about="table-rows-about"
                add="add-table-row"
                on_add=add
                can_add=true
            />
            <div>
                <button
                    type="button"
                    class="button button-small"
                    data-testid="import-rows"
                    on:click=move |_| choose(store, toasts, id)
                >
                    <Icon name=IconName::Upload/>
                    {move || t("import-rows")}
                </button>
            </div>
            {changing(move || {
                let columns = columns.get();
                (count.get() > 0).then(|| view! { <Grid id columns count/> }.into_any())
            })}
            {move || rest().map(|rest| view! { <p class="soft small">{rest}</p> }.into_any())}
        </section>
    }
}

#[component]
fn Grid(id: TableId, columns: Vec<Column>, count: Watch<usize>) -> impl IntoView {
    let heads = columns.iter().map(|column| view! { <th>{column.name.clone()}</th> }.into_any());
    let heads = heads.collect_view();
    let shown = move || 0..count.get().min(SHOWN) as u32;
    let columns = StoredValue::new(columns);
    view! {
        <div class="table-frame">
            <table class="table grid">
                <thead>
                    <tr>
                        <th>{move || t("row-key")}</th>
                        {heads}
                        <th>
                            <span class="sr-only">{move || t("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <Rows each=shown let:index>
                        <RowLine id index=index as usize columns/>
                    </Rows>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn RowLine(id: TableId, index: usize, columns: StoredValue<Vec<Column>>) -> impl IntoView {
    let store = Store::get();
    let row = Watch::new(move |_| {
        store.read(|w| w.tables.get(&id).and_then(|table| table.rows.get(index).cloned()))
    });
    let key = Signal::derive(move || row.get().map(|row| row.key).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Row)| {
        store.change(id, Command::SetTable, |table: &mut Table| {
            table.rows.get_mut(index).into_iter().for_each(change);
        });
    };
    let delete = move |()| {
        store.change(id, Command::SetTable, |table: &mut Table| {
            if index < table.rows.len() {
                table.rows.remove(index);
            }
        });
        store.end_gesture();
    };
    let cell = move |column: Column| {
        let (column_id, name) = (column.id, column.name);
        let value = move || row.get().and_then(|row| row.values.get(&column_id).cloned());
        let set = move |text: String| {
            change(&|row| {
                if text.is_empty() {
                    row.values.remove(&column_id);
                } else {
                    row.values.insert(column_id, text.clone());
                }
            });
        };
        let label = move || {
            t_with("value-of", [("field", name.clone().into()), ("contact", key.get().into())])
        };
        view! {
            <td>
                <Cell
                    label=Signal::derive(label)
                    ty=column.ty
                    value=Signal::derive(move || value().unwrap_or_default())
                    on_input=set
                    site=Subject::Table(id).at(Spot::RowValue(index, column_id))
                />
            </td>
        }
        .into_any()
    };
    view! {
        <tr data-testid="table-row">
            <td>
                <Cell
                    label=Signal::derive(|| t("row-key"))
                    ty=Type::Text
                    value=key
                    on_input=move |key: String| change(&|row| row.key.clone_from(&key))
                    site=Subject::Table(id).at(Spot::RowKey(index))
                />
            </td>
            {columns.get_value().into_iter().map(cell).collect_view()}
            <td class="right">
                <DeleteRow name=key on_delete=Callback::new(delete)/>
            </td>
        </tr>
    }
}

/// Lets the person choose a CSV file and puts its rows in the place of those here.
fn choose(store: Store, toasts: Toasts, id: TableId) {
    let chosen = move |file: File| {
        spawn_local(async move {
            match files::bytes(&file).await {
                Ok(bytes) => import(store, toasts, id, (&file.name(), &bytes)),
                Err(error) => transfer::say_failed(toasts, &file.name(), &error.0),
            }
        });
    };
    if let Err(error) = files::choose(".csv,text/csv", chosen) {
        transfer::say_failed(toasts, "", &error.0);
    }
}

fn import(store: Store, toasts: Toasts, id: TableId, (name, bytes): (&str, &[u8])) {
    let table = store.peek(|w| w.tables.get(&id).map(|table| (**table).clone()));
    let Some(mut table) = table else { return };
    match read_rows(bytes, &table) {
        Ok((rows, reading)) => {
            table.rows = rows;
            store.run(Command::SetTable(table));
            store.end_gesture();
            let number = |count: u64| Arg::from(untrack(|| numbers::count(count)));
            let args = vec![("n", number(reading.taken)), ("left", number(reading.left_out))];
            toasts.say("rows-imported", args);
        }
        Err(error) => transfer::say_failed(toasts, name, &cause(&error)),
    }
}

/// Why nothing of a file can be read.
fn cause(error: &CsvError) -> String {
    let args = error.args().into_iter().map(|(name, text)| (name, Arg::from(text)));
    untrack(|| t_with(error.message(), args))
}
