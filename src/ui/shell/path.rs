//! Where one is, as links: workspace, page, journey, branch, tile; and back and
//! forward between the places visited.

use leptos::prelude::*;

use crate::editor::session::branches_around;
use crate::editor::{Page, Selection};
use crate::model::id::{JourneyId, TileId};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::shell::state::JourneyStateView;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::words::{self, version_name};

/// Back and forward.
#[component]
pub fn Steps() -> impl IntoView {
    view! {
        <div class="topbar-steps hide-narrow">
            {step(true, "key-back", IconName::ArrowLeft)}
            {step(false, "key-forward", IconName::ArrowRight)}
        </div>
    }
}

fn step(back: bool, words: &'static str, icon: IconName) -> AnyView {
    let store = Store::get();
    let cannot = move || {
        store.session_revision();
        !store.editor(|editor| editor.can_step(back))
    };
    view! {
        <IconButton
            icon
            label=words
            class="button button-quiet button-icon"
            test_id=words
            enabled=Signal::derive(move || !cannot())
            on_click=move |()| store.step(back)
        />
    }
    .into_any()
}

/// Where one is.
#[component]
pub fn Path() -> impl IntoView {
    let store = Store::get();
    let page = Watch::new(move |_| store.session(|session| session.page));
    let home = Signal::derive(move || named(store.read(|w| w.settings.name.clone())));
    view! {
        <nav class="topbar-path" aria-label=move || t("path")>
            {crumb("crumb-home", home, Callback::new(move |()| store.open(Page::Map)))}
            {changing(move || {
                let page = page.get();
                let (words, list) = list_of(page);
                let words = Signal::derive(move || t(words));
                let journey = match page {
                    Page::Journey(id) => Some(journey(store, id)),
                    _ => None,
                };
                view! {
                    <Icon name=IconName::ChevronRight/>
                    {crumb("crumb-page", words, Callback::new(move |()| store.open(list)))}
                    {journey}
                }
                    .into_any()
            })}
        </nav>
    }
}

/// The journey, and what is selected there.
fn journey(store: Store, id: JourneyId) -> AnyView {
    let facts = Watch::new(move |_| {
        let found = store.journey(id)?;
        Some((found.name.clone(), store.read(|w| w.version_number(&found)), found.state))
    });
    let tile = Watch::new(move |_| tile_words(store, id));
    let facts = move || {
        let (name, number, state) = facts.get()?;
        let name = named(name);
        let title = name.clone();
        Some(
            view! {
                <h1 class="truncate crumb" title=title data-testid="journey-name">
                    <button type="button" class="truncate" on:click=move |_| store.select(Selection::Journey)>
                        {name}
                    </button>
                </h1>
                {number
                    .map(|number| {
                        let version = move || version_name(number);
                        view! { <span class="soft" data-testid="journey-version">{version}</span> }.into_any()
                    })}
                <JourneyStateView state=state/>
            }
            .into_any(),
        )
    };
    let tile = move || {
        let (branch, title) = tile.get()?;
        let branch = branch.map(|(owner, tile, branch)| {
            let args = [("branch", branch.clone().into()), ("tile", tile.clone().into())];
            let words = t_with("crumb-branch", args);
            // However long the tile's name is, its branch can be read.
            view! {
                <Icon name=IconName::ChevronRight/>
                <button
                    type="button"
                    class="button button-quiet button-small crumb crumb-tile crumb-branch"
                    title=words.clone()
                    aria-label=words
                    on:click=move |_| store.open_tile(id, Selection::tile(owner))
                >
                    <span class="truncate">{tile}</span>
                    <Icon name=IconName::ChevronRight/>
                    <span class="truncate">{branch}</span>
                </button>
            }
            .into_any()
        });
        let again = Callback::new(move |()| {
            store.open_tile(id, store.peek_session(|session| session.selection.clone()));
        });
        Some(
            view! {
                {branch}
                <Icon name=IconName::ChevronRight/>
                {crumb("crumb-tile", Signal::stored(title), again)}
            }
            .into_any(),
        )
    };
    view! {
        <Icon name=IconName::ChevronRight/>
        {facts}
        {tile}
    }
    .into_any()
}

/// A tile with branches, what it is called, and what one of its branches is called.
type OnBranch = (TileId, String, String);

/// The branch around the tile that is selected alone, and that tile; tracked.
fn tile_words(store: Store, id: JourneyId) -> Option<(Option<OnBranch>, String)> {
    let journey = store.journey(id)?;
    let tile = match store.session(|session| session.selection.clone()) {
        Selection::Journey => return None,
        Selection::Entry => return Some((None, t("tile-entry"))),
        selection => journey.tile(selection.only()?)?,
    };
    store.read(|workspace| {
        let around = branches_around(&journey, tile.id);
        let branch = around.first().and_then(|(owner, slot)| {
            let owner = journey.tile(*owner)?;
            let tile = words::title_in(workspace, &journey, owner);
            Some((owner.id, tile, words::branch(owner, *slot)))
        });
        Some((branch, words::title_in(workspace, &journey, tile)))
    })
}

/// A link of the path.
fn crumb(class: &'static str, words: Signal<String>, run: Callback<()>) -> AnyView {
    view! {
        <button
            type="button"
            class=format!("button button-quiet button-small crumb {class}")
            title=move || words.get()
            on:click=move |_| run.run(())
        >
            <span class="truncate">{move || words.get()}</span>
        </button>
    }
    .into_any()
}

/// The list that a page belongs to, and its words.
fn list_of(page: Page) -> (&'static str, Page) {
    match page {
        Page::Journeys | Page::Journey(_) | Page::Versions(_) => ("journeys", Page::Journeys),
        Page::Map => ("map", Page::Map),
        Page::Triggers(_) => ("triggers", Page::Triggers(None)),
        Page::Flows(_) => ("flows", Page::Flows(None)),
        Page::Tables(_) => ("tables", Page::Tables(None)),
        Page::Segments(_) => ("segments", Page::Segments(None)),
        Page::Contacts => ("contacts", Page::Contacts),
        Page::Behaviour(_) => ("behaviour", Page::Behaviour(None)),
        Page::Tests(_) => ("tests", Page::Tests(None)),
        Page::Settings => ("settings", Page::Settings),
        Page::Checks(_) => ("problems", Page::Checks(None)),
    }
}

fn named(name: String) -> String {
    if name.trim().is_empty() { t("nameless") } else { name }
}
