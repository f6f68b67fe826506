//! `window.__bench`: what a program that drives the browser asks of the canvas.

use std::cell::Cell;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::CssStyleSheet;

use crate::editor::{Command, JourneyEdit, Page, Session, View};
use crate::layout::camera::{self, Camera};
use crate::layout::{Folded, Layout, Part, Point, Rect, sample};
use crate::model::id::TileId;
use crate::model::journey::Journey;
use crate::model::workspace::Workspace;
use crate::ui::app::App;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, choose};
use crate::ui::later::{Act, Code};
use crate::ui::toast::Toasts;

/// Where the workspace is stored: measuring again overwrites it.
const KEY: &str = "bench";
/// Around all of it when it is fitted, in CSS px.
const MARGIN: f64 = 40.0;

/// The canvas fills the window, and what stands around it is not shown: other editors
/// are measured without it. The styles of pages are not there: nobody fetches any.
const LOOK: &str = "
    .canvas { position: fixed; inset: 0; }
    .topbar, .rail, .palette, .pane, .drawer { display: none; }
";

/// The ways into what is here.
pub const CODE: Code = Code { build: |_| view! { <Measured/> }.into_any(), act };

fn act(act: Act, _: Toasts) {
    if let Act::OpenBench(_, app) = act {
        expose(app);
    }
}

/// Lets the canvas around it be measured.
#[component]
fn Measured() -> impl IntoView {
    CANVAS.set(Some(Canvas::get()));
}

/// Puts the hook into the window.
fn expose(app: App) {
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(LOOK).is_ok()
    {
        document().adopted_style_sheets().push(&sheet);
    }
    let hook = Object::new();
    set(&hook, "ready", &Promise::resolve(&JsValue::UNDEFINED));
    set(&hook, "wheelModifier", &"Control".into());
    let itself = hook.clone();
    add(&hook, "load", move |count| {
        let count = count.as_f64().unwrap_or_default() as usize;
        let hook = itself.clone();
        future_to_promise(async move {
            let start = now();
            let made = sample::workspace(count);
            let view = made.journeys.get(&sample::JOURNEY).map(|journey| at_home(journey));
            set(&hook, "prep_ms", &(now() - start).into());
            let canvas = load(app, made, view.unwrap_or_default()).await;
            while !is_mounted(canvas) {
                frame().await;
            }
            Ok(JsValue::UNDEFINED)
        })
        .into()
    });
    add(&hook, "panTarget", move |_| empty_point().map_or(JsValue::NULL, point));
    add_to(&hook, "tileCenter", |canvas, at| {
        let at = at.as_f64().unwrap_or_default() as usize;
        centre(canvas, tile_of_number(at)).map_or(JsValue::NULL, point)
    });
    add_to(&hook, "zoomToFit", |canvas, _| {
        canvas.fit_within(MARGIN);
        settled()
    });
    add_to(&hook, "reset", |canvas, _| {
        go_home(canvas);
        settled()
    });
    add_to(&hook, "counts", |canvas, _| counts(canvas));
    add_to(&hook, "selectAll", |canvas, _| {
        choose::all(canvas);
        settled()
    });
    add_to(&hook, "deleteSelection", |canvas, _| {
        if let Some(tiles) = canvas.selection().tiles() {
            actions::delete(canvas, tiles.clone());
        }
        settled()
    });
    add_to(&hook, "undo", |canvas, _| {
        canvas.store.run(Command::Undo);
        settled()
    });
    add_to(&hook, "edit", |canvas, name| edit(canvas, name.as_string().unwrap_or_default()));
    set(&window(), "__bench", &hook);
}

/// Renames the tile in the middle; how long it takes until that is painted, in ms.
fn edit(canvas: Canvas, name: String) -> JsValue {
    let home = HOME.get().map_or(sample::ENTRY, |(home, _)| home);
    let start = now();
    canvas.store.edit_journey(canvas.id, JourneyEdit::RenameTile(home, name));
    canvas.store.end_gesture();
    future_to_promise(async move {
        frame().await;
        frame().await;
        Ok((now() - start).into())
    })
    .into()
}

thread_local! {
    /// The canvas that is measured, once it is there.
    static CANVAS: Cell<Option<Canvas>> = const { Cell::new(None) };
}

fn counts(canvas: Canvas) -> JsValue {
    let tiles = canvas.journey.with_untracked(|journey| {
        journey.as_ref().map_or(0, |journey| journey.all_tiles().len() + 1)
    });
    let counts = Object::new();
    // A journey always has its Entry: one without any other tile is an empty one.
    let tiles = if tiles == 1 { 0 } else { tiles };
    set(&counts, "tiles", &(tiles as u32).into());
    set(&counts, "edges", &(tiles.saturating_sub(1) as u32).into());
    counts.into()
}

/// The size of the window, in CSS px.
fn window_size() -> (f64, f64) {
    let length = |length: Result<JsValue, JsValue>| length.ok().and_then(|it| it.as_f64());
    let (width, height) = (window().inner_width(), window().inner_height());
    (length(width).unwrap_or_default(), length(height).unwrap_or_default())
}

/// The time, in milliseconds.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Opens the workspace as it was seen last, and waits for its canvas to fill the window.
async fn load(app: App, made: Workspace, Camera { x, y, zoom }: Camera) -> Canvas {
    CANVAS.set(None);
    let page = Page::Journey(sample::JOURNEY);
    let mut session = Session { page, ..Session::default() };
    session.views.insert(sample::JOURNEY, View { x, y, zoom });
    app.open_as(KEY.into(), made, session);
    loop {
        let found = CANVAS.get();
        let is_ready = |canvas: &Canvas| canvas.size.get_untracked() == Some(window_size());
        if let Some(canvas) = found.filter(is_ready) {
            return canvas;
        }
        frame().await;
    }
}

