//! Dragging a tile, from the palette or from its place, onto a +. Nothing changes
//! before it is dropped, so leaving off restores everything exactly.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::NewTile;
use crate::layout::camera::{Camera, distance};
use crate::layout::{Number, Point};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::sorted::SortedSet;
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::actions;
use crate::ui::canvas::face::{self, Face};
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;
use crate::ui::icon::Icon;
use crate::ui::words;

/// What is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// A tile of the palette.
    New(NewTile),
    /// A tile of the journey with everything on its branches.
    Tile(TileId),
}

/// A drag that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    pub load: Load,
    /// Where the pointer is, in CSS px of the window.
    pub at: Point,
    /// The tiles that are dragged along: none of them can take the load.
    inside: Arc<SortedSet<TileId>>,
    /// Where the load stands now; dropping it there would change nothing.
    from: Option<Place>,
}

/// How near the pointer must be to a +, in CSS px.
const REACH: f64 = 60.0;
/// How near to the edge of the canvas it scrolls, in CSS px.
const EDGE: f64 = 48.0;
/// How fast it scrolls at most, in CSS px a frame.
const SPEED: f64 = 14.0;

/// Takes something up.
pub fn start(canvas: Canvas, load: Load, at: Point) {
    let journey = canvas.journey.get_untracked();
    let (mut inside, mut from) = (SortedSet::new(), None);
    if let (Load::Tile(id), Some(journey)) = (load, journey) {
        let found = journey.tile(id).map(|tile| tile.subtree()).unwrap_or_default();
        inside = collect::set(found.iter().map(|tile| tile.id));
        from = journey.place_of(id);
    }
    canvas.flyout.set(None);
    canvas.drag.set(Some(Drag { load, at, inside: Arc::new(inside), from }));
    aim(canvas);
    scroll_at_edges(canvas);
}

/// Follows the pointer.
pub fn follow(canvas: Canvas, at: Point) {
    canvas.drag.update(|drag| {
        if let Some(drag) = drag {
            drag.at = at;
        }
    });
    aim(canvas);
}

/// Lets it fall where it is.
pub fn drop(canvas: Canvas) {
    let (drag, target) = (canvas.drag.get_untracked(), canvas.target.get_untracked());
    cancel(canvas);
    match (drag.map(|drag| drag.load), target) {
        (Some(Load::New(kind)), Some(place)) => actions::insert(canvas, place, kind),
        (Some(Load::Tile(id)), Some(place)) => actions::move_to(canvas, id, place),
        _ => {}
    }
}

/// Leaves off.
pub fn cancel(canvas: Canvas) {
    canvas.drag.set(None);
    canvas.target.set(None);
}

/// Chooses the + that is nearest to the pointer, if one is near enough.
fn aim(canvas: Canvas) {
    let nearest = canvas.drag.with_untracked(|drag| {
        let drag = drag.as_ref()?;
        let size = canvas.size.get_untracked()?;
        let at = canvas.local(drag.at);
        if at.x < 0.0 || at.y < 0.0 || at.x > size.0 || at.y > size.1 {
            return None;
        }
        let camera = canvas.camera.get_untracked();
        canvas.drawing.with_untracked(|drawing| {
            let pluses =
                drawing.pluses.iter().filter(|plus| plus.reachable && drag.fits(plus.place));
            let near = pluses
                .map(|plus| (distance(camera.to_screen(plus.at), at), plus.place))
                .filter(|(distance, _)| *distance <= REACH);
            near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, place)| place)
        })
    });
    if canvas.target.get_untracked() != nearest {
        canvas.target.set(nearest);
    }
}

impl Drag {
    /// Whether the load can be dropped there and would stand somewhere else then.
    fn fits(&self, place: Place) -> bool {
        let inside = match place.sequence {
            SequenceId::Of(owner, _) => self.inside.contains(&owner),
            SequenceId::Root => false,
        };
        let stays = self.from.is_some_and(|from| {
            place.sequence == from.sequence && (from.index..=from.index + 1).contains(&place.index)
        });
        !inside && !stays
    }
}

/// Scrolls while the pointer is near an edge, until the drag ends.
fn scroll_at_edges(canvas: Canvas) {
    request_animation_frame(move || {
        let Some(Some(drag)) = canvas.drag.try_get_untracked() else { return };
        if let Some((width, height)) = canvas.size.get_untracked() {
            let at = canvas.local(drag.at);
            let within = at.x >= 0.0 && at.x <= width && at.y >= 0.0 && at.y <= height;
            let (right, down) = (push(at.x, width), push(at.y, height));
            if within && (right, down) != (0.0, 0.0) {
                canvas.camera.update(|camera: &mut Camera| *camera = camera.panned(right, down));
                aim(canvas);
            }
        }
        scroll_at_edges(canvas);
    });
}

/// How far to scroll, given how far along an edge of that length the pointer is.
fn push(at: f64, length: f64) -> f64 {
    let near = |gap: f64| ((EDGE - gap) / EDGE).clamp(0.0, 1.0) * SPEED;
    near(at) - near(length - at)
}

/// What is dragged, under the pointer.
#[component]
pub fn Ghost() -> impl IntoView {
    let canvas = Canvas::get();
    let position = move |of: fn(Point) -> f64| {
        let at = canvas.drag.with(|drag| drag.as_ref().map(|drag| of(drag.at)));
        format!("{}px", Number(at.unwrap_or_default()))
    };
    changing(move || {
        canvas.load.get().and_then(|load| {
            let Face { kind, title, .. } = match load {
                Load::New(kind) => {
                    Face { kind: Some(kind), title: words::kind(kind), line: String::new() }
                }
                Load::Tile(id) => face::of(canvas, id)?,
            };
            Some(
                view! {
                    <div
                        class="ghost"
                        aria-hidden="true"
                        data-family=face::family(kind)
                        style:left=move || position(|at| at.x)
                        style:top=move || position(|at| at.y)
                    >
                        <span class="tile-chip">
                            <Icon name=face::icon(kind)/>
                        </span>
                        <span class="truncate">{title}</span>
                    </div>
                }
                .into_any(),
            )
        })
    })
}
