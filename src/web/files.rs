//! Files: one that a person chooses, one that is saved to disk, one that comes
//! with the app.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, ReadableWritablePair,
    Response, Url,
};

/// A file could not be read or fetched. The text is the browser's own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FileError(pub String);

impl From<JsValue> for FileError {
    fn from(value: JsValue) -> Self {
        let message = value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self(message.or_else(|| value.as_string()).unwrap_or_else(|| format!("{value:?}")))
    }
}

/// The bytes of a file or blob.
///
/// # Errors
///
/// What the browser says.
pub async fn bytes(blob: &Blob) -> Result<Vec<u8>, FileError> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Saves a text to the person's disk under that name.
///
/// # Errors
///
/// What the browser says.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    save_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Saves what is in a blob to the person's disk under that name.
///
/// # Errors
///
/// What the browser says.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), FileError> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = leptos::prelude::document();
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url)?;
    Ok(())
}

/// Lets the person choose a file; `chosen` is called with it, and not at all when
/// they think better of it. Must be called from a click or a key.
///
/// # Errors
///
/// What the browser says.
pub fn choose(accept: &str, chosen: impl FnOnce(File) + 'static) -> Result<(), FileError> {
    let document = leptos::prelude::document();
    let input: HtmlInputElement = document.create_element("input")?.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_hidden(true);
    // It stands in the page, so that assistive tools and tests can reach it.
    if let Some(body) = document.body() {
        body.append_child(&input)?;
    }
    let found = input.clone();
    let on_change = Closure::once_into_js(move || {
        found.remove();
        if let Some(file) = found.files().and_then(|files| files.get(0)) {
            chosen(file);
        }
    });
    input.set_onchange(Some(on_change.unchecked_ref()));
    let left = input.clone();
    let on_cancel = Closure::once_into_js(move || left.remove());
    input.add_event_listener_with_callback("cancel", on_cancel.unchecked_ref())?;
    input.click();
    Ok(())
}

/// A file that comes with the app, by its address relative to the page. What is
/// packed with gzip is unpacked, whether or not the server did so on the way.
///
/// # Errors
///
/// What the browser or the server says.
pub async fn fetch(address: &str) -> Result<Vec<u8>, FileError> {
    let window = leptos::prelude::window();
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(FileError(format!("{address}: {}", response.status())));
    }
    let blob: Blob = JsFuture::from(response.blob()?).await?.unchecked_into();
    let received = bytes(&blob).await?;
    if received.starts_with(&GZIP) { unpack(&blob).await } else { Ok(received) }
}

/// The first bytes of everything that gzip packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];

#[wasm_bindgen]
extern "C" {
    /// The browser's own; web-sys offers it only behind an unstable switch.
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

async fn unpack(blob: &Blob) -> Result<Vec<u8>, FileError> {
    let stream = DecompressionStream::new("gzip")?;
    let unpacked = blob.stream().pipe_through(&stream);
    let response = Response::new_with_opt_readable_stream(Some(&unpacked))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A file of that name with these bytes, as if it had been chosen.
///
/// # Errors
///
/// What the browser says.
pub fn file(name: &str, bytes: &[u8]) -> Result<File, FileError> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    Ok(File::new_with_u8_array_sequence(&parts, name)?)
}

/// A file that is put together from pieces, which the browser keeps where it likes.
#[derive(Default)]
pub struct Parts(Array);

impl Parts {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a piece.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn push(&mut self, text: &str) -> Result<(), FileError> {
        self.0.push(&Blob::new_with_str_sequence(&Array::of1(&text.into()))?.into());
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn file(&self, name: &str) -> Result<File, FileError> {
        Ok(File::new_with_blob_sequence(&self.0, name)?)
    }
}

/// A file name made from a display name: letters and digits stay, the rest is `-`.
pub fn name_for(name: &str, ending: &str) -> String {
    let kept: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let kept = kept.trim_matches('-');
    let stem = if kept.is_empty() { "parcours" } else { kept };
    format!("{stem}.{ending}")
}
