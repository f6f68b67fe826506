//! What happens if a trigger is raised: everything that would react now, what may and
//! on what that depends, and what would not and why (rules A1 to A8).
//!
//! **Invariant:** each listener of the trigger, and each flow on it, has exactly one
//! verdict. Where it says that something reacts, or that it does not, nothing that
//! happened before could change that.
//!
//! It does not run anything: whether a contact is in a journey is not known here.

use crate::check::known::{Knowing, Known, Payload};
use crate::check::path;
use crate::check::usage::{Index, Role, Use};
use crate::check::walk::listeners;
use crate::model::audience::Contact;
use crate::model::collect;
use crate::model::id::{AttributeId, ContactId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Journey, JourneyState, Repeat, TileKind};
use crate::model::sorted::SortedSet;
use crate::model::time::{Duration, Instant, Moment, time_zone};
use crate::model::trigger::TriggerState;
use crate::model::workspace::Workspace;

/// What is raised, where, for whom and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raise {
    /// The trigger.
    pub trigger: TriggerId,
    /// The tile that raises it; `None`: it comes from outside.
    pub by: Option<(JourneyId, TileId)>,
    /// An example contact; `None`: anybody.
    pub contact: Option<ContactId>,
    /// The instant, for periods and dates.
    pub at: Instant,
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reactions {
    /// Why it may not be raised at all.
    pub hindrances: Vec<Hindrance>,
    /// A verdict on everything that has to do with it, in the order of rules A1 to A5.
    pub all: Vec<Reaction>,
}

/// Why a trigger is not raised there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// The trigger is not ready to use.
    Trigger(TriggerState),
    /// The journey of the tile does not run.
    Journey(JourneyState),
    /// An attribute is not mapped, or to what does not fit (rule M3).
    Unmapped(AttributeId),
    /// An attribute would be empty for that contact (rule M4).
    Empty(AttributeId),
}

/// A verdict on one use of the trigger.
#[derive(Debug, Clone, PartialEq)]
pub struct Reaction {
    /// What has to do with the trigger.
    pub used: Use,
    /// What it does.
    pub verdict: Verdict,
}

/// What a listener does.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It reacts.
    Reacts,
    /// It reacts if all of these hold.
    Depends(Vec<Need>),
    /// It does not, for these reasons.
    DoesNot(Vec<Why>),
}

/// What must hold for something to react.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The contact is in the journey.
    Inside,
    /// The contact, who raises it in that journey, is still in it then.
    StillInside,
    /// The contact waits at the tile.
    Waiting,
    /// The condition holds.
    Condition,
    /// The contact was never in the journey.
    NeverEntered,
    /// The contact did not enter the journey for so long.
    NotEnteredFor(Duration),
    /// The contact is not in one of the excluded segments.
    NotExcluded,
    /// The trigger is meant for that instance (rule A9).
    Binding,
}

/// Why something does not react.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The journey is in a state in which it does not (rule A8).
    State(JourneyState),
    /// The journey is about another kind of audience than the trigger.
    Audience,
    /// The condition does not hold.
    Condition,
    /// Contacts may not enter yet.
    NotYet,
    /// Contacts may no longer enter.
    NoLonger,
    /// A newer version of the journey takes the entries (rule S7).
    NewerVersion,
    /// The contact is in an excluded segment.
    Excluded(SegmentId),
    /// The contact is in the journey already, and may not enter again (rule A6).
    Repeat,
    /// Whoever raises it there is past that tile, or on another branch.
    PassedBy,
    /// The flow is turned off.
    Off,
    /// The flow is in another environment.
    Environment,
}

/// What would happen if the trigger was raised so.
pub fn reactions(workspace: &Workspace, index: &Index, raise: Raise) -> Reactions {
    let asked = Asked::new(workspace, index, raise);
    let mut all: Vec<&Use> = index.usage(raise.trigger).iter().collect();
    all.retain(|one| one.role != Role::Raised);
    collect::sort_by_key(&mut all, |one| (step(one.role), one.journey, one.flow));
    let verdict = |one: &Use| Reaction { used: *one, verdict: asked.verdict(one) };
    Reactions { hindrances: asked.hindrances(), all: all.into_iter().map(verdict).collect() }
}

