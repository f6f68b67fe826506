//! What a test scenario expects, and what was seen instead, as sentences.

use crate::engine::judge::{Broken, How, Part, Seen};
use crate::engine::report::Refusal;
use crate::locale::{Arg, Lang, names, say};
use crate::model::id::{AttributeId, ContactId, EventId, FlowId, JourneyId, TileId, TriggerId};
use crate::model::journey::{Journey, Target};
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;

/// Says things about one scenario of a workspace in a language.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The language.
    pub lang: Lang,
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The scenario.
    pub scenario: &'a Scenario,
}

impl Teller<'_> {
    /// Why the scenario could not be run.
    pub fn broken(&self, broken: &Broken) -> String {
        match &broken.part {
            Part::Journeys(journeys) => {
                let names: Vec<String> = journeys.iter().map(|id| self.journey(*id)).collect();
                self.say("scenario-broken-journeys", [("journeys", names.join(", "))])
            }
            Part::Workspace => self.say("scenario-broken-workspace", []),
            Part::Start => {
                self.say("scenario-broken-start", [("text", self.scenario.start.clone())])
            }
            Part::End => self.say("scenario-broken-end", [("text", self.scenario.end.clone())]),
            Part::ContactName(contact) => {
                self.say("scenario-broken-name", [("contact", self.contact(*contact))])
            }
            Part::ContactValue(contact, field) => {
                let field = self.workspace.fields.get(field);
                let name = field.map(|field| field.name.clone()).unwrap_or_default();
                let args = [("contact", self.contact(*contact)), ("field", name)];
                self.say("scenario-broken-value", args)
            }
            Part::EventContact(_) => self.say("scenario-broken-event-contact", []),
            Part::EventWhat(event) => {
                self.say("scenario-broken-event-what", [("contact", self.who_did(*event))])
            }
            Part::EventTime(event) => {
                self.say("scenario-broken-event-time", [("contact", self.who_did(*event))])
            }
            Part::EventValue(event, attribute) => {
                let known = self.scenario.events.iter().find(|known| known.id == *event);
                let trigger = known.and_then(|known| known.trigger());
                let args = [
                    ("contact", self.who_did(*event)),
                    ("attribute", self.attribute(trigger, *attribute)),
                ];
                self.say("scenario-broken-event-value", args)
            }
        }
    }

    /// The name of the contact of an event.
    fn who_did(&self, event: EventId) -> String {
        let known = self.scenario.events.iter().find(|known| known.id == event);
        known.map(|known| self.contact(known.contact)).unwrap_or_default()
    }

    /// What is expected.
    pub fn expectation(&self, expectation: &Expectation) -> String {
        match expectation {
            Expectation::Reaches { contact, tile, not } => {
                let id = if *not { "expect-reaches-not" } else { "expect-reaches" };
                let args = [("contact", self.contact(*contact)), ("tile", self.tile(*tile))];
                self.say(id, args)
            }
            Expectation::Takes { contact, tile, branch, not } => {
                let id = if *not { "expect-takes-not" } else { "expect-takes" };
                let args = [
                    ("contact", self.contact(*contact)),
                    ("tile", self.tile(*tile)),
                    ("branch", self.branch(*tile, *branch)),
                ];
                self.say(id, args)
            }
            Expectation::Raises { contact, trigger, values, not } => {
                let id = match (not, values.is_empty()) {
                    (true, true) => "expect-raises-not",
                    (true, false) => "expect-raises-not-with",
                    (false, true) => "expect-raises",
                    (false, false) => "expect-raises-with",
                };
                let values = values
                    .iter()
                    .map(|(id, text)| format!("{} = {text}", self.attribute(Some(*trigger), *id)));
                let args = [
                    ("contact", self.contact(*contact)),
                    ("trigger", self.trigger(*trigger)),
                    ("values", values.collect::<Vec<_>>().join(", ")),
                ];
                self.say(id, args)
            }
            Expectation::Ends { contact, journey, ending, not } => {
                let args =
                    [("contact", self.contact(*contact)), ("journey", self.journey(*journey))];
                self.say(ending_message(*ending, *not), args)
            }
            Expectation::FlowRuns { flow, times } => say(
                self.lang,
                "expect-flow-runs",
                [("flow", self.flow(*flow).into()), ("times", i64::from(*times).into())],
            ),
            Expectation::GoalMet { journey, target } => {
                let journey = ("journey", Arg::from(self.journey(*journey)));
                match target {
                    Target::Count(count) => {
                        let count = ("count", i64::from(*count).into());
                        say(self.lang, "expect-goal-count", [journey, count])
                    }
                    Target::Share(share) => {
                        let share = ("share", share.to_string().into());
                        say(self.lang, "expect-goal-share", [journey, share])
                    }
                }
            }
        }
    }

    /// What was seen instead.
    pub fn seen(&self, expectation: &Expectation, seen: &Seen) -> String {
        match seen {
            Seen::Gone => self.say("seen-gone", []),
            Seen::Happened => self.say("seen-happened", []),
            Seen::NotEntered => self.say("seen-not-entered", []),
            Seen::Refused(reason) => {
                self.say("seen-refused", [("reason", refusal(self.lang, *reason))])
            }
            Seen::Ended(tile, how) => {
                let id = match how {
                    How::Waiting => "seen-waiting",
                    How::Completed => "seen-completed",
                    How::Exited(_) => "seen-exited",
                };
                self.say(id, [("tile", self.tile(*tile))])
            }
            Seen::Took(branch) => {
                let tile = expectation.tile().unwrap_or(TileId(0));
                self.say("seen-took", [("branch", self.branch(tile, *branch))])
            }
            Seen::NotRaised => self.say("seen-not-raised", []),
            Seen::Values(tile, values) => {
                let trigger = trigger_of(expectation);
                let values = values.iter().map(|(id, value)| {
                    let value = value.as_ref().map(ToString::to_string).unwrap_or_default();
                    format!("{} = {value}", self.attribute(trigger, *id))
                });
                let values = values.collect::<Vec<_>>().join(", ");
                self.say("seen-values", [("tile", self.tile(*tile)), ("values", values)])
            }
            Seen::Missing(tile, missing) => {
                let trigger = trigger_of(expectation);
                let names: Vec<_> = missing.iter().map(|id| self.attribute(trigger, *id)).collect();
                let args = [("tile", self.tile(*tile)), ("attributes", names.join(", "))];
                self.say("seen-missing", args)
            }
            Seen::Goal { met, entered } => {
                self.say("seen-goal", [("met", met.to_string()), ("entered", entered.to_string())])
            }
            Seen::Runs(runs) => {
                let times = i64::try_from(*runs).unwrap_or(i64::MAX);
                say(self.lang, "seen-runs", [("times", times.into())])
            }
        }
    }

    /// The name of a contact of the scenario.
    pub fn contact(&self, id: ContactId) -> String {
        self.named(id, self.scenario.contact(id).map(|contact| &contact.name))
    }

    /// The name of a tile.
    pub fn tile(&self, id: TileId) -> String {
        match self.journey_of(id) {
            Some(journey) => names::tile(self.lang, self.workspace, journey, id),
            None => id.to_string(),
        }
    }

    /// The name of a branch.
    pub fn branch(&self, tile: TileId, slot: Slot) -> String {
        let found = self.journey_of(tile).and_then(|journey| journey.tile(tile));
        match found.filter(|tile| tile.slots().contains(&slot)) {
            Some(tile) => names::branch(self.lang, tile, slot),
            None => slot.to_string(),
        }
    }

    /// The name of a journey.
    pub fn journey(&self, id: JourneyId) -> String {
        self.named(id, self.workspace.journeys.get(&id).map(|journey| &journey.name))
    }

    /// The journey that a tile is in.
    pub fn journey_of(&self, tile: TileId) -> Option<&Journey> {
        let mut journeys = self.workspace.journeys.values().map(AsRef::as_ref);
        journeys.find(|journey| journey.entry.id == tile || journey.tile(tile).is_some())
    }

    fn trigger(&self, id: TriggerId) -> String {
        self.named(id, self.workspace.triggers.get(&id).map(|trigger| &trigger.name))
    }

    fn flow(&self, id: FlowId) -> String {
        self.named(id, self.workspace.flows.get(&id).map(|flow| &flow.name))
    }

    fn attribute(&self, trigger: Option<TriggerId>, id: AttributeId) -> String {
        let found = trigger.and_then(|trigger| self.workspace.attribute_of(trigger, id).ok());
        self.named(id, found.map(|attribute| &attribute.name))
    }

    fn named(&self, id: impl ToString, name: Option<&String>) -> String {
        match name.filter(|name| !name.trim().is_empty()) {
            Some(name) => name.clone(),
            None => id.to_string(),
        }
    }

    fn say<const N: usize>(&self, id: &str, args: [(&str, String); N]) -> String {
        say(self.lang, id, args.map(|(name, text)| (name, Arg::Text(text))))
    }
}

