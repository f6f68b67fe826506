//! Asking before an attribute or a contact field changes its type or goes: what the
//! edit touches is shown first. Nothing is asked where it touches nothing.

use leptos::prelude::*;

use crate::editor::Reshape;
use crate::ui::changing::changing;
use crate::ui::later::{Act, Part, act, later};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;

/// The change that is being asked about. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Reshapes {
    /// What is asked about now.
    pub asked: RwSignal<Option<Reshape>>,
    toasts: Toasts,
}

impl Reshapes {
    /// Nothing is asked yet, in the current reactive owner.
    pub fn new(toasts: Toasts) -> Self {
        Self { asked: RwSignal::new(None), toasts }
    }

    /// The place of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Makes the change; asks first where it touches something.
    pub fn ask(self, store: Store, reshape: Reshape) {
        act(Act::Reshape(store, self, reshape), self.toasts);
    }
}

/// The dialog, when something is asked.
#[component]
pub fn ReshapeRegion() -> impl IntoView {
    let reshapes = Reshapes::get();
    changing(move || reshapes.asked.get().map(|_| later(Part::Reshape)))
}
