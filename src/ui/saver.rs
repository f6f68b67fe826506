//! Saves every edit: the document, what is selected and how it is scrolled, within
//! a second and at once when the page is left. A save that fails is told and tried
//! again with the next edit.
//!
//! Another tab may have the same workspace open. What is saved there is shown here as
//! soon as this tab is looked at; where both were edited, this one goes on as a copy.
//!
//! **Invariant:** what another tab saved is not written over.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::model::workspace::Workspace;
use crate::ui::app::App;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::store::Store;
use crate::web::session;
use crate::web::storage::{self, Saved, Summary};
use crate::web::tabs::Tabs;

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

/// Whether the page is being left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaving {
    Yes,
    No,
}

/// The saver of the open workspace. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Saver {
    app: App,
    store: Store,
    key: StoredValue<String>,
    state: RwSignal<SaveState>,
    /// The revision of the document that is stored.
    stored: StoredValue<Option<u64>>,
    /// The stamp with which it was stored last; none yet: whatever is there is written over.
    stamp: StoredValue<Option<String>>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// Another tab has saved the workspace, or this one goes on as a copy.
    is_behind: StoredValue<bool>,
    is_over: StoredValue<bool>,
}

impl Saver {
    /// Saves the workspace of `store` under `key` from now on, until the current
    /// reactive owner is gone. `stamp`: it is stored there already, with that stamp.
    pub fn start(store: Store, key: String, stamp: Option<String>) -> Self {
        let stored = stamp.is_some().then(|| untrack(|| store.revision()));
        let saver = Self {
            app: App::get(),
            store,
            key: StoredValue::new(key),
            state: RwSignal::new(SaveState::Saved),
            stored: StoredValue::new(stored),
            stamp: StoredValue::new(stamp),
            tabs: StoredValue::new_local(None),
            is_behind: StoredValue::new(false),
            is_over: StoredValue::new(false),
        };
        saver.tabs.set_value(Tabs::listen(move |saved| {
            if saver.key.try_with_value(|key| *key == saved) == Some(true) {
                saver.is_behind.set_value(true);
                saver.catch_up();
            }
        }));
        let timer = Rc::new(Cell::new(None::<TimeoutHandle>));
        let pending = timer.clone();
        Effect::new(move |_| {
            store.track_all();
            // What failed goes on being told until it is made good.
            if !saver.has_failed() {
                saver.state.set(SaveState::Pending);
            }
            let save = move || saver.save(Leaving::No);
            if let Some(timer) = pending.take() {
                timer.clear();
            }
            pending.set(set_timeout_with_handle(save, DELAY).ok());
        });
        let timer = StoredValue::new_local(timer);
        let flush = move |leaving| {
            let waiting = timer.try_with_value(|timer| timer.take()).flatten();
            if let Some(waiting) = waiting {
                waiting.clear();
                saver.save(leaving);
            }
        };
        let hidden = window_event_listener_untyped("pagehide", move |_| flush(Leaving::Yes));
        let asked = window_event_listener(leptos::ev::beforeunload, move |event| {
            if saver.has_failed() {
                event.prevent_default();
            }
        });
        let seen = window_event_listener_untyped("visibilitychange", move |_| saver.catch_up());
        on_cleanup(move || {
            hidden.remove();
            asked.remove();
            seen.remove();
            flush(Leaving::No);
        });
        saver
    }

    /// Whether everything is saved; tracked.
    pub fn state(self) -> SaveState {
        self.state.get()
    }

