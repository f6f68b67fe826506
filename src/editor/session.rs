//! What is open and selected. It is kept with the workspace but is not part of
//! the document, so undo does not go through it.

use crate::check::Code;
use crate::editor::selection::Selection;
use crate::layout::Folded;
use crate::model::id::{
    FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId, TileId, TriggerId,
};
use crate::model::journey::Journey;
use crate::model::sorted::SortedMap;
use crate::model::tree::{Place, SequenceId, Slot};
use crate::model::workspace::Workspace;

/// What is open, what is selected there, and how each journey is scrolled.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    /// The open page.
    pub page: Page,
    /// What is selected in the open journey.
    pub selection: Selection,
    /// How each journey that was opened is scrolled.
    pub views: SortedMap<JourneyId, View>,
    /// The branches of each journey that are closed; nothing that is selected is on one.
    pub folds: SortedMap<JourneyId, Folded>,
}

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The list of journeys.
    #[default]
    Journeys,
    /// The canvas of one journey.
    Journey(JourneyId),
    /// The map of all journeys.
    Map,
    /// The versions of a journey, that one looked at.
    Versions(JourneyId),
    /// The triggers, one of them open.
    Triggers(Option<TriggerId>),
    /// The flows, one of them open.
    Flows(Option<FlowId>),
    /// The tables, one of them open.
    Tables(Option<TableId>),
    /// The segments, one of them open.
    Segments(Option<SegmentId>),
    /// The contact fields, the example contacts and their events.
    Contacts,
    /// The behaviour models, one of them open, and the contacts that are made up.
    Behaviour(Option<ModelId>),
    /// The test scenarios, one of them open.
    Tests(Option<ScenarioId>),
    /// The workspace's settings.
    Settings,
    /// All checks of the checker, one of them marked.
    Checks(Option<Code>),
}

/// What part of a journey is seen: a point on the screen is a point of the
/// journey times `zoom`, moved by `x` and `y` CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
    /// 1 is full size.
    pub zoom: f64,
}

impl Session {
    /// The open journey.
    pub fn journey(&self) -> Option<JourneyId> {
        match self.page {
            Page::Journey(id) => Some(id),
            _ => None,
        }
    }

    /// Opens a page, with nothing selected on it unless it is open already.
    pub fn open(&mut self, page: Page) {
        if self.page != page {
            self.page = page;
            self.selection = Selection::Journey;
        }
    }

    /// Opens a journey and selects something there.
    pub(super) fn select(&mut self, journey: JourneyId, selection: Selection) {
        self.page = Page::Journey(journey);
        self.selection = selection;
    }

    /// Lets go of what the workspace no longer has.
    pub(super) fn drop_missing(&mut self, workspace: &Workspace) {
        self.views.retain(|id, view| workspace.journeys.contains_key(id) && view.is_usable());
        self.folds.retain(|id, _| workspace.journeys.contains_key(id));
        self.page = match self.page {
            Page::Journey(id) | Page::Versions(id) if !workspace.journeys.contains_key(&id) => {
                Page::Journeys
            }
            Page::Triggers(id) => {
                Page::Triggers(id.filter(|id| workspace.triggers.contains_key(id)))
            }
            Page::Tables(id) => Page::Tables(id.filter(|id| workspace.tables.contains_key(id))),
            Page::Segments(id) => {
                Page::Segments(id.filter(|id| workspace.segments.contains_key(id)))
            }
            Page::Flows(id) => Page::Flows(id.filter(|id| workspace.flows.contains_key(id))),
            Page::Behaviour(id) => {
                Page::Behaviour(id.filter(|id| workspace.models.contains_key(id)))
            }
            Page::Tests(id) => Page::Tests(id.filter(|id| workspace.scenarios.contains_key(id))),
            page => page,
        };
        let journey = self.journey().and_then(|id| workspace.journeys.get(&id));
        match (&self.selection, journey) {
            (Selection::Tiles(tiles), Some(journey)) => {
                self.selection = Selection::existing(journey, tiles);
            }
            (_, Some(_)) => {}
            (_, None) => self.selection = Selection::Journey,
        }
    }
}

/// The branches that a tile is on, from the innermost to the outermost; of a note on the
/// ground, those of its tile.
pub fn branches_around(journey: &Journey, tile: TileId) -> Vec<(TileId, Slot)> {
    let mut around = Vec::new();
    let tile = journey.ground_note(tile).map_or(tile, |note| note.at.tile);
    let mut place = journey.place_of(tile);
    while let Some(Place { sequence: SequenceId::Of(owner, slot), .. }) = place {
        around.push((owner, slot));
        place = journey.place_of(owner);
    }
    around
}

impl View {
    /// Whether something can be seen with it.
    fn is_usable(&self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.zoom.is_finite() && self.zoom > 0.0
    }
}
