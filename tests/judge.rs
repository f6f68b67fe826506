//! Test scenarios: what is met, what is seen instead, what is covered, and what a
//! scenario made of a run expects.

#![allow(clippy::unwrap_used, missing_docs, reason = "a failed test says where")]

use parcours::engine::data::Dataset;
use parcours::engine::judge::{Coverage, How, Part, Seen, judge};
use parcours::engine::keep::keep;
use parcours::engine::plan::Plan;
use parcours::engine::report::Refusal;
use parcours::engine::run::Window;
use parcours::examples::POST_PURCHASE;
use parcours::format::scenario::{
    Judged, read_scenario, read_verdicts, write_scenario, write_verdicts,
};
use parcours::model::id::{
    AttributeId, BranchId, ContactId, EventId, FlowId, JourneyId, ScenarioId, TileId, TriggerId,
};
use parcours::model::journey::Target;
use parcours::model::scenario::{Ending, Expectation, Scenario};
use parcours::model::sorted::{SortedMap, SortedSet};
use parcours::model::tree::Slot;
use parcours::model::value::Value;
use parcours::model::workspace::Workspace;

const CLIENT_1: ContactId = ContactId(38);
const CLIENT_2: ContactId = ContactId(41);

fn example() -> Workspace {
    parcours::format::read(POST_PURCHASE.json().as_bytes()).unwrap()
}

/// One of the two scenarios of the example, expecting that instead.
fn expecting(scenario: u32, expectation: Expectation) -> Scenario {
    let scenario = &example().scenarios[&ScenarioId(scenario)];
    Scenario { expectations: vec![expectation], ..scenario.as_ref().clone() }
}

fn seen(scenario: u32, expectation: Expectation) -> Option<Seen> {
    let scenario = expecting(scenario, expectation);
    judge(&example(), &scenario).unwrap().seen.into_iter().next().unwrap()
}

fn reaches(contact: ContactId, tile: u32, not: bool) -> Expectation {
    Expectation::Reaches { contact, tile: TileId(tile), not }
}

fn takes(contact: ContactId, tile: u32, branch: Slot) -> Expectation {
    Expectation::Takes { contact, tile: TileId(tile), branch, not: false }
}

fn ends(contact: ContactId, journey: u32, ending: Ending, not: bool) -> Expectation {
    Expectation::Ends { contact, journey: JourneyId(journey), ending, not }
}

fn raises(trigger: u32, values: &[(u32, &str)], not: bool) -> Expectation {
    let values = values.iter().map(|(id, text)| (AttributeId(*id), (*text).to_owned()));
    let trigger = TriggerId(trigger);
    Expectation::Raises { contact: CLIENT_2, trigger, values: values.collect(), not }
}

#[test]
fn the_scenarios_of_the_example_pass() {
    let workspace = example();
    assert_eq!(workspace.scenarios.len(), 2);
    for scenario in workspace.scenarios.values() {
        let verdict = judge(&workspace, scenario).unwrap();
        assert!(verdict.seen.iter().all(Option::is_none), "{}: {verdict:?}", scenario.name);
    }
}

#[test]
fn a_tile_that_is_not_reached_is_answered_with_the_end_of_the_way() {
    assert_eq!(seen(40, reaches(CLIENT_2, 20, false)), None);
    let elsewhere = Seen::Ended(TileId(20), How::Completed);
    assert_eq!(seen(40, reaches(CLIENT_2, 21, false)), Some(elsewhere));
    assert_eq!(seen(40, reaches(CLIENT_2, 24, false)), Some(Seen::NotEntered));
    assert_eq!(seen(40, reaches(CLIENT_2, 20, true)), Some(Seen::Happened));
    assert_eq!(seen(40, reaches(CLIENT_2, 21, true)), None);
}

#[test]
fn a_branch_that_is_not_taken_is_answered_with_the_one_that_is() {
    let yes = Slot::Branch(BranchId(19));
    assert_eq!(seen(37, takes(CLIENT_1, 18, Slot::Other)), None);
    assert_eq!(seen(37, takes(CLIENT_1, 18, yes)), Some(Seen::Took(Slot::Other)));
    assert_eq!(seen(37, takes(CLIENT_1, 18, Slot::Yes)), Some(Seen::Gone), "no such branch");
}

