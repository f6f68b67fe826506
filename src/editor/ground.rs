//! Edits of notes on the ground (rule S12): they change nothing in what a journey does,
//! so they are made in every state of it.
//!
//! **Invariant:** after an edit each note lies by a tile that is there, or by the Entry.

use crate::editor::edits::Done;
use crate::editor::journeys::of;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::{Selection, Tiles};
use crate::layout::{Folded, Layout};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::Journey;
use crate::model::note::{Anchor, GroundNote};
use crate::model::sorted::SortedMap;

/// Lays a new note down. What is typed next joins it.
pub(super) fn add(tx: &mut Tx, id: JourneyId, at: Anchor, text: String) -> Result<Done, Refusal> {
    let note = GroundNote { id: TileId(tx.next_id()), text, at };
    let journey = of(tx, id)?;
    if note.text.is_empty() || !stands(journey, at.tile) {
        return Err(Refusal::NotFound);
    }
    let done = Done::typed(name(WRITE, &note)).creating(Created::Note(note.id));
    journey.notes.push(note);
    Ok(done)
}

/// Sets what a note says; without a text it goes.
pub(super) fn write(journey: &mut Journey, id: TileId, text: String) -> Result<Done, Refusal> {
    if text.is_empty() {
        return delete(journey, &id.into());
    }
    let note = journey.notes.iter_mut().find(|note| note.id == id).ok_or(Refusal::NotFound)?;
    note.text = text;
    Ok(Done::typed(name(WRITE, note)))
}

/// Lays notes elsewhere. Steps in a row are one edit.
pub(super) fn lay(journey: &mut Journey, places: &[(TileId, Anchor)]) -> Result<Done, Refusal> {
    check(journey, places)?;
    for (id, at) in places {
        for note in journey.notes.iter_mut().filter(|note| note.id == *id) {
            note.at = *at;
        }
    }
    let selected = ids(places.iter().map(|(id, _)| *id))?;
    let name = names("edit-lay-note", "edit-lay-notes", journey, &selected);
    Ok(Done::typed(name).selecting(journey.id, Selection::Tiles(selected)))
}

/// Lays copies of notes there, and selects them.
pub(super) fn copy(
    tx: &mut Tx,
    id: JourneyId,
    places: &[(TileId, Anchor)],
) -> Result<Done, Refusal> {
    check(of(tx, id)?, places)?;
    let mut copies = Vec::new();
    for (original, at) in places {
        let fresh = TileId(tx.next_id());
        let note = of(tx, id)?.ground_note(*original).ok_or(Refusal::NotFound)?;
        copies.push(GroundNote { id: fresh, at: *at, ..note.clone() });
    }
    let selected = ids(copies.iter().map(|note| note.id))?;
    let journey = of(tx, id)?;
    journey.notes.extend(copies);
    let name = names("edit-copy-note", "edit-copy-notes", journey, &selected);
    Ok(Done::new(name).selecting(id, Selection::Tiles(selected)))
}

/// Deletes those of these that are notes, and selects what the first of them lay by.
pub(super) fn delete(journey: &mut Journey, these: &Tiles) -> Result<Done, Refusal> {
    let gone = chosen(journey, these).ok_or(Refusal::NotFound)?;
    let name = names("edit-delete-ground-note", "edit-delete-notes", journey, &gone);
    let by = journey.ground_note(gone.first()).map(|note| note.at.tile);
    journey.notes.retain(|note| !gone.contains(note.id));
    let by = by.filter(|tile| *tile != journey.entry.id);
    Ok(Done::new(name).selecting(journey.id, by.map_or(Selection::Entry, Selection::tile)))
}

/// Those of these that are notes of the journey.
pub(super) fn chosen(journey: &Journey, these: &Tiles) -> Option<Tiles> {
    let notes = journey.notes.iter().map(|note| note.id);
    ids(notes.filter(|id| these.contains(*id))).ok()
}

/// Copies of notes that go with copied tiles, whose copies have those numbers; others,
/// which are copied themselves, lie a little aside.
pub(super) fn copies(
    journey: &Journey,
    these: &Tiles,
    copied: &SortedMap<u32, u32>,
    fresh: &mut dyn FnMut() -> u32,
) -> Vec<GroundNote> {
    let goes = |id: TileId| these.contains(id) || copied.contains_key(&id.0);
    let copy = |note: &GroundNote| {
        let at = match copied.get(&note.at.tile.0) {
            Some(tile) => Anchor { tile: TileId(*tile), ..note.at },
            None => note.at.aside(),
        };
        GroundNote { id: TileId(fresh()), text: note.text.clone(), at }
    };
    journey.notes_with(&goes).into_iter().map(copy).collect()
}

/// Lets notes whose tile has gone lie by what stood above it, where they were seen.
pub(super) fn settle(before: &Journey, journey: &mut Journey) {
    let mut notes = std::mem::take(&mut journey.notes);
    let mut layout = None;
    for note in notes.iter_mut().filter(|note| !stands(journey, note.at.tile)) {
        let layout = layout.get_or_insert_with(|| Layout::of(before, &Folded::new()));
        let mut tile = note.at.tile;
        while !stands(journey, tile) {
            tile = before.place_of(tile).map_or(journey.entry.id, |place| before.above(place));
        }
        if let (Some(from), Some(to)) = (layout.rect_of(note.at.tile), layout.rect_of(tile)) {
            let at = note.at.shifted((from.x - to.x) as i32, (from.y - to.y) as i32);
            note.at = Anchor { tile, ..at };
        }
    }
    journey.notes = notes;
}

/// The name of an edit of a note, after its first words.
pub(super) fn name(id: &'static str, note: &GroundNote) -> EditName {
    const MOST: usize = 40;
    let line = note.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut subject: String = line.chars().take(MOST).collect();
    if subject.len() < line.len() {
        subject.push('…');
    }
    EditName::new(id, subject).about(note.id.0, 0)
}

/// Writing a note and writing on it is one edit while it is typed.
const WRITE: &str = "edit-write-note";

fn names(one: &'static str, many: &'static str, journey: &Journey, notes: &Tiles) -> EditName {
    match notes.only().and_then(|id| journey.ground_note(id)) {
        Some(note) => name(one, note),
        None => EditName::of_tiles(many, notes),
    }
}

fn ids(notes: impl Iterator<Item = TileId>) -> Result<Tiles, Refusal> {
    Tiles::new(collect::set(notes)).ok_or(Refusal::NotFound)
}

/// Whether all these are notes, and lie by what is there.
fn check(journey: &Journey, places: &[(TileId, Anchor)]) -> Result<(), Refusal> {
    let is_whole = |(id, at): &(TileId, Anchor)| {
        journey.ground_note(*id).is_some() && stands(journey, at.tile)
    };
    places.iter().all(is_whole).then_some(()).ok_or(Refusal::NotFound)
}

fn stands(journey: &Journey, tile: TileId) -> bool {
    tile == journey.entry.id || journey.tile(tile).is_some()
}
