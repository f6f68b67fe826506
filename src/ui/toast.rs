//! Messages that come and go: what was deleted, with Undo in the message; what was
//! undone; what was refused, and why. An edit whose effect is plain to see is only
//! announced to screen readers, and takes the last message away.

use leptos::prelude::*;

use crate::editor::{Announcement, Command, EditName, Refusal};
use crate::ui::changing::changing;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::icon::IconName;
use crate::ui::life::EditInstead;
use crate::ui::numbers;
use crate::ui::refusal;
use crate::ui::store::Store;
use crate::ui::widgets::button::{Button, IconButton};

/// The message that is shown, if any. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    /// What is only heard, since it is plain to see.
    heard: RwSignal<String>,
}

/// A message: ids, not words, so that it follows the language.
#[derive(Debug, Clone, PartialEq)]
pub enum Toast {
    /// An edit was made, taken back, or made again.
    Edit(EditName, Announcement),
    /// A command was refused.
    Refused(Refusal),
    /// Anything else: a message id with its variables.
    Text(&'static str, Vec<(&'static str, Arg)>),
}

impl Toasts {
    /// A place for messages in the current reactive owner.
    pub fn new() -> Self {
        Self { shown: RwSignal::new(None), heard: RwSignal::new(String::new()) }
    }

    /// The place of the app.
    pub fn get() -> Self {
        expect_context()
    }

    /// Says what was done.
    pub fn announce(self, name: &EditName, what: Announcement) {
        self.shown.set(Some(Toast::Edit(name.clone(), what)));
    }

    /// Whether the message is to be seen, and not only heard.
    fn is_shown(self) -> bool {
        self.shown.with(|toast| match toast {
            None => false,
            Some(Toast::Edit(name, Announcement::Done)) => name.id.starts_with(DELETION),
            Some(_) => true,
        })
    }

    /// Says why something was not done.
    pub fn refuse(self, refusal: &Refusal) {
        self.shown.set(Some(Toast::Refused(*refusal)));
    }

    /// Says something else.
    pub fn say(self, id: &'static str, args: Vec<(&'static str, Arg)>) {
        self.shown.set(Some(Toast::Text(id, args)));
    }

    /// Says to screen readers what others see.
    pub fn hear(self, words: String) {
        self.heard.set(words);
    }

    /// Takes the message away.
    pub fn clear(self) {
        self.shown.set(None);
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}

/// How the names of edits begin that take something away.
const DELETION: &str = "edit-delete-";

/// The name of an edit in words: `Delete tile “Wait 3 days”`. Tracked.
pub fn edit_name(name: &EditName) -> String {
    let subject = match name.count() {
        Some(count) => numbers::count(count as u64),
        None if name.subject.is_empty() => t(name.nameless),
        None => name.subject.clone(),
    };
    t_with(name.id, [("subject", subject.into())])
}

/// Where messages appear.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::get();
    view! {
        <div class="toasts">
            {move || {
                toasts
                    .shown
                    .get()
                    .filter(|_| toasts.is_shown())
                    .map(|toast| view! { <ToastView toast/> }.into_any())
            }}
        </div>
        <div class="sr-only" role="status" aria-live="polite" aria-atomic="false" data-testid="said">
            <p>{again(move || toasts.shown.get().map(|toast| words(&toast)).unwrap_or_default())}</p>
            <p>{again(move || toasts.heard.get())}</p>
        </div>
    }
}

/// Words that are read out whenever they are said, even when they are the same again.
fn again(words: impl Fn() -> String + Send + 'static) -> impl IntoView {
    let mut odd = false;
    changing(move || {
        odd = !odd;
        format!("{}{}", words(), if odd { "" } else { "\u{a0}" })
    })
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let toasts = Toasts::get();
    let undo = matches!(toast, Toast::Edit(_, Announcement::Done))
        .then(use_context::<Store>)
        .flatten()
        .map(|store| {
            view! {
                <Button
                    label="undo"
                    class="button button-small"
                    on_click=move |()| {
                        store.run(Command::Undo);
                    }
                />
            }
            .into_any()
        });
    let instead = match toast {
        Toast::Refused(Refusal::Published { journey, .. }) => {
            Some(view! { <EditInstead id=journey/> }.into_any())
        }
        _ => None,
    };
    view! {
        <div class="toast">
            <span>{move || words(&toast)}</span>
            {undo}
            {instead}
            <IconButton
                icon=IconName::X
                label="close"
                class="button button-small button-icon"
                on_click=move |()| toasts.clear()
            />
        </div>
    }
}

fn words(toast: &Toast) -> String {
    match toast {
        Toast::Edit(name, Announcement::Done) => {
            t_with("edit-done", [("edit", edit_name(name).into())])
        }
        Toast::Edit(name, Announcement::Undone) => {
            t_with("edit-undone", [("edit", edit_name(name).into())])
        }
        Toast::Edit(name, Announcement::Redone) => {
            t_with("edit-redone", [("edit", edit_name(name).into())])
        }
        Toast::Refused(refusal) => refusal::words(refusal),
        Toast::Text(id, args) => t_with(id, args.clone()),
    }
}
