//! A line of the outline.

use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, MouseEvent};

use crate::editor::outline::{self, Line, Row};
use crate::layout::{Number, Stop};
use crate::ui::canvas::choose::{With, choose};
use crate::ui::canvas::flyouts::Flyout;
use crate::ui::canvas::focus::place_key;
use crate::ui::canvas::tile::problem_count;
use crate::ui::canvas::{face, focus};
use crate::ui::i18n::t_with;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::outline::said::{self, Said};
use crate::ui::pages::outline::{HEIGHT, Outline};
use crate::ui::watch::Watch;
use crate::ui::widgets::flyout::Spot;

/// How far a line stands in for each level, in CSS px.
const INDENT: f64 = 14.0;

/// One line of the tree.
#[component]
pub fn LineView(
    /// Which.
    line: Line,
    /// Of which outline.
    outline: Outline,
) -> impl IntoView {
    let canvas = outline.canvas;
    let said = Watch::new(move |before: Option<&Said>| {
        // A line that has just gone keeps its words until it is unmounted.
        said::of(canvas, line).or_else(|| before.cloned()).unwrap_or_default()
    });
    let place = Watch::new(move |before: Option<&Option<(usize, Row)>>| {
        let index = outline.at.with(|at| at.get(&line).copied());
        let found = index.and_then(|index| outline.rows.with(|r| Some((index, *r.get(index)?))));
        found.or(before.copied().flatten())
    });
    let row = move || place.get().map(|(_, row)| row);
    let open = Watch::new(move |_| row().and_then(|row| row.open));
    let stop = outline::stop_of(line);
    let is_tile = matches!(stop, Stop::Tile(_) | Stop::Entry);
    let selected = Watch::new(move |_| is_tile && canvas.is_selected(stop));
    let current = Watch::new(move |_| outline.current.get() == line);
    let top = move || place.get().map_or(0, |(index, _)| index) as f64 * HEIGHT;
    let indent = move || row().map_or(1, |row| row.level) as f64 * INDENT;
    // The attributes that Leptos knows by name lack this one.
    let level = custom_attribute("aria-level", move || row().map(|row| row.level.to_string()));
    let open_menu = move |event: MouseEvent| {
        event.prevent_default();
        outline.go(line);
        outline.select(line);
        if let Line::Tile(id) = line {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            canvas.flyout.set(Some(Flyout::Tile(id, Spot::at(at.0, at.1))));
        }
    };
    view! {
        <div
            class="outline-line"
            role="treeitem"
            data-testid=test_id(line)
            data-family=move || said.with(|said| said.kind.map(face::family))
            tabindex=move || if current.get() { "0" } else { "-1" }
            {..level}
            aria-posinset=move || row().map(|row| row.number.to_string())
            aria-setsize=move || row().map(|row| row.of.to_string())
            aria-expanded=move || open.get().map(|open| open.to_string())
            aria-selected=move || selected.get().to_string()
            aria-label=move || said.with(|said| said::aloud(canvas, line, said))
            style:transform=move || format!("translateY({}px)", Number(top()))
            style:padding-inline-start=move || format!("{}px", Number(indent() - INDENT))
            on:focus=move |_| canvas.focus.set(stop)
            on:click=move |event| {
                let from = canvas.focus.get_untracked();
                outline.go(line);
                match With::of(&event) {
                    With::Nothing => outline.select(line),
                    with => choose(canvas, stop, with, from),
                }
            }
            on:dblclick=move |_| focus::go_to_properties()
            on:contextmenu=open_menu
        >
            <Twist line outline open/>
            {move || match said.with(|said| said.kind) {
                Some(kind) => view! { <span class="outline-chip"><Icon name=face::icon(kind)/></span> }.into_any(),
                None if said.with(|said| said.is_note) => {
                    view! { <span class="outline-chip"><Icon name=IconName::StickyNote/></span> }.into_any()
                }
                None => ().into_any(),
            }}
            {move || {
                if outline.renaming.get() == Some(line) {
                    view! { <Rename line outline/> }.into_any()
                } else {
                    view! { <Words line said/> }.into_any()
                }
            }}
            {move || {
                said.with(|said| Some(said.note.clone()).filter(|note| !note.is_empty())).map(|note| {
                    view! {
                        <span class="outline-note" title=note>
                            <Icon name=IconName::StickyNote/>
                        </span>
                    }
                    .into_any()
                })
            }}
            <Counts line outline/>
        </div>
    }
}

