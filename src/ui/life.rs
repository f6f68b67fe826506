//! Moving a journey through its life: what is asked for, so that the dialog shows first
//! what it means (rules S5 and S7).

use leptos::prelude::*;

use crate::editor::published::{self, Instead};
use crate::model::id::JourneyId;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::later::{Part, later};
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;

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

    /// Shows what the step means, as soon as that is known, and takes it when that is
    /// confirmed: nothing is published unchecked.
    pub fn ask(self, store: Store, journey: JourneyId, step: LifeStep) {
        store.when_checked(move || _ = self.0.try_set(Some((journey, step))));
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

/// The way to where what a published journey does can be changed.
#[component]
pub fn EditInstead(
    /// The journey.
    id: JourneyId,
) -> impl IntoView {
    let store = use_context::<Store>()?;
    let words = move || {
        let instead = store.read(|workspace| published::instead(workspace, id));
        let message = instead.map(|instead| match instead {
            Instead::Open(_) => "version-open-next",
            Instead::NewVersion => "edit-as-new-version",
            Instead::Copy => "edit-as-copy",
            Instead::ToDraft => "to-draft",
        });
        message.map(t).unwrap_or_default()
    };
    let view = view! {
        <Button
            label=Signal::derive(words)
            class="button button-small"
            test_id="edit-instead"
            on_click=move |()| store.edit_instead(id)
        />
    };
    Some(view.into_any())
}

/// The dialog, when something is asked.
#[component]
pub fn LifeRegion() -> impl IntoView {
    let life = Life::get();
    changing(move || life.0.get().map(|(journey, step)| later(Part::Life(journey, step))))
}