/// The number by which whoever measures calls the tile in the middle, of so many tiles.
const HOMES: [(usize, usize); 5] =
    [(100, 16), (1000, 259), (2000, 307), (5000, 789), (10_000, 7850)];

/// Looks for the tile in the middle of the journey; how it is seen in the middle of the
/// window.
fn at_home(journey: &Journey) -> Camera {
    let layout = Layout::of(journey, &Folded::new());
    let middle = layout.bounds().centre();
    let (mut nearest, mut least, mut count) = (sample::ENTRY, f64::INFINITY, 0);
    layout.tell(Rect::EVERYTHING, usize::MAX, &mut |part| {
        let Part::Tile(tile) = part else { return };
        let far = camera::distance(tile.rect.centre(), middle);
        if far < least {
            (nearest, least) = (tile.id, far);
        }
        count += 1;
    });
    let known = HOMES.iter().find(|(known, _)| *known == count);
    HOME.set(Some((nearest, known.map_or(count / 2, |(_, number)| *number))));
    layout.rect_of(nearest).map(in_the_middle).unwrap_or_default()
}

/// Tiles are called by their numbers in reading order, but the one in the middle has
/// changed its number with another.
fn tile_of_number(number: usize) -> TileId {
    let (home, called) = HOME.get().unwrap_or((sample::ENTRY, 0));
    let id = |number: usize| TileId(sample::ENTRY.0 + number as u32);
    match number {
        _ if number == called => home,
        _ if id(number) == home => id(called),
        _ => id(number),
    }
}

thread_local! {
    /// The tile in the middle of the journey, and the number by which it is called.
    static HOME: Cell<Option<(TileId, usize)>> = const { Cell::new(None) };
}

fn go_home(canvas: Canvas) {
    let home = HOME.get().map_or(sample::ENTRY, |(home, _)| home);
    if let Some(rect) = canvas.rect_of(canvas.stop_of(home)) {
        canvas.camera.set(in_the_middle(rect));
    }
}

/// Sees it at full size in the middle of the window, which the canvas fills.
fn in_the_middle(rect: Rect) -> Camera {
    let ((width, height), Point { x, y }) = (window_size(), rect.centre());
    Camera { x: width / 2.0 - x, y: height / 2.0 - y, zoom: 1.0 }
}

/// Where the centre of a tile is, in CSS px of the window.
fn centre(canvas: Canvas, tile: TileId) -> Option<Point> {
    let rect = canvas.rect_of(canvas.stop_of(tile))?;
    Some(canvas.camera.get_untracked().to_screen(rect.centre()))
}

/// The empty point at the lower right that is farthest from everything on the canvas.
fn empty_point() -> Option<Point> {
    const AROUND: f64 = 14.0;
    let empty = |x: f64, y: f64| {
        let found = document().element_from_point(x as f32, y as f32);
        found.is_some_and(|found| found.matches(".canvas-grid") == Ok(true))
    };
    let mut points: Vec<Point> = Vec::new();
    for x in (1100..=1560).step_by(10) {
        points.extend((560..=860).step_by(10).map(|y| Point { x: f64::from(x), y: f64::from(y) }));
    }
    points.into_iter().find(|at| {
        let corners = Rect::around(*at, 2.0 * AROUND, 2.0 * AROUND);
        empty(at.x, at.y)
            && empty(corners.x, corners.y)
            && empty(corners.right(), corners.y)
            && empty(corners.x, corners.bottom())
            && empty(corners.right(), corners.bottom())
    })
}

/// Whether all tiles in view are in the page.
fn is_mounted(canvas: Canvas) -> bool {
    let Some(root) = canvas.viewport.get_untracked() else { return false };
    let view = canvas.camera.get_untracked().visible(window_size());
    let boxes = canvas.layout.with_untracked(|layout| layout.within(view).boxes);
    boxes.iter().all(|tile| {
        let wanted = format!("[data-tile=\"{}\"]", tile.id);
        root.query_selector(&wanted).is_ok_and(|found| found.is_some())
    })
}

fn point(at: Point) -> JsValue {
    let found = Object::new();
    set(&found, "x", &at.x.into());
    set(&found, "y", &at.y.into());
    found.into()
}

/// Keeps when everything that was asked for is on the canvas.
fn settled() -> JsValue {
    future_to_promise(async {
        frame().await;
        Ok(JsValue::UNDEFINED)
    })
    .into()
}

/// The next frame.
pub async fn frame() {
    let next = Promise::new(&mut |resolve: Function, _| {
        // Without frames nothing is drawn, and nothing can be measured.
        let _ = window().request_animation_frame(&resolve);
    });
    let _ = JsFuture::from(next).await;
}

/// Adds a function of one argument, for as long as the page is there.
fn add(hook: &Object, name: &str, run: impl Fn(JsValue) -> JsValue + 'static) {
    let run = Closure::<dyn Fn(JsValue) -> JsValue>::new(run);
    set(hook, name, run.into_js_value().unchecked_ref());
}

/// As [`add`], of what is asked of the canvas; nothing before it is there.
fn add_to(hook: &Object, name: &str, run: fn(Canvas, JsValue) -> JsValue) {
    add(hook, name, move |argument| {
        CANVAS.get().map_or(JsValue::NULL, |canvas| run(canvas, argument))
    });
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object is never refused.
    let _ = Reflect::set(object, &name.into(), value);
}
