//! Deleting, copying and moving tiles, one or many: each with everything on its
//! branches. Notes on the ground that are among them are deleted and copied along.
//!
//! **Invariant:** a tile that stands on a branch of another one of the group goes
//! with that one, so each is handled once and what is on a branch stays there. It
//! takes one walk through the journey, however many tiles there are, and those on whose
//! branches nothing changes stay shared with other versions of the journey.

use std::sync::Arc;

use crate::editor::edits::Done;
use crate::editor::journeys::of;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::{Selection, Tiles};
use crate::editor::{copy, ground};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, Sequence, Tile};
use crate::model::note::GroundNote;
use crate::model::tree::{Place, SequenceId, edit_branches};

/// Deletes tiles and selects what was above the first.
pub(super) fn delete(journey: &mut Journey, tiles: &Tiles) -> Result<Done, Refusal> {
    let place = first_place(journey, tiles)?;
    let mut taken = Vec::new();
    take(&mut journey.tiles, tiles, &mut taken);
    journey.notes.retain(|note| !tiles.contains(note.id));
    let name = named("edit-delete-tile", "edit-delete-tiles", &taken, tiles);
    Ok(Done::new(name).selecting(journey.id, above(journey, place)))
}

/// Copies tiles: each run of neighbours to right after it. What the copies say about
/// one another is about the copies.
pub(super) fn duplicate(tx: &mut Tx, id: JourneyId, tiles: &Tiles) -> Result<Done, Refusal> {
    let (copies, notes) = copies(tx, id, tiles)?;
    let done = copied("edit-duplicate-tile", "edit-duplicate-tiles", id, &copies)?;
    let mut copies = copies.into_iter();
    let journey = of(tx, id)?;
    add_behind(&mut journey.tiles, tiles, &mut copies);
    journey.notes.extend(notes);
    Ok(done)
}

/// Copies tiles to a place, in reading order.
pub(super) fn copy_to(
    tx: &mut Tx,
    id: JourneyId,
    tiles: &Tiles,
    place: Place,
) -> Result<Done, Refusal> {
    let (copies, notes) = copies(tx, id, tiles)?;
    let done = copied("edit-copy-tile", "edit-copy-tiles", id, &copies)?;
    let journey = of(tx, id)?;
    put(journey, place, copies)?;
    journey.notes.extend(notes);
    Ok(done)
}

/// Moves tiles to a place, in reading order.
pub(super) fn move_to(journey: &mut Journey, tiles: &Tiles, place: Place) -> Result<Done, Refusal> {
    let target = journey.sequence(place.sequence).ok_or(Refusal::NotFound)?;
    // Taking them away moves what follows them up.
    let before = target.get(..place.index).ok_or(Refusal::NotFound)?;
    let moved_up = before.iter().filter(|tile| tiles.contains(tile.id)).count();
    if let SequenceId::Of(owner, _) = place.sequence
        && journey.ancestors(owner).into_iter().chain([owner]).any(|above| tiles.contains(above))
    {
        return Err(Refusal::IntoItself);
    }
    let mut taken = Vec::new();
    take(&mut journey.tiles, tiles, &mut taken);
    if taken.is_empty() {
        return Err(Refusal::NotFound);
    }
    let name = named("edit-move-tile", "edit-move-tiles", &taken, tiles);
    put(journey, Place { index: place.index - moved_up, ..place }, taken)?;
    Ok(Done::new(name).selecting(journey.id, Selection::Tiles(tiles.clone())))
}

/// Puts tiles in their place, one after the other.
pub(super) fn put(journey: &mut Journey, place: Place, tiles: Sequence) -> Result<(), Refusal> {
    let sequence = journey.sequence_mut(place.sequence).ok_or(Refusal::NotFound)?;
    if place.index > sequence.len() {
        return Err(Refusal::NotFound);
    }
    sequence.splice(place.index..place.index, tiles);
    Ok(())
}

/// Those of the tiles that stand on no branch of another one of them, in reading order.
pub fn outermost<'j>(sequence: &'j Sequence, tiles: &Tiles, found: &mut Vec<&'j Tile>) {
    for tile in sequence {
        if tiles.contains(tile.id) {
            found.push(tile);
        } else {
            tile.kind.sequences().into_iter().for_each(|inner| outermost(inner, tiles, found));
        }
    }
}

/// Takes the outermost of the tiles out, in reading order. Whether there was any.
fn take(sequence: &mut Sequence, tiles: &Tiles, taken: &mut Sequence) -> bool {
    let before = taken.len();
    sequence.retain_mut(|tile| {
        let goes = tiles.contains(tile.id);
        if goes {
            taken.push(Arc::clone(tile));
        } else {
            edit_branches(tile, &mut |inner| take(inner, tiles, taken));
        }
        !goes
    });
    taken.len() > before
}

/// Adds the copies of the outermost of the tiles, each run behind its originals. Whether
/// there was any.
fn add_behind(
    sequence: &mut Sequence,
    tiles: &Tiles,
    copies: &mut std::vec::IntoIter<Arc<Tile>>,
) -> bool {
    let before = copies.len();
    let mut run = Vec::new();
    for mut tile in std::mem::take(sequence) {
        if tiles.contains(tile.id) {
            run.extend(copies.next());
        } else {
            sequence.append(&mut run);
            edit_branches(&mut tile, &mut |inner| add_behind(inner, tiles, copies));
        }
        sequence.push(tile);
    }
    sequence.append(&mut run);
    copies.len() < before
}

/// Copies of tiles, and of the notes on the ground that go with them.
fn copies(
    tx: &mut Tx,
    id: JourneyId,
    tiles: &Tiles,
) -> Result<(Sequence, Vec<GroundNote>), Refusal> {
    let journey = tx.workspace().journeys.get(&id).ok_or(Refusal::NotFound)?.clone();
    let mut found = Vec::new();
    outermost(&journey.tiles, tiles, &mut found);
    let (copies, numbers) = copy::tiles(&found, &mut || tx.next_id());
    let notes = ground::copies(&journey, tiles, &numbers, &mut || tx.next_id());
    Ok((copies, notes))
}

/// The edit that made copies, which are selected then.
fn copied(
    one: &'static str,
    many: &'static str,
    journey: JourneyId,
    copies: &Sequence,
) -> Result<Done, Refusal> {
    let tiles = Tiles::new(collect::set(copies.iter().map(|tile| tile.id)));
    let tiles = tiles.ok_or(Refusal::NotFound)?;
    let done = Done::new(named(one, many, copies, &tiles)).creating(Created::Tile(tiles.first()));
    Ok(done.selecting(journey, Selection::Tiles(tiles)))
}

/// The name of an edit of a tile, or of several.
fn named(one: &'static str, many: &'static str, edited: &Sequence, tiles: &Tiles) -> EditName {
    match edited.as_slice() {
        [only] if tiles.only().is_some() => EditName::of_tile(one, only),
        _ => EditName::of_tiles(many, tiles),
    }
}

/// Where the first of the tiles stands in reading order: no other one stands above it.
fn first_place(journey: &Journey, tiles: &Tiles) -> Result<Place, Refusal> {
    let mut found = Vec::new();
    outermost(&journey.tiles, tiles, &mut found);
    let first = found.first().ok_or(Refusal::NotFound)?.id;
    journey.place_of(first).ok_or(Refusal::NotFound)
}

/// What stands right above a place, as it is selected.
fn above(journey: &Journey, place: Place) -> Selection {
    match journey.above(place) {
        entry if entry == journey.entry.id => Selection::Entry,
        tile => Selection::tile(tile),
    }
}
