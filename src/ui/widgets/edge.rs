//! The edge of a pane: dragged by the pointer, moved by the arrow keys; Home and End
//! go as far as it goes, a double click back to where it was at first. How large the
//! pane is then is remembered.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::layout::Number;
use crate::ui::i18n::t;
use crate::ui::prefs;

/// How far an arrow key moves an edge, in CSS px.
const STEP: f64 = 24.0;

/// A pane that can be made larger and smaller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sized {
    /// Where its size is remembered.
    pub key: &'static str,
    /// The message that names its size.
    pub label: &'static str,
    /// Its size before anybody moved the edge, in CSS px.
    pub first: f64,
    /// The smallest and the largest.
    pub range: (f64, f64),
    /// Whether the edge is a horizontal line: the size is a height.
    pub high: bool,
    /// Whether the pane lies before the edge, so that it grows to the right or down.
    pub before: bool,
}

impl Sized {
    /// The size that was chosen before.
    pub fn remembered(self) -> RwSignal<f64> {
        let size = prefs::read_number(self.key).unwrap_or(self.first);
        RwSignal::new(size.clamp(self.range.0, self.range.1))
    }
}

/// The edge of a pane.
#[component]
pub fn Edge(
    /// What it is the edge of.
    of: Sized,
    /// The size that it sets.
    size: RwSignal<f64>,
) -> impl IntoView {
    let edge: NodeRef<html::Div> = NodeRef::new();
    let from = StoredValue::new(None::<(f64, f64)>);
    let at = move |event: &PointerEvent| {
        f64::from(if of.high { event.client_y() } else { event.client_x() })
    };
    let set = move |value: f64| size.set(value.clamp(of.range.0, of.range.1));
    let remember = move || prefs::write(of.key, &Number(size.get_untracked()).to_string());
    let begin = move |event: PointerEvent| {
        if let Some(edge) = edge.get_untracked() {
            // Without the capture the edge only follows while the pointer is over it.
            let _ = edge.set_pointer_capture(event.pointer_id());
        }
        from.set_value(Some((at(&event), size.get_untracked())));
    };
    let follow = move |event: PointerEvent| {
        if let Some((start, before)) = from.get_value() {
            let moved = at(&event) - start;
            set(before + if of.before { moved } else { -moved });
        }
    };
    let end = move |_| {
        from.set_value(None);
        remember();
    };
    let on_key = move |event: KeyboardEvent| {
        let (less, more) = match (of.high, of.before) {
            (false, true) => ("ArrowLeft", "ArrowRight"),
            (false, false) => ("ArrowRight", "ArrowLeft"),
            (true, true) => ("ArrowUp", "ArrowDown"),
            (true, false) => ("ArrowDown", "ArrowUp"),
        };
        let key = event.key();
        let now = size.get_untracked();
        if key == less {
            set(now - STEP);
        } else if key == more {
            set(now + STEP);
        } else if key == "Home" {
            set(of.range.0);
        } else if key == "End" {
            set(of.range.1);
        } else {
            return;
        }
        event.prevent_default();
        remember();
    };
    view! {
        <div
            class="edge"
            role="separator"
            tabindex="0"
            data-testid=of.label
            data-high=of.high.to_string()
            data-before=of.before.to_string()
            aria-orientation=if of.high { "horizontal" } else { "vertical" }
            aria-label=move || t(of.label)
            title=move || t(of.label)
            aria-valuemin=Number(of.range.0).to_string()
            aria-valuemax=Number(of.range.1).to_string()
            aria-valuenow=move || Number(size.get()).to_string()
            node_ref=edge
            on:pointerdown=begin
            on:pointermove=follow
            on:pointerup=end
            on:pointercancel=end
            on:keydown=on_key
            on:dblclick=move |_| {
                set(of.first);
                remember();
            }
        ></div>
    }
}
