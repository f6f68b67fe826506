//! Running a workspace on contacts: the handle on runs, the panes that set one up
//! and show what it gave.
//!
//! **Invariant:** a report, its list of contacts and its traces are shown with the
//! workspace as it was run, so that names and counts always fit each other.

mod contacts;
mod draws;
mod export;
pub mod figures;
pub mod files;
mod flow_way;
pub mod herald;
pub mod issues;
pub mod results;
pub mod setup;
mod spreads;
mod state;
mod tables;
pub mod told;
pub mod trace;
mod turns;
mod way;

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::engine::find::Visit;
use crate::engine::report::Report;
use crate::engine::trace::Trace;
use crate::format::trace::read_trace;
use crate::model::workspace::Workspace;
use crate::ui::run::contacts::ContactList;
use crate::ui::run::files::Files;
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::watch::Watch;
use crate::web::simulation::{
    Failure, Loaded, Message, Query, Reply, Request, Simulator, Source, lanes_for,
};

pub use state::RunState;

/// Activations as CloudEvents: for each contact its place, and a line for each.
type Exported = Arc<Vec<(u32, Vec<String>)>>;

/// So many contacts at most have their activations saved by the page: all of them are
/// in its memory at once.
const MOST_EXPORTED: u64 = 100_000;

/// The runs of the open workspace. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Runs {
    store: Store,
    drawer: Drawer,
    toasts: Toasts,
    state: RwSignal<RunState>,
    last: RwSignal<Option<LastRun>>,
    /// What was read last.
    pub loaded: RwSignal<Option<Arc<Loaded>>>,
    trace: RwSignal<Option<Shown>>,
    /// The activations of the last run, until they are saved.
    exported: RwSignal<Option<Exported>>,
    /// The CSV files.
    pub files: Files,
    list: ContactList,
    simulator: StoredValue<Option<Simulator>, LocalStorage>,
    /// What is under way: the workspace as it runs, and when it was started.
    pending: StoredValue<Option<(Workspace, f64)>>,
    stale: Watch<bool>,
}

/// What the last run gave.
#[derive(Clone)]
struct LastRun {
    report: Arc<Report>,
    workspace: Arc<Workspace>,
    /// The names and sizes of the files that it read.
    files: [Option<(String, u64)>; 2],
}

/// A trace that is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    contact: u32,
    trace: Arc<Trace>,
    /// The test scenario that it makes, as its file.
    kept: String,
    previous: Option<u32>,
    next: Option<u32>,
}

/// About what a contact that is made up stands for, in bytes of a file.
const MADE_UP: f64 = 40.0;

impl Runs {
    /// Without a run yet; the CSV files are those that are stored under `key`.
    pub fn new(store: Store, key: String) -> Self {
        let files = Files::new(key);
        let last = RwSignal::new(None::<LastRun>);
        let stale = Watch::new(move |_| {
            store.read(|workspace| {
                last.with(|last| {
                    last.as_ref().is_some_and(|last| {
                        last.files != files.names() || !same_run(workspace, &last.workspace)
                    })
                })
            })
        });
        Self {
            store,
            drawer: Drawer::get(),
            toasts: Toasts::get(),
            state: RwSignal::new(RunState::Idle),
            last,
            loaded: RwSignal::new(None),
            exported: RwSignal::new(None),
            trace: RwSignal::new(None),
            files,
            list: ContactList::new(),
            simulator: StoredValue::new_local(None),
            pending: StoredValue::new(None),
            stale,
        }
    }

    /// The runs of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Starts a run as the workspace's run settings say, in place of one that is going on.
    pub fn start(self) {
        if self.state.get_untracked().is_busy() {
            self.cancel();
        }
        // Whether it can run may not be known for a moment.
        self.store.when_checked(move || self.start_checked());
    }

    fn start_checked(self) {
        let blocked = self.store.peek(|workspace| {
            let problems = untrack(|| self.store.problems());
            problems.iter().any(|problem| problem.blocks_run(workspace))
        });
        if blocked {
            self.state.set(RunState::Blocked);
            return self.drawer.show(DrawerTab::Run);
        }
        self.ask(Request::Run);
    }

