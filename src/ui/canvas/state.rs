//! What the parts of a canvas share: the drawing, what part of it is seen, where
//! the focus is, what is being dragged.
//!
//! **Invariant:** moving the view computes no layout: the drawing depends on the
//! journey alone. What is mounted depends on the view in coarse steps only.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::check::Subject;
use crate::check::problem::Problem;
use crate::editor::{NewTile, Selection, View};
use crate::engine::report::{Report, TileCounts};
use crate::layout::camera::{self, Camera};
use crate::layout::{Drawing, Folded, Layout, Point, Rect, Sizes, Stop, ground};
use crate::model::id::{JourneyId, TileId};
use crate::model::journey::{Journey, JourneyState, Tile};
use crate::model::sorted::SortedMap;
use crate::model::tree::Place;
use crate::ui::canvas::drag::{BranchTarget, Drag, Load};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::fold;
use crate::ui::canvas::marquee::Marquee;
use crate::ui::canvas::offer;
use crate::ui::canvas::spring::Spring;
use crate::ui::dialogs::Dialogs;
use crate::ui::prefs;
use crate::ui::problems::by_tile;
use crate::ui::run::Runs;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::watch::Watch;
use crate::ui::widgets::confirm::Questions;

/// The canvas of one journey. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Canvas {
    pub store: Store,
    pub questions: Questions,
    pub toasts: Toasts,
    pub dialogs: Dialogs,
    pub id: JourneyId,
    /// The journey; `None` while the page of one that was deleted closes.
    pub journey: Watch<Option<Arc<Journey>>>,
    /// The branches that are closed.
    pub folds: Watch<Arc<Folded>>,
    /// Where everything of the journey stands.
    pub layout: Watch<Arc<Layout>>,
    /// What is to be mounted: the part that is seen, in coarse steps.
    pub region: Watch<Rect>,
    /// What is in the region; nothing when so much is seen so small that tiles are
    /// drawn as plain shapes.
    pub seen: Watch<Option<Arc<Drawing>>>,
    /// Whether the first picture was painted: until then there is only what it shows.
    pub painted: RwSignal<bool>,
    pub camera: RwSignal<Camera>,
    /// Of the canvas in CSS px; `None` until it is known.
    pub size: RwSignal<Option<(f64, f64)>>,
    /// What takes the focus when the keyboard comes into the canvas.
    pub focus: RwSignal<Stop>,
    /// The stop that takes the focus from the Tab key: for a note on the ground, which is
    /// one by itself, that of its tile.
    pub tab: Watch<Stop>,
    /// Whether the outline is shown beside the canvas.
    pub outline: RwSignal<bool>,
    /// Whether what gets the focus gets it in the outline.
    pub in_outline: RwSignal<bool>,
    pub drag: RwSignal<Option<Drag>>,
    /// The closed branches that the drag has opened.
    pub spring: StoredValue<Spring>,
    /// What is dragged.
    pub load: Watch<Option<Load>>,
    /// Where what is dragged would be dropped.
    pub target: RwSignal<Option<Place>>,
    /// Where a branch that is dragged would be dropped.
    pub branch_target: RwSignal<Option<BranchTarget>>,
    /// The tile at which a note that is dragged would stand.
    pub note_target: RwSignal<Option<TileId>>,
    /// Whether what is dragged is copied: Ctrl or Alt is held.
    pub copying: RwSignal<bool>,
    /// The frame that is being drawn around tiles.
    pub marquee: RwSignal<Option<Marquee>>,
    pub flyout: RwSignal<Option<Flyout>>,
    /// The tiles that were placed last.
    pub used: RwSignal<Vec<NewTile>>,
    /// Whether the minimap is shown.
    pub minimap: RwSignal<bool>,
    /// Whether the view is being moved.
    pub moving: RwSignal<bool>,
    pub viewport: NodeRef<html::Div>,
    pub problems: Watch<Arc<SortedMap<TileId, Vec<Problem>>>>,
    pub report: Watch<Option<Arc<Report>>>,
}

