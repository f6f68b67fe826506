//! The journey as an outline beside the canvas: a tree that can be read, walked and
//! edited without seeing the picture.
//!
//! **Invariant:** it has no focus of its own. The line that takes the focus is that
//! of the canvas's stop, so both show one place, and whatever leads the focus back
//! after an edit leads it to the line where the outline is in use. Only the lines
//! near the view are mounted.

mod keys;
mod line;
mod said;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::editor::outline::{self, Line, Row};
use crate::layout::Number;
use crate::model::collect;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, focus};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::outline::line::LineView;
use crate::ui::rows::{Key, RowKey, Rows};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::flyout::{Spot, window_size};
use crate::ui::widgets::picker::WIDTH;

/// How high a line is, in CSS px; as in `outline.css`.
const HEIGHT: f64 = 32.0;
/// What is mounted changes by so many lines at a time.
const STEP: f64 = 8.0;

/// The outline of a journey. Copied freely; it is a handle.
#[derive(Clone, Copy)]
struct Outline {
    canvas: Canvas,
    closed: RwSignal<SortedSet<Line>>,
    rows: Watch<Arc<Vec<Row>>>,
    /// At which position each line stands.
    at: Watch<Arc<SortedMap<Line, usize>>>,
    /// The line that takes the focus.
    current: Watch<Line>,
    renaming: RwSignal<Option<Line>>,
    /// What was typed to find a line, and when last, in ms.
    typed: StoredValue<(String, f64)>,
    scroller: NodeRef<html::Div>,
    top: RwSignal<f64>,
}

impl Outline {
    fn new(canvas: Canvas) -> Self {
        let closed = RwSignal::new(SortedSet::new());
        let rows = Watch::new(move |_| {
            let rows = |journey: &Option<Arc<_>>| {
                let journey = journey.as_deref();
                journey.map(|journey| closed.with(|closed| outline::rows(journey, closed)))
            };
            Arc::new(canvas.journey.with(rows).unwrap_or_default())
        });
        let at = Watch::new(move |_| {
            let lines = |rows: &Arc<Vec<Row>>| {
                collect::map(rows.iter().enumerate().map(|(index, row)| (row.line, index)))
            };
            Arc::new(rows.with(lines))
        });
        let current = Watch::new(move |_| {
            let focus = canvas.focus.get();
            let line = |journey: &Option<Arc<_>>| {
                journey.as_deref().map(|journey| outline::line_of(journey, focus))
            };
            canvas.journey.with(line).unwrap_or(Line::Entry)
        });
        Self {
            canvas,
            closed,
            rows,
            at,
            current,
            renaming: RwSignal::new(None),
            typed: StoredValue::new((String::new(), 0.0)),
            scroller: NodeRef::new(),
            top: RwSignal::new(0.0),
        }
    }

    /// The row of a line; not tracked.
    fn row(self, line: Line) -> Option<Row> {
        let index = self.at.with_untracked(|at| at.get(&line).copied())?;
        self.rows.with_untracked(|rows| rows.get(index).copied())
    }

    /// Moves the focus to a line, and the canvas along.
    fn go(self, line: Line) {
        self.canvas.in_outline.set(true);
        focus::go(self.canvas, outline::stop_of(line));
    }

    /// Opens a line or closes it; the focus does not stay inside what is closed.
    fn set_open(self, line: Line, open: bool) {
        let current = self.current.get_untracked();
        let inside = self.canvas.journey.with_untracked(|journey| {
            let journey = journey.as_deref();
            journey.is_some_and(|journey| outline::owners(journey, current).contains(&line))
        });
        if !open && inside {
            self.go(line);
        }
        self.closed.update(|closed| {
            if open {
                closed.remove(&line)
            } else {
                closed.insert(line)
            };
        });
    }

    /// Selects what a line is about: of a branch, the tile that branches.
    fn select(self, line: Line) {
        let stop = match line {
            Line::Branch(tile, _) => outline::stop_of(Line::Tile(tile)),
            line => outline::stop_of(line),
        };
        focus::select(self.canvas, stop);
    }

    /// Opens the list of tiles, to place one after a tile or at the beginning of a branch.
    fn insert(self) {
        let stop = outline::stop_of(self.current.get_untracked());
        let journey = self.canvas.journey.get_untracked();
        let place = journey.and_then(|journey| actions::place_after(&journey, stop));
        let line = document().query_selector(focus::LINE).ok().flatten();
        if let (Some(place), Some(line)) = (place, line) {
            self.canvas.in_outline.set(true);
            self.canvas.flyout.set(Some(Flyout::Plus(place, Spot::beside(&line, WIDTH))));
        }
    }

