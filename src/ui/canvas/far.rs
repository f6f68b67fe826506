//! The journey seen from far, as a picture under the scene: while so much of it is seen
//! that its tiles could not be mounted, and until those are that come into view.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use crate::layout::Family;
use crate::layout::camera::Camera;
use crate::layout::far::{Colour, Palette, Picture};
use crate::ui::canvas::state::Canvas;
use crate::ui::theme;
use crate::ui::watch::Watch;

/// The picture; `waiting` says whether tiles are still to be mounted.
#[component]
pub fn FarView(
    /// Whether something in view is not mounted yet.
    #[prop(into)]
    waiting: Signal<bool>,
) -> impl IntoView {
    let canvas = Canvas::get();
    let element: NodeRef<html::Canvas> = NodeRef::new();
    let shown = Watch::new(move |_| canvas.is_far() || waiting.get());
    let palette = Watch::new(|_| palette());
    let picture = StoredValue::new_local(Rc::new(RefCell::new(Picture::default())));
    let asked = StoredValue::new(false);
    let draw = move || {
        asked.set_value(false);
        let (Some(element), Some(picture)) =
            (element.get_untracked(), picture.try_get_value().filter(|_| shown.get_untracked()))
        else {
            return;
        };
        let size = canvas.size.get_untracked().unwrap_or_default();
        let camera = canvas.camera.get_untracked();
        let ratio = window().device_pixel_ratio();
        let pixels = (size.0 * ratio, size.1 * ratio);
        let pixels = (pixels.0.round() as u32, pixels.1.round() as u32);
        let camera = Camera { x: camera.x * ratio, y: camera.y * ratio, zoom: camera.zoom * ratio };
        canvas.layout.with_untracked(|layout| {
            palette.with_untracked(|colours| {
                put(&element, &picture, pixels, |strip| strip.draw(layout, camera, colours));
            });
        });
    };
    // One picture for each frame, however often the view moves in between.
    Effect::new(move |_| {
        canvas.camera.track();
        canvas.layout.track();
        canvas.size.track();
        if !shown.get() {
            return;
        }
        palette.track();
        if element.get().is_some() && !asked.get_value() {
            asked.set_value(true);
            request_animation_frame(draw);
        }
    });
    // Once nobody needs it, it takes no memory.
    Effect::new(move |_| {
        if !shown.get() && !canvas.moving.get() {
            element.get().into_iter().for_each(|element| element.set_width(0));
        }
    });
    view! {
        <canvas class="far" aria-hidden="true" node_ref=element hidden=move || !shown.get()></canvas>
    }
}

/// A camera and a size in pixels of the screen, of those in CSS px.
pub fn in_pixels(camera: Camera, (width, height): (f64, f64)) -> (Camera, (u32, u32)) {
    let ratio = window().device_pixel_ratio();
    let Camera { x, y, zoom } = camera;
    let size = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    (Camera { x: x * ratio, y: y * ratio, zoom: zoom * ratio }, size)
}

/// Shows what `draw` draws, a strip at a time. What the browser refuses, such as a
/// picture larger than it has memory for, is not seen.
pub fn put(
    element: &HtmlCanvasElement,
    picture: &RefCell<Picture>,
    (width, height): (u32, u32),
    mut draw: impl FnMut(&mut Picture),
) {
    if (element.width(), element.height()) != (width, height) {
        element.set_width(width);
        element.set_height(height);
    }
    let context = element.get_context("2d").ok().flatten();
    let context = context.and_then(|found| found.dyn_into::<CanvasRenderingContext2d>().ok());
    let Some(context) = context else { return };
    picture.borrow_mut().strips((width, height), &mut draw, &mut |strip, top, rows| {
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(strip), width, rows);
        if let Ok(data) = data {
            let _ = context.put_image_data(&data, 0.0, f64::from(top));
        }
    });
}

/// The colours of the theme.
fn palette() -> Palette {
    let token = tokens();
    let of = |family| {
        let name = match family {
            Family::Entry => "entry",
            Family::Branch => "branch",
            Family::Wait => "wait",
            Family::Message => "message",
            Family::Trigger => "trigger",
            Family::Exit => "exit",
        };
        (token(name), token(&format!("{name}-soft")))
    };
    Palette { families: Family::ALL.map(of), edge: token("edge") }
}

/// What colour a token is in the theme that is shown; tracked.
pub fn tokens() -> impl Fn(&str) -> Colour {
    theme::track();
    let token = theme::tokens();
    move |name| read(&token(name))
}

/// A colour as the tokens write it: `#` and six digits.
fn read(text: &str) -> Colour {
    let digits = text.strip_prefix('#').and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = digits.unwrap_or_default().to_be_bytes();
    [red, green, blue, 255]
}
