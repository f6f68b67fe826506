//! Pictures: an SVG drawn as a PNG, or printed.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::web::files::{FileError, save_blob};

/// Draws an SVG with so many pixels for each of its own, at most `most` along a side, and
/// saves it to the person's disk.
///
/// # Errors
///
/// What the browser says.
pub async fn save_png(name: &str, svg: &str, scale: f64, most: f64) -> Result<(), FileError> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let scale = scale.min(most / width.max(height).max(1.0));
    let document = leptos::prelude::document();
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width((width * scale).ceil() as u32);
    canvas.set_height((height * scale).ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::from_str("2d"))?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * scale,
        height * scale,
    )?;
    let blob = JsFuture::from(blob_of(&canvas)).await?;
    let blob: Blob = blob.dyn_into()?;
    save_blob(name, &blob)
}

/// Prints an SVG on one page: it stands in the document, where the style sheet for paper
/// shows nothing else, until the browser's dialog is closed.
///
/// # Errors
///
/// What the browser says.
pub async fn print(svg: &str) -> Result<(), FileError> {
    let image = HtmlImageElement::new()?;
    image.set_class_name("picture-page");
    image.set_src(&format!("data:image/svg+xml,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await?;
    let document = leptos::prelude::document();
    document.body().ok_or(JsValue::from_str("body"))?.append_child(&image)?;
    let printed = leptos::prelude::window().print();
    image.remove();
    Ok(printed?)
}

/// The canvas as a PNG, or null.
fn blob_of(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            // A promise that nobody waits for any more takes no rejection.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    })
}
