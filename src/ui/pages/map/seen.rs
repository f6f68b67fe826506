//! What of the map is mounted. A small one is all there, so that the Tab key goes through
//! all of it; of a large one it is what is near the view, and from far it is a picture.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::check::links::Node;
use crate::editor::map::Map;
use crate::layout::camera::Camera;
use crate::layout::far::{Colour, Picture, on_screen};
use crate::layout::{Point, Rect};
use crate::model::journey::JourneyState;
use crate::ui::canvas::far::{in_pixels, put, tokens};
use crate::ui::pages::map::hand::Hand;
use crate::ui::shell::state::colour_of;
use crate::ui::watch::Watch;

/// A map with no more than so many boxes is mounted as a whole.
const SMALL: usize = 300;
/// No more boxes than this are mounted of a larger one.
const MOST: usize = 240;
/// What is mounted changes when the view moves by so much of the map.
const STEP: f64 = 512.0;

/// What is mounted, by its place in the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seen {
    pub boxes: Vec<usize>,
    pub lines: Vec<usize>,
    /// Whether it is too much, and drawn as a picture instead.
    pub is_far: bool,
}

/// What of the map is mounted.
pub fn seen(map: Watch<Arc<Map>>, hand: Hand) -> Watch<Seen> {
    let region = Watch::new(move |_| hand.camera.get().visible(hand.size()).in_steps(STEP));
    Watch::new(move |_| {
        map.with(|map| match map.boxes.len() {
            count if count <= SMALL => Seen {
                boxes: (0..count).collect(),
                lines: (0..map.lines.len()).collect(),
                is_far: false,
            },
            _ => near(map, region.get(), hand.over.get()),
        })
    })
}

/// What is in a region, and what the focus is on.
fn near(map: &Map, region: Rect, held: Option<Node>) -> Seen {
    let boxes = map.boxes.iter().enumerate();
    let is_near = |at: Rect, node| at.touches(&region) || held == Some(node);
    let boxes = boxes.filter(|(_, one)| is_near(one.rect, one.node));
    let boxes: Vec<usize> = boxes.map(|(at, _)| at).take(MOST + 1).collect();
    if boxes.len() > MOST {
        return Seen { is_far: true, ..Seen::default() };
    }
    let passes = |path: &[Point]| match path {
        [from, to] => Rect::spanning(*from, *to).touches(&region),
        _ => false,
    };
    let lines = map.lines.iter().enumerate();
    let lines = lines.filter(|(_, line)| line.path.windows(2).any(passes));
    Seen { boxes, lines: lines.map(|(at, _)| at).collect(), is_far: false }
}

/// The map from far.
#[component]
pub fn FarMap(map: Watch<Arc<Map>>, seen: Watch<Seen>, hand: Hand) -> impl IntoView {
    let element: NodeRef<html::Canvas> = NodeRef::new();
    let shown = Watch::new(move |_| seen.with(|seen| seen.is_far));
    let colours = Watch::new(|_| Colours::of_theme());
    let picture = StoredValue::new_local(Rc::new(RefCell::new(Picture::default())));
    let asked = StoredValue::new(false);
    let draw_now = move || {
        // The page may be gone by now.
        let Some(picture) = picture.try_get_value() else { return };
        asked.set_value(false);
        let Some(element) = element.get_untracked().filter(|_| shown.get_untracked()) else {
            return;
        };
        let (camera, size) = in_pixels(hand.camera.get_untracked(), hand.size_now());
        let colours = colours.get_untracked();
        map.with_untracked(|map| {
            put(&element, &picture, size, |strip| draw(strip, map, camera, &colours));
        });
    };
    Effect::new(move |_| {
        hand.camera.track();
        map.track();
        colours.track();
        if shown.get() && element.get().is_some() && !asked.get_value() {
            asked.set_value(true);
            request_animation_frame(draw_now);
        }
    });
    view! {
        <canvas class="far" aria-hidden="true" node_ref=element hidden=move || !shown.get()></canvas>
    }
}

/// The colours of boxes and lines.
#[derive(Debug, Clone, PartialEq)]
struct Colours {
    states: Vec<(&'static str, Colour)>,
    trigger: Colour,
    flow: Colour,
    line: Colour,
    in_loop: Colour,
}

impl Colours {
    fn of_theme() -> Self {
        let token = tokens();
        let state = |state| (colour_of(state), token(colour_of(state)));
        Self {
            states: JourneyState::ALL.into_iter().map(state).collect(),
            trigger: token("trigger"),
            flow: token("message"),
            line: token("edge"),
            in_loop: token("error"),
        }
    }
}

fn draw(picture: &mut Picture, map: &Map, camera: Camera, colours: &Colours) {
    for line in &map.lines {
        let colour = if line.arrow.in_loop { colours.in_loop } else { colours.line };
        for ends in line.path.windows(2) {
            if let [from, to] = ends {
                curve(picture, camera.to_screen(*from), camera.to_screen(*to), colour);
            }
        }
    }
    for one in &map.boxes {
        let of = |state| colours.states.iter().find(|(name, _)| *name == colour_of(state));
        let colour = match (one.node, one.state) {
            (Node::Trigger(_), _) => colours.trigger,
            (Node::Flow(_), _) => colours.flow,
            (Node::Journey(_), state) => state.and_then(of).map_or(colours.line, |found| found.1),
        };
        picture.fill(on_screen(one.rect, camera), colour);
    }
}

/// A way that is level at both of its ends, in straight pieces.
fn curve(picture: &mut Picture, from: Point, to: Point, colour: Colour) {
    const PIECES: u32 = 8;
    let at = |piece: u32| {
        let share = f64::from(piece) / f64::from(PIECES);
        let rise = share * share * (3.0 - 2.0 * share);
        Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * rise }
    };
    for piece in 0..PIECES {
        picture.line(at(piece), at(piece + 1), colour);
    }
}
