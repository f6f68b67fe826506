//! Dragging tiles, from the palette or from their places, onto a +, and branches beside
//! the labels of others. Nothing changes before it is dropped, so leaving off restores
//! everything exactly.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::{JourneyEdit, NewTile, Tiles, outermost};
use crate::layout::camera::{Camera, distance};
use crate::layout::{Drawing, Number, Point, Rect};
use crate::model::collect;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::Journey;
use crate::model::sorted::SortedSet;
use crate::model::tree::{Place, SequenceId, Slot};
use crate::ui::canvas::actions;
use crate::ui::canvas::edge;
use crate::ui::canvas::face::{self, Face};
use crate::ui::canvas::fold;
use crate::ui::canvas::spring;
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;
use crate::ui::i18n::t_with;
use crate::ui::icon::Icon;
use crate::ui::later::{Act, NoteAct, act};
use crate::ui::numbers;
use crate::ui::words;

/// What is dragged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load {
    /// A tile of the palette.
    New(NewTile),
    /// Tiles of the journey with everything on their branches.
    Tiles(Tiles),
    /// A branch of a tile with everything on it.
    Branch(TileId, BranchId),
    /// The note at a tile.
    Note(TileId),
    /// Notes on the ground.
    Notes(Tiles),
}

/// Where a branch would be dropped: beside the label of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BranchTarget {
    /// The tile that it goes to.
    pub tile: TileId,
    /// The branch that it goes beside.
    pub beside: Slot,
    /// Whether it goes after that one.
    pub after: bool,
    /// Its index among the named ones then.
    index: usize,
}

impl Load {
    /// The first tile that is dragged.
    pub fn first(&self) -> Option<TileId> {
        match self {
            Self::New(_) => None,
            Self::Branch(tile, _) | Self::Note(tile) => Some(*tile),
            Self::Tiles(tiles) | Self::Notes(tiles) => Some(tiles.first()),
        }
    }
}

/// A drag that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    pub load: Load,
    /// Where the pointer is, in CSS px of the window.
    pub at: Point,
    /// Where it was taken up, in the drawing.
    from_point: Point,
    /// The tiles that are dragged along: none of them can take the load.
    inside: Arc<SortedSet<TileId>>,
    /// The places where it stands now, from the first to the last: dropping it there
    /// would change nothing.
    from: Option<(Place, usize)>,
}

/// How near the pointer must be to a +, in CSS px.
const REACH: f64 = 60.0;

