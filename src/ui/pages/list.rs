//! A page with a list at the left and one record at the right.

use leptos::prelude::*;

use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};

/// The frame of such a page.
#[component]
pub fn ListPage(
    /// The heading of the list.
    heading: &'static str,
    /// The words of the button that adds a record.
    add: &'static str,
    /// Adds a record.
    on_add: Callback<()>,
    /// The rows of the list.
    rows: Children,
    /// The open record.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="page list-page">
            <section class="list-side" aria-label=move || t(heading)>
                <header class="list-head">
                    <h1>{move || t(heading)}</h1>
                    <button
                        type="button"
                        class="button button-small"
                        data-testid=add
                        on:click=move |_| on_add.run(())
                    >
                        <Icon name=IconName::Plus/>
                        {move || t(add)}
                    </button>
                </header>
                {rows()}
            </section>
            <section class="list-record">{children()}</section>
        </div>
    }
}

/// A row of such a list.
#[component]
pub fn ListRow(
    /// Its name; empty: it has none.
    #[prop(into)]
    name: Signal<String>,
    /// Whether it is the open one.
    #[prop(into)]
    open: Signal<bool>,
    /// Opens it.
    on_open: Callback<()>,
    /// What stands below the name.
    children: Children,
) -> impl IntoView {
    let shown = move || {
        let name = name.get();
        if name.trim().is_empty() { t("nameless") } else { name }
    };
    view! {
        <li>
            <button
                type="button"
                class="list-row"
                aria-current=move || open.get().then_some("true")
                on:click=move |_| on_open.run(())
            >
                <strong class="truncate" title=move || shown()>
                    {move || shown()}
                </strong>
                <span class="list-row-detail">{children()}</span>
            </button>
        </li>
    }
}

/// What such a page shows while no record is open.
#[component]
pub fn NothingOpen(
    /// The sentence.
    words: &'static str,
) -> impl IntoView {
    view! { <p class="empty">{move || t(words)}</p> }
}
