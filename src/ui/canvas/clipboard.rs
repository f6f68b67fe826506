//! Copying, cutting and pasting tiles by the browser's own events, so that nobody is
//! asked for a permission. Text fields keep theirs. What is copied and how it is
//! pasted comes later.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};

use crate::ui::canvas::state::Canvas;
use crate::ui::dialogs::Dialogs;
use crate::ui::later::{Act, act};
use crate::ui::toast::Toasts;

/// Handles what is copied, cut and pasted in the canvas or nowhere at all.
pub fn listen(canvas: Canvas) {
    let (toasts, dialogs) = (Toasts::get(), Dialogs::get());
    for kind in ["copy", "cut", "paste"] {
        let handle = window_event_listener_untyped(kind, move |event: Event| {
            if !event.default_prevented() && has_focus(canvas) {
                clip(canvas, toasts, dialogs, event.unchecked_into());
            }
        });
        on_cleanup(move || handle.remove());
    }
}

/// Whether the focus is in the canvas, or nowhere. These events do not go to what has
/// it: they go to where words were clicked last.
fn has_focus(canvas: Canvas) -> bool {
    let Some(active) = document().active_element() else { return true };
    let root = canvas.viewport.get_untracked();
    active.tag_name() == "BODY" || root.is_some_and(|root| root.contains(Some(&active)))
}

fn clip(canvas: Canvas, toasts: Toasts, dialogs: Dialogs, event: ClipboardEvent) {
    let asked = if event.type_() == "paste" {
        event.prevent_default();
        // It can be read while the event lasts only.
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        Act::Paste(canvas, dialogs, text)
    } else {
        let cut = event.type_() == "cut";
        Act::Copy(canvas, Some(event), cut)
    };
    act(asked, toasts);
}
