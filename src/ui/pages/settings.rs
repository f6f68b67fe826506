//! The settings of the workspace.

use leptos::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {}
