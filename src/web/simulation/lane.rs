//! One worker: started, asked, and stopped.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::web::files::FileError;
use crate::web::simulation::{Failure, Message, Reply};

/// A running worker. Dropping it stops the worker in the middle of whatever it does.
pub struct Lane {
    worker: Worker,
    waiting: Waiting,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broken: Closure<dyn Fn(Event)>,
}

/// What is to be posted once the worker listens; `None`: it does.
type Waiting = Rc<RefCell<Option<Vec<JsValue>>>>;

/// Where the worker's script is, when the page does not say.
const SCRIPT: &str = "worker_loader.js";

impl Lane {
    /// Starts a worker; `on_reply` is called with everything that it says, and with
    /// [`Failure::Crashed`] when it breaks down.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn start(on_reply: impl Fn(Reply) + 'static) -> Result<Self, FileError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&script(), &options)?;
        let waiting: Waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_reply = Rc::new(on_reply);
        let heard = {
            let (worker, waiting, on_reply) = (worker.clone(), waiting.clone(), on_reply.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match Reply::from_js(&event.data()) {
                    Some(Reply::Ready) => flush(&worker, &waiting, &*on_reply),
                    Some(reply) => on_reply(reply),
                    None => on_reply(crashed(String::new())),
                }
            })
        };
        let broken = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let error = event.dyn_ref::<ErrorEvent>();
            on_reply(crashed(error.map(ErrorEvent::message).unwrap_or_default()));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        worker.add_event_listener_with_callback("messageerror", broken.as_ref().unchecked_ref())?;
        Ok(Self { worker, waiting, _heard: heard, _broken: broken })
    }

    /// Asks the worker, as soon as it listens.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn send(&self, message: &Message) -> Result<(), FileError> {
        let posted = message.to_js();
        match self.waiting.borrow_mut().as_mut() {
            Some(waiting) => waiting.push(posted),
            None => self.worker.post_message(&posted)?,
        }
        Ok(())
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn flush(worker: &Worker, waiting: &Waiting, on_reply: &dyn Fn(Reply)) {
    let messages = waiting.borrow_mut().take().unwrap_or_default();
    for message in messages {
        if let Err(error) = worker.post_message(&message) {
            on_reply(crashed(FileError::from(error).0));
        }
    }
}

fn crashed(cause: String) -> Reply {
    Reply::Failed(Failure::Crashed(cause))
}

/// The address of the worker's script: the page says it, so that a new page never
/// meets an old worker. It is relative to the page, so that any folder will do.
fn script() -> String {
    let meta = leptos::prelude::document().query_selector(r#"meta[name="worker"]"#);
    let named = meta.ok().flatten().and_then(|meta| meta.get_attribute("content"));
    named.unwrap_or_else(|| SCRIPT.to_owned())
}
