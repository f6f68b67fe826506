//! The page of a journey: palette, canvas, properties pane.
//!
//! The canvas is one scene element under one CSS transform: edges in one SVG,
//! tiles, pluses and labels as elements, only those in or near the view. Where
//! everything stands comes from `layout`; nothing here knows a position.

pub mod actions;
pub mod choose;
mod clipboard;
pub mod drag;
mod edge;
mod edges;
mod empty;
pub mod face;
pub mod far;
pub mod flyouts;
pub mod focus;
mod fold;
mod gestures;
pub mod keyboard;
mod label;
mod marquee;
mod mounted;
mod offer;
mod palette;
mod pane;
mod plus;
mod pointer;
mod scene;
mod spring;
pub mod state;
pub mod strip;
pub mod tile;
mod wheel;
pub mod zoom;

use leptos::prelude::*;

use crate::model::id::JourneyId;
use crate::ui::app::bench;
use crate::ui::canvas::state::Canvas;
use crate::ui::later::{Part, later};
use crate::ui::properties::PropertiesPane;
use crate::ui::store::Store;

/// The page of the journey of that id.
#[component]
pub fn JourneyPage(
    /// Which journey.
    id: JourneyId,
) -> impl IntoView {
    let canvas = Canvas::new(Store::get(), id);
    provide_context(canvas);
    focus::follow_requests(canvas);
    focus::take_when_free(canvas);
    // Escape takes a gesture back before it lets go of the selection.
    let hand = gestures::Hand::new(canvas);
    keyboard::listen(canvas);
    clipboard::listen(canvas);
    view! {
        <palette::Palette/>
        {move || canvas.outline.get().then(|| later(Part::Outline))}
        <scene::Viewport hand/>
        <pane::Pane>
            // The tiles are seen first.
            {move || canvas.painted.get().then(|| view! { <PropertiesPane journey=id/> }.into_any())}
        </pane::Pane>
        <drag::Ghost/>
        <flyouts::Flyouts/>
        {bench().map(|bench| later(Part::Bench(bench)))}
    }
}