    /// The lines that are mounted: those near the view, and the one with the focus.
    fn mounted(self) -> Vec<Line> {
        let current = self.current.get();
        let first = ((self.top.get() / HEIGHT / STEP).floor() - 1.0) * STEP;
        let last = first + window_size().1 / HEIGHT + 3.0 * STEP;
        self.rows.with(|rows| {
            let near = |index: usize| (first..last).contains(&(index as f64));
            let rows = rows.iter().enumerate();
            let mounted = rows.filter(|(index, row)| near(*index) || row.line == current);
            mounted.map(|(_, row)| row.line).collect()
        })
    }
}

impl RowKey for Line {
    fn row_key(&self) -> Key {
        match self {
            Self::Entry => [1, 0, 0, 0],
            Self::Tile(id) => [2, id.0, 0, 0],
            Self::Branch(tile, slot) => {
                let [_, tile, kind, branch] = (*tile, *slot).row_key();
                [3 + kind, tile, branch, 0]
            }
        }
    }
}

/// The outline with its head.
#[component]
pub fn OutlinePane() -> impl IntoView {
    let outline = Outline::new(Canvas::get());
    let canvas = outline.canvas;
    show_current(outline);
    let mounted = Watch::new(move |_| outline.mounted());
    let height = move || format!("{}px", Number(outline.rows.with(|r| r.len()) as f64 * HEIGHT));
    let follow = move |_| {
        if let Some(scroller) = outline.scroller.get_untracked() {
            outline.top.set(f64::from(scroller.scroll_top()));
        }
    };
    if canvas.in_outline.get_untracked() {
        focus::go(canvas, canvas.focus.get_untracked());
    }
    view! {
        <section class="outline" aria-label=move || t("outline") data-testid="outline">
            <Head outline/>
            <div class="outline-lines" node_ref=outline.scroller on:scroll=follow>
                <div
                    role="tree"
                    aria-label=move || t("outline")
                    aria-multiselectable="true"
                    style:height=height
                    on:focusin=move |_| canvas.in_outline.set(true)
                    on:keydown=move |event| keys::handle(outline, &event)
                >
                    <Rows
                        each=move || mounted.get()
                        children=move |line| view! { <LineView line outline/> }
                    />
                </div>
            </div>
            <p class="outline-help small soft">{move || t("outline-help")}</p>
        </section>
    }
}

#[component]
fn Head(outline: Outline) -> impl IntoView {
    let open_all = move |()| outline.closed.update(SortedSet::clear);
    let hide = move |()| focus::toggle_outline(outline.canvas);
    view! {
        <div class="outline-head">
            <h2>{move || t("outline")}</h2>
            <IconButton
                icon=IconName::Plus
                label="outline-insert"
                test_id="outline-insert"
                on_click=move |()| outline.insert()
            />
            <IconButton
                icon=IconName::List
                label="outline-open-all"
                test_id="outline-open-all"
                on_click=open_all
            />
            <IconButton icon=IconName::X label="outline-hide" test_id="outline-hide" on_click=hide/>
        </div>
    }
}

/// Opens what the line with the focus belongs to, and scrolls it into view.
fn show_current(outline: Outline) {
    Effect::new(move |_| {
        let line = outline.current.get();
        let owners = outline.canvas.journey.with_untracked(|journey| {
            journey.as_deref().map(|journey| outline::owners(journey, line))
        });
        let closed = |line: &Line| outline.closed.with_untracked(|closed| closed.contains(line));
        for owner in owners.unwrap_or_default().into_iter().filter(closed) {
            outline.closed.update(|closed| _ = closed.remove(&owner));
        }
    });
    Effect::new(move |_| {
        let line = outline.current.get();
        let Some(index) = outline.at.with(|at| at.get(&line).copied()) else { return };
        let Some(scroller) = outline.scroller.get() else { return };
        let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        let at = index as f64 * HEIGHT;
        let wanted = top.min(at - HEIGHT).max(at + 2.0 * HEIGHT - height);
        if wanted != top {
            scroller.set_scroll_top(wanted as i32);
        }
    });
}
