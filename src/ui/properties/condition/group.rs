//! Rows of a condition that are joined in their own way. Groups do not nest.

use leptos::prelude::*;

use crate::check::RowPath;
use crate::editor::rows;
use crate::model::condition::Item;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::properties::condition::JoinChoice;
use crate::ui::properties::condition::row::RowEditor;
use crate::ui::properties::open::{Conditioned, Open};
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};

/// The group at that index.
#[component]
pub fn GroupEditor(
    /// Whose condition it is in.
    place: Conditioned,
    /// Its index among the items.
    index: usize,
) -> impl IntoView {
    let open = Open::get();
    let count = Watch::new(move |_| {
        place
            .read(open, |condition| match condition.items.get(index)? {
                Item::Group(_, rows) => Some(rows.len()),
                Item::Row(_) => None,
            })
            .unwrap_or_default()
    });
    let add = move |()| {
        place.change(open, |all| rows::add_row(all, Some(index)));
        open.store.end_gesture();
    };
    let remove = move |()| {
        place.change(open, |all| {
            if index < all.items.len() {
                all.items.remove(index);
            }
        });
        open.store.end_gesture();
    };
    view! {
        <div class="condition-group" role="group" aria-label=move || t("condition-group")>
            <div class="condition-group-head">
                <JoinChoice place group=Some(index) test_id=format!("group-{index}-join")/>
                <IconButton
                    icon=IconName::Trash2
                    label="remove-group"
                    on_click=remove
                    test_id=format!("group-{index}-remove")
                />
            </div>
            <Rows
                each=move || 0..count.get()
                children=move |row| {
                    let path = RowPath { item: index, row: Some(row) };
                    view! { <RowEditor place path/> }
                }
            />
            <div class="condition-add">
                <AddButton
                    label="add-condition"
                    on_click=add
                    test_id=format!("group-{index}-add")
                />
            </div>
        </div>
    }
}
