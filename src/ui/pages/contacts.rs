//! Contact fields, example contacts and their events.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ContactsPage() -> impl IntoView {}
