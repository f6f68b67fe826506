//! Edits of whole journeys and of their settings.

use crate::editor::command::JourneyEdit;
use crate::editor::edits::Done;
use crate::editor::name::{EditName, copied, numbered};
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::Selection;
use crate::editor::triggers::check_trigger;
use crate::editor::{copy, life, models, segments, tiles};
use crate::model::change::Tx;
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::id::{ExitId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Entry, ExitCriterion, Goal, Journey, JourneyState, Listener, Repeat};

/// The time zone of a new journey.
const TIME_ZONE: &str = "UTC";

pub(super) fn add(tx: &mut Tx, name: &str) -> Done {
    let name = numbered(name, names(tx));
    let id = JourneyId(tx.next_id());
    let entry = TileId(tx.next_id());
    let edit = EditName::new("edit-add-journey", name.clone()).about(id.0, 0);
    tx.put(Journey {
        time_zone: TIME_ZONE.into(),
        ..Journey::new(id, name, Entry::on(entry, Listener::default(), Repeat::default()))
    });
    Done::new(edit).creating(Created::Journey(id)).selecting(id, Selection::Journey)
}

pub(super) fn duplicate(tx: &mut Tx, id: JourneyId) -> Result<Done, Refusal> {
    let journey = tx.workspace().journeys.get(&id).ok_or(Refusal::NotFound)?.clone();
    let name = copied(&journey.name, names(tx));
    let mut copy = copy::journey(&journey, &mut || tx.next_id());
    copy.name.clone_from(&name);
    copy.state = JourneyState::Draft;
    (copy.version.number, copy.version.replaces) = (1, None);
    copy.version.comment.clear();
    let id = copy.id;
    tx.put(copy);
    let edit = EditName::new("edit-duplicate-journey", journey.name.clone()).about(id.0, 0);
    Ok(Done::new(edit).creating(Created::Journey(id)).selecting(id, Selection::Journey))
}

pub(super) fn delete(tx: &mut Tx, id: JourneyId) -> Result<Done, Refusal> {
    let journey = tx.workspace().journeys.get(&id).ok_or(Refusal::NotFound)?.clone();
    if journey.state != JourneyState::Draft {
        return Err(Refusal::NotADraft(id));
    }
    tx.remove::<Journey>(id);
    life::settle(tx, journey.version.replaces);
    if tx.workspace().settings.run.as_published.contains(&id) {
        tx.settings_mut().run.as_published.remove(&id);
    }
    let name = EditName::new("edit-delete-journey", journey.name.clone()).about(id.0, 0);
    let dropped = models::drop_messages(tx, &models::sent(&journey));
    Ok(Done::new(if dropped { name.with_models() } else { name }))
}

/// Edits one journey.
pub(super) fn edit(tx: &mut Tx, id: JourneyId, edit: JourneyEdit) -> Result<Done, Refusal> {
    check_trigger(tx, listened(&edit))?;
    segments::check(tx, named(&edit))?;
    if !tx.workspace().journeys.contains_key(&id) {
        return Err(Refusal::NotFound);
    }
    match edit {
        JourneyEdit::AddExit => {
            let exit = ExitId(tx.next_id());
            let journey = of(tx, id)?;
            journey.exits.push(ExitCriterion { id: exit, on: ExitOn::default() });
            let name = name_of("edit-add-exit", journey, exit.0);
            Ok(Done::new(name).creating(Created::Exit(exit)))
        }
        JourneyEdit::SetState(state) => life::set_state(tx, id, state),
        JourneyEdit::Schedule(start) => life::schedule(tx, id, start),
        edit => match set(of(tx, id)?, edit) {
            Ok(done) => done,
            Err(edit) => tiles::edit(tx, id, edit),
        },
    }
}

/// The journey of that id, to change it.
pub(super) fn of<'t>(tx: &'t mut Tx, id: JourneyId) -> Result<&'t mut Journey, Refusal> {
    tx.get_mut::<Journey>(id).ok_or(Refusal::NotFound)
}

