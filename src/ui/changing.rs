//! A component that is one changing view, such as one that is there or not.
//!
//! Inside `view!` closures share their code by themselves; one that a component
//! returns would bring its own copy of all that follows a change. This hides its
//! type. It shares most when the closure gives `AnyView`, an `Option` or a `Vec` of
//! it, or a `String`.

use std::sync::{Arc, Mutex};

use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// The view that `view` gives, anew whenever something that it read changes.
pub fn changing<V: 'static>(view: impl FnMut() -> V + Send + 'static) -> SharedReactiveFunction<V> {
    Arc::new(Mutex::new(view))
}
