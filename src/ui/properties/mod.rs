//! The properties pane: an editor for every setting of what is selected, with what
//! is wrong said beside it.
//!
//! **Invariant:** every control reads the document and sends a command; typing joins
//! into one undo step, which ends when the field is left.

pub mod branches;
pub mod condition;
mod custom_trigger;
mod entry;
mod exits;
mod goal;
mod header;
mod journey;
mod listener;
mod mapping;
mod message;
pub mod open;
pub mod parts;
mod schedule;
pub mod segments;
pub mod source;
mod split;
mod timing;

mod trigger_editor;
mod trigger_picker;
mod used_in;
pub mod value;
mod wait;
mod waits;

use leptos::prelude::*;

use crate::editor::{NewTile, Refusal};
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::JourneyState;
use crate::ui::i18n::t;
use crate::ui::later::{Part, later};
use crate::ui::life::EditInstead;
use crate::ui::properties::branches::AttributeBranchPane;
use crate::ui::properties::custom_trigger::CustomTriggerPane;
use crate::ui::properties::entry::EntryPane;
use crate::ui::properties::header::{EntryHeader, JourneyHeader, Shown, TileHeader};
use crate::ui::properties::journey::JourneyPane;
use crate::ui::properties::message::MessagePane;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::Unfold;
use crate::ui::properties::split::SplitPane;
use crate::ui::properties::timing::ExitPane;
use crate::ui::properties::wait::WaitPane;
use crate::ui::properties::waits::WaitForPane;
use crate::ui::store::Store;
use crate::ui::watch::Watch;

/// The settings of what is selected in the journey of that id.
#[component]
pub fn PropertiesPane(
    /// The journey.
    journey: JourneyId,
) -> impl IntoView {
    let open = Open { store: Store::get(), id: Some(journey) };
    provide_context(open);
    let shown =
        Watch::new(move |_| open.store.session(|session| Shown::of(open, &session.selection)));
    let now = move || {
        // What was typed into a published journey is taken back.
        open.store.refused.track();
        shown.get()
    };
    view! {
        <aside class="properties" data-testid="properties" aria-label=move || t("properties")>
            <Published/>
            {move || match now() {
                Shown::Journey => view! {
                    <JourneyHeader/>
                    <div class="pane-body"><JourneyPane/></div>
                }.into_any(),
                Shown::Entry(tile) => view! {
                    <EntryHeader/>
                    <div class="pane-body"><EntryPane tile/><NoteLine tile/></div>
                }.into_any(),
                Shown::Several => later(Part::Several),
                Shown::Note(note) => later(Part::GroundNote(journey, note)),
                Shown::Tile(tile, kind) => view! {
                    <TileHeader tile kind/>
                    <div class="pane-body">
                        {match kind {
                            NewTile::AttributeBranch => view! { <AttributeBranchPane tile/> }.into_any(),
                            NewTile::WaitForTrigger => view! { <WaitForPane tile/> }.into_any(),
                            NewTile::Split => view! { <SplitPane tile/> }.into_any(),
                            NewTile::Message(channel) => view! { <MessagePane tile channel/> }.into_any(),
                            NewTile::Wait => view! { <WaitPane tile/> }.into_any(),
                            NewTile::CustomTrigger => view! { <CustomTriggerPane tile/> }.into_any(),
                            NewTile::Exit => view! { <ExitPane tile/> }.into_any(),
                        }}
                        <NoteLine tile/>
                    </div>
                }.into_any(),
            }}
        </aside>
    }
}

/// The note at a tile or at the Entry, below its settings.
#[component]
fn NoteLine(tile: TileId) -> impl IntoView {
    let open = Open::get();
    let noted = Watch::new(move |_| open.read(|_, journey| !journey.note_at(tile).is_empty()));
    open.id.map(|id| {
        view! {
            <section class="pane-section">
                <Unfold
                    words=Signal::derive(|| t("note"))
                    part=Part::Note(id, tile)
                    test_id="note-unfold"
                    open=Signal::derive(move || noted.get())
                />
            </section>
        }
        .into_any()
    })
}

/// Says of a journey that is no draft where what it does can be changed (rule S9).
#[component]
fn Published() -> impl IntoView {
    let open = Open::get();
    let state = Watch::new(move |_| open.read(|_, journey| journey.state));
    move || {
        let (id, state) = (open.id?, state.get());
        let words = Refusal::Published { journey: id, state }.message();
        (state != JourneyState::Draft).then(|| {
            view! {
                <div class="pane-published small" data-testid="published">
                    <span>{move || t(words)}</span>
                    <EditInstead id/>
                </div>
            }
            .into_any()
        })
    }
}
