//! The test scenarios of the open workspace as they were run last: in a worker of
//! their own, so that a long run does not wait for them nor they for it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::judge::{Broken, Coverage, Verdict};
use crate::format::scenario::read_verdicts;
use crate::model::id::{ScenarioId, TileId};
use crate::model::scenario::Scenario;
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;
use crate::ui::run::told;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::watch::Watch;
use crate::web::simulation::{Failure, Lane, Message, Reply, Request};

/// The last outcomes. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Suite {
    store: Store,
    toasts: Toasts,
    outcomes: RwSignal<SortedMap<ScenarioId, Outcome>>,
    state: RwSignal<SuiteState>,
    /// Whether the canvas shows what the tests cover.
    pub on_canvas: RwSignal<bool>,
    coverage: Watch<Arc<Coverage>>,
    whole: Watch<Arc<Coverage>>,
    lane: StoredValue<Option<Lane>, LocalStorage>,
    /// What is under way: the scenarios as they run, and the revision of the document.
    pending: StoredValue<(SortedMap<ScenarioId, Arc<Scenario>>, u64)>,
}

/// What became of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was found, or why it could not be run.
    pub result: Arc<Result<Verdict, Broken>>,
    /// The scenario as it was run.
    pub scenario: Arc<Scenario>,
    /// The revision of the document that was run.
    revision: u64,
}

/// How far the tests are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuiteState {
    /// Nothing is going on.
    Idle,
    /// They run.
    Busy,
    /// The worker broke down; in its words.
    Failed(String),
}

impl Outcome {
    /// Whether every expectation is met.
    pub fn passed(&self) -> bool {
        self.result.as_ref().as_ref().is_ok_and(|verdict| verdict.seen.iter().all(Option::is_none))
    }
}

impl Suite {
    /// Nothing was run yet.
    pub fn new(store: Store) -> Self {
        let outcomes = RwSignal::new(SortedMap::<ScenarioId, Outcome>::new());
        let whole = Watch::new(move |_| Arc::new(store.read(Coverage::whole)));
        let coverage = Watch::new(move |_| {
            let mut covered = Coverage::default();
            outcomes.with(|outcomes| {
                let found =
                    outcomes.values().filter_map(|known| known.result.as_ref().as_ref().ok());
                found.for_each(|verdict| covered.merge(&verdict.coverage));
            });
            Arc::new(covered.within(&whole.get()))
        });
        Self {
            store,
            toasts: Toasts::get(),
            outcomes,
            state: RwSignal::new(SuiteState::Idle),
            on_canvas: RwSignal::new(false),
            coverage,
            whole,
            lane: StoredValue::new_local(None),
            pending: StoredValue::new((SortedMap::new(), 0)),
        }
    }

    /// The suite of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Runs one scenario, or all.
    pub fn run(self, only: Option<ScenarioId>) {
        let revision = untrack(|| self.store.revision());
        let (text, chosen) = self.store.peek(|workspace| {
            let mut chosen = workspace.scenarios.clone();
            chosen.retain(|id, _| only.is_none_or(|only| only == *id));
            (crate::format::write(workspace), chosen)
        });
        let ids = chosen.keys().copied().collect();
        self.pending.set_value((chosen, revision));
        let message = Message { workspace: Some(text), ..Message::bare(Request::Judge(ids)) };
        self.state.set(SuiteState::Busy);
        let sent = self.lane.try_update_value(|lane| {
            if lane.is_none() {
                *lane = Some(Lane::start(move |reply| self.hear(reply)));
            }
            lane.as_ref().map_or(Ok(()), |lane| lane.send(&message))
        });
        if let Some(Err(error)) = sent {
            self.state.set(SuiteState::Failed(error.0));
        }
    }

    /// How far it is; tracked.
    pub fn state(self) -> SuiteState {
        self.state.get()
    }

    /// What became of a scenario; tracked.
    pub fn outcome(self, id: ScenarioId) -> Option<Outcome> {
        self.outcomes.with(|outcomes| outcomes.get(&id).cloned())
    }

    /// Whether the workspace has changed since; tracked.
    pub fn is_stale(self, outcome: &Outcome) -> bool {
        self.store.revision() != outcome.revision
    }

    /// How many of the scenarios that there are passed and failed; tracked.
    pub fn tally(self) -> (usize, usize) {
        let ids = self.store.read(|w| w.scenarios.keys().copied().collect::<Vec<_>>());
        let known = ids.into_iter().filter_map(|id| self.outcome(id)).collect::<Vec<_>>();
        let passed = known.iter().filter(|outcome| outcome.passed()).count();
        (passed, known.len() - passed)
    }

    /// What is covered, and what there is; tracked.
    pub fn coverage(self) -> (Arc<Coverage>, Arc<Coverage>) {
        (self.coverage.get(), self.whole.get())
    }

    /// How the canvas marks a tile: covered or not; `None`: it shows no coverage. Tracked.
    pub fn covers_tile(self, tile: TileId) -> Option<bool> {
        self.on_canvas.get().then(|| self.coverage.with(|covered| covered.tiles.contains(&tile)))
    }

    /// As [`covers_tile`](Self::covers_tile), of a branch.
    pub fn covers_branch(self, tile: TileId, slot: Slot) -> Option<bool> {
        let covers = |covered: &Arc<Coverage>| covered.branches.contains(&(tile, slot));
        self.on_canvas.get().then(|| self.coverage.with(covers))
    }

    fn hear(self, reply: Reply) {
        let cause = match reply {
            Reply::Judged(text) => match read_verdicts(&text) {
                Ok(judged) => {
                    let (scenarios, revision) = self.pending.get_value();
                    self.outcomes.update(|outcomes| {
                        for one in judged {
                            let Some(scenario) = scenarios.get(&one.scenario).cloned() else {
                                continue;
                            };
                            let result = Arc::new(one.result);
                            outcomes.insert(one.scenario, Outcome { result, scenario, revision });
                        }
                    });
                    return self.state.set(SuiteState::Idle);
                }
                Err(error) => error.to_string(),
            },
            Reply::Failed(Failure::Workspace(cause) | Failure::Crashed(cause)) => cause,
            Reply::Failed(failure) => told::failure(&failure),
            Reply::InPage => return told::in_page(self.toasts),
            _ => return,
        };
        self.state.set(SuiteState::Failed(cause));
        // The worker speaks while it is being taken away: that waits until it has spoken.
        leptos::task::spawn_local(async move {
            let _ = self.lane.try_update_value(|lane| *lane = None);
        });
    }
}
