//! The list of journeys.

use leptos::prelude::*;

/// The page.
#[component]
pub fn JourneysPage() -> impl IntoView {}
