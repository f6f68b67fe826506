//! What the panes share: the journey that they show and the places of its settings.
//!
//! **Invariant:** a pane keeps no copy of a setting. It reads the journey through
//! [`Open`] and sends the complete new setting back.

use leptos::prelude::*;

use crate::check::{At, Holder, Site, Spot, Subject};
use crate::editor::{Command, JourneyEdit, Outcome};
use crate::model::condition::Condition;
use crate::model::entry::ExitOn;
use crate::model::id::{BranchId, ExitId, JourneyId, SegmentId, TileId};
use crate::model::journey::{ExitCriterion, Goal, Journey, Listener, Tile, TileKind, WaitOn};
use crate::model::segment::Segment;
use crate::model::workspace::Workspace;
use crate::ui::store::Store;

/// The journey whose settings are shown. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Open {
    /// The store.
    pub store: Store,
    /// The journey; none where a segment is edited.
    pub id: Option<JourneyId>,
}

impl Open {
    /// The journey of the pane around the caller.
    pub fn get() -> Self {
        expect_context()
    }

    /// Reads the journey; tracked. What has a default is that where the journey is gone.
    pub fn read<T: Default>(self, read: impl FnOnce(&Workspace, &Journey) -> T) -> T {
        self.store.read(|workspace| self.of(workspace, read))
    }

    /// As [`read`](Self::read), not tracked.
    pub fn peek<T: Default>(self, read: impl FnOnce(&Workspace, &Journey) -> T) -> T {
        self.store.peek(|workspace| self.of(workspace, read))
    }

    /// Reads a tile of the journey; tracked.
    pub fn tile<T: Default>(self, id: TileId, read: impl FnOnce(&Tile) -> T) -> T {
        self.read(|_, journey| journey.tile(id).map(read).unwrap_or_default())
    }

    /// Edits the journey.
    pub fn edit(self, edit: JourneyEdit) -> Option<Outcome> {
        self.store.run(Command::Journey(self.id?, edit))
    }

    /// A setting of the journey or of one of its tiles, as findings name it.
    pub fn site(self, tile: Option<TileId>, spot: Spot) -> Site {
        Site { subject: self.subject(), tile, spot }
    }

    fn subject(self) -> Subject {
        self.id.map_or(Subject::Workspace, Subject::Journey)
    }

    fn of<T: Default>(
        self,
        workspace: &Workspace,
        read: impl FnOnce(&Workspace, &Journey) -> T,
    ) -> T {
        let journey = self.id.and_then(|id| workspace.journeys.get(&id));
        journey.map(|found| read(workspace, found)).unwrap_or_default()
    }
}

/// Something that listens to a trigger under a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listening {
    /// The Entry.
    Entry,
    /// A wait of an If/then tile.
    Wait(TileId, BranchId),
    /// The goal.
    Goal,
    /// An exit criterion.
    Exit(ExitId),
}

impl Listening {
    /// What it listens to.
    pub fn read(self, journey: &Journey) -> Option<&Listener> {
        match self {
            Self::Entry => journey.entry.listener(),
            Self::Wait(tile, branch) => {
                let mut waits = journey.tile(tile)?.kind.waits().iter();
                waits.find(|wait| wait.id == branch)?.on.listener()
            }
            Self::Goal => journey.goal.as_ref().map(|goal| &goal.on),
            Self::Exit(id) => journey.exits.iter().find(|exit| exit.id == id)?.on.listener(),
        }
    }

    /// The edit that makes it listen to that.
    pub fn write(self, journey: &Journey, on: Listener) -> JourneyEdit {
        match self {
            Self::Entry => JourneyEdit::SetEntry(on),
            Self::Wait(tile, branch) => JourneyEdit::SetWaitOn(tile, branch, WaitOn::Trigger(on)),
            Self::Goal => {
                let target = journey.goal.as_ref().and_then(|goal| goal.target);
                JourneyEdit::SetGoal(Some(Goal { on, target }))
            }
            Self::Exit(id) => JourneyEdit::SetExit(ExitCriterion { id, on: ExitOn::Trigger(on) }),
        }
    }

