//! Publishing: all that is wrong first. An error stops it; a warning can be passed.

use leptos::prelude::*;

use crate::check::{Problem, Severity};
use crate::editor::JourneyEdit;
use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::JourneyState;
use crate::model::time::Moment;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::life::Life;
use crate::ui::numbers;
use crate::ui::pages::life::Shell;
use crate::ui::problems::jump::{jump, place_words};
use crate::ui::problems::words;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Field, TextArea, TextInput};

/// The dialog.
#[component]
pub fn PublishDialog(id: JourneyId) -> impl IntoView {
    let store = Store::get();
    let problems = Watch::new(move |_| {
        let of_it = |problem: &&Problem| {
            problem.site.subject.journey() == Some(id) && problem.severity() != Severity::Info
        };
        let mut found: Vec<Problem> = store.problems().iter().filter(of_it).cloned().collect();
        collect::sort_by_key(&mut found, Problem::severity);
        found
    });
    let errors = Watch::new(move |_| {
        problems.with(|all| all.iter().filter(|p| p.severity() == Severity::Error).count())
    });
    let later = RwSignal::new(false);
    let start =
        RwSignal::new(store.peek(|w| {
            w.journeys.get(&id).map(|journey| journey.start.clone()).unwrap_or_default()
        }));
    let is_moment = move || start.get().trim().parse::<Moment>().is_ok();
    let name = store.peek(|w| w.journeys.get(&id).map(|j| j.name.clone()).unwrap_or_default());
    let action = move || {
        let warned = problems.with(|all| !all.is_empty());
        t(match (later.get(), warned) {
            (true, _) => "to-scheduled",
            (false, true) if errors.get() == 0 => "life-publish-anyway",
            _ => "publish",
        })
    };
    let run = Callback::new(move |()| {
        let edit = if later.get_untracked() {
            JourneyEdit::Schedule(start.get_untracked().trim().to_owned())
        } else {
            JourneyEdit::SetState(JourneyState::Live)
        };
        store.edit_journey(id, edit);
    });
    let enabled = move || errors.get() == 0 && (!later.get() || is_moment());
    view! {
        <Shell
            title=Signal::derive(move || t_with("life-publish-title", [("name", name.clone().into())]))
            action=Signal::derive(action)
            run
            enabled=Signal::derive(enabled)
        >
            <Found problems errors/>
            <Replaces id/>
            {changing(move || {
                (errors.get() == 0).then(|| view! { <When later start/> }.into_any())
            })}
        </Shell>
    }
}

/// What the checks found; each line goes to its place.
#[component]
fn Found(problems: Watch<Vec<Problem>>, errors: Watch<usize>) -> impl IntoView {
    let verdict = move || {
        let (errors, all) = (errors.get(), problems.with(Vec::len));
        let count = |id, count: usize| {
            t_with(id, [("count", count.into()), ("n", numbers::count(count as u64).into())])
        };
        match (errors, all) {
            (0, 0) => t("life-publish-fine"),
            (0, warnings) => count("life-publish-warnings", warnings),
            (errors, _) => count("life-publish-errors", errors),
        }
    };
    let style = move || match (errors.get(), problems.with(Vec::is_empty)) {
        (0, true) => ("note note-info", IconName::CircleCheck),
        (0, false) => ("note note-warning", IconName::TriangleAlert),
        _ => ("note note-error", IconName::CircleAlert),
    };
    view! {
        <p class=move || style().0 data-testid="publish-verdict">
            {move || view! { <Icon name=style().1/> }.into_any()}
            {move || verdict()}
        </p>
        {move || {
            let lines = problems.get().into_iter();
            let lines = lines.map(|problem| view! { <Line problem/> }.into_any()).collect_view();
            view! { <ul class="problems life-problems">{lines}</ul> }.into_any()
        }}
    }
}

#[component]
fn Line(problem: Problem) -> impl IntoView {
    let (store, life) = (Store::get(), Life::get());
    let (severity, site, code) = (problem.severity(), problem.site, problem.code.text());
    let go = move |_| {
        life.close();
        jump(store, site);
    };
    view! {
        <li class="problem" data-severity=words::style(severity) data-code=code>
            <button type="button" class="problem-go" on:click=go>
                <Icon name=words::icon(severity)/>
                <span class="sr-only">{move || words::severity(severity)}</span>
                <span class="problem-text">{move || words::sentence(&problem)}</span>
                <span class="problem-place soft">{move || place_words(store, site)}</span>
            </button>
        </li>
    }
}

/// What becomes of the version before, and the comment.
#[component]
fn Replaces(id: JourneyId) -> impl IntoView {
    let store = Store::get();
    let before = store.peek(|w| {
        let before = w.journeys.get(&id)?.version.replaces?;
        Some(w.journeys.get(&before)?.version.number)
    });
    let comment = move || store.read(|w| w.journeys.get(&id).map(|j| j.version.comment.clone()));
    before.map(|number| {
        view! {
            <p>{move || t_with("life-publish-replaces", [("n", number.to_string().into())])}</p>
            <Field label=Signal::derive(|| t("life-comment"))>
                <TextArea
                    value=Signal::derive(move || comment().unwrap_or_default())
                    on_input=move |text| {
                        store.edit_journey(id, JourneyEdit::SetVersionComment(text));
                    }
                />
            </Field>
        }
        .into_any()
    })
}

/// Now, or from a moment on.
#[component]
fn When(later: RwSignal<bool>, start: RwSignal<String>) -> impl IntoView {
    let radio = move |words: &'static str, value: bool| {
        view! {
            <label class="checkbox">
                <input
                    type="radio"
                    name="life-when"
                    prop:checked=move || later.get() == value
                    on:change=move |_| later.set(value)
                />
                <span>{move || t(words)}</span>
            </label>
        }
        .into_any()
    };
    let is_wrong = move || start.get().trim().parse::<Moment>().is_err();
    view! {
        <div class="life-when" role="group" aria-label=move || t("life-when")>
            {radio("life-now", false)}
            {radio("life-from", true)}
            {move || {
                later
                    .get()
                    .then(|| {
                        view! {
                            <TextInput
                                label=Signal::derive(|| t("life-from-label"))
                                value=start
                                on_input=move |text| start.set(text)
                                placeholder=Signal::stored("2026-12-24T18:00".to_owned())
                                invalid=Signal::derive(is_wrong)
                                test_id="life-start"
                            />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}
