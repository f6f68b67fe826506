//! Real pointer, wheel and key events.

use serde_json::{Value, json};

use crate::client::element_argument;
use crate::{Browser, Element, Result};

/// How many moves a drag makes, so that the page can follow it.
const MOVES: u32 = 8;

/// A key that is pressed rather than typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter, digit or sign.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// The space bar.
    Space,
    /// Shift, held for the keys after it.
    Shift,
    /// Control, held for the keys after it.
    Control,
    /// Alt, held for the keys after it.
    Alt,
}

impl Key {
    /// Its code in the WebDriver standard.
    fn code(self) -> char {
        match self {
            Self::Char(letter) => letter,
            Self::Enter => '\u{e007}',
            Self::Escape => '\u{e00c}',
            Self::Tab => '\u{e004}',
            Self::Backspace => '\u{e003}',
            Self::Delete => '\u{e017}',
            Self::Up => '\u{e013}',
            Self::Down => '\u{e015}',
            Self::Left => '\u{e012}',
            Self::Right => '\u{e014}',
            Self::Home => '\u{e011}',
            Self::End => '\u{e010}',
            Self::Space => ' ',
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Alt => '\u{e00a}',
        }
    }

    fn is_held(self) -> bool {
        matches!(self, Self::Shift | Self::Control | Self::Alt)
    }
}

/// What touches the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// A finger, or several.
    Finger,
    /// A pen.
    Pen,
}

impl Browser {
    /// Presses keys one after the other; Shift, Control and Alt are held to the end.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn press(&self, keys: &[Key]) -> Result<()> {
        let mut steps = Vec::new();
        for key in keys {
            steps.push(json!({ "type": "keyDown", "value": key.code() }));
            if !key.is_held() {
                steps.push(json!({ "type": "keyUp", "value": key.code() }));
            }
        }
        for key in keys.iter().rev().filter(|key| key.is_held()) {
            steps.push(json!({ "type": "keyUp", "value": key.code() }));
        }
        self.perform(json!({ "type": "key", "id": "keys", "actions": steps }))
    }

    /// Does something while a key is held.
    ///
    /// # Errors
    /// When the browser refuses, or what is done fails.
    pub fn holding<T>(&self, key: Key, act: impl FnOnce() -> Result<T>) -> Result<T> {
        let key = |what| json!([{ "type": what, "value": key.code() }]);
        let keys = |steps| self.perform(json!({ "type": "key", "id": "keys", "actions": steps }));
        keys(key("keyDown"))?;
        let done = act();
        keys(key("keyUp"))?;
        done
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn type_keys(&self, text: &str) -> Result<()> {
        self.press(&text.chars().map(Key::Char).collect::<Vec<_>>())
    }

    /// Presses the pointer on one element, moves it to another, lets go.
    ///
    /// # Errors
    /// When one of them is not in the window.
    pub fn drag(&self, from: &Element<'_>, to: &Element<'_>) -> Result<()> {
        let (from, to) = (middle(self, from)?, middle(self, to)?);
        self.drag_between(from, to)
    }

    /// Drags from one point of the window to another, in CSS pixels.
    ///
    /// # Errors
    /// When a point is not in the window.
    pub fn drag_between(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        self.hold_between(from, to)?;
        self.let_go()
    }

    /// Drags from one point of the window to another, in CSS pixels, and does not drop yet.
    ///
    /// # Errors
    /// When a point is not in the window.
    pub fn hold_between(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let mut steps = vec![move_to(from), json!({ "type": "pointerDown", "button": 0 })];
        steps.extend((1..=MOVES).map(|step| move_to(between(&[from, to], step))));
        self.point(&steps)
    }

    /// Drops what is held.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub fn let_go(&self) -> Result<()> {
        self.point(&[json!({ "type": "pointerUp", "button": 0 })])
    }

    /// Moves the pointer over an element.
    ///
    /// # Errors
    /// When it is not in the window.
    pub fn hover(&self, element: &Element<'_>) -> Result<()> {
        self.point(&[move_to(middle(self, element)?)])
    }

    /// Clicks a point of the window, in CSS pixels.
    ///
    /// # Errors
    /// When it is not in the window.
    pub fn click_at(&self, point: (f64, f64)) -> Result<()> {
        self.point(&[
            move_to(point),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ])
    }

    /// Turns the wheel over an element, in CSS pixels.
    ///
    /// # Errors
    /// When it is not in the window.
    pub fn wheel(&self, over: &Element<'_>, (x, y): (i32, i32)) -> Result<()> {
        let step = json!({
            "type": "scroll", "x": 0, "y": 0, "deltaX": x, "deltaY": y,
            "origin": element_argument(&over.id),
        });
        self.perform(json!({ "type": "wheel", "id": "wheel", "actions": [step] }))
    }

    /// Puts a pen or fingers down, each at the first point of its path; they rest there
    /// for so many milliseconds, go along their paths and are lifted together.
    ///
    /// # Errors
    /// When a point is not in the window.
    pub fn touches(&self, with: Touch, paths: &[&[(f64, f64)]], rest: u32) -> Result<()> {
        let source = |(index, path): (usize, &&[(f64, f64)])| {
            let mut steps: Vec<Value> = path.iter().take(1).map(|at| move_to(*at)).collect();
            steps.push(json!({ "type": "pointerDown", "button": 0 }));
            steps.push(json!({ "type": "pause", "duration": rest }));
            for pair in path.windows(2) {
                steps.extend((1..=MOVES).map(|step| move_to(between(pair, step))));
            }
            steps.push(json!({ "type": "pointerUp", "button": 0 }));
            let kind = if with == Touch::Pen { "pen" } else { "touch" };
            json!({
                "type": "pointer", "id": format!("{kind}{index}"),
                "parameters": { "pointerType": kind }, "actions": steps,
            })
        };
        let sources: Vec<Value> = paths.iter().enumerate().map(source).collect();
        self.client.post("/actions", &json!({ "actions": sources })).map(drop)
    }

    fn point(&self, steps: &[Value]) -> Result<()> {
        self.perform(json!({
            "type": "pointer", "id": "mouse",
            "parameters": { "pointerType": "mouse" }, "actions": steps,
        }))
    }

    fn perform(&self, source: Value) -> Result<()> {
        self.client.post("/actions", &json!({ "actions": [source] })).map(drop)
    }
}

fn move_to((x, y): (f64, f64)) -> Value {
    json!({ "type": "pointerMove", "duration": 15, "x": x.round(), "y": y.round() })
}

/// Where a pointer is after so many moves from the first point to the second.
fn between(ends: &[(f64, f64)], step: u32) -> (f64, f64) {
    let share = f64::from(step) / f64::from(MOVES);
    match ends {
        [from, to] => (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share),
        _ => (0.0, 0.0),
    }
}

/// The middle of an element in the window, scrolled into view.
pub(crate) fn middle(browser: &Browser, element: &Element<'_>) -> Result<(f64, f64)> {
    let script = "const [it] = arguments; \
        it.scrollIntoView({ block: 'nearest', inline: 'nearest' }); \
        const box = it.getBoundingClientRect(); \
        return [box.x + box.width / 2, box.y + box.height / 2];";
    let answer = browser.script(script, &[element_argument(&element.id)])?;
    match (answer[0].as_f64(), answer[1].as_f64()) {
        (Some(x), Some(y)) => Ok((x, y)),
        _ => Err(crate::client::unexpected(&answer, "getBoundingClientRect")),
    }
}
