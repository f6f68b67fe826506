//! The WebDriver wire protocol: one session, JSON over local HTTP.

use serde_json::{Value, json};

use crate::{Error, Result};

/// The key under which the standard passes elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One session of a browser.
pub struct Client {
    agent: ureq::Agent,
    base: String,
}

impl Client {
    /// Starts a session with these capabilities.
    ///
    /// # Errors
    /// When the driver is unreachable or refuses.
    pub fn start(address: &str, capabilities: &Value) -> Result<Self> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        let mut client = Self { agent: config.into(), base: address.to_owned() };
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = client.post("/session", &body)?;
        let id = text(&answer["sessionId"], "/session")?;
        client.base = format!("{address}/session/{id}");
        Ok(client)
    }

    /// Asks.
    ///
    /// # Errors
    /// When the driver is unreachable or refuses.
    pub fn get(&self, path: &str) -> Result<Value> {
        let answer = self.agent.get(format!("{}{path}", self.base)).call();
        read(path, answer)
    }

    /// Commands.
    ///
    /// # Errors
    /// When the driver is unreachable or refuses.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let answer = self.agent.post(format!("{}{path}", self.base)).send_json(body);
        read(path, answer)
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the driver is unreachable or refuses.
    pub fn end(&self) -> Result<()> {
        let answer = self.agent.delete(&self.base).call();
        read("end", answer).map(drop)
    }

    /// Runs a script in the page; `arguments` are its arguments, its `return` the answer.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Sends a command of the browser's own debugging protocol.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

/// The text of an answer that must be one.
///
/// # Errors
/// When it is something else.
pub fn text(answer: &Value, path: &str) -> Result<String> {
    answer.as_str().map(str::to_owned).ok_or_else(|| unexpected(answer, path))
}

/// The id of the element in an answer that must hold one.
///
/// # Errors
/// When it is something else.
pub fn element_id(answer: &Value, path: &str) -> Result<String> {
    text(&answer[ELEMENT], path)
}

/// An element as an argument.
#[must_use]
pub fn element_argument(id: &str) -> Value {
    json!({ ELEMENT: id })
}

/// The error for an answer that the standard does not allow.
#[must_use]
pub fn unexpected(answer: &Value, path: &str) -> Error {
    Error::Unexpected { path: path.to_owned(), answer: answer.to_string() }
}

type Answer = std::result::Result<ureq::http::Response<ureq::Body>, ureq::Error>;

fn read(path: &str, answer: Answer) -> Result<Value> {
    let unreachable =
        |cause: ureq::Error| Error::Unreachable { path: path.to_owned(), cause: Box::new(cause) };
    let mut response = answer.map_err(unreachable)?;
    let refused = !response.status().is_success();
    let body = response.body_mut().with_config().limit(u64::MAX).read_json::<Value>();
    let value = body.map_err(unreachable)?["value"].take();
    if refused {
        return Err(Error::Refused {
            path: path.to_owned(),
            code: value["error"].as_str().unwrap_or_default().to_owned(),
            message: value["message"].as_str().unwrap_or_default().to_owned(),
        });
    }
    Ok(value)
}
