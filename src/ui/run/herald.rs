//! What screen readers are told besides the name of an edit: problems that come and
//! go, and what becomes of a run. It is said through the one live region of the page.
//!
//! **Invariant:** nothing is said while somebody types; what came and went again in
//! the meantime is not said at all.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::check::Findings;
use crate::editor::news::news;
use crate::locale;
use crate::ui::i18n::{lang, t_with};
use crate::ui::run::state::words;
use crate::ui::run::{Runs, way};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;

/// So long nothing may change before it is said what the changes led to.
const REST: Duration = Duration::from_millis(500);

/// The findings that were there before the first edit.
#[derive(Clone, Copy)]
pub struct Before(StoredValue<Arc<Findings>>);

impl Before {
    /// The findings as they are now, as soon as they are known.
    pub fn now(store: Store) -> Self {
        let known = |store: Store| untrack(|| store.is_checked().then(|| store.problems()));
        let before = Self(StoredValue::new(known(store).unwrap_or_default()));
        Effect::new(move |_| {
            if store.is_checked() {
                known(store).into_iter().for_each(|found| before.0.set_value(found));
            }
        });
        before
    }
}

/// Says it; there is nothing to be seen.
#[component]
pub fn Herald() -> impl IntoView {
    let (store, runs, toasts) = (Store::get(), Runs::get(), Toasts::get());
    tell_problems(store, toasts);
    Effect::new(move |before: Option<&'static str>| {
        let state = runs.state();
        let name = state.name();
        if before.is_some_and(|before| before != name) || (before.is_none() && state.is_busy()) {
            toasts.hear(words(&state, runs.loaded.get_untracked().as_deref()));
        }
        name
    });
    Effect::new(move |_| {
        let (Some(shown), Some(workspace)) = (runs.trace.get(), runs.workspace()) else { return };
        let Some(last) = shown.trace.steps.last() else { return };
        let args = [
            ("contact", shown.trace.contact.clone().into()),
            ("count", shown.trace.steps.len().into()),
            ("last", way::words(&workspace, last, "UTC").into()),
        ];
        toasts.hear(t_with("heard-trace", args));
    });
}

fn tell_problems(store: Store, toasts: Toasts) {
    let Before(told) = expect_context();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let clear = move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
        }
    };
    let tell = move || {
        let (Some(before), now) = (told.try_get_value(), untrack(|| store.problems())) else {
            return;
        };
        if let Some(news) = news(&before, &now) {
            toasts.hear(locale::news::news(untrack(lang), &news));
        }
        told.set_value(now);
    };
    Effect::new(move |_| {
        _ = store.problems();
        clear();
        timer.set_value(set_timeout_with_handle(tell, REST).ok());
    });
    on_cleanup(clear);
}
