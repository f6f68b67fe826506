//! A tile on the canvas. Each compares how it looks with what it shows, so an edit
//! redraws only the tiles that it changed.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

use crate::check::problem::Problem;
use crate::editor::NewTile;
use crate::layout::{Point, Rect, Stop};
use crate::model::id::TileId;
use crate::ui::canvas::choose::{With, choose};
use crate::ui::canvas::drag;
use crate::ui::canvas::face::{self, Face};
use crate::ui::canvas::flyouts::{self, Flyout};
use crate::ui::canvas::focus;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::strip::{self, Strip};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::piece::{
    Keep, Piece, first, last, listen, place, say_new, set, set_flag, set_or_not,
};
use crate::ui::problems::words as problem_words;
use crate::ui::suite::Suite;
use crate::ui::watch::Watch;
use crate::ui::widgets::flyout::Spot;

/// The tile of that id, the Entry included.
#[component]
pub fn TileView(
    /// Which.
    id: TileId,
) -> impl IntoView {
    let (canvas, suite) = (Canvas::get(), Suite::get());
    let words = Watch::new(move |before: Option<&Words>| {
        // A tile that has just been deleted keeps its words until it is unmounted.
        Words::of(canvas, id).or_else(|| before.cloned()).unwrap_or_default()
    });
    let kind = words.with_untracked(|words| words.face.kind);
    let keep = move |tile: &Element| {
        let parts = Parts::of(tile.clone(), canvas, id, kind.is_some());
        let (mut shown, mut said) = (Look::default(), Words::default());
        let keep = move || {
            let look = Look::of(canvas, suite, id, shown);
            parts.show(look, shown);
            shown = look;
            say_new(words, &mut said, |words| parts.say(words));
        };
        Box::new(keep) as Keep
    };
    Piece::new(html(kind), keep).with(view! { <Extras id words/> }.into_any())
}

/// The elements of a tile that change, and what listens to them.
struct Parts {
    tile: Element,
    body: Element,
    title: Element,
    line: Element,
    /// The Entry has none.
    more: Option<Element>,
    _heard: Vec<EventListener>,
}

/// A tile as it is before anything is known of it: [`Look::default`].
fn html(kind: Option<NewTile>) -> String {
    let more = kind.map_or(String::new(), |_| {
        let icon = IconName::Ellipsis.svg();
        format!(
            r#"<button type="button" class="tile-more" tabindex="-1" aria-haspopup="menu">{icon}</button>"#
        )
    });
    format!(
        r#"<div class="tile" data-family="{}" data-kind="{}" data-selected="false" data-note-target="false" data-lifted="false" data-counted="false"><button type="button" class="tile-body" aria-pressed="false" tabindex="-1"><span class="tile-text"><span class="tile-chip">{}</span><span class="tile-words"><span class="tile-title"></span> <span class="tile-line"></span></span></span></button>{more}</div>"#,
        face::family(kind),
        face::key(kind),
        face::icon(kind).svg(),
    )
}

impl Parts {
    /// Those of a tile that was just made.
    fn of(tile: Element, canvas: Canvas, id: TileId, has_menu: bool) -> Self {
        let stop = canvas.stop_of(id);
        let body = first(&tile);
        let words = last(&first(&body));
        set(&body, "data-testid", &format!("tile-{id}"));
        set(&body, "data-tile", &id.to_string());
        let mut heard = vec![
            listen(&body, "click", move |event| {
                let event: &MouseEvent = event.unchecked_ref();
                // A pointer has selected it already when it went up.
                if event.detail() == 0 {
                    choose(canvas, stop, With::of(event), stop);
                }
            }),
            listen(&body, "focus", move |_| canvas.focus.set(stop)),
        ];
        let more = has_menu.then(|| last(&tile));
        if let Some(more) = &more {
            set(more, "data-testid", &format!("more-{id}"));
            let button: HtmlElement = more.clone().unchecked_into();
            heard.push(listen(more, "click", move |_| open_menu(canvas, id, &button)));
        }
        let (title, line) = (first(&words), last(&words));
        Self { tile, body, title, line, more, _heard: heard }
    }

    /// Shows what is not shown yet.
    fn show(&self, look: Look, shown: Look) {
        let Self { tile, body, .. } = self;
        if look.rect != shown.rect {
            let Rect { x, y, width, height } = look.rect;
            place(tile, Point { x, y }, Some((width, height)));
        }
        let flags = [
            (tile, "data-selected", look.selected, shown.selected),
            (tile, "data-note-target", look.note_target, shown.note_target),
            (tile, "data-lifted", look.lifted, shown.lifted),
            (tile, "data-counted", look.counted, shown.counted),
            (body, "aria-pressed", look.selected, shown.selected),
        ];
        for (element, name, now, before) in flags {
            if now != before {
                set_flag(element, name, now);
            }
        }
        if look.focused != shown.focused {
            set(body, "tabindex", if look.focused { "0" } else { "-1" });
        }
        if look.covered != shown.covered {
            let covered = look.covered.map(|covered| if covered { "true" } else { "false" });
            set_or_not(tile, "data-covered", covered);
        }
    }

    /// Says what it is called.
    fn say(&self, words: &Words) {
        let Words { face: Face { title, line, .. }, counted, name, menu } = words;
        self.title.set_text_content(Some(title));
        self.line.set_text_content(Some(line));
        set(&self.body, "aria-label", name);
        let counted = counted.as_ref().map(|counted| format!("\n{counted}"));
        let full = format!("{title}\n{line}{}", counted.unwrap_or_default());
        set(&self.body, "title", &full);
        if let Some(more) = &self.more {
            set(more, "aria-label", menu);
            set(more, "title", &t("canvas-more"));
        }
    }
}