#[component]
fn Words(line: Line, said: Watch<Said>) -> impl IntoView {
    let is_branch = matches!(line, Line::Branch(..));
    view! {
        <span class="outline-title truncate" class:outline-branch=is_branch>
            {move || said.with(|said| said.title.clone())}
        </span>
        " "
        <span class="outline-text truncate">{move || said.with(|said| said.text.clone())}</span>
    }
}

/// Opens the line and closes it.
#[component]
fn Twist(line: Line, outline: Outline, open: Watch<Option<bool>>) -> impl IntoView {
    view! {
        <span
            class="outline-twist"
            aria-hidden="true"
            on:click=move |event: MouseEvent| {
                if let Some(open) = open.get_untracked() {
                    event.stop_propagation();
                    outline.set_open(line, !open);
                }
            }
        >
            {move || {
                open.get()
                    .map(|open| {
                        let icon = if open { IconName::ChevronDown } else { IconName::ChevronRight };
                        view! { <Icon name=icon/> }.into_any()
                    })
            }}
        </span>
    }
}

/// What the last run counted there, and what is wrong; the line's name says both.
#[component]
fn Counts(line: Line, outline: Outline) -> impl IntoView {
    let canvas = outline.canvas;
    let wrong = Watch::new(move |_| {
        said::tile_of(canvas, line).and_then(|tile| problem_count(canvas, tile))
    });
    view! {
        {move || said::count(canvas, line).map(|count| view! { <span class="outline-count numeric" aria-hidden="true">{count}</span> }.into_any())}
        {move || {
            wrong.get().map(|(words, worst)| {
                let icon = if worst == "error" { IconName::CircleAlert } else { IconName::TriangleAlert };
                view! {
                    <span class="outline-wrong" data-severity=worst title=words>
                        <Icon name=icon/>
                    </span>
                }
                .into_any()
            })
        }}
    }
}

/// The name as a field: Enter keeps what was typed, Escape does not.
#[component]
fn Rename(line: Line, outline: Outline) -> impl IntoView {
    let canvas = outline.canvas;
    let field: NodeRef<html::Input> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A refusal leaves the focus on the line.
            let _ = field.focus();
            field.select();
        }
    });
    let end = move |keep: bool| {
        if outline.renaming.get_untracked() != Some(line) {
            return;
        }
        let name = field.get_untracked().map(|field| field.value());
        outline.renaming.set(None);
        let changed = name.filter(|name| said::own_name(canvas, line).as_ref() != Some(name));
        if let Some(edit) = changed.filter(|_| keep).and_then(|name| said::rename(line, name)) {
            canvas.store.edit_journey(canvas.id, edit);
            canvas.store.end_gesture();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        event.stop_propagation();
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            event.prevent_default();
            end(event.key() == "Enter");
            outline.go(line);
        }
    };
    let value = said::own_name(canvas, line).unwrap_or_default();
    let title = untrack(|| said::of(canvas, line)).unwrap_or_default().title;
    view! {
        <input
            type="text"
            class="input outline-rename"
            data-testid="outline-name"
            node_ref=field
            prop:value=value
            aria-label=move || t_with("outline-name", [("what", title.clone().into())])
            on:keydown=on_key
            on:blur=move |_| end(true)
            on:click=|event: MouseEvent| event.stop_propagation()
        />
    }
}

fn test_id(line: Line) -> String {
    match outline::stop_of(line) {
        Stop::Entry => "line-entry".into(),
        Stop::Tile(id) => format!("line-{id}"),
        Stop::Plus(place) => format!("line-{}", place_key(place)),
    }
}
