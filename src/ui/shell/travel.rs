//! The buttons of the top bar that lead elsewhere: to a tile or page by its name, to
//! an edit before, to one that was undone, to any.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::editor::{Command, EditName};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::shell::over::{Over, Tool};
use crate::ui::store::Store;
use crate::ui::toast::edit_name;
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::picker::WIDTH;

/// Opens the list of all there is to go to.
#[component]
pub fn GoToButton() -> impl IntoView {
    let over = Over::get();
    view! {
        <button
            type="button"
            class="button button-small go-to-button"
            data-testid="go-to-open"
            title=move || t("key-go-to")
            aria-haspopup="listbox"
            on:click=move |_| over.open(Tool::GoTo)
        >
            <Icon name=IconName::Search/>
            <span>{move || t("go-to")}</span>
            <kbd>{move || format!("{} K", t("key-ctrl"))}</kbd>
        </button>
    }
}

/// Undo and redo.
#[component]
pub fn UndoRedo() -> impl IntoView {
    let store = Store::get();
    let undo = Signal::derive(move || store.editor(|editor| editor.undo_name().cloned()));
    let redo = Signal::derive(move || store.editor(|editor| editor.redo_name().cloned()));
    view! {
        {travel("undo", "edit-undo", IconName::Undo2, undo, Command::Undo)}
        {travel("redo", "edit-redo", IconName::Redo2, redo, Command::Redo)}
    }
}

/// The list of what can be undone and redone.
#[component]
pub fn History() -> impl IntoView {
    let (store, over) = (Store::get(), Over::get());
    let empty = move || store.editor(|editor| editor.history().0.is_empty());
    view! {
        <button
            type="button"
            class="button button-quiet button-icon button-narrow"
            // Where it stands in a list, that closes.
            popovertarget="topbar-more"
            popovertargetaction="hide"
            data-testid="history"
            aria-label=move || t("history-open")
            title=move || t("history-open")
            aria-haspopup="listbox"
            disabled=move || empty()
            on:click=move |event| open_history(over, &event)
        >
            <Icon name=IconName::ChevronDown/>
        </button>
    }
}

/// Opens the list at the button of an event.
fn open_history(over: Over, event: &Event) {
    if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
        over.open(Tool::History(Spot::beside(&button, WIDTH)));
    }
}

/// One of undo and redo. The other button of a mouse, or the arrow down, opens the list.
fn travel(
    id: &'static str,
    named: &'static str,
    icon: IconName,
    name: Signal<Option<EditName>>,
    command: Command,
) -> AnyView {
    let (store, over) = (Store::get(), Over::get());
    let title = move || match name.get() {
        Some(name) => t_with(named, [("edit", edit_name(&name).into())]),
        None => t(id),
    };
    view! {
        <button
            type="button"
            class="button button-quiet button-icon"
            data-testid=id
            aria-label=move || title()
            title=move || title()
            disabled=move || name.get().is_none()
            on:click=move |_| drop(store.run(command.clone()))
            on:contextmenu=move |event| {
                event.prevent_default();
                open_history(over, &event);
            }
            on:keydown=move |event| {
                if event.key() == "ArrowDown" {
                    event.prevent_default();
                    open_history(over, &event);
                }
            }
        >
            <Icon name=icon/>
        </button>
    }
    .into_any()
}
