//! The wheel and the trackpad on the canvas.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::WheelEvent;

use crate::layout::Point;
use crate::ui::canvas::state::Canvas;
use crate::ui::store::Store;

/// The wheel scrolls; with Ctrl, or as a pinch on a trackpad, it zooms. The
/// listener must be able to keep the browser from zooming the page. What is left of the
/// turn that zoomed into the journey is let pass.
pub fn listen(canvas: Canvas) {
    let store = Store::get();
    let listener = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(root) = canvas.viewport.get() else { return };
        let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
        let wheel = EventListener::new_with_options(&root, "wheel", options, move |event| {
            if let Some(event) = event.dyn_ref::<WheelEvent>() {
                event.prevent_default();
                let mut is_meant = true;
                store.wheel.update_value(|rest| {
                    is_meant = !rest.is_the_same_turn(event.time_stamp());
                });
                if is_meant {
                    turn(canvas, event);
                }
            }
        });
        listener.set_value(Some(wheel));
    });
}

fn turn(canvas: Canvas, event: &WheelEvent) {
    const LINE: f64 = 16.0;
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { LINE };
    let (right, down) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        let at = Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) };
        canvas.zoom_at(canvas.local(at), zoom_factor(down));
    } else {
        canvas.camera.update(|camera| *camera = camera.panned(-right, -down));
    }
}

/// How much a turn of the wheel zooms: as much in one direction as back in the other.
/// One notch of a mouse is worth no more than a firm pinch.
fn zoom_factor(down: f64) -> f64 {
    let step = down.clamp(-25.0, 25.0) / 100.0;
    if step < 0.0 { 1.0 - step } else { 1.0 / (1.0 + step) }
}