/// Takes something up: the pointer went down at `pressed` of the canvas, and is at `at` of
/// the window.
pub fn start(canvas: Canvas, load: Load, pressed: Point, at: Point, copying: bool) {
    let journey = canvas.journey.get_untracked();
    let (mut inside, mut from) = (SortedSet::new(), None);
    if let (Load::Tiles(tiles), Some(journey)) = (&load, journey) {
        let mut found = Vec::new();
        outermost(&journey.tiles, tiles, &mut found);
        inside = collect::set(found.iter().flat_map(|tile| tile.subtree()).map(|tile| tile.id));
        from = found.first().and_then(|first| run(&journey, first.id, found.len(), tiles));
    }
    if let (Load::Branch(tile, id), Some(journey)) = (&load, canvas.journey.get_untracked()) {
        let own = journey.sequence(SequenceId::Of(*tile, Slot::Branch(*id)));
        let tiles = own.into_iter().flatten().flat_map(|tile| tile.subtree());
        inside = collect::set(tiles.map(|tile| tile.id));
    }
    if let Load::Notes(notes) = &load {
        inside = collect::set(notes.iter());
    }
    let from_point = canvas.camera.get_untracked().to_drawing(pressed);
    canvas.flyout.set(None);
    canvas.copying.set(copying);
    canvas.drag.set(Some(Drag { load, at, from_point, inside: Arc::new(inside), from }));
    aim(canvas);
    edge::scroll(canvas);
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

/// Copies what is dragged from now on, or moves it.
pub fn copy(canvas: Canvas, copying: bool) {
    if canvas.drag.with_untracked(Option::is_some) && canvas.copying.get_untracked() != copying {
        canvas.copying.set(copying);
        aim(canvas);
    }
}

/// Lets it fall where it is.
pub fn drop(canvas: Canvas) {
    let (drag, target) = (canvas.drag.get_untracked(), canvas.target.get_untracked());
    let onto = canvas.note_target.get_untracked();
    let (beside, copying) = (canvas.branch_target.get_untracked(), canvas.copying.get_untracked());
    let by = untrack(|| moved(canvas));
    leave(canvas);
    spring::end(canvas, target);
    match (drag.map(|drag| drag.load), target) {
        (Some(Load::Branch(tile, id)), _) => {
            if let Some(BranchTarget { tile: to, index, .. }) = beside {
                actions::edit(canvas, JourneyEdit::MoveBranchTo(tile, id, to, index));
            }
        }
        (Some(Load::Note(from)), _) => {
            if let Some(to) = onto {
                actions::edit(canvas, JourneyEdit::MoveNote(from, to));
            }
        }
        (Some(Load::Notes(notes)), _) => {
            act(Act::Notes(canvas, NoteAct::Lay(notes, by, copying)), canvas.toasts);
        }
        (Some(Load::Tiles(tiles)), Some(place)) if copying => {
            actions::edit(canvas, JourneyEdit::Copy(tiles, place));
        }
        (Some(Load::New(kind)), Some(place)) => actions::insert(canvas, place, kind),
        (Some(Load::Tiles(tiles)), Some(place)) => actions::move_to(canvas, tiles, place),
        _ => {}
    }
}

/// How far what is dragged has come, in px of the drawing; tracked where it is read so.
pub fn moved(canvas: Canvas) -> Point {
    let camera = canvas.camera.get();
    canvas.drag.with(|drag| match drag {
        Some(drag) => {
            let at = camera.to_drawing(canvas.local(drag.at));
            Point { x: at.x - drag.from_point.x, y: at.y - drag.from_point.y }
        }
        None => Point { x: 0.0, y: 0.0 },
    })
}

/// Leaves off.
pub fn cancel(canvas: Canvas) {
    leave(canvas);
    spring::end(canvas, None);
}

fn leave(canvas: Canvas) {
    canvas.drag.set(None);
    canvas.target.set(None);
    canvas.branch_target.set(None);
    canvas.note_target.set(None);
    canvas.copying.set(false);
}

/// Chooses the place that is nearest to the pointer, if one is near enough.
pub fn aim(canvas: Canvas) {
    let branch = aim_branch(canvas);
    if canvas.branch_target.get_untracked() != branch {
        canvas.branch_target.set(branch);
    }
    let onto = aim_note(canvas);
    if canvas.note_target.get_untracked() != onto {
        canvas.note_target.set(onto);
    }
    let copying = canvas.copying.get_untracked();
    let mut rests = None;
    let nearest = canvas.drag.with_untracked(|drag| {
        let drag = drag.as_ref()?;
        let (at, camera, drawing) = under(canvas, drag, 2.0 * REACH)?;
        if !matches!(drag.load, Load::Notes(_)) {
            rests = Some((at, drawing.clone()));
        }
        let pluses =
            drawing.pluses.iter().filter(|plus| plus.reachable && drag.fits(plus.place, copying));
        let pluses = pluses.map(|plus| (plus.at, plus.place));
        let journey = canvas.journey.get_untracked()?;
        let closed = drawing.folds.iter();
        let closed = closed.filter_map(|fold| {
            let place = fold::end_of(&journey, (fold.tile, fold.slot))?;
            drag.fits(place, copying).then_some((fold.at, place))
        });
        let near = pluses
            .chain(closed)
            .map(|(there, place)| (distance(camera.to_screen(there), at), place))
            .filter(|(distance, _)| *distance <= REACH);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, place)| place)
    });
    if canvas.target.get_untracked() != nearest {
        canvas.target.set(nearest);
    }
    if let Some((at, drawing)) = rests {
        spring::hover(canvas, at, &drawing);
    }
}

/// Whether a tile is dragged along; not tracked.
pub fn takes_along(canvas: Canvas, tile: TileId) -> bool {
    taken(canvas, |drag| drag.inside.contains(&tile))
}

impl Drag {
    /// Whether the load can be dropped there and would stand somewhere else then.
    fn fits(&self, place: Place, copying: bool) -> bool {
        if let Load::Branch(..) | Load::Note(_) | Load::Notes(_) = self.load {
            return false;
        }
        let inside = match place.sequence {
            SequenceId::Of(owner, _) => self.inside.contains(&owner),
            SequenceId::Root => false,
        };
        let stays = self.from.is_some_and(|(from, last)| {
            place.sequence == from.sequence && (from.index..=last).contains(&place.index)
        });
        copying || !inside && !stays
    }
}

/// Whether what is dragged can be dropped there; tracked.
pub fn fits(canvas: Canvas, place: Place) -> bool {
    let copying = canvas.copying.get();
    canvas.load.with(Option::is_some) && taken(canvas, |drag| drag.fits(place, copying))
}

/// Whether a note on the ground moves with what is dragged; tracked.
pub fn carries(canvas: Canvas, note: TileId) -> bool {
    canvas.load.with(|load| matches!(load, Some(Load::Notes(_))))
        && taken(canvas, |drag| drag.inside.contains(&note))
}

/// Whether a tile leaves its place with what is dragged; tracked.
pub fn lifts(canvas: Canvas, tile: TileId) -> bool {
    !canvas.copying.get()
        && canvas.load.with(Option::is_some)
        && taken(canvas, |drag| drag.inside.contains(&tile))
}

/// Whether a branch that is dragged can go beside the branches of a tile; tracked.
pub fn fits_branch(canvas: Canvas, tile: TileId) -> bool {
    let from = canvas.load.with(|load| match load {
        Some(Load::Branch(from, _)) => Some(*from),
        _ => None,
    });
    let kind = |id| canvas.with_tile(id, |_, tile| std::mem::discriminant(&tile.kind));
    from.is_some_and(|from| kind(from) == kind(tile))
        && !taken(canvas, |drag| drag.inside.contains(&tile))
}

