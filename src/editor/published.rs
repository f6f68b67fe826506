//! What is published stays as it is (rule S9): what a journey does is changed in a draft.
//!
//! **Invariant:** no edit changes what becomes of a contact in a journey that is not a
//! draft. Words (names, descriptions, notes, the comment) and the target of the goal are free.

use std::sync::Arc;

use crate::editor::life::can_be_replaced;
use crate::editor::{Command, JourneyEdit};
use crate::model::change::Change;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, JourneyState, Sequence, Tile, TileKind};
use crate::model::note::Note;
use crate::model::workspace::Workspace;

/// Where what a published journey does can be changed instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// In the draft that is to replace it.
    Open(JourneyId),
    /// In a new version.
    NewVersion,
    /// In the journey itself, once it is a draft again.
    ToDraft,
    /// In a copy.
    Copy,
}

impl Instead {
    /// What makes the draft; none where it is there.
    pub fn command(self, id: JourneyId) -> Option<Command> {
        match self {
            Self::Open(_) => None,
            Self::NewVersion => Some(Command::NewVersion(id, String::new())),
            Self::ToDraft => Some(Command::Journey(id, JourneyEdit::SetState(JourneyState::Draft))),
            Self::Copy => Some(Command::DuplicateJourney(id)),
        }
    }
}

/// Where to edit what that journey does; `None` for a draft.
pub fn instead(workspace: &Workspace, id: JourneyId) -> Option<Instead> {
    let state = workspace.journeys.get(&id)?.state;
    if let Some(next) = workspace.next_draft(id) {
        return Some(Instead::Open(next));
    }
    match state {
        JourneyState::Draft => None,
        JourneyState::Scheduled => Some(Instead::ToDraft),
        _ if can_be_replaced(state) => Some(Instead::NewVersion),
        _ => Some(Instead::Copy),
    }
}

/// The first published journey that does something else after that change. Those that are
/// over only count where the edit is of them: they do nothing any more.
pub(super) fn changed(
    change: &Change,
    edited: Option<JourneyId>,
) -> Option<(JourneyId, JourneyState)> {
    change.journeys.iter().find_map(|(id, (before, after))| {
        let (before, after) = (before.as_ref()?, after.as_ref()?);
        let is_bound = match before.state {
            JourneyState::Draft => false,
            JourneyState::Completed | JourneyState::Stopped => edited == Some(*id),
            _ => true,
        };
        (is_bound && !does_the_same(before, after)).then_some((*id, before.state))
    })
}

/// Whether nothing is another but words and the target of the goal.
fn does_the_same(before: &Journey, after: &Journey) -> bool {
    wordless(before) == wordless(after) && do_the_same(&before.tiles, &after.tiles)
}

fn do_the_same(before: &Sequence, after: &Sequence) -> bool {
    before.len() == after.len()
        && before.iter().zip(after).all(|(one, other)| {
            Arc::ptr_eq(one, other) || {
                let branches = one.kind.sequences().into_iter().zip(other.kind.sequences());
                let mut branches = branches;
                strip(one) == strip(other) && branches.all(|(one, other)| do_the_same(one, other))
            }
        })
}

/// A journey without its tiles and what may change in every state.
fn wordless(journey: &Journey) -> Journey {
    let mut bare = journey.clone();
    bare.state = JourneyState::Draft;
    bare.name.clear();
    bare.description.clear();
    bare.version.comment.clear();
    if let Some(goal) = &mut bare.goal {
        goal.target = None;
    }
    bare.entry.note = Note::default();
    bare.notes.clear();
    bare.tiles.clear();
    bare
}

/// A tile without its words and what is on its branches.
fn strip(tile: &Tile) -> Tile {
    let mut bare = Tile { name: String::new(), note: Note::default(), ..tile.clone() };
    match &mut bare.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter_mut().for_each(|branch| branch.name.clear());
        }
        TileKind::WaitFor { waits, .. } => waits.iter_mut().for_each(|wait| wait.name.clear()),
        TileKind::Split { shares } => shares.iter_mut().for_each(|share| share.name.clear()),
        TileKind::Wait(_)
        | TileKind::CustomTrigger { .. }
        | TileKind::Message { .. }
        | TileKind::Exit => {}
    }
    bare.kind.sequences_mut().into_iter().for_each(Vec::clear);
    bare
}
