//! The canvas, to be measured from outside, with one journey of so many tiles: the
//! address ends in `?bench`, and a program that drives the browser finds what it needs
//! in `window.__bench`. docs/bench.md says what that is.
//!
//! What is measured is the canvas that people use: the same parts, gestures, editor and
//! undo. Only its place is another: it fills the window, above everything else.

mod engine;
mod hook;
mod long_tasks;

use leptos::prelude::*;

use crate::editor::{Page, Session};
use crate::layout::sample;
use crate::ui::app::App;
use crate::ui::canvas::state::Canvas;
use crate::ui::later::{Act, Code};
use crate::ui::toast::Toasts;

/// Where the workspace is stored: measuring again overwrites it.
const KEY: &str = "bench";

/// The ways into what is here.
pub const CODE: Code = Code { build: |_| view! { <Bench/> }.into_any(), act };

fn act(act: Act, _: Toasts) {
    if let Act::OpenBench(app) = act {
        open(app);
    }
}

/// Opens a workspace to measure with; nothing is on its canvas yet.
fn open(app: App) {
    if engine::is_asked() {
        return engine::open(app);
    }
    let session = Session { page: Page::Journey(sample::JOURNEY), ..Session::default() };
    app.open_as(KEY.into(), sample::workspace(1), session);
}

/// Lets the canvas around it be measured.
#[component]
fn Bench() -> impl IntoView {
    if engine::is_asked() {
        return view! { <engine::Figures/> }.into_any();
    }
    let canvas = Canvas::get();
    Effect::new(move |exposed: Option<bool>| {
        if exposed == Some(true) {
            return true;
        }
        if let Some(root) = canvas.viewport.get() {
            // The styles of pages are not there: nobody fetches any.
            for (name, value) in [("position", "fixed"), ("inset", "0"), ("z-index", "100")] {
                let _ = web_sys::HtmlElement::style(&root).set_property(name, value);
            }
        }
        // The editor can take a journey once its canvas is as large as the window.
        let is_ready = canvas.size.get().is_some_and(|size| size == hook::window_size());
        if is_ready {
            hook::expose(canvas);
        }
        is_ready
    });
    ().into_any()
}
