//! The worker's end: reads the data, runs the journeys on it, and answers what is
//! asked about the run. Where no worker can be started, the page has a bench of its
//! own and gives it a turn now and then.
//!
//! **Invariant:** nothing is lost silently. Whatever goes wrong, a panic included,
//! is posted as a [`Failure`].

mod bin;
mod data;
mod lists;
mod stream;

use std::cell::RefCell;

use js_sys::Date;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::judge::judge;
use crate::engine::keep::keep;
use crate::engine::plan::Plan;
use crate::engine::run::{Simulation, Window};
use crate::format::cloud_events::cloud_events_of;
use crate::format::scenario::{Judged, write_scenario, write_verdicts};
use crate::format::trace::write_trace;
use crate::model::id::ScenarioId;
use crate::model::turns::{Rest, at_once, no_rest};
use crate::model::workspace::Workspace;
use crate::web::simulation::{ContactPage, ContactRow, Failure, Message, Query, Reply, Request};
use data::Data;
use lists::Lists;

/// What the worker remembers between requests.
#[derive(Default)]
pub struct Bench {
    data: Option<Data>,
    run: Option<(Plan, Window)>,
    /// What was run.
    workspace: Workspace,
    lists: Lists,
}

/// Whom a bench works for.
pub struct Host<'a> {
    /// Is told everything.
    pub post: &'a dyn Fn(&Reply),
    /// Is asked between two stretches of work.
    pub rest: Rest<'a>,
    /// Whether it may wait for the browser: only a worker may.
    pub may_wait: bool,
}

/// So many contacts are run between two looks at the clock.
const STRETCH: u32 = 512;
/// More, up to so many, where a stretch takes less than so many milliseconds.
const MOST: u32 = 8_192;
const QUICK: f64 = 5.0;
/// How often the page is told how far it is, in milliseconds.
const TELL_EVERY: f64 = 60.0;

/// Begins to listen, and says so.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        post(&Reply::Failed(Failure::Crashed(info.to_string())));
    }));
    let bench = RefCell::new(Bench::default());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = Message::from_js(&event.data()) else {
            return post(&Reply::Failed(Failure::Crashed("not a message".into())));
        };
        let host = Host { post: &post, rest: &no_rest, may_wait: true };
        if let Err(failure) = at_once(bench.borrow_mut().answer(&message, &host)) {
            post(&Reply::Failed(failure));
        }
    });
    scope().set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    post(&Reply::Ready);
}

impl Bench {
    /// Does what is asked for, and tells the host.
    ///
    /// # Errors
    ///
    /// Why it cannot be done.
    pub async fn answer(&mut self, message: &Message, host: &Host<'_>) -> Result<(), Failure> {
        match &message.request {
            Request::Load => self.load(message, host).await.map(drop),
            Request::Run => self.run(message, host).await,
            Request::Contacts { query, offset, limit } => {
                let page = self.contacts(query, *offset, *limit, host).await;
                (host.post)(&Reply::Contacts(page));
                Ok(())
            }
            Request::Places(query) => {
                let places = self.places(query, host).await;
                (host.post)(&places);
                Ok(())
            }
            Request::Judge(scenarios) => {
                let judged = judged(message, scenarios, host).await?;
                (host.post)(&Reply::Judged(judged));
                Ok(())
            }
            Request::Trace { contact, query } => self.trace(*contact, query, host).await,
            Request::CloudEvents => {
                let events = self.cloud_events(host).await;
                (host.post)(&Reply::CloudEvents(events));
                Ok(())
            }
            Request::BreakDown => panic!("asked to break down"),
        }
    }

    /// Reads what the run takes, unless the same was read before.
    async fn load(&mut self, message: &Message, host: &Host<'_>) -> Result<Workspace, Failure> {
        let text = message.workspace.as_deref().unwrap_or_default();
        let workspace = crate::format::read(text.as_bytes())
            .map_err(|error| Failure::Workspace(error.to_string()))?;
        let known = self.data.take().filter(|data| data.fits(&workspace, message));
        let data = match known {
            Some(data) => {
                (host.post)(&Reply::Kept);
                data
            }
            None => {
                let data = Data::read(&workspace, message, host).await?;
                (host.post)(&Reply::Loaded(data.loaded.clone()));
                data
            }
        };
        self.data = Some(data);
        self.lists = Lists::default();
        Ok(workspace)
    }

