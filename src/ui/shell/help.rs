//! The help page: the table of shortcuts, read from the same table that handles
//! the keys.

use leptos::prelude::*;

use crate::editor::Page;
use crate::editor::keymap::{BINDINGS, Binding};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::later::{Part, later};
use crate::ui::store::Store;
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
        <Modal label=Signal::derive(|| t("help")) close>
                <h2>{move || t("help-keyboard")}</h2>
                <table class="table">
                    <tbody>
                        {BINDINGS
                            .iter()
                            .map(|row| {
                                view! {
                                    <tr>
                                        <td>
                                            <kbd>{move || keys(row)}</kbd>
                                        </td>
                                        <td>{move || t(row.help)}</td>
                                    </tr>
                                }
                                    .into_any()
                            })
                            .collect_view()}
                    </tbody>
                </table>
                <p>
                    <button
                        type="button"
                        class="link"
                        on:click=move |_| {
                            close.run(());
                            store.open(Page::Checks(None));
                        }
                    >
                        {move || t("checks")}
                    </button>
                </p>
                <div class="dialog-actions">
                    <button type="button" class="button button-primary" on:click=move |_| close.run(())>
                        {move || t("close")}
                    </button>
                </div>
        </Modal>
    }
}

/// The keys of a row as they are printed on keyboards.
fn keys(row: &Binding) -> String {
    let name = match row.key {
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        key => key,
    };
    let mut parts = Vec::new();
    parts.extend(row.command.then(|| t("key-ctrl")));
    parts.extend((row.shift == Some(true)).then(|| t("key-shift")));
    parts.push(if name.chars().count() == 1 { name.to_ascii_uppercase() } else { name.to_owned() });
    parts.join(" + ")
}
