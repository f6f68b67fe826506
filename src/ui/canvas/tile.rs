//! A tile on the canvas. Each reads its own data through memos, so an edit redraws
//! only the tiles that it changed.

use leptos::prelude::*;

use crate::layout::{Number, Rect, Stop};
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
    let stop = canvas.stop_of(id);
    let face = Watch::new(move |before: Option<&Face>| {
        // A tile that has just been deleted keeps its face until it is unmounted.
        face::of(canvas, id).or_else(|| before.cloned()).unwrap_or_default()
    });
    let kind = face.with_untracked(|face| face.kind);
    let rect = Watch::new(move |before: Option<&Rect>| {
        let found = canvas.layout.with(|layout| layout.rect_of(id));
        let nowhere = Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };
        found.or(before.copied()).unwrap_or(nowhere)
    });
    let selected = Watch::new(move |_| canvas.is_selected(stop));
    let counts = Watch::new(move |_| canvas.counts(id));
    let noted = Watch::new(move |_| face.with(|face| !face.note.is_empty()));
    let lifted = Watch::new(move |_| drag::lifts(canvas, id));
    view! {
        <div
            class="tile"
            data-family=face::family(kind)
            data-kind=face::key(kind)
            data-selected=move || selected.get().to_string()
            data-note-target=move || (canvas.note_target.get() == Some(id)).to_string()
            data-lifted=move || lifted.get().to_string()
            data-counted=move || canvas.counts(id).is_some().to_string()
            data-covered=move || suite.covers_tile(id).map(|covered| covered.to_string())
            style:left=move || format!("{}px", Number(rect.get().x))
            style:top=move || format!("{}px", Number(rect.get().y))
            style:width=move || format!("{}px", Number(rect.get().width))
            style:height=move || format!("{}px", Number(rect.get().height))
        >
            <Body id stop face selected/>
            {move || counts.get().map(|counts| view! { <Strip counts/> }.into_any())}
            <Badge id/>
            {move || noted.get().then(|| view! { <NoteMark id face/> }.into_any())}
            {kind.is_some().then(|| view! { <More id face/> }.into_any())}
        </div>
    }
}

/// The tile as a button: choosing it shows its settings.
#[component]
fn Body(id: TileId, stop: Stop, face: Watch<Face>, selected: Watch<bool>) -> impl IntoView {
    let canvas = Canvas::get();
    let kind = face.with_untracked(|face| face.kind);
    let counts = Watch::new(move |_| canvas.counts(id));
    let name = move || {
        let Face { title, line, note, .. } = face.get();
        let noted = (!note.is_empty()).then(|| note_words(note.text));
        let problems = problem_count(canvas, id).map(|(words, _)| words);
        let counted = counts.get().map(|counts| strip::words(&counts));
        let parts = [Some(title), Some(line), counted, problems, noted];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let full = move || {
        let counted = counts.get().map(|counts| format!("\n{}", strip::words(&counts)));
        face.with(|face| format!("{}\n{}{}", face.title, face.line, counted.unwrap_or_default()))
    };
    view! {
        <button
            type="button"
            class="tile-body"
            data-testid=format!("tile-{id}")
            data-tile=id.to_string()
            aria-label=move || name()
            aria-pressed=move || selected.get().to_string()
            title=move || full()
            tabindex=move || if canvas.tab.get() == stop { "0" } else { "-1" }
            on:click=move |event| {
                // A pointer has selected it already when it went up.
                if event.detail() == 0 {
                    choose(canvas, stop, With::of(&event), stop);
                }
            }
            on:focus=move |_| canvas.focus.set(stop)
        >
            <span class="tile-text">
                <span class="tile-chip">
                    <Icon name=face::icon(kind)/>
                </span>
                <span class="tile-words">
                    <span class="tile-title">{move || face.with(|face| face.title.clone())}</span>
                    " "
                    <span class="tile-line">{move || face.with(|face| face.line.clone())}</span>
                </span>
            </span>
        </button>
    }
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
#[component]
fn Badge(id: TileId) -> impl IntoView {
    let canvas = Canvas::get();
    let found = Watch::new(move |_| canvas.problems.with(|problems| problems.get(&id).cloned()));
    changing(move || {
        found.get().and_then(|problems| {
            let worst = problems.first()?.severity();
            let first = problem_words::sentence(problems.first()?);
            let icon = problem_words::icon(worst);
            let several = problems.len() > 1;
            Some(
                view! {
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
                }
                .into_any(),
            )
        })
    })
}

fn note_words(text: String) -> String {
    t_with("canvas-note", [("text", text.into())])
}

/// The note: a mark that shows it while the pointer or the focus is there, or a card
/// beside the tile. It opens to be edited.
#[component]
fn NoteMark(id: TileId, face: Watch<Face>) -> impl IntoView {
    let canvas = Canvas::get();
    let text = move || face.with(|face| face.note.text.clone());
    view! {
        <button
            type="button"
            class="tile-note"
            tabindex="-1"
            data-testid=format!("note-{id}")
            data-note=id.to_string()
            data-card=move || face.with(|face| face.note.card).to_string()
            aria-label=move || note_words(text())
            on:click=move |_| flyouts::open_note(canvas, id)
        >
            <Icon name=IconName::StickyNote/>
            <span class="tile-note-text">{text}</span>
        </button>
    }
}

/// Opens the menu of the tile.
#[component]
fn More(id: TileId, face: Watch<Face>) -> impl IntoView {
    let canvas = Canvas::get();
    let button: NodeRef<leptos::html::Button> = NodeRef::new();
    let label =
        move || t_with("canvas-tile-menu", [("tile", face.with(|face| face.title.clone()).into())]);
    view! {
        <button
            type="button"
            class="tile-more"
            tabindex="-1"
            node_ref=button
            data-testid=format!("more-{id}")
            aria-label=label
            aria-haspopup="menu"
            title=move || t("canvas-more")
            on:click=move |_| {
                if !untrack(|| canvas.is_selected(Stop::Tile(id))) {
                    focus::select(canvas, Stop::Tile(id));
                }
                if let Some(button) = button.get_untracked() {
                    let spot = Spot::beside(&button, 200.0);
                    flyouts::open(canvas, Flyout::Tile(id, spot));
                }
            }
        >
            <Icon name=IconName::Ellipsis/>
        </button>
    }
}
