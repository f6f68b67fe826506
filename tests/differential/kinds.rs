//! What kinds of steps there are, to see that made-up workspaces come to all of them.

use parcours::engine::report::{ExitReason, Refusal};
use parcours::engine::trace::What;

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
