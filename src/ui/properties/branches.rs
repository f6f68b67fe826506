//! An Attribute branch tile: its ordered branches, each a named condition, and what
//! Other means.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Branch, MAX_BRANCHES, TileKind};
use crate::model::tree::{SequenceId, Slot};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::later::Part;
use crate::ui::numbers;
use crate::ui::properties::condition::ConditionEditor;
use crate::ui::properties::open::{Conditioned, Open};
use crate::ui::properties::parts::{Says, SaysWhole, Section, Unfold, wrong_at};
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};
use crate::ui::widgets::confirm::{Question, Questions};
use crate::ui::widgets::inputs::TextInput;
use crate::ui::words;

/// The settings of an Attribute branch tile.
#[component]
pub fn AttributeBranchPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let ids =
        Watch::new(move |_| of_branches(open, tile, |all| all.iter().map(|one| one.id).collect()));
    let count = Signal::derive(move || ids.with(|all: &Vec<BranchId>| all.len()));
    let add = move |()| {
        open.edit(JourneyEdit::AddBranch(tile));
    };
    view! {
        <Section title=Signal::derive(|| t("branches"))>
            <p class="soft small">{move || t("branches-about")}</p>
            <SaysWhole tile=Some(tile)/>
            <Rows
                each=move || ids.get()
                children=move |branch| view! { <BranchEditor tile branch ids/> }
            />
            <AddButton
                label="branch-add"
                on_click=add
                enabled=Signal::derive(move || count.get() < MAX_BRANCHES)
                test_id="add-branch"
            />
            <div class="pane-card">
                <strong class="small">
                    {move || t(if count.get() == 1 { "branch-no" } else { "branch-other" })}
                </strong>
                <p class="soft small">
                    {move || t(if count.get() == 1 { "branch-no-about" } else { "branch-other-about" })}
                </p>
                <Taker tile of=Slot::Other/>
            </div>
        </Section>
    }
}

/// Opens an example of who takes a branch.
#[component]
pub fn Taker(
    /// The tile with the branch.
    tile: TileId,
    /// Which branch.
    of: Slot,
) -> impl IntoView {
    let part = Part::Witness(Open::get().id?, tile, of);
    let words = Signal::derive(|| t("witness-open"));
    Some(view! { <Unfold words part test_id="witness-open"/> }.into_any())
}

#[component]
fn BranchEditor(tile: TileId, branch: BranchId, ids: Watch<Vec<BranchId>>) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Branch(branch));
    let own = move || of_branch(open, tile, branch, |found| found.name.clone());
    let default = move || {
        let index = ids.with(|all| all.iter().position(|one| *one == branch)).unwrap_or_default();
        match ids.with(Vec::len) {
            1 => t("branch-yes"),
            _ => t_with("branch-numbered", [("n", numbers::count(index as u64 + 1).into())]),
        }
    };
    let rename = move |name: String| {
        open.edit(JourneyEdit::RenameBranch(tile, branch, name));
    };
    view! {
        <div class="pane-card branch" data-testid=format!("branch-{branch}")>
            <div class="branch-head">
                <TextInput
                    label=Signal::derive(|| t("branch-name"))
                    value=Signal::derive(own)
                    on_input=rename
                    placeholder=Signal::derive(default)
                    invalid=wrong_at(open, site)
                    test_id=format!("branch-{branch}-name")
                />
                <BranchActions tile branch ids/>
            </div>
            <Says site/>
            <ConditionEditor
                place=Conditioned::Branch(tile, branch)
                empty=Signal::derive(|| t("branch-no-condition"))
            />
            <Taker tile of=Slot::Branch(branch)/>
        </div>
    }
}

/// Moves the branch up and down among the named ones, and deletes it.
#[component]
pub fn BranchActions(
    /// The tile.
    tile: TileId,
    /// Which of its branches.
    branch: BranchId,
    /// All of them, Other not counted.
    ids: Watch<Vec<BranchId>>,
    /// As many must be left.
    #[prop(default = 1)]
    least: usize,
) -> impl IntoView {
    let (open, questions) = (Open::get(), Questions::get());
    let index = Watch::new(move |_| ids.with(|all| all.iter().position(|one| *one == branch)));
    let count = move || ids.with(Vec::len);
    let move_to = move |index: usize| {
        open.edit(JourneyEdit::MoveBranch(tile, branch, index));
    };
    let up = move |()| {
        if let Some(above) = index.get_untracked().and_then(|index| index.checked_sub(1)) {
            move_to(above);
        }
    };
    let down = move |()| {
        if let Some(index) = index.get_untracked() {
            move_to(index + 1);
        }
    };
    let several = move || count() > 1;
    view! {
        {move || {
            several().then(|| view! {
                <IconButton
                    icon=IconName::ChevronUp
                    label="branch-up"
                    on_click=up
                    enabled=Signal::derive(move || index.get().is_some_and(|index| index > 0))
                />
                <IconButton
                    icon=IconName::ChevronDown
                    label="branch-down"
                    on_click=down
                    enabled=Signal::derive(move || index.get().is_some_and(|index| index + 1 < count()))
                />
                <IconButton
                    icon=IconName::Trash2
                    label="branch-delete"
                    enabled=Signal::derive(move || count() > least)
                    on_click=move |()| delete(open, questions, tile, branch)
                    test_id=format!("branch-{branch}-delete")
                />
            }.into_any())
        }}
    }
}

/// Deletes a branch; asks when tiles go with it.
pub fn delete(open: Open, questions: Questions, tile: TileId, branch: BranchId) {
    let (name, tiles) = open.peek(|_, journey| {
        let found = journey.tile(tile);
        let name = found.map(|found| untrack(|| words::branch(found, Slot::Branch(branch))));
        let inside = journey.sequence(SequenceId::Of(tile, Slot::Branch(branch)));
        let inside = inside.into_iter().flatten().map(|tile| tile.subtree().len()).sum::<usize>();
        (name.unwrap_or_default(), inside)
    });
    let run = Callback::new(move |()| {
        open.edit(JourneyEdit::DeleteBranch(tile, branch));
    });
    if tiles == 0 {
        return run.run(());
    }
    questions.ask(untrack(|| Question {
        title: t_with("branch-delete-title", [("name", name.into())]),
        body: t_with(
            "branch-delete-body",
            [("count", tiles.into()), ("n", numbers::count(tiles as u64).into())],
        ),
        action: t("delete"),
        run,
    }));
}

fn of_branches<T: Default>(open: Open, tile: TileId, read: impl FnOnce(&[Branch]) -> T) -> T {
    open.tile(tile, |tile| match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => read(branches),
        _ => T::default(),
    })
}

fn of_branch<T: Default>(
    open: Open,
    tile: TileId,
    branch: BranchId,
    read: impl FnOnce(&Branch) -> T,
) -> T {
    of_branches(open, tile, |all| {
        all.iter().find(|one| one.id == branch).map(read).unwrap_or_default()
    })
}
