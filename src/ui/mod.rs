//! The user interface: Leptos components. It sends commands and reads; it keeps no
//! second copy of the document.

use leptos::prelude::*;

/// Mounts the app into the page's body.
pub fn mount() {
    mount_to_body(|| view! { <main data-testid="app"></main> });
}