/// Edits a setting of the journey as a whole; gives back an edit of a tile.
fn set(journey: &mut Journey, edit: JourneyEdit) -> Result<Result<Done, Refusal>, JourneyEdit> {
    let typed = |id, journey: &Journey| Ok(Done::typed(name_of(id, journey, 0)));
    Ok(match edit {
        JourneyEdit::Rename(name) => {
            journey.name = name;
            typed("edit-rename-journey", journey)
        }
        JourneyEdit::Describe(text) => {
            journey.description = text;
            typed("edit-describe-journey", journey)
        }
        JourneyEdit::SetVersionComment(comment) => {
            journey.version.comment = comment;
            typed("edit-comment-version", journey)
        }
        JourneyEdit::SetAudience(audience) => {
            journey.audience = audience;
            Ok(Done::new(name_of("edit-set-audience", journey, 0)))
        }
        JourneyEdit::SetTimeZone(zone) => {
            journey.time_zone = zone;
            typed("edit-set-time-zone", journey)
        }
        JourneyEdit::SetPeriod(start, end) => {
            (journey.start, journey.end) = (start, end);
            typed("edit-set-period", journey)
        }
        JourneyEdit::SetEntry(on) => {
            journey.entry.listen(on);
            Ok(Done::typed(entry_name("edit-set-entry", journey)))
        }
        JourneyEdit::SetRepeat(repeat) => {
            if journey.entry.set_repeat(repeat) {
                Ok(Done::typed(entry_name("edit-set-repeat", journey)))
            } else {
                Err(Refusal::NotFound)
            }
        }
        JourneyEdit::SetEntryBy(by) => {
            journey.entry.by = by;
            Ok(Done::typed(entry_name("edit-set-entry", journey)))
        }
        JourneyEdit::SetExclusions(segments) => {
            journey.entry.exclusions = segments;
            Ok(Done::new(entry_name("edit-set-exclusions", journey)))
        }
        JourneyEdit::SetGoal(goal) => Ok(set_goal(journey, goal)),
        JourneyEdit::SetExit(exit) => set_exit(journey, exit),
        JourneyEdit::DeleteExit(id) => delete_exit(journey, id),
        edit => return Err(edit),
    })
}

fn set_goal(journey: &mut Journey, goal: Option<Goal>) -> Done {
    let was_set = journey.goal.is_some();
    journey.goal = goal;
    match (was_set, &journey.goal) {
        (true, Some(_)) => Done::typed(name_of("edit-set-goal", journey, 0)),
        (false, Some(_)) => Done::new(name_of("edit-add-goal", journey, 0)),
        (_, None) => Done::new(name_of("edit-delete-goal", journey, 0)),
    }
}

fn set_exit(journey: &mut Journey, exit: ExitCriterion) -> Result<Done, Refusal> {
    let kept = journey.exits.iter_mut().find(|known| known.id == exit.id);
    let number = exit.id.0;
    *kept.ok_or(Refusal::NotFound)? = exit;
    Ok(Done::typed(name_of("edit-set-exit", journey, number)))
}

fn delete_exit(journey: &mut Journey, id: ExitId) -> Result<Done, Refusal> {
    let index = journey.exits.iter().position(|known| known.id == id).ok_or(Refusal::NotFound)?;
    journey.exits.remove(index);
    Ok(Done::new(name_of("edit-delete-exit", journey, id.0)))
}

/// The trigger that an edit makes something listen to.
fn listened(edit: &JourneyEdit) -> Option<TriggerId> {
    match edit {
        JourneyEdit::SetEntry(on) => on.trigger,
        JourneyEdit::SetWaitOn(_, _, on) => on.listener()?.trigger,
        JourneyEdit::SetEntryBy(EntryBy::Trigger { on, .. }) => on.trigger,
        JourneyEdit::SetGoal(goal) => goal.as_ref()?.on.trigger,
        JourneyEdit::SetExit(exit) => exit.on.listener()?.trigger,
        JourneyEdit::SetRaised(_, trigger) => *trigger,
        _ => None,
    }
}

/// The segments that an edit makes something look at.
fn named(edit: &JourneyEdit) -> &[SegmentId] {
    match edit {
        JourneyEdit::SetEntryBy(EntryBy::Segments { segments, .. })
        | JourneyEdit::SetExclusions(segments) => segments,
        JourneyEdit::SetExit(ExitCriterion { on: ExitOn::Segment(segment), .. }) => {
            segment.as_slice()
        }
        _ => &[],
    }
}

/// The name of an edit of the journey or of something in its settings.
pub(super) fn name_of(id: &'static str, journey: &Journey, inner: u32) -> EditName {
    EditName::new(id, journey.name.clone()).about(journey.id.0, inner)
}

/// The name of an edit of the Entry.
fn entry_name(id: &'static str, journey: &Journey) -> EditName {
    name_of(id, journey, 0).about(journey.entry.id.0, 0)
}

/// The names of all journeys.
fn names<'t>(tx: &'t Tx) -> impl Iterator<Item = &'t str> + Clone {
    tx.workspace().journeys.values().map(|journey| journey.name.as_str())
}