    async fn run(&mut self, message: &Message, host: &Host<'_>) -> Result<(), Failure> {
        let workspace = self.load(message, host).await?;
        let plan = Plan::compile(&workspace).map_err(|errors| {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            Failure::Workspace(errors.join("; "))
        })?;
        let window = Window::of(&workspace.settings.run)
            .map_err(|error| Failure::Workspace(error.to_string()))?;
        if let Some(data) = &self.data {
            let total = data.set.contacts();
            let mut simulation = Simulation::new(&plan, &data.set, window);
            (host.post)(&Reply::Progress(0, total));
            let (mut told, mut done, mut stretch) = (Date::now(), 0, STRETCH);
            while done < total {
                let start = Date::now();
                simulation.run(done..done.saturating_add(stretch));
                done = done.saturating_add(stretch).min(total);
                let now = Date::now();
                stretch = if now - start < QUICK { stretch * 2 } else { stretch / 2 };
                stretch = stretch.clamp(STRETCH, MOST);
                if now - told > TELL_EVERY {
                    told = now;
                    (host.post)(&Reply::Progress(done, total));
                }
                (host.rest)().await;
            }
            (host.post)(&Reply::Done { report: simulation.report().into() });
        }
        self.workspace = workspace;
        self.run = Some((plan, window));
        self.lists = Lists::default();
        Ok(())
    }

    async fn contacts(
        &mut self,
        query: &Query,
        offset: u32,
        limit: u32,
        host: &Host<'_>,
    ) -> ContactPage {
        let Some(data) = &self.data else {
            return ContactPage { query: query.clone(), total: 0, offset, rows: Vec::new() };
        };
        let list = self.lists.get(query, &data.set, self.run.as_ref(), host.rest).await;
        let rows = list.iter().skip(offset as usize).take(limit as usize).map(|&contact| {
            let events = data.set.events_of(contact);
            let name = data.set.name(contact).into_owned();
            ContactRow { contact: data.set.place(contact), name, events: events.end - events.start }
        });
        let rows = rows.collect();
        ContactPage { query: query.clone(), total: list.len() as u32, offset, rows }
    }

    async fn places(&mut self, query: &Query, host: &Host<'_>) -> Reply {
        let mut places = Vec::new();
        if let Some(data) = &self.data {
            let list = self.lists.get(query, &data.set, self.run.as_ref(), host.rest).await;
            places.extend(list.iter().map(|&contact| data.set.place(contact)));
        }
        Reply::Places { query: query.clone(), places }
    }

    /// The activations of every contact with any.
    async fn cloud_events(&self, host: &Host<'_>) -> Vec<(u32, Vec<String>)> {
        let mut events = Vec::new();
        let (Some(data), Some((plan, window))) = (&self.data, &self.run) else { return events };
        for contact in 0..data.set.contacts() {
            let trace = crate::engine::trace::trace(plan, &data.set, contact, *window);
            let lines = cloud_events_of(&self.workspace, &trace);
            if !lines.is_empty() {
                events.push((data.set.place(contact), lines));
            }
            if contact % STRETCH == 0 {
                (host.rest)().await;
            }
        }
        events
    }

    async fn trace(&mut self, contact: u32, query: &Query, host: &Host<'_>) -> Result<(), Failure> {
        let (Some(data), Some((plan, window))) = (&self.data, &self.run) else {
            return Err(Failure::Workspace("nothing has been run".into()));
        };
        let list = self.lists.get(query, &data.set, self.run.as_ref(), host.rest).await;
        let at = |contact: &u32| data.set.place(*contact);
        let place = list.partition_point(|known| at(known) < contact);
        let listed = list.get(place).is_some_and(|known| at(known) == contact);
        let previous = place.checked_sub(1).and_then(|place| list.get(place)).map(at);
        let next = list.get(place + usize::from(listed)).map(at);
        let index = match data.set.contact_at(contact) {
            Some(index) => index,
            None if !data.is_whole() => {
                (host.post)(&Reply::Beside { contact, previous, next });
                return Ok(());
            }
            None => return Err(Failure::Workspace(format!("there is no contact {contact}"))),
        };
        let trace = crate::engine::trace::trace(plan, &data.set, index, *window);
        let kept = keep(&self.workspace, plan, &data.set, index, *window);
        let (trace, kept) = (write_trace(&trace), write_scenario(&kept));
        let (previous, next) = (previous.filter(|_| listed), next.filter(|_| listed));
        (host.post)(&Reply::Trace { contact, trace, kept, previous, next, listed });
        Ok(())
    }
}

/// What becomes of test scenarios of the workspace that comes with the message.
async fn judged(
    message: &Message,
    scenarios: &[ScenarioId],
    host: &Host<'_>,
) -> Result<String, Failure> {
    let text = message.workspace.as_deref().unwrap_or_default();
    let workspace = crate::format::read(text.as_bytes())
        .map_err(|error| Failure::Workspace(error.to_string()))?;
    let mut judged = Vec::new();
    for scenario in scenarios.iter().filter_map(|id| workspace.scenarios.get(id)) {
        let result = judge(&workspace, scenario);
        judged.push(Judged { scenario: scenario.id, result });
        (host.rest)().await;
    }
    Ok(write_verdicts(&judged))
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(reply: &Reply) {
    if let Err(error) = scope().post_message(&reply.to_js()) {
        web_sys::console::error_1(&error);
    }
}
