//! Edits of the branches of an Attribute branch tile.

use crate::editor::edits::Done;
use crate::editor::journeys::of;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::tiles::tile_of;
use crate::model::change::Tx;
use crate::model::condition::Condition;
use crate::model::id::{BranchId, JourneyId, TileId};
use crate::model::journey::{Branch, Journey, Sequence, Tile, TileKind};

/// An empty branch.
pub(super) fn new(id: BranchId) -> Branch {
    Branch { id, name: String::new(), condition: Condition::default(), tiles: Sequence::new() }
}

pub(super) fn add(tx: &mut Tx, journey: JourneyId, tile: TileId) -> Result<Done, Refusal> {
    let id = BranchId(tx.next_id());
    let tile = tile_of(of(tx, journey)?, tile)?;
    branches_of(tile)?.push(new(id));
    let name = EditName::of_tile("edit-add-branch", tile).about(tile.id.0, id.0);
    Ok(Done::new(name).creating(Created::Branch(id)))
}

pub(super) fn rename(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    name: String,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let branches = branches_of(tile)?;
    let index = index_of(branches, id)?;
    branches[index].name = name;
    Ok(Done::typed(name_of("edit-rename-branch", tile, id)))
}

pub(super) fn set_condition(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    condition: Condition,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let branches = branches_of(tile)?;
    let index = index_of(branches, id)?;
    branches[index].condition = condition;
    Ok(Done::typed(name_of("edit-set-condition", tile, id)))
}

/// Moves a branch to that index, or to the end when there are fewer.
pub(super) fn move_to(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    index: usize,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let branches = branches_of(tile)?;
    let from = index_of(branches, id)?;
    let branch = branches.remove(from);
    branches.insert(index.min(branches.len()), branch);
    Ok(Done::new(name_of("edit-move-branch", tile, id)))
}

pub(super) fn delete(journey: &mut Journey, tile: TileId, id: BranchId) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let name = name_of("edit-delete-branch", tile, id);
    let branches = branches_of(tile)?;
    let index = index_of(branches, id)?;
    if branches.len() == 1 {
        return Err(Refusal::LastBranch);
    }
    branches.remove(index);
    Ok(Done::new(name))
}

fn branches_of(tile: &mut Tile) -> Result<&mut Vec<Branch>, Refusal> {
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => Ok(branches),
        _ => Err(Refusal::WrongTile),
    }
}

fn index_of(branches: &[Branch], id: BranchId) -> Result<usize, Refusal> {
    branches.iter().position(|branch| branch.id == id).ok_or(Refusal::NotFound)
}

/// The name of an edit of a branch: after the branch where it has a name, or else
/// after its tile.
fn name_of(id: &'static str, tile: &Tile, branch: BranchId) -> EditName {
    let mut name = EditName::of_tile(id, tile).about(tile.id.0, branch.0);
    if let TileKind::AttributeBranch { branches, .. } = &tile.kind
        && let Some(found) = branches.iter().find(|known| known.id == branch)
        && !found.name.is_empty()
    {
        name.subject.clone_from(&found.name);
    }
    name
}
