//! Moving a journey through its life: what is asked for, so that the dialog shows first
//! what it means (rules S5 and S7).

use leptos::prelude::*;

use crate::model::id::JourneyId;
use crate::ui::changing::changing;
use crate::ui::later::{Part, later};

/// A step in the life of a journey that is shown before it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum LifeStep {
    Publish,
    NewVersion,
    Pause,
    Complete,
    Stop,
}

/// The step that is being asked about. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Life(RwSignal<Option<(JourneyId, LifeStep)>>);

impl Life {
    /// Nothing is asked yet, in the current reactive owner.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The one of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows what the step means, and takes it when that is confirmed.
    pub fn ask(self, journey: JourneyId, step: LifeStep) {
        self.0.set(Some((journey, step)));
    }

    /// Asks no more.
    pub fn close(self) {
        self.0.set(None);
    }
}

impl Default for Life {
    fn default() -> Self {
        Self::new()
    }
}

/// The dialog, when something is asked.
#[component]
pub fn LifeRegion() -> impl IntoView {
    let life = Life::get();
    changing(move || life.0.get().map(|(journey, step)| later(Part::Life(journey, step))))
}
