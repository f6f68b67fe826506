//! Contact fields, the example contacts, and what they do.

pub mod cell;
pub mod events;
mod fields;
mod import;
pub mod made_up;
mod people;

use leptos::prelude::*;

use crate::ui::i18n::t;
use events::Events;
use fields::Fields;
use made_up::MadeUpContacts;
use people::People;

/// The page.
#[component]
pub fn ContactsPage() -> impl IntoView {
    view! {
        <div class="page" data-testid="contacts-page">
            <div class="page-body">
                <header class="page-head">
                    <h1>{move || t("contacts")}</h1>
                </header>
                <Fields/>
                <People/>
                <Events/>
                <MadeUpContacts/>
            </div>
        </div>
    }
}

/// A heading with one sentence, and the button that adds a row.
#[component]
pub(super) fn SectionHead(
    heading: &'static str,
    about: &'static str,
    add: &'static str,
    on_add: Callback<()>,
    #[prop(into)] can_add: Signal<bool>,
) -> impl IntoView {
    use crate::ui::icon::{Icon, IconName};
    view! {
        <header class="page-head">
            <div>
                <h2>{move || t(heading)}</h2>
                <p class="soft small">{move || t(about)}</p>
            </div>
            <button
                type="button"
                class="button button-small"
                data-testid=add
                disabled=move || !can_add.get()
                on:click=move |_| on_add.run(())
            >
                <Icon name=IconName::Plus/>
                {move || t(add)}
            </button>
        </header>
    }
}

/// The button that deletes the row that it stands in.
#[component]
pub(super) fn DeleteRow(
    #[prop(into)] name: Signal<String>,
    on_delete: Callback<()>,
) -> impl IntoView {
    use crate::ui::i18n::t_with;
    use crate::ui::icon::{Icon, IconName};
    view! {
        <button
            type="button"
            class="button button-quiet button-small button-icon"
            aria-label=move || t_with("delete-named", [("name", name.get().into())])
            title=move || t("delete")
            on:click=move |_| on_delete.run(())
        >
            <Icon name=IconName::Trash2/>
        </button>
    }
}
