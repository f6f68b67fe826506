//! The one handle on the editor that components share.
//!
//! **Invariant:** the user interface keeps no second copy of the document. It
//! reads through [`Store`], which notes what was read, and edits by sending
//! commands. A change wakes only what read the document; moving the selection
//! wakes only what read the session.

mod checked;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::check::problem::Problem;
use crate::check::{Findings, Index, Subject};
use crate::editor::keymap::Shortcut;
use crate::editor::published::{self, Instead};
use crate::editor::{
    Command, Created, EditName, Editor, Effect, JourneyEdit, Outcome, Page, Refusal, Selection,
    Session, Tiles, View,
};
use crate::layout::Stop;
use crate::layout::rest::Rest;
use crate::model::change::{Change, Record, Tx};
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Journey, JourneyState};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;
use crate::ui::later::Look;
use crate::ui::store::checked::{Checked, check, fetch};
use crate::ui::toast::Toasts;
use crate::ui::watch::Watch;

/// The open workspace. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Store {
    editor: StoredValue<Editor, LocalStorage>,
    document: RwSignal<u64>,
    session: RwSignal<u64>,
    checked: Watch<Checked>,
    problems: Watch<Arc<Findings>>,
    /// What was edited since the checker looked last.
    unchecked: StoredValue<Change, LocalStorage>,
    /// The checker, as soon as it is there.
    look: RwSignal<Option<Look>>,
    views: RwSignal<u64>,
    toasts: Toasts,
    /// How often what is published was to be changed: controls show again what is so.
    pub refused: RwSignal<u32>,
    /// Where the canvas is asked to scroll to, and put the focus.
    pub reveal: RwSignal<Option<(JourneyId, Stop)>>,
    /// The turn of the wheel that opened what is shown.
    pub wheel: StoredValue<Rest>,
    /// What the canvas is asked to do, as if its key had been pressed.
    pub asked: RwSignal<Option<Shortcut>>,
    /// Whether a journey has just been added, which is named first.
    pub to_name: RwSignal<bool>,
}

impl Store {
    /// Opens an editor in the current reactive owner.
    pub fn new(editor: Editor, toasts: Toasts) -> Self {
        let look = RwSignal::new(None);
        let wait = checked::wait(editor.workspace());
        after_a_frame(move || set_timeout(move || spawn_local(fetch(look, toasts)), wait));
        let editor = StoredValue::new_local(editor);
        let document = RwSignal::new(0);
        let unchecked = StoredValue::new_local(Change::default());
        let checker = StoredValue::new_local(None);
        let checked = Watch::new(move |_| {
            document.track();
            let Some(look) = look.get() else { return Checked::default() };
            let change = unchecked.try_update_value(std::mem::take).unwrap_or_default();
            editor.with_value(|editor| check(look, checker, editor.workspace(), &change))
        });
        let problems = Watch::new(move |_| checked.with(|checked| Arc::clone(&checked.1)));
        Self {
            editor,
            document,
            session: RwSignal::new(0),
            checked,
            problems,
            unchecked,
            look,
            views: RwSignal::new(0),
            toasts,
            refused: RwSignal::new(0),
            reveal: RwSignal::new(None),
            wheel: StoredValue::new(Rest::default()),
            asked: RwSignal::new(None),
            to_name: RwSignal::new(false),
        }
    }

    /// The store of the workspace that is open; components below the workbench have one.
    pub fn get() -> Self {
        expect_context()
    }

