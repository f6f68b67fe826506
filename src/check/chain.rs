//! What follows when a trigger is raised: what reacts, what that raises in turn, and
//! so on, as a tree that is drawn from left to right.
//!
//! **Invariant:** each tile that raises is followed once; where the tree comes to it
//! again it says so, and says when that closes a loop.

use crate::check::path;
use crate::check::reaction::{Raise, Reaction, Verdict, Why, reactions};
use crate::check::usage::{Index, Role};
use crate::model::id::{JourneyId, TileId, TriggerId};
use crate::model::journey::{Journey, JourneyState, TileKind};
use crate::model::sorted::SortedSet;
use crate::model::workspace::Workspace;

/// A step of the chain. The steps come in the order in which a tree is written down:
/// each is followed by what it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The step that leads to it, by its place in the list; the first has none.
    pub parent: Option<usize>,
    /// How many steps lead to it.
    pub depth: usize,
    /// What happens.
    pub what: What,
}

/// What happens in a step.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A trigger is raised.
    Raised {
        /// Which.
        trigger: TriggerId,
        /// By which tile; `None`: from outside.
        by: Option<(JourneyId, TileId)>,
        /// Whether the tree has been here before.
        again: Option<Again>,
    },
    /// A journey or a flow has to do with it.
    Reaction(Reaction),
}

/// How the tree comes to a tile that raises once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// The tile itself led here.
    Loop,
    /// What follows from it stands elsewhere in the tree.
    Elsewhere,
}

/// The longest way from the first step: as many as a run follows at one instant (rule A7),
/// each with its reaction.
const MAX_DEPTH: usize = 64;

/// The chain that begins there.
pub fn chain(workspace: &Workspace, index: &Index, raise: Raise) -> Vec<Step> {
    let mut chain = Chain { workspace, index, steps: Vec::new(), seen: SortedSet::new() };
    chain.follow(raise, None, 0);
    chain.steps
}

struct Chain<'a> {
    workspace: &'a Workspace,
    index: &'a Index,
    steps: Vec<Step>,
    /// The tiles that were followed.
    seen: SortedSet<TileId>,
}

impl Chain<'_> {
    fn follow(&mut self, raise: Raise, parent: Option<usize>, depth: usize) {
        let tile = raise.by.map(|(_, tile)| tile);
        let again = match tile {
            Some(tile) if !self.seen.insert(tile) => Some(self.again(parent, tile)),
            _ => None,
        };
        let what = What::Raised { trigger: raise.trigger, by: raise.by, again };
        let here = self.add(parent, depth, what);
        if again.is_some() || depth >= MAX_DEPTH {
            return;
        }
        for reaction in reactions(self.workspace, self.index, raise).all {
            let raises = self.raised_by(&reaction);
            let here = self.add(Some(here), depth + 1, What::Reaction(reaction));
            for (by, trigger) in raises {
                self.follow(Raise { trigger, by: Some(by), ..raise }, Some(here), depth + 2);
            }
        }
    }

    fn add(&mut self, parent: Option<usize>, depth: usize, what: What) -> usize {
        self.steps.push(Step { parent, depth, what });
        self.steps.len() - 1
    }

    /// Whether the tile is on the way that leads here.
    fn again(&self, mut at: Option<usize>, tile: TileId) -> Again {
        while let Some(step) = at.and_then(|place| self.steps.get(place)) {
            match step.what {
                What::Raised { by: Some((_, known)), .. } if known == tile => return Again::Loop,
                _ => at = step.parent,
            }
        }
        Again::Elsewhere
    }

    /// What is raised in turn by what reacts, or would if its journey was live.
    fn raised_by(&self, reaction: &Reaction) -> Vec<((JourneyId, TileId), TriggerId)> {
        let journey = reaction.used.journey.and_then(|id| self.workspace.journeys.get(&id));
        let Some(journey) = journey.filter(|_| leads_on(&reaction.verdict)) else {
            return Vec::new();
        };
        let tiles = ahead(journey, reaction).into_iter();
        let raised = tiles.filter_map(|tile| match tile.kind {
            TileKind::CustomTrigger { trigger, .. } => Some(((journey.id, tile.id), trigger?)),
            _ => None,
        });
        raised.collect()
    }
}

fn ahead<'a>(journey: &'a Journey, reaction: &Reaction) -> Vec<&'a crate::model::journey::Tile> {
    let used = reaction.used;
    match (used.role, used.tile.zip(used.wait)) {
        (Role::Starts, _) => path::from_start(journey),
        (Role::Waits, Some((tile, wait))) => path::after_wait(journey, tile, wait),
        _ => Vec::new(),
    }
}

/// Whether something may follow: not from what is known not to react for another reason
/// than that its journey is not live yet.
fn leads_on(verdict: &Verdict) -> bool {
    let is_waiting = |why: &Why| {
        !matches!(why, Why::State(JourneyState::Completed | JourneyState::Stopped))
            && matches!(why, Why::State(_))
    };
    match verdict {
        Verdict::Reacts | Verdict::Depends(_) => true,
        Verdict::DoesNot(whys) => whys.iter().all(is_waiting),
    }
}