    /// Stops a run in the middle; what it gave before stays.
    pub fn cancel(self) {
        self.simulator.update_value(|simulator| *simulator = None);
        self.pending.set_value(None);
        self.state.set(RunState::Cancelled);
    }

    /// The counts of the last run; tracked. They may be of the workspace as it was
    /// before an edit: see [`is_stale`](Self::is_stale).
    pub fn report(self) -> Option<Arc<Report>> {
        self.last.with(|last| last.as_ref().map(|last| last.report.clone()))
    }

    /// The workspace as it was run; tracked.
    pub fn workspace(self) -> Option<Arc<Workspace>> {
        self.last.with(|last| last.as_ref().map(|last| last.workspace.clone()))
    }

    /// Whether the workspace has changed since the last run; tracked.
    pub fn is_stale(self) -> bool {
        self.stale.get()
    }

    /// How far the run is; tracked.
    pub fn state(self) -> RunState {
        self.state.get()
    }

    /// Shows the contacts that came by there.
    pub fn find(self, visit: Visit) {
        self.list.filter(Some(visit));
        self.drawer.show(DrawerTab::Results);
    }

    /// Shows the way of a contact, by its index in the data.
    pub fn trace_of(self, contact: u32) {
        let query = untrack(|| self.list.query());
        self.send(&Message::bare(Request::Trace { contact, query }));
    }

    /// Reads the data without running, to show what is wrong with it early.
    pub fn load(self) {
        if !self.state.get_untracked().is_busy() {
            self.ask(Request::Load);
        }
    }

    /// Sends the workspace and its files, once the files are known.
    fn ask(self, request: Request) {
        let started = now();
        self.state.set(RunState::Loading(None));
        spawn_local(async move {
            self.files.settle().await;
            let Some(missing) = self.missing_file() else { return };
            if let Some(source) = missing {
                return self.state.set(RunState::NoFile(source));
            }
            let workspace = self.store.peek(Workspace::clone);
            let message = Message { request, ..self.message_for(&workspace) };
            self.pending.set_value(Some((workspace, started)));
            self.send(&message);
        });
    }

    /// What a simulator of its own is asked for, to run another workspace on the same
    /// contacts and events.
    pub fn message_for(self, workspace: &Workspace) -> Message {
        Message {
            request: Request::Run,
            part: (0, lanes_for(self.bytes(workspace))),
            workspace: Some(crate::format::write(workspace)),
            contacts: self.files.get_untracked(Source::Contacts),
            events: self.files.get_untracked(Source::Events),
        }
    }

    /// About how many bytes of contacts and events the run takes.
    fn bytes(self, workspace: &Workspace) -> f64 {
        use crate::model::workspace::{Behaviour, ContactSource};
        let size = |source| self.files.get_untracked(source).map_or(0.0, |file| file.size());
        let run = &workspace.settings.run;
        let contacts = match run.contacts {
            ContactSource::Workspace => 0.0,
            ContactSource::File => size(Source::Contacts),
            ContactSource::MadeUp => f64::from(run.made_up.count) * MADE_UP,
        };
        contacts + if run.behaviour == Behaviour::File { size(Source::Events) } else { 0.0 }
    }

    /// The file that the settings ask for and that is not there; `None` when the
    /// workbench is gone.
    fn missing_file(self) -> Option<Option<Source>> {
        use crate::model::workspace::{Behaviour, ContactSource};
        self.state.try_get_untracked()?;
        let (contacts, behaviour) = self
            .store
            .peek(|workspace| (workspace.settings.run.contacts, workspace.settings.run.behaviour));
        let lacks = |source| self.files.get_untracked(source).is_none();
        let missing = if contacts == ContactSource::File && lacks(Source::Contacts) {
            Some(Source::Contacts)
        } else if behaviour == Behaviour::File && lacks(Source::Events) {
            Some(Source::Events)
        } else {
            None
        };
        Some(missing)
    }

