//! How a journey moves through its life, and how one version replaces another
//! (rules S5 and S7).
//!
//! **Invariant:** a journey is Live-editing exactly while a draft is to replace it, as
//! far as these edits are concerned; a file may say otherwise.

use crate::editor::edits::Done;
use crate::editor::journeys::{name_of, of};
use crate::editor::outcome::{Created, Refusal};
use crate::editor::{Selection, copy};
use crate::model::change::Tx;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, JourneyState};

/// The states that a journey may be told to go to from this one. Stopped and Completed
/// are final.
pub fn next_states(from: JourneyState) -> &'static [JourneyState] {
    use JourneyState::*;
    match from {
        Draft => &[Live, Scheduled],
        Scheduled => &[Live, Draft],
        Live | LiveEditing => &[Paused, Completing, Stopped],
        Paused => &[Live, Completing, Stopped],
        Completing => &[Completed, Stopped],
        Completed | Stopped => &[],
    }
}

/// Whether a version may be made that is to replace a journey in this state.
pub fn can_be_replaced(state: JourneyState) -> bool {
    matches!(state, JourneyState::Live | JourneyState::LiveEditing | JourneyState::Paused)
}

/// Moves a journey on; what it replaces goes with it.
pub(super) fn set_state(tx: &mut Tx, id: JourneyId, to: JourneyState) -> Result<Done, Refusal> {
    let journey = of(tx, id)?;
    let (from, replaces) = (journey.state, journey.version.replaces);
    if !next_states(from).contains(&to) {
        return Err(Refusal::Transition { from, to });
    }
    journey.state = to;
    let name = match to {
        JourneyState::Draft => "edit-make-draft",
        JourneyState::Scheduled => "edit-schedule",
        JourneyState::Live if from == JourneyState::Paused => "edit-resume",
        JourneyState::Live => "edit-publish",
        JourneyState::LiveEditing => "edit-edit-live",
        JourneyState::Paused => "edit-pause",
        JourneyState::Completing => "edit-complete",
        JourneyState::Completed => "edit-completed",
        JourneyState::Stopped => "edit-stop",
    };
    let done = Done::new(name_of(name, journey, 0));
    if to == JourneyState::Live && from != JourneyState::Paused {
        drain(tx, replaces);
    }
    settle(tx, replaces);
    settle(tx, Some(id));
    Ok(done)
}

/// Publishes a draft from that moment on.
pub(super) fn schedule(tx: &mut Tx, id: JourneyId, start: String) -> Result<Done, Refusal> {
    of(tx, id)?.start = start;
    set_state(tx, id, JourneyState::Scheduled)
}

/// Makes a draft that is to replace a journey.
pub(super) fn new_version(tx: &mut Tx, id: JourneyId, comment: String) -> Result<Done, Refusal> {
    let journey = tx.workspace().journeys.get(&id).ok_or(Refusal::NotFound)?.clone();
    if !can_be_replaced(journey.state) {
        return Err(Refusal::NotLive(id));
    }
    if let Some(next) = successor(tx, id) {
        return Err(Refusal::HasNextVersion(next));
    }
    let numbers = tx.workspace().versions(id).into_iter();
    let numbers = numbers.filter_map(|id| tx.workspace().journeys.get(&id));
    let last = numbers.map(|journey| journey.version.number).max().unwrap_or_default();
    let mut next = copy::journey(&journey, &mut || tx.next_id());
    next.state = JourneyState::Draft;
    next.version.number = last.saturating_add(1);
    next.version.replaces = Some(id);
    next.version.comment = comment;
    let (next_id, name) = (next.id, name_of("edit-new-version", &next, 0));
    tx.put(next);
    // What is being changed is what the next run is to show.
    tx.settings_mut().run.as_published.insert(next_id);
    settle(tx, Some(id));
    let done = Done::new(name).creating(Created::Journey(next_id));
    Ok(done.selecting(next_id, Selection::Journey))
}

/// Lets a version that was replaced take nobody new: those inside go on to its end.
fn drain(tx: &mut Tx, id: Option<JourneyId>) {
    let state = id.and_then(|id| tx.workspace().journeys.get(&id)).map(|journey| journey.state);
    if let (Some(id), true) = (id, state.is_some_and(can_be_replaced))
        && let Some(journey) = tx.get_mut::<Journey>(id)
    {
        journey.state = JourneyState::Completing;
    }
}

/// Says of a journey that is live whether a draft is to replace it.
pub(super) fn settle(tx: &mut Tx, id: Option<JourneyId>) {
    let Some(id) = id else { return };
    let Some(state) = tx.workspace().journeys.get(&id).map(|journey| journey.state) else { return };
    let now = match tx.workspace().next_draft(id) {
        _ if !state.is_live() => return,
        Some(_) => JourneyState::LiveEditing,
        None => JourneyState::Live,
    };
    if let (true, Some(journey)) = (now != state, tx.get_mut::<Journey>(id)) {
        journey.state = now;
    }
}

/// The version that replaces a journey, or is to.
fn successor(tx: &Tx, id: JourneyId) -> Option<JourneyId> {
    let all = tx.workspace().journeys.values();
    let mut all = all.filter(|journey| journey.version.replaces == Some(id));
    all.find(|journey| !matches!(journey.state, JourneyState::Completed | JourneyState::Stopped))
        .map(|journey| journey.id)
}
