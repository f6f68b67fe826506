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
pub mod find;
pub mod keymap;
pub mod life;
pub mod map;
pub mod name;
pub mod news;
mod outcome;
pub mod outline;
pub mod picture;
pub mod published;
pub mod reshape;
pub mod rows;
pub mod selection;
pub mod session;
pub mod summary;
mod tables;
pub mod title;
pub mod touched;
pub mod trail;

mod branches;
mod copy;
mod edits;
mod flows;
mod ground;
mod in_use;
mod journeys;
mod models;
mod moves;
mod notes;
mod people;
mod scenarios;
mod segments;
mod shares;
mod svg;
mod tiles;
mod travel;
mod triggers;

pub use command::{Command, JourneyEdit, NewTile};
pub use moves::outermost;
pub use name::EditName;
pub use outcome::{Announcement, Created, Effect, Outcome, Refusal, UseOf};
pub use reshape::Reshape;
pub use selection::{Selection, Tiles};
pub use session::{Page, Session, View};
pub use svg::Paper;
pub use touched::{Fate, Touched, touches};

use crate::layout::Folded;
use crate::model::change::{Change, Tx};
use crate::model::collect;
use crate::model::history::History;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::Journey;
use crate::model::tree::{SequenceId, Slot};
use crate::model::workspace::Workspace;
use edits::Done;
use trail::{Trail, Visit};

/// A workspace that is being edited.
#[derive(Debug)]
pub struct Editor {
    workspace: Workspace,
    history: History<EditName>,
    session: Session,
    trail: Trail,
}

impl Editor {
    /// Opens a workspace; what the session names and the workspace no longer has is let go.
    pub fn open(workspace: Workspace, mut session: Session) -> Self {
        session.drop_missing(&workspace);
        let mut trail = Trail::default();
        trail.note((session.page, session.selection.clone()));
        Self { workspace, history: History::default(), session, trail }
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

    /// Opens or selects something: a branch on which it is opens, and the place is
    /// noted as visited.
    pub fn visit(&mut self, go: impl FnOnce(&mut Session)) {
        go(&mut self.session);
        self.settle();
    }

    /// Goes back to the place visited before this one, or forward again.
    pub fn step(&mut self, back: bool) {
        let workspace = &self.workspace;
        if let Some(visit) = self.trail.step(back, |visit| is_there(workspace, visit)) {
            (self.session.page, self.session.selection) = visit;
            self.settle();
        }
    }

    /// Whether there is a place to go back to, or forward.
    pub fn can_step(&self, back: bool) -> bool {
        self.trail.can_step(back, |visit| is_there(&self.workspace, visit))
    }

    /// The places visited that are still there, the latest first, without the present one.
    pub fn recent(&self) -> Vec<Visit> {
        let mut recent = self.trail.recent();
        recent.retain(|visit| is_there(&self.workspace, visit));
        recent
    }

    /// Closes branches of a journey, or opens them. What is selected on one of them
    /// is let go for the tile that branches; a branch without tiles stays open.
    pub fn fold(&mut self, id: JourneyId, branches: &[(TileId, Slot)], close: bool) {
        let Some(journey) = self.workspace.journeys.get(&id) else { return };
        let folds = self.session.folds.entry(id).or_default();
        for branch in branches {
            if !close {
                folds.remove(branch);
            } else if has_tiles(journey, *branch) {
                folds.insert(*branch);
            }
        }
        if self.session.page == Page::Journey(id)
            && let Selection::Tiles(tiles) = &self.session.selection
        {
            let shown = tiles.iter().map(|tile| {
                let around = session::branches_around(journey, tile);
                let outermost = around.iter().rev().find(|branch| folds.contains(*branch));
                outermost.map_or(tile, |(owner, _)| *owner)
            });
            self.session.selection = Selection::of(collect::set(shown));
        }
        self.settle();
    }

    /// The branches of a journey that are closed and have something to hide.
    pub fn folds(&self, id: JourneyId) -> Folded {
        let (Some(journey), Some(folds)) =
            (self.workspace.journeys.get(&id), self.session.folds.get(&id))
        else {
            return Folded::new();
        };
        let mut folds = folds.clone();
        folds.retain(|branch| has_tiles(journey, *branch));
        folds
    }

    /// The names of all entries of the history, the oldest first, and how many of
    /// them are made; the others were undone.
    pub fn history(&self) -> (Vec<&EditName>, usize) {
        (self.history.names().collect(), self.history.made())
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
            Command::Travel(made) => self.travel(made),
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
        self.settle();
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
        let note = found.and_then(|found| found.ground_note(tiles.first()));
        let name = match (tiles.only().and_then(|id| found?.tile(id)), note) {
            (Some(tile), _) => EditName::of_tile("edit-paste-tile", tile),
            (None, Some(note)) => ground::name("edit-paste-note", note),
            (None, None) => EditName::of_tiles("edit-paste-tiles", &tiles),
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
                self.settle();
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

    /// Keeps what is selected off closed branches, and notes where the person is.
    fn settle(&mut self) {
        let Session { page, selection, folds, .. } = &mut self.session;
        if let (Page::Journey(id), Selection::Tiles(tiles)) = (*page, &*selection)
            && let (Some(folds), Some(journey)) =
                (folds.get_mut(&id), self.workspace.journeys.get(&id))
        {
            for tile in tiles.iter().filter(|_| !folds.is_empty()).collect::<Vec<_>>() {
                for branch in session::branches_around(journey, tile) {
                    folds.remove(&branch);
                }
            }
        }
        self.trail.note((*page, selection.clone()));
    }
}

/// Whether a place that was visited is still there.
fn is_there(workspace: &Workspace, visit: &Visit) -> bool {
    let (page, selection) = visit.clone();
    let mut session = Session { page, selection, ..Session::default() };
    session.drop_missing(workspace);
    session.page == visit.0 && session.selection == visit.1
}

/// Whether there are tiles on a branch.
fn has_tiles(journey: &Journey, (tile, slot): (TileId, Slot)) -> bool {
    journey.sequence(SequenceId::Of(tile, slot)).is_some_and(|tiles| !tiles.is_empty())
}
