//! What a run counted at a tile, along its lower edge.

use leptos::prelude::*;

use crate::engine::report::TileCounts;
use crate::ui::i18n::t_with;
use crate::ui::numbers;

/// The strip: arrived, a bar of the share that went on, waiting, failed.
#[component]
pub fn Strip(
    /// What was counted.
    counts: TileCounts,
) -> impl IntoView {
    let TileCounts { arrived, waiting, left, failed, .. } = counts;
    let width = if arrived == 0 { 0.0 } else { left as f64 / arrived as f64 * 100.0 };
    view! {
        <span class="strip numeric" aria-hidden="true">
            <span class="strip-arrived">{move || numbers::count(arrived)}</span>
            <span class="strip-bar">
                <span class="strip-share" style:width=format!("{width}%")></span>
            </span>
            {(waiting > 0)
                .then(|| {
                    let waiting =
                        move || t_with("canvas-waiting", [("n", numbers::count(waiting).into())]);
                    view! { <span class="strip-waiting">{waiting}</span> }
                })}
            {(failed > 0)
                .then(|| {
                    let failed =
                        move || t_with("canvas-failed", [("n", numbers::count(failed).into())]);
                    view! { <span class="strip-failed">{failed}</span> }
                })}
        </span>
    }
}

/// All counts of a tile in words; tracked by the language.
pub fn words(counts: &TileCounts) -> String {
    let exited: u64 = counts.exited.values().sum();
    let with = |id, n: u64| t_with(id, [("n", numbers::count(n).into())]);
    let left = t_with(
        "canvas-left",
        [
            ("n", numbers::count(counts.left).into()),
            ("share", numbers::share(counts.left, counts.arrived).into()),
        ],
    );
    let mut parts = vec![with("canvas-arrived", counts.arrived), left];
    for (id, n) in [
        ("canvas-waiting", counts.waiting),
        ("canvas-exited", exited),
        ("canvas-failed", counts.failed),
    ] {
        if n > 0 {
            parts.push(with(id, n));
        }
    }
    parts.join(", ")
}
