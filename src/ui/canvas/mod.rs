//! The page of a journey: palette, canvas, properties pane.

use leptos::prelude::*;

use crate::model::id::JourneyId;
use crate::ui::properties::PropertiesPane;

/// The page of the journey of that id.
#[component]
pub fn JourneyPage(id: JourneyId) -> impl IntoView {
    view! { <PropertiesPane journey=id/> }
}
