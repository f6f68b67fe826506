//! Memory that is given back at once. A browser holds on to every piece of a file that
//! was read until it looks for what is not used any more, which is after tens of
//! megabytes; what is sent away leaves at once, and a channel that nobody listens to drops
//! it.

use js_sys::{Array, Function, Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// Takes what is not used any more.
pub struct Bin {
    port: JsValue,
    post: Function,
}

impl Bin {
    /// A new one.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn new() -> Result<Self, JsValue> {
        let class: Function = Reflect::get(&global(), &"MessageChannel".into())?.dyn_into()?;
        let channel = Reflect::construct(&class, &Array::new())?;
        let other = Reflect::get(&channel, &"port2".into())?;
        Reflect::get(&other, &"close".into())?.dyn_into::<Function>()?.call0(&other)?;
        let port = Reflect::get(&channel, &"port1".into())?;
        let post = Reflect::get(&port, &"postMessage".into())?.dyn_into()?;
        Ok(Self { port, post })
    }

    /// Takes a buffer, which is empty afterwards.
    pub fn take(&self, buffer: &Object) {
        // What it does not take is found by the browser, later.
        let _ = self.post.call2(&self.port, buffer, &Array::of1(buffer));
    }
}
