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
