//! The ways between tiles: one SVG with one path, and the small marks where a
//! journey ends. Seen from far, the tiles too are plain shapes in it.

use std::fmt::Write as _;

use leptos::prelude::*;

use crate::editor::summary;
use crate::layout::{Edge, End, Number, Rect, path_d};
use crate::ui::canvas::face;
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
        let region = canvas.region.get();
        canvas.drawing.with(|drawing| {
            let seen = drawing.edges.iter().filter(|edge| edge_touches(edge, &region));
            seen.map(|edge| path_d(edge, RADIUS)).collect::<String>()
        })
    });
    view! {
        <svg class="edges" aria-hidden="true" width="1" height="1">
            <path d=move || d.get()></path>
            {move || canvas.far.get().then(|| view! { <Shapes/> }.into_any())}
        </svg>
    }
}

/// The marks where the journey completes without an Exit tile.
#[component]
pub fn Ends() -> impl IntoView {
    let canvas = Canvas::get();
    let ends = Watch::new(move |_| canvas.drawing.with(|drawing| drawing.ends.clone()));
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

/// The families in the order in which they are drawn.
const FAMILIES: [&str; 5] = ["entry", "branch", "wait", "trigger", "exit"];

/// Every tile as a plain shape, one path for each family.
#[component]
fn Shapes() -> impl IntoView {
    let canvas = Canvas::get();
    FAMILIES
        .into_iter()
        .map(|family| {
            let d = Watch::new(move |_| shapes(canvas, family));
            view! { <path class="shape" data-family=family d=move || d.get()></path> }
        })
        .collect_view()
}

fn shapes(canvas: Canvas, family: &str) -> String {
    let Some(journey) = canvas.journey.get() else { return String::new() };
    let boxes = canvas.boxes.get();
    let entry = (journey.entry.id, face::family(None));
    let tiles = journey.all_tiles().into_iter();
    let all = tiles.map(|tile| (tile.id, face::family(Some(summary::kind(tile)))));
    let mut d = String::new();
    for (id, _) in std::iter::once(entry).chain(all).filter(|(_, of)| *of == family) {
        if let Some(Rect { x, y, width, height }) = boxes.get(&id) {
            // Writing into a string cannot fail.
            let _ = write!(d, "M{x} {y}h{width}v{height}h-{width}z");
        }
    }
    d
}

fn edge_touches(edge: &Edge, region: &Rect) -> bool {
    let points = edge.path.iter().map(|at| Rect { x: at.x, y: at.y, width: 0.0, height: 0.0 });
    points.reduce(|a, b| a.union(&b)).is_some_and(|bounds| bounds.touches(region))
}
