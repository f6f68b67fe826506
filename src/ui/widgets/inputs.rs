//! Plain inputs. Each shows the document's value and hands on what is typed; a
//! field keeps no value of its own, and leaving it ends the undo step.

use leptos::prelude::*;

use crate::model::time::{Duration, Unit};
use crate::ui::i18n::t;
use crate::ui::store::Store;

/// A label with its control below it, and a line of help.
#[component]
pub fn Field(
    /// The words of the label.
    #[prop(into)]
    label: Signal<String>,
    /// What helps to fill it in.
    #[prop(into, optional)]
    help: Signal<String>,
    /// The control. It takes its name from the label around it.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field-label">{move || label.get()}</span>
            {children()}
            {move || {
                let help = help.get();
                (!help.is_empty()).then(|| view! { <span class="field-help">{help}</span> }.into_any())
            }}
        </label>
    }
}

/// A line of text.
#[component]
pub fn TextInput(
    /// What the document says.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text while it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// The name, where no [`Field`] is around it.
    #[prop(into, optional)]
    label: Signal<String>,
    /// What is shown while it is empty.
    #[prop(into, optional)]
    placeholder: Signal<String>,
    /// Whether what it says is wrong.
    #[prop(into, optional)]
    invalid: Signal<bool>,
    /// `text`, `decimal` or `numeric`: which keyboard a phone shows.
    #[prop(optional, default = "text")]
    mode: &'static str,
    /// For tests.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    let store = use_context::<Store>();
    view! {
        <input
            type="text"
            class="input"
            autocomplete="off"
            inputmode=mode
            data-testid=test_id
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            placeholder=move || placeholder.get()
            aria-invalid=move || invalid.get().to_string()
            prop:value=move || value.get()
            on:input=move |event| on_input.run(event_target_value(&event))
            on:change=move |_| {
                if let Some(store) = store {
                    store.end_gesture();
                }
            }
        />
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What the document says.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text while it is typed.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let store = use_context::<Store>();
    view! {
        <textarea
            class="textarea"
            rows="2"
            prop:value=move || value.get()
            on:input=move |event| on_input.run(event_target_value(&event))
            on:change=move |_| {
                if let Some(store) = store {
                    store.end_gesture();
                }
            }
        ></textarea>
    }
}

/// One of a few, by key.
#[component]
pub fn Select(
    /// The key of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Keys with their words, in the order in which they are offered.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The key that was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// The name, where no [`Field`] is around it.
    #[prop(into, optional)]
    label: Signal<String>,
    /// For tests.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    view! {
        <select
            class="select"
            data-testid=test_id
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            prop:value=move || value.get()
            on:change=move |event| {
                on_choose.run(event_target_value(&event));
                // What was chosen may be asked about first: until then the document counts.
                if let Some(now) = value.try_get_untracked() {
                    event_target::<web_sys::HtmlSelectElement>(&event).set_value(&now);
                }
            }
        >
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|(key, words)| {
                        let chosen = key == value.get();
                        view! {
                            <option value=key selected=chosen>
                                {words}
                            </option>
                        }
                            .into_any()
                    })
                    .collect_view()
            }}
        </select>
    }
}

/// Yes or no.
#[component]
pub fn Checkbox(
    /// What the document says.
    #[prop(into)]
    checked: Signal<bool>,
    /// What was chosen.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What it means.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>{move || label.get()}</span>
        </label>
    }
}

/// A duration: a number and its unit. A number that does not read is not taken
/// over; the field shows it as wrong until it reads or is left.
#[component]
pub fn DurationInput(
    /// What the document says.
    #[prop(into)]
    value: Signal<Duration>,
    /// A duration that reads.
    #[prop(into)]
    on_change: Callback<Duration>,
    /// What it is the duration of.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the checker objects to it.
    #[prop(into, optional)]
    invalid: Signal<bool>,
) -> impl IntoView {
    let store = use_context::<Store>();
    let typed = RwSignal::new(None::<String>);
    let shown = move || typed.get().unwrap_or_else(|| value.get().count.to_string());
    let wrong = move || typed.get().is_some_and(|text| text.parse::<u32>().is_err());
    let set_count = move |text: String| {
        if let Ok(count) = text.parse() {
            on_change.run(Duration { count, ..value.get_untracked() });
        }
        typed.set(Some(text));
    };
    view! {
        <div class="duration">
            <input
                type="text"
                class="input numeric"
                inputmode="numeric"
                autocomplete="off"
                aria-label=move || label.get()
                aria-invalid=move || (wrong() || invalid.get()).to_string()
                prop:value=move || shown()
                on:input=move |event| set_count(event_target_value(&event))
                on:blur=move |_| {
                    typed.set(None);
                    if let Some(store) = store {
                        store.end_gesture();
                    }
                }
            />
            <Select
                label=Signal::derive(move || t("unit"))
                value=Signal::derive(move || value.get().unit.name().to_owned())
                options=Signal::derive(|| {
                    Unit::ALL
                        .into_iter()
                        .map(|unit| (unit.name().to_owned(), t(&format!("unit-{}", unit.name()))))
                        .collect()
                })
                on_choose=move |name: String| {
                    if let Some(unit) = Unit::from_name(&name) {
                        on_change.run(Duration { unit, ..value.get_untracked() });
                    }
                }
            />
        </div>
    }
}
