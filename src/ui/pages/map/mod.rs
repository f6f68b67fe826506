//! The map: all journeys on one canvas, the triggers between them, the flows at the edge.

mod export;
mod hand;
mod seen;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::check::links::Node;
use crate::check::term;
use crate::editor::Page;
use crate::editor::map::{self, Map, MapBox};
use crate::layout::camera::Camera;
use crate::layout::{Number, Rect};
use crate::model::collect;
use crate::model::sorted::SortedSet;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::wires::used_in::named;
use crate::ui::rows::{Key, RowKey, Rows};
use crate::ui::search;
use crate::ui::shell::state::{JourneyStateView, colour_of};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::inputs::TextInput;
use crate::ui::words::version_name;
use export::ExportButtons;
use hand::Hand;
use seen::{FarMap, Seen, seen};

/// Around the map when all of it is seen, in CSS px.
const MARGIN: f64 = 40.0;
/// How far an arrow key moves the map, in CSS px.
const STEP: f64 = 80.0;
/// By how much a button zooms.
const ZOOM: f64 = 1.25;

/// The page.
#[component]
pub fn MapPage() -> impl IntoView {
    let store = Store::get();
    let map = Watch::new(move |_| Arc::new(store.read(|w| map::of(w, &store.index()))));
    let query = RwSignal::new(String::new());
    // What is searched for, unless nothing is.
    let found = Watch::new(move |_| {
        let query = query.get();
        let fitting = |map: &Arc<Map>| {
            let fits = map.boxes.iter().filter(|one| fits(one, &query));
            collect::set(fits.map(|one| one.node))
        };
        (!query.trim().is_empty()).then(|| map.with(fitting))
    });
    let is_empty = Watch::new(move |_| map.with(|map| map.boxes.is_empty()));
    view! {
        <div class="page map-page" data-testid="map-page">
            <header class="map-head">
                <h1>{move || t("map")}</h1>
                {changing(move || {
                    (!is_empty.get()).then(|| view! { <Search query found/> <ExportButtons map/> }.into_any())
                })}
            </header>
            {changing(move || {
                if is_empty.get() {
                    return view! { <p class="empty">{move || t("map-empty")}</p> }.into_any();
                }
                view! { <Ground map found/> }.into_any()
            })}
        </div>
    }
}

/// What a search found.
type Found = Watch<Option<SortedSet<Node>>>;

#[component]
fn Search(query: RwSignal<String>, found: Found) -> impl IntoView {
    let count = move || {
        let count = found.with(|found| found.as_ref().map(SortedSet::len));
        let words = |count: usize| {
            let args = [("count", count.into()), ("n", numbers::count(count as u64).into())];
            t_with("map-found", args)
        };
        count.map(words).unwrap_or_default()
    };
    view! {
        <div class="map-search" role="search">
            <TextInput
                label=Signal::derive(|| t("map-search"))
                placeholder=Signal::derive(|| t("map-search"))
                value=query
                on_input=move |text| query.set(text)
                test_id="map-search"
            />
            <span class="soft small numeric" role="status">{move || count()}</span>
        </div>
    }
}

fn fits(one: &MapBox, query: &str) -> bool {
    let state = one.state.map(|state| t(term::of_journey_state(state))).unwrap_or_default();
    let version = one.version.map(version_name).unwrap_or_default();
    search::matches(&format!("{} {state} {version}", one.name), query)
}

/// The canvas, which is moved and zoomed.
#[component]
fn Ground(map: Watch<Arc<Map>>, found: Found) -> impl IntoView {
    let store = Store::get();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let hand = Hand::new(frame, Callback::new(move |node| open(store, node)));
    let camera = hand.camera;
    let seen = seen(map, hand);
    let all = move || {
        let (width, height) = map.with_untracked(|map| map.size);
        hand.fit(Rect { x: 0.0, y: 0.0, width, height }, MARGIN);
    };
    Effect::new(move |_| {
        if frame.get().is_some() {
            request_animation_frame(all);
        }
    });
    // What is found first comes into view.
    Effect::new(move |_| {
        let first = found.with(|found| found.as_ref()?.first().copied());
        let rect = map.with_untracked(|map| {
            map.boxes.iter().find(|one| Some(one.node) == first).map(|one| one.rect)
        });
        if let Some(rect) = rect {
            hand.reveal(rect);
        }
    });
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "+" | "=" => hand.zoom(ZOOM),
        "-" => hand.zoom(1.0 / ZOOM),
        "0" => all(),
        "ArrowLeft" => hand.pan(STEP, 0.0),
        "ArrowRight" => hand.pan(-STEP, 0.0),
        "ArrowUp" => hand.pan(0.0, STEP),
        "ArrowDown" => hand.pan(0.0, -STEP),
        _ => {}
    };
    let place = move || {
        let Camera { x, y, zoom } = camera.get();
        format!("translate({}px, {}px) scale({})", Number(x), Number(y), zoom)
    };
    view! {
        <div
            class="map-ground"
            node_ref=frame
            data-testid="map"
            role="group"
            aria-label=move || t("map")
            on:pointerdown=move |event| hand.down(&event)
            on:pointermove=move |event| hand.moved(&event)
            on:pointerup=move |event| hand.up(&event)
            on:pointercancel=move |event| hand.up(&event)
            on:keydown=on_key
        >
            <FarMap map seen hand/>
            <div class="map-plane" style:transform=place>
                {move || lines(&map.get(), &seen.get(), hand, found)}
                <Rows
                    each=move || map.with(|map| seen.with(|seen| mounted(map, seen, store.revision())))
                    children=move |one| view! { <BoxView one=one.0 found hand/> }
                />
            </div>
            <Legend/>
            <div class="zoom-bar" role="group" aria-label=move || t("canvas-zoom")>
                <IconButton
                    icon=IconName::ZoomOut
                    label="key-zoom-out"
                    test_id="map-zoom-out"
                    on_click=move |()| hand.zoom(1.0 / ZOOM)
                />
                <IconButton
                    icon=IconName::ZoomIn
                    label="key-zoom-in"
                    test_id="map-zoom-in"
                    on_click=move |()| hand.zoom(ZOOM)
                />
                <IconButton
                    icon=IconName::Maximize
                    label="key-zoom-to-fit"
                    test_id="map-zoom-fit"
                    on_click=move |()| all()
                />
            </div>
        </div>
    }
}

