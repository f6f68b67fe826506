//! A part of a page that lists rows: its head with the button that adds a row, and the
//! button in a row that deletes it.

use leptos::prelude::*;

use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::widgets::button::{Button, IconButton};

/// A heading with one sentence, and the button that adds a row.
#[component]
pub fn SectionHead(
    /// The message of the heading.
    heading: &'static str,
    /// The message of the sentence.
    about: &'static str,
    /// The message of the button; tests call it the same.
    add: &'static str,
    /// Adds a row.
    on_add: Callback<()>,
    /// Whether a row can be added now.
    #[prop(into)]
    can_add: Signal<bool>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div>
                <h2>{move || t(heading)}</h2>
                <p class="soft small">{move || t(about)}</p>
            </div>
            <Button
                label=add
                class="button button-small"
                icon=IconName::Plus
                test_id=add
                enabled=can_add
                on_click=on_add
            />
        </header>
    }
}

/// The button that deletes the row that it stands in.
#[component]
pub fn DeleteRow(
    /// What the row is called.
    #[prop(into)]
    name: Signal<String>,
    /// Deletes it.
    #[prop(into)]
    on_delete: Callback<()>,
) -> impl IntoView {
    let label = move || t_with("delete-named", [("name", name.get().into())]);
    view! {
        <IconButton
            icon=IconName::Trash2
            label=Signal::derive(label)
            tooltip="delete"
            on_click=on_delete
        />
    }
}
