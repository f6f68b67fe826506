//! The head of the pane: what is selected, its name to edit, and what can be done
//! with the whole of it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::check::{Site, Spot};
use crate::editor::{Command, JourneyEdit, NewTile, Page, Selection};
use crate::model::id::TileId;
use crate::model::journey::JourneyState;
use crate::ui::canvas::face;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::problems::inline::is_wrong;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::Says;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::confirm::{Question, Questions};
use crate::ui::words;

/// The head over the journey's settings.
#[component]
pub fn JourneyHeader() -> impl IntoView {
    let (open, questions) = (Open::get(), Questions::get());
    let rename = move |name| {
        open.edit(JourneyEdit::Rename(name));
    };
    let duplicate = move |()| {
        if let Some(id) = open.id {
            open.store.run(Command::DuplicateJourney(id));
        }
    };
    let is_draft = move || open.read(|_, journey| journey.state == JourneyState::Draft);
    let delete_label =
        move || t(if is_draft() { "journey-delete" } else { "journey-delete-draft-only" });
    let site = open.site(None, Spot::Name);
    name_first(open);
    view! {
        <Head icon=IconName::Route family="journey" kind=Signal::derive(|| t("kind-journey"))>
            <Title
                value=Signal::derive(move || open.read(|_, journey| journey.name.clone()))
                placeholder=Signal::derive(|| t("nameless"))
                on_input=rename
                site
                test_id="pane-journey-name"
            />
            <IconButton icon=IconName::Copy label="journey-duplicate" on_click=duplicate/>
            <IconButton
                icon=IconName::Trash2
                label=Signal::derive(delete_label)
                on_click=move |()| delete_journey(open, questions)
                enabled=Signal::derive(is_draft)
            />
        </Head>
        <Says site/>
    }
}

/// The head over the Entry's settings.
#[component]
pub fn EntryHeader() -> impl IntoView {
    view! {
        <Head icon=IconName::LogIn family="entry" kind=Signal::derive(|| t("kind-entry"))>
            <h2 class="pane-title">{move || t("tile-entry")}</h2>
        </Head>
    }
}

/// The head over a tile's settings.
#[component]
pub fn TileHeader(
    /// The tile.
    tile: TileId,
    /// What it is.
    kind: NewTile,
) -> impl IntoView {
    let (open, questions) = (Open::get(), Questions::get());
    let (icon, family) = (face::icon(Some(kind)), face::family(Some(kind)));
    let rename = move |name| {
        open.edit(JourneyEdit::RenameTile(tile, name));
    };
    let duplicate = move |()| {
        open.edit(JourneyEdit::Duplicate(tile.into()));
    };
    let title = move || open.read(|workspace, journey| words::title_of(workspace, journey, tile));
    let site = open.site(Some(tile), Spot::Name);
    view! {
        <Head icon family kind=Signal::derive(move || words::kind(kind))>
            <Title
                value=Signal::derive(move || open.tile(tile, |tile| tile.name.clone()))
                placeholder=Signal::derive(title)
                on_input=rename
                site
                test_id="tile-name"
            />
            <IconButton
                icon=IconName::Copy
                label="tile-duplicate"
                on_click=duplicate
                test_id="duplicate-tile"
            />
            <IconButton
                icon=IconName::Trash2
                label="tile-delete"
                on_click=move |()| delete_tile(open, questions, tile)
                test_id="delete-tile"
            />
        </Head>
        <Says site/>
    }
}

#[component]
fn Head(
    icon: IconName,
    family: &'static str,
    #[prop(into)] kind: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <header class="pane-head">
            <span class="pane-chip" data-family=family>
                <Icon name=icon/>
            </span>
            <div class="pane-head-text">
                <span class="pane-kind">{move || kind.get()}</span>
                <div class="pane-head-line">{children()}</div>
            </div>
        </header>
    }
}

/// The name, to edit in place.
#[component]
fn Title(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] placeholder: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    site: Site,
    test_id: &'static str,
) -> impl IntoView {
    let store = Open::get().store;
    view! {
        <input
            type="text"
            class="pane-title"
            autocomplete="off"
            spellcheck="false"
            data-testid=test_id
            aria-label=move || t("name")
            aria-invalid=move || is_wrong(store, site).to_string()
            title=move || value.get()
            placeholder=move || placeholder.get()
            prop:value=move || value.get()
            on:input=move |event| on_input.run(event_target_value(&event))
            on:change=move |_| store.end_gesture()
        />
    }
}

/// Lets the name of a journey that has just been added be typed at once.
fn name_first(open: Open) {
    if !open.store.to_name.get_untracked() {
        return;
    }
    request_animation_frame(move || {
        open.store.to_name.set(false);
        let found = document().query_selector("[data-testid=pane-journey-name]").ok().flatten();
        if let Some(field) = found.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            // A refusal leaves the focus where it is.
            let _ = field.focus();
            field.select();
        }
    });
}

/// Deletes the tile; asks when tiles on its branches go with it.
fn delete_tile(open: Open, questions: Questions, tile: TileId) {
    let run = Callback::new(move |()| {
        open.edit(JourneyEdit::Delete(tile.into()));
    });
    let inside =
        open.peek(|_, journey| journey.tile(tile).map_or(0, |tile| tile.subtree().len() - 1));
    if inside == 0 {
        return run.run(());
    }
    let title =
        open.peek(|workspace, journey| untrack(|| words::title_of(workspace, journey, tile)));
    questions.ask(untrack(|| Question {
        title: t_with("tile-delete-title", [("name", title.into())]),
        body: t_with(
            "tile-delete-body",
            [("count", inside.into()), ("n", numbers::count(inside as u64).into())],
        ),
        action: t("delete"),
        run,
    }));
}

/// Deletes the journey and shows the list of those that are left.
fn delete_journey(open: Open, questions: Questions) {
    let run = Callback::new(move |()| {
        if open.id.and_then(|id| open.store.run(Command::DeleteJourney(id))).is_some() {
            open.store.open(Page::Journeys);
        }
    });
    let name = open.peek(|_, journey| journey.name.clone());
    let is_empty = open.peek(|_, journey| journey.tiles.is_empty());
    if is_empty {
        return run.run(());
    }
    questions.ask(untrack(|| Question {
        title: t_with("journey-delete-title", [("name", name.into())]),
        body: t("journey-delete-body"),
        action: t("delete"),
        run,
    }));
}

/// What is shown for a selection: a tile of that kind, the Entry, or the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// The journey itself.
    #[default]
    Journey,
    /// The Entry, with its id.
    Entry(TileId),
    /// A tile.
    Tile(TileId, NewTile),
    /// A note on the ground.
    Note(TileId),
    /// Several tiles.
    Several,
}

impl Shown {
    /// What a selection shows; the journey where the tile is gone. Tracked.
    pub fn of(open: Open, selection: &Selection) -> Self {
        open.read(|_, journey| match selection {
            Selection::Journey => Self::Journey,
            Selection::Entry => Self::Entry(journey.entry.id),
            Selection::Tiles(tiles) => match tiles.only() {
                Some(id) => match journey.tile(id) {
                    Some(tile) => Self::Tile(id, crate::editor::summary::kind(tile)),
                    None if journey.ground_note(id).is_some() => Self::Note(id),
                    None => Self::Journey,
                },
                None => Self::Several,
            },
        })
    }
}
