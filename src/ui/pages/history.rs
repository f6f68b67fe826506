//! The history as a list: what was done, the latest first, and above it what was
//! undone. Choosing an entry goes there in one step.

use leptos::prelude::*;

use crate::editor::Command;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::shell::over::{Over, Tool};
use crate::ui::store::Store;
use crate::ui::toast::edit_name;
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::picker::{Choice, ChoiceList};

/// The list, at the button that opened it.
#[component]
pub fn HistoryList() -> impl IntoView {
    let (store, over) = (Store::get(), Over::get());
    let spot = match over.tool() {
        Some(Tool::History(spot)) => spot,
        _ => Spot::default(),
    };
    let choices = Signal::derive(move || entries(store));
    // The search stands on what undo would take back.
    let start = untrack(|| store.editor(|editor| undone(editor.history())));
    // The focus goes back to what opened the list.
    let from = StoredValue::new_local(document().active_element());
    let close = Callback::new(move |refocus: bool| {
        over.close();
        if refocus {
            from.with_value(|from| super::give_focus_back(from.as_ref()));
        }
    });
    let choose = Callback::new(move |key: String| {
        close.run(true);
        if let Ok(made) = key.parse() {
            store.run(Command::Travel(made));
        }
    });
    let label = Signal::derive(|| t("history"));
    let foot = Signal::derive(|| t("history-about"));
    view! { <ChoiceList spot label choices choose foot start close/> }
}

/// How many entries were undone.
fn undone<T>((names, made): (Vec<T>, usize)) -> usize {
    names.len() - made
}

/// The entries, each with how many are made when it is the last.
fn entries(store: Store) -> Vec<Choice> {
    store.editor(|editor| {
        let (names, made) = editor.history();
        let entry = |(index, name): (usize, &&_)| {
            let is_made = index < made;
            Choice {
                key: (index + 1).to_string(),
                label: edit_name(name),
                detail: if index + 1 == made { t("history-now") } else { String::new() },
                group: t(if is_made { "history-done" } else { "history-undone" }),
                icon: Some(if is_made { IconName::Check } else { IconName::Redo2 }),
            }
        };
        let mut entries: Vec<Choice> = names.iter().enumerate().map(entry).rev().collect();
        entries.push(Choice {
            key: "0".into(),
            label: t("history-start"),
            detail: if made == 0 { t("history-now") } else { String::new() },
            group: t("history-done"),
            icon: Some(IconName::FolderOpen),
        });
        entries
    })
}
