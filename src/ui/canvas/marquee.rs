//! A frame that is drawn on the ground selects what it touches, besides what was
//! selected before.
//!
//! **Invariant:** leaving off restores the selection exactly.

use leptos::prelude::*;

use crate::editor::{Selection, Tiles};
use crate::layout::{Number, Point, Rect, ground};
use crate::model::collect;
use crate::ui::canvas::edge;
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;

/// A frame that is being drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Marquee {
    /// Where it began, in the drawing.
    from: Point,
    /// Where the pointer is, in CSS px of the window.
    pub at: Point,
    /// What was selected before.
    before: Selection,
}

/// Begins a frame at a point of the drawing; the pointer is at `at` of the window.
pub fn start(canvas: Canvas, from: Point, at: Point) {
    canvas.flyout.set(None);
    canvas.marquee.set(Some(Marquee { from, at, before: canvas.selection() }));
    edge::scroll(canvas);
}

/// Follows the pointer.
pub fn follow(canvas: Canvas, at: Point) {
    canvas.marquee.update(|marquee| {
        if let Some(marquee) = marquee {
            marquee.at = at;
        }
    });
    select(canvas);
}

/// Selects what the frame touches where it is now.
pub fn select(canvas: Canvas) {
    let Some(marquee) = canvas.marquee.get_untracked() else { return };
    let frame = frame(canvas, &marquee);
    let entry = canvas.journey.with_untracked(|found| found.as_ref().map(|found| found.entry.id));
    let journey = canvas.journey.get_untracked();
    let (touched, notes) = canvas.layout.with_untracked(|layout| {
        let notes = journey.map(|journey| ground::all(layout, &journey)).unwrap_or_default();
        (layout.within(frame).boxes, notes)
    });
    let notes = notes.into_iter().filter(|(_, rect)| rect.touches(&frame)).map(|(id, _)| id);
    let touched = touched.into_iter().map(|tile| tile.id).filter(|id| Some(*id) != entry);
    let touched = touched.chain(notes);
    let before = marquee.before.tiles().into_iter().flat_map(Tiles::iter);
    let tiles = collect::set(before.chain(touched));
    let nothing = tiles.is_empty();
    canvas.store.select(if nothing { marquee.before } else { Selection::of(tiles) });
}

/// Takes the frame away and leaves what it has selected.
pub fn finish(canvas: Canvas) {
    canvas.marquee.set(None);
}

/// Leaves off.
pub fn cancel(canvas: Canvas) {
    if let Some(marquee) = canvas.marquee.get_untracked() {
        canvas.marquee.set(None);
        canvas.store.select(marquee.before);
    }
}

/// The frame in the drawing.
fn frame(canvas: Canvas, marquee: &Marquee) -> Rect {
    let to = canvas.camera.get_untracked().to_drawing(canvas.local(marquee.at));
    corners(marquee.from, to)
}

fn corners(a: Point, b: Point) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// The frame, while it is drawn.
#[component]
pub fn MarqueeView() -> impl IntoView {
    let canvas = Canvas::get();
    let rect = move || {
        let marquee = canvas.marquee.get()?;
        Some(corners(canvas.camera.get().to_screen(marquee.from), canvas.local(marquee.at)))
    };
    changing(move || {
        rect().map(|Rect { x, y, width, height }| {
            view! {
                <div
                    class="marquee"
                    style:transform=format!("translate({}px, {}px)", Number(x), Number(y))
                    style:width=format!("{}px", Number(width))
                    style:height=format!("{}px", Number(height))
                ></div>
            }
            .into_any()
        })
    })
}
