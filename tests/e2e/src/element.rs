//! One element of the page and what a person does with it.

use std::path::Path;

use serde_json::json;

use crate::client::{element_argument, text};
use crate::{Browser, Error, Result};

/// An element that was found.
pub struct Element<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) id: String,
}

impl<'a> Element<'a> {
    pub(crate) fn new(browser: &'a Browser, id: String) -> Self {
        Self { browser, id }
    }

    /// Clicks its middle, once nothing covers it.
    ///
    /// # Errors
    /// When it stays covered or hidden, or is gone.
    pub fn click(&self) -> Result<()> {
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
        let select = "arguments[0].focus(); arguments[0].select();";
        self.browser.client.script(select, &[element_argument(&self.id)])?;
        if text.is_empty() {
            return self.browser.press(&[crate::Key::Delete]);
        }
        self.type_text(text)
    }

    /// Chooses the option with this text in a list.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn choose(&self, option: &str) -> Result<()> {
        let script = "const [list, text] = arguments; \
            const option = [...list.options].find((one) => one.text.trim() === text); \
            if (!option) throw new Error('no option ' + text); \
            list.value = option.value; \
            list.dispatchEvent(new Event('input', { bubbles: true })); \
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        let arguments = [element_argument(&self.id), json!(option)];
        self.browser.client.script(script, &arguments).map(drop)
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

    fn path(&self, what: &str) -> String {
        format!("/element/{}/{what}", self.id)
    }
}
