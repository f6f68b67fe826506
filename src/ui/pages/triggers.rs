//! The triggers.

use leptos::prelude::*;

use crate::model::id::TriggerId;

/// The page, with one trigger open.
#[component]
pub fn TriggersPage(id: Option<TriggerId>) -> impl IntoView {
    id.map(|id| id.to_string())
}