    /// Reads the document; tracked.
    pub fn read<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.document.track();
        self.peek(read)
    }

    /// Reads the document as it is at this moment; not tracked. For event handlers.
    pub fn peek<T>(&self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.editor.with_value(|editor| read(editor.workspace()))
    }

    /// Reads the editor, such as the names of what can be undone; tracked by edits.
    pub fn editor<T>(&self, read: impl FnOnce(&Editor) -> T) -> T {
        self.document.track();
        self.editor.with_value(read)
    }

    /// Tells effects that the document changed; tracked. A number that only grows.
    pub fn revision(&self) -> u64 {
        self.document.get()
    }

    /// Reads the session; tracked.
    pub fn session<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.track();
        self.peek_session(read)
    }

    /// Reads the session as it is at this moment; not tracked.
    pub fn peek_session<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        self.editor.with_value(|editor| read(editor.session()))
    }

    /// A number that grows when the session changes; tracked.
    pub fn session_revision(&self) -> u64 {
        self.session.get()
    }

    /// Changes the session.
    pub fn update_session(&self, update: impl FnOnce(&mut Session)) {
        self.editor.update_value(|editor| editor.visit(update));
        self.session.update(|revision| *revision += 1);
    }

    /// Does something, as soon as the checker is there; if it cannot be fetched, a message
    /// says so.
    pub fn when_checked(&self, run: impl FnOnce() + 'static) {
        let (look, toasts) = (self.look, self.toasts);
        if look.with_untracked(Option::is_some) {
            return run();
        }
        spawn_local(async move {
            fetch(look, toasts).await;
            if look.try_with_untracked(Option::is_some) == Some(true) {
                run();
            }
        });
    }

    /// All that the checker finds; tracked.
    pub fn problems(&self) -> Arc<Findings> {
        self.problems.get()
    }

    /// Whether the checker has looked at the document; tracked.
    pub fn is_checked(&self) -> bool {
        self.look.with(Option::is_some)
    }

    /// What the checker finds in a record; tracked.
    pub fn problems_of(&self, subject: Subject) -> Arc<Vec<Problem>> {
        self.problems.with(|problems| problems.of(subject))
    }

    /// Who uses what; tracked.
    pub fn index(&self) -> Arc<Index> {
        self.checked.with(|checked| Arc::clone(&checked.0))
    }

    /// The journey of that id; tracked.
    pub fn journey(&self, id: JourneyId) -> Option<Arc<Journey>> {
        self.read(|workspace| workspace.journeys.get(&id).cloned())
    }

    /// The journey whose page is open; tracked.
    pub fn open_journey(&self) -> Option<JourneyId> {
        self.session(Session::journey)
    }

    /// Makes an edit. A refusal is told in a message and changes nothing.
    pub fn run(&self, command: Command) -> Option<Outcome> {
        let result = self.editor.try_update_value(|editor| editor.run(command))?;
        self.answered(result)
    }

    /// Sends a record as it is after `change`; nothing where it is gone.
    pub fn change<R: Record>(
        &self,
        id: R::Id,
        command: impl FnOnce(R) -> Command,
        change: impl FnOnce(&mut R),
    ) {
        let found = self.peek(|workspace| R::all(workspace).get(&id).cloned());
        if let Some(mut record) = found.map(Arc::unwrap_or_clone) {
            change(&mut record);
            self.run(command(record));
        }
    }

    /// Edits the journey whose page is open.
    pub fn edit_journey(&self, id: JourneyId, edit: JourneyEdit) -> Option<Outcome> {
        self.run(Command::Journey(id, edit))
    }

    /// Makes an edit that is no command: an import or a fix.
    pub fn edit(&self, name: EditName, edit: impl FnOnce(&mut Tx<'_>)) {
        let result = self.editor.try_update_value(|editor| editor.edit(name, edit));
        result.and_then(|result| self.answered(result));
    }

    /// Refuses to edit what a published journey does, and says why (rule S9); `false` for
    /// a draft, of which nothing is said.
    pub fn refuse_published(&self, journey: JourneyId) -> bool {
        let state = self.peek(|workspace| workspace.journeys.get(&journey).map(|it| it.state));
        let state = state.filter(|state| *state != JourneyState::Draft);
        if let Some(state) = state {
            self.toasts.refuse(&Refusal::Published { journey, state });
        }
        state.is_some()
    }

    /// Opens what can be edited instead of a published journey (rule S9).
    pub fn edit_instead(&self, id: JourneyId) {
        let Some(instead) = self.peek(|workspace| published::instead(workspace, id)) else {
            return;
        };
        let draft = match (instead, instead.command(id)) {
            (_, Some(command)) => self.run(command).map(|outcome| match outcome.created {
                Some(Created::Journey(next)) => next,
                _ => id,
            }),
            (Instead::Open(next), None) => Some(next),
            (_, None) => None,
        };
        if let Some(draft) = draft {
            self.toasts.clear();
            self.open(Page::Journey(draft));
        }
    }

    /// Brings tiles into a journey that come from elsewhere, and selects them.
    pub fn bring(
        &self,
        id: JourneyId,
        edit: impl FnOnce(&mut Tx<'_>) -> Result<Tiles, Refusal>,
    ) -> Option<Outcome> {
        let result = self.editor.try_update_value(|editor| editor.bring(id, edit))?;
        self.answered(result)
    }

    /// Ends a gesture, such as typing in a field.
    pub fn end_gesture(&self) {
        self.editor.update_value(|editor| {
            // Ending a gesture is never refused.
            let _ = editor.run(Command::EndGesture);
        });
    }

    /// Opens a page; the selection goes with it.
    pub fn open(&self, page: Page) {
        self.update_session(|session| session.open(page));
    }

    /// Opens a journey and selects a tile there.
    pub fn open_tile(&self, journey: JourneyId, selection: Selection) {
        self.update_session(|session| {
            session.page = Page::Journey(journey);
            session.selection = selection;
        });
        self.show(journey);
    }

    /// Goes back to the place visited before, or forward again.
    pub fn step(&self, back: bool) {
        self.editor.update_value(|editor| editor.step(back));
        self.session.update(|revision| *revision += 1);
        if let Some(journey) = self.peek_session(Session::journey) {
            self.show(journey);
        }
    }

    /// Closes branches of a journey, or opens them.
    pub fn fold(&self, journey: JourneyId, branches: &[(TileId, Slot)], close: bool) {
        self.editor.update_value(|editor| editor.fold(journey, branches, close));
        self.session.update(|revision| *revision += 1);
    }

    /// Asks the canvas of a journey to show what is selected.
    fn show(&self, journey: JourneyId) {
        let stop = self.peek_session(|session| match &session.selection {
            Selection::Tiles(tiles) => Some(Stop::Tile(tiles.first())),
            Selection::Entry => Some(Stop::Entry),
            Selection::Journey => None,
        });
        self.reveal.set(stop.map(|stop| (journey, stop)));
    }

    /// Selects something of the journey that is open.
    pub fn select(&self, selection: Selection) {
        if self.peek_session(|session| session.selection != selection) {
            self.end_gesture();
            self.update_session(|session| session.selection = selection);
        }
    }

    /// Remembers the view of a journey. It wakes the saver only: the canvas holds the transform.
    pub fn set_view(&self, journey: JourneyId, view: View) {
        self.editor.update_value(|editor| {
            editor.session_mut().views.insert(journey, view);
        });
        self.views.update(|revision| *revision += 1);
    }

    /// Wakes the caller when anything changes that is stored.
    pub fn track_all(&self) {
        self.document.track();
        self.session.track();
        self.views.track();
    }

    fn answered(&self, result: Result<Outcome, Refusal>) -> Option<Outcome> {
        match result {
            Ok(outcome) => {
                self.settle(&outcome);
                Some(outcome)
            }
            Err(refusal) => {
                self.toasts.refuse(&refusal);
                if let Refusal::Published { .. } = refusal {
                    self.refused.update(|count| *count += 1);
                }
                None
            }
        }
    }

    /// Carries out what an edit asks for, and wakes what read the document.
    fn settle(&self, outcome: &Outcome) {
        // What could not be fetched is asked for again.
        if self.look.with_untracked(Option::is_none) {
            spawn_local(fetch(self.look, self.toasts));
        }
        let change = outcome.change.clone();
        self.unchecked.update_value(|before| *before = std::mem::take(before).then(change));
        self.document.update(|revision| *revision += 1);
        self.session.update(|revision| *revision += 1);
        for effect in &outcome.effects {
            match effect {
                Effect::Save => {}
                Effect::Announce(name, what) => self.toasts.announce(name, *what),
                Effect::Reveal(journey, stop) => self.reveal.set(Some((*journey, *stop))),
            }
        }
    }
}

/// Does something in the second frame from now: the first is painted then.
pub fn after_a_frame(run: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(run));
}
