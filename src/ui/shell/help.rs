//! The help page: the table of shortcuts, read from the same table that handles
//! the keys.

use leptos::prelude::*;

use crate::editor::Page;
use crate::editor::keymap::{BINDINGS, Binding, Group, Shortcut};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::later::{Part, later};
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::Modal;

/// Whether the help is open. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Help(RwSignal<bool>);

impl Help {
    /// Closed help in the current reactive owner.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// The help of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(true);
    }
}

impl Default for Help {
    fn default() -> Self {
        Self::new()
    }
}

/// The dialog, when it is open.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let help = Help::get();
    changing(move || help.0.get().then(|| later(Part::Help)))
}

/// The open dialog.
#[component]
pub fn Dialog() -> impl IntoView {
    let (help, store) = (Help::get(), Store::get());
    let close = Callback::new(move |()| help.0.set(false));
    view! {
        <Modal label=Signal::derive(|| t("help")) class="help" close>
                <h2>{move || t("help-keyboard")}</h2>
                <div class="help-groups">
                    {GROUPS.into_iter().map(|(group, title)| keys_of(group, title)).collect_view()}
                </div>
                <p>
                    <Button
                        label="checks"
                        class="link"
                        on_click=move |()| {
                            close.run(());
                            store.open(Page::Checks(None));
                        }
                    />
                </p>
                <div class="dialog-actions">
                    <Button label="close" class="button button-primary" on_click=close/>
                </div>
        </Modal>
    }
}

/// The groups of keys with their headings.
const GROUPS: [(Group, &str); 4] = [
    (Group::General, "key-group-general"),
    (Group::Tiles, "key-group-tiles"),
    (Group::View, "key-group-view"),
    (Group::Outline, "key-group-outline"),
];

/// The keys of one group: a line for each thing that they ask for.
fn keys_of(group: Group, title: &'static str) -> AnyView {
    let of_group = BINDINGS.iter().filter(move |row| row.group == group);
    let mut rows: Vec<(&'static str, Vec<&'static Binding>)> = Vec::new();
    for binding in of_group {
        match rows.last_mut() {
            Some((help, keys)) if *help == binding.help => keys.push(binding),
            _ => rows.push((binding.help, vec![binding])),
        }
    }
    let letters = (group == Group::Outline)
        .then(|| view! { <p class="soft small">{move || t("key-outline-letters")}</p> }.into_any());
    view! {
        <section>
            <h3>{move || t(title)}</h3>
            <dl class="help-keys">{rows.into_iter().map(|(help, keys)| row(help, keys)).collect_view()}</dl>
            {letters}
        </section>
    }
    .into_any()
}

fn row(help: &'static str, keys: Vec<&'static Binding>) -> AnyView {
    let shown = keys.into_iter().enumerate().map(|(index, key)| {
        view! {
            {(index > 0).then(|| view! { <span class="soft small">{move || t("key-or")}</span> })}
            <kbd>{move || key_words(key)}</kbd>
        }
        .into_any()
    });
    view! {
        <div>
            <dt>{shown.collect_view()}</dt>
            <dd>{move || t(help)}</dd>
        </div>
    }
    .into_any()
}

/// The keys that ask for something, as they are printed on keyboards; empty where there
/// are none.
pub fn keys_for(shortcut: Option<Shortcut>) -> String {
    let binding = BINDINGS.iter().find(|binding| Some(binding.shortcut) == shortcut);
    binding.map(key_words).unwrap_or_default()
}

/// A key as it is printed on keyboards.
fn key_words(row: &Binding) -> String {
    let name = match row.key {
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "Enter" => t("key-name-enter"),
        "Escape" => t("key-name-escape"),
        "Delete" => t("key-name-delete"),
        "Backspace" => t("key-name-backspace"),
        "Insert" => t("key-name-insert"),
        "Home" => t("key-name-home"),
        "End" => t("key-name-end"),
        key => key.to_owned(),
    };
    let mut parts = Vec::new();
    parts.extend(row.command.then(|| t("key-ctrl")));
    parts.extend(row.alt.then(|| t("key-alt")));
    parts.extend((row.shift == Some(true)).then(|| t("key-shift")));
    parts.push(if name.chars().count() == 1 { name.to_ascii_uppercase() } else { name });
    parts.join(" + ")
}
