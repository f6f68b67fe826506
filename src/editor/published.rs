//! What is published stays as it is (rule S9): what a journey does is changed in a draft.
//!
//! **Invariant:** no edit changes what becomes of a contact in a journey that is not a
//! draft. Words (names, descriptions, notes, the comment) and the target of the goal are free.

use crate::editor::life::can_be_replaced;
use crate::editor::{Command, JourneyEdit};
use crate::model::change::Change;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, JourneyState, Tile, TileKind};
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
        (is_bound && wordless(before) != wordless(after)).then_some((*id, before.state))
    })
}

/// A journey without what may change in every state.
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
    bare.tiles.iter_mut().for_each(strip);
    bare
}

fn strip(tile: &mut Tile) {
    tile.name.clear();
    tile.note = Note::default();
    match &mut tile.kind {
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
    tile.kind.sequences_mut().into_iter().flatten().for_each(strip);
}
