//! All cores: a worker for each, which holds a part of the contacts and their
//! events. What they give is put together on the page by addition.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::web::files::FileError;
use crate::web::simulation::gather::Gather;
use crate::web::simulation::lane::Lane;
use crate::web::simulation::lists::{Asked, Part, Places};
use crate::web::simulation::{Message, Reply, Request};

/// The workers of the page. Dropping it stops them in the middle of whatever they do.
pub struct Simulator(Rc<Pool>);

struct Pool {
    on_reply: Box<dyn Fn(Reply)>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    lanes: Vec<Lane>,
    gather: Gather,
    places: Option<Places>,
    parts: Vec<Part>,
    asked: Option<Asked>,
    /// What waits for the places of a list.
    waiting: Vec<Message>,
}

/// So many workers at most, however many cores there are: each costs memory.
const MOST: u32 = 8;
/// So many rows of a list are asked for without knowing whose they are.
const FIRST: u32 = 1_000;
/// So many bytes of contacts and events are not worth a second worker.
const SMALL: f64 = 2e6;

/// How many workers are worth it for so many bytes of contacts and events. The
/// address may say it instead, to measure: `?workers=2`.
pub fn lanes_for(bytes: f64) -> u32 {
    let cores = leptos::prelude::window().navigator().hardware_concurrency() as u32;
    let wanted = if bytes < SMALL { 1 } else { cores };
    asked_workers().unwrap_or(wanted).clamp(1, MOST)
}

/// How many workers the address asks for; with 0 the page does all the work.
pub fn asked_workers() -> Option<u32> {
    let query = leptos::prelude::window().location().search().ok()?;
    let mut pairs = query.trim_start_matches('?').split('&');
    pairs.find_map(|pair| pair.strip_prefix("workers=")?.parse().ok())
}

impl Simulator {
    /// Without a worker yet; `on_reply` is called with everything that they say
    /// together, and with [`Failure::Crashed`](crate::web::simulation::Failure) when
    /// one breaks down.
    pub fn new(on_reply: impl Fn(Reply) + 'static) -> Self {
        Self(Rc::new(Pool { on_reply: Box::new(on_reply), state: RefCell::default() }))
    }

    /// Asks the workers. A request to load or to run is divided between so many as
    /// the message says; what is asked later goes to the same.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn send(&self, message: &Message) -> Result<(), FileError> {
        match message.request {
            Request::Load | Request::Run => self.0.divide(message),
            _ => self.0.state.borrow_mut().ask(message),
        }
    }
}

impl Pool {
    fn divide(self: &Rc<Self>, message: &Message) -> Result<(), FileError> {
        let wanted = message.part.1.max(1) as usize;
        let mut state = self.state.borrow_mut();
        state.lanes.truncate(wanted);
        while state.lanes.len() < wanted {
            let (pool, lane) = (Rc::downgrade(self), state.lanes.len());
            state.lanes.push(Lane::start(move |reply| Self::heard(&pool, lane, reply)));
        }
        let count = state.lanes.len();
        state.gather.renew(count);
        (state.places, state.parts, state.waiting) = (None, Vec::new(), Vec::new());
        state.asked = None;
        for (index, lane) in (0..).zip(&state.lanes) {
            lane.send(&Message { part: (index, count as u32), ..message.clone() })?;
        }
        Ok(())
    }

    /// The page is told without the state being held: it may ask at once.
    fn heard(pool: &Weak<Self>, lane: usize, reply: Reply) {
        let Some(pool) = pool.upgrade() else { return };
        let heard = pool.state.borrow_mut().hear(lane, reply);
        heard.into_iter().for_each(&pool.on_reply);
    }
}

