//! Judges a test scenario: runs its world and compares what happened with what is
//! expected. What differs is told as what was seen instead.
//!
//! **Invariant:** nothing is guessed: a scenario of which a part cannot be read is
//! [`Broken`], never half run; an expectation that names what is gone is not met.

mod broken;

use crate::engine::data::Dataset;
use crate::engine::plan::Plan;
use crate::engine::report::{ExitReason, Refusal, Report};
use crate::engine::run::{Window, simulate};
use crate::engine::trace::{Mapped, Trace, What, trace};
use crate::model::decimal::Decimal;
use crate::model::id::{AttributeId, ContactId, FlowId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Journey, Target};
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::tree::Slot;
use crate::model::value::Value;
use crate::model::workspace::Workspace;
use crate::model::zone::TimeZone;

pub use broken::{Broken, Part};

/// What became of a scenario.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// For each expectation in its order what was seen instead; none: it is met.
    pub seen: Vec<Option<Seen>>,
    /// Where its contacts came by.
    pub coverage: Coverage,
}

/// The tiles that contacts came to and the branches that they took.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Tiles, Entries included.
    pub tiles: SortedSet<TileId>,
    /// Branches.
    pub branches: SortedSet<(TileId, Slot)>,
}

/// What was seen instead of what is expected.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// What the expectation names is not there any more.
    Gone,
    /// It happened, although it should not.
    Happened,
    /// The contact did not enter the journey.
    NotEntered,
    /// The contact was refused.
    Refused(Refusal),
    /// The contact's way through the journey ended there.
    Ended(TileId, How),
    /// The contact took another branch.
    Took(Slot),
    /// No tile raised the trigger.
    NotRaised,
    /// A tile raised the trigger with other values: those that differ.
    Values(TileId, Vec<(AttributeId, Option<Value>)>),
    /// A tile could not raise the trigger because these values are missing.
    Missing(TileId, Vec<AttributeId>),
    /// The goal was met so often, by so many that entered.
    Goal {
        /// How often it was met.
        met: u64,
        /// How many entered.
        entered: u64,
    },
    /// The flow ran so often.
    Runs(u64),
}

/// How a way through a journey ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is still there at the end.
    Waiting,
    /// It came to an end of the journey.
    Completed,
    /// It was ended before.
    Exited(ExitReason),
}

/// Runs a scenario and says what differs from what is expected.
///
/// # Errors
///
/// Why it cannot be run.
pub fn judge(workspace: &Workspace, scenario: &Scenario) -> Result<Verdict, Broken> {
    let world = scenario.world(workspace);
    let plan = Plan::compile(&world).map_err(|errors| Broken::by_plan(&errors))?;
    let window = Window::of(&world.settings.run).map_err(Broken::by_window)?;
    let (data, issues) = Dataset::from_workspace(&world);
    if let Some(issue) = issues.into_iter().next() {
        return Err(Broken::by_data(issue));
    }
    let mut court = Court { world: &world, all: Report::default(), ways: SortedMap::new() };
    for contact in &scenario.contacts {
        let Some(index) = data.contact_named(&contact.name) else { continue };
        let mut report = Report::default();
        simulate(&plan, &data, index..index + 1, window, &mut report);
        court.all.merge(&report);
        let trace = trace(&plan, &data, index, window);
        court.ways.insert(contact.id, Way { report, trace });
    }
    let seen = scenario.expectations.iter().map(|expectation| court.judge(expectation));
    Ok(Verdict { seen: seen.collect(), coverage: Coverage::of(&court.all) })
}

impl Coverage {
    /// Where the contacts of a report came by.
    pub fn of(report: &Report) -> Self {
        let mut coverage = Self::default();
        for (&tile, counts) in report.tiles.iter().filter(|(_, counts)| counts.arrived > 0) {
            coverage.tiles.insert(tile);
            let taken = counts.branches.iter().filter(|(_, count)| **count > 0);
            coverage.branches.extend(taken.map(|(&slot, _)| (tile, slot)));
        }
        coverage
    }

    /// Everything that there is to cover in a workspace.
    pub fn whole(workspace: &Workspace) -> Self {
        let mut coverage = Self::default();
        for journey in workspace.journeys.values() {
            coverage.tiles.insert(journey.entry.id);
            for tile in journey.all_tiles() {
                coverage.tiles.insert(tile.id);
                coverage.branches.extend(tile.slots().into_iter().map(|slot| (tile.id, slot)));
            }
        }
        coverage
    }

