//! What opens over the workbench at a key or a button: where to go, the history.
//! Their code comes later.

use leptos::prelude::*;

use crate::ui::changing::changing;
use crate::ui::later::{Part, later};
use crate::ui::widgets::flyout::Spot;

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tool {
    /// The list of all there is to go to and to do.
    GoTo,
    /// The list of what was done and undone, at its button.
    History(Spot),
}

/// What is open over the workbench. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Over(RwSignal<Option<Tool>>);

impl Over {
    /// Nothing is open, in the current reactive owner.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The one of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens it; nothing opens over a dialog that waits for an answer.
    pub fn open(self, tool: Tool) {
        if matches!(document().query_selector("dialog[open]"), Ok(None)) {
            self.0.set(Some(tool));
        }
    }

    /// What is open; not tracked.
    pub fn tool(self) -> Option<Tool> {
        self.0.get_untracked()
    }

    /// Closes it.
    pub fn close(self) {
        self.0.set(None);
    }
}

impl Default for Over {
    fn default() -> Self {
        Self::new()
    }
}

/// Where it opens.
#[component]
pub fn OverRegion() -> impl IntoView {
    let over = Over::get();
    changing(move || {
        over.0.get().map(|tool| {
            later(match tool {
                Tool::GoTo => Part::GoTo,
                Tool::History(_) => Part::History,
            })
        })
    })
}
