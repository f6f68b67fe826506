//! The settings of a note on the ground: what it says, by what it lies.

use leptos::prelude::*;

use crate::editor::{JourneyEdit, Tiles};
use crate::model::id::{JourneyId, TileId};
use crate::ui::canvas::actions;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::ground::by;
use crate::ui::properties::open::Open;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::TextArea;

/// The pane of a note on the ground.
#[component]
pub fn GroundNotePane(
    /// The journey.
    journey: JourneyId,
    /// The note.
    note: TileId,
) -> impl IntoView {
    let (canvas, open) = (Canvas::get(), Open { store: Store::get(), id: Some(journey) });
    let text = Watch::new(move |before: Option<&String>| {
        let text = open.read(|_, it| it.ground_note(note).map(|note| note.text.clone()));
        text.or_else(|| before.cloned()).unwrap_or_default()
    });
    let place = move || {
        let journey = canvas.journey.get()?;
        Some(by(open.store, &journey, journey.ground_note(note)?))
    };
    let act = move |act: fn(Canvas, Tiles)| act(canvas, note.into());
    view! {
        <header class="pane-head">
            <span class="pane-chip" data-family="note">
                <Icon name=IconName::StickyNote/>
            </span>
            <div class="pane-head-text">
                <span class="pane-kind">{move || place()}</span>
                <div class="pane-head-line">
                    <h2 class="pane-title">{move || t("note")}</h2>
                </div>
            </div>
        </header>
        <div class="pane-body">
            <section class="pane-section">
                <div class="note-fields">
                    <label class="note-text">
                        <span class="field-label">{move || t("ground-text")}</span>
                        <TextArea
                            value=Signal::derive(move || text.get())
                            // A text that is deleted whole is mostly about to be another one.
                            on_input=move |text: String| if !text.is_empty() {
                                open.edit(JourneyEdit::WriteNote(note, text));
                            }
                        />
                    </label>
                    <p class="field-help">{move || t("note-help")}</p>
                    <div class="several-acts">
                        <Button
                            label="menu-duplicate"
                            icon=IconName::Copy
                            test_id="ground-duplicate"
                            on_click=move |()| act(actions::duplicate)
                        />
                        <Button
                            label="note-delete"
                            icon=IconName::Trash2
                            test_id="ground-delete"
                            on_click=move |()| act(actions::delete)
                        />
                    </div>
                </div>
            </section>
        </div>
    }
}