/// Around the drawing when it is fitted, in CSS px.
const MARGIN: f64 = 48.0;
/// Around what is scrolled into view, in CSS px.
const REVEAL: f64 = 72.0;
/// What is mounted changes when the view moves by so much of the drawing.
const STEP: f64 = 256.0;
/// Below this zoom the words on tiles cannot be read.
const READABLE: f64 = 0.5;
/// Nobody zooms out further than that, unless to see all of a large journey.
const SMALLEST: f64 = 0.1;
/// So many tiles can be mounted without the view moving jerkily.
const SMOOTH: usize = 120;

impl Canvas {
    /// The canvas of a journey, in the current reactive owner.
    pub fn new(store: Store, id: JourneyId) -> Self {
        let journey = Watch::new(move |_| store.journey(id));
        let folds = Watch::new(move |_| {
            store.session_revision();
            Arc::new(store.editor(|editor| editor.folds(id)))
        });
        let layout = Watch::new(move |before: Option<&Arc<Layout>>| {
            let (journey, folds) = (journey.get(), folds.get());
            Arc::new(match (journey, before) {
                (Some(journey), Some(before)) => before.after(&journey, &folds),
                (Some(journey), None) => Layout::of(&journey, &folds),
                (None, before) => before.map_or_else(Layout::nothing, |before| (**before).clone()),
            })
        });
        let drag = RwSignal::new(None::<Drag>);
        let camera = RwSignal::new(Camera::default());
        let size = RwSignal::new(None);
        let painted = RwSignal::new(false);
        let region = Watch::new(move |_| {
            let visible = camera.get().visible(size.get().unwrap_or_default());
            if painted.get() { visible.in_steps(STEP) } else { visible }
        });
        let readable = Watch::new(move |_| camera.get().zoom >= READABLE);
        let seen = Watch::new(move |_| {
            let most = if readable.get() { usize::MAX } else { SMOOTH };
            layout.with(|layout| layout.within_at_most(region.get(), most)).map(Arc::new)
        });
        let found = Watch::new(move |_| store.problems_of(Subject::Journey(id)));
        let problems = Watch::new(move |_| found.with(|found| Arc::new(by_tile(found))));
        let runs = Runs::get();
        let focus = RwSignal::new(Stop::Entry);
        let tab = Watch::new(move |_| {
            let (focus, journey) = (focus.get(), journey.get());
            let by = journey.as_deref().and_then(|journey| note_at(journey, focus));
            by.map_or(focus, |by| layout.with(|layout| stop_in(layout, by)))
        });
        Self {
            store,
            questions: Questions::get(),
            toasts: Toasts::get(),
            dialogs: Dialogs::get(),
            id,
            journey,
            folds,
            layout,
            region,
            seen,
            painted,
            camera,
            size,
            focus,
            tab,
            outline: RwSignal::new(prefs::read(prefs::OUTLINE).is_some()),
            in_outline: RwSignal::new(false),
            drag,
            spring: StoredValue::new(Spring::default()),
            load: Watch::new(move |_| {
                drag.with(|drag| drag.as_ref().map(|drag| drag.load.clone()))
            }),
            target: RwSignal::new(None),
            branch_target: RwSignal::new(None),
            note_target: RwSignal::new(None),
            copying: RwSignal::new(false),
            marquee: RwSignal::new(None),
            flyout: RwSignal::new(None),
            used: RwSignal::new(offer::used()),
            minimap: RwSignal::new(prefs::read(prefs::MINIMAP).is_some()),
            moving: RwSignal::new(false),
            viewport: NodeRef::new(),
            problems,
            report: Watch::new(move |_| runs.report()),
        }
    }

    /// The canvas around a component.
    pub fn get() -> Self {
        expect_context()
    }

