//! The values of "is one of": each a chip, and a field that adds more.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::properties::condition::row::Row;
use crate::ui::watch::Watch;

/// The chips and the field. Enter, a comma and leaving the field add what is typed;
/// Backspace in the empty field takes the last chip away.
#[component]
pub fn ListInput(
    /// The row.
    row: Row,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let values = Watch::new(move |_| row.read(|row| row.operands.clone()));
    let add = move || {
        let text = typed.get_untracked();
        typed.set(String::new());
        let parts: Vec<String> = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        if !parts.is_empty() {
            row.change(|row| {
                row.operands.retain(|known| !known.is_empty());
                row.operands.extend(parts);
            });
            row.open.store.end_gesture();
        }
    };
    let remove = move |index: usize| {
        row.change(|row| {
            if index < row.operands.len() {
                row.operands.remove(index);
            }
        });
        row.open.store.end_gesture();
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "," => {
            event.prevent_default();
            add();
        }
        "Backspace" if typed.get_untracked().is_empty() => {
            if let Some(last) = values.with_untracked(Vec::len).checked_sub(1) {
                remove(last);
            }
        }
        _ => {}
    };
    view! {
        <div class="value-chips">
            {move || {
                values
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(index, text)| {
                        let name = text.clone();
                        view! {
                            <span class="value-chip">
                                <span class="truncate" title=text.clone()>{text.clone()}</span>
                                <button
                                    type="button"
                                    aria-label=move || t_with("remove-value", [("value", name.as_str().into())])
                                    on:click=move |_| remove(index)
                                >
                                    <Icon name=IconName::X/>
                                </button>
                            </span>
                        }
                            .into_any()
                    })
                    .collect_view()
            }}
            <input
                type="text"
                class="input"
                autocomplete="off"
                data-testid=row.test_id("value")
                aria-label=move || t("row-add-value")
                placeholder=move || t("row-add-value")
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=on_key
                on:blur=move |_| add()
            />
        </div>
    }
}
