//! A closed branch opens when what is dragged rests on it for a moment, so that it can be
//! dropped inside.
//!
//! **Invariant:** what was opened so closes again when the pointer leaves it and when the
//! drag is over, unless something was dropped there.

use leptos::prelude::*;

use crate::layout::camera::distance;
use crate::layout::{Drawing, Point, Rect};
use crate::model::id::TileId;
use crate::model::tree::{Place, SequenceId, Slot};
use crate::ui::canvas::drag;
use crate::ui::canvas::state::Canvas;

/// A branch of a tile.
type Branch = (TileId, Slot);

/// How long it takes to open a branch.
const MOMENT: std::time::Duration = std::time::Duration::from_millis(600);
/// How near to the middle of a chip rests on it, in CSS px.
const NEAR: f64 = 32.0;
/// How far from the tiles of a branch leaves it, in px of the drawing.
const AWAY: f64 = 96.0;

/// The branches that a drag rests on and has opened.
#[derive(Debug, Clone, Default)]
pub struct Spring {
    rests: Option<Branch>,
    opened: Vec<Branch>,
}

/// The pointer is at that point of the canvas, over what is drawn there.
pub fn hover(canvas: Canvas, at: Point, drawing: &Drawing) {
    let camera = canvas.camera.get_untracked();
    let near = drawing.folds.iter().find(|fold| distance(camera.to_screen(fold.at), at) <= NEAR);
    let near = near.map(|fold| (fold.tile, fold.slot));
    let near = near.filter(|(tile, _)| !drag::takes_along(canvas, *tile));
    let (before, last) = canvas.spring.with_value(|it| (it.rests, it.opened.last().copied()));
    if near != before {
        canvas.spring.update_value(|spring| spring.rests = near);
        if let Some(branch) = near {
            set_timeout(move || open(canvas, branch), MOMENT);
        }
    }
    if let Some(branch) = last.filter(|branch| !is_inside(canvas, *branch, camera.to_drawing(at))) {
        canvas.spring.update_value(|spring| _ = spring.opened.pop());
        canvas.store.fold(canvas.id, &[branch], true);
    }
}

/// The drag is over; something was dropped there, or nothing anywhere.
pub fn end(canvas: Canvas, dropped: Option<Place>) {
    let mut opened = Vec::new();
    canvas.spring.update_value(|spring| opened = std::mem::take(spring).opened);
    let journey = canvas.journey.get_untracked();
    let within = |(tile, slot): &Branch| {
        let mut at = dropped.map(|place| place.sequence);
        while let Some(SequenceId::Of(owner, branch)) = at {
            if (owner, branch) == (*tile, *slot) {
                return true;
            }
            let place = journey.as_ref().and_then(|journey| journey.place_of(owner));
            at = place.map(|place| place.sequence);
        }
        false
    };
    opened.retain(|branch| !within(branch));
    if !opened.is_empty() {
        canvas.store.fold(canvas.id, &opened, true);
    }
}

/// Opens a branch on which the drag still rests.
fn open(canvas: Canvas, branch: Branch) {
    let rests = canvas.spring.try_with_value(|spring| spring.rests == Some(branch));
    if rests == Some(true) && canvas.drag.with_untracked(Option::is_some) {
        canvas.spring.update_value(|spring| {
            spring.rests = None;
            spring.opened.push(branch);
        });
        canvas.store.fold(canvas.id, &[branch], false);
        drag::aim(canvas);
    }
}

/// Whether a point of the drawing is on a branch or near its tiles.
fn is_inside(canvas: Canvas, (tile, slot): Branch, at: Point) -> bool {
    let Some(journey) = canvas.journey.get_untracked() else { return false };
    let sequence = journey.sequence(SequenceId::Of(tile, slot));
    canvas.layout.with_untracked(|layout| {
        let tiles = sequence.into_iter().flatten().flat_map(|tile| tile.subtree());
        let rects = tiles.filter_map(|tile| layout.rect_of(tile.id));
        let label = layout.label_at(tile, slot).map(|label| Rect::spanning(label, label));
        let all = rects.chain(label).reduce(|one, other| one.union(&other));
        all.is_some_and(|rect| {
            let (width, height) = (rect.width + 2.0 * AWAY, rect.height + 2.0 * AWAY);
            Rect::around(rect.centre(), width, height).contains(at)
        })
    })
}
