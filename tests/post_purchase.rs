//! The Post-purchase example: an existing buyer is handed over to the nurture
//! journey, a new shopper to a sales agent through a flow.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

use parcours::engine::data::Dataset;
use parcours::engine::plan::Plan;
use parcours::engine::run::Window;
use parcours::engine::trace::{Step, What, trace};
use parcours::examples::POST_PURCHASE;
use parcours::model::workspace::Workspace;

/// What a contact's trace tells: triggers that were raised, with the journeys that
/// they started, and flows that ran.
fn chain(workspace: &Workspace, steps: &[Step]) -> Vec<String> {
    let told = steps.iter().filter_map(|step| match &step.what {
        What::Raised { trigger, started, .. } => {
            let journeys = started.iter().map(|found| &workspace.journeys[&found.journey].name);
            let journeys: Vec<&str> = journeys.map(String::as_str).collect();
            Some(format!("{} → {}", workspace.triggers[trigger].name, journeys.join(", ")))
        }
        What::FlowRan { flow, .. } => Some(format!("flow {}", workspace.flows[flow].name)),
        _ => None,
    });
    told.collect()
}

#[test]
fn each_client_goes_the_way_that_the_example_tells() {
    let workspace = parcours::format::read(POST_PURCHASE.json().as_bytes()).unwrap();
    let (data, issues) = Dataset::from_workspace(&workspace);
    assert_eq!(issues, []);
    let plan = Plan::compile(&workspace).unwrap();
    let window = Window::of(&workspace.settings.run).unwrap();
    let told = |name| {
        let contact = data.contact_named(name).unwrap();
        chain(&workspace, &trace(&plan, &data, contact, window).steps)
    };
    let journey = |trigger: &str| {
        let trigger = workspace.trigger_named(trigger).unwrap().id;
        let mut journeys = workspace.journeys.values();
        let started = journeys.find(|journey| journey.entry.trigger() == Some(trigger));
        started.map(|journey| journey.name.clone()).unwrap()
    };
    let nurture = journey("Add to nurture journey");
    assert_eq!(told("Client 1"), [format!("Add to nurture journey → {nurture}")]);
    let flow = &workspace.flows.values().next().unwrap().name;
    assert_eq!(told("Client 2"), ["Send to sales agent → ".to_owned(), format!("flow {flow}")]);
}
