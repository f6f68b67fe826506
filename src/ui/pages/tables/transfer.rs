//! Rows of a table from a CSV file and to one, and what became of those in the file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::editor::Command;
use crate::format::csv::{CsvError, Reading, read_rows, rows_csv};
use crate::model::id::TableId;
use crate::ui::changing::changing;
use crate::ui::i18n::{Arg, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::run::issues::{counted, rows_left_out};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{Button, IconButton};
use crate::web::files;
use crate::web::simulation::{Issue, LeftOut};

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Imported {
    file: String,
    reading: Reading,
}

/// The buttons.
#[component]
pub fn RowsTransfer(
    /// The table.
    id: TableId,
    /// How many rows it has.
    count: Watch<usize>,
    /// Where it is kept what was read.
    read: RwSignal<Option<Imported>>,
) -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let export = move |()| {
        let found = store.peek(|w| w.tables.get(&id).map(|it| (it.name.clone(), rows_csv(it))));
        if let Some((name, text)) = found {
            transfer::save(toasts, &files::name_for(&name, "csv"), "text/csv", &text);
        }
    };
    view! {
        <Button
            label="import-rows"
            class="button button-small"
            icon=IconName::Upload
            test_id="import-rows"
            on_click=move |()| choose(store, toasts, id, read)
        />
        <Button
            label="export-rows"
            class="button button-small"
            icon=IconName::Download
            test_id="export-rows"
            enabled=Signal::derive(move || count.get() > 0)
            on_click=export
        />
    }
}

/// What became of the rows of the file that was read last, until it is closed.
#[component]
pub fn WhatWasRead(
    /// Where it is kept.
    read: RwSignal<Option<Imported>>,
) -> impl IntoView {
    changing(move || {
        let Imported { file, reading } = read.get()?;
        let taken = [
            ("count", i64::try_from(reading.taken).unwrap_or(i64::MAX).into()),
            ("n", numbers::count(reading.taken).into()),
            ("file", file.into()),
        ];
        let named = |id: &'static str, names: &[String]| {
            (!names.is_empty()).then(|| {
                view! { <li>{t_with(id, [("names", names.join(", ").into())])}</li> }.into_any()
            })
        };
        let issues = LeftOut::of(reading.issues.iter().map(Issue::from));
        let left_out = (reading.left_out > 0).then(|| rows_left_out(&issues, reading.left_out));
        Some(
            view! {
                <div class="rows-read" role="status" data-testid="rows-read">
                    <header class="page-head">
                        <strong>{t_with("rows-imported", taken)}</strong>
                        <IconButton
                            icon=IconName::X
                            label="rows-close"
                            on_click=move |()| read.set(None)
                        />
                    </header>
                    <ul class="issues-summary">
                        {counted("run-left-out", reading.left_out)}
                        {named("run-ignored-columns", &reading.ignored)}
                        {named("run-absent-columns", &reading.absent)}
                    </ul>
                    {left_out}
                </div>
            }
            .into_any(),
        )
    })
}

/// Lets the person choose a CSV file and puts its rows in the place of those here.
fn choose(store: Store, toasts: Toasts, id: TableId, read: RwSignal<Option<Imported>>) {
    let chosen = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            match files::bytes(&file).await {
                Ok(bytes) => match import(store, id, &bytes) {
                    Ok(reading) => read.set(Some(Imported { file: name, reading })),
                    Err(error) => transfer::say_failed(toasts, &name, &cause(&error)),
                },
                Err(error) => transfer::say_failed(toasts, &name, &error.0),
            }
        });
    };
    if let Err(error) = files::choose(".csv,text/csv", chosen) {
        transfer::say_failed(toasts, "", &error.0);
    }
}

fn import(store: Store, id: TableId, bytes: &[u8]) -> Result<Reading, CsvError> {
    let table = store.peek(|w| w.tables.get(&id).map(|table| (**table).clone()));
    let Some(mut table) = table else { return Ok(Reading::default()) };
    let (rows, reading) = read_rows(bytes, &table)?;
    table.rows = rows;
    store.end_gesture();
    store.run(Command::SetTable(table));
    store.end_gesture();
    Ok(reading)
}

/// Why nothing of a file can be read.
fn cause(error: &CsvError) -> String {
    let args = error.args().into_iter().map(|(name, text)| (name, Arg::from(text)));
    untrack(|| t_with(error.message(), args))
}
