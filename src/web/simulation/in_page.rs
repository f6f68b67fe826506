//! What a worker does, done by the page itself: where workers are forbidden, or cannot
//! be started. The page gets its turn every few milliseconds.
//!
//! Its code is fetched when it is needed: few will ever need it.

#![allow(unsafe_code, reason = "a builder is linked by its name across two Wasm files")]

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{poll_fn, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use crate::model::turns::Pause;
use crate::web::simulation::{Failure, Message, Reply};
use crate::web::worker::{Bench, Host};

/// Work for the page. Dropping it ends the work at its next rest.
pub struct InPage(Rc<Inbox>);

#[derive(Default)]
struct Inbox {
    messages: RefCell<VecDeque<Message>>,
    stopped: Cell<bool>,
    /// Who waits for the next message.
    waits: RefCell<Option<Waker>>,
}

type Work = Pin<Box<dyn Future<Output = ()>>>;
type Worker = fn(Rc<Inbox>, Rc<dyn Fn(Reply)>) -> Work;

/// The page gets its turn after so many milliseconds of work.
const TURN: f64 = 20.0;

impl InPage {
    /// Begins to work; says [`Reply::InPage`] first.
    pub fn start(on_reply: Rc<dyn Fn(Reply)>) -> Self {
        let inbox = Rc::new(Inbox::default());
        let stopped = inbox.clone();
        let on_reply = Rc::new(move |reply| {
            if !stopped.stopped.get() {
                on_reply(reply);
            }
        });
        let heard = inbox.clone();
        spawn_local(async move {
            on_reply(Reply::InPage);
            match worker().await {
                Ok(worker) => worker(heard, on_reply).await,
                Err(NotFetched) => on_reply(Reply::Failed(Failure::NotFetched)),
            }
        });
        Self(inbox)
    }

    /// Asks for something, in its turn.
    pub fn send(&self, message: Message) {
        self.0.messages.borrow_mut().push_back(message);
        self.0.wake();
    }
}

impl Drop for InPage {
    fn drop(&mut self) {
        self.0.stopped.set(true);
        self.0.wake();
    }
}

impl Inbox {
    fn wake(&self) {
        let waits = self.waits.borrow_mut().take();
        waits.into_iter().for_each(Waker::wake);
    }

    async fn next(&self) -> Message {
        poll_fn(|context| match self.messages.borrow_mut().pop_front() {
            Some(message) => Poll::Ready(message),
            None => {
                *self.waits.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }
}

/// Works until it is stopped.
fn work(inbox: Rc<Inbox>, on_reply: Rc<dyn Fn(Reply)>) -> Work {
    let heard = inbox.clone();
    let mut work = Box::pin(async move {
        let mut bench = Bench::default();
        let turn = Rc::new(Cell::new(now()));
        loop {
            let message = heard.next().await;
            turn.set(now());
            let post = |reply: &Reply| on_reply(reply.clone());
            let host = Host { post: &post, rest: &|| rest(&turn), may_wait: false };
            if let Err(failure) = bench.answer(&message, &host).await {
                on_reply(Reply::Failed(failure));
            }
        }
    });
    // What was stopped is dropped, wherever it is.
    Box::pin(poll_fn(move |context| match inbox.stopped.get() {
        true => Poll::Ready(()),
        false => work.as_mut().poll(context),
    }))
}

/// Lets the page do something else, if it is its turn.
fn rest(turn: &Rc<Cell<f64>>) -> Pause {
    if now() - turn.get() < TURN {
        return Box::pin(ready(()));
    }
    let turn = turn.clone();
    Box::pin(async move {
        TimeoutFuture::new(0).await;
        turn.set(now());
    })
}

fn now() -> f64 {
    leptos::prelude::window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// Why the code did not come; the browser's console has the cause.
struct NotFetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(bench, fallible)]
fn worker() -> Result<Worker, NotFetched> {
    Ok(work)
}

#[cfg(not(feature = "split"))]
async fn worker() -> Result<Worker, NotFetched> {
    Ok(work)
}
