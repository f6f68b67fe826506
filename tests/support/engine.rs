//! Running a workspace on its own contacts with the engine.

use std::ops::Range;

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::data::Dataset;
use parcours::engine::own::DataIssue;
use parcours::engine::plan::Plan;
use parcours::engine::report::Report;
use parcours::engine::run::{Window, simulate};
use parcours::engine::trace::{Trace, trace};
use parcours::model::workspace::{Behaviour, ContactSource, Workspace};

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
        let (data, issues) = data(workspace);
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

    pub fn traces(&self) -> Vec<Trace> {
        (0..self.data.contacts())
            .map(|one| trace(&self.plan, &self.data, one, self.window))
            .collect()
    }
}

/// What the workspace's run takes, but for files.
fn data(workspace: &Workspace) -> (Dataset, Vec<DataIssue>) {
    let run = &workspace.settings.run;
    let mut builder = DatasetBuilder::new(workspace);
    let mut issues = match run.contacts {
        ContactSource::MadeUp => builder.make_up_all(workspace, run.made_up.count),
        _ => builder.add_contacts_of(workspace),
    };
    if run.behaviour == Behaviour::Workspace {
        issues.extend(builder.add_events_of(workspace));
    }
    (builder.finish(), issues)
}
