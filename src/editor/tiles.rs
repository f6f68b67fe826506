//! Edits of the tiles of a journey.

use std::sync::Arc;

use crate::editor::command::{JourneyEdit, NewTile};
use crate::editor::edits::Done;
use crate::editor::journeys::of;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::{Selection, Tiles};
use crate::editor::{branches, ground, models, moves, notes, shares};
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::id::{AttributeId, BranchId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Journey, MAX_EDITED_DEPTH, Mapping, Sequence, Tile, TileKind, WaitOn};
use crate::model::note::Note;
use crate::model::sorted::SortedMap;
use crate::model::time::Duration;
use crate::model::tree::Place;
use crate::model::trigger::Trigger;
use crate::model::wait::WaitUntil;

/// Edits the tiles of a journey. Edits of its settings are not made here.
pub(super) fn edit(tx: &mut Tx, id: JourneyId, edit: JourneyEdit) -> Result<Done, Refusal> {
    let most = of(tx, id)?.depth().max(MAX_EDITED_DEPTH);
    let sent = match edit {
        JourneyEdit::Delete(_) | JourneyEdit::DeleteBranch(..) => models::sent(of(tx, id)?),
        _ => Vec::new(),
    };
    // Notes on the ground that lose their tile stay where they are seen.
    let noted = match edit {
        JourneyEdit::Delete(_) | JourneyEdit::DeleteBranch(..) => noted(of(tx, id)?),
        _ => None,
    };
    let mut done = match edit {
        JourneyEdit::Insert(place, kind) => insert(tx, id, place, kind),
        JourneyEdit::Delete(tiles) if are_notes(of(tx, id)?, &tiles) => {
            ground::delete(of(tx, id)?, &tiles)
        }
        JourneyEdit::Delete(tiles) => moves::delete(of(tx, id)?, &tiles),
        JourneyEdit::Duplicate(tiles) if are_notes(of(tx, id)?, &tiles) => {
            let notes = of(tx, id)?.notes_with(&|id| tiles.contains(id)).into_iter();
            let aside: Vec<_> = notes.map(|note| (note.id, note.at.aside())).collect();
            ground::copy(tx, id, &aside)
        }
        JourneyEdit::Duplicate(tiles) => moves::duplicate(tx, id, &tiles),
        JourneyEdit::Move(tiles, place) => moves::move_to(of(tx, id)?, &tiles, place),
        JourneyEdit::Copy(tiles, place) => moves::copy_to(tx, id, &tiles, place),
        JourneyEdit::SetRaised(tile, trigger) => set_raised(tx, id, tile, trigger),
        JourneyEdit::AddBranch(tile) => branches::add(tx, id, tile),
        JourneyEdit::RenameBranch(tile, branch, name) => {
            branches::rename(of(tx, id)?, tile, branch, name)
        }
        JourneyEdit::SetBranchCondition(tile, branch, condition) => {
            branches::set_condition(of(tx, id)?, tile, branch, condition)
        }
        JourneyEdit::MoveBranch(tile, branch, index) => {
            branches::move_to(of(tx, id)?, tile, branch, index)
        }
        JourneyEdit::MoveBranchTo(tile, branch, to, index) => {
            branches::move_over(tx, id, (tile, branch), to, index)
        }
        JourneyEdit::DeleteBranch(tile, branch) => branches::delete(of(tx, id)?, tile, branch),
        JourneyEdit::SetShare(tile, branch, percent) => {
            shares::set(of(tx, id)?, tile, branch, percent)
        }
        JourneyEdit::SetNote(tile, note) => notes::set(of(tx, id)?, tile, note),
        JourneyEdit::MoveNote(from, to) => notes::move_to(of(tx, id)?, from, to),
        JourneyEdit::AddNote(at, text) => ground::add(tx, id, at, text),
        JourneyEdit::WriteNote(note, text) => ground::write(of(tx, id)?, note, text),
        JourneyEdit::LayNotes(places) => ground::lay(of(tx, id)?, &places),
        JourneyEdit::CopyNotes(places) => ground::copy(tx, id, &places),
        JourneyEdit::Equalize(tile) => shares::equalize(of(tx, id)?, tile),
        edit => set(of(tx, id)?, edit),
    }?;
    if of(tx, id)?.depth() > most {
        return Err(Refusal::TooDeep);
    }
    if let Some(before) = noted {
        ground::settle(&before, of(tx, id)?);
    }
    if !sent.is_empty() {
        let left = collect::set(models::sent(of(tx, id)?));
        let gone: Vec<TileId> =
            sent.into_iter().filter(|message| !left.contains(message)).collect();
        if models::drop_messages(tx, &gone) {
            done.name = done.name.with_models();
        }
    }
    Ok(done)
}