#[test]
fn a_trigger_is_expected_with_values_of_its_types() {
    assert_eq!(seen(40, raises(8, &[(11, "119.00")], false)), None, "numbers compare by value");
    let differing = |id, value| Some(Seen::Values(TileId(20), vec![(AttributeId(id), value)]));
    let product = Some(Value::Text("Rain jacket".into()));
    assert_eq!(
        seen(40, raises(8, &[(12, "Umbrella"), (11, "119")], false)),
        differing(12, product)
    );
    assert_eq!(seen(40, raises(13, &[], false)), Some(Seen::NotRaised));
    assert_eq!(seen(40, raises(8, &[], true)), Some(Seen::Happened));
    assert_eq!(seen(40, raises(8, &[(11, "1")], true)), None);
}

#[test]
fn m4_a_trigger_that_could_not_be_raised_is_answered_with_what_is_missing() {
    let mut scenario = expecting(40, raises(8, &[], false));
    scenario.events[0].values_mut().unwrap().remove(&AttributeId(7));
    let verdict = judge(&example(), &scenario).unwrap();
    assert_eq!(verdict.seen, [Some(Seen::Missing(TileId(20), vec![AttributeId(12)]))]);
}

#[test]
fn an_ending_is_answered_with_how_it_went() {
    assert_eq!(seen(40, ends(CLIENT_2, 16, Ending::Completes, false)), None);
    let completed = Some(Seen::Ended(TileId(20), How::Completed));
    assert_eq!(seen(40, ends(CLIENT_2, 16, Ending::Exits, false)), completed);
    assert_eq!(seen(40, ends(CLIENT_2, 22, Ending::Enters, false)), Some(Seen::NotEntered));
    assert_eq!(seen(40, ends(CLIENT_2, 16, Ending::Enters, true)), Some(Seen::Happened));
    let mut early = expecting(37, ends(CLIENT_1, 22, Ending::Completes, false));
    early.end = "2026-03-04".into();
    let waiting = Some(Seen::Ended(TileId(26), How::Waiting));
    assert_eq!(judge(&example(), &early).unwrap().seen, [waiting]);
}

#[test]
fn a8_the_journeys_that_react_are_the_scenarios_own() {
    let mut alone = expecting(37, ends(CLIENT_1, 22, Ending::Enters, false));
    alone.journeys = SortedSet::from([JourneyId(16)]);
    let verdict = judge(&example(), &alone).unwrap();
    assert_eq!(verdict.seen, [Some(Seen::Refused(Refusal::NotLive))]);
}

#[test]
fn flows_and_goals_are_counted_over_all_contacts() {
    let runs = |times| Expectation::FlowRuns { flow: FlowId(30), times };
    assert_eq!(seen(40, runs(1)), None);
    assert_eq!(seen(40, runs(2)), Some(Seen::Runs(1)));
    let met = |target| Expectation::GoalMet { journey: JourneyId(22), target };
    assert_eq!(seen(37, met(Target::Count(0))), None);
    assert_eq!(seen(37, met(Target::Count(1))), Some(Seen::Goal { met: 0, entered: 1 }));
    let share = met(Target::Share("20".parse().unwrap()));
    assert_eq!(seen(37, share.clone()), Some(Seen::Goal { met: 0, entered: 1 }));
    let mut again = expecting(37, share);
    let mut event = again.events[0].clone();
    (event.id.0, event.at) = (1000, "2026-03-10".into());
    again.events.push(event);
    assert_eq!(judge(&example(), &again).unwrap().seen, [None]);
}

