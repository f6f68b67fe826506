//! Export and import of workspaces and journeys, as the menus offer them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::editor::Session;
use crate::format::{ReadError, read, write};
use crate::ui::app::App;
use crate::ui::i18n::{Arg, t_with};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::web::files;

const JSON: &str = "application/json";
const ACCEPT: &str = ".json,application/json";

/// Saves the open workspace to disk.
pub fn export_workspace(store: Store) {
    let (name, text) = store.peek(|w| (w.settings.name.clone(), write(w)));
    save(&files::name_for(&name, "parcours.json"), JSON, &text);
}

/// Saves a text to disk; a refusal is told.
pub fn save(name: &str, mime: &str, text: &str) {
    if let Err(error) = files::save(name, mime, text) {
        Toasts::get().say("file-not-saved", vec![("file", name.into()), ("cause", error.0.into())]);
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

/// Says why a file cannot be read.
pub fn say_unreadable(toasts: Toasts, file: &str, error: &ReadError) {
    let (id, args) = error.message();
    let args = args.into_iter().map(|(name, text)| (name, Arg::from(text)));
    let cause = untrack(|| t_with(id, args));
    say_failed(toasts, file, &cause);
}

/// Says that a file cannot be read, and the cause.
pub fn say_failed(toasts: Toasts, file: &str, cause: &str) {
    toasts.say("file-unreadable", vec![("file", file.into()), ("cause", cause.into())]);
}
