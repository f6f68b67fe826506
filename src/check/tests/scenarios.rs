//! What is found in test scenarios.

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::{Code, check};
use crate::model::audience::{Contact, Event, Happening};
use crate::model::id::{
    AttributeId, ContactId, EventId, FieldId, FlowId, JourneyId, ScenarioId, TileId, TriggerId,
};
use crate::model::journey::Target;
use crate::model::scenario::{Ending, Expectation, Scenario};
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;

const TEST: ScenarioId = ScenarioId(300);
const ANNA: ContactId = ContactId(301);
const NOWHERE: TriggerId = TriggerId(999);

pub const CASES: &[(Code, Change)] = &[
    (Code::EmptyScenarioName, |w| scenario(w).name = " ".into()),
    (Code::DuplicateScenarioName, |w| {
        let twin = Scenario { id: ScenarioId(310), ..scenario(w).clone() };
        w.scenarios.insert(twin.id, Arc::new(twin));
    }),
    (Code::UntrimmedName, |w| scenario(w).name = "Test ".into()),
    (Code::EmptyContactName, |w| scenario(w).contacts[0].name.clear()),
    (Code::DuplicateContactName, |w| {
        let twin = Contact { id: ContactId(311), ..scenario(w).contacts[0].clone() };
        scenario(w).contacts.push(twin);
    }),
    (Code::InvalidTimeRange, |w| {
        let scenario = scenario(w);
        (scenario.start, scenario.end) = ("2026-02-01".into(), "2026-01-01".into());
    }),
    (Code::UnknownTestJourney, |w| _ = scenario(w).journeys.insert(JourneyId(999))),
    (Code::UnknownField, |w| drop(person(w).values.insert(FieldId(999), "x".into()))),
    (Code::InvalidContactValue, |w| drop(person(w).values.insert(PHONE, "much".into()))),
    (Code::UnknownContact, |w| event(w).contact = ContactId(999)),
    (Code::InvalidEventTime, |w| event(w).at = "soon".into()),
    (Code::InvalidEventValue, |w| {
        event(w).values_mut().unwrap().insert(AMOUNT, "much".into());
    }),
    (Code::NothingExpected, |w| scenario(w).expectations.clear()),
    (Code::ExpectationGone, |w| {
        expect(w, Expectation::Reaches { contact: ANNA, tile: TileId(999), not: false });
    }),
    (Code::ExpectationGone, |w| {
        let (contact, tile) = (ContactId(999), ENTRY);
        expect(w, Expectation::Reaches { contact, tile, not: false });
    }),
    (Code::ExpectationGone, |w| {
        let (tile, branch) = (IF, Slot::Other);
        expect(w, Expectation::Takes { contact: ANNA, tile, branch, not: true });
    }),
    (Code::ExpectationGone, |w| {
        let values = SortedMap::new();
        expect(w, Expectation::Raises { contact: ANNA, trigger: NOWHERE, values, not: false });
    }),
    (Code::ExpectationGone, |w| {
        let values = SortedMap::from([(AttributeId(999), "1".to_owned())]);
        expect(w, Expectation::Raises { contact: ANNA, trigger: ORDER, values, not: false });
    }),
    (Code::ExpectationGone, |w| {
        let (journey, ending) = (JourneyId(999), Ending::Enters);
        expect(w, Expectation::Ends { contact: ANNA, journey, ending, not: false });
    }),
    (Code::ExpectationGone, |w| expect(w, Expectation::FlowRuns { flow: FlowId(999), times: 1 })),
    (Code::ExpectationGone, |w| {
        // Its goal is taken away.
        edit(w, MAIN).goal = None;
        expect(w, Expectation::GoalMet { journey: MAIN, target: Target::Count(1) });
    }),
    (Code::InvalidExpectedValue, |w| {
        let values = SortedMap::from([(AMOUNT, "much".to_owned())]);
        expect(w, Expectation::Raises { contact: ANNA, trigger: ORDER, values, not: false });
    }),
];

/// Changes that come near a finding and are none.
const NEAR: &[Change] = &[
    |w| _ = scenario(w),
    |w| {
        // Whoever writes a test says what matters for it.
        edit_field(w, NAME).required = true;
        edit_contact(w).values.insert(NAME, "Anna".into());
        person(w).values.clear();
    },
    |w| _ = scenario(w).journeys.insert(NURTURE),
    |w| {
        let values = SortedMap::from([(AMOUNT, "12".to_owned())]);
        expect(w, Expectation::Raises { contact: ANNA, trigger: ORDER, values, not: true });
    },
    |w| {
        let (tile, branch) = (IF, Slot::Yes);
        expect(w, Expectation::Takes { contact: ANNA, tile, branch, not: false });
    },
];

#[test]
fn a_test_that_is_whole_has_no_findings() {
    for change in NEAR {
        let mut workspace = sound();
        change(&mut workspace);
        let found = check(&workspace);
        let about_it = found
            .iter()
            .filter(|problem| matches!(problem.site.subject, crate::check::Subject::Scenario(_)));
        assert_eq!(about_it.count(), 0, "{found:?}");
    }
}

#[test]
fn what_is_found_in_a_test_keeps_no_run_from_going_on() {
    for (code, change) in CASES {
        let mut workspace = sound();
        change(&mut workspace);
        let found = check(&workspace);
        let problem = found.iter().find(|problem| problem.code == *code).unwrap();
        assert!(!problem.blocks_run(&workspace), "{code:?}");
    }
}

/// A test of the workspace that has nothing wrong in it.
fn scenario(workspace: &mut Workspace) -> &mut Scenario {
    let scenario = workspace.scenarios.entry(TEST).or_insert_with(|| {
        let mut scenario = Scenario::new(TEST, "Test".into());
        let values = SortedMap::new();
        scenario.contacts.push(Contact { id: ANNA, name: "Anna".into(), values });
        let (values, binding) = (SortedMap::new(), String::new());
        let what = Happening::Trigger { trigger: ORDER, values, binding };
        let (id, at) = (EventId(302), "2026-01-05".into());
        scenario.events.push(Event { id, contact: ANNA, at, what });
        let tile = ENTRY;
        scenario.expectations.push(Expectation::Reaches { contact: ANNA, tile, not: false });
        Arc::new(scenario)
    });
    Arc::make_mut(scenario)
}

fn person(workspace: &mut Workspace) -> &mut Contact {
    &mut scenario(workspace).contacts[0]
}

fn event(workspace: &mut Workspace) -> &mut Event {
    &mut scenario(workspace).events[0]
}

fn expect(workspace: &mut Workspace, expectation: Expectation) {
    scenario(workspace).expectations.push(expectation);
}
