//! The pointer on the canvas: panning, pinching, taking up tiles.
//!
//! **Invariant:** a press that does not move is a click, and a click never moves
//! anything. What began as one gesture ends as that gesture.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use crate::editor::Selection;
use crate::layout::camera::{Camera, distance};
use crate::layout::{Point, Stop};
use crate::model::id::{BranchId, TileId};
use crate::ui::canvas::choose::{self, With, choose};
use crate::ui::canvas::drag::{self, Load};
use crate::ui::canvas::flyouts;
use crate::ui::canvas::marquee;
use crate::ui::canvas::pointer::{client, copies, slop};
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::wheel;
use crate::ui::workbench::is_text_field;

/// The pointer on one canvas. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Hand {
    canvas: Canvas,
    state: StoredValue<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The pointers that are down, in CSS px of the canvas.
    pointers: Vec<(i32, Point)>,
    gesture: Gesture,
    /// How often something was pressed.
    presses: u32,
    /// Where a finger has rested until something was taken up, in CSS px of the window:
    /// lifted there again, it asks for the menu.
    rested: Option<Point>,
    /// Whether the space bar is held, and whether it has been used to pan.
    space: bool,
    space_used: bool,
}

#[derive(Debug, Clone, Copy, Default)]
enum Gesture {
    #[default]
    Idle,
    /// The pointer is down and has not moved; `focus` had the focus before.
    Press {
        at: Point,
        on: Target,
        focus: Stop,
    },
    Pan {
        at: Point,
        from: Camera,
    },
    Drag,
    /// A frame is drawn around tiles.
    Marquee,
    /// It was taken back; what is left of it does nothing.
    Over,
    Pinch {
        fingers: (Point, Point),
        from: Camera,
    },
}

/// What a press is on.
#[derive(Debug, Clone, Copy)]
enum Target {
    /// The ground: moving pans, or draws a frame with Shift; a click selects the journey.
    Ground,
    /// A tile: moving takes it up.
    Tile(TileId),
    /// The name of a branch: moving takes the branch up.
    Branch(TileId, BranchId),
    /// A note: moving takes it up.
    Note(TileId),
    /// Anything with the middle button or the space bar: moving pans.
    Hand,
}

/// The keys that are held to copy what is dragged.
const COPYING: [&str; 3] = ["Control", "Alt", "Meta"];

/// What looks after its own clicks.
const CONTROLS: &str =
    ".plus, .branch-fold, .fold-chip, .minimap, .tile-more, .zoom-bar, .empty-hint, .ground-text";

impl Hand {
    /// The pointer of a canvas, with its wheel and space bar.
    pub fn new(canvas: Canvas) -> Self {
        let hand = Self { canvas, state: StoredValue::new(State::default()) };
        wheel::listen(canvas);
        hand.listen_to_keys();
        hand
    }

    /// A button or finger went down.
    pub fn down(self, event: &PointerEvent) {
        let at = self.canvas.local(client(event));
        let space = self.state.with_value(|state| state.space);
        let target = match event.button() {
            1 => Target::Hand,
            0 if space => Target::Hand,
            0 => match self.target(event, at) {
                Some(target) => target,
                None => return,
            },
            _ => return,
        };
        if event.button() == 1 || space {
            event.prevent_default();
        }
        self.state.update_value(|state| {
            state.pointers.retain(|(id, _)| *id != event.pointer_id());
            state.pointers.push((event.pointer_id(), at));
            state.space_used |= space;
            state.presses += 1;
            state.rested = None;
        });
        let fingers = self.state.with_value(State::fingers);
        let gesture = match fingers {
            Some(fingers) => {
                drag::cancel(self.canvas);
                marquee::cancel(self.canvas);
                Gesture::Pinch { fingers, from: self.canvas.camera.get_untracked() }
            }
            None => Gesture::Press { at, on: target, focus: self.canvas.focus.get_untracked() },
        };
        self.set(gesture);
        if event.pointer_type() == "touch" {
            self.wait_for_long_press(client(event));
        }
    }

