//! The rows of a table: a line each, a column for its key and for every column of
//! the table; of a long table some rows at a time.

use leptos::html;
use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::Command;
use crate::model::id::TableId;
use crate::model::table::{Column, Row, Table};
use crate::model::value::Type;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::pages::contacts::cell::Cell;
use crate::ui::pages::section::{DeleteRow, write_in_last};
use crate::ui::pages::tables::transfer::{self, Imported};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{Button, IconButton};

/// How many rows are shown at a time.
const SHOWN: usize = 100;

/// The section. Copied freely within: it holds handles only.
#[component]
pub fn RowsSection(
    /// The table.
    id: TableId,
) -> impl IntoView {
    let store = Store::get();
    let count =
        Watch::new(move |_| store.read(|w| w.tables.get(&id).map_or(0, |table| table.rows.len())));
    let columns = Watch::new(move |_| {
        store.read(|w| w.tables.get(&id).map(|table| table.columns.clone())).unwrap_or_default()
    });
    // The first of those that are shown; fewer rows may be left than there were.
    let turned = RwSignal::new(0_usize);
    let first = Watch::new(move |_| {
        let last_page = count.get().saturating_sub(1) / SHOWN * SHOWN;
        turned.get().min(last_page)
    });
    let added = RwSignal::new(false);
    let add = move |()| {
        store.change(id, Command::SetTable, |table: &mut Table| {
            let key = free_key(table);
            table.rows.push(Row { key, ..Row::default() });
        });
        store.end_gesture();
        turned.set(usize::MAX);
        added.set(true);
    };
    let read = RwSignal::new(None::<Imported>);
    view! {
        <section class="record-section" aria-label=move || t("table-rows")>
            <header class="page-head">
                <div>
                    <h2>{move || t("table-rows")}</h2>
                    <p class="soft small">{move || t("table-rows-about")}</p>
                </div>
                <div class="button-row">
                    <transfer::RowsTransfer id count read/>
                    <Button
                        label="add-table-row"
                        class="button button-small"
                        icon=IconName::Plus
                        test_id="add-table-row"
                        on_click=add
                    />
                </div>
            </header>
            <transfer::WhatWasRead read/>
            {changing(move || {
                let columns = columns.get();
                if count.get() == 0 {
                    return view! { <p class="soft small">{move || t("rows-none")}</p> }.into_any();
                }
                view! { <Grid id columns count first added/> }.into_any()
            })}
            <Pages count first turned/>
        </section>
    }
}

/// A number that is no row's key yet.
fn free_key(table: &Table) -> String {
    let mut number = table.rows.len() + 1;
    while table.row(&number.to_string()).is_some() {
        number += 1;
    }
    number.to_string()
}

/// Which rows are shown, and buttons to the others.
#[component]
fn Pages(count: Watch<usize>, first: Watch<usize>, turned: RwSignal<usize>) -> impl IntoView {
    let words = move || {
        let n = |count: usize| numbers::count(count as u64).into();
        let (first, all) = (first.get(), count.get());
        let last = (first + SHOWN).min(all);
        t_with("rows-shown", [("first", n(first + 1)), ("last", n(last)), ("all", n(all))])
    };
    let button = move |label: &'static str, icon: IconName, to: Signal<Option<usize>>| {
        view! {
            <IconButton
                icon
                label
                test_id=label
                enabled=Signal::derive(move || to.get().is_some())
                on_click=move |()| turned.set(to.get_untracked().unwrap_or_default())
            />
        }
        .into_any()
    };
    let before = Signal::derive(move || first.get().checked_sub(SHOWN));
    let after = move || Some(first.get() + SHOWN).filter(|next| *next < count.get());
    let several = Watch::new(move |_| count.get() > SHOWN);
    changing(move || {
        several.get().then(|| {
            view! {
                <div class="rows-foot">
                    <span class="soft small numeric">{words}</span>
                    {button("rows-before", IconName::ChevronLeft, before)}
                    {button("rows-after", IconName::ChevronRight, Signal::derive(after))}
                </div>
            }
            .into_any()
        })
    })
}

#[component]
fn Grid(
    id: TableId,
    columns: Vec<Column>,
    count: Watch<usize>,
    first: Watch<usize>,
    added: RwSignal<bool>,
) -> impl IntoView {
    let heads = columns.iter().map(|column| view! { <th>{column.name.clone()}</th> }.into_any());
    let heads = heads.collect_view();
    let shown = move || first.get() as u32..count.get().min(first.get() + SHOWN) as u32;
    let columns = StoredValue::new(columns);
    let body: NodeRef<html::Tbody> = NodeRef::new();
    // Whoever adds a row goes on to write its key.
    Effect::new(move |_| {
        if added.get() {
            added.set(false);
            write_in_last(move || body.try_get_untracked().flatten().map(Into::into));
        }
    });
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
                <tbody node_ref=body>
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
                <DeleteRow name=key on_delete=delete/>
            </td>
        </tr>
    }
}
