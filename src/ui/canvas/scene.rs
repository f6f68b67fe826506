//! The canvas itself: the part that is seen, and in it the scene under one transform.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::MouseEvent;

use crate::layout::Number;
use crate::layout::camera::Camera;
use crate::model::journey::Journey;
use crate::ui::canvas::edges::{Edges, Ends};
use crate::ui::canvas::empty::EmptyHint;
use crate::ui::canvas::far::FarView;
use crate::ui::canvas::flyouts::{self, Flyout};
use crate::ui::canvas::fold::{self, FoldChip};
use crate::ui::canvas::gestures::Hand;
use crate::ui::canvas::label::BranchLabel;
use crate::ui::canvas::marquee::MarqueeView;
use crate::ui::canvas::mounted::Mounted;
use crate::ui::canvas::plus::PlusView;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::tile::TileView;
use crate::ui::canvas::zoom::ZoomBar;
use crate::ui::i18n::t_with;
use crate::ui::later::{Part, later};
use crate::ui::rows::Rows;
use crate::ui::store::after_a_frame;
use crate::ui::watch::Watch;

/// How long after its first frame a canvas is seen, before it grows.
const SEEN: std::time::Duration = std::time::Duration::from_millis(50);

/// The canvas with everything on it.
#[component]
pub fn Viewport(
    /// The pointer on it.
    hand: Hand,
) -> impl IntoView {
    let canvas = Canvas::get();
    watch_size(canvas);
    remember_views(canvas);
    let mounted = Mounted::new(canvas);
    let name = Watch::new(move |_| canvas.journey.with(|j| j.as_ref().map(|j| j.name.clone())));
    let label =
        move || t_with("canvas-label", [("journey", name.get().unwrap_or_default().into())]);
    view! {
        <div
            class="canvas"
            role="group"
            tabindex="-1"
            node_ref=canvas.viewport
            data-testid="canvas"
            data-moving=move || canvas.moving.get().to_string()
            data-dragging=move || canvas.load.with(Option::is_some).to_string()
            data-copying=move || canvas.copying.get().to_string()
            aria-label=label
            on:focusin=move |_| canvas.in_outline.set(false)
            on:pointerdown=move |event| hand.down(&event)
            on:pointermove=move |event| hand.moved(&event)
            on:pointerup=move |event| hand.up(&event)
            on:touchend=move |event| hand.lifted(&event)
            on:pointercancel=move |event| hand.cancelled(&event)
            on:contextmenu=move |event: MouseEvent| flyouts::menu_at(canvas, hand, &event)
        >
            <Grid/>
            <FarView waiting=Signal::derive(move || mounted.waits(canvas))/>
            <Scene mounted/>
            <MarqueeView/>
            {move || canvas.minimap.get().then(|| later(Part::Minimap))}
            <ZoomBar/>
        </div>
    }
}

#[component]
fn Scene(mounted: Mounted) -> impl IntoView {
    let canvas = Canvas::get();
    let painted = move || _ = canvas.painted.try_set(true);
    after_a_frame(move || set_timeout(painted, SEEN));
    let transform = move || {
        let camera = canvas.camera.get();
        let [x, y, zoom] = [camera.x, camera.y, camera.zoom].map(Number);
        format!("translate({x}px, {y}px) scale({zoom})")
    };
    let Mounted { tiles, pluses, labels } = mounted;
    let folds = Watch::new(move |_| fold::mounted(canvas));
    let noted = Watch::new(move |_| {
        let notes = |journey: &Option<Arc<_>>| {
            journey.as_deref().is_some_and(|journey: &Journey| !journey.notes.is_empty())
        };
        canvas.journey.with(notes) || matches!(canvas.flyout.get(), Some(Flyout::Write(..)))
    });
    view! {
        <div
            class="scene"
            // Tiles move to their new places smoothly, but not into their first ones.
            data-settled=move || canvas.painted.get().to_string()
            style:transform=move || transform()
        >
            <Edges/>
            {move || noted.get().then(|| later(Part::Ground))}
            <Rows
                each=move || labels.get().items
                children=|(tile, branch)| view! { <BranchLabel tile branch/> }
            />
            <Rows
                each=move || pluses.get().items
                children=|place| view! { <PlusView place/> }
            />
            <Rows
                each=move || folds.get()
                children=|(tile, branch)| view! { <FoldChip tile branch/> }
            />
            <Rows
                each=move || tiles.get().items
                children=|id| view! { <TileView id/> }
            />
            <Ends/>
            <EmptyHint/>
        </div>
    }
}

/// The dots of the ground. They follow the view by a transform of less than one
/// step, so that moving them paints nothing.
#[component]
fn Grid() -> impl IntoView {
    const STEP: f64 = 24.0;
    let canvas = Canvas::get();
    let step = Watch::new(move |_| {
        let zoom = canvas.camera.get().zoom;
        // Far away the dots would run together.
        if zoom < 0.5 { STEP * zoom * 4.0 } else { STEP * zoom }
    });
    let transform = move || {
        let (camera, step) = (canvas.camera.get(), step.get());
        format!(
            "translate({}px, {}px)",
            Number(camera.x.rem_euclid(step)),
            Number(camera.y.rem_euclid(step))
        )
    };
    view! {
        <div
            class="canvas-grid"
            style:transform=move || transform()
            style:background-size=move || format!("{0}px {0}px", Number(step.get()))
        ></div>
    }
}

/// Follows the size of the canvas; the first one brings the view back. That one is not
/// waited for, so that the first picture has the tiles.
fn watch_size(canvas: Canvas) {
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(root) = canvas.viewport.get() else { return };
        let measured = root.clone();
        let measure = move || {
            let size = (f64::from(measured.client_width()), f64::from(measured.client_height()));
            let Some(before) = canvas.size.try_get_untracked() else { return };
            if size.0 > 0.0 && size.1 > 0.0 && before != Some(size) {
                canvas.size.set(Some(size));
                if before.is_none() {
                    canvas.restore_view();
                }
            }
        };
        measure();
        let measure = Closure::<dyn FnMut()>::new(measure);
        if let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(&root);
            watch.set_value(Some((observer, measure)));
        }
    });
    on_cleanup(move || {
        watch.try_update_value(|watch| {
            if let Some((observer, _)) = watch {
                observer.disconnect();
            }
        });
    });
}

/// Remembers the view when it has come to rest.
fn remember_views(canvas: Canvas) {
    const REST: std::time::Duration = std::time::Duration::from_millis(200);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<Option<Camera>>| {
        let camera = canvas.camera.get();
        canvas.size.get_untracked()?;
        // The first view is no move: what moves is drawn into layers, which take memory.
        let moved = before.flatten().is_some_and(|before| before != camera);
        if !moved {
            return Some(camera);
        }
        if !canvas.moving.get_untracked() {
            canvas.moving.set(true);
        }
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let rest = move || {
            _ = canvas.moving.try_set(false);
            canvas.remember_view();
        };
        timer.set_value(set_timeout_with_handle(rest, REST).ok());
        Some(camera)
    });
    on_cleanup(move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
            canvas.remember_view();
        }
    });
}
