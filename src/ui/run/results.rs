//! A pane of the drawer.

use leptos::prelude::*;

/// The pane.
#[component]
pub fn ResultsPane() -> impl IntoView {}
