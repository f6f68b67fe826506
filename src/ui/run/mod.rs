//! Running a workspace on contacts.

pub mod results;
pub mod setup;
pub mod trace;

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::report::Report;
use crate::ui::store::Store;

/// The runs of the open workspace. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Runs {
    report: RwSignal<Option<Arc<Report>>>,
}

impl Runs {
    /// Without a run yet.
    pub fn new(_store: Store, _key: String) -> Self {
        Self { report: RwSignal::new(None) }
    }

    /// The runs of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Starts a run as the workspace's run settings say, in place of one that is going on.
    pub fn start(self) {}

    /// The counts of the last run, while they fit the journeys as they are; tracked.
    pub fn report(self) -> Option<Arc<Report>> {
        self.report.get()
    }
}
