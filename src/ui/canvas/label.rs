//! The name of a branch on its edge, with its count after a run.

use leptos::prelude::*;

use crate::editor::Selection;
use crate::layout::{Number, Point, Stop};
use crate::model::id::TileId;
use crate::model::tree::Slot;
use crate::ui::canvas::state::Canvas;
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
    view! {
        <div
            class="branch-at"
            style:left=move || format!("{}px", Number(at.get().x))
            style:top=move || format!("{}px", Number(at.get().y))
        >
        <button
            type="button"
            class="branch-label"
            data-covered=move || suite.covers_branch(tile, branch).map(|covered| covered.to_string())
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
        </div>
    }
}