impl State {
    fn ask(&mut self, message: &Message) -> Result<(), FileError> {
        if let [lane] = self.lanes.as_slice() {
            return lane.send(message);
        }
        let Request::Contacts { query, offset, limit } = &message.request else {
            if let Request::Trace { contact, .. } = message.request {
                self.asked = Some(Asked::new(contact, self.lanes.len()));
            }
            return self.lanes.iter().try_for_each(|lane| lane.send(message));
        };
        let (query, all) = (query.clone(), offset.saturating_add(*limit));
        if all <= FIRST {
            self.parts.push(Part::first(query.clone(), *offset, *limit, self.lanes.len()));
            let request = Request::Contacts { query, offset: 0, limit: all };
            let message = Message::bare(request);
            return self.lanes.iter().try_for_each(|lane| lane.send(&message));
        }
        match &self.places {
            Some(places) if places.query == query && places.is_complete() => {
                self.answer(message)?
            }
            Some(places) if places.query == query => self.waiting.push(message.clone()),
            _ => {
                self.places = Some(Places::new(query.clone(), self.lanes.len()));
                self.waiting = vec![message.clone()];
                let message = Message::bare(Request::Places(query));
                self.lanes.iter().try_for_each(|lane| lane.send(&message))?;
            }
        }
        Ok(())
    }

    /// Asks the lanes for what the page wants, now that the places are known.
    fn answer(&mut self, message: &Message) -> Result<(), FileError> {
        let Some(places) = &self.places else { return Ok(()) };
        let Request::Contacts { query, offset, limit } = &message.request else { return Ok(()) };
        let (part, wanted) = Part::of(places, *offset, *limit);
        self.parts.push(part);
        // A part without rows is asked for too, so that the page hears of it.
        let nobody = wanted.iter().all(|(_, count)| *count == 0);
        for (index, (lane, (offset, count))) in self.lanes.iter().zip(wanted).enumerate() {
            if count > 0 || nobody && index == 0 {
                let request = Request::Contacts { query: query.clone(), offset, limit: count };
                lane.send(&Message::bare(request))?;
            }
        }
        Ok(())
    }

    /// What the page is to hear now that a lane has said something.
    fn hear(&mut self, lane: usize, reply: Reply) -> Vec<Reply> {
        let told = match reply {
            // Test scenarios have a worker of their own.
            Reply::Ready | Reply::Judged(_) => None,
            Reply::InPage => Some(reply),
            Reply::Reading(source, done, total) => self.gather.reading(lane, source, done, total),
            Reply::Loaded(loaded) => self.gather.loaded(lane, Some(loaded)),
            Reply::Kept => self.gather.loaded(lane, None),
            Reply::Progress(done, total) => self.gather.progress(lane, done, total),
            Reply::Done { report } => self.gather.done(lane, report),
            Reply::CloudEvents(events) => self.gather.cloud_events(lane, events),
            Reply::Failed(failure) => self.gather.failed(failure),
            Reply::Contacts(_) | Reply::Trace { .. } if self.lanes.len() == 1 => Some(reply),
            Reply::Places { query, places } => return self.take_places(lane, &query, places),
            Reply::Contacts(mut page) => {
                self.parts.iter_mut().find_map(|part| part.take(lane, &mut page).then_some(()));
                let mut told = Vec::new();
                self.parts.retain_mut(|part| match part.finish() {
                    Some(page) => {
                        told.push(Reply::Contacts(page));
                        false
                    }
                    None => true,
                });
                return told;
            }
            Reply::Trace { .. } | Reply::Beside { .. } => {
                self.asked.as_mut().and_then(|asked| asked.take(reply))
            }
        };
        told.into_iter().collect()
    }

    fn take_places(
        &mut self,
        lane: usize,
        query: &crate::web::simulation::Query,
        places: Vec<u32>,
    ) -> Vec<Reply> {
        if !self.places.as_mut().is_some_and(|known| known.take(lane, query, places)) {
            return Vec::new();
        }
        let waiting = std::mem::take(&mut self.waiting);
        let failed = waiting.iter().find_map(|message| self.answer(message).err());
        let failure = failed.map(|error| crate::web::simulation::Failure::Crashed(error.0));
        failure.and_then(|failure| self.gather.failed(failure)).into_iter().collect()
    }
}
