//! The flows.

use leptos::prelude::*;

use crate::model::id::FlowId;

/// The page, with one flow open.
#[component]
pub fn FlowsPage(id: Option<FlowId>) -> impl IntoView {
    id.map(|id| id.to_string())
}
