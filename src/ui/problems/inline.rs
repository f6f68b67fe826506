//! A finding in place: beside the setting that it is about, with the way out.

use leptos::prelude::*;

use crate::check::Code;
use crate::check::code::Severity;
use crate::check::problem::Problem;
use crate::check::site::{Site, Subject};
use crate::editor::{EditName, Page};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::problems::words;
use crate::ui::store::Store;

/// All findings at a place.
#[component]
pub fn InlineProblems(
    /// The place that this stands beside.
    site: Site,
) -> impl IntoView {
    let here = move |found| found == site;
    view! { <InlineProblemsOf of=site.subject here/> }
}

/// All findings in a record at places for which `here` holds.
#[component]
pub fn InlineProblemsOf(
    /// The record.
    of: Subject,
    /// Whether a place is one that this stands beside.
    #[prop(into)]
    here: Callback<Site, bool>,
) -> impl IntoView {
    let store = Store::get();
    changing(move || {
        let problems = store.problems_of(of);
        let found: Vec<Problem> =
            problems.iter().filter(|problem| here.run(problem.site)).cloned().collect();
        found
            .into_iter()
            .map(|problem| view! { <InlineProblem problem/> }.into_any())
            .collect_view()
    })
}

/// Whether there is an error at a place; tracked.
pub fn is_wrong(store: Store, site: Site) -> bool {
    let problems = store.problems_of(site.subject);
    problems.iter().any(|p| p.severity() == Severity::Error && p.site == site)
}

/// Whether there is an error or a warning at a place; tracked.
pub fn is_doubtful(store: Store, site: Site) -> bool {
    let problems = store.problems_of(site.subject);
    problems.iter().any(|p| p.severity() != Severity::Info && p.site == site)
}

/// One finding.
#[component]
pub fn InlineProblem(problem: Problem) -> impl IntoView {
    let (severity, code) = (problem.severity(), problem.code.text());
    let sentence = {
        let problem = problem.clone();
        move || words::sentence(&problem)
    };
    view! {
        <div class=format!("note note-{}", words::style(severity)) data-code=code>
            <Icon name=words::icon(severity)/>
            <div class="note-body">
                <span>
                    <span class="sr-only">{move || words::severity(severity)}</span>
                    {sentence}
                </span>
                <FixButton problem=problem.clone()/>
            </div>
            <Explain code=problem.code/>
        </div>
    }
}

/// Leads to what is said about a check on the page of all checks.
#[component]
pub fn Explain(code: Code) -> impl IntoView {
    let store = Store::get();
    view! {
        <button
            type="button"
            class="button button-quiet button-small button-icon"
            data-testid="explain"
            aria-label=move || t("explain-check")
            title=move || t("explain-check")
            on:click=move |event| {
                event.stop_propagation();
                store.open(Page::Checks(Some(code)));
            }
        >
            <Icon name=IconName::CircleQuestionMark/>
        </button>
    }
}

/// The ways out of a finding that the checker knows.
#[component]
pub fn FixButton(problem: Problem) -> impl IntoView {
    let store = Store::get();
    let fixes = problem.fixes.into_iter().map(|fix| {
        let label = fix.label_id();
        view! {
            <button
                type="button"
                class="link small"
                on:click=move |event| {
                    event.stop_propagation();
                    let name = EditName::new(label, String::new());
                    // What it is about may be gone by now; then there is nothing to fix.
                    store.edit(name, |tx| _ = crate::check::fix::apply(fix, tx));
                }
            >
                {move || t(label)}
            </button>
        }
        .into_any()
    });
    fixes.collect_view()
}
