//! The only writer of the document: commands in, outcomes out. It keeps the
//! undo history and the session; what the browser is to do is returned as data,
//! so all of it runs without one.
//!
//! **Invariant:** a command that is refused changes nothing. Undoing everything
//! restores the workspace exactly. What is selected exists.
//! It checks no rules but those that keep the document whole, and what is published
//! as it is: an unfinished or wrong draft can be edited freely.

pub mod catalogue;
pub mod command;
pub mod keymap;
pub mod life;
pub mod map;
pub mod name;
pub mod news;
pub mod outcome;
pub mod outline;
pub mod published;
pub mod reshape;
pub mod rows;
pub mod selection;
pub mod session;
pub mod summary;
mod tables;
pub mod title;
pub mod touched;

mod branches;
mod copy;
mod edits;
mod flows;
mod in_use;
mod journeys;
mod models;
mod moves;
mod people;
mod scenarios;
mod segments;
mod shares;
mod tiles;
mod triggers;

pub use command::{Command, JourneyEdit, NewTile};
pub use moves::outermost;
pub use name::EditName;
pub use outcome::{Announcement, Created, Effect, Outcome, Refusal, UseOf};
pub use reshape::Reshape;
pub use selection::{Selection, Tiles};
pub use session::{Page, Session, View};
pub use touched::{Fate, Touched, touches};

use crate::layout::Stop;
use crate::model::change::{Change, Tx};
use crate::model::history::History;
use crate::model::id::{FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId, TriggerId};
use crate::model::workspace::Workspace;
use edits::Done;

/// A workspace that is being edited.
#[derive(Debug)]
pub struct Editor {
    workspace: Workspace,
    history: History<EditName>,
    session: Session,
}

impl Editor {
    /// Opens a workspace; what the session names and the workspace no longer has is let go.
    pub fn open(workspace: Workspace, mut session: Session) -> Self {
        session.drop_missing(&workspace);
        Self { workspace, history: History::default(), session }
    }