/// Where a tile is and what state it is in.
#[derive(Clone, Copy)]
struct Look {
    rect: Rect,
    selected: bool,
    focused: bool,
    note_target: bool,
    lifted: bool,
    counted: bool,
    covered: Option<bool>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            rect: Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 },
            selected: false,
            focused: false,
            note_target: false,
            lifted: false,
            counted: false,
            covered: None,
        }
    }
}

impl Look {
    /// How a tile looks; tracked. One that was just deleted stays where it was.
    fn of(canvas: Canvas, suite: Suite, id: TileId, before: Self) -> Self {
        let stop = canvas.stop_of(id);
        let dragging = canvas.load.with(Option::is_some);
        Self {
            rect: canvas.layout.with(|layout| layout.rect_of(id)).unwrap_or(before.rect),
            selected: canvas.is_selected(stop),
            focused: canvas.tab.get() == stop,
            note_target: dragging && canvas.note_target.get() == Some(id),
            lifted: dragging && drag::lifts(canvas, id),
            counted: canvas.report.with(|report| {
                report.as_ref().is_some_and(|report| report.tiles.contains_key(&id))
            }),
            covered: suite.covers_tile(id),
        }
    }
}

/// All that a tile says.
#[derive(Clone, PartialEq, Default)]
struct Words {
    face: Face,
    /// What a run counted there.
    counted: Option<String>,
    /// What screen readers call it.
    name: String,
    /// What they call the button of its menu.
    menu: String,
}

impl Words {
    /// What a tile says, if it is there; tracked.
    fn of(canvas: Canvas, id: TileId) -> Option<Self> {
        let face = face::of(canvas, id)?;
        let counted = canvas.counts(id).map(|counts| strip::words(&counts));
        let problems = problem_count(canvas, id).map(|(words, _)| words);
        let noted = (!face.note.is_empty()).then(|| note_words(face.note.text.clone()));
        let parts = [
            Some(&face.title),
            Some(&face.line),
            counted.as_ref(),
            problems.as_ref(),
            noted.as_ref(),
        ];
        let name = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
        let menu = t_with("canvas-tile-menu", [("tile", face.title.as_str().into())]);
        Some(Self { face, counted, name, menu })
    }
}

fn open_menu(canvas: Canvas, id: TileId, button: &HtmlElement) {
    if !untrack(|| canvas.is_selected(Stop::Tile(id))) {
        focus::select(canvas, Stop::Tile(id));
    }
    flyouts::open(canvas, Flyout::Tile(id, Spot::beside(button, 200.0)));
}

/// What is seldom there: what a run counted, problems, a note.
#[component]
fn Extras(id: TileId, words: Watch<Words>) -> impl IntoView {
    let canvas = Canvas::get();
    let extras = Watch::new(move |_| {
        let problems = canvas.problems.with(|problems| problems.get(&id).cloned());
        (canvas.counts(id), problems, words.with(|words| !words.face.note.is_empty()))
    });
    changing(move || {
        let (counts, problems, noted) = extras.get();
        if counts.is_none() && problems.is_none() && !noted {
            return None;
        }
        let strip = counts.map(|counts| view! { <Strip counts/> }.into_any());
        let badge = problems.and_then(|problems| badge(&problems));
        let note = noted.then(|| view! { <NoteMark id words/> }.into_any());
        Some((strip, badge, note).into_any())
    })
}

/// How many errors and warnings there are, in words, and the style of the worst.
pub fn problem_count(canvas: Canvas, id: TileId) -> Option<(String, &'static str)> {
    canvas.problems.with(|problems| {
        let found = problems.get(&id)?;
        let worst = problem_words::style(found.first()?.severity());
        let id = if worst == "error" { "canvas-errors" } else { "canvas-warnings" };
        let worst_count = found.iter().filter(|p| problem_words::style(p.severity()) == worst);
        Some((t_with(id, [("count", worst_count.count().into())]), worst))
    })
}

/// The count of problems at the upper right corner; what they are, in the tooltip.
fn badge(problems: &[Problem]) -> Option<AnyView> {
    let worst = problems.first()?.severity();
    let first = problem_words::sentence(problems.first()?);
    let icon = problem_words::icon(worst);
    let several = problems.len() > 1;
    let view = view! {
        <span
            class="tile-badge"
            data-severity=problem_words::style(worst)
            data-several=several.to_string()
            title=first
            aria-hidden="true"
        >
            <Icon name=icon/>
            {several.then(|| numbers::count(problems.len() as u64))}
        </span>
    };
    Some(view.into_any())
}

fn note_words(text: String) -> String {
    t_with("canvas-note", [("text", text.into())])
}

/// The note: a mark that shows it while the pointer or the focus is there, or a card
/// beside the tile. It opens to be edited.
#[component]
fn NoteMark(id: TileId, words: Watch<Words>) -> impl IntoView {
    let canvas = Canvas::get();
    let text = move || words.with(|words| words.face.note.text.clone());
    view! {
        <button
            type="button"
            class="tile-note"
            tabindex="-1"
            data-testid=format!("note-{id}")
            data-note=id.to_string()
            data-card=move || words.with(|words| words.face.note.card).to_string()
            aria-label=move || note_words(text())
            on:click=move |_| flyouts::open_note(canvas, id)
        >
            <Icon name=IconName::StickyNote/>
            <span class="tile-note-text">{text}</span>
        </button>
    }
}
