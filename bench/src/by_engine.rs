//! Workload S in the engine: its contacts and events read from CSV, its report and
//! the ends of its instances turned into an [`Outcome`].

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::data::Dataset;
use parcours::engine::plan::Plan;
use parcours::engine::report::Report;
use parcours::engine::run::{Simulation, Watch, Window};
use parcours::examples::workload::{MINUTE, START, WORKSPACE};
use parcours::format::csv::{read_contacts, read_events};
use parcours::model::id::{BranchId, JourneyId, TileId, TriggerId};
use parcours::model::time::Instant;
use parcours::model::tree::Slot;
use parcours::model::workspace::Workspace;

use crate::outcome::{Ended, Outcome};

/// A tile of its own where the workload has an exit criterion of [`WAIT_12H`].
const EXIT_CRITERION: u32 = 19;
const WAIT_12H: u32 = 16;

/// Why the workload cannot be run: a defect of this program.
#[derive(Debug)]
pub struct Broken(pub String);

/// The workload's journeys, compiled.
#[derive(Debug)]
pub struct Workload {
    /// As a workspace.
    pub workspace: Workspace,
    /// As a plan.
    pub plan: Plan,
}

/// Where and when an instance ended.
#[derive(Debug, Clone, Copy)]
pub struct End {
    contact: u32,
    tile: TileId,
    at: Instant,
}

/// Keeps where and when each instance ended.
#[derive(Debug, Default)]
pub struct Ends(Vec<End>);

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// The counts.
    pub report: Report,
    /// The ends of the instances.
    pub ends: Ends,
}

impl Watch for Ends {
    fn ended(&mut self, contact: u32, tile: TileId, at: Instant) {
        self.0.push(End { contact, tile, at });
    }
}

impl Ends {
    /// For so many contacts. The memory is touched now, not while a run is timed.
    pub fn new(contacts: u32) -> Self {
        let none = End { contact: 0, tile: TileId(0), at: Instant(0) };
        let mut ends = vec![none; 2 * contacts as usize];
        ends.clear();
        Self(ends)
    }
}

impl Workload {
    /// Reads and compiles it.
    ///
    /// # Errors
    /// When the workspace does not read or compile.
    pub fn new() -> Result<Self, Broken> {
        let broken = |error: String| Broken(format!("workload-s.json: {error}"));
        let workspace = parcours::format::read(WORKSPACE.as_bytes());
        let workspace = workspace.map_err(|error| broken(error.to_string()))?;
        let plan = Plan::compile(&workspace).map_err(|errors| broken(format!("{errors:?}")))?;
        Ok(Self { workspace, plan })
    }

    /// Reads a file of contacts and one of events.
    ///
    /// # Errors
    /// When not every row is taken.
    pub fn read(&self, contacts: &[u8], events: &[u8]) -> Result<Dataset, Broken> {
        let mut builder = DatasetBuilder::new(&self.workspace);
        self.read_contacts(contacts, &mut builder)?;
        let reading = read_events(events, &self.workspace, &mut builder);
        let reading = reading.map_err(|error| Broken(format!("events: {error:?}")))?;
        if !reading.issues.is_empty() {
            return Err(Broken(format!("events: {:?}", reading.issues)));
        }
        Ok(builder.finish())
    }

    /// Reads a file of contacts.
    ///
    /// # Errors
    /// When not every row is taken.
    pub fn read_contacts(
        &self,
        contacts: &[u8],
        builder: &mut DatasetBuilder,
    ) -> Result<(), Broken> {
        let reading = read_contacts(contacts, &self.workspace, builder);
        let reading = reading.map_err(|error| Broken(format!("contacts: {error:?}")))?;
        if reading.issues.is_empty() {
            Ok(())
        } else {
            Err(Broken(format!("contacts: {:?}", reading.issues)))
        }
    }

    /// Runs so many threads over equal ranges of the contacts, each with its own
    /// `ends`.
    pub fn run(&self, data: &Dataset, ends: Vec<Ends>) -> Ran {
        let parts = ends.len() as u32;
        let part =
            |index: u32| (u64::from(data.contacts()) * u64::from(index) / u64::from(parts)) as u32;
        let one = |index: u32, ends: Ends| {
            let mut simulation = Simulation::watched(&self.plan, data, Window::default(), ends);
            simulation.run(part(index)..part(index + 1));
            Ran { report: simulation.report(), ends: simulation.into_watch() }
        };
        let mut whole = Ran { report: Report::default(), ends: Ends::default() };
        std::thread::scope(|scope| {
            let one = &one;
            let mut ends = (0..).zip(ends);
            let first = ends.next();
            let others: Vec<_> =
                ends.map(|(index, ends)| scope.spawn(move || one(index, ends))).collect();
            if let Some((index, ends)) = first {
                whole = one(index, ends);
            }
            for ran in others.into_iter().filter_map(|thread| thread.join().ok()) {
                whole.report.merge(&ran.report);
                whole.ends.0.extend(ran.ends.0);
            }
        });
        whole
    }
}

/// What a run came to.
pub fn outcome(ran: &Ran, data: &Dataset) -> Outcome {
    let report = &ran.report;
    let arrived = |tile: u32| report.tiles.get(&TileId(tile)).map_or(0, |tile| tile.arrived);
    let took = |tile: u32, slot: Slot| {
        let tile = report.tiles.get(&TileId(tile));
        tile.and_then(|tile| tile.branches.get(&slot)).copied().unwrap_or_default()
    };
    let branch = |tile: u32, branch: u32| took(tile, Slot::Branch(BranchId(branch)));
    let activations = |trigger: u32| {
        let counts = report.triggers.get(&TriggerId(trigger));
        counts.map_or([0, 0], |counts| [counts.activated, counts.failed_activations])
    };
    let completed = |journey: u32| {
        report.journeys.get(&JourneyId(journey)).map_or(0, |journey| journey.completed)
    };
    let tiles = std::array::from_fn(|index| arrived(index as u32 + 1));
    let criterion = arrived(EXIT_CRITERION);
    let mut ended = Ended::default();
    for end in &ran.ends.0 {
        let tile = if end.tile.0 == EXIT_CRITERION { WAIT_12H } else { end.tile.0 };
        let id = data.name(end.contact).parse().unwrap_or_default();
        ended.add(id, tile, ((end.at.0 - START.0) / MINUTE) as u32);
    }
    Outcome {
        contacts: report.contacts,
        tiles,
        branches: [
            branch(2, 51),
            took(2, Slot::Other),
            branch(4, 52),
            branch(4, 53),
            took(4, Slot::Other),
            took(9, Slot::Yes),
            took(9, Slot::No),
            branch(13, 54),
            took(13, Slot::Other),
            took(14, Slot::Yes),
            took(14, Slot::No),
        ],
        nurture: activations(33),
        sales: activations(37),
        a_end_of_path: completed(41) - arrived(10),
        b_end_of_path: completed(42) - arrived(15) - criterion,
        b_exit_criterion: criterion,
        ended,
    }
}