/// The order in which one activation is worked off.
fn step(role: Role) -> u8 {
    match role {
        Role::Goal => 1,
        Role::Ends => 2,
        Role::Waits => 3,
        Role::Starts => 4,
        Role::Flow => 5,
        Role::Raised => 6,
    }
}

/// A question, with what is looked up once for all verdicts.
struct Asked<'a> {
    workspace: &'a Workspace,
    index: &'a Index,
    raise: Raise,
    contact: Option<&'a Contact>,
    /// The journey that raises.
    raiser: Option<&'a Journey>,
    payload: Payload,
    /// The tiles of that journey to which whoever raises it may come.
    ahead: SortedSet<TileId>,
}

impl<'a> Asked<'a> {
    fn new(workspace: &'a Workspace, index: &'a Index, raise: Raise) -> Self {
        let contact = raise.contact.and_then(|id| workspace.contacts.get(&id)).map(AsRef::as_ref);
        let raiser = raise.by.and_then(|(id, _)| workspace.journeys.get(&id)).map(AsRef::as_ref);
        let tile = raise.by.zip(raiser).and_then(|((_, tile), journey)| journey.tile(tile));
        let payload = match (raiser, tile.map(|tile| &tile.kind)) {
            (Some(journey), Some(TileKind::CustomTrigger { mappings, binding, .. })) => {
                let at = Knowing { workspace, journey, contact, payload: None, now: raise.at };
                Payload::mapped(at, raise.trigger, mappings, binding.as_ref())
            }
            _ => Payload::unknown(raise.trigger),
        };
        let ahead = raiser.zip(raise.by).map(|(journey, (_, tile))| path::after(journey, tile));
        let ahead = collect::set(ahead.into_iter().flatten().map(|tile| tile.id));
        Self { workspace, index, raise, contact, raiser, payload, ahead }
    }

    fn hindrances(&self) -> Vec<Hindrance> {
        let mut found = Vec::new();
        let Some(trigger) = self.workspace.triggers.get(&self.raise.trigger) else { return found };
        if trigger.state != TriggerState::Ready {
            found.push(Hindrance::Trigger(trigger.state));
        }
        let Some(raiser) = self.raiser else { return found };
        if !raiser.state.is_live() && raiser.state != JourneyState::Completing {
            found.push(Hindrance::Journey(raiser.state));
        }
        for attribute in &trigger.attributes {
            match self.payload.value(attribute.id) {
                Known::Unfit => found.push(Hindrance::Unmapped(attribute.id)),
                Known::Missing => found.push(Hindrance::Empty(attribute.id)),
                Known::Is(_) | Known::Unknown => {}
            }
        }
        found
    }

    fn verdict(&self, one: &Use) -> Verdict {
        let mut says = Says::default();
        if let Some(flow) = one.flow.and_then(|id| self.workspace.flows.get(&id)) {
            says.not_if(!flow.on, Why::Off);
            let elsewhere = flow.environment != self.workspace.settings.environment;
            says.not_if(elsewhere, Why::Environment);
        } else if let Some(journey) = one.journey.and_then(|id| self.workspace.journeys.get(&id)) {
            self.of_journey(journey, one, &mut says);
        }
        says.verdict()
    }

    fn of_journey(&self, journey: &Journey, one: &Use, says: &mut Says) {
        says.not_if(!reacts(journey, one.role), Why::State(journey.state));
        let about = self.workspace.triggers.get(&self.raise.trigger).map(|it| it.audience);
        says.not_if(about.is_some_and(|about| about != journey.audience), Why::Audience);
        let is_own = self.raiser.is_some_and(|raiser| raiser.id == journey.id);
        match one.role {
            Role::Starts => self.of_entry(journey, says),
            Role::Waits => {
                let behind = one.tile.is_some_and(|tile| !self.ahead.contains(&tile));
                says.not_if(is_own && behind && lets_in_once(journey), Why::PassedBy);
                says.needs.push(Need::Waiting);
            }
            Role::Goal | Role::Ends => {
                says.needs.push(if is_own { Need::StillInside } else { Need::Inside });
            }
            Role::Raised | Role::Flow => {}
        }
        if one.role != Role::Starts && self.may_be_bound(journey) {
            says.needs.push(Need::Binding);
        }
        let listening = listeners(journey).into_iter().find(|it| {
            (it.role, it.tile, it.exit, it.wait) == (one.role, one.tile, one.exit, one.wait)
        });
        let known = listening.and_then(|it| self.knowing(journey).holds(&it.on.condition));
        says.of_condition(known);
    }

