//! Who is behind a count: the contacts that came by somewhere.

use crate::engine::counts::Counts;
use crate::engine::data::Dataset;
use crate::engine::machine::Machine;
use crate::engine::plan::{Kind, Plan};
use crate::engine::record::Counting;
use crate::engine::report::Refusal;
use crate::engine::run::Window;
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::Interaction;
use crate::model::tree::Slot;
use crate::model::turns::{Rest, at_once, no_rest};

/// What a contact can have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visit {
    /// Came to a tile.
    Reached(TileId),
    /// Is still at a tile at the end of the run.
    WaitsAt(TileId),
    /// Was ended at a tile.
    ExitedAt(TileId),
    /// Took a branch.
    Took(TileId, Slot),
    /// Failed to raise the trigger of a tile (rule M4).
    FailedAt(TileId),
    /// Was sent the message of a tile.
    SentAt(TileId),
    /// Did that with the message of a tile.
    Interacted(TileId, Interaction),
    /// Entered a journey.
    Entered(JourneyId),
    /// Was refused by a journey.
    Refused(JourneyId, Refusal),
    /// Is still in a journey at the end of the run.
    Inside(JourneyId),
    /// Completed a journey.
    Completed(JourneyId),
    /// Was ended in a journey.
    Exited(JourneyId),
    /// Met the goal of a journey.
    MetGoal(JourneyId),
}

/// The contacts that did it at least once, in their order.
pub fn find(plan: &Plan, data: &Dataset, window: Window, visit: Visit) -> Vec<u32> {
    at_once(find_in_turns(plan, data, window, visit, &no_rest))
}

/// As [`find`], with rests.
pub async fn find_in_turns(
    plan: &Plan,
    data: &Dataset,
    window: Window,
    visit: Visit,
    rest: Rest<'_>,
) -> Vec<u32> {
    let mut found = Vec::new();
    let Some(counter) = Counter::of(plan, visit) else { return found };
    let mut machine = Machine::new(plan, data, window, Counting(()));
    let mut before = 0;
    for start in (0..data.contacts()).step_by(TURN as usize) {
        for contact in start..start.saturating_add(TURN).min(data.contacts()) {
            machine.run_contact(contact);
            let after = counter.read(machine.counts());
            if std::mem::replace(&mut before, after) != after {
                found.push(contact);
            }
        }
        rest().await;
    }
    found
}

/// So many contacts are run between two rests.
const TURN: u32 = 500;

/// A counter that goes up when a contact does it.
enum Counter {
    Arrived(usize),
    Waiting(usize),
    TileExits(std::ops::Range<usize>),
    Branch(usize),
    Failed(usize),
    Message(usize, usize),
    Entered(usize),
    Refused(usize, Refusal),
    NotLive(usize),
    Inside(usize),
    Completed(usize),
    JourneyExits(std::ops::Range<usize>),
    GoalMet(usize),
}

impl Counter {
    fn of(plan: &Plan, visit: Visit) -> Option<Self> {
        let tile = |id: TileId| plan.tiles.iter().position(|tile| tile.id == id);
        let message = |id: TileId| match plan.tiles[tile(id)?].kind {
            Kind::Message(index) => Some(index as usize),
            _ => None,
        };
        let journey = |id: JourneyId| plan.journeys.iter().position(|known| known.id == id);
        Some(match visit {
            Visit::Reached(id) => Self::Arrived(tile(id)?),
            Visit::WaitsAt(id) => Self::Waiting(tile(id)?),
            Visit::ExitedAt(id) => {
                let tile = tile(id)?;
                let owner = plan.journeys.iter().find(|known| known.tiles(plan).contains(&tile))?;
                let first = plan.tiles[tile].exit_counter as usize;
                Self::TileExits(first..first + 1 + owner.exits as usize)
            }
            Visit::Took(id, slot) => Self::Branch(
                plan.branches.iter().position(|known| (known.tile, known.slot) == (id, slot))?,
            ),
            Visit::FailedAt(id) => Self::Failed(tile(id)?),
            Visit::SentAt(id) => Self::Message(message(id)?, 0),
            Visit::Interacted(id, kind) => Self::Message(message(id)?, 1 + kind as usize),
            Visit::Entered(id) => Self::Entered(journey(id)?),
            Visit::Refused(id, Refusal::NotLive) => {
                Self::NotLive(plan.dormant.iter().position(|known| *known == id)?)
            }
            Visit::Refused(id, refusal) => Self::Refused(journey(id)?, refusal),
            Visit::Inside(id) => Self::Inside(journey(id)?),
            Visit::Completed(id) => Self::Completed(journey(id)?),
            Visit::Exited(id) => {
                let owner = &plan.journeys[journey(id)?];
                let first = owner.exit_counter as usize;
                Self::JourneyExits(first..first + 1 + owner.exits as usize)
            }
            Visit::MetGoal(id) => Self::GoalMet(journey(id)?),
        })
    }

    fn read(&self, counts: &Counts) -> u64 {
        match self {
            Self::Arrived(tile) => counts.tiles[*tile].arrived,
            Self::Waiting(tile) => counts.tiles[*tile].waiting,
            Self::TileExits(range) => counts.tile_exits[range.clone()].iter().sum(),
            Self::Branch(branch) => counts.branches[*branch],
            Self::Failed(tile) => counts.tiles[*tile].failed,
            Self::Message(message, which) => counts.messages[*message][*which],
            Self::Entered(journey) => counts.journeys[*journey].entered,
            Self::Refused(journey, refusal) => counts.journeys[*journey].refused(*refusal),
            Self::NotLive(journey) => counts.dormant[*journey],
            Self::Inside(journey) => counts.journeys[*journey].inside,
            Self::Completed(journey) => counts.journeys[*journey].completed,
            Self::JourneyExits(range) => counts.journey_exits[range.clone()].iter().sum(),
            Self::GoalMet(journey) => counts.journeys[*journey].goal_met,
        }
    }
}
