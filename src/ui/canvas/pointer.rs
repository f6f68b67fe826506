//! What an event of a pointer says: where it is, what is held, how far is a click.

use web_sys::PointerEvent;

use crate::layout::Point;

/// How far a press must move to be more than a click, in CSS px.
const SLOP: f64 = 4.0;

/// How far a press must move to be more than a click: a finger is never quite still.
pub fn slop(event: &PointerEvent) -> f64 {
    if event.pointer_type() == "touch" { 3.0 * SLOP } else { SLOP }
}

/// Whether what is dragged is copied.
pub fn copies(event: &PointerEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// Where a pointer is, in CSS px of the window.
pub fn client(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}
