//! Closed branches: a chip in place of what is on them, and closing and opening.

use leptos::prelude::*;

use crate::layout::{Layout, Number, Point, Sizes, Stop};
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::tree::{Place, SequenceId, Slot};
use crate::ui::canvas::drag;
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::problems::words as problem_words;
use crate::ui::watch::Watch;
use crate::ui::words;

/// Closes the branch that a stop is on, or opens it; of a tile that branches, all of
/// its branches.
pub fn toggle(canvas: Canvas, stop: Stop) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let place = match stop {
        Stop::Entry => return,
        Stop::Plus(place) => Some(place),
        Stop::Tile(id) => {
            let of_tile: Vec<_> = branches(&journey).filter(|(tile, _)| *tile == id).collect();
            if !of_tile.is_empty() {
                let close = canvas
                    .folds
                    .with_untracked(|folds| !of_tile.iter().any(|it| folds.contains(it)));
                canvas.store.fold(canvas.id, &of_tile, close);
                return focus::go(canvas, stop);
            }
            journey.place_of(id)
        }
    };
    if let Some(Place { sequence: SequenceId::Of(tile, slot), .. }) = place {
        let close = canvas.folds.with_untracked(|folds| !folds.contains(&(tile, slot)));
        set(canvas, (tile, slot), close);
    }
}

/// Closes all branches; opens all of them when one is closed.
pub fn toggle_all(canvas: Canvas) {
    let Some(journey) = canvas.journey.get_untracked() else { return };
    let close = canvas.folds.with_untracked(|folds| folds.is_empty());
    canvas.store.fold(canvas.id, &branches(&journey).collect::<Vec<_>>(), close);
}

/// Closes one branch, or opens it; the focus is on its beginning then.
pub fn set(canvas: Canvas, (tile, slot): (TileId, Slot), close: bool) {
    canvas.store.fold(canvas.id, &[(tile, slot)], close);
    let sequence = SequenceId::Of(tile, slot);
    focus::go(canvas, Stop::Plus(Place { sequence, index: 0 }));
}

/// All branches that have tiles.
fn branches(journey: &Journey) -> impl Iterator<Item = (TileId, Slot)> {
    let tiles = journey.all_tiles().into_iter();
    tiles.flat_map(|tile| {
        let branches = tile.branches().into_iter().filter(|(_, tiles)| !tiles.is_empty());
        branches.map(|(slot, _)| (tile.id, slot))
    })
}

/// The chip in place of what is on a closed branch; choosing it opens the branch.
#[component]
pub fn FoldChip(
    /// The tile that branches.
    tile: TileId,
    /// Which of its branches.
    branch: Slot,
) -> impl IntoView {
    let canvas = Canvas::get();
    let place = Place { sequence: SequenceId::Of(tile, branch), index: 0 };
    let stop = Stop::Plus(place);
    let at = Watch::new(move |before: Option<&Point>| {
        let found = canvas.layout.with(|layout| place_of_chip(layout, place));
        found.or(before.copied()).unwrap_or(Point { x: 0.0, y: 0.0 })
    });
    let end = Watch::new(move |_| end_of(&*canvas.journey.get()?, (tile, branch)));
    let fits = Watch::new(move |_| end.get().is_some_and(|end| drag::fits(canvas, end)));
    let target = Watch::new(move |_| end.get().is_some() && canvas.target.get() == end.get());
    let hidden = Watch::new(move |_| hidden(canvas, tile, branch).unwrap_or_default());
    view! {
        <div
            class="branch-at"
            style:left=move || format!("{}px", Number(at.get().x))
            style:top=move || format!("{}px", Number(at.get().y))
        >
        <button
            type="button"
            class="fold-chip"
            data-fits=move || fits.get().to_string()
            data-target=move || target.get().to_string()
            data-testid=format!("plus-{}", focus::place_key(place))
            aria-label=move || hidden.with(|hidden| hidden.name.clone())
            aria-expanded="false"
            title=move || t("key-fold")
            tabindex=move || if canvas.focus.get() == stop { "0" } else { "-1" }
            on:focus=move |_| canvas.focus.set(stop)
            on:click=move |_| set(canvas, (tile, branch), false)
        >
            <Icon name=IconName::ChevronRight/>
            {move || hidden.with(|hidden| hidden.count.clone())}
            {move || {
                hidden
                    .with(|hidden| hidden.problems)
                    .map(|(count, worst)| {
                        view! {
                            <span class="count-badge" data-severity=worst>
                                {numbers::count(count as u64)}
                            </span>
                        }
                            .into_any()
                    })
            }}
        </button>
        </div>
    }
}

