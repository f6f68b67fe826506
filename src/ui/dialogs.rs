//! Dialogs that show what an edit would do before it is made: changing or deleting an
//! attribute or a contact field, and mapping all that suggests itself; and the one that
//! makes a picture of a journey. Their code comes later.

use std::sync::Arc;

use leptos::prelude::*;

use crate::editor::Reshape;
use crate::format::PasteNote;
use crate::model::id::{JourneyId, TileId};
use crate::ui::changing::changing;
use crate::ui::later::{Act, Part, act, later};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;

/// What is asked about. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// The change that is asked about now.
    pub asked: RwSignal<Option<Reshape>>,
    /// The Custom trigger tile that is being mapped as a whole.
    pub mapped: RwSignal<Option<(JourneyId, TileId)>>,
    /// What became of all that pasted tiles refer to.
    pub pasted: RwSignal<Option<Arc<Vec<PasteNote>>>>,
    /// The journey that a picture is made of.
    pub pictured: RwSignal<Option<JourneyId>>,
    toasts: Toasts,
}

impl Dialogs {
    /// Nothing is asked yet, in the current reactive owner.
    pub fn new(toasts: Toasts) -> Self {
        let (asked, mapped) = (RwSignal::new(None), RwSignal::new(None));
        let (pasted, pictured) = (RwSignal::new(None), RwSignal::new(None));
        Self { asked, mapped, pasted, pictured, toasts }
    }

    /// The dialogs of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Makes the change; asks first where it touches something.
    pub fn ask(self, store: Store, reshape: Reshape) {
        act(Act::Reshape(store, self, reshape), self.toasts);
    }
}

/// The dialog that is open.
#[component]
pub fn DialogRegion() -> impl IntoView {
    let dialogs = Dialogs::get();
    changing(move || {
        let reshape = dialogs.asked.get().map(|_| Part::Reshape);
        let mapped = dialogs.mapped.get().map(|(journey, tile)| Part::MapAll(journey, tile));
        let pasted = dialogs.pasted.with(Option::is_some).then_some(Part::Pasted);
        let pictured = dialogs.pictured.get().map(Part::Picture);
        reshape.or(mapped).or(pasted).or(pictured).map(later)
    })
}
