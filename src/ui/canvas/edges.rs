//! The ways between tiles: one SVG with one path, and the small marks where a
//! journey ends.

use leptos::prelude::*;

use crate::layout::{End, Number, path_d};
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::watch::Watch;

/// How round the corners of edges are, in px of the drawing.
const RADIUS: f64 = 10.0;

/// All edges in or near the view.
#[component]
pub fn Edges() -> impl IntoView {
    let canvas = Canvas::get();
    let d = Watch::new(move |_| {
        canvas.seen.with(|seen| {
            let edges = seen.iter().flat_map(|drawing| &drawing.edges);
            edges.map(|edge| path_d(edge, RADIUS)).collect::<String>()
        })
    });
    view! {
        <svg class="edges" aria-hidden="true" width="1" height="1">
            <path d=move || d.get()></path>
        </svg>
    }
}

/// The marks where the journey completes without an Exit tile.
#[component]
pub fn Ends() -> impl IntoView {
    let canvas = Canvas::get();
    let ends = Watch::new(move |_| {
        canvas
            .seen
            .with(|seen| seen.iter().flat_map(|drawing| drawing.ends.clone()).collect::<Vec<_>>())
    });
    changing(move || {
        let mark = |End { at }: End| {
            view! {
                <span
                    class="end-mark"
                    style:transform=format!("translate({}px, {}px) translate(-50%, 0)", Number(at.x), Number(at.y))
                >
                    <Icon name=IconName::CircleDot/>
                    {move || t("canvas-ends-here")}
                </span>
            }
            .into_any()
        };
        ends.get().into_iter().map(mark).collect_view()
    })
}