    /// Sends a message to the worker, which is started when there is none.
    fn send(self, message: &Message) {
        let sent = self.simulator.try_update_value(|simulator| {
            if simulator.is_none() {
                *simulator = Some(Simulator::new(move |reply| self.hear(reply)));
            }
            simulator.as_ref().map_or(Ok(()), |simulator| simulator.send(message))
        });
        if let Some(Err(error)) = sent {
            self.state.set(RunState::Failed(Failure::Crashed(error.0)));
        }
    }

    fn hear(self, reply: Reply) {
        match reply {
            Reply::Ready | Reply::Places { .. } | Reply::Beside { .. } | Reply::Judged(_) => {}
            Reply::InPage => told::in_page(self.toasts),
            Reply::Reading(source, done, total) => {
                self.state.set(RunState::Loading(Some((source, done, total))));
            }
            Reply::Loaded(loaded) => {
                self.loaded.set(Some(Arc::new(loaded)));
                self.state.set(RunState::Idle);
                self.list.renew();
            }
            Reply::Kept => self.state.set(RunState::Idle),
            Reply::Progress(done, total) => self.state.set(RunState::Running { done, total }),
            Reply::Done { report } => self.finish(report),
            Reply::Contacts(page) => self.list.take(page),
            Reply::Trace { contact, trace, kept, previous, next, .. } => match read_trace(&trace) {
                Ok(trace) => {
                    let trace = Arc::new(trace);
                    self.trace.set(Some(Shown { contact, trace, kept, previous, next }));
                    self.drawer.show(DrawerTab::Trace);
                }
                Err(error) => self.fail(Failure::Crashed(error.to_string())),
            },
            Reply::CloudEvents(events) => self.exported.set(Some(Arc::new(events))),
            Reply::Failed(failure) => self.fail(failure),
        }
    }

    /// Asks for the activations of the last run, to be saved as CloudEvents.
    pub fn export_cloud_events(self) {
        let contacts = self.report().map_or(0, |report| report.contacts);
        if contacts > MOST_EXPORTED {
            return self.toasts.say("cloud-too-many", Vec::new());
        }
        self.send(&Message::bare(Request::CloudEvents));
    }

    fn finish(self, report: Arc<Report>) {
        let pending = self.pending.try_update_value(Option::take).flatten();
        let Some((workspace, started)) = pending else {
            return self.fail(Failure::Crashed(String::new()));
        };
        let files = untrack(|| self.files.names());
        self.last.set(Some(LastRun { report, workspace: Arc::new(workspace), files }));
        self.trace.set(None);
        self.state.set(RunState::Done { millis: now() - started });
        // The counts on the tiles come first; what else there is to draw has its own turn.
        Timeout::new(0, move || {
            self.list.filter(None);
            if self.drawer.is_at(DrawerTab::Run) {
                self.drawer.show(DrawerTab::Results);
            }
        })
        .forget();
    }

    fn fail(self, failure: Failure) {
        if matches!(failure, Failure::Crashed(_) | Failure::NotFetched) {
            // The worker speaks while it is being taken away: that waits until it has spoken.
            spawn_local(async move {
                let _ = self.simulator.try_update_value(|simulator| *simulator = None);
            });
        }
        self.pending.set_value(None);
        self.state.set(RunState::Failed(failure));
        self.drawer.show(DrawerTab::Run);
    }

    /// Asks for a part of the list of contacts.
    fn ask_contacts(self, query: Query, offset: u32, limit: u32) {
        if self.loaded.with_untracked(Option::is_some) {
            self.send(&Message::bare(Request::Contacts { query, offset, limit }));
        }
    }
}

/// Whether a run of one would give what a run of the other gave.
fn same_run(one: &Workspace, other: &Workspace) -> bool {
    one.settings.run == other.settings.run
        && one.settings.environment == other.settings.environment
        && one.tables == other.tables
        && one.fields == other.fields
        && one.segments == other.segments
        && one.triggers == other.triggers
        && one.journeys == other.journeys
        && one.flows == other.flows
        && one.contacts == other.contacts
        && one.events == other.events
        && one.models == other.models
}

/// Milliseconds by this browser's clock, to measure how long something took.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
