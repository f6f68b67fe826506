//! Makes a test scenario of what a run saw of one contact: the contact, what it
//! did, and what became of it.

use crate::engine::data::Dataset;
use crate::engine::plan::Plan;
use crate::engine::report::Report;
use crate::engine::run::{Window, simulate};
use crate::engine::trace::{What, trace};
use crate::model::audience::{Contact, Event, Happening};
use crate::model::collect;
use crate::model::id::{ContactId, EventId, ScenarioId};
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::time::Instant;
use crate::model::workspace::Workspace;

/// The scenario of a contact in a run of `workspace`. Its own ids and those of its
/// parts count from 0: whoever adds it to a workspace gives new ones.
pub fn keep(
    workspace: &Workspace,
    plan: &Plan,
    data: &Dataset,
    contact: u32,
    window: Window,
) -> Scenario {
    let run = &workspace.settings.run;
    let name = data.name(contact).into_owned();
    let mut scenario = Scenario::new(ScenarioId(0), name.clone());
    (scenario.start, scenario.end) = (run.start.clone(), run.end.clone());
    scenario.seed = run.seed;
    if !run.as_published.is_empty() {
        let reacting = workspace.journeys.values().filter(|journey| workspace.reacts(journey));
        scenario.journeys = collect::set(reacting.map(|journey| journey.id));
    }
    let values = workspace.fields.keys().filter_map(|&field| {
        let value = data.value(contact, field)?;
        Some((field, value.to_string()))
    });
    scenario.contacts.push(Contact { id: ContactId(0), name, values: collect::map(values) });
    let mut report = Report::default();
    simulate(plan, data, contact..contact + 1, window, &mut report);
    endings(&report, &mut scenario.expectations);
    for step in trace(plan, data, contact, window).steps {
        match step.what {
            What::Received { trigger, values, binding, .. } => {
                let values = values.into_iter().filter_map(|(attribute, value)| {
                    value.map(|value| (attribute, value.to_string()))
                });
                let values = collect::map(values);
                let binding = binding.map(|value| value.to_string()).unwrap_or_default();
                happened(&mut scenario, Happening::Trigger { trigger, values, binding }, step.at);
            }
            What::Interacted { message, kind } => {
                happened(&mut scenario, Happening::Interaction { message, kind }, step.at);
            }
            What::Raised { trigger, values, .. } => {
                let values = values.into_iter().filter_map(|mapped| {
                    mapped.value.map(|value| (mapped.attribute, value.to_string()))
                });
                scenario.expectations.push(Expectation::Raises {
                    contact: ContactId(0),
                    trigger,
                    values: collect::map(values),
                    not: false,
                });
            }
            _ => {}
        }
    }
    scenario.expectations.extend(report.flows.iter().filter(|(_, runs)| **runs > 0).map(
        |(&flow, &runs)| Expectation::FlowRuns {
            flow,
            times: u32::try_from(runs).unwrap_or(u32::MAX),
        },
    ));
    scenario
}

/// Adds something that the contact did.
fn happened(scenario: &mut Scenario, what: Happening, at: Instant) {
    let id = EventId(u32::try_from(scenario.events.len()).unwrap_or(u32::MAX));
    scenario.events.push(Event { id, contact: ContactId(0), what, at: at.to_string() });
}

/// How it went in each journey, and which branches were taken.
fn endings(report: &Report, expectations: &mut Vec<Expectation>) {
    let contact = ContactId(0);
    for (&journey, counts) in &report.journeys {
        let ends = |ending| Expectation::Ends { contact, journey, ending, not: false };
        if counts.completed > 0 {
            expectations.push(ends(Ending::Completes));
        }
        if counts.exited.values().any(|count| *count > 0) {
            expectations.push(ends(Ending::Exits));
        }
        if counts.inside > 0 {
            expectations.push(ends(Ending::Enters));
        }
        if counts.goal_met > 0 {
            expectations.push(ends(Ending::MeetsGoal));
        }
        if counts.entered == 0 && counts.refused.values().any(|count| *count > 0) {
            expectations.push(ends(Ending::Refused));
        }
    }
    for (&tile, counts) in &report.tiles {
        let taken = counts.branches.iter().filter(|(_, count)| **count > 0);
        let takes = |(&branch, _)| Expectation::Takes { contact, tile, branch, not: false };
        expectations.extend(taken.map(takes));
    }
}
