//! A pane of the drawer.

use leptos::prelude::*;

/// The pane.
#[component]
pub fn TracePane() -> impl IntoView {}
