//! A piece of the page of which there are many, such as a tile: written as HTML once,
//! copied by the browser from then on, and kept up to date by one effect. A `view!`
//! makes each element by itself and has an effect for each attribute that changes;
//! that is clearer, and too slow where a hundred come into view at once.

use std::borrow::Cow;
use std::fmt::Write;

use gloo_events::EventListener;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node};

use crate::layout::{Number, Point};
use crate::ui::watch::Watch;

/// Keeps a piece up to date: run again whenever something changes that it read.
pub type Keep = Box<dyn FnMut()>;

/// A piece, not yet in the page.
pub struct Piece {
    html: Cow<'static, str>,
    keep: Box<dyn FnOnce(&Element) -> Keep + Send>,
    inside: Option<AnyView>,
}

impl Piece {
    /// A copy of `html`, one element with all that never changes. `keep` finds in it what
    /// does change, and gives what keeps that up to date.
    pub fn new(
        html: impl Into<Cow<'static, str>>,
        keep: impl FnOnce(&Element) -> Keep + Send + 'static,
    ) -> Self {
        Self { html: html.into(), keep: Box::new(keep), inside: None }
    }

    /// With a view at its end, for what is seldom there.
    pub fn with(self, inside: AnyView) -> Self {
        Self { inside: Some(inside), ..self }
    }
}

/// Says words when they are others than those that were said last; tracked.
pub fn say_new<W>(words: Watch<W>, said: &mut W, say: impl FnOnce(&W))
where
    W: Clone + PartialEq + Send + Sync + 'static,
{
    words.with(|words| {
        if words != said {
            say(words);
            said.clone_from(words);
        }
    });
}

/// The first of the elements in an element; itself where there is none.
pub fn first(of: &Element) -> Element {
    of.first_element_child().unwrap_or_else(|| of.clone())
}

/// The last of them.
pub fn last(of: &Element) -> Element {
    of.last_element_child().unwrap_or_else(|| of.clone())
}

/// Sets an attribute of an element.
pub fn set(of: &Element, name: &str, value: &str) {
    // It is refused only for a name that none of ours has.
    let _ = of.set_attribute(name, value);
}

/// Sets an attribute that says whether something is so.
pub fn set_flag(of: &Element, name: &str, is_so: bool) {
    set(of, name, if is_so { "true" } else { "false" });
}

/// Sets an attribute, or takes it away.
pub fn set_or_not(of: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(of, name, value),
        // What is not there is taken away as well.
        None => drop(of.remove_attribute(name)),
    }
}

/// Keeps an element at the end of another, or out of it.
pub fn keep_in(parent: &Element, element: &Element, there: bool) {
    match there {
        // An element of ours can stand in any other.
        true => drop(parent.append_child(element)),
        false => element.remove(),
    }
}

/// Puts an element somewhere in the drawing, of a size where it has one.
pub fn place(element: &Element, at: Point, size: Option<(f64, f64)>) {
    let mut style = format!("left:{}px;top:{}px", Number(at.x), Number(at.y));
    if let Some((width, height)) = size {
        // Writing to a string is never refused.
        let _ = write!(style, ";width:{}px;height:{}px", Number(width), Number(height));
    }
    element.unchecked_ref::<HtmlElement>().style().set_css_text(&style);
}

/// Listens to an element as long as what is given back is kept.
pub fn listen(
    to: &Element,
    event: &'static str,
    heard: impl FnMut(&Event) + 'static,
) -> EventListener {
    EventListener::new(to, event, heard)
}

/// A piece that is in the page, or was.
pub struct PieceState {
    element: Element,
    _inside: Option<AnyViewState>,
    _kept: RenderEffect<()>,
}

impl Render for Piece {
    type State = PieceState;

    fn build(self) -> PieceState {
        let element = Rndr::create_element_from_html(self.html);
        let mut keep = (self.keep)(&element);
        let kept = RenderEffect::new(move |_| keep());
        let inside = self.inside.map(|inside| {
            let mut inside = inside.build();
            inside.mount(&element, None);
            inside
        });
        PieceState { element, _inside: inside, _kept: kept }
    }

    fn rebuild(self, state: &mut PieceState) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for PieceState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(Piece);

/// What Leptos asks of every view, and what only a server would do.
impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        text: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        text.push_str(&self.html);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> PieceState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
