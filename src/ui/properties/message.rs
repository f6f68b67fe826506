//! A Message tile: where it is sent, and which content.

use leptos::prelude::*;

use crate::check::{At, Spot, Wanted};
use crate::editor::JourneyEdit;
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::{Channel, TileKind};
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Labelled, Says, SaysWhole, Section, wrong_at};
use crate::ui::properties::source::SourcePicker;
use crate::ui::widgets::inputs::{Field, TextInput};

/// The settings of a Message tile.
#[component]
pub fn MessagePane(
    /// The tile.
    tile: TileId,
    /// How it is sent.
    channel: Channel,
) -> impl IntoView {
    let open = Open::get();
    let (recipient, content) =
        (open.site(Some(tile), Spot::Recipient), open.site(Some(tile), Spot::Content));
    let to = Signal::derive(move || {
        open.tile(tile, |tile| match &tile.kind {
            TileKind::Message { to, .. } => *to,
            _ => None,
        })
    });
    let text = Signal::derive(move || {
        open.tile(tile, |tile| match &tile.kind {
            TileKind::Message { content, .. } => content.clone(),
            _ => String::new(),
        })
    });
    let choose = move |(source, _): (Source, Type)| {
        open.edit(JourneyEdit::SetRecipient(tile, Some(source)));
    };
    let write = move |text: String| {
        open.edit(JourneyEdit::SetContent(tile, text));
    };
    let placeholder = move || {
        t(match channel {
            Channel::Email => "content-example-email",
            Channel::TextMessage => "content-example-text-message",
            Channel::Push => "content-example-push",
        })
    };
    view! {
        <Section title=Signal::derive(|| t("message-title"))>
            <p class="soft small">{move || t("message-about")}</p>
            <SaysWhole tile=Some(tile)/>
            <Field label=Signal::derive(|| t("message-content")) help=Signal::derive(|| t("message-content-about"))>
                <TextInput
                    value=text
                    on_input=write
                    placeholder=Signal::derive(placeholder)
                    invalid=wrong_at(open, content)
                    test_id="message-content"
                />
            </Field>
            <Says site=content/>
            <Labelled label=Signal::derive(|| t("message-to"))>
                <SourcePicker
                    label=Signal::derive(|| t("message-to"))
                    at=At::Tile(tile)
                    wanted=Signal::stored(Wanted::Recipient)
                    value=to
                    on_choose=choose
                    invalid=wrong_at(open, recipient)
                    test_id="message-to"
                />
            </Labelled>
            <Says site=recipient/>
        </Section>
    }
}
