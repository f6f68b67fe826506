//! What tiles and branches are called.

use crate::check::term;
use crate::editor::summary::{self, BranchName};
use crate::locale::{Lang, say};
use crate::model::id::TileId;
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;

/// A tile by its own name, or after what it does; a Custom trigger tile after its trigger.
pub fn tile(lang: Lang, workspace: &Workspace, journey: &Journey, id: TileId) -> String {
    let Some(tile) = journey.tile(id) else { return say(lang, term::ENTRY, []) };
    if !tile.name.trim().is_empty() {
        return tile.name.clone();
    }
    if let TileKind::CustomTrigger { trigger: Some(trigger), .. } = tile.kind
        && let Some(trigger) = workspace.triggers.get(&trigger)
    {
        return trigger.name.clone();
    }
    say(lang, term::of_tile(&tile.kind), [])
}

/// A branch of a tile.
pub fn branch(lang: Lang, tile: &Tile, slot: Slot) -> String {
    match summary::branch_name(tile, slot) {
        BranchName::Own(name) => name,
        BranchName::Yes => say(lang, "branch-yes", []),
        BranchName::No => say(lang, "branch-no", []),
        BranchName::Other => say(lang, "branch-other", []),
        BranchName::Numbered(number) => {
            say(lang, "branch-numbered", [("n", number.to_string().into())])
        }
        BranchName::Percent(share) => say(lang, "percentage", [("n", share.to_string().into())]),
    }
}
