//! A new trigger: its name is asked for first, since the unique name, by which code and
//! flows call it, is made of it once and for all (rule S4).

use leptos::prelude::*;

use crate::editor::Command;
use crate::model::trigger::{PREFIX, slug};
use crate::ui::i18n::{t, t_with};
use crate::ui::pages::list::run_and_open;
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Field, TextInput};
use crate::ui::widgets::modal::{Answer, Modal};

/// Asks for the name, creates the trigger and opens it.
#[component]
pub fn NewTrigger(
    /// Whether it is asked.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::get();
    let name = RwSignal::new(String::new());
    let is_named = move || !name.get().trim().is_empty();
    let close = Callback::new(move |()| open.set(false));
    let create = Callback::new(move |()| {
        let name = name.get_untracked().trim().to_owned();
        run_and_open(store, Command::AddTrigger(name));
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() && untrack(is_named) {
            event.prevent_default();
            close.run(());
            create.run(());
        }
    };
    let help = move || match is_named() {
        true => t_with("new-trigger-help", [("name", unique(&name.get()).into())]),
        false => t("unique-name-help"),
    };
    view! {
        <Modal label=Signal::derive(|| t("new-trigger")) test_id="new-trigger-dialog" close>
            <h2>{move || t("new-trigger")}</h2>
            <div on:keydown=on_key>
                <Field label=Signal::derive(|| t("name")) help=Signal::derive(help)>
                    <TextInput value=name on_input=move |text| name.set(text) test_id="new-trigger-named"/>
                </Field>
            </div>
            <Answer
                action=Signal::derive(|| t("create"))
                enabled=Signal::derive(is_named)
                test_id="new-trigger-create"
                run=create
                close
            />
        </Modal>
    }
}

/// How the unique name will begin.
fn unique(name: &str) -> String {
    format!("{PREFIX}{}_…", slug(name.trim()))
}
