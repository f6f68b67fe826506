//! One table: its name and its columns. Its rows are in [`grid`](super::grid).

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::editor::{Command, Page, Reshape};
use crate::model::id::{ColumnId, TableId};
use crate::model::table::{Column, Table};
use crate::model::value::Type;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::t;
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::pages::tables::grid::RowsSection;
use crate::ui::pages::wires::places::{Places, Used};
use crate::ui::problems::inline::InlineProblems;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Field, TextInput};
use crate::ui::widgets::type_input::{self, TypeInput};

/// The editor of one table.
#[component]
pub fn TableRecord(
    /// Which.
    id: TableId,
) -> impl IntoView {
    let store = Store::get();
    let name = Signal::derive(move || {
        store.read(|w| w.tables.get(&id).map(|table| table.name.clone())).unwrap_or_default()
    });
    let rename = move |name: String| {
        store.change(id, Command::SetTable, |table: &mut Table| table.name.clone_from(&name));
    };
    let delete = move |()| {
        if store.run(Command::DeleteTable(id)).is_some() {
            store.open(Page::Tables(None));
        }
    };
    view! {
        <div class="record record-wide" data-testid="table-record">
            <header class="record-head">
                <h2 class="truncate">{name}</h2>
                <span class="drawer-space"></span>
                <Button
                    label="delete"
                    class="button button-danger"
                    icon=IconName::Trash2
                    test_id="delete-table"
                    on_click=delete
                />
            </header>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput value=name on_input=rename test_id="table-name"/>
            </Field>
            <InlineProblems site=Subject::Table(id).at(Spot::Name)/>
            <section class="record-section" aria-label=move || t("used-in-title")>
                <h3>{move || t("used-in-title")}</h3>
                <p class="soft small">{move || t("table-used-about")}</p>
                <Places of=Used::Table(id)/>
            </section>
            <Columns id/>
            <RowsSection id/>
        </div>
    }
}

#[component]
fn Columns(id: TableId) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| {
        store.read(|w| {
            let table = w.tables.get(&id);
            table.map(|table| table.columns.iter().map(|one| one.id).collect::<Vec<_>>())
        })
    });
    let add = Callback::new(move |()| {
        let name = untrack(|| t("new-column-name"));
        store.run(Command::AddColumn(id, name, Type::Text));
    });
    view! {
        <section class="record-section" aria-label=move || t("columns")>
            <SectionHead
                heading="columns"
                about="columns-about"
                add="add-table-column"
                on_add=add
                can_add=true
            />
            <ul class="rows">
                <Rows each=move || ids.get().unwrap_or_default() let:column>
                    <ColumnRow id column/>
                </Rows>
            </ul>
        </section>
    }
}

#[component]
fn ColumnRow(id: TableId, column: ColumnId) -> impl IntoView {
    let (store, dialogs) = (Store::get(), Dialogs::get());
    let found = Watch::new(move |_| {
        store.read(|w| w.tables.get(&id).and_then(|table| table.column(column).cloned()))
    });
    let name = Signal::derive(move || found.get().map(|one| one.name).unwrap_or_default());
    let ty = Signal::derive(move || found.get().map_or(Type::Text, |one| one.ty));
    let change = move |change: &dyn Fn(&mut Column)| {
        store.change(id, Command::SetTable, |table: &mut Table| {
            table.columns.iter_mut().filter(|one| one.id == column).for_each(change);
        });
    };
    let site = Subject::Table(id).at(Spot::Column(column));
    view! {
        <li class="rows-row" data-testid="column">
            <ChangingIcon name=Signal::derive(move || type_input::icon(&ty.get()))/>
            <TextInput
                label=Signal::derive(|| t("column-name"))
                value=name
                on_input=move |name: String| change(&|one| one.name.clone_from(&name))
            />
            <TypeInput
                label=Signal::derive(|| t("type"))
                value=ty
                on_change=move |ty| dialogs.ask(store, Reshape::ColumnType(id, column, ty))
            />
            <DeleteRow
                name
                on_delete=move |()| dialogs.ask(store, Reshape::DeleteColumn(id, column))
            />
            <div class="rows-notes">
                <Places of=Used::Column(column)/>
                <InlineProblems site/>
            </div>
        </li>
    }
}