    /// Adds what another scenario covers.
    pub fn merge(&mut self, other: &Self) {
        self.tiles.extend(other.tiles.iter().copied());
        self.branches.extend(other.branches.iter().copied());
    }

    /// What of this is in `whole` too.
    pub fn within(mut self, whole: &Self) -> Self {
        self.tiles.retain(|tile| whole.tiles.contains(tile));
        self.branches.retain(|branch| whole.branches.contains(branch));
        self
    }
}

/// What happened in a scenario.
struct Court<'a> {
    world: &'a Workspace,
    all: Report,
    ways: SortedMap<ContactId, Way>,
}

/// What happened to one contact.
struct Way {
    report: Report,
    trace: Trace,
}

impl Seen {
    /// The tile where it was seen, if it was at one.
    pub fn tile(&self) -> Option<TileId> {
        match self {
            Self::Ended(tile, _) | Self::Values(tile, _) | Self::Missing(tile, _) => Some(*tile),
            _ => None,
        }
    }
}

impl Court<'_> {
    /// What was seen instead of it.
    fn judge(&self, expectation: &Expectation) -> Option<Seen> {
        let way = match expectation.contact() {
            Some(contact) => match self.ways.get(&contact) {
                Some(way) => Some(way),
                None => return Some(Seen::Gone),
            },
            None => None,
        };
        match (expectation, way) {
            (Expectation::Reaches { tile, not, .. }, Some(way)) => self.reaches(way, *tile, *not),
            (Expectation::Takes { tile, branch, not, .. }, Some(way)) => {
                self.takes(way, *tile, *branch, *not)
            }
            (Expectation::Raises { trigger, values, not, .. }, Some(way)) => {
                self.raises(way, *trigger, values, *not)
            }
            (Expectation::Ends { journey, ending, not, .. }, Some(way)) => {
                self.ends(way, *journey, *ending, *not)
            }
            (Expectation::FlowRuns { flow, times }, _) => self.flow_runs(*flow, *times),
            (Expectation::GoalMet { journey, target }, _) => self.goal_met(*journey, *target),
            _ => Some(Seen::Gone),
        }
    }

    fn reaches(&self, way: &Way, tile: TileId, not: bool) -> Option<Seen> {
        let Some(journey) = self.journey_of(tile) else { return Some(Seen::Gone) };
        let reached = way.report.tiles.get(&tile).is_some_and(|counts| counts.arrived > 0);
        instead(reached, not, || way.end(journey.id))
    }

    fn takes(&self, way: &Way, tile: TileId, branch: Slot, not: bool) -> Option<Seen> {
        let Some(journey) = self.journey_of(tile) else { return Some(Seen::Gone) };
        let slots = journey.tile(tile).map(|tile| tile.slots()).unwrap_or_default();
        if !slots.contains(&branch) {
            return Some(Seen::Gone);
        }
        let counts = way.report.tiles.get(&tile);
        let took = |slot| counts.is_some_and(|counts| counts.branches.get(&slot) > Some(&0));
        instead(took(branch), not, || {
            let other = slots.iter().copied().find(|slot| took(*slot));
            other.map_or_else(|| way.end(journey.id), Seen::Took)
        })
    }

    fn raises(
        &self,
        way: &Way,
        trigger: TriggerId,
        wanted: &SortedMap<AttributeId, String>,
        not: bool,
    ) -> Option<Seen> {
        if !self.world.triggers.contains_key(&trigger) {
            return Some(Seen::Gone);
        }
        let mut other = Seen::NotRaised;
        for step in &way.trace.steps {
            let Some(tile) = step.place.as_ref().map(|place| place.tile) else { continue };
            match &step.what {
                What::Raised { trigger: raised, values, .. } if *raised == trigger => {
                    let differing = self.differing(trigger, wanted, values);
                    if differing.is_empty() {
                        return not.then_some(Seen::Happened);
                    }
                    other = Seen::Values(tile, differing);
                }
                What::Failed { trigger: failed, values } if *failed == trigger => {
                    let missing = values.iter().filter(|mapped| mapped.value.is_none());
                    other = Seen::Missing(tile, missing.map(|mapped| mapped.attribute).collect());
                }
                _ => {}
            }
        }
        (!not).then_some(other)
    }

    /// The attributes that have other values than wanted, with those.
    fn differing(
        &self,
        trigger: TriggerId,
        wanted: &SortedMap<AttributeId, String>,
        values: &[Mapped],
    ) -> Vec<(AttributeId, Option<Value>)> {
        let differs = |(&attribute, text): (&AttributeId, &String)| {
            let found = values.iter().find(|mapped| mapped.attribute == attribute);
            let found = found.and_then(|mapped| mapped.value.clone());
            let ty = self.world.attribute_of(trigger, attribute).ok().map(|known| &known.ty);
            let wanted = ty.and_then(|ty| Value::parse(text, ty, &TimeZone::UTC).ok());
            (wanted.is_none() || wanted != found).then_some((attribute, found))
        };
        wanted.iter().filter_map(differs).collect()
    }

    fn ends(&self, way: &Way, journey: JourneyId, ending: Ending, not: bool) -> Option<Seen> {
        if !self.world.journeys.contains_key(&journey) {
            return Some(Seen::Gone);
        }
        let counts = way.report.journeys.get(&journey).cloned().unwrap_or_default();
        let happened = match ending {
            Ending::Enters => counts.entered > 0,
            Ending::Refused => counts.refused.values().any(|count| *count > 0),
            Ending::Completes => counts.completed > 0,
            Ending::Exits => counts.exited.values().any(|count| *count > 0),
            Ending::MeetsGoal => counts.goal_met > 0,
        };
        instead(happened, not, || way.end(journey))
    }

    fn flow_runs(&self, flow: FlowId, times: u32) -> Option<Seen> {
        if !self.world.flows.contains_key(&flow) {
            return Some(Seen::Gone);
        }
        let runs = self.all.flows.get(&flow).copied().unwrap_or_default();
        (runs != u64::from(times)).then_some(Seen::Runs(runs))
    }

    fn goal_met(&self, journey: JourneyId, target: Target) -> Option<Seen> {
        if self.world.journeys.get(&journey).is_none_or(|journey| journey.goal.is_none()) {
            return Some(Seen::Gone);
        }
        let counts = self.all.journeys.get(&journey).cloned().unwrap_or_default();
        let (met, entered) = (counts.goal_met, counts.entered);
        let enough = match target {
            Target::Count(count) => met >= u64::from(count),
            Target::Share(share) => share_is_met(met, entered, share),
        };
        (!enough).then_some(Seen::Goal { met, entered })
    }

    fn journey_of(&self, tile: TileId) -> Option<&Journey> {
        let mut journeys = self.world.journeys.values().map(AsRef::as_ref);
        journeys.find(|journey| journey.entry.id == tile || journey.tile(tile).is_some())
    }
}