/// The journey as it is, where notes lie on its ground.
fn noted(journey: &Journey) -> Option<Box<Journey>> {
    (!journey.notes.is_empty()).then(|| Box::new(journey.clone()))
}

/// Whether all these are notes on the ground.
fn are_notes(journey: &Journey, these: &Tiles) -> bool {
    ground::chosen(journey, these).is_some_and(|notes| notes.count() == these.count())
}

/// The tile of that id, to change it.
pub(super) fn tile_of(journey: &mut Journey, id: TileId) -> Result<&mut Tile, Refusal> {
    journey.tile_mut(id).ok_or(Refusal::NotFound)
}

/// Edits a setting of one tile.
fn set(journey: &mut Journey, edit: JourneyEdit) -> Result<Done, Refusal> {
    match edit {
        JourneyEdit::RenameTile(id, name) => {
            let tile = tile_of(journey, id)?;
            tile.name = name;
            Ok(Done::typed(EditName::of_tile("edit-rename-tile", tile)))
        }
        JourneyEdit::SetWait(id, until) => {
            let tile = tile_of(journey, id)?;
            let TileKind::Wait(wait) = &mut tile.kind else { return Err(Refusal::WrongTile) };
            *wait = until;
            Ok(Done::typed(EditName::of_tile("edit-set-wait", tile)))
        }
        JourneyEdit::SetWaitOn(id, branch, on) => {
            let tile = tile_of(journey, id)?;
            let wait = tile.kind.waits_mut().iter_mut().find(|wait| wait.id == branch);
            wait.ok_or(Refusal::WrongTile)?.on = on;
            Ok(Done::typed(EditName::of_tile("edit-set-listener", tile).about(id.0, branch.0)))
        }
        JourneyEdit::SetRecipient(id, source) => {
            let tile = tile_of(journey, id)?;
            let TileKind::Message { to, .. } = &mut tile.kind else {
                return Err(Refusal::WrongTile);
            };
            *to = source;
            Ok(Done::new(EditName::of_tile("edit-set-recipient", tile)))
        }
        JourneyEdit::SetContent(id, text) => {
            let tile = tile_of(journey, id)?;
            let TileKind::Message { content, .. } = &mut tile.kind else {
                return Err(Refusal::WrongTile);
            };
            *content = text;
            Ok(Done::typed(EditName::of_tile("edit-set-content", tile)))
        }
        JourneyEdit::SetLimit(id, duration) => {
            let tile = tile_of(journey, id)?;
            let TileKind::WaitFor { limit, .. } = &mut tile.kind else {
                return Err(Refusal::WrongTile);
            };
            *limit = duration;
            Ok(Done::typed(EditName::of_tile("edit-set-limit", tile)))
        }
        JourneyEdit::SetMapping(id, attribute, mapping) => {
            set_mapping(tile_of(journey, id)?, attribute, mapping)
        }
        JourneyEdit::SetMappings(id, all) => {
            let tile = tile_of(journey, id)?;
            let TileKind::CustomTrigger { mappings, .. } = &mut tile.kind else {
                return Err(Refusal::WrongTile);
            };
            mappings.extend(all);
            Ok(Done::new(EditName::of_tile("edit-map-all", tile)))
        }
        JourneyEdit::SetBinding(id, mapping) => set_binding(tile_of(journey, id)?, mapping),
        _ => Err(Refusal::NotFound),
    }
}