    /// A pointer moved.
    pub fn moved(self, event: &PointerEvent) {
        let at = self.canvas.local(client(event));
        let mut known = false;
        self.state.update_value(|state| {
            for (_, point) in state.pointers.iter_mut().filter(|(id, _)| *id == event.pointer_id())
            {
                (*point, known) = (at, true);
            }
        });
        if !known {
            return;
        }
        match self.state.with_value(|state| state.gesture) {
            Gesture::Press { at: from, on, .. } if distance(from, at) > slop(event) => {
                self.begin(event, from, on);
            }
            Gesture::Pan { at: start, from } => {
                self.canvas.camera.set(from.panned(at.x - start.x, at.y - start.y));
            }
            Gesture::Drag => {
                drag::copy(self.canvas, copies(event));
                drag::follow(self.canvas, client(event));
            }
            Gesture::Marquee => marquee::follow(self.canvas, client(event)),
            Gesture::Pinch { fingers, from } => {
                if let Some(now) = self.state.with_value(State::fingers) {
                    self.canvas.camera.set(from.pinched(fingers, now));
                }
            }
            _ => {}
        }
    }

    /// A button or finger went up.
    pub fn up(self, event: &PointerEvent) {
        if !self.release(event) {
            return;
        }
        let rested = self.state.with_value(|state| state.rested);
        if rested.is_some_and(|from| distance(from, client(event)) <= slop(event)) {
            self.take_back();
            self.set(Gesture::Idle);
            return flyouts::menu_at(self.canvas, self, event);
        }
        match self.state.with_value(|state| state.gesture) {
            // Whoever was about to add to the selection keeps it.
            Gesture::Press { on: Target::Ground, .. } if With::of(event) == With::Nothing => {
                self.canvas.store.select(Selection::Journey);
                self.canvas.focus.set(Stop::Entry);
            }
            Gesture::Press { on: Target::Tile(id), focus, .. } => {
                choose(self.canvas, self.canvas.stop_of(id), With::of(event), focus);
            }
            Gesture::Drag => drag::drop(self.canvas),
            Gesture::Marquee => marquee::finish(self.canvas),
            _ => {}
        }
        self.set(Gesture::Idle);
    }

    /// A finger is off the screen: after one that has rested no mouse is made up, whose
    /// press would close the menu.
    pub fn lifted(self, event: &Event) {
        if event.cancelable() && self.state.with_value(|state| state.rested.is_some()) {
            event.prevent_default();
        }
    }

    /// The browser took the pointer away.
    pub fn cancelled(self, event: &PointerEvent) {
        self.release(event);
        self.take_back();
        self.set(Gesture::Idle);
    }

    /// Takes the gesture back that is going on; whether there was one.
    fn take_back(self) -> bool {
        match self.state.with_value(|state| state.gesture) {
            Gesture::Idle | Gesture::Over => return false,
            Gesture::Press { .. } => {}
            Gesture::Drag => drag::cancel(self.canvas),
            Gesture::Marquee => marquee::cancel(self.canvas),
            Gesture::Pan { from, .. } | Gesture::Pinch { from, .. } => self.canvas.camera.set(from),
        }
        self.set(Gesture::Over);
        true
    }

    /// A press has moved: what it becomes depends on what it is on. A finger pans
    /// unless it is on the selected tile.
    fn begin(self, event: &PointerEvent, at: Point, on: Target) {
        if let Some(root) = self.canvas.viewport.get_untracked() {
            // Without the capture the gesture ends at the edge of the canvas.
            let _ = root.set_pointer_capture(event.pointer_id());
        }
        let selected = self.canvas.selection();
        let touch = event.pointer_type() == "touch";
        let taken = match on {
            Target::Ground => With::of(event) == With::Shift,
            Target::Tile(id) if self.stays(id) => false,
            Target::Tile(id) => !touch || selected.tiles().is_some_and(|it| it.contains(id)),
            Target::Branch(..) | Target::Note(_) => !touch,
            Target::Hand => false,
        };
        if taken {
            self.take_up(at, client(event), on, copies(event));
        } else {
            self.set(Gesture::Pan { at, from: self.canvas.camera.get_untracked() });
            self.moved(event);
        }
    }

    /// Takes up what is pressed, or begins a frame on the ground: `at` is in the canvas,
    /// `client` in the window.
    fn take_up(self, at: Point, client: Point, on: Target, copying: bool) {
        let canvas = self.canvas;
        let load = match on {
            Target::Hand => return,
            Target::Tile(id) if self.stays(id) => return,
            Target::Ground => {
                self.set(Gesture::Marquee);
                return marquee::start(
                    canvas,
                    canvas.camera.get_untracked().to_drawing(at),
                    client,
                );
            }
            // A selected note takes all notes that are selected along, and stays a note.
            Target::Tile(id) if canvas.is_note(id) => Load::Notes(choose::notes(canvas, id)),
            // A selected tile takes all that is selected along.
            Target::Tile(id) => match canvas.selection() {
                Selection::Tiles(tiles) if tiles.contains(id) => Load::Tiles(tiles),
                _ => Load::Tiles(id.into()),
            },
            Target::Branch(tile, id) => Load::Branch(tile, id),
            Target::Note(id) => Load::Note(id),
        };
        // What a published journey does is changed elsewhere (rule S9); words pass.
        let is_word = matches!(load, Load::Note(_) | Load::Notes(_));
        if !is_word && canvas.store.refuse_published(canvas.id) {
            return self.set(Gesture::Over);
        }
        self.set(Gesture::Drag);
        drag::start(canvas, load, at, client, copying);
    }

