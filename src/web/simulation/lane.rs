//! One worker: started, asked, and stopped. Where none can be started, the page does
//! its work.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::web::files::FileError;
use crate::web::simulation::in_page::InPage;
use crate::web::simulation::{Failure, Message, Reply, asked_workers};

/// A running worker, or what stands in for it. Dropping it stops it in the middle of
/// whatever it does.
pub struct Lane {
    state: Rc<RefCell<State>>,
    /// What the browser calls; it goes with the lane.
    _listeners: Option<Listeners>,
}

enum State {
    /// It does not listen yet: what is to be posted then.
    Starting(Worker, Vec<Message>),
    Listening(Worker),
    InPage(InPage),
}

struct Listeners {
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broken: Closure<dyn Fn(Event)>,
    _late: Timeout,
}

type OnReply = Rc<dyn Fn(Reply)>;

/// Where the worker's script is, when the page does not say.
const SCRIPT: &str = "worker_loader.js";
/// A worker that has not begun to listen after so many milliseconds never will.
const LATE: u32 = 30_000;

impl Lane {
    /// Starts a worker; `on_reply` is called with everything that it says, with
    /// [`Reply::InPage`] when it cannot be started, and with [`Failure::Crashed`] when
    /// it breaks down. It is never called before this returns.
    pub fn start(on_reply: impl Fn(Reply) + 'static) -> Self {
        let on_reply: OnReply = Rc::new(on_reply);
        let worker = (asked_workers() != Some(0)).then(worker).and_then(Result::ok);
        let Some(worker) = worker else {
            let state = Rc::new(RefCell::new(State::InPage(InPage::start(on_reply))));
            return Self { state, _listeners: None };
        };
        let state = Rc::new(RefCell::new(State::Starting(worker.clone(), Vec::new())));
        let heard = {
            let (state, on_reply) = (state.clone(), on_reply.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                match Reply::from_js(&event.data()) {
                    Some(Reply::Ready) => state.borrow_mut().listen(&on_reply),
                    Some(Reply::Failed(failure)) => {
                        break_down(&state, &on_reply, Reply::Failed(failure));
                    }
                    Some(reply) => on_reply(reply),
                    None => on_reply(crashed(String::new())),
                }
            })
        };
        let broken = {
            let (state, on_reply) = (state.clone(), on_reply.clone());
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let error = event.dyn_ref::<ErrorEvent>();
                let cause = error.map(ErrorEvent::message).unwrap_or_default();
                break_down(&state, &on_reply, crashed(cause));
            })
        };
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(broken.as_ref().unchecked_ref()));
        let late = {
            let state = state.clone();
            Timeout::new(LATE, move || {
                state.borrow_mut().stand_in(&on_reply);
            })
        };
        let listeners = Listeners { _heard: heard, _broken: broken, _late: late };
        Self { state, _listeners: Some(listeners) }
    }

    /// Asks the worker, as soon as it listens.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn send(&self, message: &Message) -> Result<(), FileError> {
        match &mut *self.state.borrow_mut() {
            State::Starting(_, waiting) => waiting.push(message.clone()),
            State::Listening(worker) => worker.post_message(&message.to_js())?,
            State::InPage(page) => page.send(message.clone()),
        }
        Ok(())
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.state.borrow().stop();
    }
}

impl State {
    /// The worker listens now.
    fn listen(&mut self, on_reply: &OnReply) {
        let Self::Starting(worker, waiting) = self else { return };
        for message in std::mem::take(waiting) {
            if let Err(error) = worker.post_message(&message.to_js()) {
                let (reply, on_reply) = (crashed(FileError::from(error).0), on_reply.clone());
                // Whoever is told may ask at once.
                wasm_bindgen_futures::spawn_local(async move { on_reply(reply) });
            }
        }
        *self = Self::Listening(worker.clone());
    }

    /// Lets the page do what was asked of a worker that does not begin to listen;
    /// whether it is such a one.
    fn stand_in(&mut self, on_reply: &OnReply) -> bool {
        let Self::Starting(_, waiting) = self else { return false };
        let waiting = std::mem::take(waiting);
        self.stop();
        let page = InPage::start(on_reply.clone());
        waiting.into_iter().for_each(|message| page.send(message));
        *self = Self::InPage(page);
        true
    }

    fn stop(&self) {
        if let Self::Starting(worker, _) | Self::Listening(worker) = self {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.set_onmessageerror(None);
            worker.terminate();
        }
    }
}

/// What becomes of a worker that says that it cannot go on.
fn break_down(state: &RefCell<State>, on_reply: &OnReply, reply: Reply) {
    if !state.borrow_mut().stand_in(on_reply) {
        on_reply(reply);
    }
}

fn crashed(cause: String) -> Reply {
    Reply::Failed(Failure::Crashed(cause))
}

fn worker() -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&script(), &options)
}

/// The address of the worker's script: the page says it, so that a new page never
/// meets an old worker. It is relative to the page, so that any folder will do.
fn script() -> String {
    let meta = leptos::prelude::document().query_selector(r#"meta[name="worker"]"#);
    let named = meta.ok().flatten().and_then(|meta| meta.get_attribute("content"));
    named.unwrap_or_else(|| SCRIPT.to_owned())
}
