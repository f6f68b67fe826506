//! The user interface: Leptos components. It sends commands and reads; it keeps no
//! second copy of the document, and holds no word that a person reads: those are
//! in `src/locale`.
#![allow(
    missing_docs,
    reason = "a component turns its arguments into public fields that need no words"
)]
#![allow(
    clippy::redundant_closure,
    reason = "the view macro shares the code of closures only where they are written out as such"
)]

pub mod app;
pub mod canvas;
pub mod changing;
pub mod crash;
pub mod dialogs;
pub mod i18n;
pub mod icon;
pub mod later;
pub mod life;
mod look;
pub mod numbers;
pub mod pages;
pub mod piece;
pub mod prefs;
pub mod problems;
pub mod properties;
pub mod refusal;
pub mod rows;
pub mod run;
pub mod saver;
pub mod search;
pub mod shell;
pub mod start;
pub mod store;
pub mod suite;
pub mod theme;
pub mod toast;
pub mod transfer;
pub mod watch;
pub mod widgets;
pub mod words;
pub mod workbench;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::locale;

/// What the product is called, in every language.
pub const PRODUCT: &str = "Parcours";

/// Mounts the app into the page's body.
pub fn mount() {
    crash::watch();
    // Leptos can spawn nothing yet: mounting is what sets it up.
    spawn_local(async {
        // Without words the page would be of no use: rather the other language.
        for lang in [untrack(i18n::lang)].into_iter().chain(locale::Lang::ALL) {
            if later::learn(lang).await.is_ok() {
                break;
            }
        }
        mount_to_body(app::AppRoot);
    });
    // After the words, which the first picture waits for.
    later::begin();
}
