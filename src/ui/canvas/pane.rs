//! The place of the properties pane: at the right, as wide as its edge is dragged.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::layout::Number;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::prefs;

/// Before anybody moved the edge, in px.
const WIDTH: f64 = 360.0;
const LEAST: f64 = 280.0;
const MOST: f64 = 720.0;
/// How far an arrow key moves the edge.
const STEP: f64 = 24.0;

/// The pane around its content.
#[component]
pub fn Pane(children: Children) -> impl IntoView {
    let stored = prefs::read_number(prefs::PANE).unwrap_or(WIDTH);
    let width = RwSignal::new(stored.clamp(LEAST, MOST));
    let canvas = Canvas::get();
    // Escape leads back to the tile whose settings these are.
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            focus::go_to_selected(canvas);
        }
    };
    view! {
        <div class="pane" style:width=move || format!("{}px", Number(width.get())) on:keydown=on_key>
            <Grip width/>
            {children()}
        </div>
    }
}

#[component]
fn Grip(width: RwSignal<f64>) -> impl IntoView {
    let grip: NodeRef<html::Div> = NodeRef::new();
    let from = StoredValue::new(None::<(f64, f64)>);
    let begin = move |event: PointerEvent| {
        if let Some(grip) = grip.get_untracked() {
            // Without the capture the edge only follows while the pointer is over it.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        from.set_value(Some((f64::from(event.client_x()), width.get_untracked())));
    };
    let follow = move |event: PointerEvent| {
        if let Some((x, before)) = from.get_value() {
            width.set((before + x - f64::from(event.client_x())).clamp(LEAST, MOST));
        }
    };
    let remember = move || prefs::write(prefs::PANE, &Number(width.get_untracked()).to_string());
    let end = move |_| {
        from.set_value(None);
        remember();
    };
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => STEP,
            "ArrowRight" => -STEP,
            _ => return,
        };
        event.prevent_default();
        width.update(|width| *width = (*width + step).clamp(LEAST, MOST));
        remember();
    };
    view! {
        <div
            class="pane-grip"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=move || t("pane-width")
            aria-valuemin=Number(LEAST).to_string()
            aria-valuemax=Number(MOST).to_string()
            aria-valuenow=move || Number(width.get()).to_string()
            node_ref=grip
            on:pointerdown=begin
            on:pointermove=follow
            on:pointerup=end
            on:pointercancel=end
            on:keydown=on_key
        ></div>
    }
}