fn taken(canvas: Canvas, ask: impl FnOnce(&Drag) -> bool) -> bool {
    canvas.drag.with_untracked(|drag| drag.as_ref().is_some_and(ask))
}

/// The tile under the pointer, or whose card is, where a note would go.
fn aim_note(canvas: Canvas) -> Option<TileId> {
    let drag = canvas.drag.get_untracked()?;
    let Load::Note(from) = drag.load else { return None };
    let at = canvas.camera.get_untracked().to_drawing(canvas.local(drag.at));
    canvas.tile_at(at).filter(|to| *to != from)
}

/// Where on the canvas the pointer is, if it is there at all, how that is seen, and what
/// is drawn within `reach` of it, in CSS px.
fn under(canvas: Canvas, drag: &Drag, reach: f64) -> Option<(Point, Camera, Drawing)> {
    let size = canvas.size.get_untracked()?;
    let at = canvas.local(drag.at);
    if at.x < 0.0 || at.y < 0.0 || at.x > size.0 || at.y > size.1 {
        return None;
    }
    let camera = canvas.camera.get_untracked();
    let reach = reach / camera.zoom;
    let around = Rect::around(camera.to_drawing(at), reach, reach);
    Some((at, camera, canvas.layout.with_untracked(|layout| layout.within(around))))
}

/// The label that is nearest to the pointer, and on which side of it the branch goes.
fn aim_branch(canvas: Canvas) -> Option<BranchTarget> {
    let drag = canvas.drag.get_untracked()?;
    let Load::Branch(from, id) = drag.load else { return None };
    let (at, camera, drawing) = under(canvas, &drag, 4.0 * REACH)?;
    let labels = drawing.labels.iter().map(|label| (camera.to_screen(label.at), *label));
    let near = labels.filter(|(place, label)| {
        distance(*place, at) <= 2.0 * REACH && untrack(|| fits_branch(canvas, label.tile))
    });
    let (place, label) = near.min_by(|a, b| distance(a.0, at).total_cmp(&distance(b.0, at)))?;
    let journey = canvas.journey.get_untracked()?;
    let slots = journey.tile(label.tile)?.slots();
    let beside = slots.iter().position(|slot| *slot == label.slot)?;
    let is_last = matches!(label.slot, Slot::Other | Slot::No);
    // Among its own it takes the place of the one under the pointer.
    let own = slots.iter().position(|slot| *slot == Slot::Branch(id));
    let own = own.filter(|_| label.tile == from);
    let after = !is_last && own.map_or(at.x > place.x, |own| beside > own);
    let mut index = beside + usize::from(after);
    if let Some(own) = own {
        // Taking it away moves those behind it up.
        index -= usize::from(index > own);
        if index == own {
            return None;
        }
    }
    Some(BranchTarget { tile: label.tile, beside: label.slot, after, index })
}

/// Where so many tiles stand, when they are neighbours: the first place, and the index
/// behind the last of them.
fn run(journey: &Journey, first: TileId, count: usize, tiles: &Tiles) -> Option<(Place, usize)> {
    let from = journey.place_of(first)?;
    let last = from.index + count;
    let all = journey.sequence(from.sequence)?.get(from.index..last)?;
    all.iter().all(|tile| tiles.contains(tile.id)).then_some((from, last))
}

/// What is dragged, under the pointer.
#[component]
pub fn Ghost() -> impl IntoView {
    let canvas = Canvas::get();
    // Beside the pointer, not under it.
    let position = move || {
        let at = canvas.drag.with(|drag| drag.as_ref().map(|drag| drag.at));
        let Point { x, y } = at.unwrap_or(Point { x: 0.0, y: 0.0 });
        format!("translate({}px, {}px)", Number(x + 12.0), Number(y + 12.0))
    };
    changing(move || {
        canvas.load.get().and_then(|load| {
            let Face { kind, mut title, .. } = match &load {
                Load::New(kind) => {
                    Face { kind: Some(*kind), title: words::kind(*kind), ..Face::default() }
                }
                Load::Tiles(tiles) => face::of(canvas, tiles.first())?,
                // They move themselves.
                Load::Notes(_) => return None,
                Load::Note(tile) => {
                    let face = face::of(canvas, *tile)?;
                    Face { title: face.note.text.clone(), ..face }
                }
                Load::Branch(tile, id) => Face {
                    title: canvas
                        .with_tile(*tile, |_, tile| words::branch(tile, Slot::Branch(*id)))?,
                    ..face::of(canvas, *tile)?
                },
            };
            let several = matches!(&load, Load::Tiles(tiles) if tiles.only().is_none());
            if let (true, Load::Tiles(tiles)) = (several, &load) {
                title =
                    t_with("canvas-tiles", [("n", numbers::count(tiles.count() as u64).into())]);
            }
            Some(
                view! {
                    <div
                        class="ghost"
                        aria-hidden="true"
                        data-several=several.to_string()
                        data-copying=move || canvas.copying.get().to_string()
                        data-family=face::family(kind)
                        style:transform=move || position()
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
