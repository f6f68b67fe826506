//! A type: one of the five, and the table of an entity reference.

use leptos::prelude::*;

use crate::check::term;
use crate::model::id::TableId;
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::Select;

/// The icon of a type.
pub fn icon(ty: &Type) -> IconName {
    match ty {
        Type::Text => IconName::CaseSensitive,
        Type::Number => IconName::Hash,
        Type::TrueFalse => IconName::ToggleLeft,
        Type::DateTime => IconName::Calendar,
        Type::EntityReference(_) => IconName::Link2,
    }
}

/// A choice of the five types.
#[component]
pub fn TypeInput(
    /// What the document says.
    #[prop(into)]
    value: Signal<Type>,
    /// What was chosen.
    #[prop(into)]
    on_change: Callback<Type>,
    /// What it is the type of.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let table = move || match value.get() {
        Type::EntityReference(table) => Some(table),
        _ => None,
    };
    let is_reference = Watch::new(move |_| table().is_some());
    let store = Store::get();
    let tables = Signal::derive(move || table_options(store));
    view! {
        <div class="type-input">
            <Select
                label
                value=Signal::derive(move || term::of_type(&value.get()).to_owned())
                options=Signal::derive(move || {
                    type_options(store, is_reference.get())
                })
                on_choose=move |key: String| on_change.run(type_of(store, &key))
            />
            {move || {
                is_reference
                    .get()
                    .then(|| {
                        view! {
                            <Select
                                label=Signal::derive(|| t("table"))
                                value=Signal::derive(move || {
                                    table().map(|table| table.to_string()).unwrap_or_default()
                                })
                                options=tables
                                on_choose=move |key: String| {
                                    if let Ok(table) = key.parse() {
                                        on_change.run(Type::EntityReference(table));
                                    }
                                }
                            />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

/// The types that may be chosen, keyed by their terms: a reference only where there
/// is a table to point into, or where it is one already.
pub fn type_options(store: Store, is_reference: bool) -> Vec<(String, String)> {
    let has_tables = store.read(|workspace| !workspace.tables.is_empty());
    let plain = PLAIN.iter().map(|ty| (term::of_type(ty).to_owned(), t(term::of_type(ty))));
    let reference = (has_tables || is_reference)
        .then(|| (term::of_type(&reference(TableId(0))).to_owned(), t("entity-reference")));
    plain.chain(reference).collect()
}

/// The type of a key of [`type_options`]; a reference is into the first table.
pub fn type_of(store: Store, key: &str) -> Type {
    let found = PLAIN.into_iter().find(|ty| term::of_type(ty) == key);
    let first = store.peek(|workspace| workspace.tables.keys().next().copied());
    found.unwrap_or_else(|| reference(first.unwrap_or(TableId(0))))
}

/// The tables that a reference can point into.
pub fn table_options(store: Store) -> Vec<(String, String)> {
    store.read(|w| w.tables.values().map(|one| (one.id.to_string(), one.name.clone())).collect())
}

const PLAIN: [Type; 4] = [Type::Text, Type::Number, Type::TrueFalse, Type::DateTime];

fn reference(table: TableId) -> Type {
    Type::EntityReference(table)
}
