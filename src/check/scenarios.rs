//! Test scenarios: names, what takes part, and whether what is expected is there.
//!
//! Deliberately not here: whether expectations are met; that is what a run says.

use crate::check::code::Code;
use crate::check::fix::Fix;
use crate::check::journey::period;
use crate::check::names;
use crate::check::problem::{Arg, Problem};
use crate::check::records::{Checked, contact_values, event_parts, is_invalid};
use crate::check::site::{Spot, Subject};
use crate::model::scenario::{Expectation, Scenario};
use crate::model::zone::TimeZone;

/// Checks a test scenario but for its own name.
pub(super) fn check(checked: Checked, scenario: &Scenario, found: &mut Vec<Problem>) {
    let workspace = checked.workspace;
    names::people(scenario, found);
    let subject = Subject::Scenario(scenario.id);
    period(subject, &scenario.start, &scenario.end, &TimeZone::UTC, found);
    let unknown = scenario.journeys.iter().filter(|id| !workspace.journeys.contains_key(id));
    for id in unknown {
        let problem = Problem::new(Code::UnknownTestJourney, subject.at(Spot::Reacting));
        found.push(problem.text("id", id.to_string()).fix(Fix::ForgetJourney(scenario.id, *id)));
    }
    for contact in &scenario.contacts {
        let site = subject.at(Spot::Person(contact.id));
        contact_values(workspace, contact, &|_| site, found);
    }
    for event in &scenario.events {
        let site = subject.at(Spot::Doing(event.id));
        let known = scenario.contact(event.contact).is_some();
        event_parts(checked, event, known, &|_| site, found);
    }
    if scenario.expectations.is_empty() {
        found.push(Problem::new(Code::NothingExpected, subject.at(Spot::Whole)));
    }
    for (place, expectation) in scenario.expectations.iter().enumerate() {
        let site = subject.at(Spot::Expectation(place));
        if let Some(id) = gone(checked, scenario, expectation) {
            let problem = Problem::new(Code::ExpectationGone, site).text("id", id);
            found.push(problem.fix(Fix::DropExpectation(scenario.id, place)));
        } else if let Expectation::Raises { trigger, values, .. } = expectation {
            for (&id, text) in values {
                let Ok(attribute) = workspace.attribute_of(*trigger, id) else { continue };
                if is_invalid(text, &attribute.ty) {
                    let problem = Problem::new(Code::InvalidExpectedValue, site)
                        .text("attribute", &attribute.name)
                        .text("value", text)
                        .arg("type", Arg::of_type(workspace, &attribute.ty));
                    found.push(problem);
                }
            }
        }
    }
}

/// What an expectation is about that is not there any more, by its id.
fn gone(checked: Checked, scenario: &Scenario, expectation: &Expectation) -> Option<String> {
    let Checked { workspace, index } = checked;
    let no_contact = expectation.contact().filter(|id| scenario.contact(*id).is_none());
    if let Some(contact) = no_contact {
        return Some(contact.to_string());
    }
    match expectation {
        Expectation::Reaches { tile, .. } => {
            index.journey_of(*tile).is_none().then(|| tile.to_string())
        }
        Expectation::Takes { tile, branch, .. } => {
            let journey = index.journey_of(*tile).and_then(|id| workspace.journeys.get(&id));
            match journey.and_then(|journey| journey.tile(*tile)) {
                None => Some(tile.to_string()),
                Some(known) if !known.slots().contains(branch) => Some(branch.to_string()),
                Some(_) => None,
            }
        }
        Expectation::Raises { trigger, values, .. } => {
            if !workspace.triggers.contains_key(trigger) {
                return Some(trigger.to_string());
            }
            let mut ids = values.keys();
            ids.find(|id| workspace.attribute_of(*trigger, **id).is_err()).map(ToString::to_string)
        }
        Expectation::Ends { journey, .. } => {
            (!workspace.journeys.contains_key(journey)).then(|| journey.to_string())
        }
        Expectation::FlowRuns { flow, .. } => {
            (!workspace.flows.contains_key(flow)).then(|| flow.to_string())
        }
        Expectation::GoalMet { journey, .. } => {
            let goal = workspace.journeys.get(journey).and_then(|known| known.goal.as_ref());
            goal.is_none().then(|| journey.to_string())
        }
    }
}
