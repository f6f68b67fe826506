//! What the checks of one journey share, and the questions that all of them ask:
//! is this trigger all right, is this source all right.

use crate::model::zone::TimeZone;

use crate::check::code::Code;
use crate::check::describe::{Label, describe_by};
use crate::check::fix::Fix;
use crate::check::offer::{EmptyReason, may_be_empty};
use crate::check::problem::{Arg, Problem};
use crate::check::proof::Known;
use crate::check::scope::{At, Reach};
use crate::check::seen::Seen;
use crate::check::site::Site;
use crate::check::term;
use crate::check::way;
use crate::model::condition::Source;
use crate::model::id::{TileId, TriggerId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::resolve::SourceError;
use crate::model::table::Reference;
use crate::model::time::time_zone;
use crate::model::tree::Slot;
use crate::model::trigger::{Trigger, TriggerState};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// One journey under check.
pub(super) struct Context<'a> {
    pub workspace: &'a Workspace,
    pub journey: &'a Journey,
    pub seen: Seen,
    /// UTC where the journey's own does not exist: a value is then as readable.
    pub zone: TimeZone,
    /// What is known of what the journey tells about itself.
    pub known: Known,
}

impl<'a> Context<'a> {
    pub fn new(workspace: &'a Workspace, journey: &'a Journey) -> Self {
        Self::knowing(workspace, journey, Seen::of(journey))
    }

    /// With what is seen of the journey already.
    pub fn knowing(workspace: &'a Workspace, journey: &'a Journey, seen: Seen) -> Self {
        let zone = time_zone(&journey.time_zone).unwrap_or(TimeZone::UTC);
        Self { workspace, journey, seen, zone, known: Known::of(journey) }
    }

    /// The tile of that id; the Entry is not a [`Tile`].
    pub fn tile(&self, id: TileId) -> Option<&'a Tile> {
        self.seen.scope.tile(self.journey, id)
    }

    /// Checks a trigger that the journey uses at `site`; `none` is the finding when
    /// there is none. Gives the trigger where it exists.
    pub fn trigger(
        &self,
        id: Option<TriggerId>,
        none: Code,
        site: Site,
        found: &mut Vec<Problem>,
    ) -> Option<&'a Trigger> {
        let trigger = trigger(self.workspace, id, none, site, found)?;
        if trigger.audience != self.journey.audience {
            let problem = Problem::new(Code::EventTargetEntityMismatch, site)
                .trigger(trigger)
                .arg("audience", Arg::Term(term::of_audience(trigger.audience)))
                .arg("expected", Arg::Term(term::of_audience(self.journey.audience)));
            found.push(problem);
        }
        Some(trigger)
    }

    /// Why a source may be empty at a tile, if it may.
    pub fn may_be_empty(&self, tile: TileId, source: Source) -> Option<EmptyReason> {
        may_be_empty(self.workspace, source).filter(|_| !self.seen.proven.is_given(tile, source))
    }

    /// Checks that `source` names something and has been received at `at`. Gives its
    /// type where it names something.
    pub fn source(
        &self,
        source: Source,
        incoming: Option<TriggerId>,
        at: At,
        site: Site,
        found: &mut Vec<Problem>,
    ) -> Option<Type> {
        let received_at = |tile| self.seen.scope.received_at(tile);
        match self.workspace.source_type_by(received_at, incoming, source) {
            Ok(ty) => {
                found.extend(self.out_of_scope(source, incoming, at, site));
                Some(ty)
            }
            Err(error) => {
                found.push(unknown_source(error, site));
                None
            }
        }
    }

    /// What a source is called, as a variable of a sentence.
    pub fn name_of(&self, source: Source, incoming: Option<TriggerId>) -> Arg {
        let received_at = |tile| self.seen.scope.received_at(tile);
        match describe_by(self.workspace, &received_at, incoming, source).map(|known| known.label) {
            Ok(Label::Text(name)) => Arg::Text(name),
            Ok(Label::Term(id)) => Arg::Term(id),
            Err(error) => Arg::Text(error.to_string()),
        }
    }

    fn out_of_scope(
        &self,
        source: Source,
        incoming: Option<TriggerId>,
        at: At,
        site: Site,
    ) -> Option<Problem> {
        let (tile, attribute) = match source {
            Source::Received(tile, attribute)
            | Source::Column(Reference::Received(tile, attribute), _) => (tile, Some(attribute)),
            Source::ReceivedBinding(tile) => (tile, None),
            _ => return None,
        };
        let nobody_comes =
            matches!(at, At::Tile(tile) | At::Wait(tile, _) if !self.seen.scope.is_reachable(tile));
        let triggers = self.seen.scope.received_at(tile).ok()?;
        let trigger = match attribute {
            Some(attribute) => self.workspace.trigger_with(&triggers, attribute).ok()?,
            // Each trigger has a binding: that which is received on most ways counts.
            None => *triggers.iter().min_by_key(|one| self.seen.scope.reach(tile, **one, at))?,
        };
        let code = match self.seen.scope.reach(tile, trigger, at) {
            _ if nobody_comes => return None,
            Reach::EveryWay => return None,
            Reach::SomeWays => Code::ReceivedOnSomeWays,
            Reach::NoWay => Code::NotReceived,
        };
        let trigger = self.workspace.triggers.get(&trigger)?;
        let way = match (code, at) {
            (Code::ReceivedOnSomeWays, At::Tile(_) | At::Wait(..)) => {
                way::without(self, tile, trigger.id)
            }
            _ => None,
        };
        let code = if way.is_some() { Code::EmptyOnTheWay } else { code };
        let problem = Problem::new(code, site).arg("source", self.name_of(source, incoming));
        let problem = problem.trigger(trigger);
        Some(match way {
            Some((tile, slot)) => {
                problem.arg("tile", title(tile)).arg("branch", branch(tile, slot))
            }
            None => problem,
        })
    }
}

