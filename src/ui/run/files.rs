//! The two CSV files of a workspace, as they are kept in this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::ui::toast::Toasts;
use crate::web::simulation::Source;
use crate::web::storage::{self, Role};

/// The files that are chosen. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Files {
    key: StoredValue<String>,
    contacts: RwSignal<Option<File>, LocalStorage>,
    events: RwSignal<Option<File>, LocalStorage>,
    /// Whether the stored ones were asked for already.
    settled: StoredValue<bool>,
    toasts: Toasts,
}

/// How long after a workspace was opened its files are looked for.
const LATER: std::time::Duration = std::time::Duration::from_millis(250);

impl Files {
    /// Those that are stored under that key.
    pub fn new(key: String) -> Self {
        let files = Self {
            key: StoredValue::new(key),
            contacts: RwSignal::new_local(None),
            events: RwSignal::new_local(None),
            settled: StoredValue::new(false),
            toasts: Toasts::get(),
        };
        // They are looked for once the workspace is on the screen, or when a run asks.
        set_timeout(move || spawn_local(files.settle()), LATER);
        files
    }

    /// Waits until the stored ones are known.
    pub async fn settle(self) {
        if self.settled.try_get_value().unwrap_or(true) {
            return;
        }
        let Some(key) = self.key.try_get_value() else { return };
        for source in [Source::Contacts, Source::Events] {
            match storage::file(&key, role(source)).await {
                Ok(Some(file)) => {
                    // The workbench may be gone, or another file chosen by now.
                    let _ = self.signal(source).try_update(|kept| {
                        kept.get_or_insert(file);
                    });
                }
                Ok(None) => {}
                Err(error) => self.say(&error.0),
            }
        }
        let _ = self.settled.try_update_value(|settled| *settled = true);
    }

    /// The file of that kind; tracked.
    pub fn get(self, source: Source) -> Option<File> {
        self.signal(source).get()
    }

    /// As [`get`](Self::get), not tracked.
    pub fn get_untracked(self, source: Source) -> Option<File> {
        self.signal(source).try_get_untracked().flatten()
    }

    /// Names and times of change, to tell other files from the same; tracked.
    pub fn names(self) -> [Option<(String, u64)>; 2] {
        [self.contacts, self.events].map(|signal| {
            signal.get().map(|file| (file.name(), (file.last_modified() + file.size()) as u64))
        })
    }

    /// Takes a file and keeps it with the workspace.
    pub fn choose(self, source: Source, file: File) {
        self.signal(source).set(Some(file.clone()));
        spawn_local(async move {
            let Some(key) = self.key.try_get_value() else { return };
            if let Err(error) = storage::put_file(&key, role(source), &file).await {
                self.say(&error.0);
            }
        });
    }

    /// Takes a file that is not kept.
    pub fn take(self, source: Source, file: File) {
        self.signal(source).set(Some(file));
    }

    fn signal(self, source: Source) -> RwSignal<Option<File>, LocalStorage> {
        match source {
            Source::Contacts => self.contacts,
            Source::Events => self.events,
        }
    }

    fn say(self, cause: &str) {
        self.toasts.say("storage-failed", vec![("cause", cause.into())]);
    }
}

fn role(source: Source) -> Role {
    match source {
        Source::Contacts => Role::Contacts,
        Source::Events => Role::Events,
    }
}