    fn of_entry(&self, journey: &Journey, says: &mut Says) {
        let now = self.raise.at;
        says.not_if(moment(journey, &journey.start).is_some_and(|start| now < start), Why::NotYet);
        says.not_if(moment(journey, &journey.end).is_some_and(|end| now >= end), Why::NoLonger);
        says.not_if(self.is_taken_over(journey), Why::NewerVersion);
        let first = |id| self.workspace.first_version(id);
        let is_own = self.raiser.is_some_and(|raiser| first(raiser.id) == first(journey.id));
        let segments = &self.workspace.segments;
        for segment in journey.entry.exclusions.iter().filter_map(|id| segments.get(id)) {
            match self.knowing(journey).holds(&segment.condition) {
                Some(belongs) => says.not_if(belongs, Why::Excluded(segment.id)),
                None if says.needs.contains(&Need::NotExcluded) => {}
                None => says.needs.push(Need::NotExcluded),
            }
        }
        match journey.entry.repeat() {
            Some(Repeat::Never) if is_own => says.not_if(true, Why::Repeat),
            Some(Repeat::Never) => says.needs.push(Need::NeverEntered),
            Some(Repeat::After(delay)) => says.needs.push(Need::NotEnteredFor(delay)),
            Some(Repeat::AtOnce) | None => {}
        }
    }

    /// Whether a later version takes the entries now (rule S7).
    fn is_taken_over(&self, journey: &Journey) -> bool {
        let versions = self.workspace.versions(journey.id);
        let later = versions.into_iter().filter(|id| *id > journey.id);
        let mut later = later.filter_map(|id| self.workspace.journeys.get(&id));
        later.any(|one| {
            let start = moment(one, &one.start);
            reacts(one, Role::Starts) && start.is_none_or(|start| start <= self.raise.at)
        })
    }

    fn knowing<'b>(&'b self, journey: &'b Journey) -> Knowing<'b> {
        let (workspace, contact, now) = (self.workspace, self.contact, self.raise.at);
        Knowing { workspace, journey, contact, payload: Some(&self.payload), now }
    }

    /// Whether an instance may have a binding of its own, as far as tiles give one.
    fn may_be_bound(&self, journey: &Journey) -> bool {
        let Some(entry) = journey.entry.trigger() else { return false };
        let raised = self.index.usage(entry).iter().filter(|one| one.role == Role::Raised);
        let mut tiles =
            raised.filter_map(|one| self.workspace.journeys.get(&one.journey?)?.tile(one.tile?));
        let binds =
            |kind: &TileKind| matches!(kind, TileKind::CustomTrigger { binding: Some(_), .. });
        tiles.any(|tile| binds(&tile.kind))
    }
}

/// A date of a journey as the instant at which it begins.
fn moment(journey: &Journey, text: &str) -> Option<Instant> {
    let moment: Moment = text.parse().ok()?;
    Some(moment.start(&time_zone(&journey.time_zone)?))
}

/// Whether the journey's state lets it react: live, scheduled from some moment on, or
/// completing, when it begins for nobody but still has contacts inside.
fn reacts(journey: &Journey, role: Role) -> bool {
    match journey.state {
        JourneyState::Scheduled => !journey.start.trim().is_empty(),
        JourneyState::Completing => role != Role::Starts,
        state => state.is_live(),
    }
}

/// Whether a contact has one instance of the journey at most.
fn lets_in_once(journey: &Journey) -> bool {
    matches!(journey.entry.repeat(), Some(Repeat::Never) | None)
}

/// What speaks for and against a reaction.
#[derive(Default)]
struct Says {
    needs: Vec<Need>,
    against: Vec<Why>,
}

impl Says {
    fn not_if(&mut self, holds: bool, why: Why) {
        self.against.extend(holds.then_some(why));
    }

    fn of_condition(&mut self, known: Option<bool>) {
        match known {
            Some(held) => self.not_if(!held, Why::Condition),
            None => self.needs.push(Need::Condition),
        }
    }

    fn verdict(self) -> Verdict {
        if !self.against.is_empty() {
            Verdict::DoesNot(self.against)
        } else if !self.needs.is_empty() {
            Verdict::Depends(self.needs)
        } else {
            Verdict::Reacts
        }
    }
}
