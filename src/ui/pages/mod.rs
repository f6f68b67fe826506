//! The pages of the workspace besides the canvas.

pub mod behaviour;
pub mod bench;
pub mod checks;
pub mod clipboard;
pub mod contacts;
pub mod flows;
pub mod go_to;
pub mod ground;
pub mod history;
pub mod journeys;
pub mod life;
pub mod list;
pub mod map;
pub mod map_all;
pub mod menus;
pub mod minimap;
pub mod note;
pub mod outline;
pub mod picture;
pub mod reshape;
pub mod row_menu;
pub mod section;
pub mod segments;
pub mod settings;
pub mod several;
pub mod spot;
pub mod tables;
pub mod tests;
pub mod triggers;
pub mod versions;
pub mod wires;
pub mod witness;

use web_sys::{Element, HtmlElement};

/// Gives the focus back to what had it before something opened.
fn give_focus_back(to: Option<&Element>) {
    use wasm_bindgen::JsCast;
    if let Some(to) = to.and_then(|to| to.dyn_ref::<HtmlElement>()) {
        // What is gone does not take it.
        let _ = to.focus();
    }
}