    /// Whoever only looks around changes the session alone: then the document, which may
    /// be large, is not written again.
    fn save(self, leaving: Leaving) {
        if self.is_over.get_value() {
            return;
        }
        let revision = untrack(|| self.store.revision());
        let is_known = self.stored.get_value() == Some(revision);
        let before = self.stamp.get_value();
        let stamp = before.clone().filter(|_| is_known).unwrap_or_else(storage::new_key);
        let (summary, mine) = self.store.peek(|workspace| {
            let mine = (!is_known).then(|| workspace.clone());
            (summary(self.key.get_value(), workspace, stamp.clone()), mine)
        });
        let document = mine.as_ref().map(storage::document);
        let session = self.store.peek_session(session::write);
        // The next save may begin before this one is over, and comes after it.
        self.stamp.set_value(Some(stamp));
        if leaving == Leaving::Yes && document.is_some() {
            return self.save_at_once(summary, document, session);
        }
        spawn_local(async move {
            let is_new = mine.is_some();
            let saved = storage::save(&summary, document, &session, before.as_deref()).await;
            // The workbench may be gone by now; then nobody is there to be told.
            let _ = self.stored.try_set_value(saved.is_ok().then_some(revision));
            match saved {
                Ok(Saved::Here) => {
                    let _ = self.state.try_set(SaveState::Saved);
                    let tell = |tabs: &Option<Tabs>| {
                        tabs.iter().filter(|_| is_new).for_each(|tabs| tabs.tell(&summary.key));
                    };
                    let _ = self.tabs.try_with_value(tell);
                }
                Ok(Saved::Elsewhere) => self.part(mine, summary.key).await,
                Err(error) => {
                    let _ = self.stamp.try_set_value(before);
                    self.fail(error.to_string());
                }
            }
        });
    }

    /// Says it once, with the way out: each edit that follows tries again.
    fn fail(self, cause: String) {
        if !self.has_failed() {
            self.app.toasts.say("save-failed", vec![("cause", cause.clone().into())]);
        }
        let _ = self.state.try_set(SaveState::Failed(cause));
    }

    fn has_failed(self) -> bool {
        matches!(self.state.try_get_untracked(), Some(SaveState::Failed(_)))
    }

    /// A page that is left hears no answers any more, so that it cannot look who else has
    /// saved: it writes over what it wrote itself, or beside what it has heard of.
    fn save_at_once(self, mut summary: Summary, document: Option<JsValue>, session: String) {
        if self.is_behind.get_value() {
            summary.key = storage::new_key();
        }
        spawn_local(async move {
            let _ = storage::save(&summary, document, &session, None).await;
        });
    }

    /// Shows what another tab saved, once this one is looked at. What is edited here
    /// meanwhile is not thrown away: saving it finds out.
    fn catch_up(self) {
        if document().hidden() || self.is_behind.try_get_value() != Some(true) {
            return;
        }
        spawn_local(async move {
            let Some(key) = self.key.try_get_value() else { return };
            let Ok(Some(stored)) = storage::load(&key).await else { return };
            let Ok(workspace) = crate::format::read(stored.document.as_bytes()) else { return };
            let is_saved = self.state.try_get_untracked() == Some(SaveState::Saved);
            if is_saved && self.stamp.try_get_value().flatten().as_ref() != Some(&stored.stamp) {
                let session = self.store.peek_session(Clone::clone);
                self.app.show(key, workspace, session, Some(stored.stamp));
                self.app.toasts.say("saved-elsewhere", Vec::new());
            }
        });
    }

    /// Goes on as a copy, with the CSV files: another tab has saved the workspace since.
    async fn part(self, mine: Option<Workspace>, key: String) {
        let Some(mine) = mine.filter(|_| self.is_over.try_get_value() != Some(true)) else {
            return;
        };
        let _ = self.is_over.try_set_value(true);
        let copy = storage::new_key();
        // Files that cannot be copied are chosen anew.
        let _ = storage::copy_files(&key, &copy).await;
        let named = |mut workspace: Workspace| {
            let settings = Arc::make_mut(&mut workspace.settings);
            let name = std::mem::take(&mut settings.name).into();
            settings.name = untrack(|| t_with("saved-copy", [("name", name)]));
            workspace
        };
        if self.state.try_get_untracked().is_none() {
            return keep(copy, &named(mine)).await;
        }
        let workspace = named(self.store.peek(Clone::clone));
        let told = vec![("name", workspace.settings.name.clone().into())];
        self.app.open_as(copy, workspace, self.store.peek_session(Clone::clone));
        self.app.toasts.say("saved-as-copy", told);
    }
}

/// Stores what nobody has open any more.
async fn keep(key: String, workspace: &Workspace) {
    let summary = summary(key, workspace, storage::new_key());
    // Nobody is there to be told.
    let _ = storage::save(&summary, Some(storage::document(workspace)), "", None).await;
}

fn summary(key: String, workspace: &Workspace, stamp: String) -> Summary {
    Summary {
        key,
        name: workspace.settings.name.clone(),
        saved_at: js_sys::Date::now(),
        journeys: workspace.journeys.len(),
        stamp,
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
