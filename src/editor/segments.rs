//! Edits of segments.

use crate::editor::edits::Done;
use crate::editor::name::{EditName, numbered};
use crate::editor::outcome::{Created, Refusal};
use crate::model::change::Tx;
use crate::model::condition::Condition;
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::id::{JourneyId, SegmentId};
use crate::model::journey::Journey;
use crate::model::segment::Segment;

pub(super) fn add(tx: &mut Tx, name: &str) -> Done {
    let taken = tx.workspace().segments.values().map(|segment| segment.name.as_str());
    let name = numbered(name, taken);
    let id = SegmentId(tx.next_id());
    let edit = EditName::new("edit-add-segment", name.clone()).about(id.0, 0);
    tx.put(Segment { id, name, description: String::new(), condition: Condition::default() });
    Done::new(edit).creating(Created::Segment(id))
}

pub(super) fn set(tx: &mut Tx, segment: Segment) -> Result<Done, Refusal> {
    let kept = tx.get_mut::<Segment>(segment.id).ok_or(Refusal::NotFound)?;
    let edit = EditName::new("edit-set-segment", segment.name.clone()).about(segment.id.0, 0);
    *kept = segment;
    Ok(Done::typed(edit))
}

/// Deletes a segment, and with it what looks at it: entries and exclusions do without
/// it, exit criteria go.
pub(super) fn delete(tx: &mut Tx, id: SegmentId) -> Result<Done, Refusal> {
    let segment = tx.workspace().segments.get(&id).ok_or(Refusal::NotFound)?.clone();
    let journeys = tx.workspace().journeys.values();
    let users: Vec<JourneyId> =
        journeys.filter(|journey| uses(journey, id)).map(|journey| journey.id).collect();
    for user in users {
        if let Some(journey) = tx.get_mut::<Journey>(user) {
            forget(journey, id);
        }
    }
    tx.remove::<Segment>(id);
    Ok(Done::new(EditName::new("edit-delete-segment", segment.name.clone()).about(id.0, 0)))
}

/// Refuses segments that do not exist.
pub(super) fn check(tx: &Tx, segments: &[SegmentId]) -> Result<(), Refusal> {
    let known = &tx.workspace().segments;
    if segments.iter().all(|id| known.contains_key(id)) { Ok(()) } else { Err(Refusal::NotFound) }
}

fn uses(journey: &Journey, id: SegmentId) -> bool {
    journey.entry.segments().contains(&id)
        || journey.entry.exclusions.contains(&id)
        || journey.exits.iter().any(|exit| exit.on.segment() == Some(id))
}

fn forget(journey: &mut Journey, id: SegmentId) {
    if let EntryBy::Segments { segments, .. } = &mut journey.entry.by {
        segments.retain(|known| *known != id);
    }
    journey.entry.exclusions.retain(|known| *known != id);
    journey.exits.retain(|exit| exit.on != ExitOn::Segment(Some(id)));
}
