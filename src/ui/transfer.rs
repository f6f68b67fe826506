//! Export and import of workspaces and journeys, as the menus offer them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::editor::{EditName, Page, Session};
use crate::format::{ReadError, merge, read, read_journey, write, write_journey};
use crate::model::id::JourneyId;
use crate::ui::app::App;
use crate::ui::i18n::{Arg, t_with};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::web::files;

const JSON: &str = "application/json";
const ACCEPT: &str = ".json,application/json";

/// Saves the open workspace to disk.
pub fn export_workspace(store: Store, toasts: Toasts) {
    let (name, text) = store.peek(|w| (w.settings.name.clone(), write(w)));
    save(toasts, &files::name_for(&name, "parcours.json"), JSON, &text);
}

/// Saves a journey, with what it refers to, to disk.
pub fn export_journey(store: Store, toasts: Toasts, id: JourneyId) {
    let found = store.peek(|w| Some((w.journeys.get(&id)?.name.clone(), write_journey(w, id)?)));
    if let Some((name, text)) = found {
        save(toasts, &files::name_for(&name, "journey.json"), JSON, &text);
    }
}

/// Saves a text to disk; a refusal is told.
pub fn save(toasts: Toasts, name: &str, mime: &str, text: &str) {
    if let Err(error) = files::save(name, mime, text) {
        toasts.say("file-not-saved", vec![("file", name.into()), ("cause", error.0.into())]);
    }
}

/// Lets the person choose a workspace file and opens it as a new workspace of this
/// browser. What was open is stored and stays.
pub fn choose_workspace(app: App) {
    let toasts = Toasts::get();
    let chosen = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            match files::bytes(&file).await {
                Ok(bytes) => match read(&bytes) {
                    Ok(workspace) => app.open_new(workspace, Session::default()),
                    Err(error) => say_unreadable(toasts, &name, &error),
                },
                Err(error) => say_failed(toasts, &name, &error.0),
            }
        });
    };
    if let Err(error) = files::choose(ACCEPT, chosen) {
        say_failed(toasts, "", &error.0);
    }
}

/// Lets the person choose a journey file and adds the journey to the workspace.
pub fn choose_journey(store: Store, toasts: Toasts) {
    let chosen = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            match files::bytes(&file).await {
                Ok(bytes) => import_journey(store, toasts, &name, &bytes),
                Err(error) => say_failed(toasts, &name, &error.0),
            }
        });
    };
    if let Err(error) = files::choose(ACCEPT, chosen) {
        say_failed(toasts, "", &error.0);
    }
}

/// Adds the journey of a file, opens it, and says what became of everything in it.
fn import_journey(store: Store, toasts: Toasts, name: &str, bytes: &[u8]) {
    let file = match read_journey(bytes) {
        Ok(file) => file,
        Err(error) => return say_unreadable(toasts, name, &error),
    };
    let mut report = None;
    store.edit(EditName::new("edit-import", file.journey.name.clone()), |tx| {
        report = Some(merge(file, tx));
    });
    if let Some(report) = report {
        store.open(Page::Journey(report.journey));
        let notes = report.notes.iter().map(|note| {
            let (id, args) = note.message();
            untrack(|| message(id, args))
        });
        toasts.say("imported", vec![("notes", notes.collect::<Vec<_>>().join(" ").into())]);
    }
}

/// A message of the file format with its variables.
fn message(id: &str, args: Vec<(&'static str, String)>) -> String {
    t_with(id, args.into_iter().map(|(name, text)| (name, Arg::from(text))))
}

/// Says why a file cannot be read.
pub fn say_unreadable(toasts: Toasts, file: &str, error: &ReadError) {
    let (id, args) = error.message();
    let cause = untrack(|| message(id, args));
    say_failed(toasts, file, &cause);
}

/// Says that a file cannot be read, and the cause.
pub fn say_failed(toasts: Toasts, file: &str, cause: &str) {
    toasts.say("file-unreadable", vec![("file", file.into()), ("cause", cause.into())]);
}
