//! The pointer on the map: panning, the wheel, and zooming into a journey.
//!
//! **Invariant:** a press that does not move is a click, and a click never moves the map.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, PointerEvent, WheelEvent};

use crate::check::links::Node;
use crate::layout::camera::{Camera, LEAST, MOST, distance};
use crate::layout::rest::Rest;
use crate::layout::{Point, Rect};
use crate::ui::store::Store;

/// How far a press must move to be more than a click, in CSS px.
const SLOP: f64 = 4.0;
/// Below this zoom the words on boxes cannot be read.
const READABLE: f64 = 0.6;
/// Around what comes into view, in CSS px.
const REVEAL: f64 = 80.0;
/// By how much the wheel zooms, for each CSS px that it turns.
const TURN: f64 = 0.0016;

/// The pointer on the map. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Hand {
    /// What is seen.
    pub camera: RwSignal<Camera>,
    frame: NodeRef<html::Div>,
    press: StoredValue<Option<Press>>,
    moved: StoredValue<bool>,
    wheel: StoredValue<Rest>,
    /// What the pointer or the focus is on.
    pub over: RwSignal<Option<Node>>,
}

#[derive(Debug, Clone, Copy)]
struct Press {
    at: Point,
    from: Camera,
}

impl Hand {
    /// The pointer on a frame; `enter` is called when somebody zooms on into something.
    pub fn new(frame: NodeRef<html::Div>, enter: Callback<Node>) -> Self {
        let hand = Self {
            camera: RwSignal::new(Camera::default()),
            frame,
            press: StoredValue::new(None),
            moved: StoredValue::new(false),
            wheel: Store::get().wheel,
            over: RwSignal::new(None),
        };
        let listener = StoredValue::new_local(None);
        Effect::new(move |_| {
            let Some(root) = frame.get() else { return };
            let options =
                EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
            let wheel = EventListener::new_with_options(&root, "wheel", options, move |event| {
                if let Some(event) = event.dyn_ref::<WheelEvent>() {
                    event.prevent_default();
                    hand.turn(event, enter);
                }
            });
            listener.set_value(Some(wheel));
        });
        hand
    }

    /// A button or finger went down.
    pub fn down(self, event: &PointerEvent) {
        if event.button() == 0 && event.is_primary() {
            let press = Press { at: client(event), from: self.camera.get_untracked() };
            self.press.set_value(Some(press));
            self.moved.set_value(false);
        }
    }

    /// The pointer moved.
    pub fn moved(self, event: &PointerEvent) {
        let Some(Press { at, from }) = self.press.get_value() else { return };
        let now = client(event);
        if !self.has_moved() && distance(at, now) > SLOP {
            self.moved.set_value(true);
            if let Some(frame) = self.frame.get_untracked() {
                // Without the capture the map only follows while the pointer is over it.
                let _ = frame.set_pointer_capture(event.pointer_id());
            }
        }
        if self.has_moved() {
            self.camera.set(from.panned(now.x - at.x, now.y - at.y));
        }
    }

    /// It went up.
    pub fn up(self, _: &PointerEvent) {
        self.press.set_value(None);
    }

    /// Whether the press that just ended moved the map.
    pub fn has_moved(self) -> bool {
        self.moved.get_value()
    }

    /// The focus came to something by the keyboard: it comes into view.
    pub fn focused(self, node: Node, rect: Rect, event: &FocusEvent) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if !target.is_some_and(|it| it.matches(":focus-visible").unwrap_or_default()) {
            return;
        }
        self.over.set(Some(node));
        if let Some(frame) = self.frame.get_untracked() {
            // The browser scrolls to what has the focus; here the camera does that.
            frame.set_scroll_left(0);
            frame.set_scroll_top(0);
        }
        let size = self.size_now();
        self.camera.update(|camera| *camera = camera.revealing(rect, size, REVEAL));
    }

    /// Zooms about the middle.
    pub fn zoom(self, factor: f64) {
        let (width, height) = self.size_now();
        let middle = Point { x: width / 2.0, y: height / 2.0 };
        self.camera.update(|camera| *camera = camera.zoomed(middle, factor));
    }

    /// Moves the map.
    pub fn pan(self, right: f64, down: f64) {
        self.camera.update(|camera| *camera = camera.panned(right, down));
    }

    /// Shows all of that in the middle; of what is too large, the beginning.
    pub fn fit(self, bounds: Rect, margin: f64) {
        let size = self.size_now();
        let camera = Camera::fitting(bounds, size, margin, LEAST);
        let has_room = bounds.width * camera.zoom < size.0 && bounds.height * camera.zoom < size.1;
        self.camera.set(if has_room { Camera::centred(bounds, size, margin) } else { camera });
    }

    /// Brings that into view, large enough to be read.
    pub fn reveal(self, rect: Rect) {
        let size = self.size_now();
        if self.camera.get_untracked().zoom < READABLE {
            let middle = rect.centre();
            let (x, y) = (size.0 / 2.0 - middle.x * READABLE, size.1 / 2.0 - middle.y * READABLE);
            return self.camera.set(Camera { x, y, zoom: READABLE });
        }
        self.camera.update(|camera| *camera = camera.revealing(rect, size, REVEAL));
    }

    /// The wheel zooms, and pans with Shift; at the largest zoom it goes on into what is
    /// under the pointer.
    fn turn(self, event: &WheelEvent, enter: Callback<Node>) {
        if event.shift_key() {
            let right = if event.delta_x() == 0.0 { event.delta_y() } else { event.delta_x() };
            return self.camera.update(|camera| *camera = camera.panned(-right, 0.0));
        }
        let up = event.delta_y() < 0.0;
        if up && self.camera.get_untracked().zoom >= MOST {
            if let Some(journey @ Node::Journey(_)) = self.over.get_untracked() {
                self.wheel.update_value(|rest| rest.opened(event.time_stamp()));
                enter.run(journey);
            }
            return;
        }
        let Some(frame) = self.frame.get_untracked() else { return };
        let origin = frame.get_bounding_client_rect();
        let at = Point {
            x: f64::from(event.client_x()) - origin.left(),
            y: f64::from(event.client_y()) - origin.top(),
        };
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 16.0 };
        let factor = (1.0 - event.delta_y() * lines * TURN).clamp(0.5, 2.0);
        self.camera.update(|camera| *camera = camera.zoomed(at, factor));
    }

    /// How large the frame is, in CSS px; tracked by its being there.
    pub fn size(self) -> (f64, f64) {
        self.frame.track();
        self.size_now()
    }

    /// How large the frame is, in CSS px.
    pub fn size_now(self) -> (f64, f64) {
        self.frame.get_untracked().map_or((1.0, 1.0), |frame| {
            (f64::from(frame.client_width()), f64::from(frame.client_height()))
        })
    }
}

fn client(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}
