//! The canvas, to be measured from outside, with one journey of so many tiles: the
//! address ends in `?bench`, and a program that drives the browser finds what it needs
//! in `window.__bench`. docs/bench.md says what that is.
//!
//! What is measured is the canvas that people use: the same parts, gestures, editor and
//! undo. Only its place is another: it fills the window, and nothing else is shown.

mod engine;
mod hook;
mod long_tasks;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::app::App;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::lang;
use crate::ui::later::{Act, Code, learn, prepare};
use crate::ui::toast::Toasts;

/// The ways into what is here.
pub const CODE: Code = Code { build: |_| view! { <Bench/> }.into_any(), act };

fn act(act: Act, _: Toasts) {
    if let Act::OpenBench(app) = act {
        open(app);
    }
}

fn open(app: App) {
    if engine::is_asked() {
        // Its words come with the pages, which a run opens anyway.
        prepare();
        return spawn_local(async move {
            let _ = learn(untrack(lang)).await;
            engine::open(app);
        });
    }
    hook::expose(app);
}

/// Lets the canvas around it be measured.
#[component]
fn Bench() -> impl IntoView {
    if engine::is_asked() {
        return view! { <engine::Figures/> }.into_any();
    }
    hook::measure(Canvas::get());
    ().into_any()
}