    /// Reads the journey and a tile of it; the Entry is none. Tracked.
    pub fn with_tile<T>(
        self,
        id: TileId,
        read: impl FnOnce(&Arc<Journey>, &Tile) -> T,
    ) -> Option<T> {
        let journey = self.journey.get()?;
        let layout = self.layout.get();
        let tile = layout.index().find(&journey, id)?;
        Some(read(&journey, tile))
    }

    /// The counts of the last run at a tile; tracked.
    pub fn counts(self, tile: TileId) -> Option<TileCounts> {
        self.report.with(|report| report.as_ref()?.tiles.get(&tile).cloned())
    }

    /// What is selected, as a stop; of several tiles the first. Tracked.
    pub fn selected(self) -> Option<Stop> {
        self.store.session(|session| match &session.selection {
            Selection::Journey => None,
            Selection::Entry => Some(Stop::Entry),
            Selection::Tiles(tiles) => Some(Stop::Tile(tiles.first())),
        })
    }

    /// Whether a stop is selected; tracked.
    pub fn is_selected(self, stop: Stop) -> bool {
        self.store.session(|session| match (&session.selection, stop) {
            (Selection::Entry, Stop::Entry) => true,
            (Selection::Tiles(tiles), Stop::Tile(id)) => tiles.contains(id),
            _ => false,
        })
    }

    /// What is selected now; not tracked.
    pub fn selection(self) -> Selection {
        self.store.peek_session(|session| session.selection.clone())
    }

    /// The stop of a tile by id, the Entry included.
    pub fn stop_of(self, tile: TileId) -> Stop {
        self.layout.with_untracked(|layout| stop_in(layout, tile))
    }

    /// Whether what it does is changed elsewhere (rule S9), without a word; not tracked.
    pub fn is_published(self) -> bool {
        let state = self.journey.with_untracked(|it| it.as_ref().map(|journey| journey.state));
        state.is_some_and(|state| state != JourneyState::Draft)
    }

    /// Whether that is a note on the ground; not tracked.
    pub fn is_note(self, id: TileId) -> bool {
        let is_it = |journey: &Arc<Journey>| journey.ground_note(id).is_some();
        self.journey.with_untracked(|journey| journey.as_ref().is_some_and(is_it))
    }

    /// Where a stop is drawn; not tracked.
    pub fn rect_of(self, stop: Stop) -> Option<Rect> {
        let Sizes { plus, .. } = Sizes::default();
        self.layout.with_untracked(|layout| match stop {
            Stop::Entry => layout.rect_of(layout.entry()),
            Stop::Tile(id) => layout.rect_of(id).or_else(|| {
                let journey = self.journey.get_untracked()?;
                ground::rect_of(layout, &journey, journey.ground_note(id)?)
            }),
            Stop::Plus(place) => {
                let at = layout.plus_at(place).map(|plus| plus.at);
                let at = at.or_else(|| fold::place_of_chip(layout, place))?;
                Some(Rect::around(at, plus, plus))
            }
        })
    }

    /// The tile that is drawn at a point of the drawing, or whose card is.
    pub fn tile_at(self, at: Point) -> Option<TileId> {
        let there = self.layout.with_untracked(|layout| layout.within(Rect::spanning(at, at)));
        there.boxes.first().map(|tile| tile.id)
    }

