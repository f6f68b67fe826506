//! Problems as the checker's one list shows them: in the drawer, as a count, as
//! badges on tiles, and in place beside a setting.

pub mod inline;
pub mod jump;
pub mod pane;
pub mod words;

use leptos::prelude::*;

pub use pane::ProblemsPane;

use crate::check::code::Severity;
use crate::check::problem::Problem;
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::sorted::SortedMap;
use crate::ui::changing::changing;
use crate::ui::numbers;
use crate::ui::store::Store;
use crate::ui::watch::Watch;

/// How many errors and warnings there are, coloured by the worst.
#[component]
pub fn CountBadge() -> impl IntoView {
    let store = Store::get();
    let counts = Watch::new(move |_| {
        let problems = store.problems();
        let of = |severity| problems.iter().filter(|p| p.severity() == severity).count();
        (of(Severity::Error), of(Severity::Warning))
    });
    let severity = move || if counts.get().0 > 0 { "error" } else { "warning" };
    changing(move || {
        let (errors, warnings) = counts.get();
        let count = errors + warnings;
        (count > 0).then(|| {
            view! {
                <span class="count-badge" data-severity=move || severity()>
                    {numbers::count(count as u64)}
                </span>
            }
            .into_any()
        })
    })
}

/// The errors and warnings of each tile of a journey, the worst first.
pub fn by_tile(problems: &[Problem]) -> SortedMap<TileId, Vec<Problem>> {
    let mut found: SortedMap<TileId, Vec<Problem>> = SortedMap::new();
    for problem in problems {
        if let (Some(tile), true) = (problem.site.tile, problem.severity() != Severity::Info) {
            found.entry(tile).or_default().push(problem.clone());
        }
    }
    found.values_mut().for_each(|problems| collect::sort_by_key(problems, Problem::severity));
    found
}
