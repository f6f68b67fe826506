//! What a line says: the words of the canvas, for tiles and for branches.

use crate::editor::JourneyEdit;
use crate::editor::NewTile;
use crate::editor::outline::Line;
use crate::editor::summary;
use crate::model::id::TileId;
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;
use crate::ui::canvas::face::{self, Face};
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::strip;
use crate::ui::canvas::tile::problem_count;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::ground;
use crate::ui::words;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// The kind of tile; the Entry has none. `None` for a branch.
    pub kind: Option<Option<NewTile>>,
    pub title: String,
    pub text: String,
    /// What people left there.
    pub note: String,
    /// Whether it is a note on the ground.
    pub is_note: bool,
}

/// What a line says, tracked by the document and the language; nothing once it is gone.
pub fn of(canvas: Canvas, line: Line) -> Option<Said> {
    let face = match line {
        Line::Entry => face::of(canvas, canvas.journey.get()?.entry.id),
        Line::Tile(id) if canvas.is_note(id) => return of_note(canvas, id),
        Line::Tile(id) => face::of(canvas, id),
        Line::Branch(id, slot) => {
            return canvas.with_tile(id, |journey, tile| Said {
                kind: None,
                title: words::branch(tile, slot),
                text: canvas.store.read(|workspace| branch_text(workspace, journey, tile, slot)),
                note: String::new(),
                is_note: false,
            });
        }
    }?;
    let Face { kind, title, line, note } = face;
    Some(Said { kind: Some(kind), title, text: line, note: note.text, is_note: false })
}

/// A note on the ground, and by what it lies.
fn of_note(canvas: Canvas, id: TileId) -> Option<Said> {
    let journey = canvas.journey.get()?;
    let note = journey.ground_note(id)?;
    let text = ground::by(canvas.store, &journey, note);
    Some(Said { title: note.text.clone(), text, is_note: true, ..Said::default() })
}

/// When a branch is taken, and that it is empty.
fn branch_text(workspace: &Workspace, journey: &Journey, tile: &Tile, slot: Slot) -> String {
    let Slot::Branch(id) = slot else { return empty(tile, slot).unwrap_or_default() };
    let taken = match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            let branch = branches.iter().find(|branch| branch.id == id);
            branch.map(|branch| summary::words(workspace, journey, None, &branch.condition)).map(
                |rows| match rows.0.is_empty() {
                    true => t("line-no-condition"),
                    false => words::condition(&rows),
                },
            )
        }
        TileKind::WaitFor { waits, limit, .. } => {
            let wait = waits.iter().find(|wait| wait.id == id);
            wait.map(|wait| words::line(&summary::of_wait(workspace, journey, &wait.on, *limit)))
        }
        TileKind::Split { shares } if tile.kind.name_of_branch(id).is_some_and(is_named) => {
            let share = shares.iter().find(|share| share.id == id);
            share.map(|share| words::percent(share.percent))
        }
        _ => None,
    };
    let parts = [taken, empty(tile, slot)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn is_named(name: &str) -> bool {
    !name.trim().is_empty()
}

fn empty(tile: &Tile, slot: Slot) -> Option<String> {
    let branches = tile.branches();
    let inside = branches.iter().find(|(known, _)| *known == slot)?.1;
    inside.is_empty().then(|| t("outline-empty"))
}

/// Everything about a line, as it is read out.
pub fn aloud(canvas: Canvas, line: Line, said: &Said) -> String {
    let tile = tile_of(canvas, line);
    let counts = tile.and_then(|tile| canvas.counts(tile));
    let counted = match line {
        Line::Branch(..) => count(canvas, line),
        _ => counts.as_ref().map(strip::words),
    };
    let problems = tile.and_then(|tile| problem_count(canvas, tile)).map(|(words, _)| words);
    let title = if said.is_note {
        t_with("canvas-note", [("text", said.title.as_str().into())])
    } else if said.kind.is_none() {
        t_with("outline-branch", [("branch", said.title.as_str().into())])
    } else {
        said.title.clone()
    };
    let noted = (!said.note.is_empty())
        .then(|| t_with("canvas-note", [("text", said.note.as_str().into())]));
    let parts = [Some(title), Some(said.text.clone()), counted, problems, noted];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// How many came there in the last run.
pub fn count(canvas: Canvas, line: Line) -> Option<String> {
    let arrived = match line {
        Line::Branch(tile, slot) => {
            canvas.counts(tile)?.branches.get(&slot).copied().unwrap_or_default()
        }
        _ => canvas.counts(tile_of(canvas, line)?)?.arrived,
    };
    Some(numbers::count(arrived))
}

/// The tile that a line is about; a branch is about none.
pub fn tile_of(canvas: Canvas, line: Line) -> Option<TileId> {
    match line {
        Line::Entry => Some(canvas.journey.get()?.entry.id),
        Line::Tile(id) => Some(id),
        Line::Branch(..) => None,
    }
}

/// The name of its own that a line can have.
pub fn own_name(canvas: Canvas, line: Line) -> Option<String> {
    let journey = canvas.journey.get_untracked()?;
    match line {
        Line::Tile(id) => journey.tile(id).map(|tile| tile.name.clone()),
        Line::Branch(tile, Slot::Branch(id)) => {
            let name = journey.tile(tile)?.kind.name_of_branch(id)?;
            Some(name.to_owned())
        }
        Line::Entry | Line::Branch(..) => None,
    }
}

/// The edit that gives a line another name.
pub fn rename(line: Line, name: String) -> Option<JourneyEdit> {
    match line {
        Line::Tile(id) => Some(JourneyEdit::RenameTile(id, name)),
        Line::Branch(tile, Slot::Branch(id)) => Some(JourneyEdit::RenameBranch(tile, id, name)),
        Line::Entry | Line::Branch(..) => None,
    }
}
