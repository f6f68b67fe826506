//! Noting what happens, for a trace. A run that only counts notes nothing and
//! pays nothing: every note stands behind [`Recorder::ON`].

use crate::engine::trace::{Instance, Step, What};

/// Takes notes, or does not.
pub(crate) trait Recorder {
    /// Whether notes are taken.
    const ON: bool;

    /// Notes a step; returns its index.
    fn note(&mut self, step: Step) -> u32;

    /// Notes at an activation's step that an instance began through it.
    fn started(&mut self, step: u32, instance: Instance);
}

/// Takes no notes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counting;

/// Keeps every step.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recording {
    steps: Vec<Step>,
}

impl Recorder for Counting {
    const ON: bool = false;

    fn note(&mut self, _: Step) -> u32 {
        0
    }

    fn started(&mut self, _: u32, _: Instance) {}
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
}

impl Recording {
    /// What was noted.
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }
}
