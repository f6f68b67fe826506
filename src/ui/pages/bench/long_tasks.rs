//! How long the page was busy without a break, as the browser tells it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Listens to the browser's long tasks, those of more than 50 ms. Some browsers do not
/// tell of them.
pub struct LongTasks {
    longest: Rc<Cell<f64>>,
    observer: JsValue,
    _heard: Closure<dyn Fn(JsValue)>,
}

impl LongTasks {
    /// Begins to listen; nothing where the browser does not tell of them.
    pub fn listen() -> Option<Self> {
        let class: Function = get(&window(), "PerformanceObserver")?.dyn_into().ok()?;
        let kinds: Array = get(&class, "supportedEntryTypes")?.dyn_into().ok()?;
        kinds.includes(&"longtask".into(), 0).then_some(())?;
        let longest = Rc::new(Cell::new(0.0_f64));
        let heard = {
            let longest = longest.clone();
            Closure::<dyn Fn(JsValue)>::new(move |list: JsValue| {
                for entry in call(&list, "getEntries", &[]).iter().flat_map(Array::from) {
                    let length = get(&entry, "duration").and_then(|length| length.as_f64());
                    longest.set(longest.get().max(length.unwrap_or_default()));
                }
            })
        };
        let observer = Reflect::construct(&class, &Array::of1(heard.as_ref())).ok()?;
        let wanted = Object::new();
        Reflect::set(&wanted, &"type".into(), &"longtask".into()).ok()?;
        call(&observer, "observe", &[wanted.into()])?;
        Some(Self { longest, observer, _heard: heard })
    }

    /// The longest since it was asked last, in milliseconds; 0 when there was none.
    pub fn longest(&self) -> f64 {
        self.longest.replace(0.0)
    }
}

impl Drop for LongTasks {
    fn drop(&mut self) {
        call(&self.observer, "disconnect", &[]);
    }
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

/// What a method gives, if there is one and it does not throw.
fn call(object: &JsValue, name: &str, args: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    method.apply(object, &args.iter().collect::<Array>()).ok()
}