    /// A point of the window as a point of the canvas, in CSS px.
    pub fn local(self, client: Point) -> Point {
        let rect = self.viewport.get_untracked().map(|root| root.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
        Point { x: client.x - left, y: client.y - top }
    }

    /// What contains all of the journey and the notes on its ground; not tracked.
    pub fn bounds(self) -> Rect {
        let journey = self.journey.get_untracked();
        self.layout.with_untracked(|layout| {
            let notes = journey.map(|journey| ground::all(layout, &journey)).unwrap_or_default();
            notes.iter().fold(layout.bounds(), |all, (_, note)| all.union(note))
        })
    }

    /// Sees all of the journey.
    pub fn fit(self) {
        self.fit_within(MARGIN);
    }

    /// Sees all of the journey, with a margin of that many CSS px.
    pub fn fit_within(self, margin: f64) {
        self.fit_from(camera::LEAST, margin);
    }

    fn fit_from(self, least: f64, margin: f64) {
        if let Some(size) = self.size.get_untracked() {
            self.camera.set(Camera::fitting(self.bounds(), size, margin, least));
        }
    }

    /// Zooms by a factor about the middle of the canvas.
    pub fn zoom_by(self, factor: f64) {
        let (width, height) = self.size.get_untracked().unwrap_or_default();
        self.zoom_at(Point { x: width / 2.0, y: height / 2.0 }, factor);
    }

    /// Zooms by a factor about a point of the canvas, as far out as there is something
    /// to be seen.
    pub fn zoom_at(self, at: Point, factor: f64) {
        let size = self.size.get_untracked().unwrap_or_default();
        let all = Camera::fitting(self.bounds(), size, MARGIN, camera::LEAST).zoom;
        self.camera.update(|camera| {
            let least = all.min(SMALLEST).min(camera.zoom) / camera.zoom;
            *camera = camera.zoomed(at, factor.max(least));
        });
    }

    /// Whether so much is seen so small that tiles are drawn as plain shapes; tracked.
    pub fn is_far(self) -> bool {
        self.seen.with(Option::is_none)
    }

    /// Sees it at full size, about the middle of the canvas.
    pub fn zoom_full(self) {
        self.zoom_by(1.0 / self.camera.get_untracked().zoom);
    }

    /// Sees what is selected as large as it fits, or all of the journey.
    pub fn zoom_to_selection(self) {
        let selected = self.store.peek_session(|session| session.selection.clone());
        let selected = match &selected {
            Selection::Journey => None,
            Selection::Entry => self.rect_of(Stop::Entry),
            Selection::Tiles(tiles) => {
                let rects = tiles.iter().filter_map(|id| self.rect_of(Stop::Tile(id)));
                rects.reduce(|one, other| one.union(&other))
            }
        };
        match (selected, self.size.get_untracked()) {
            (Some(rect), Some(size)) => self.camera.set(Camera::centred(rect, size, MARGIN)),
            _ => self.fit(),
        }
    }

    /// Scrolls a stop into view, if it is out of view.
    pub fn reveal(self, stop: Stop) {
        if let Some(rect) = self.rect_of(stop) {
            self.reveal_rect(rect);
        }
    }

    /// Scrolls a rectangle of the drawing into view, if it is out of view.
    pub fn reveal_rect(self, rect: Rect) {
        let Some(size) = self.size.get_untracked() else { return };
        let camera = self.camera.get_untracked();
        let moved = camera.revealing(rect, size, REVEAL);
        if moved != camera {
            self.camera.set(moved);
        }
    }

    /// How the journey was seen last, or as much of it as can be read.
    pub fn restore_view(self) {
        let view = self.store.peek_session(|session| session.views.get(&self.id).copied());
        match view {
            Some(View { x, y, zoom }) => self.camera.set(Camera { x, y, zoom }),
            None => self.fit_from(READABLE, MARGIN),
        }
    }

    /// Remembers how the journey is seen.
    pub fn remember_view(self) {
        if let Some(Camera { x, y, zoom }) = self.camera.try_get_untracked() {
            self.store.set_view(self.id, View { x, y, zoom });
        }
    }
}

/// The stop of a tile by id, the Entry included.
fn stop_in(layout: &Layout, tile: TileId) -> Stop {
    if layout.entry() == tile { Stop::Entry } else { Stop::Tile(tile) }
}

/// What a note on the ground lies by, if that stop is one.
fn note_at(journey: &Journey, stop: Stop) -> Option<TileId> {
    match stop {
        Stop::Tile(id) if !journey.notes.is_empty() => Some(journey.ground_note(id)?.at.tile),
        _ => None,
    }
}
