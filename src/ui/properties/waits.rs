//! An If/then tile: one wait with Yes and No, or several in their order and Other;
//! and the time limit.

use leptos::prelude::*;

use crate::check::{Holder, Spot, messages, term};
use crate::editor::JourneyEdit;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{Interaction, MAX_BRANCHES, TileKind, WaitBranch, WaitOn};
use crate::model::time::Duration;
use crate::model::tree::Slot;
use crate::ui::canvas::face;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::properties::branches::{BranchActions, Taker};
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{Labelled, Says, SaysWhole, Section, Segments, wrong_at};
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::AddButton;
use crate::ui::widgets::inputs::{DurationInput, TextInput};
use crate::ui::widgets::picker::{Choice, Picker};
use crate::ui::words;

/// The settings of an If/then tile.
#[component]
pub fn WaitForPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let ids = Watch::new(move |_| {
        open.tile(tile, |tile| tile.kind.waits().iter().map(|wait| wait.id).collect::<Vec<_>>())
    });
    let several = Watch::new(move |_| ids.with(Vec::len) > 1);
    let add = move |()| {
        open.edit(JourneyEdit::AddBranch(tile));
    };
    view! {
        <Section title=Signal::derive(|| t("wait-for"))>
            {move || several.get().then(|| view! { <p class="soft small">{t("waits-about")}</p> }.into_any())}
            <SaysWhole tile=Some(tile)/>
            <Rows
                each=move || ids.get()
                children=move |branch| {
                    if branch == BranchId::ONLY {
                        view! { <WaitEditor tile branch/> }.into_any()
                    } else {
                        view! { <WaitCard tile branch ids/> }.into_any()
                    }
                }
            />
            <AddButton
                label="wait-add"
                on_click=add
                enabled=Signal::derive(move || ids.with(Vec::len) < MAX_BRANCHES)
                test_id="add-branch"
            />
        </Section>
        <Limit tile several/>
    }
}

/// One of several waits.
#[component]
fn WaitCard(tile: TileId, branch: BranchId, ids: Watch<Vec<BranchId>>) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Branch(branch));
    let number = move || {
        let index = ids.with(|all| all.iter().position(|one| *one == branch)).unwrap_or_default();
        t_with("branch-numbered", [("n", numbers::count(index as u64 + 1).into())])
    };
    let rename = move |name: String| {
        open.edit(JourneyEdit::RenameBranch(tile, branch, name));
    };
    view! {
        <div class="pane-card branch" data-testid=format!("branch-{branch}")>
            <div class="branch-head">
                <TextInput
                    label=Signal::derive(|| t("branch-name"))
                    value=Signal::derive(move || of_wait(open, tile, branch, |one| one.name.clone()))
                    on_input=rename
                    placeholder=Signal::derive(number)
                    invalid=wrong_at(open, site)
                    test_id=format!("branch-{branch}-name")
                />
                <BranchActions tile branch ids/>
            </div>
            <Says site/>
            <WaitEditor tile branch/>
        </div>
    }
}

/// What a wait is for: a trigger, or an interaction with a message.
#[component]
fn WaitEditor(tile: TileId, branch: BranchId) -> impl IntoView {
    let open = Open::get();
    let is_interaction = Watch::new(move |_| {
        of_wait(open, tile, branch, |one| matches!(one.on, WaitOn::Interaction { .. }))
    });
    let choose = move |interaction: bool| {
        if interaction == is_interaction.get_untracked() {
            return;
        }
        let on = if interaction {
            // The message that was sent last is what is most likely meant.
            let message = open.peek(|_, journey| messages(journey, tile).0.last().copied());
            WaitOn::Interaction { message, kind: Interaction::Opened }
        } else {
            WaitOn::default()
        };
        open.edit(JourneyEdit::SetWaitOn(tile, branch, on));
        open.store.end_gesture();
    };
    let (ends, slot) = match branch {
        BranchId::ONLY => (String::new(), Slot::Yes),
        branch => (format!("-{branch}"), Slot::Branch(branch)),
    };
    let picker = format!("trigger-picker{ends}");
    view! {
        <Segments
            label=Signal::derive(|| t("wait-on"))
            value=Signal::derive(move || Some(is_interaction.get()))
            options=vec![
                (false, Signal::derive(|| t("trigger")), "trigger"),
                (true, Signal::derive(|| t("wait-on-interaction")), "interaction"),
            ]
            on_choose=choose
            test_id=format!("wait-on{ends}")
        />
        {move || {
            let picker = picker.clone();
            if is_interaction.get() {
                view! { <InteractionEditor tile branch/> }.into_any()
            } else {
                view! {
                    <ListenerEditor
                        place=Listening::Wait(tile, branch)
                        always=Signal::derive(|| t("wait-for-any"))
                        test_id=picker
                    />
                }
                    .into_any()
            }
        }}
        <Taker tile of=slot/>
    }
}

