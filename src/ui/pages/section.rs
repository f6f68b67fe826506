//! A part of a page that lists rows: its head with the button that adds a row, and the
//! button in a row that deletes it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

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
    let head: NodeRef<html::Header> = NodeRef::new();
    let add_row = move |()| {
        on_add.run(());
        write_in_last(move || {
            let section = head.try_get_untracked().flatten()?.parent_element()?;
            section.query_selector(".rows, .events, tbody").ok().flatten()
        });
    };
    view! {
        <header class="page-head" node_ref=head>
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
                on_click=add_row
            />
        </header>
    }
}

/// Puts the focus into the last of these rows once it is drawn, with the text of its first
/// field selected: whoever adds a row goes on to write in it.
pub fn write_in_last(rows: impl FnOnce() -> Option<Element> + 'static) {
    request_animation_frame(move || {
        rows().as_ref().and_then(Element::last_element_child).iter().for_each(write_in)
    });
}

fn write_in(row: &Element) {
    let field = row.query_selector("input, select").ok().flatten();
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) else { return };
    // Where it cannot have the focus, it is still in view.
    let _ = field.focus();
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
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
