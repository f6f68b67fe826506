//! The properties pane: the settings of what is selected.

use leptos::prelude::*;

use crate::model::id::JourneyId;

/// The settings of what is selected in the journey of that id.
#[component]
pub fn PropertiesPane(journey: JourneyId) -> impl IntoView {
    view! { <aside class="properties">{journey.to_string()}</aside> }
}
