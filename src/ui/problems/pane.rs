//! The Problems pane: the checker's whole list; each line goes to its place.

use leptos::prelude::*;

use crate::check::problem::Problem;
use crate::model::collect;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::problems::inline::{Explain, FixButton};
use crate::ui::problems::jump::{jump, place_words};
use crate::ui::problems::words;
use crate::ui::store::Store;

/// The list, the worst first and otherwise in document order.
#[component]
pub fn ProblemsPane() -> impl IntoView {
    let store = Store::get();
    let sorted = move || {
        let mut problems: Vec<Problem> = store.problems().to_vec();
        collect::sort_by_key(&mut problems, Problem::severity);
        problems
    };
    changing(move || {
        let problems = sorted();
        if problems.is_empty() {
            return view! {
                <p class="empty">
                    <span class="note note-info">
                        <Icon name=IconName::CircleCheck/>
                        {move || t("problems-none")}
                    </span>
                </p>
            }
            .into_any();
        }
        view! {
            <ul class="problems" data-testid="problems">
                {problems.into_iter().map(|problem| view! { <Line problem/> }.into_any()).collect_view()}
            </ul>
        }
        .into_any()
    })
}

#[component]
fn Line(problem: Problem) -> impl IntoView {
    let store = Store::get();
    let (severity, site, code) = (problem.severity(), problem.site, problem.code.text());
    let sentence = {
        let problem = problem.clone();
        move || words::sentence(&problem)
    };
    view! {
        <li class="problem" data-severity=words::style(severity) data-code=code>
            <button type="button" class="problem-go" on:click=move |_| jump(store, site)>
                <Icon name=words::icon(severity)/>
                <span class="sr-only">{move || words::severity(severity)}</span>
                <span class="problem-text">{sentence}</span>
                <span class="problem-place soft">{move || place_words(store, site)}</span>
            </button>
            <FixButton problem=problem.clone()/>
            <Explain code=problem.code/>
        </li>
    }
}
