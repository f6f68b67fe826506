//! Near an edge of the canvas, what is dragged or framed scrolls it.

use leptos::prelude::*;

use crate::layout::Point;
use crate::layout::camera::Camera;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{drag, marquee};

/// How near to the edge of the canvas it scrolls, in CSS px.
const EDGE: f64 = 48.0;
/// How fast it scrolls at most, in CSS px a frame.
const SPEED: f64 = 14.0;

/// Scrolls while the pointer is near an edge, until the gesture ends.
pub fn scroll(canvas: Canvas) {
    request_animation_frame(move || {
        let Some(at) = pointer(canvas) else { return };
        if let Some((width, height)) = canvas.size.get_untracked() {
            let at = canvas.local(at);
            let within = at.x >= 0.0 && at.x <= width && at.y >= 0.0 && at.y <= height;
            let (right, down) = (push(at.x, width), push(at.y, height));
            if within && (right, down) != (0.0, 0.0) {
                canvas.camera.update(|camera: &mut Camera| *camera = camera.panned(right, down));
                drag::aim(canvas);
                marquee::select(canvas);
            }
        }
        scroll(canvas);
    });
}

/// Where the pointer of a gesture is that scrolls, in CSS px of the window.
fn pointer(canvas: Canvas) -> Option<Point> {
    let dragged = canvas.drag.try_get_untracked()?.map(|drag| drag.at);
    dragged.or_else(|| canvas.marquee.try_get_untracked()?.map(|marquee| marquee.at))
}

/// How far to scroll, given how far along an edge of that length the pointer is.
fn push(at: f64, length: f64) -> f64 {
    let near = |gap: f64| ((EDGE - gap) / EDGE).clamp(0.0, 1.0) * SPEED;
    near(at) - near(length - at)
}
