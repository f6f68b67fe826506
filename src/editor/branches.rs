//! Edits of the branches of a tile: of an Attribute branch, an If/then, a Split.

use crate::editor::edits::Done;
use crate::editor::journeys::of;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::Selection;
use crate::editor::shares;
use crate::editor::tiles::tile_of;
use crate::model::change::Tx;
use crate::model::condition::Condition;
use crate::model::decimal::Decimal;
use crate::model::id::{BranchId, JourneyId, TileId};
use crate::model::journey::{
    Branch, Journey, Sequence, Share, Tile, TileKind, WHOLE, WaitBranch, WaitOn, total,
};
use crate::model::tree::{SequenceId, Slot};

/// An empty branch.
pub(super) fn new(id: BranchId) -> Branch {
    Branch { id, name: String::new(), condition: Condition::default(), tiles: Sequence::new() }
}

pub(super) fn add(tx: &mut Tx, journey: JourneyId, tile: TileId) -> Result<Done, Refusal> {
    let (id, first) = (BranchId(tx.next_id()), BranchId(tx.next_id()));
    let tile = tile_of(of(tx, journey)?, tile)?;
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => branches.push(new(id)),
        TileKind::WaitFor { waits, .. } => add_wait(waits, id, first),
        TileKind::Split { shares } => {
            let left = total(shares).map_or(0, |sum| WHOLE.units() - sum.units());
            shares.push(shares::new(id, Decimal::from_units(left.max(0))));
        }
        _ => return Err(Refusal::WrongTile),
    }
    let name = EditName::of_tile("edit-add-branch", tile).about(tile.id.0, id.0);
    Ok(Done::new(name).creating(Created::Branch(id)))
}

/// Adds a wait of the kind of the last one. What was the only one gets an id.
fn add_wait(waits: &mut Vec<WaitBranch>, id: BranchId, first: BranchId) {
    if let [only] = waits.as_mut_slice() {
        only.id = first;
    }
    let on = match waits.last().map(|wait| &wait.on) {
        Some(WaitOn::Interaction { message, kind }) => {
            WaitOn::Interaction { message: *message, kind: *kind }
        }
        _ => WaitOn::default(),
    };
    waits.push(WaitBranch { id, name: String::new(), on, tiles: Sequence::new() });
}

pub(super) fn rename(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    name: String,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let own = match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter_mut().find(|one| one.id == id).map(|one| &mut one.name)
        }
        // The only wait is called Yes.
        TileKind::WaitFor { waits, .. } if waits.len() > 1 => {
            waits.iter_mut().find(|one| one.id == id).map(|one| &mut one.name)
        }
        TileKind::Split { shares } => {
            shares.iter_mut().find(|one| one.id == id).map(|one| &mut one.name)
        }
        _ => return Err(Refusal::WrongTile),
    };
    *own.ok_or(Refusal::NotFound)? = name;
    Ok(Done::typed(name_of("edit-rename-branch", tile, id)))
}

pub(super) fn set_condition(
    journey: &mut Journey,
    tile: TileId,
    id: BranchId,
    condition: Condition,
) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let TileKind::AttributeBranch { branches, .. } = &mut tile.kind else {
        return Err(Refusal::WrongTile);
    };
    let branch = branches.iter_mut().find(|branch| branch.id == id);
    branch.ok_or(Refusal::NotFound)?.condition = condition;
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
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => shift(branches, id, index),
        TileKind::WaitFor { waits, .. } => shift(waits, id, index),
        TileKind::Split { shares } => shift(shares, id, index),
        _ => Err(Refusal::WrongTile),
    }?;
    Ok(Done::new(name_of("edit-move-branch", tile, id)))
}

pub(super) fn delete(journey: &mut Journey, tile: TileId, id: BranchId) -> Result<Done, Refusal> {
    let tile = tile_of(journey, tile)?;
    let name = name_of("edit-delete-branch", tile, id);
    match &mut tile.kind {
        TileKind::AttributeBranch { branches, .. } => remove(branches, id, 1).map(drop),
        TileKind::WaitFor { waits, .. } => remove_wait(waits, id).map(drop),
        TileKind::Split { shares } => remove(shares, id, 2).map(drop),
        _ => Err(Refusal::WrongTile),
    }?;
    Ok(Done::new(name))
}

