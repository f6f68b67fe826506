//! The place of the properties pane: at the right, as wide as its edge is dragged, or
//! folded away to a button.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::layout::Number;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::prefs;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::edge::{Edge, Sized};

const WIDTH: Sized = Sized {
    key: prefs::PANE,
    label: "pane-width",
    first: 360.0,
    range: (280.0, 720.0),
    high: false,
    before: false,
};

/// What is stored while the pane is folded away.
const FOLDED: &str = "folded";

/// The pane around its content.
#[component]
pub fn Pane(children: Children) -> impl IntoView {
    let canvas = Canvas::get();
    let width = WIDTH.remembered();
    let folded = RwSignal::new(prefs::read(prefs::PANE_FOLDED).as_deref() == Some(FOLDED));
    let fold = move |()| {
        folded.update(|folded| *folded = !*folded);
        match folded.get_untracked() {
            true => prefs::write(prefs::PANE_FOLDED, FOLDED),
            false => prefs::clear(prefs::PANE_FOLDED),
        }
    };
    // Escape, and Enter in a name, lead back to the tile whose settings these are; from
    // those of the journey, to where the focus was.
    let on_key = move |event: KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_name = || target.is_some_and(|it| it.matches("input.pane-title") == Ok(true));
        let leaves = event.key() == "Escape" || event.key() == "Enter" && is_name();
        if leaves && !event.default_prevented() {
            event.prevent_default();
            let stop = untrack(|| canvas.selected());
            focus::go(canvas, stop.unwrap_or(canvas.tab.get_untracked()));
        }
    };
    let words = move || t(if folded.get() { "pane-unfold" } else { "pane-fold" });
    view! {
        <div
            class="pane"
            data-folded=move || folded.get().to_string()
            style:width=move || (!folded.get()).then(|| format!("{}px", Number(width.get())))
            on:keydown=on_key
        >
            {move || (!folded.get()).then(|| view! { <Edge of=WIDTH size=width/> }.into_any())}
            <IconButton
                icon=IconName::PanelRight
                label=Signal::derive(words)
                class="button button-quiet button-small button-icon pane-fold"
                test_id="pane-fold"
                expanded=Signal::derive(move || !folded.get())
                on_click=fold
            />
            {children()}
        </div>
    }
}
