//! What a tile and its branches are called.

use crate::editor::command::NewTile;
use crate::model::decimal::Decimal;
use crate::model::journey::{Tile, TileKind};
use crate::model::tree::Slot;

/// What a tile is called, the Entry included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TileTitle {
    /// The Entry.
    Entry,
    /// By its own name.
    Own(String),
    /// After what it does.
    Kind(NewTile),
}

/// What a branch is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchName {
    /// By its own name.
    Own(String),
    /// It is taken when the condition holds or the trigger came.
    Yes,
    /// It is taken otherwise.
    No,
    /// It is taken when none of several conditions holds.
    Other,
    /// By its number, from 1.
    Numbered(usize),
    /// By its percentage.
    Percent(Decimal),
}

/// What a tile is called: by its own name, or after what it does.
pub fn title(tile: &Tile) -> TileTitle {
    if tile.name.trim().is_empty() {
        TileTitle::Kind(kind(tile))
    } else {
        TileTitle::Own(tile.name.clone())
    }
}

/// Which tile of the palette it is.
pub fn kind(tile: &Tile) -> NewTile {
    match tile.kind {
        TileKind::AttributeBranch { .. } => NewTile::AttributeBranch,
        TileKind::WaitFor { .. } => NewTile::WaitForTrigger,
        TileKind::Message { channel, .. } => NewTile::Message(channel),
        TileKind::Split { .. } => NewTile::Split,
        TileKind::Wait(_) => NewTile::Wait,
        TileKind::CustomTrigger { .. } => NewTile::CustomTrigger,
        TileKind::Exit => NewTile::Exit,
    }
}

/// What a branch of a tile is called.
pub fn branch_name(tile: &Tile, slot: Slot) -> BranchName {
    match slot {
        Slot::Yes => BranchName::Yes,
        Slot::No => BranchName::No,
        Slot::Other if is_yes(tile) => BranchName::No,
        Slot::Other => BranchName::Other,
        Slot::Branch(id) => {
            let own = tile.kind.name_of_branch(id).unwrap_or_default().trim();
            let index = tile.slots().iter().position(|known| *known == slot).unwrap_or_default();
            match (own, &tile.kind) {
                ("", TileKind::Split { shares }) => BranchName::Percent(
                    shares.get(index).map(|share| share.percent).unwrap_or_default(),
                ),
                ("", _) if is_yes(tile) => BranchName::Yes,
                ("", _) => BranchName::Numbered(index + 1),
                (own, _) => BranchName::Own(own.to_owned()),
            }
        }
    }
}

/// Whether there is one branch, without a name of its own: it is called Yes.
fn is_yes(tile: &Tile) -> bool {
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            matches!(branches.as_slice(), [only] if only.name.trim().is_empty())
        }
        _ => false,
    }
}