/// Moves a branch of a tile to another tile of the same kind, to that index or the end.
pub(super) fn move_over(
    tx: &mut Tx,
    journey: JourneyId,
    (tile, id): (TileId, BranchId),
    to: TileId,
    index: usize,
) -> Result<Done, Refusal> {
    if tile == to {
        return move_to(of(tx, journey)?, tile, id, index);
    }
    let first = BranchId(tx.next_id());
    let journey = of(tx, journey)?;
    let own =
        journey.sequence(SequenceId::Of(tile, Slot::Branch(id))).ok_or(Refusal::LastBranch)?;
    if own.iter().flat_map(|tile| tile.subtree()).any(|inside| inside.id == to) {
        return Err(Refusal::IntoItself);
    }
    let name = name_of("edit-move-branch", tile_of(journey, tile)?, id);
    match &mut tile_of(journey, tile)?.kind {
        TileKind::AttributeBranch { branches, .. } => {
            let branch = remove(branches, id, 1)?;
            let TileKind::AttributeBranch { branches, .. } = &mut tile_of(journey, to)?.kind else {
                return Err(Refusal::WrongTile);
            };
            branches.insert(index.min(branches.len()), branch);
        }
        TileKind::WaitFor { waits, .. } => {
            let wait = remove_wait(waits, id)?;
            let TileKind::WaitFor { waits, .. } = &mut tile_of(journey, to)?.kind else {
                return Err(Refusal::WrongTile);
            };
            if let [only] = waits.as_mut_slice() {
                only.id = first;
            }
            waits.insert(index.min(waits.len()), wait);
        }
        TileKind::Split { shares } => {
            let share = remove(shares, id, 2)?;
            let TileKind::Split { shares } = &mut tile_of(journey, to)?.kind else {
                return Err(Refusal::WrongTile);
            };
            shares.insert(index.min(shares.len()), share);
        }
        _ => return Err(Refusal::WrongTile),
    }
    Ok(Done::new(name).selecting(journey.id, Selection::tile(to)))
}

/// Removes a wait; the only one that is left is called Yes.
fn remove_wait(waits: &mut Vec<WaitBranch>, id: BranchId) -> Result<WaitBranch, Refusal> {
    let wait = remove(waits, id, 1)?;
    if let [only] = waits.as_mut_slice() {
        only.id = BranchId::ONLY;
        only.name.clear();
    }
    Ok(wait)
}

/// The name of an edit of a branch: after the branch where it has a name, or else
/// after its tile.
pub(super) fn name_of(id: &'static str, tile: &Tile, branch: BranchId) -> EditName {
    let mut name = EditName::of_tile(id, tile).about(tile.id.0, branch.0);
    if let Some(own) = tile.kind.name_of_branch(branch).filter(|own| !own.is_empty()) {
        name.subject = own.to_owned();
    }
    name
}

/// What has the id of a branch.
trait Identified {
    fn id(&self) -> BranchId;
}

impl Identified for Branch {
    fn id(&self) -> BranchId {
        self.id
    }
}

impl Identified for WaitBranch {
    fn id(&self) -> BranchId {
        self.id
    }
}

impl Identified for Share {
    fn id(&self) -> BranchId {
        self.id
    }
}

fn shift<T: Identified>(branches: &mut Vec<T>, id: BranchId, index: usize) -> Result<(), Refusal> {
    let from = branches.iter().position(|one| one.id() == id).ok_or(Refusal::NotFound)?;
    let branch = branches.remove(from);
    branches.insert(index.min(branches.len()), branch);
    Ok(())
}

/// Removes a branch, unless so few are left.
fn remove<T: Identified>(branches: &mut Vec<T>, id: BranchId, least: usize) -> Result<T, Refusal> {
    let index = branches.iter().position(|one| one.id() == id).ok_or(Refusal::NotFound)?;
    if branches.len() <= least {
        return Err(Refusal::LastBranch);
    }
    Ok(branches.remove(index))
}
