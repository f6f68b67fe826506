//! The minimap: all of a journey, small, with the part that is seen. A click or a drag
//! moves the view there.
//!
//! **Invariant:** moving the view paints nothing of it again: the journey is painted a
//! moment after it changed, and what is seen is an element over it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, PointerEvent};

use crate::editor::summary;
use crate::layout::camera::Camera;
use crate::layout::{Layout, Number, Part, Point, Rect, ground};
use crate::model::collect;
use crate::model::journey::Journey;
use crate::ui::canvas::face;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::theme;
use crate::ui::watch::Watch;

/// The room of the map, in CSS px.
const ROOM: (f64, f64) = (200.0, 132.0);
/// Around the journey in it, in CSS px.
const MARGIN: f64 = 6.0;
/// Pixels of the picture for each CSS px, so that it is sharp on every screen.
const FINE: f64 = 2.0;
/// How long after an edit it is painted: the edit itself does not wait for it.
const DELAY: std::time::Duration = std::time::Duration::from_millis(120);

/// The minimap.
#[component]
pub fn Minimap() -> impl IntoView {
    let canvas = Canvas::get();
    let picture: NodeRef<html::Canvas> = NodeRef::new();
    let whole = RwSignal::new(Camera::default());
    repaint(canvas, picture, whole);
    let seen = Watch::new(move |_| {
        let size = canvas.size.get().unwrap_or_default();
        on_map(whole.get(), canvas.camera.get().visible(size))
    });
    let go = move |event: &PointerEvent| {
        let Some(picture) = picture.get_untracked() else { return };
        let root = picture.get_bounding_client_rect();
        let at = Point {
            x: f64::from(event.client_x()) - root.left(),
            y: f64::from(event.client_y()) - root.top(),
        };
        let at = whole.get_untracked().to_drawing(at);
        let (width, height) = canvas.size.get_untracked().unwrap_or_default();
        canvas.camera.update(|camera: &mut Camera| {
            camera.x = width / 2.0 - at.x * camera.zoom;
            camera.y = height / 2.0 - at.y * camera.zoom;
        });
    };
    let down = move |event: PointerEvent| {
        if let Some(picture) = picture.get_untracked() {
            // Without the capture the view only follows while the pointer is over the map.
            let _ = picture.set_pointer_capture(event.pointer_id());
        }
        go(&event);
    };
    let px = move |value: fn(&Rect) -> f64| format!("{}px", Number(seen.with(value)));
    view! {
        <div class="minimap">
            <canvas
                class="minimap-picture"
                data-testid="minimap"
                role="img"
                aria-label=move || t("minimap-about")
                title=move || t("minimap-about")
                width=Number(ROOM.0 * FINE).to_string()
                height=Number(ROOM.1 * FINE).to_string()
                node_ref=picture
                on:pointerdown=down
                on:pointermove=move |event| {
                    if event.buttons() == 1 {
                        go(&event);
                    }
                }
            ></canvas>
            <span
                class="minimap-seen"
                style:left=move || px(|seen| seen.x)
                style:top=move || px(|seen| seen.y)
                style:width=move || px(|seen| seen.width)
                style:height=move || px(|seen| seen.height)
            ></span>
        </div>
    }
}

/// A region of the drawing on the map, no further than its edge.
fn on_map(whole: Camera, region: Rect) -> Rect {
    const LEAST: f64 = 4.0;
    let from = whole.to_screen(Point { x: region.x, y: region.y });
    let to = whole.to_screen(Point { x: region.right(), y: region.bottom() });
    let (x, y) = (from.x.clamp(0.0, ROOM.0 - LEAST), from.y.clamp(0.0, ROOM.1 - LEAST));
    let (right, bottom) = (to.x.clamp(x + LEAST, ROOM.0), to.y.clamp(y + LEAST, ROOM.1));
    Rect { x, y, width: right - x, height: bottom - y }
}

/// Paints the journey anew a moment after it, what is closed in it, or the theme changed.
fn repaint(canvas: Canvas, picture: NodeRef<html::Canvas>, whole: RwSignal<Camera>) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let paint = move || {
        let journey = canvas.journey.get_untracked();
        let picture = picture.try_get_untracked().flatten();
        if let (Some(journey), Some(picture)) = (journey, picture) {
            canvas.layout.with_untracked(|layout| {
                let camera = fitting(canvas.bounds());
                whole.set(camera);
                paint_tiles(&picture, camera, layout, &journey);
            });
        }
    };
    Effect::new(move |_| {
        theme::track();
        canvas.journey.track();
        canvas.folds.track();
        picture.track();
        timer.get_value().into_iter().for_each(|timer| timer.clear());
        timer.set_value(set_timeout_with_handle(paint, DELAY).ok());
    });
    on_cleanup(move || {
        timer.try_get_value().flatten().into_iter().for_each(|timer| timer.clear());
    });
}

/// All of a drawing in the middle of the map, however large it is.
fn fitting(bounds: Rect) -> Camera {
    let wide = (ROOM.0 - 2.0 * MARGIN) / bounds.width.max(1.0);
    let high = (ROOM.1 - 2.0 * MARGIN) / bounds.height.max(1.0);
    let zoom = wide.min(high).min(0.2);
    let Point { x, y } = bounds.centre();
    Camera { x: ROOM.0 / 2.0 - x * zoom, y: ROOM.1 / 2.0 - y * zoom, zoom }
}

/// Every tile as a shape in the colour of its family.
fn paint_tiles(picture: &HtmlCanvasElement, camera: Camera, layout: &Layout, journey: &Journey) {
    let context = picture.get_context("2d").ok().flatten();
    let context = context.and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok());
    let Some(context) = context else { return };
    let token = theme::tokens();
    let tiles = journey.all_tiles().into_iter();
    let families =
        collect::map(tiles.map(|tile| (tile.id, face::family(Some(summary::kind(tile))))));
    context.clear_rect(0.0, 0.0, ROOM.0 * FINE, ROOM.1 * FINE);
    let paint = |rect: &Rect| {
        let Point { x, y } = camera.to_screen(Point { x: rect.x, y: rect.y });
        // What is tiny is still a point.
        let width = (rect.width * camera.zoom * FINE).max(1.5);
        let height = (rect.height * camera.zoom * FINE).max(1.0);
        context.fill_rect(x * FINE, y * FINE, width, height);
    };
    context.set_fill_style_str(&token("note-line"));
    ground::all(layout, journey).iter().for_each(|(_, rect)| paint(rect));
    let mut last = "";
    layout.tell(Rect::EVERYTHING, usize::MAX, &mut |part| {
        let Part::Tile(tile) = part else { return };
        let family = families.get(&tile.id).copied().unwrap_or(face::family(None));
        if family != last {
            context.set_fill_style_str(&token(family));
            last = family;
        }
        paint(&tile.rect);
    });
}
