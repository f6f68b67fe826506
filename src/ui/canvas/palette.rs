//! The palette: the tiles that there are. They are dragged onto a +, or clicked to
//! go where the focus is.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::editor::NewTile;
use crate::layout::Number;
use crate::layout::camera::distance;
use crate::ui::canvas::drag::{self, Load};
use crate::ui::canvas::pointer::{client, slop};
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, face, offer};
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::prefs;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::edge::{Edge, Sized};
use crate::ui::widgets::flyout;
use crate::ui::widgets::menu::step_focus;
use crate::ui::words;
use crate::ui::workbench::is_text_field;

/// What is stored when the palette is folded, and when it is not.
const FOLDED: &str = "folded";
const OPEN: &str = "open";
/// In a window that is narrower the palette is folded unless somebody unfolds it, in CSS px.
const NARROW: f64 = 1200.0;

/// What the arrow keys go through.
const ENTRIES: &str = ".palette-entry";

const WIDTH: Sized = Sized {
    key: prefs::PALETTE_WIDTH,
    label: "palette-width",
    first: 220.0,
    range: (160.0, 400.0),
    high: false,
    before: true,
};

/// The palette; folded, it shows icons only.
#[component]
pub fn Palette() -> impl IntoView {
    let canvas = Canvas::get();
    let chosen = prefs::read(prefs::PALETTE);
    let folded = RwSignal::new(match chosen.as_deref() {
        Some(FOLDED) => true,
        Some(OPEN) => false,
        _ => flyout::window_size().0 < NARROW,
    });
    let width = WIDTH.remembered();
    let fold = move |()| {
        folded.update(|folded| *folded = !*folded);
        prefs::write(prefs::PALETTE, if folded.get_untracked() { FOLDED } else { OPEN });
    };
    let (root, query) = (NodeRef::<html::Aside>::new(), RwSignal::new(String::new()));
    let on_key = move |event: KeyboardEvent| {
        let Some(root) = root.get_untracked() else { return };
        let first = untrack(|| found(query).next()).filter(|_| is_text_field(&event));
        match (event.key().as_str(), first) {
            ("ArrowDown", _) => step_focus(&root, ENTRIES, 1),
            ("ArrowUp", None) => step_focus(&root, ENTRIES, -1),
            ("Enter", Some(kind)) => {
                query.set(String::new());
                place(canvas, kind);
            }
            ("Escape", Some(_)) => query.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let fold_label = move || t(if folded.get() { "palette-unfold" } else { "palette-fold" });
    view! {
        <aside
            class="palette"
            aria-label=move || t("palette")
            data-testid="palette"
            data-folded=move || folded.get().to_string()
            node_ref=root
            on:keydown=on_key
            style:width=move || (!folded.get()).then(|| format!("{}px", Number(width.get())))
        >
            {move || (!folded.get()).then(|| view! { <Edge of=WIDTH size=width/> }.into_any())}
            <div class="palette-head">
                <h2>{move || t("palette")}</h2>
                <IconButton
                    icon=IconName::PanelLeft
                    label=Signal::derive(fold_label)
                    test_id="palette-fold"
                    expanded=Signal::derive(move || !folded.get())
                    on_click=fold
                />
            </div>
            <input
                type="search"
                class="input palette-search"
                autocomplete="off"
                spellcheck="false"
                data-testid="palette-search"
                aria-label=move || t("palette-search")
                placeholder=move || t("search")
                prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
            />
            <Used/>
            {offer::GROUPS.map(|group| view! { <Group group query/> }.into_any()).collect_view()}
            {move || {
                found(query).next().is_none().then(|| view! { <p class="palette-help">{t("nothing-found")}</p> }.into_any())
            }}
            <p class="palette-help">{move || t("palette-help")}</p>
        </aside>
    }
}

/// The tiles that were placed last, as icons.
#[component]
fn Used() -> impl IntoView {
    let canvas = Canvas::get();
    changing(move || {
        let used = canvas.used.get();
        (!used.is_empty()).then(|| {
            let entries = used.into_iter().map(|kind| view! { <Entry kind used=true/> }.into_any());
            view! {
                <div class="palette-used" role="group" aria-label=move || t("palette-used")>
                    <h3>{move || t("palette-used")}</h3>
                    {entries.collect_view()}
                </div>
            }
            .into_any()
        })
    })
}

/// The tiles of a group that are meant by what was typed.
#[component]
fn Group(group: &'static str, query: RwSignal<String>) -> impl IntoView {
    changing(move || {
        let kinds: Vec<NewTile> =
            found(query).filter(|kind| offer::group(*kind) == group).collect();
        (!kinds.is_empty()).then(|| {
            let entries =
                kinds.into_iter().map(|kind| view! { <Entry kind used=false/> }.into_any());
            view! {
                <div class="palette-group" role="group" aria-label=move || t(group)>
                    <h3>{move || t(group)}</h3>
                    {entries.collect_view()}
                </div>
            }
            .into_any()
        })
    })
}

/// The tiles that are meant by what was typed, in their order; tracked.
fn found(query: RwSignal<String>) -> impl Iterator<Item = NewTile> {
    let query = query.get();
    NewTile::ALL.into_iter().filter(move |kind| offer::is_meant(*kind, &query))
}

/// Places a tile where it is likely to go.
fn place(canvas: Canvas, kind: NewTile) {
    if let Some(place) = actions::likely_place(canvas) {
        actions::insert(canvas, place, kind);
    }
}

#[component]
fn Entry(kind: NewTile, used: bool) -> impl IntoView {
    let canvas = Canvas::get();
    let button: NodeRef<html::Button> = NodeRef::new();
    let pressed = StoredValue::new(None);
    // A drag ends with a click on the entry, which must not place a second tile.
    let dragged = StoredValue::new(false);
    let down = move |event: PointerEvent| {
        dragged.set_value(false);
        pressed.set_value((event.button() == 0).then(|| client(&event)));
    };
    let moved = move |event: PointerEvent| {
        let Some(from) = pressed.get_value() else { return };
        let at = client(&event);
        if canvas.drag.with_untracked(Option::is_some) {
            drag::follow(canvas, at);
        } else if !dragged.get_value() && distance(from, at) > slop(&event) {
            dragged.set_value(true);
            if canvas.store.refuse_published(canvas.id) {
                return;
            }
            if let Some(button) = button.get_untracked() {
                // Without the capture the drag ends at the edge of the entry.
                let _ = button.set_pointer_capture(event.pointer_id());
            }
            drag::start(canvas, Load::New(kind), canvas.local(at), at, false);
        }
    };
    let up = move |_| {
        pressed.set_value(None);
        drag::drop(canvas);
    };
    let cancelled = move |_| {
        pressed.set_value(None);
        drag::cancel(canvas);
    };
    let click = move |_| {
        if dragged.get_value() {
            dragged.set_value(false);
        } else {
            place(canvas, kind);
        }
    };
    view! {
        <button
            type="button"
            class="palette-entry"
            node_ref=button
            data-testid=format!("{}-{}", if used { "used" } else { "palette" }, face::key(Some(kind)))
            data-family=face::family(Some(kind))
            title=move || words::kind(kind)
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=cancelled
            on:click=click
        >
            <span class="tile-chip">
                <Icon name=face::icon(Some(kind))/>
            </span>
            <span class="palette-name">{move || words::kind(kind)}</span>
        </button>
    }
}
