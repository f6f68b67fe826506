//! Working by keys alone: Tab and arrows until what is wanted has the focus, then the
//! key that presses it. Nothing here gives the focus by script, so whatever the keyboard
//! cannot reach makes the story fail.

use serde_json::json;

use crate::client::element_argument;
use crate::{Element, Error, Key, Result};

/// What a person works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hands {
    /// The mouse, and keys for text.
    Mouse,
    /// Keys alone.
    Keyboard,
}

/// So many attempts to come to one place are enough.
const MOST: usize = 120;

/// Where the focus is, seen from what is wanted, and how many Tab keys may lie between.
const WHERE: &str = "const [it] = arguments; const at = document.activeElement; \
    if (at === it) return ['here', 0]; \
    if (it.closest('.canvas') && it.matches('.tile-body, .plus')) return ['canvas', 0]; \
    if (it.matches('[role=menuitem]')) return ['menu', 0]; \
    const group = it.type === 'radio' && it.name && at.name === it.name; \
    if (group) return ['group', 0]; \
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')] \
        .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()); \
    const inside = it.closest('dialog[open]'); \
    const reached = inside ? all.filter((one) => inside.contains(one)) : all; \
    const [from, to] = [reached.indexOf(at), reached.indexOf(it)]; \
    if (from >= 0 && to >= 0) return [to > from ? 'on' : 'back', Math.abs(to - from)]; \
    return [it.compareDocumentPosition(at) & 4 ? 'back' : 'on', 1];";

/// Waits until the page has drawn what a key did.
const DRAWN: &str = "return new Promise((done) => requestAnimationFrame(() => \
    requestAnimationFrame(() => setTimeout(done, 0))));";

impl Element<'_> {
    /// Brings the focus to it by keys.
    ///
    /// # Errors
    /// When no key leads there.
    pub fn reach(&self) -> Result<()> {
        for _ in 0..MOST {
            let (way, steps) = self.way()?;
            // A step at a time near the end: not everything in between takes the focus.
            let steps = if steps > 3 { steps - 2 } else { 1 };
            match way.as_str() {
                "here" => return Ok(()),
                "canvas" => return self.walk(),
                "menu" | "group" => self.browser.press(&[Key::Down])?,
                "back" => {
                    let tabs = vec![Key::Tab; steps];
                    self.browser.press(&[vec![Key::Shift], tabs].concat())?;
                }
                _ => self.browser.press(&vec![Key::Tab; steps])?,
            }
            self.drawn()?;
        }
        Err(self.unreachable())
    }

    /// Brings the focus to it and presses it.
    pub(crate) fn press_it(&self) -> Result<()> {
        self.reach()?;
        let script = "return arguments[0].matches('input[type=checkbox], input[type=radio]')";
        let ticked = self.browser.script(script, &[element_argument(&self.id)])? == json!(true);
        self.browser.press(&[if ticked { Key::Space } else { Key::Enter }])
    }

    /// Walks along the flow of the journey: up to the Entry, and from there down, at each
    /// place to the branches beside it.
    fn walk(&self) -> Result<()> {
        let canvas = self.browser.by_css(".canvas [tabindex='0']")?;
        let inside = "return !!document.activeElement.closest('.scene')";
        if self.browser.script(inside, &[])? != json!(true) {
            canvas.tab_to()?;
        }
        let entry = "return !!document.activeElement.closest('[data-kind=entry]')";
        for _ in 0..MOST {
            if self.browser.script(entry, &[])? == json!(true) {
                break;
            }
            self.go(Key::Up)?;
        }
        for _ in 0..MOST {
            if self.has_focus()? {
                return Ok(());
            }
            let mut right = 0;
            while self.moves(Key::Right)? {
                right += 1;
                if self.has_focus()? {
                    return Ok(());
                }
            }
            for _ in 0..right {
                self.go(Key::Left)?;
            }
            if !self.moves(Key::Down)? {
                break;
            }
        }
        Err(self.unreachable())
    }

    fn tab_to(&self) -> Result<()> {
        for _ in 0..MOST {
            let script = "const [it] = arguments; const at = document.activeElement; \
                return at === it ? 0 : it.compareDocumentPosition(at) & 4 ? -1 : 1;";
            let answer = self.browser.script(script, &[element_argument(&self.id)])?;
            match answer.as_i64() {
                Some(0) => return Ok(()),
                Some(-1) => self.browser.press(&[Key::Shift, Key::Tab])?,
                _ => self.browser.press(&[Key::Tab])?,
            }
        }
        Err(self.unreachable())
    }

    /// Whether the focus is on it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn has_focus(&self) -> Result<bool> {
        let script = "return document.activeElement === arguments[0]";
        Ok(self.browser.script(script, &[element_argument(&self.id)])? == json!(true))
    }

    /// Presses a key; whether the focus has moved.
    fn moves(&self, key: Key) -> Result<bool> {
        self.browser.script("window.heldFocus = document.activeElement", &[])?;
        self.go(key)?;
        let moved = "return window.heldFocus !== document.activeElement";
        Ok(self.browser.script(moved, &[])? == json!(true))
    }

    fn go(&self, key: Key) -> Result<()> {
        self.browser.press(&[key])?;
        self.drawn()
    }

    fn drawn(&self) -> Result<()> {
        self.browser.script(DRAWN, &[]).map(drop)
    }

    fn way(&self) -> Result<(String, usize)> {
        let answer = self.browser.script(WHERE, &[element_argument(&self.id)])?;
        let steps = answer[1].as_u64().unwrap_or(1);
        Ok((answer[0].as_str().unwrap_or_default().to_owned(), steps as usize))
    }

    fn unreachable(&self) -> Error {
        let script = "return arguments[0].outerHTML.slice(0, 200) + ' from ' + \
            document.activeElement.outerHTML.slice(0, 200)";
        let answer = self.browser.script(script, &[element_argument(&self.id)]);
        let answer = answer.map_or_else(|error| error.to_string(), |html| html.to_string());
        Error::Unexpected { path: "by the keyboard".to_owned(), answer }
    }
}
