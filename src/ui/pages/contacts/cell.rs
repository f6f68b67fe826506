//! One value of a contact or an event, typed as its field wants it, with what is
//! wrong with it below.

use leptos::prelude::*;

use crate::check::site::Site;
use crate::model::value::Type;
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
    let invalid = Signal::derive(move || is_wrong(store, |found| found == site));
    view! {
        <div class="cell">
            <PlainValue label ty value on_input invalid/>
            <InlineProblems here=move |found: Site| found == site/>
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
        Type::Text | Type::EntityReference(_) => {
            view! { <TextInput label value on_input invalid/> }.into_any()
        }
    }
}
