//! The run of one contact: events, a first-in first-out queue of activations, and
//! the timers of its instances (rules T3 to T5).
//!
//! What an activation does is in `react`, how an instance moves in `advance`.

use std::ops::Range;

use crate::engine::behave::Drawn;
use crate::engine::bind::{Bound, Context, Payload};
use crate::engine::counts::Counts;
use crate::engine::data::Dataset;
use crate::engine::plan::{Kind, NONE, Plan};
use crate::engine::record::Recorder;
use crate::engine::report::{ExitReason, Report};
use crate::engine::run::Window;
use crate::engine::trace::{Instance, Placement, Step, What};
use crate::model::journey::MAX_INSTANCE;
use crate::model::time::Instant;

/// Runs contacts one after the other and counts.
pub(crate) struct Machine<'a, R> {
    pub(crate) plan: &'a Plan,
    pub(crate) bound: Bound<'a>,
    pub(crate) counts: Counts,
    pub(crate) recorder: R,
    /// Events before it are ignored; nothing at or after the second happens.
    pub(crate) window: (i64, i64),
