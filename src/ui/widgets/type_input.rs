//! A type: one of the five, and the table of an entity reference.

use leptos::prelude::*;

use crate::check::term;
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Select, TextInput};

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
    view! {
        <div class="type-input">
            <Select
                label
                value=Signal::derive(move || term::of_type(&value.get()).to_owned())
                options=Signal::derive(move || {
                    all().iter().map(|ty| (term::of_type(ty).to_owned(), name(ty))).collect()
                })
                on_choose=move |key: String| {
                    if let Some(ty) = all().into_iter().find(|ty| term::of_type(ty) == key) {
                        on_change.run(ty);
                    }
                }
            />
            {move || {
                is_reference
                    .get()
                    .then(|| {
                        view! {
                            <TextInput
                                label=Signal::derive(|| t("table"))
                                placeholder=Signal::derive(|| t("table"))
                                value=Signal::derive(move || table().unwrap_or_default())
                                on_input=move |table| on_change.run(Type::EntityReference(table))
                            />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

fn all() -> [Type; 5] {
    [
        Type::Text,
        Type::Number,
        Type::TrueFalse,
        Type::DateTime,
        Type::EntityReference("account".into()),
    ]
}

/// The name of a type without its table.
fn name(ty: &Type) -> String {
    match ty {
        Type::EntityReference(_) => t("entity-reference"),
        _ => t(term::of_type(ty)),
    }
}