/// What a tile is called.
pub(super) fn title(tile: &Tile) -> Arg {
    Arg::Tile(tile.id, tile.name.trim().to_owned(), term::of_tile(&tile.kind))
}

/// What a branch is called.
fn branch(tile: &Tile, slot: Slot) -> Arg {
    let name = match (&tile.kind, slot) {
        (_, Slot::Yes) => return Arg::Term(term::BRANCH_YES),
        (_, Slot::No) => return Arg::Term(term::BRANCH_NO),
        (TileKind::AttributeBranch { branches, .. }, Slot::Other) if branches.len() == 1 => {
            return Arg::Term(term::BRANCH_NO);
        }
        (_, Slot::Other) => return Arg::Term(term::BRANCH_OTHER),
        (TileKind::AttributeBranch { branches, .. }, Slot::Branch(id)) => {
            branches.iter().find(|one| one.id == id).map(|one| one.name.clone())
        }
        (TileKind::Split { shares }, Slot::Branch(id)) => {
            let share = shares.iter().find(|one| one.id == id);
            share.map(|one| match one.name.trim() {
                "" => format!("{} %", one.percent),
                name => name.to_owned(),
            })
        }
        (kind, Slot::Branch(id)) => {
            kind.waits().iter().find(|one| one.id == id).map(|one| one.name.clone())
        }
    };
    match name.filter(|name| !name.trim().is_empty()) {
        Some(name) => Arg::Text(name),
        None => Arg::Term(term::BRANCH_YES),
    }
}

/// Checks that a trigger is chosen, exists and is ready; gives it where it exists.
pub(super) fn trigger<'a>(
    workspace: &'a Workspace,
    id: Option<TriggerId>,
    none: Code,
    site: Site,
    found: &mut Vec<Problem>,
) -> Option<&'a Trigger> {
    let Some(id) = id else {
        found.push(Problem::new(none, site));
        return None;
    };
    let trigger = trigger_there(workspace, id, site, found)?;
    let unready = |state: &str| {
        let problem = Problem::new(Code::EventNotInLiveState, site);
        problem.trigger(trigger).text("state", state)
    };
    match trigger.state {
        TriggerState::Ready => {}
        TriggerState::Draft => found.push(unready("draft").fix(Fix::MarkReady(id))),
        TriggerState::Stopped => found.push(unready("stopped")),
    }
    Some(trigger)
}

/// Checks that a trigger exists, ready or not; gives it.
pub(super) fn trigger_there<'a>(
    workspace: &'a Workspace,
    id: TriggerId,
    site: Site,
    found: &mut Vec<Problem>,
) -> Option<&'a Trigger> {
    let trigger = workspace.triggers.get(&id);
    if trigger.is_none() {
        found.push(Problem::new(Code::NonExistingEvent, site).text("id", id.to_string()));
    }
    trigger.map(|trigger| trigger.as_ref())
}

fn unknown_source(error: SourceError, site: Site) -> Problem {
    let problem = |code, id: String| Problem::new(code, site).text("id", id);
    match error {
        SourceError::Field(id) => problem(Code::UnknownField, id.to_string()),
        SourceError::Tile(id) | SourceError::NoTrigger(id) => {
            problem(Code::UnknownReceiver, id.to_string())
        }
        SourceError::NoIncoming => Problem::new(Code::NoIncomingTrigger, site),
        SourceError::Table(id) => problem(Code::UnknownTable, id.to_string()),
        SourceError::Column(id) => problem(Code::UnknownColumn, id.to_string()),
        SourceError::NoReference(id) => problem(Code::PathWithoutReference, id.to_string()),
        SourceError::Attribute(id) => {
            problem(Code::InvalidEventDataSourceOutputPath, id.to_string())
        }
    }
}