#[test]
fn what_is_gone_is_not_met() {
    let gone = [
        reaches(ContactId(1), 20, true),
        reaches(CLIENT_2, 99, true),
        ends(CLIENT_2, 99, Ending::Refused, true),
        raises(99, &[], true),
        Expectation::FlowRuns { flow: FlowId(99), times: 0 },
        Expectation::GoalMet { journey: JourneyId(16), target: Target::Count(0) },
    ];
    for expectation in gone {
        assert_eq!(seen(40, expectation.clone()), Some(Seen::Gone), "{expectation:?}");
    }
}

#[test]
fn a_scenario_that_cannot_be_read_is_broken() {
    let part = |edit: fn(&mut Scenario)| {
        let mut scenario = expecting(40, reaches(CLIENT_2, 20, false));
        edit(&mut scenario);
        judge(&example(), &scenario).unwrap_err().part
    };
    assert_eq!(part(|scenario| scenario.start = "soon".into()), Part::Start);
    assert_eq!(part(|scenario| scenario.end = "soon".into()), Part::End);
    let event = example().scenarios[&ScenarioId(40)].events[0].id;
    assert_eq!(part(|scenario| scenario.events[0].at = "soon".into()), Part::EventTime(event));
    let unread = |scenario: &mut Scenario| {
        scenario.contacts[0].values.values_mut().for_each(|text| *text = "?".into());
    };
    let is_value = |part| matches!(part, Part::ContactValue(CLIENT_2, _));
    assert!(is_value(part(unread)));
}

#[test]
fn verdicts_and_kept_scenarios_read_back_from_their_files() {
    let workspace = example();
    let judged: Vec<Judged> = workspace
        .scenarios
        .values()
        .flat_map(|scenario| {
            let mut failing = scenario.as_ref().clone();
            failing.expectations.push(reaches(failing.contacts[0].id, 29, false));
            failing.expectations.push(Expectation::FlowRuns { flow: FlowId(30), times: 7 });
            let mut broken = failing.clone();
            broken.start = "soon".into();
            [scenario.as_ref().clone(), failing, broken]
        })
        .map(|scenario| Judged { scenario: scenario.id, result: judge(&workspace, &scenario) })
        .collect();
    assert_eq!(read_verdicts(&write_verdicts(&judged)).unwrap(), judged);
    for scenario in workspace.scenarios.values() {
        assert_eq!(read_scenario(&write_scenario(scenario)).as_ref(), Some(scenario.as_ref()));
        // What is kept of a trace gets its ids from the workspace that keeps it.
        let mut kept = scenario.as_ref().clone();
        kept.id = ScenarioId(0);
        kept.events.iter_mut().for_each(|event| event.id = EventId(0));
        assert_eq!(read_scenario(&write_scenario(&kept)), Some(kept));
    }
    assert_eq!(read_scenario("{}"), None);
}

#[test]
fn coverage_is_what_any_scenario_came_by() {
    let workspace = example();
    let whole = Coverage::whole(&workspace);
    let mut covered = Coverage::default();
    for scenario in workspace.scenarios.values() {
        covered.merge(&judge(&workspace, scenario).unwrap().coverage);
    }
    let tiles: Vec<_> = whole.tiles.difference(&covered.tiles).map(|tile| tile.0).collect();
    assert_eq!(tiles, [28, 29]);
    let branches: Vec<_> = whole.branches.difference(&covered.branches).copied().collect();
    assert_eq!(branches, [(TileId(24), Slot::Other), (TileId(27), Slot::Yes)]);
    assert_eq!(covered.clone().within(&whole), covered);
}

#[test]
fn what_is_kept_of_a_run_passes_and_expects_something() {
    let mut workspace = example();
    workspace.scenarios = SortedMap::new();
    let plan = Plan::compile(&workspace).unwrap();
    let (data, _) = Dataset::from_workspace(&workspace);
    for contact in 0..data.contacts() {
        let kept = keep(&workspace, &plan, &data, contact, Window::default());
        assert_eq!(kept.name, data.name(contact));
        assert!(kept.expectations.len() >= 3, "{kept:?}");
        let verdict = judge(&workspace, &kept).unwrap();
        assert!(verdict.seen.iter().all(Option::is_none), "{verdict:?}");
    }
}
