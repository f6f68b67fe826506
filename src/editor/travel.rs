//! Going through the history: what undo and redo show of what they changed.

use crate::editor::{Announcement, EditName, Editor, Effect, Outcome, Page, Refusal, Selection};
use crate::layout::Stop;
use crate::model::change::{Change, Diff};
use crate::model::id::{FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId, TriggerId};

impl Editor {
    /// Undoes or redoes until so many entries of the history are made.
    pub(super) fn travel(&mut self, made: usize) -> Result<Outcome, Refusal> {
        if made > self.history.names().count() {
            return Err(Refusal::NothingToRedo);
        }
        let mut all = Change::default();
        let mut last = None;
        while self.history.made() != made {
            let back = self.history.made() > made;
            let (step, how) = if back {
                (self.history.undo(&mut self.workspace), Announcement::Undone)
            } else {
                (self.history.redo(&mut self.workspace), Announcement::Redone)
            };
            let Some((name, change)) = step else { break };
            all = all.then(change.clone());
            last = Some((name, change, how));
        }
        Ok(match last {
            // What the last step did is shown, as if it had been the only one.
            Some((name, change, how)) => {
                Outcome { change: all, ..self.travelled(name, change, how) }
            }
            None => Outcome::default(),
        })
    }

    /// Shows what undo or redo changed.
    pub(super) fn travelled(
        &mut self,
        name: EditName,
        change: Change,
        how: Announcement,
    ) -> Outcome {
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
        self.settle();
        effects.insert(1, Effect::Announce(name, how));
        Outcome { change, created: None, effects }
    }
}

/// The first record that a change touched and that is still there, or else the first.
fn touched<I: Copy, R>(diff: &Diff<I, R>) -> Option<I> {
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
pub(super) fn stop_of(selection: &Selection) -> Option<Stop> {
    match selection {
        Selection::Journey => None,
        Selection::Entry => Some(Stop::Entry),
        Selection::Tiles(tiles) => Some(Stop::Tile(tiles.first())),
    }
}
