//! The examples that come with Parcours.

use parcours::check::{Code, Severity, check};
use parcours::examples::{CDNOW, EXAMPLES, POST_PURCHASE};
use parcours::format::{read, write};
use parcours::model::journey::JourneyState;
use parcours::model::trigger::TriggerState;
use parcours::model::workspace::{Behaviour, ContactSource};

#[test]
fn examples_are_in_the_canonical_form() {
    for example in EXAMPLES {
        let workspace = read(example.json().as_bytes()).unwrap();
        assert_eq!(write(&workspace), example.json(), "{}", example.id);
    }
}

#[test]
fn examples_are_ready_to_run() {
    for example in EXAMPLES {
        let workspace = read(example.json().as_bytes()).unwrap();
        let journeys = workspace.journeys.values();
        assert!(journeys.into_iter().all(|journey| journey.state == JourneyState::Live));
        let mut triggers = workspace.triggers.values();
        assert!(triggers.all(|trigger| trigger.state == TriggerState::Ready));
        let environment = &workspace.settings.environment;
        assert!(workspace.flows.values().all(|flow| flow.on && flow.environment == *environment));
    }
    let post_purchase = read(POST_PURCHASE.json().as_bytes()).unwrap();
    assert_eq!((post_purchase.contacts.len(), post_purchase.events.len()), (2, 2));
    let run = read(CDNOW.json().as_bytes()).unwrap().settings.run.clone();
    assert_eq!((run.contacts, run.behaviour), (ContactSource::File, Behaviour::File));
}

/// Not every customer of the music shop left a phone number: that is what rule M4
/// shows there.
#[test]
fn the_only_doubt_in_the_examples_is_the_phone_that_may_be_empty() {
    let codes = EXAMPLES.map(|example| {
        let found = check(&read(example.json().as_bytes()).unwrap());
        let doubts = found.iter().filter(|problem| problem.code.severity() != Severity::Info);
        doubts.map(|problem| problem.code).collect::<Vec<_>>()
    });
    assert_eq!(codes, [vec![], vec![Code::MayBeEmpty]]);
}