    /// The tile that findings about it name, and what holds it there.
    pub fn site(self, open: Open) -> (Option<TileId>, Holder) {
        match self {
            Self::Entry => (open.peek(|_, journey| Some(journey.entry.id)), Holder::Own),
            Self::Wait(tile, branch) => (Some(tile), Holder::of_wait(branch)),
            Self::Goal => (None, Holder::Goal),
            Self::Exit(id) => (None, Holder::Exit(id)),
        }
    }
}

/// Something that has a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditioned {
    /// What listens to a trigger.
    Listener(Listening),
    /// A branch of an Attribute branch tile.
    Branch(TileId, BranchId),
    /// A segment.
    Segment(SegmentId),
}

impl Conditioned {
    /// Reads the condition as it stands; tracked.
    pub fn read<T: Default>(self, open: Open, read: impl FnOnce(&Condition) -> T) -> T {
        open.store.read(|workspace| self.find(workspace, open).map(read).unwrap_or_default())
    }

    /// Changes the condition and sends the whole of it.
    pub fn change(self, open: Open, change: impl FnOnce(&mut Condition)) {
        if let Self::Segment(id) = self {
            let change = |segment: &mut Segment| change(&mut segment.condition);
            return open.store.change(id, Command::SetSegment, change);
        }
        let condition = open.store.peek(|workspace| self.find(workspace, open).cloned());
        let Some(mut condition) = condition else { return };
        change(&mut condition);
        let edit = open.peek(|_, journey| match self {
            Self::Segment(_) => None,
            Self::Branch(tile, id) => Some(JourneyEdit::SetBranchCondition(tile, id, condition)),
            Self::Listener(listening) => {
                let on = Listener { condition, ..listening.read(journey)?.clone() };
                Some(listening.write(journey, on))
            }
        });
        if let Some(edit) = edit {
            open.edit(edit);
        }
    }

    /// From where its sources are looked up.
    pub fn at(self) -> At {
        match self {
            Self::Listener(Listening::Entry) => At::Entry,
            Self::Listener(Listening::Wait(tile, branch)) => At::Wait(tile, branch),
            Self::Listener(Listening::Goal) => At::Goal,
            Self::Listener(Listening::Exit(id)) => At::Exit(id),
            Self::Branch(tile, _) => At::Tile(tile),
            Self::Segment(_) => At::Segment,
        }
    }

    /// What holds it, as findings name it.
    pub fn holder(self, open: Open) -> Holder {
        match self {
            Self::Listener(listening) => listening.site(open).1,
            Self::Branch(_, id) => Holder::Branch(id),
            Self::Segment(_) => Holder::Own,
        }
    }

    /// A part of it, as findings name it.
    pub fn site(self, open: Open, spot: Spot) -> Site {
        match self {
            Self::Listener(listening) => open.site(listening.site(open).0, spot),
            Self::Branch(tile, _) => open.site(Some(tile), spot),
            Self::Segment(id) => Subject::Segment(id).at(spot),
        }
    }

    fn find(self, workspace: &Workspace, open: Open) -> Option<&Condition> {
        if let Self::Segment(id) = self {
            return workspace.segments.get(&id).map(|segment| &segment.condition);
        }
        let journey = workspace.journeys.get(&open.id?)?;
        match self {
            Self::Segment(_) => None,
            Self::Listener(listening) => listening.read(journey).map(|on| &on.condition),
            Self::Branch(tile, id) => match &journey.tile(tile)?.kind {
                TileKind::AttributeBranch { branches, .. } => {
                    branches.iter().find(|branch| branch.id == id).map(|branch| &branch.condition)
                }
                _ => None,
            },
        }
    }
}
