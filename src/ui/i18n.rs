//! Words: the language of the page now, and messages that follow it when it is
//! switched. The messages themselves are [`locale`](crate::locale)'s.
//!
//! A component asks for a message by id, inside a reactive closure.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::locale::say;
pub use crate::locale::{Arg, Lang};
use crate::ui::later::learn;
use crate::ui::prefs;
use crate::ui::toast::Toasts;

thread_local! {
    static LANG: ArcRwSignal<Lang> = ArcRwSignal::new(first_choice());
}

/// The language now; tracked.
pub fn lang() -> Lang {
    LANG.with(ArcRwSignal::clone).get()
}

/// Switches the language, as soon as its words are here, and remembers the choice.
pub fn set_lang(lang: Lang, toasts: Toasts) {
    spawn_local(async move {
        if learn(lang).await.is_err() {
            return toasts.say("later-failed", Vec::new());
        }
        prefs::write(prefs::LANG, lang.tag());
        show_lang(lang);
        LANG.with(ArcRwSignal::clone).set(lang);
    });
}

/// Tells the document which language it is in; called once at the start.
pub fn show_lang(lang: Lang) {
    if let Some(root) = document().document_element() {
        // A failure only costs the right voice of a screen reader.
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// A message without variables; tracked.
pub fn t(id: &str) -> String {
    say(lang(), id, [])
}

/// A message with variables; tracked.
pub fn t_with<'a>(id: &str, args: impl IntoIterator<Item = (&'a str, Arg)>) -> String {
    say(lang(), id, args)
}

/// The language that was chosen before, else the first of the browser's that there is.
fn first_choice() -> Lang {
    let chosen = prefs::read(prefs::LANG).and_then(|tag| Lang::from_tag(&tag));
    let offered = || {
        let languages = window().navigator().languages();
        languages.iter().find_map(|tag| Lang::from_tag(&tag.as_string()?))
    };
    chosen.or_else(offered).unwrap_or(Lang::En)
}
