//! Activations as CloudEvents: out of a run, and back as recorded events.

use std::sync::Arc;

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::plan::Plan;
use parcours::engine::run::Window;
use parcours::engine::trace::{Trace, trace};
use parcours::format::cloud_events::{
    CloudCause, CloudError, batch, cloud_events_of, read_cloud_events,
};
use parcours::format::{Position, read};
use parcours::model::change::Tx;
use parcours::model::workspace::{Behaviour, ContactSource, Workspace};
use serde_json::{Value, json};

/// The ways of all contacts that the workspace holds.
fn traces(workspace: &Workspace) -> Vec<Trace> {
    let plan = Plan::compile(workspace).unwrap();
    let mut builder = DatasetBuilder::new(workspace);
    builder.add_contacts_of(workspace);
    builder.add_events_of(workspace);
    let data = builder.finish();
    let window = Window::of(&workspace.settings.run).unwrap();
    (0..data.contacts()).map(|contact| trace(&plan, &data, contact, window)).collect()
}

fn written(workspace: &Workspace, traces: &[Trace]) -> String {
    let lines: Vec<String> =
        traces.iter().flat_map(|trace| cloud_events_of(workspace, trace)).collect();
    batch(lines.iter().map(String::as_str))
}

fn example() -> Workspace {
    read(include_bytes!("../../examples/post-purchase.json")).unwrap()
}

#[test]
fn an_activation_has_the_attributes_of_the_specification() {
    let workspace = example();
    let text = written(&workspace, &traces(&workspace));
    let events: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(events.len() > 2);
    let mut ids = std::collections::BTreeSet::new();
    for event in &events {
        assert_eq!(event["specversion"], "1.0");
        assert_eq!(event["source"], workspace.settings.environment_url);
        assert!(event["type"].as_str().unwrap().starts_with("msdynmkt_"));
        assert!(event["time"].as_str().unwrap().ends_with('Z'));
        assert!(event["data"].is_object());
        assert!(ids.insert(event["id"].to_string()), "an id comes once");
        for name in event.as_object().unwrap().keys() {
            assert!(name.bytes().all(|letter| letter.is_ascii_lowercase()), "{name}");
        }
    }
    assert!(events.iter().any(|event| event.get("raisedby").is_some()));
}

#[test]
fn a18_what_comes_from_outside_is_the_same_when_it_is_read_again() {
    let mut runs = 0;
    for seed in 0..400 {
        let mut workspace = crate::made::workspace(seed);
        let run = &mut Arc::make_mut(&mut workspace.settings).run;
        // What models make, and what is done with messages, is no recorded activation.
        run.models = false;
        (run.contacts, run.behaviour) = (ContactSource::Workspace, Behaviour::Workspace);
        workspace.events.retain(|_, event| event.trigger().is_some());
        if Plan::compile(&workspace).is_err() {
            continue;
        }
        let before = traces(&workspace);
        let text = written(&workspace, &before);
        let reading = read_cloud_events(&text, &workspace).unwrap();
        assert_eq!(reading.issues, [], "{text}");
        let mut again = workspace.clone();
        again.events.clear();
        let mut tx = Tx::new(&mut again);
        assert_eq!(reading.put(&mut tx), (reading.events.len(), 0));
        tx.finish();
        assert_eq!(traces(&again), before, "seed {seed}");
        runs += usize::from(!reading.events.is_empty());
    }
    assert!(runs > 100, "{runs}");
}

#[test]
fn an_event_that_does_not_fit_is_named_by_its_place() {
    let workspace = example();
    let trigger = workspace.triggers.values().next().unwrap();
    let good = json!({
        "specversion": "1.0",
        "id": "1",
        "source": "/shop",
        "type": trigger.unique_name,
        "subject": "Client 1",
        "time": "2026-01-05T09:00:00Z",
    });
    let with = |name: &str, value: Value| {
        let mut event = good.clone();
        event[name] = value;
        event
    };
    let events = json!([
        good,
        "x",
        with("specversion", json!("0.3")),
        with("type", json!("msdynmkt_other")),
        with("subject", json!("")),
        with("time", json!("2026-01-05")),
        with("data", json!([])),
        with("data", json!({ "msdynmkt_other": 1 })),
        with("raisedby", json!("n1")),
    ]);
    let reading = read_cloud_events(&events.to_string(), &workspace).unwrap();
    assert_eq!((reading.events.len(), reading.raised), (1, 1));
    let found: Vec<_> = reading.issues.into_iter().map(|issue| (issue.path, issue.cause)).collect();
    let expected = [
        ("[1]", CloudCause::NotAnObject),
        ("[2].specversion", CloudCause::Version("0.3".into())),
        ("[3].type", CloudCause::Trigger("msdynmkt_other".into())),
        ("[4].subject", CloudCause::NoText),
        ("[5].time", CloudCause::Time("2026-01-05".into())),
        ("[6].data", CloudCause::NotAnObject),
        ("[7].data.msdynmkt_other", CloudCause::Attribute),
    ];
    assert_eq!(found, expected.map(|(path, cause)| (path.to_owned(), cause)));
}

#[test]
fn what_is_no_batch_is_refused() {
    let workspace = example();
    let refused = |text: &str| read_cloud_events(text, &workspace).unwrap_err();
    assert_eq!(refused("1"), CloudError::NotABatch);
    let CloudError::NotJson { at, cause } = refused("[\n{") else { panic!("read as JSON") };
    assert_eq!(at, Position { line: 2, column: 1 });
    assert!(!cause.contains("line"), "the place is told once: {cause}");
    assert_eq!(read_cloud_events("[]", &workspace).unwrap(), Default::default());
}
