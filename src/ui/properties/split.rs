//! A Split tile: the percentages of its branches, and what they make together.

use leptos::prelude::*;

use crate::check::Spot;
use crate::editor::JourneyEdit;
use crate::model::decimal::Decimal;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{MAX_BRANCHES, Share, TileKind, WHOLE, total};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::properties::branches::BranchActions;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Says, SaysWhole, Section, wrong_at};
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, Button};
use crate::ui::widgets::inputs::TextInput;
use crate::ui::widgets::number::{with_point, written};
use crate::ui::words;

/// The settings of a Split tile.
#[component]
pub fn SplitPane(
    /// The tile.
    tile: TileId,
) -> impl IntoView {
    let open = Open::get();
    let ids = Watch::new(move |_| {
        of_shares(open, tile, |all| all.iter().map(|one| one.id).collect::<Vec<BranchId>>())
    });
    let add = move |()| {
        open.edit(JourneyEdit::AddBranch(tile));
    };
    let equalize = move |()| {
        open.edit(JourneyEdit::Equalize(tile));
    };
    let sum = move || of_shares(open, tile, total);
    let site = open.site(Some(tile), Spot::Shares);
    view! {
        <Section title=Signal::derive(|| t("branches"))>
            <p class="soft small">{move || t("split-about")}</p>
            <SaysWhole tile=Some(tile)/>
            <Rows
                each=move || ids.get()
                children=move |branch| view! { <ShareEditor tile branch ids/> }
            />
            <div
                class="share-total"
                data-testid="share-total"
                data-whole=move || (sum() == Some(WHOLE)).to_string()
            >
                <span class="small">{move || t("split-total")}</span>
                <strong class="numeric">{move || sum().map(words::percent)}</strong>
            </div>
            <Says site/>
            <div class="pane-actions">
                <AddButton
                    label="branch-add"
                    on_click=add
                    enabled=Signal::derive(move || ids.with(Vec::len) < MAX_BRANCHES)
                    test_id="add-branch"
                />
                <Button
                    label="split-equalize"
                    class="button button-small"
                    icon=IconName::Equal
                    test_id="equalize"
                    on_click=equalize
                />
            </div>
        </Section>
    }
}

#[component]
fn ShareEditor(tile: TileId, branch: BranchId, ids: Watch<Vec<BranchId>>) -> impl IntoView {
    let open = Open::get();
    let named = open.site(Some(tile), Spot::Branch(branch));
    let share = open.site(Some(tile), Spot::Share(branch));
    let rename = move |name: String| {
        open.edit(JourneyEdit::RenameBranch(tile, branch, name));
    };
    view! {
        <div class="pane-card branch" data-testid=format!("branch-{branch}")>
            <div class="branch-head">
                <TextInput
                    label=Signal::derive(|| t("branch-name"))
                    value=Signal::derive(move || of_share(open, tile, branch, |one| one.name.clone()))
                    on_input=rename
                    placeholder=Signal::derive(move || {
                        words::percent(of_share(open, tile, branch, |one| one.percent))
                    })
                    invalid=wrong_at(open, named)
                    test_id=format!("branch-{branch}-name")
                />
                <Percent tile branch/>
                <BranchActions tile branch ids least=2/>
            </div>
            <Says site=named/>
            <Says site=share/>
        </div>
    }
}

/// The percentage of a branch. What does not read is not taken over; the field shows
/// it as wrong until it reads or is left.
#[component]
fn Percent(tile: TileId, branch: BranchId) -> impl IntoView {
    let open = Open::get();
    let typed = RwSignal::new(None::<String>);
    let read = |text: &str| with_point(text).parse::<Decimal>().ok();
    let shown = move || written(&of_share(open, tile, branch, |one| one.percent).to_string());
    let wrong = wrong_at(open, open.site(Some(tile), Spot::Share(branch)));
    let unread =
        move || typed.with(|typed| typed.as_ref().is_some_and(|text| read(text).is_none()));
    view! {
        <span class="share-percent">
            <input
                type="text"
                class="input numeric"
                inputmode="decimal"
                autocomplete="off"
                data-testid=format!("branch-{branch}-percent")
                aria-label=move || t("split-percent")
                aria-invalid=move || (unread() || wrong.get()).to_string()
                prop:value=move || typed.get().unwrap_or_else(shown)
                on:input=move |event| {
                    let text = event_target_value(&event);
                    if let Some(percent) = read(&text) {
                        open.edit(JourneyEdit::SetShare(tile, branch, percent));
                    }
                    typed.set(Some(text));
                }
                on:blur=move |_| {
                    typed.set(None);
                    open.store.end_gesture();
                }
            />
            <span class="soft" aria-hidden="true">"%"</span>
        </span>
    }
}

fn of_shares<T: Default>(open: Open, tile: TileId, read: impl FnOnce(&[Share]) -> T) -> T {
    open.tile(tile, |tile| match &tile.kind {
        TileKind::Split { shares } => read(shares),
        _ => T::default(),
    })
}

fn of_share<T: Default>(
    open: Open,
    tile: TileId,
    branch: BranchId,
    read: impl FnOnce(&Share) -> T,
) -> T {
    of_shares(open, tile, |all| {
        all.iter().find(|one| one.id == branch).map(read).unwrap_or_default()
    })
}
