//! Noting what happens, for a trace. A run that only counts notes nothing and
//! pays nothing: every note stands behind [`Recorder::ON`].

use crate::engine::run::Watch;
use crate::engine::trace::{Instance, Step, What};
use crate::engine::ways::Learner;
use crate::model::id::TileId;
use crate::model::time::Instant;

/// Takes notes, or does not.
pub(crate) trait Recorder {
    /// Whether notes are taken.
    const ON: bool;

    /// Notes a step; returns its index.
    fn note(&mut self, step: Step) -> u32;

    /// Notes at an activation's step that an instance began through it.
    fn started(&mut self, step: u32, instance: Instance);

    /// Is told that an instance of a contact ended, where and when; notes or not.
    fn ended(&mut self, contact: u32, tile: TileId, at: Instant);

    /// Who learns the way of the contact, if anybody does.
    #[inline]
    fn learner(&mut self) -> Option<&mut Learner> {
        None
    }

    /// For how many contacts the one that runs counts.
    #[inline]
    fn times(&self) -> u64 {
        1
    }
}

/// Takes no notes, and tells the watch what it wants to know.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counting<W>(pub W);

/// Keeps every step.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recording {
    steps: Vec<Step>,
}

impl<W: Watch> Recorder for Counting<W> {
    const ON: bool = false;

    fn note(&mut self, _: Step) -> u32 {
        0
    }

    fn started(&mut self, _: u32, _: Instance) {}

    #[inline]
    fn ended(&mut self, contact: u32, tile: TileId, at: Instant) {
        self.0.ended(contact, tile, at);
    }
}

impl Recorder for Recording {
    const ON: bool = true;

    fn note(&mut self, step: Step) -> u32 {
        self.steps.push(step);
        self.steps.len() as u32 - 1
    }

    fn started(&mut self, step: u32, instance: Instance) {
        if let What::Received { started, .. } | What::Raised { started, .. } =
            &mut self.steps[step as usize].what
        {
            started.push(instance);
        }
    }

    fn ended(&mut self, _: u32, _: TileId, _: Instant) {}
}

impl Recording {
    /// What was noted.
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }
}
