//! Finding things as assistive technology finds them: by role and name, as the
//! browser itself computes both. What has no name cannot be found, on purpose.

use serde_json::{Value, json};

use crate::client::{self, element_id};
use crate::{Browser, Element, Result};

impl Browser {
    /// The first element with this role and this name, once it is there.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn by_role(&self, role: &str, name: &str) -> Result<Element<'_>> {
        let what = format!("{role} \"{name}\"");
        self.until(&what, || Ok(self.all_by_role(role, name)?.into_iter().next()))
    }

    /// The button with this name, once it is there.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn button(&self, name: &str) -> Result<Element<'_>> {
        self.by_role("button", name)
    }

    /// The elements with this role and this name now, in document order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn all_by_role(&self, role: &str, name: &str) -> Result<Vec<Element<'_>>> {
        let root = self.client.devtools("DOM.getDocument", &json!({ "depth": 0 }))?;
        let query = json!({
            "nodeId": root["root"]["nodeId"], "role": role, "accessibleName": name,
        });
        let found = self.client.devtools("Accessibility.queryAXTree", &query)?;
        let nodes = found["nodes"].as_array().ok_or_else(|| client::unexpected(&found, role))?;
        let seen = nodes.iter().filter(|node| node["ignored"] == json!(false));
        seen.map(|node| self.element_of(&node["backendDOMNodeId"])).collect()
    }

    /// The names of everything with this role, for messages and for looking around.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn names_of(&self, role: &str) -> Result<Vec<String>> {
        let root = self.client.devtools("DOM.getDocument", &json!({ "depth": 0 }))?;
        let query = json!({ "nodeId": root["root"]["nodeId"], "role": role });
        let found = self.client.devtools("Accessibility.queryAXTree", &query)?;
        let nodes = found["nodes"].as_array().ok_or_else(|| client::unexpected(&found, role))?;
        let seen = nodes.iter().filter(|node| node["ignored"] == json!(false));
        Ok(seen.filter_map(|node| node["name"]["value"].as_str().map(str::to_owned)).collect())
    }

    /// Hands a node of the debugging protocol over to WebDriver, through the page.
    fn element_of(&self, node: &Value) -> Result<Element<'_>> {
        let resolved =
            self.client.devtools("DOM.resolveNode", &json!({ "backendNodeId": node }))?;
        let call = json!({
            "objectId": resolved["object"]["objectId"],
            "functionDeclaration": "function () { window.foundByRole = this; }",
        });
        self.client.devtools("Runtime.callFunctionOn", &call)?;
        let take = "const found = window.foundByRole; delete window.foundByRole; return found;";
        let answer = self.client.script(take, &[])?;
        Ok(Element::new(self, element_id(&answer, "by role")?))
    }
}