/// Why a contact was refused.
pub fn refusal(lang: Lang, refusal: Refusal) -> String {
    let id = match refusal {
        Refusal::NotLive => "refusal-not-live",
        Refusal::TimeWindow => "refusal-time-window",
        Refusal::Condition => "refusal-condition",
        Refusal::Repeat => "refusal-repeat",
        Refusal::Limit => "refusal-limit",
        Refusal::Excluded => "refusal-excluded",
    };
    say(lang, id, [])
}

fn trigger_of(expectation: &Expectation) -> Option<TriggerId> {
    match expectation {
        Expectation::Raises { trigger, .. } => Some(*trigger),
        _ => None,
    }
}

fn ending_message(ending: Ending, not: bool) -> &'static str {
    match (ending, not) {
        (Ending::Enters, false) => "expect-enters",
        (Ending::Enters, true) => "expect-enters-not",
        (Ending::Refused, false) => "expect-refused",
        (Ending::Refused, true) => "expect-refused-not",
        (Ending::Completes, false) => "expect-completes",
        (Ending::Completes, true) => "expect-completes-not",
        (Ending::Exits, false) => "expect-exits",
        (Ending::Exits, true) => "expect-exits-not",
        (Ending::MeetsGoal, false) => "expect-meets-goal",
        (Ending::MeetsGoal, true) => "expect-meets-goal-not",
    }
}
