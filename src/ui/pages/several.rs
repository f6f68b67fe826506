//! The properties pane when several tiles are selected: how many of which kind, and
//! what can be done with all of them.

use leptos::prelude::*;

use crate::editor::{NewTile, Selection, summary};
use crate::ui::canvas::actions;
use crate::ui::canvas::face;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::clipboard;
use crate::ui::toast::Toasts;
use crate::ui::widgets::button::Button;
use crate::ui::words;

/// The pane of the tiles that are selected.
#[component]
pub fn SeveralPane() -> impl IntoView {
    let (canvas, toasts) = (Canvas::get(), Toasts::get());
    let count = move || {
        canvas.store.session(|session| session.selection.tiles().map_or(0, |tiles| tiles.count()))
    };
    let title = move || t_with("several-title", [("n", numbers::count(count() as u64).into())]);
    let act = move |act: fn(Canvas, crate::editor::Tiles)| {
        if let Selection::Tiles(tiles) = canvas.selection() {
            act(canvas, tiles);
        }
    };
    view! {
        <header class="pane-head">
            <span class="pane-chip" data-family="journey">
                <Icon name=IconName::Copy/>
            </span>
            <div class="pane-head-text">
                <span class="pane-kind">{move || t("several")}</span>
                <div class="pane-head-line">
                    <h2 class="pane-title" role="status" data-testid="several-title">{move || title()}</h2>
                </div>
            </div>
        </header>
        <div class="pane-body">
            <section class="pane-section">
                <ul class="several-kinds">{move || kinds(canvas)}</ul>
                <div class="several-acts">
                    <Button
                        label="menu-duplicate"
                        icon=IconName::Copy
                        test_id="several-duplicate"
                        on_click=move |()| act(actions::duplicate)
                    />
                    <Button
                        label="menu-copy"
                        icon=IconName::Copy
                        test_id="several-copy"
                        on_click=move |()| clipboard::copy(canvas, toasts, None, false)
                    />
                    <Button
                        label="delete"
                        icon=IconName::Trash2
                        test_id="several-delete"
                        on_click=move |()| act(actions::delete)
                    />
                </div>
                <p class="soft small">{move || t("several-help")}</p>
            </section>
        </div>
    }
}

/// How many tiles of each kind are selected.
fn kinds(canvas: Canvas) -> AnyView {
    let Some(journey) = canvas.journey.get() else { return ().into_any() };
    let chosen = canvas.store.session(|session| session.selection.clone());
    let Some(tiles) = chosen.tiles() else { return ().into_any() };
    let all = journey.all_tiles();
    let found: Vec<NewTile> =
        all.iter().filter(|tile| tiles.contains(tile.id)).map(|tile| summary::kind(tile)).collect();
    let line = |kind: NewTile| {
        let count = found.iter().filter(|one| **one == kind).count();
        (count > 0).then(|| {
            view! {
                <li class="several-kind" data-family=face::family(Some(kind))>
                    <span class="tile-chip">
                        <Icon name=face::icon(Some(kind))/>
                    </span>
                    <span>{words::kind(kind)}</span>
                    <span class="numeric soft">{numbers::count(count as u64)}</span>
                </li>
            }
        })
    };
    let notes = journey.notes.iter().filter(|note| tiles.contains(note.id)).count();
    let notes = (notes > 0).then(|| {
        view! {
            <li class="several-kind" data-family="note">
                <span class="tile-chip">
                    <Icon name=IconName::StickyNote/>
                </span>
                <span>{t("note")}</span>
                <span class="numeric soft">{numbers::count(notes as u64)}</span>
            </li>
        }
    });
    (NewTile::ALL.into_iter().map(line).collect_view(), notes).into_any()
}
