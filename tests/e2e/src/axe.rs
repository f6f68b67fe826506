//! What axe-core finds on the page as it is now (see `axe-core/README.md`).

use serde_json::json;

use crate::client::{text, unexpected};
use crate::{Browser, Result};

const AXE: &str = include_str!("../axe-core/axe.min.js");

/// Runs it, and gives a line for each finding with the first elements that have it.
const RUN: &str = "return axe.run({ resultTypes: ['violations'] }).then((found) => \
    found.violations.map((one) => one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 3).map(\
    (node) => node.target.join(' ') + ' ' + node.html.slice(0, 160)).join(' | ')));";

impl Browser {
    /// What axe-core finds on the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn axe(&self) -> Result<Vec<String>> {
        if self.script("return !window.axe", &[])? == json!(true) {
            self.script(AXE, &[])?;
        }
        let answer = self.script(RUN, &[])?;
        let list = answer.as_array().ok_or_else(|| unexpected(&answer, "axe"))?;
        list.iter().map(|line| text(line, "axe")).collect()
    }
}
