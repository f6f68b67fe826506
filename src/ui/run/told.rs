//! What the worker tells, in words. Everything is tracked by the language.

use std::cell::Cell;

use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::toast::Toasts;
use crate::web::simulation::{Failure, Issue, Source, Told};

/// A message of the worker.
pub fn told(told: &Told) -> String {
    t_with(&told.id, told.args.iter().map(|(name, text)| (name.as_str(), text.as_str().into())))
}

/// What a kind of file holds.
pub fn source(source: Source) -> String {
    t(match source {
        Source::Contacts => "run-file-contacts",
        Source::Events => "run-file-events",
    })
}

/// Why something could not be done.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::File(of, cause) => {
            t_with("run-failed-file", [("file", source(*of).into()), ("cause", told(cause).into())])
        }
        Failure::Workspace(cause) => failed("run-failed-workspace", cause),
        Failure::Crashed(cause) => failed("run-failed-crash", cause),
        Failure::NotFetched => t("later-failed"),
    }
}

/// That the page does the work of workers, which cannot be started: once is enough.
pub fn in_page(toasts: Toasts) {
    thread_local! {
        static SAID: Cell<bool> = const { Cell::new(false) };
    }
    if !SAID.replace(true) {
        toasts.say("run-in-page", Vec::new());
    }
}

/// Why a row was left out, with its place.
pub fn issue(issue: &Issue) -> String {
    match &issue.column {
        Some(column) => t_with(
            "run-issue-column",
            [("column", column.as_str().into()), ("cause", told(&issue.cause).into())],
        ),
        None => told(&issue.cause),
    }
}

fn failed(id: &str, cause: &str) -> String {
    t_with(id, [("cause", Arg::from(cause))])
}
