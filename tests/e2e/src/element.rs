//! One element of the page and what a person does with it.

use std::path::Path;

use serde_json::json;

use crate::actions::middle;
use crate::client::{element_argument, text};
use crate::hands::Hands;
use crate::{Browser, Error, Key, Result};

/// An element that was found.
pub struct Element<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) id: String,
}

impl<'a> Element<'a> {
    pub(crate) fn new(browser: &'a Browser, id: String) -> Self {
        Self { browser, id }
    }

    /// Clicks its middle, once nothing covers it; or goes there by keys and presses it.
    ///
    /// # Errors
    /// When it stays covered or hidden, or is gone.
    pub fn click(&self) -> Result<()> {
        if self.browser.hands.get() == Hands::Keyboard {
            return self.press_it();
        }
        let path = self.path("click");
        let click = || self.browser.client.post(&path, &json!({})).map(Some);
        self.browser.until(&path, click).map(drop)
    }

    /// Types into it, after what stands there already.
    ///
    /// # Errors
    /// When it takes no text.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.browser.client.post(&self.path("value"), &json!({ "text": text })).map(drop)
    }

    /// Empties it and types.
    ///
    /// # Errors
    /// When it takes no text.
    pub fn fill(&self, text: &str) -> Result<()> {
        // Selecting and overwriting is what a person does, and the page sees one edit.
        if self.browser.hands.get() == Hands::Keyboard {
            self.reach()?;
            self.browser.press(&[Key::Control, Key::Char('a')])?;
        } else {
            let select = "arguments[0].focus(); arguments[0].select();";
            self.browser.client.script(select, &[element_argument(&self.id)])?;
        }
        if text.is_empty() {
            return self.browser.press(&[Key::Delete]);
        }
        self.type_text(text)
    }

    /// Chooses the option with this text in a list.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn choose(&self, option: &str) -> Result<()> {
        if self.browser.hands.get() == Hands::Keyboard {
            return self.choose_by_arrows(option);
        }
        let script = "const [list, text] = arguments; \
            const option = [...list.options].find((one) => one.text.trim() === text); \
            if (!option) throw new Error('no option ' + text); \
            list.value = option.value; \
            list.dispatchEvent(new Event('input', { bubbles: true })); \
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        let arguments = [element_argument(&self.id), json!(option)];
        self.browser.client.script(script, &arguments).map(drop)
    }

    /// Goes to the option as arrow keys do it in a list that is closed.
    fn choose_by_arrows(&self, option: &str) -> Result<()> {
        self.reach()?;
        let script = "const [list, text] = arguments; \
            const wanted = [...list.options].findIndex((one) => one.text.trim() === text); \
            if (wanted < 0) throw new Error('no option ' + text); \
            return wanted - list.selectedIndex;";
        let arguments = [element_argument(&self.id), json!(option)];
        let steps = self.browser.script(script, &arguments)?.as_i64().unwrap_or(0);
        let key = if steps > 0 { Key::Down } else { Key::Up };
        for _ in 0..steps.abs() {
            self.browser.press(&[key])?;
        }
        Ok(())
    }

    /// Gives a file to a file input.
    ///
    /// # Errors
    /// When the file does not exist or the element takes none.
    pub fn set_file(&self, path: &Path) -> Result<()> {
        let path = path.canonicalize().map_err(Error::system(path.display().to_string()))?;
        self.type_text(&path.to_string_lossy())
    }

    /// Its text as a person sees it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self) -> Result<String> {
        let path = self.path("text");
        text(&self.browser.client.get(&path)?, &path)
    }

    /// The value of one of its attributes.
    ///
    /// # Errors
    /// When it is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        let path = self.path(&format!("attribute/{name}"));
        Ok(self.browser.client.get(&path)?.as_str().map(str::to_owned))
    }

    /// What stands in it, for inputs.
    ///
    /// # Errors
    /// When it is gone or has no value.
    pub fn value(&self) -> Result<String> {
        let path = self.path("property/value");
        text(&self.browser.client.get(&path)?, &path)
    }

    /// Whether a person can see it.
    ///
    /// # Errors
    /// When it is gone.
    pub fn is_visible(&self) -> Result<bool> {
        Ok(self.browser.client.get(&self.path("displayed"))? == json!(true))
    }

    /// Its name for assistive technology.
    ///
    /// # Errors
    /// When it is gone.
    pub fn name(&self) -> Result<String> {
        let path = self.path("computedlabel");
        text(&self.browser.client.get(&path)?, &path)
    }

    /// Its middle in the window, in CSS pixels.
    ///
    /// # Errors
    /// When it is gone.
    pub fn middle(&self) -> Result<(f64, f64)> {
        middle(self.browser, self)
    }

    fn path(&self, what: &str) -> String {
        format!("/element/{}/{what}", self.id)
    }
}