    /// The workspace as it is now.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// What is open and selected.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is open and selected, to change it; that is no edit and is not undone.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&EditName> {
        self.history.undo_name()
    }

    /// The name of what redo would make again.
    pub fn redo_name(&self) -> Option<&EditName> {
        self.history.redo_name()
    }

    /// Carries out a command.
    ///
    /// # Errors
    ///
    /// The reason why nothing was done.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Refusal> {
        match command {
            Command::Undo => {
                let undone = self.history.undo(&mut self.workspace);
                let (name, change) = undone.ok_or(Refusal::NothingToUndo)?;
                Ok(self.travelled(name, change, Announcement::Undone))
            }
            Command::Redo => {
                let redone = self.history.redo(&mut self.workspace);
                let (name, change) = redone.ok_or(Refusal::NothingToRedo)?;
                Ok(self.travelled(name, change, Announcement::Redone))
            }
            Command::EndGesture => {
                self.history.close();
                Ok(Outcome::default())
            }
            command => self.make(command),
        }
    }

    /// Makes an edit that no command is for, such as an import or a fix, as one
    /// entry of the history.
    ///
    /// # Errors
    ///
    /// What is published would do something else.
    pub fn edit(&mut self, name: EditName, edit: impl FnOnce(&mut Tx)) -> Result<Outcome, Refusal> {
        let mut tx = Tx::new(&mut self.workspace);
        edit(&mut tx);
        let change = tx.finish();
        self.keep(&change, None)?;
        self.session.drop_missing(&self.workspace);
        Ok(self.made(change, Done::new(name)))
    }

    /// Makes an edit that brings tiles into a journey, which are selected then.
    ///
    /// # Errors
    ///
    /// What `edit` says, or that the journey is published.
    pub fn bring(
        &mut self,
        journey: JourneyId,
        edit: impl FnOnce(&mut Tx) -> Result<Tiles, Refusal>,
    ) -> Result<Outcome, Refusal> {
        let mut tx = Tx::new(&mut self.workspace);
        let tiles = match edit(&mut tx) {
            Ok(tiles) => tiles,
            Err(refusal) => {
                tx.abort();
                return Err(refusal);
            }
        };
        let change = tx.finish();
        self.keep(&change, Some(journey))?;
        let found = self.workspace.journeys.get(&journey);
        let name = match tiles.only().and_then(|id| found?.tile(id)) {
            Some(tile) => EditName::of_tile("edit-paste-tile", tile),
            None => EditName::of_tiles("edit-paste-tiles", &tiles),
        };
        let done = Done::new(name).selecting(journey, Selection::Tiles(tiles.clone()));
        self.session.select(journey, Selection::Tiles(tiles));
        Ok(self.made(change, done))
    }

    fn make(&mut self, command: Command) -> Result<Outcome, Refusal> {
        let edited = match command {
            Command::Journey(id, _) => Some(id),
            _ => None,
        };
        let mut tx = Tx::new(&mut self.workspace);
        match edits::apply(&mut tx, command) {
            Ok(mut done) => {
                let change = tx.finish();
                self.keep(&change, edited)?;
                if let Some((journey, selection)) = done.select.take() {
                    self.session.select(journey, selection);
                }
                self.session.drop_missing(&self.workspace);
                Ok(self.made(change, done))
            }
            Err(refusal) => {
                tx.abort();
                Err(refusal)
            }
        }
    }

    /// Takes a change back that would let what is published do something else.
    fn keep(&mut self, change: &Change, edited: Option<JourneyId>) -> Result<(), Refusal> {
        match published::changed(change, edited) {
            Some((journey, state)) => {
                change.clone().reversed().apply(&mut self.workspace);
                Err(Refusal::Published { journey, state })
            }
            None => Ok(()),
        }
    }

    /// Remembers an edit that was made.
    fn made(&mut self, change: Change, done: Done) -> Outcome {
        let Done { name, join, created, reveal, .. } = done;
        if change.is_empty() {
            return Outcome { change, created, effects: Vec::new() };
        }
        self.history.push(name.clone(), change.clone(), join);
        let mut effects = vec![Effect::Save];
        if !join {
            effects.push(Effect::Announce(name, Announcement::Done));
        }
        effects.extend(reveal.map(|(journey, stop)| Effect::Reveal(journey, stop)));
        Outcome { change, created, effects }
    }

    /// Shows what undo or redo changed.
    fn travelled(&mut self, name: EditName, change: Change, how: Announcement) -> Outcome {
        let mut effects = vec![Effect::Save];
        let journey = touched(&change.journeys);
        if let Some(id) = journey
            && let Some(found) = self.workspace.journeys.get(&id)
        {
            let selection = Selection::existing(found, &name.target());
            let stop = stop_of(&selection);
            self.session.select(id, selection);
            effects.extend(stop.map(|stop| Effect::Reveal(id, stop)));
        } else if let Some(page) = page_of(&change) {
            self.session.open(page);
        }
        self.session.drop_missing(&self.workspace);
        effects.insert(1, Effect::Announce(name, how));
        Outcome { change, created: None, effects }
    }
}

/// The first record that a change touched and that is still there, or else the first.
fn touched<I: Copy, R>(diff: &crate::model::change::Diff<I, R>) -> Option<I> {
    let still_there = diff.iter().find(|(_, (_, after))| after.is_some());
    still_there.or(diff.iter().next()).map(|(id, _)| *id)
}

/// The page that shows a change which touched no journey that is still there.
fn page_of(change: &Change) -> Option<Page> {
    if let Some(id) = touched::<TriggerId, _>(&change.triggers) {
        Some(Page::Triggers(Some(id)))
    } else if let Some(id) = touched::<FlowId, _>(&change.flows) {
        Some(Page::Flows(Some(id)))
    } else if let Some(id) = touched::<ScenarioId, _>(&change.scenarios) {
        Some(Page::Tests(Some(id)))
    } else if let Some(id) = touched::<TableId, _>(&change.tables) {
        Some(Page::Tables(Some(id)))
    } else if let Some(id) = touched::<SegmentId, _>(&change.segments) {
        Some(Page::Segments(Some(id)))
    } else if let Some(id) = touched::<ModelId, _>(&change.models) {
        Some(Page::Behaviour(Some(id)))
    } else if !(change.contacts.is_empty() && change.events.is_empty() && change.fields.is_empty())
    {
        Some(Page::Contacts)
    } else {
        touched::<JourneyId, _>(&change.journeys).map(|_| Page::Journeys)
    }
}

/// Where the focus goes to show a selection.
fn stop_of(selection: &Selection) -> Option<Stop> {
    match selection {
        Selection::Journey => None,
        Selection::Entry => Some(Stop::Entry),
        Selection::Tiles(tiles) => Some(Stop::Tile(tiles.first())),
    }
}
