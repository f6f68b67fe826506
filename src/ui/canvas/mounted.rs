//! What is mounted on the canvas: what is near the view, and what has the focus, is
//! selected or is dragged. Much that comes into view at once is mounted in turns, some
//! of it in each frame.
//!
//! **Invariant:** in the end all of what is near the view is mounted, and nothing else.

use leptos::prelude::*;

use crate::layout::Stop;
use crate::model::id::TileId;
use crate::model::tree::{Place, Slot};
use crate::ui::canvas::drag::Load;
use crate::ui::canvas::state::Canvas;
use crate::ui::watch::Watch;

/// So many tiles, and as many of everything else, are mounted in one frame.
const TURN: usize = 40;

/// What is mounted. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Mounted {
    pub tiles: Watch<Turn<TileId>>,
    pub pluses: Watch<Turn<Place>>,
    pub labels: Watch<Turn<(TileId, Slot)>>,
}

/// What is mounted of a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn<T> {
    pub items: Vec<T>,
    /// Whether more is to come.
    more: bool,
}

impl Mounted {
    /// What is mounted on a canvas.
    pub fn new(canvas: Canvas) -> Self {
        let turn = RwSignal::new(());
        let tiles = Watch::new(move |before| {
            turn.track();
            next(canvas, tiles(canvas), before)
        });
        let pluses = Watch::new(move |before| {
            turn.track();
            next(canvas, pluses(canvas), before)
        });
        let labels = Watch::new(move |before| {
            turn.track();
            next(canvas, labels(canvas), before)
        });
        let mounted = Self { tiles, pluses, labels };
        Effect::new(move |_| {
            turn.track();
            if mounted.has_more() {
                request_animation_frame(move || _ = turn.try_set(()));
            }
        });
        mounted
    }

    /// Whether tiles in view are still to be mounted; tracked.
    pub fn waits(self, canvas: Canvas) -> bool {
        let is_missing = |turn: &Turn<TileId>| {
            let size = canvas.size.get().unwrap_or_default();
            let view = canvas.camera.get().visible(size);
            canvas.seen.with(|seen| {
                let mut boxes = seen.iter().flat_map(|drawing| &drawing.boxes);
                boxes.any(|tile| tile.rect.touches(&view) && !turn.items.contains(&tile.id))
            })
        };
        self.tiles.with(|turn| turn.more && is_missing(turn))
    }

    fn has_more(self) -> bool {
        self.tiles.with(|turn| turn.more)
            || self.pluses.with(|turn| turn.more)
            || self.labels.with(|turn| turn.more)
    }
}

/// What is mounted already, and as much of the rest as one turn takes.
fn next<T: PartialEq>(canvas: Canvas, wanted: Vec<T>, before: Option<&Turn<T>>) -> Turn<T> {
    // Nobody waits for the first picture in turns.
    let Some(before) = before.filter(|_| canvas.painted.get()) else {
        return Turn { items: wanted, more: false };
    };
    let all = wanted.len();
    let mut left = TURN;
    let mut items = wanted;
    items.retain(|item| {
        let known = before.items.contains(item);
        let taken = known || left > 0;
        left -= usize::from(taken && !known);
        taken
    });
    let more = items.len() < all;
    Turn { items, more }
}

/// The tiles near the view and those that are held, in reading order.
fn tiles(canvas: Canvas) -> Vec<TileId> {
    let mut near: Vec<TileId> = canvas.seen.with(|seen| {
        let boxes = seen.iter().flat_map(|drawing| &drawing.boxes);
        boxes.map(|tile| tile.id).collect()
    });
    let dragged = canvas.load.with(|load| load.as_ref().and_then(Load::first));
    let stops = [Some(canvas.focus.get()), canvas.selected(), dragged.map(Stop::Tile)];
    canvas.layout.with(|layout| {
        for stop in stops.into_iter().flatten() {
            let id = match stop {
                Stop::Entry => layout.entry(),
                Stop::Tile(id) => id,
                Stop::Plus(_) => continue,
            };
            if !near.contains(&id) && layout.rect_of(id).is_some() {
                near.push(id);
            }
        }
    });
    near
}

fn pluses(canvas: Canvas) -> Vec<Place> {
    let mut near: Vec<Place> = canvas.seen.with(|seen| {
        let pluses = seen.iter().flat_map(|drawing| &drawing.pluses);
        pluses.map(|plus| plus.place).collect()
    });
    let focus = match canvas.focus.get() {
        Stop::Plus(place) => Some(place),
        _ => None,
    };
    for place in [focus, canvas.target.get()].into_iter().flatten() {
        let is_there = canvas.layout.with(|layout| layout.plus_at(place).is_some());
        if is_there && !near.contains(&place) {
            near.push(place);
        }
    }
    near
}

fn labels(canvas: Canvas) -> Vec<(TileId, Slot)> {
    canvas.seen.with(|seen| {
        let labels = seen.iter().flat_map(|drawing| &drawing.labels);
        labels.map(|label| (label.tile, label.slot)).collect()
    })
}