/// The lines; those of what the pointer is on, or of what is found, stand out.
fn lines(map: &Map, seen: &Seen, hand: Hand, found: Found) -> AnyView {
    let line = |line: &map::MapLine| {
        let ends = [line.arrow.from, line.arrow.to];
        let is_dim = move || match hand.over.get() {
            Some(node) => !ends.contains(&node),
            None => found.with(|found| {
                found.as_ref().is_some_and(|found| !ends.iter().any(|end| found.contains(end)))
            }),
        };
        view! {
            <path
                class="map-line"
                d=line.d()
                data-loop=line.arrow.in_loop.to_string()
                data-off=(!line.arrow.live).to_string()
                data-dim=move || is_dim().to_string()
                marker-end=if line.arrow.in_loop { "url(#map-loop)" } else { "url(#map-arrow)" }
            />
        }
        .into_any()
    };
    let lines = seen.lines.iter().filter_map(|at| map.lines.get(*at));
    let lines: Vec<AnyView> = lines.map(line).collect();
    let (width, height) = map.size;
    view! {
        <svg class="map-lines" aria-hidden="true" width=width height=height>
            <defs>
                <marker id="map-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                    <path class="map-arrow" d="M0 0L8 4L0 8Z"/>
                </marker>
                <marker id="map-loop" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                    <path class="map-arrow" data-loop="true" d="M0 0L8 4L0 8Z"/>
                </marker>
            </defs>
            {lines}
        </svg>
    }
    .into_any()
}

/// A journey, a trigger or a flow: a way there.
#[component]
fn BoxView(one: MapBox, found: Found, hand: Hand) -> impl IntoView {
    let store = Store::get();
    let (node, rect, in_loop, live) = (one.node, one.rect, one.in_loop, one.live);
    let (kind, icon) = match node {
        Node::Journey(_) => ("journey", IconName::Route),
        Node::Trigger(_) => ("trigger", IconName::Zap),
        Node::Flow(_) => ("flow", IconName::Workflow),
    };
    let (state, version_of) = (one.state, one.version);
    let shown = StoredValue::new(one);
    let name = move || named(Some(shown.with_value(|one| one.name.clone())));
    let version = |number| format!("· {}", version_name(number));
    let title = move || match version_of {
        Some(number) => format!("{} {}", name(), version(number)),
        None => name(),
    };
    let is_dim =
        move || found.with(|found| found.as_ref().is_some_and(|found| !found.contains(&node)));
    let detail = match (state, kind) {
        (Some(state), _) => view! { <JourneyStateView state/> }.into_any(),
        (None, "flow") => view! {
            <span class="state" data-state=if live { "live" } else { "draft" }>
                <span class="dot"></span>
                {move || t(if live { "flow-reacts" } else { "flow-does-not-react" })}
            </span>
        }
        .into_any(),
        (None, _) => ().into_any(),
    };
    view! {
        <button
            type="button"
            class="map-box"
            data-kind=kind
            data-state=state.map(colour_of)
            data-loop=in_loop.to_string()
            data-dim=move || is_dim().to_string()
            title=move || title()
            style:left=px(rect.x)
            style:top=px(rect.y)
            style:width=px(rect.width)
            style:height=px(rect.height)
            on:pointerenter=move |_| hand.over.set(Some(node))
            on:pointerleave=move |_| hand.over.set(None)
            on:focus=move |event| hand.focused(node, rect, &event)
            on:blur=move |_| hand.over.set(None)
            on:click=move |_| if !hand.has_moved() { open(store, node) }
        >
            <Icon name=icon/>
            <span class="map-name">
                <span class="truncate">{move || name()}</span>
                {version_of.map(|number| view! { <span>{move || version(number)}</span> }.into_any())}
            </span>
            {detail}
        </button>
    }
}

/// A box as a row of the map: another row after every edit.
struct Mounted(MapBox, Key);

impl RowKey for Mounted {
    fn row_key(&self) -> Key {
        self.1
    }
}

fn mounted(map: &Map, seen: &Seen, revision: u64) -> Vec<Mounted> {
    let boxes = seen.boxes.iter().filter_map(|at| Some((*at, map.boxes.get(*at)?.clone())));
    boxes.map(|(at, one)| Mounted(one, [at as u32, revision as u32, 0, 0])).collect()
}

fn px(length: f64) -> String {
    format!("{}px", Number(length))
}

/// Opens what stands there.
fn open(store: Store, node: Node) {
    store.open(match node {
        Node::Journey(id) => Page::Journey(id),
        Node::Trigger(id) => Page::Triggers(Some(id)),
        Node::Flow(id) => Page::Flows(Some(id)),
    });
}

#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="map-legend small" aria-label=move || t("map-legend")>
            <li>
                <span class="map-sign" data-sign="line"></span>
                {move || t("map-legend-live")}
            </li>
            <li>
                <span class="map-sign" data-sign="off"></span>
                {move || t("map-legend-off")}
            </li>
            <li>
                <span class="map-sign" data-sign="loop"></span>
                {move || t("map-legend-loop")}
            </li>
        </ul>
    }
}
