//! The exit criteria of a journey: triggers that end it for a contact wherever it is.

use leptos::prelude::*;

use crate::editor::JourneyEdit;
use crate::model::id::ExitId;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{AddButton, IconButton};
use crate::ui::rows::Rows;

/// The list, and the button that adds one.
#[component]
pub fn ExitCriteria() -> impl IntoView {
    let open = Open::get();
    let ids = Memo::new(move |_| {
        open.read(|_, journey| journey.exits.iter().map(|exit| exit.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        open.edit(JourneyEdit::AddExit);
    };
    view! {
        <p class="soft small">{move || t("exit-criteria-about")}</p>
        <Rows
            each=move || ids.get()
            children=move |id| view! { <ExitEditor id ids/> }
        />
        <AddButton label=Signal::derive(|| t("exit-add")) on_click=add test_id="add-exit"/>
    }
}

#[component]
fn ExitEditor(id: ExitId, ids: Memo<Vec<ExitId>>) -> impl IntoView {
    let open = Open::get();
    let number = move || {
        let index = ids.with(|all| all.iter().position(|one| *one == id)).unwrap_or_default();
        numbers::count(index as u64 + 1)
    };
    let delete = move |()| {
        open.edit(JourneyEdit::DeleteExit(id));
    };
    view! {
        <div class="pane-card" data-testid=format!("exit-{id}")>
            <div class="branch-head">
                <strong class="small">
                    {move || t_with("exit-criterion-numbered", [("n", number().into())])}
                </strong>
                <IconButton
                    icon=IconName::Trash2
                    label=Signal::derive(|| t("exit-delete"))
                    on_click=delete
                />
            </div>
            <ListenerEditor
                place=Listening::Exit(id)
                always=Signal::derive(|| t("exit-always"))
                test_id=format!("exit-{id}-trigger-picker")
            />
        </div>
    }
}