/// The closed branches near the view, and the one that has the focus.
pub fn mounted(canvas: Canvas) -> Vec<(TileId, Slot)> {
    let mut near: Vec<(TileId, Slot)> = canvas.seen.with(|seen| {
        let folds = seen.iter().flat_map(|drawing| &drawing.folds);
        folds.map(|fold| (fold.tile, fold.slot)).collect()
    });
    if let Stop::Plus(Place { sequence: SequenceId::Of(tile, slot), .. }) = canvas.focus.get()
        && canvas.folds.with(|folds| folds.contains(&(tile, slot)))
        && !near.contains(&(tile, slot))
    {
        near.push((tile, slot));
    }
    near
}

/// The centre of the chip at the beginning of a closed branch.
pub fn place_of_chip(layout: &Layout, place: Place) -> Option<Point> {
    let Place { sequence: SequenceId::Of(tile, slot), index: 0 } = place else { return None };
    let label = layout.label_at(tile, slot)?;
    Some(Point { y: label.y + Sizes::default().plus_drop, ..label })
}

/// Where what is dropped on a closed branch goes: to its end, or before what nothing
/// comes out of.
pub fn end_of(journey: &Journey, (tile, slot): (TileId, Slot)) -> Option<Place> {
    let sequence = SequenceId::Of(tile, slot);
    let tiles = journey.sequence(sequence)?;
    let open = tiles.iter().take_while(|tile| tile.falls_through()).count();
    Some(Place { sequence, index: open })
}

/// What a closed branch hides.
#[derive(Clone, PartialEq, Default)]
struct Hidden {
    /// How many tiles, in words.
    count: String,
    /// The branch, its tile, the count and the problems, for screen readers.
    name: String,
    /// How many of them have problems, and the style of the worst.
    problems: Option<(usize, &'static str)>,
}

/// What a closed branch hides; tracked.
fn hidden(canvas: Canvas, tile: TileId, branch: Slot) -> Option<Hidden> {
    canvas
        .with_tile(tile, |journey, tile| {
            let branches = tile.branches();
            let tiles = branches.iter().find(|(slot, _)| *slot == branch)?.1;
            let all: Vec<TileId> =
                tiles.iter().flat_map(|tile| tile.subtree()).map(|tile| tile.id).collect();
            let count = t_with("canvas-fold-count", [("count", all.len().into())]);
            let title = canvas.store.read(|workspace| words::title_in(workspace, journey, tile));
            let args = [
                ("branch", words::branch(tile, branch).into()),
                ("tile", title.into()),
                ("hidden", count.as_str().into()),
            ];
            let problems = canvas.problems.with(|problems| {
                let found: Vec<_> = all.iter().filter_map(|id| problems.get(id)?.first()).collect();
                let worst = found.iter().map(|problem| problem.severity()).min()?;
                Some((found.len(), problem_words::style(worst)))
            });
            let mut name = t_with("canvas-fold-name", args);
            if let Some((count, _)) = problems {
                let args = [("count", count.into())];
                name = format!("{name}, {}", t_with("canvas-fold-problems", args));
            }
            Some(Hidden { count, name, problems })
        })
        .flatten()
}