impl Way {
    /// How the contact's last way through a journey ended.
    fn end(&self, journey: JourneyId) -> Seen {
        let mut seen = Seen::NotEntered;
        for step in &self.trace.steps {
            if let What::Refused { journey: refused, reason, .. } = step.what
                && refused == journey
                && !matches!(seen, Seen::Ended(..))
            {
                seen = Seen::Refused(reason);
            }
            let Some(place) = step.place.filter(|place| place.instance.journey == journey) else {
                continue;
            };
            seen = match step.what {
                What::Completed => Seen::Ended(place.tile, How::Completed),
                What::Exited { reason, .. } => Seen::Ended(place.tile, How::Exited(reason)),
                What::StillInside => Seen::Ended(place.tile, How::Waiting),
                _ => seen,
            };
        }
        seen
    }
}

/// Whether what is expected and what happened are the same; if not, what was seen.
fn instead(happened: bool, not: bool, other: impl FnOnce() -> Seen) -> Option<Seen> {
    match (happened, not) {
        (true, true) => Some(Seen::Happened),
        (false, false) => Some(other()),
        _ => None,
    }
}

/// Whether so many of those that entered are at least so many percent of them.
fn share_is_met(met: u64, entered: u64, percent: Decimal) -> bool {
    let (met, entered) = (i128::from(met), i128::from(entered));
    entered > 0 && met * 100 * Decimal::from(1).units() >= entered * percent.units()
}
