//! What a tile shows: its family, icon, title and line.

use crate::editor::NewTile;
use crate::editor::summary;
use crate::model::id::TileId;
use crate::model::journey::Channel;
use crate::model::note::Note;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::words;

/// What a tile shows, in words of the language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Face {
    /// The kind; `None` for the Entry.
    pub kind: Option<NewTile>,
    pub title: String,
    pub line: String,
    /// What people left there.
    pub note: Note,
}

/// The face of a tile by id, the Entry included; tracked by the document and the
/// language.
pub fn of(canvas: Canvas, id: TileId) -> Option<Face> {
    let journey = canvas.journey.get()?;
    if id == journey.entry.id {
        let summary = canvas.store.read(|workspace| summary::of_entry(workspace, &journey));
        return Some(Face {
            title: t("tile-entry"),
            line: words::line(&summary),
            note: journey.entry.note.clone(),
            ..Face::default()
        });
    }
    canvas.with_tile(id, |journey, tile| {
        canvas.store.read(|workspace| Face {
            kind: Some(summary::kind(tile)),
            title: words::title_in(workspace, journey, tile),
            line: words::line(&summary::of_tile(workspace, journey, tile)),
            note: tile.note.clone(),
        })
    })
}

/// What styles and tests call a kind of tile; `None` is the Entry.
pub fn key(kind: Option<NewTile>) -> &'static str {
    match kind {
        None => "entry",
        Some(NewTile::AttributeBranch) => "attribute-branch",
        Some(NewTile::WaitForTrigger) => "wait-for-trigger",
        Some(NewTile::Split) => "split",
        Some(NewTile::Wait) => "wait",
        Some(NewTile::Message(Channel::Email)) => "email",
        Some(NewTile::Message(Channel::TextMessage)) => "text-message",
        Some(NewTile::Message(Channel::Push)) => "push",
        Some(NewTile::CustomTrigger) => "custom-trigger",
        Some(NewTile::Exit) => "exit",
    }
}

/// The family whose colour a tile has.
pub fn family(kind: Option<NewTile>) -> &'static str {
    match kind {
        None => "entry",
        Some(NewTile::AttributeBranch | NewTile::WaitForTrigger | NewTile::Split) => "branch",
        Some(NewTile::Wait) => "wait",
        Some(NewTile::Message(_)) => "message",
        Some(NewTile::CustomTrigger) => "trigger",
        Some(NewTile::Exit) => "exit",
    }
}

/// The icon of a kind of tile.
pub fn icon(kind: Option<NewTile>) -> IconName {
    match kind {
        None => IconName::LogIn,
        Some(NewTile::AttributeBranch) => IconName::Split,
        Some(NewTile::WaitForTrigger) => IconName::Hourglass,
        Some(NewTile::Split) => IconName::Percent,
        Some(NewTile::Wait) => IconName::Clock,
        Some(NewTile::Message(Channel::Email)) => IconName::Mail,
        Some(NewTile::Message(Channel::TextMessage)) => IconName::MessageSquare,
        Some(NewTile::Message(Channel::Push)) => IconName::Bell,
        Some(NewTile::CustomTrigger) => IconName::Zap,
        Some(NewTile::Exit) => IconName::Flag,
    }
}
