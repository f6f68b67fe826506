//! What the panes share: the journey that they show and the places of its settings.
//!
//! **Invariant:** a pane keeps no copy of a setting. It reads the journey through
//! [`Open`] and sends the complete new setting back.

use leptos::prelude::*;

use crate::check::{At, Holder, Site, Spot, Subject};
use crate::editor::{Command, JourneyEdit, Outcome};
use crate::model::condition::Condition;
use crate::model::id::{BranchId, ExitId, JourneyId, TileId, TriggerId};
use crate::model::journey::{ExitCriterion, Goal, Journey, Listener, Tile, TileKind};
use crate::model::workspace::Workspace;
use crate::ui::store::Store;

/// The journey whose settings are shown. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Open {
    /// The store.
    pub store: Store,
    /// The journey.
    pub id: JourneyId,
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
        self.store.run(Command::Journey(self.id, edit))
    }

    /// A setting of the journey or of one of its tiles, as findings name it.
    pub fn site(self, tile: Option<TileId>, spot: Spot) -> Site {
        Site { subject: Subject::Journey(self.id), tile, spot }
    }

    fn of<T: Default>(
        self,
        workspace: &Workspace,
        read: impl FnOnce(&Workspace, &Journey) -> T,
    ) -> T {
        workspace.journeys.get(&self.id).map(|found| read(workspace, found)).unwrap_or_default()
    }
}

/// Something that listens to a trigger under a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listening {
    /// The Entry.
    Entry,
    /// An If/then tile.
    Wait(TileId),
    /// The goal.
    Goal,
    /// An exit criterion.
    Exit(ExitId),
}

impl Listening {
    /// What it listens to.
    pub fn read(self, journey: &Journey) -> Option<&Listener> {
        match self {
            Self::Entry => Some(&journey.entry.on),
            Self::Wait(tile) => journey.tile(tile)?.kind.listener(),
            Self::Goal => journey.goal.as_ref().map(|goal| &goal.on),
            Self::Exit(id) => journey.exits.iter().find(|exit| exit.id == id).map(|exit| &exit.on),
        }
    }

    /// The edit that makes it listen to that.
    pub fn write(self, journey: &Journey, on: Listener) -> JourneyEdit {
        match self {
            Self::Entry => JourneyEdit::SetEntry(on),
            Self::Wait(tile) => JourneyEdit::SetListener(tile, on),
            Self::Goal => {
                let target = journey.goal.as_ref().and_then(|goal| goal.target);
                JourneyEdit::SetGoal(Some(Goal { on, target }))
            }
            Self::Exit(id) => JourneyEdit::SetExit(ExitCriterion { id, on }),
        }
    }

    /// The tile that findings about it name, and what holds it there.
    pub fn site(self, open: Open) -> (Option<TileId>, Holder) {
        match self {
            Self::Entry => (open.peek(|_, journey| Some(journey.entry.id)), Holder::Own),
            Self::Wait(tile) => (Some(tile), Holder::Own),
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
}

impl Conditioned {
    /// The condition as it stands.
    pub fn read(self, journey: &Journey) -> Option<&Condition> {
        match self {
            Self::Listener(listening) => listening.read(journey).map(|on| &on.condition),
            Self::Branch(tile, id) => match &journey.tile(tile)?.kind {
                TileKind::AttributeBranch { branches, .. } => {
                    branches.iter().find(|branch| branch.id == id).map(|branch| &branch.condition)
                }
                _ => None,
            },
        }
    }

    /// Changes the condition and sends the whole of it.
    pub fn change(self, open: Open, change: impl FnOnce(&mut Condition)) {
        let edit = open.peek(|_, journey| {
            let mut condition = self.read(journey)?.clone();
            change(&mut condition);
            Some(match self {
                Self::Branch(tile, id) => JourneyEdit::SetBranchCondition(tile, id, condition),
                Self::Listener(listening) => {
                    let on = Listener { condition, ..listening.read(journey)?.clone() };
                    listening.write(journey, on)
                }
            })
        });
        if let Some(edit) = edit {
            open.edit(edit);
        }
    }

    /// From where its sources are looked up.
    pub fn at(self) -> At {
        match self {
            Self::Listener(Listening::Entry) => At::Entry,
            Self::Listener(Listening::Wait(tile)) => At::Wait(tile),
            Self::Listener(Listening::Goal) => At::Goal,
            Self::Listener(Listening::Exit(id)) => At::Exit(id),
            Self::Branch(tile, _) => At::Tile(tile),
        }
    }

    /// The tile that findings about it name, and what holds it there.
    pub fn site(self, open: Open) -> (Option<TileId>, Holder) {
        match self {
            Self::Listener(listening) => listening.site(open),
            Self::Branch(tile, id) => (Some(tile), Holder::Branch(id)),
        }
    }

    /// The trigger that it looks at.
    pub fn incoming(self, journey: &Journey) -> Option<TriggerId> {
        self.at().incoming(journey)
    }
}
