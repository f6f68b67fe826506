//! Saves every edit: the document, what is selected and how it is scrolled, within
//! a second and at once when the page is left. A save that fails is told and tried
//! again with the next edit.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::i18n::t;
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::store::Store;
use crate::web::session;
use crate::web::storage::{self, Summary};

/// How long after the last edit it is saved.
const DELAY: std::time::Duration = std::time::Duration::from_millis(300);

/// Whether everything is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    Saved,
    /// It will be in a moment.
    Pending,
    /// The browser refused, in its own words.
    Failed(String),
}

/// The saver of the open workspace. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Saver {
    state: RwSignal<SaveState>,
    /// The revision of the document that is stored.
    stored: StoredValue<Option<u64>>,
}

impl Saver {
    /// Saves the workspace of `store` under `key` from now on, until the current
    /// reactive owner is gone. `stored`: it is what is stored there already.
    pub fn start(store: Store, key: String, stored: bool) -> Self {
        let stored = stored.then(|| untrack(|| store.revision()));
        let saver =
            Self { state: RwSignal::new(SaveState::Saved), stored: StoredValue::new(stored) };
        let timer = Rc::new(Cell::new(None::<TimeoutHandle>));
        let pending = timer.clone();
        let save_key = key.clone();
        Effect::new(move |_| {
            store.track_all();
            saver.state.set(SaveState::Pending);
            let key = save_key.clone();
            let save = move || saver.save(store, key);
            if let Some(timer) = pending.take() {
                timer.clear();
            }
            pending.set(set_timeout_with_handle(save, DELAY).ok());
        });
        let timer = StoredValue::new_local(timer);
        let flush = move || {
            let waiting = timer.try_with_value(|timer| timer.take()).flatten();
            if let Some(waiting) = waiting {
                waiting.clear();
                saver.save(store, key.clone());
            }
        };
        let on_hide = flush.clone();
        let hidden = window_event_listener_untyped("pagehide", move |_| on_hide());
        on_cleanup(move || {
            hidden.remove();
            flush();
        });
        saver
    }

    /// Whether everything is saved; tracked.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// Whoever only looks around changes the session alone: then the document, which may
    /// be large, is not written again.
    fn save(self, store: Store, key: String) {
        let revision = untrack(|| store.revision());
        let is_known = self.stored.try_get_value().flatten() == Some(revision);
        let (summary, document) = store.peek(|workspace| {
            let summary = Summary {
                key,
                name: workspace.settings.name.clone(),
                saved_at: js_sys::Date::now(),
                journeys: workspace.journeys.len(),
            };
            (summary, (!is_known).then(|| storage::document(workspace)))
        });
        let session = store.peek_session(session::write);
        spawn_local(async move {
            let saved = storage::save(&summary, document, &session).await;
            // The workbench may be gone by now; then nobody is there to be told.
            let _ = self.stored.try_set_value(saved.is_ok().then_some(revision));
            let _ = self.state.try_set(match saved {
                Ok(()) => SaveState::Saved,
                Err(error) => SaveState::Failed(error.to_string()),
            });
        });
    }
}

/// What the top bar says about saving.
#[component]
pub fn SavedView() -> impl IntoView {
    let saver: Saver = expect_context();
    let name = move || match saver.state() {
        SaveState::Saved => "saved",
        SaveState::Pending => "pending",
        SaveState::Failed(_) => "failed",
    };
    let icon = Signal::derive(move || match saver.state() {
        SaveState::Saved => IconName::Check,
        SaveState::Pending => IconName::Ellipsis,
        SaveState::Failed(_) => IconName::CircleAlert,
    });
    let words = move || match saver.state() {
        SaveState::Saved => t("saved"),
        SaveState::Pending => t("saving"),
        SaveState::Failed(_) => t("not-saved"),
    };
    let title = move || match saver.state() {
        SaveState::Failed(cause) => cause,
        _ => t("saved-help"),
    };
    view! {
        <span class="saved" data-state=move || name() data-testid="saved" title=move || title()>
            <ChangingIcon name=icon/>
            <span class="hide-narrow">{move || words()}</span>
        </span>
    }
}
