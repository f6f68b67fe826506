//! The condition editor: rows and groups of rows, joined by "all of" or "any of".
//!
//! Rows are kept by their index, so typing in one never draws another again.

mod group;
mod list;
mod operand;
mod row;

use leptos::prelude::*;

use crate::check::{RowPath, Spot};
use crate::editor::rows;
use crate::model::condition::{Condition, Item, Join};
use crate::ui::i18n::t;
use crate::ui::properties::condition::group::GroupEditor;
use crate::ui::properties::condition::row::RowEditor;
use crate::ui::properties::open::{Conditioned, Open};
use crate::ui::properties::parts::{Says, Segments};
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::AddButton;

/// The rows of a condition, and what adds more.
#[component]
pub fn ConditionEditor(
    /// Whose condition it is.
    place: Conditioned,
    /// What is said while there are no rows.
    #[prop(into)]
    empty: Signal<String>,
) -> impl IntoView {
    let open = Open::get();
    let site = place.site(open, Spot::Condition(place.holder(open)));
    let shape = Watch::new(move |_| place.read(open, shape_of));
    let add = Callback::new(move |()| {
        place.change(open, |all| rows::add_row(all, None));
        open.store.end_gesture();
    });
    let add_group = Callback::new(move |()| {
        place.change(open, rows::add_group);
        open.store.end_gesture();
    });
    view! {
        <div class="condition" role="group" aria-label=move || t("condition")>
            {move || {
                shape.with(Vec::is_empty).then(|| view! { <p class="soft small">{move || empty.get()}</p> }.into_any())
            }}
            {move || {
                (shape.with(Vec::len) > 1)
                    .then(|| view! { <JoinChoice place group=None test_id="join".to_owned()/> }.into_any())
            }}
            <Rows
                each=move || shape.get().into_iter().enumerate()
                children=move |(index, is_group)| {
                    if is_group {
                        view! { <GroupEditor place index/> }.into_any()
                    } else {
                        let path = RowPath { item: index, row: None };
                        view! { <RowEditor place path/> }.into_any()
                    }
                }
            />
            <Says site/>
            <div class="condition-add">
                <AddButton label="add-condition" on_click=add test_id="add-condition"/>
                {move || {
                    (!shape.with(Vec::is_empty))
                        .then(|| {
                            view! {
                                <AddButton
                                    label="add-group"
                                    on_click=add_group
                                    test_id="add-group"
                                />
                            }
                                .into_any()
                        })
                }}
            </div>
        </div>
    }
}

/// "All of" or "any of": of the condition, or of the group at that index.
#[component]
fn JoinChoice(place: Conditioned, group: Option<usize>, test_id: String) -> impl IntoView {
    let open = Open::get();
    let value = move || {
        place.read(open, |condition| match group {
            None => Some(condition.join),
            Some(index) => match condition.items.get(index)? {
                Item::Group(join, _) => Some(*join),
                Item::Row(_) => None,
            },
        })
    };
    let choose = move |join: Join| {
        place.change(open, |condition| match group {
            None => condition.join = join,
            Some(index) => {
                if let Some(Item::Group(own, _)) = condition.items.get_mut(index) {
                    *own = join;
                }
            }
        });
        open.store.end_gesture();
    };
    view! {
        <Segments
            label=Signal::derive(|| t("join"))
            value=Signal::derive(value)
            options=vec![
                (Join::All, Signal::derive(|| t("join-all")), "all"),
                (Join::Any, Signal::derive(|| t("join-any")), "any"),
            ]
            on_choose=choose
            test_id
        />
    }
}

/// Which of the items are groups.
fn shape_of(condition: &Condition) -> Vec<bool> {
    condition.items.iter().map(|item| matches!(item, Item::Group(..))).collect()
}
