//! What tiles of every kind are asked: their sequences, what they wait for, what
//! their branches are called.

use crate::model::id::BranchId;
use crate::model::journey::{
    Channel, Interaction, Listener, Sequence, Tile, TileKind, WaitBranch, WaitOn,
};
use crate::model::time::Duration;

impl Tile {
    /// Whether a contact that comes to it can go on below it.
    pub fn falls_through(&self) -> bool {
        let branches = self.kind.sequences();
        match branches.is_empty() {
            true => !matches!(self.kind, TileKind::Exit),
            false => {
                branches.into_iter().any(|tiles| tiles.iter().all(|tile| tile.falls_through()))
            }
        }
    }
}

impl TileKind {
    /// The sequences that it owns, in the order in which they are drawn.
    pub fn sequences(&self) -> Vec<&Sequence> {
        match self {
            Self::AttributeBranch { branches, other } => {
                branches.iter().map(|branch| &branch.tiles).chain([other]).collect()
            }
            Self::WaitFor { waits, other, .. } => {
                waits.iter().map(|wait| &wait.tiles).chain([other]).collect()
            }
            Self::Split { shares } => shares.iter().map(|share| &share.tiles).collect(),
            Self::Wait(_) | Self::CustomTrigger { .. } | Self::Message { .. } | Self::Exit => {
                Vec::new()
            }
        }
    }

    /// As [`sequences`](Self::sequences), to change them.
    pub fn sequences_mut(&mut self) -> Vec<&mut Sequence> {
        match self {
            Self::AttributeBranch { branches, other } => {
                branches.iter_mut().map(|branch| &mut branch.tiles).chain([other]).collect()
            }
            Self::WaitFor { waits, other, .. } => {
                waits.iter_mut().map(|wait| &mut wait.tiles).chain([other]).collect()
            }
            Self::Split { shares } => shares.iter_mut().map(|share| &mut share.tiles).collect(),
            Self::Wait(_) | Self::CustomTrigger { .. } | Self::Message { .. } | Self::Exit => {
                Vec::new()
            }
        }
    }

    /// If/then with one wait: Yes and No.
    pub fn wait_for(on: WaitOn, limit: Duration, yes: Sequence, no: Sequence) -> Self {
        let only = WaitBranch { id: BranchId::ONLY, name: String::new(), on, tiles: yes };
        Self::WaitFor { waits: vec![only], limit, other: no }
    }

    /// What an If/then tile waits for, in its order; nothing for other tiles.
    pub fn waits(&self) -> &[WaitBranch] {
        match self {
            Self::WaitFor { waits, .. } => waits,
            _ => &[],
        }
    }

    /// As [`waits`](Self::waits), to change what stands there.
    pub fn waits_mut(&mut self) -> &mut [WaitBranch] {
        match self {
            Self::WaitFor { waits, .. } => waits,
            _ => &mut [],
        }
    }

    /// The name that a branch was given.
    pub fn name_of_branch(&self, id: BranchId) -> Option<&str> {
        match self {
            Self::AttributeBranch { branches, .. } => {
                branches.iter().find(|one| one.id == id).map(|one| one.name.as_str())
            }
            Self::WaitFor { waits, .. } => {
                waits.iter().find(|one| one.id == id).map(|one| one.name.as_str())
            }
            Self::Split { shares } => {
                shares.iter().find(|one| one.id == id).map(|one| one.name.as_str())
            }
            Self::Wait(_) | Self::CustomTrigger { .. } | Self::Message { .. } | Self::Exit => None,
        }
    }

    /// The triggers that the tile waits for with their conditions.
    pub fn listeners(&self) -> impl Iterator<Item = &Listener> {
        self.waits().iter().filter_map(|wait| wait.on.listener())
    }
}

impl BranchId {
    /// The id of the only wait of an If/then tile, whose branches are Yes and No. A
    /// file does not name it, and no other thing gets this number.
    pub const ONLY: Self = Self(0);
}

impl WaitOn {
    /// The trigger with its condition, where it is one.
    pub fn listener(&self) -> Option<&Listener> {
        match self {
            Self::Trigger(on) => Some(on),
            Self::Interaction { .. } => None,
        }
    }
}

impl Default for WaitOn {
    fn default() -> Self {
        Self::Trigger(Listener::default())
    }
}

impl Channel {
    /// All of them, in the order of the palette.
    pub const ALL: [Self; 3] = [Self::Email, Self::TextMessage, Self::Push];
}

impl Interaction {
    /// All of them, in the order in which they come about.
    pub const ALL: [Self; 3] = [Self::Delivered, Self::Opened, Self::Clicked];

    /// What files call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Opened => "opened",
            Self::Clicked => "clicked",
        }
    }

    /// The interaction of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
