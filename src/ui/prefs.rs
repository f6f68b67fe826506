//! Choices of this browser, not of a workspace: language, theme, sizes of panes.
//! They live in localStorage; where that is refused, they last until the reload.

use leptos::prelude::window;

/// The language.
pub const LANG: &str = "parcours.lang";
/// The theme: `light`, `dark`, or absent to follow the system.
pub const THEME: &str = "parcours.theme";
/// The height of the drawer in px.
pub const DRAWER: &str = "parcours.drawer";
/// The width of the properties pane in px.
pub const PANE: &str = "parcours.pane";
/// There while the properties pane is folded away.
pub const PANE_FOLDED: &str = "parcours.pane-folded";
/// The width of the palette in px.
pub const PALETTE_WIDTH: &str = "parcours.palette-width";
/// There while journeys are shown small beside the canvas, too.
pub const MINIMAP: &str = "parcours.minimap";
/// Whether the palette is folded away: `folded` or `open`; absent: by the window's width.
pub const PALETTE: &str = "parcours.palette";
/// The tiles that were placed last.
pub const TILES_USED: &str = "parcours.tiles-used";
/// There while journeys are shown as an outline, too.
pub const OUTLINE: &str = "parcours.outline";

/// A choice that was made before.
pub fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// A number that was chosen before.
pub fn read_number(key: &str) -> Option<f64> {
    // The browser's own reader: Rust's brings tables of powers with it.
    let number = js_sys::parse_float(&read(key)?);
    number.is_finite().then_some(number)
}

/// Remembers a choice. A refusal is no loss worth a message.
pub fn write(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Forgets a choice.
pub fn clear(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}
