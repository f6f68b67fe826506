//! The name of a branch on its edge, with its count after a run, and what closes it.

use leptos::prelude::*;

use crate::editor::Selection;
use crate::layout::{Number, Point, Stop};
use crate::model::id::TileId;
use crate::model::journey::Tile;
use crate::model::tree::Slot;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{drag, fold};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::suite::Suite;
use crate::ui::watch::Watch;
use crate::ui::words;

/// The pill of a branch; clicking it shows the settings of its tile.
#[component]
pub fn BranchLabel(
    /// The tile that branches.
    tile: TileId,
    /// Which of its branches.
    branch: Slot,
) -> impl IntoView {
    let (canvas, suite) = (Canvas::get(), Suite::get());
    let at = Watch::new(move |before: Option<&Point>| {
        let found = canvas.layout.with(|layout| layout.label_at(tile, branch));
        found.or(before.copied()).unwrap_or(Point { x: 0.0, y: 0.0 })
    });
    let name = Watch::new(move |_| canvas.with_tile(tile, |_, tile| words::branch(tile, branch)));
    let counted = move || {
        canvas.counts(tile).map(|counts| {
            let count = counts.branches.get(&branch).copied().unwrap_or_default();
            format!("{} · {}", numbers::count(count), numbers::share(count, counts.left))
        })
    };
    // A branch that is closed is opened by what stands in its place.
    let can_fold = Watch::new(move |_| {
        let closed = canvas.folds.with(|folds| folds.contains(&(tile, branch)));
        let has_tiles = |found: &Tile| {
            found.branches().iter().any(|(slot, tiles)| *slot == branch && !tiles.is_empty())
        };
        !closed && canvas.with_tile(tile, |_, found| has_tiles(found)).unwrap_or_default()
    });
    let fits = Watch::new(move |_| drag::fits_branch(canvas, tile));
    let drop = Watch::new(move |_| {
        let target = canvas.branch_target.get();
        let target = target.filter(|found| (found.tile, found.beside) == (tile, branch));
        target.map(|found| if found.after { "after" } else { "before" })
    });
    // Only a branch with a name of its own has an order among the others.
    let named = match branch {
        Slot::Branch(id) => Some(format!("{tile} {id}")),
        Slot::Other | Slot::Yes | Slot::No => None,
    };
    view! {
        <div
            class="branch-at"
            style:left=move || format!("{}px", Number(at.get().x))
            style:top=move || format!("{}px", Number(at.get().y))
        >
            <div
                class="branch-label"
                data-branch=named
                data-fits=move || fits.get().to_string()
                data-drop=move || drop.get()
                data-covered=move || suite.covers_branch(tile, branch).map(|covered| covered.to_string())
            >
                <button
                    type="button"
                    class="branch-name"
                    tabindex="-1"
                    data-testid=format!("branch-{tile}-{branch}")
                    title=move || name.get()
                    on:click=move |_| {
                        canvas.store.select(Selection::tile(tile));
                        canvas.focus.set(Stop::Tile(tile));
                    }
                >
                    <span class="truncate">{move || name.get()}</span>
                    {move || counted().map(|words| view! { <span class="branch-count numeric">{words}</span> }.into_any())}
                </button>
                {move || can_fold.get().then(|| view! {
                    <button
                        type="button"
                        class="branch-fold"
                        tabindex="-1"
                        data-testid=format!("fold-{tile}-{branch}")
                        aria-label=move || t_with("canvas-fold", [("branch", name.get().unwrap_or_default().into())])
                        title=move || t("key-fold")
                        on:click=move |_| fold::set(canvas, (tile, branch), true)
                    >
                        <Icon name=IconName::ChevronDown/>
                    </button>
                }.into_any())}
            </div>
        </div>
    }
}