/// With which message, and what the contact does with it.
#[component]
fn InteractionEditor(tile: TileId, branch: BranchId) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Interaction(Holder::of_wait(branch)));
    let on = Watch::new(move |_| {
        of_wait(open, tile, branch, |one| match one.on {
            WaitOn::Interaction { message, kind } => Some((message, kind)),
            WaitOn::Trigger(_) => None,
        })
    });
    let set = move |message, kind| {
        open.edit(JourneyEdit::SetWaitOn(tile, branch, WaitOn::Interaction { message, kind }));
        open.store.end_gesture();
    };
    let message = move || on.get().and_then(|(message, _)| message);
    let shown = move || {
        message().map(|id| {
            open.read(|workspace, journey| match journey.tile(id) {
                Some(_) => words::title_of(workspace, journey, id),
                None => t("message-gone"),
            })
        })
    };
    let choices = move || {
        open.read(|workspace, journey| {
            let offered = messages(journey, tile).0.into_iter();
            let choice = |id: TileId| {
                let found = journey.tile(id)?;
                let kind = crate::editor::summary::kind(found);
                Some(Choice {
                    key: id.to_string(),
                    label: words::title_in(workspace, journey, found),
                    detail: words::kind(kind),
                    group: String::new(),
                    icon: Some(face::icon(Some(kind))),
                })
            };
            offered.filter_map(choice).collect::<Vec<_>>()
        })
    };
    let foot = move || {
        let (offered, hidden) = open.read(|_, journey| messages(journey, tile));
        match (offered.len(), hidden) {
            (0, 0) => t("wait-no-messages"),
            (_, 0) => String::new(),
            (_, hidden) => t_with(
                "wait-hidden-messages",
                [("count", hidden.into()), ("n", numbers::count(hidden as u64).into())],
            ),
        }
    };
    let choose = move |key: String| {
        if let (Ok(id), Some((_, kind))) = (key.parse(), on.get_untracked()) {
            set(Some(id), kind);
        }
    };
    let choose_kind = move |kind| set(on.get_untracked().and_then(|(message, _)| message), kind);
    let kinds = [
        (Interaction::Delivered, "delivered"),
        (Interaction::Opened, "opened"),
        (Interaction::Clicked, "clicked"),
    ];
    let kinds =
        kinds.map(|(kind, end)| (kind, Signal::derive(move || t(term::of_interaction(kind))), end));
    view! {
        <Labelled label=Signal::derive(|| t("wait-message"))>
            <Picker
                label=Signal::derive(|| t("wait-message"))
                value=Signal::derive(move || shown().unwrap_or_default())
                placeholder=Signal::derive(|| t("wait-message-choose"))
                choices=Signal::derive(choices)
                foot=Signal::derive(foot)
                on_choose=choose
                invalid=wrong_at(open, site)
                test_id=format!("message-picker-{branch}")
            />
        </Labelled>
        <Segments
            label=Signal::derive(|| t("wait-interaction"))
            value=Signal::derive(move || on.get().map(|(_, kind)| kind))
            options=kinds.to_vec()
            on_choose=choose_kind
            test_id=format!("interaction-{branch}")
        />
        <Says site/>
    }
}

#[component]
fn Limit(tile: TileId, several: Watch<bool>) -> impl IntoView {
    let open = Open::get();
    let site = open.site(Some(tile), Spot::Limit);
    let limit = Watch::new(move |_| {
        let limit = open.tile(tile, |tile| match tile.kind {
            TileKind::WaitFor { limit, .. } => Some(limit),
            _ => None,
        });
        limit.unwrap_or(Duration::days(0))
    });
    let set = move |limit| {
        open.edit(JourneyEdit::SetLimit(tile, limit));
    };
    view! {
        <Section title=Signal::derive(|| t("time-limit")) test_id="time-limit">
            <DurationInput
                label=Signal::derive(|| t("time-limit"))
                value=limit
                on_change=set
                invalid=wrong_at(open, site)
            />
            <Says site/>
            <p class="soft small">
                {move || t(if several.get() { "time-limit-several" } else { "time-limit-about" })}
            </p>
        </Section>
    }
}

fn of_wait<T: Default>(
    open: Open,
    tile: TileId,
    branch: BranchId,
    read: impl FnOnce(&WaitBranch) -> T,
) -> T {
    open.tile(tile, |tile| {
        let mut waits = tile.kind.waits().iter();
        waits.find(|one| one.id == branch).map(read).unwrap_or_default()
    })
}
