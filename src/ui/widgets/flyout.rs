//! Where a flyout or a menu stands: under the control that opened it, or above
//! where there is no room below, and always wholly on the screen.

use crate::layout::Number;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A place for a flyout, in CSS px of the window.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// Distance from the left edge.
    pub left: f64,
    /// Distance from the top edge; `None` when it stands above its control.
    pub top: Option<f64>,
    /// Distance from the bottom edge when it stands above its control.
    pub bottom: Option<f64>,
}

/// The room that a flyout should have below its control before it moves above.
const ROOM: f64 = 300.0;
const GAP: f64 = 4.0;

impl Spot {
    /// The place for a flyout of that width that belongs to `control`.
    pub fn beside(control: &Element, width: f64) -> Self {
        let rect = control.get_bounding_client_rect();
        let (wide, high) = window_size();
        let left = rect.left().min(wide - width - 8.0).max(8.0);
        let below = high - rect.bottom();
        if below >= ROOM || below >= rect.top() {
            return Self { left, top: Some(rect.bottom() + GAP), bottom: None };
        }
        Self { left, top: None, bottom: Some(high - rect.top() + GAP) }
    }

    /// The place for a menu at a point of the window: below it, or above it where
    /// there is no room below.
    pub fn at(x: f64, y: f64) -> Self {
        const MENU: (f64, f64) = (240.0, 160.0);
        let (wide, high) = window_size();
        let left = x.min(wide - MENU.0).max(GAP);
        if y + MENU.1 <= high {
            return Self { left, top: Some(y), bottom: None };
        }
        Self { left, top: None, bottom: Some(high - y) }
    }

    /// `left` in CSS.
    pub fn css_left(&self) -> String {
        px(self.left)
    }

    /// `top` in CSS.
    pub fn css_top(&self) -> String {
        self.top.map_or_else(|| "auto".into(), px)
    }

    /// `bottom` in CSS.
    pub fn css_bottom(&self) -> String {
        self.bottom.map_or_else(|| "auto".into(), px)
    }
}

/// Gives the focus back to what has it now, when the component around the caller goes
/// and has left nobody with it.
pub fn come_back() {
    let active = move || document().active_element().filter(|active| active.tag_name() != "BODY");
    let before = StoredValue::new_local(active());
    on_cleanup(move || {
        let before = before.try_get_value().flatten();
        request_animation_frame(move || {
            let before = before.and_then(|before| before.dyn_into::<HtmlElement>().ok());
            if let (Some(before), None) = (before, active()) {
                // What is gone takes no focus.
                let _ = before.focus();
            }
        });
    });
}

/// The inside of the window, in CSS px; nothing where the browser does not say.
pub fn window_size() -> (f64, f64) {
    let size = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0)
    };
    (size(window().inner_width()), size(window().inner_height()))
}

fn px(value: f64) -> String {
    format!("{}px", Number(value))
}