fn insert(tx: &mut Tx, id: JourneyId, place: Place, kind: NewTile) -> Result<Done, Refusal> {
    let (tile, kind) = (TileId(tx.next_id()), new_kind(tx, kind));
    let tile = Tile { id: tile, name: String::new(), kind, note: Note::default() };
    let name = EditName::of_tile("edit-insert-tile", &tile);
    let tile_id = tile.id;
    moves::put(of(tx, id)?, place, vec![Arc::new(tile)])?;
    let selected = Selection::tile(tile_id);
    Ok(Done::new(name).creating(Created::Tile(tile_id)).selecting(id, selected))
}

/// What a new tile starts with.
fn new_kind(tx: &mut Tx, kind: NewTile) -> TileKind {
    match kind {
        NewTile::AttributeBranch => TileKind::AttributeBranch {
            branches: vec![branches::new(BranchId(tx.next_id()))],
            other: Sequence::new(),
        },
        NewTile::WaitForTrigger => {
            let (yes, no) = (Sequence::new(), Sequence::new());
            TileKind::wait_for(WaitOn::default(), Duration::days(30), yes, no)
        }
        NewTile::Split => TileKind::Split {
            shares: vec![
                shares::half(BranchId(tx.next_id())),
                shares::half(BranchId(tx.next_id())),
            ],
        },
        NewTile::Wait => TileKind::Wait(WaitUntil::Duration(Duration::days(1))),
        NewTile::Message(channel) => {
            TileKind::Message { channel, to: None, content: String::new() }
        }
        NewTile::CustomTrigger => {
            TileKind::CustomTrigger { trigger: None, mappings: SortedMap::new(), binding: None }
        }
        NewTile::Exit => TileKind::Exit,
    }
}

/// Chooses what a tile raises, and forgets mappings of attributes that it does not have.
fn set_raised(
    tx: &mut Tx,
    journey: JourneyId,
    id: TileId,
    chosen: Option<TriggerId>,
) -> Result<Done, Refusal> {
    let found = chosen.and_then(|id| tx.workspace().triggers.get(&id)).cloned();
    let tile = tile_of(of(tx, journey)?, id)?;
    let TileKind::CustomTrigger { trigger, mappings, .. } = &mut tile.kind else {
        return Err(Refusal::WrongTile);
    };
    *trigger = chosen;
    let has = |attribute: AttributeId| {
        found.as_deref().is_some_and(|found: &Trigger| found.attribute(attribute).is_some())
    };
    mappings.retain(|attribute, _| has(*attribute));
    Ok(Done::new(EditName::of_tile("edit-set-raised", tile)))
}

fn set_mapping(
    tile: &mut Tile,
    attribute: AttributeId,
    mapping: Option<Mapping>,
) -> Result<Done, Refusal> {
    let TileKind::CustomTrigger { mappings, .. } = &mut tile.kind else {
        return Err(Refusal::WrongTile);
    };
    let (id, picked) = mapped(mapping.as_ref());
    match mapping {
        Some(mapping) => mappings.insert(attribute, mapping),
        None => mappings.remove(&attribute),
    };
    let name = EditName::of_tile(id, tile).about(tile.id.0, attribute.0);
    Ok(if picked { Done::new(name) } else { Done::typed(name) })
}

/// Maps the built-in `bindingId` of what a tile raises.
fn set_binding(tile: &mut Tile, mapping: Option<Mapping>) -> Result<Done, Refusal> {
    let TileKind::CustomTrigger { binding, .. } = &mut tile.kind else {
        return Err(Refusal::WrongTile);
    };
    let (id, picked) = mapped(mapping.as_ref());
    *binding = mapping;
    let name = EditName::of_tile(id, tile);
    Ok(if picked { Done::new(name) } else { Done::typed(name) })
}

/// What the edit of a mapping is called, and whether it is done in one step.
fn mapped(mapping: Option<&Mapping>) -> (&'static str, bool) {
    let id = if mapping.is_some() { "edit-map" } else { "edit-unmap" };
    (id, matches!(mapping, Some(Mapping::Attribute(_)) | None))
}
