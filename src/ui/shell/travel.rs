//! The buttons of the top bar that lead elsewhere: to a tile or page by its name, to
//! an edit before, to one that was undone, to any.

use leptos::html;
use leptos::prelude::*;

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

/// Undo, redo, and the list of both.
#[component]
pub fn UndoRedo() -> impl IntoView {
    let (store, over) = (Store::get(), Over::get());
    let list: NodeRef<html::Button> = NodeRef::new();
    let empty = move || store.editor(|editor| editor.history().0.is_empty());
    let open = Callback::new(move |()| {
        if let Some(list) = list.get_untracked() {
            over.open(Tool::History(Spot::beside(&list, WIDTH)));
        }
    });
    let undo = Signal::derive(move || store.editor(|editor| editor.undo_name().cloned()));
    let redo = Signal::derive(move || store.editor(|editor| editor.redo_name().cloned()));
    view! {
        {travel("undo", "edit-undo", IconName::Undo2, undo, Command::Undo, open)}
        {travel("redo", "edit-redo", IconName::Redo2, redo, Command::Redo, open)}
        <button
            type="button"
            class="button button-quiet button-icon button-narrow hide-narrow"
            node_ref=list
            data-testid="history"
            aria-label=move || t("history-open")
            title=move || t("history-open")
            aria-haspopup="listbox"
            disabled=move || empty()
            on:click=move |_| open.run(())
        >
            <Icon name=IconName::ChevronDown/>
        </button>
    }
}

/// One of undo and redo. The other button of a mouse, or the arrow down, opens the list.
fn travel(
    id: &'static str,
    named: &'static str,
    icon: IconName,
    name: Signal<Option<EditName>>,
    command: Command,
    open: Callback<()>,
) -> AnyView {
    let store = Store::get();
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
                open.run(());
            }
            on:keydown=move |event| {
                if event.key() == "ArrowDown" {
                    event.prevent_default();
                    open.run(());
                }
            }
        >
            <Icon name=icon/>
        </button>
    }
    .into_any()
}