    /// Whether it is the Entry, which is clicked like a tile but stays in its place.
    fn stays(self, tile: TileId) -> bool {
        self.canvas.stop_of(tile) == Stop::Entry
    }

    /// A finger that rests takes up what is under it; lifted where it rests, it asks for
    /// the menu of that.
    fn wait_for_long_press(self, client: Point) {
        const LONG: std::time::Duration = std::time::Duration::from_millis(400);
        let pressed = self.state.with_value(|state| state.presses);
        let rested = move || {
            let now = self.state.try_with_value(|state| (state.presses, state.gesture));
            if let Some((presses, Gesture::Press { at, on, .. })) = now
                && presses == pressed
            {
                self.state.update_value(|state| state.rested = Some(client));
                // Where nothing can be taken along, a finger that rests means the menu.
                if matches!(on, Target::Ground) || !self.canvas.is_published() {
                    self.take_up(at, client, on, false);
                }
            }
        };
        set_timeout(rested, LONG);
    }

    /// Forgets a pointer. Whether it was known.
    fn release(self, event: &PointerEvent) -> bool {
        let id = event.pointer_id();
        let known = self.state.with_value(|state| state.pointers.iter().any(|(p, _)| *p == id));
        self.state.update_value(|state| state.pointers.retain(|(known, _)| *known != id));
        known
    }

    fn set(self, gesture: Gesture) {
        self.state.update_value(|state| state.gesture = gesture);
    }

    /// What is pressed; `None` where a control looks after itself.
    fn target(self, event: &PointerEvent, at: Point) -> Option<Target> {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok())?;
        if element.closest(CONTROLS).ok().flatten().is_some() {
            return None;
        }
        if let Some(label) = element.closest(".branch-label").ok().flatten() {
            let branch = label.get_attribute("data-branch")?;
            let (tile, branch) = branch.split_once(' ')?;
            return Some(Target::Branch(tile.parse().ok()?, branch.parse().ok()?));
        }
        if let Some(note) = element.closest(".tile-note").ok().flatten() {
            return Some(Target::Note(note.get_attribute("data-note")?.parse().ok()?));
        }
        Some(match self.tile_at(&element, at) {
            Some(id) => Target::Tile(id),
            None => Target::Ground,
        })
    }

    /// The tile that an element belongs to, or that is drawn there as a plain shape.
    pub fn tile_at(self, element: &Element, at: Point) -> Option<TileId> {
        let tile = element.closest("[data-tile]").ok().flatten();
        let tile = tile.and_then(|tile| tile.get_attribute("data-tile")?.parse().ok());
        tile.or_else(|| self.shape_at(at))
    }

    /// The tile that is drawn there as a plain shape.
    fn shape_at(self, at: Point) -> Option<TileId> {
        self.canvas.tile_at(self.canvas.camera.get_untracked().to_drawing(at))
    }

    /// The space bar, held, makes every press pan; it clicks nothing then. Escape takes
    /// back what is going on.
    fn listen_to_keys(self) {
        let down = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
            if event.code() == "Space" && !is_text_field(&event) {
                self.state.update_value(|state| state.space = true);
            }
            if event.key() == "Escape" && self.take_back() {
                event.prevent_default();
            }
            if COPYING.contains(&event.key().as_str()) {
                drag::copy(self.canvas, true);
            }
        });
        let up = window_event_listener(leptos::ev::keyup, move |event: KeyboardEvent| {
            if COPYING.contains(&event.key().as_str()) {
                drag::copy(self.canvas, false);
            }
            if event.code() == "Space" {
                if self.state.with_value(|state| state.space_used) {
                    event.prevent_default();
                }
                self.state.update_value(|state| (state.space, state.space_used) = (false, false));
            }
        });
        on_cleanup(move || {
            down.remove();
            up.remove();
        });
    }
}

impl State {
    /// Where the first two fingers are, when there are two.
    fn fingers(&self) -> Option<(Point, Point)> {
        match self.pointers[..] {
            [(_, a), (_, b), ..] => Some((a, b)),
            _ => None,
        }
    }
}
