//! What is wrong with the data: rows that were left out, with line, column and
//! cause; columns that stand for nothing.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::csv::issues_csv;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::run::{Runs, told};
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;
use crate::web::files;
use crate::web::simulation::{FileReading, LeftOut};

/// How many rows are listed; the rest is counted.
const LISTED: usize = 100;
/// So many are put into words in one go.
const TURN: usize = 200;

/// Everything that reading the data had to say.
#[component]
pub fn DataIssues() -> impl IntoView {
    let runs = Runs::get();
    changing(move || {
        let loaded = runs.loaded.get()?;
        let left_out = loaded.left_out;
        let own = (left_out > 0).then(|| {
            let args = [("count", number(left_out).into()), ("n", numbers::count(left_out).into())];
            view! {
                <p class="note note-warning">
                    <Icon name=IconName::TriangleAlert/>
                    {t_with("run-own-left-out", args)}
                </p>
            }
            .into_any()
        });
        let files = loaded.files.iter().filter(|reading| says_something(reading));
        let files = files.map(file).collect_view();
        Some(view! { <div class="issues" data-testid="data-issues">{own} {files}</div> }.into_any())
    })
}

fn says_something(reading: &FileReading) -> bool {
    reading.left_out > 0
        || reading.unknown_contacts > 0
        || reading.out_of_order > 0
        || !reading.ignored.is_empty()
        || !reading.absent.is_empty()
}

fn file(reading: &FileReading) -> AnyView {
    let named = |id: &'static str, names: &[String]| {
        (!names.is_empty()).then(|| {
            view! { <li>{t_with(id, [("names", names.join(", ").into())])}</li> }.into_any()
        })
    };
    view! {
        <section class="issues-file">
            <h3>{t_with("run-issues-of", [("file", told::source(reading.source).into())])}</h3>
            <ul class="issues-summary">
                {counted("run-left-out", reading.left_out)}
                {counted("run-unknown-contacts", reading.unknown_contacts)}
                {counted("run-out-of-order", reading.out_of_order)}
                {named("run-ignored-columns", &reading.ignored)}
                {named("run-absent-columns", &reading.absent)}
            </ul>
            {rows_left_out(&reading.issues, reading.left_out)}
        </section>
    }
    .into_any()
}

/// A line about so many, if there are any.
pub fn counted(id: &'static str, count: u64) -> Option<AnyView> {
    (count > 0).then(|| {
        let args = [("count", number(count).into()), ("n", numbers::count(count).into())];
        view! { <li>{t_with(id, args)}</li> }.into_any()
    })
}

/// The rows that were left out, each with its line and the reason, and a button that
/// saves the list.
pub fn rows_left_out(issues: &LeftOut, left_out: u64) -> AnyView {
    let rest = left_out - issues.len().min(LISTED) as u64;
    let rows = issues.iter().take(LISTED).map(|issue| {
        let line = t_with("run-issue-line", [("line", numbers::count(issue.line).into())]);
        view! {
            <li class="issue" data-testid="data-issue">
                <span class="issue-line numeric">{line}</span>
                <span>{told::issue(&issue)}</span>
            </li>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    view! {
        <ul class="issues-rows">{rows} {counted("run-issues-more", rest)}</ul>
        {download(issues, left_out)}
    }
    .into_any()
}

/// A button that saves the list of rows that were left out, as far as it is kept.
fn download(issues: &LeftOut, left_out: u64) -> Option<AnyView> {
    if issues.is_empty() {
        return None;
    }
    let toasts = Toasts::get();
    let label = match issues.len() as u64 {
        kept if kept < left_out => {
            t_with("run-issues-save-first", [("n", numbers::count(kept).into())])
        }
        _ => t("run-issues-save"),
    };
    let issues = issues.clone();
    let save = move |()| {
        let issues = issues.clone();
        spawn_local(async move {
            let text = issues_csv(in_words(&issues).await);
            let name = files::name_for(&untrack(|| t("run-issues-file")), "csv");
            transfer::save(toasts, &name, "text/csv", &text);
        });
    };
    Some(
        view! {
            <Button
                label
                class="button button-small"
                icon=IconName::Download
                test_id="issues-save"
                on_click=save
            />
        }
        .into_any(),
    )
}

/// All of them, put into words in turns: the page goes on meanwhile.
async fn in_words(issues: &LeftOut) -> Vec<(u64, Option<String>, String)> {
    let mut rows = Vec::new();
    for issue in issues.iter() {
        if rows.len() % TURN == TURN - 1 {
            TimeoutFuture::new(0).await;
        }
        let cause = untrack(|| told::told(&issue.cause));
        rows.push((issue.line, issue.column, cause));
    }
    rows
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How many rows of a file were taken, for the place where it is chosen.
#[component]
pub fn Rows(
    /// Of which file.
    source: crate::web::simulation::Source,
) -> impl IntoView {
    let runs = Runs::get();
    changing(move || {
        let loaded = runs.loaded.get()?;
        let reading = loaded.files.iter().find(|reading| reading.source == source)?;
        let args =
            [("count", number(reading.taken).into()), ("n", numbers::count(reading.taken).into())];
        let more = (reading.left_out > 0).then(|| t("run-see-below"));
        Some(
            view! {
                <span class="soft small numeric">
                    {t_with("run-rows", args)} {more.map(|more| format!(" · {more}"))}
                </span>
            }
            .into_any(),
        )
    })
}
