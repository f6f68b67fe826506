//! One value of a contact or an event, typed as its field wants it, with what is
//! wrong with it below.

use leptos::prelude::*;

use crate::check::site::Site;
use crate::model::id::TableId;
use crate::model::table::Row;
use crate::model::value::Type;
use crate::model::workspace::Workspace;
use crate::ui::i18n::t;
use crate::ui::problems::inline::{InlineProblems, is_wrong};
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Select, TextInput};
use crate::ui::widgets::number::{with_point, written};

/// The input of a value.
#[component]
pub fn Cell(
    /// Whose value of which field.
    #[prop(into)]
    label: Signal<String>,
    /// The type of the field.
    ty: Type,
    /// What the document says; empty: no value.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text while it is typed, in the spelling of files.
    #[prop(into)]
    on_input: Callback<String>,
    /// Where the checker finds it.
    site: Site,
) -> impl IntoView {
    let store = Store::get();
    let invalid = Signal::derive(move || is_wrong(store, site));
    view! {
        <div class="cell">
            <PlainValue label ty value on_input invalid/>
            <InlineProblems site/>
        </div>
    }
}

/// The input alone.
#[component]
pub fn PlainValue(
    /// What it is the value of.
    #[prop(into)]
    label: Signal<String>,
    /// Its type.
    ty: Type,
    /// What the document says; empty: no value.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text while it is typed, in the spelling of files.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
) -> impl IntoView {
    match ty {
        Type::TrueFalse => view! {
            <Select
                label
                value
                options=Signal::derive(|| {
                    let words = |key: &str, id: &str| (key.to_owned(), t(id));
                    vec![words("", "no-value"), words("true", "true"), words("false", "false")]
                })
                on_choose=on_input
            />
        }
        .into_any(),
        Type::Number => view! {
            <TextInput
                label
                value=Signal::derive(move || written(&value.get()))
                on_input=move |text: String| on_input.run(with_point(&text))
                invalid
                mode="decimal"
            />
        }
        .into_any(),
        Type::DateTime => view! {
            <TextInput
                label
                value
                on_input
                invalid
                placeholder=Signal::derive(|| t("date-time-example"))
            />
        }
        .into_any(),
        Type::Text => view! { <TextInput label value on_input invalid/> }.into_any(),
        Type::EntityReference(table) => {
            view! { <Reference label value on_input invalid table/> }.into_any()
        }
    }
}

/// The most rows that are offered while a reference is typed.
const OFFERED: usize = 500;

/// The list of keys of the reference that is being typed: there is one at a time.
const KEYS: &str = "row-keys";

/// The key of a row, with the keys that there are while it is typed.
#[component]
fn Reference(
    label: Signal<String>,
    value: Signal<String>,
    on_input: Callback<String>,
    invalid: Signal<bool>,
    table: TableId,
) -> impl IntoView {
    let store = Store::get();
    let is_open = RwSignal::new(false);
    let keys = move || {
        store.read(|w| {
            let rows = w.tables.get(&table).map(|table| table.rows.as_slice()).unwrap_or_default();
            rows.iter()
                .take(OFFERED)
                .map(|row| (row.key.clone(), words_of(w, table, row)))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <input
            type="text"
            class="input"
            autocomplete="off"
            list=move || is_open.get().then_some(KEYS)
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            aria-invalid=move || invalid.get().to_string()
            prop:value=move || value.get()
            on:focus=move |_| is_open.set(true)
            on:blur=move |_| is_open.set(false)
            on:input=move |event| on_input.run(event_target_value(&event))
            on:change=move |_| store.end_gesture()
        />
        {move || {
            is_open
                .get()
                .then(|| {
                    let offered = keys().into_iter().map(|(key, words)| {
                        view! { <option value=key label=words></option> }.into_any()
                    });
                    view! { <datalist id=KEYS>{offered.collect_view()}</datalist> }.into_any()
                })
        }}
    }
}

/// What tells a row from others: its first text.
fn words_of(workspace: &Workspace, table: TableId, row: &Row) -> String {
    let columns = workspace.tables.get(&table).map(|table| table.columns.as_slice());
    let mut texts = columns.unwrap_or_default().iter().filter(|column| column.ty == Type::Text);
    let text = texts.next().and_then(|column| row.values.get(&column.id)).cloned();
    text.unwrap_or_default()
}
