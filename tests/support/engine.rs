//! Running a workspace on its own contacts with the engine.

use std::ops::Range;

use parcours::engine::data::Dataset;
use parcours::engine::plan::Plan;
use parcours::engine::report::{ExitReason, Refusal, Report};
use parcours::engine::run::{Window, simulate};
use parcours::engine::trace::{Trace, What, trace};
use parcours::model::workspace::Workspace;

/// A workspace made ready to run.
pub struct Run {
    pub plan: Plan,
    pub data: Dataset,
    pub window: Window,
}

impl Run {
    /// `None` when the workspace cannot run.
    pub fn of(workspace: &Workspace) -> Option<Self> {
        let plan = Plan::compile(workspace).ok()?;
        let (data, issues) = Dataset::from_workspace(workspace);
        let window = Window::of(&workspace.settings.run).ok()?;
        issues.is_empty().then_some(Self { plan, data, window })
    }

    pub fn report(&self) -> Report {
        self.report_of(0..self.data.contacts())
    }

    /// The report of some contacts, which must add up.
    pub fn report_of(&self, contacts: Range<u32>) -> Report {
        let mut report = Report::default();
        simulate(&self.plan, &self.data, contacts, self.window, &mut report);
        assert_eq!(report.conserved(), Ok(()));
        report
    }

    /// Whether journeys that start each other multiply beyond what one can look at.
    pub fn is_flood(&self) -> bool {
        self.report().tiles.values().map(|tile| tile.arrived).sum::<u64>() > 3_000
    }

    pub fn traces(&self) -> Vec<Trace> {
        (0..self.data.contacts())
            .map(|one| trace(&self.plan, &self.data, one, self.window))
            .collect()
    }
}

/// The kinds of steps that [`kind_of`] tells apart.
pub const KINDS: [&str; 30] = [
    "received",
    "entered",
    "not live",
    "time window",
    "condition",
    "repeat",
    "arrived",
    "branched",
    "waiting",
    "ignored",
    "resolved",
    "timed out",
    "waited",
    "raised",
    "failed",
    "cut",
    "goal",
    "exit criterion",
    "expired",
    "completed",
    "flow",
    "still inside",
    "hand-off",
    "circle",
    "other binding",
    "excluded",
    "taken",
    "past",
    "no date",
    "exit segment",
];

/// What kind of step it is.
pub fn kind_of(what: &What) -> &'static str {
    match what {
        What::Received { .. } => "received",
        What::Entered { .. } => "entered",
        What::Refused { reason: Refusal::NotLive, .. } => "not live",
        What::Refused { reason: Refusal::TimeWindow, .. } => "time window",
        What::Refused { reason: Refusal::Condition, .. } => "condition",
        What::Refused { reason: Refusal::Repeat, .. } => "repeat",
        What::Refused { reason: Refusal::Excluded, .. } => "excluded",
        What::Taken { .. } => "taken",
        What::NotWaiting { until: Some(_) } => "past",
        What::NotWaiting { until: None } => "no date",
        What::Exited { reason: ExitReason::Segment(_), .. } => "exit segment",
        What::Arrived => "arrived",
        What::Branched { .. } => "branched",
        What::Waiting { .. } => "waiting",
        What::Ignored { .. } => "ignored",
        What::Resolved { .. } => "resolved",
        What::TimedOut => "timed out",
        What::Waited => "waited",
        What::Raised { started, .. } if !started.is_empty() => "hand-off",
        What::Raised { .. } => "raised",
        What::Failed { .. } => "failed",
        What::LoopCut { tiles, .. } if tiles.len() > 1 => "circle",
        What::LoopCut { .. } => "cut",
        What::GoalMet { .. } => "goal",
        What::Exited { reason: ExitReason::Criterion(_), .. } => "exit criterion",
        What::Exited { reason: ExitReason::Expired, .. } => "expired",
        What::OtherBinding { .. } => "other binding",
        What::Completed => "completed",
        What::FlowRan { .. } => "flow",
        What::StillInside => "still inside",
    }
}
