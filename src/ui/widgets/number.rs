//! A number that the document keeps as a number: what does not read stays in the
//! field, shown as wrong, until it reads or the field is left.

use leptos::prelude::*;

use crate::ui::i18n::{Lang, lang};
use crate::ui::store::Store;

/// The field. A comma is taken for the point, and spaces are dropped.
#[component]
pub fn NumberField(
    /// What the document says, with a point.
    #[prop(into)]
    value: Signal<String>,
    /// A text with a point that the document takes; `false` when it does not read.
    #[prop(into)]
    on_input: Callback<String, bool>,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the checker objects to it.
    #[prop(into, optional)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    let store = use_context::<Store>();
    let typed = RwSignal::new(None::<String>);
    let misread = RwSignal::new(false);
    view! {
        <input
            type="text"
            class="input numeric"
            inputmode="decimal"
            autocomplete="off"
            data-testid=test_id
            aria-label=move || label.get()
            aria-invalid=move || (misread.get() || invalid.get()).to_string()
            prop:value=move || typed.get().unwrap_or_else(|| written(&value.get()))
            on:input=move |event| {
                let text = event_target_value(&event);
                misread.set(!on_input.run(with_point(&text)));
                typed.set(Some(text));
            }
            on:blur=move |_| {
                typed.set(None);
                misread.set(false);
                if let Some(store) = store {
                    store.end_gesture();
                }
            }
        />
    }
}

/// A number with the language's decimal sign; tracked.
pub fn written(number: &str) -> String {
    match lang() {
        Lang::Fr => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

/// A number as files write it: without spaces, and with a point.
pub fn with_point(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect()
}
