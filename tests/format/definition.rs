//! Flows as workflow definitions follow the schema, whatever is in them.

use std::sync::Arc;

use parcours::format::definition::{DefinitionError, write_definition};
use parcours::format::read;
use parcours::model::condition::{Join, Operator};
use parcours::model::flow::{Action, Flow, FlowRow, FlowSource, FlowValue, Part, Step};
use parcours::model::id::{FlowId, StepId};
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../fixtures/workflowdefinition.schema.json");

fn follows_the_schema(text: &str) -> Value {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let definition: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&definition)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    definition
}

/// The flow of the first example, with these steps.
fn with(steps: Vec<Action>) -> (Workspace, FlowId) {
    let text = include_str!("../../examples/post-purchase.json");
    let mut workspace = read(text.as_bytes()).unwrap();
    let id = *workspace.flows.keys().next().unwrap();
    let flow = Arc::make_mut(workspace.flows.get_mut(&id).unwrap());
    let steps = steps.into_iter().zip(900..);
    flow.steps =
        steps.map(|(action, id)| Step { id: StepId(id), name: String::new(), action }).collect();
    (workspace, id)
}

fn action(action: Action) -> Value {
    let (workspace, id) = with(vec![action]);
    let definition = follows_the_schema(&write_definition(&workspace, id).unwrap());
    definition["actions"].as_object().unwrap().values().next().unwrap().clone()
}

fn row(source: FlowSource, operator: Operator, operands: &[&str]) -> Action {
    let operands = operands.iter().map(|&text| text.to_owned()).collect();
    let rows = vec![FlowRow { source: Some(source), operator, operands }];
    Action::Condition { join: Join::All, rows, yes: vec![], no: vec![] }
}

#[test]
fn the_trigger_subscribes_to_the_action_of_the_custom_trigger() {
    let (mut workspace, id) = with(vec![]);
    Arc::make_mut(&mut workspace.settings).catalog = "contoso_catalog".into();
    let definition = follows_the_schema(&write_definition(&workspace, id).unwrap());
    let trigger = workspace.flows[&id].trigger.unwrap();
    assert_eq!(
        definition["triggers"]["When_an_action_is_performed"]["inputs"]["parameters"],
        json!({
            "catalog": "contoso_catalog",
            "category": "Custom",
            "subscriptionRequest/entityname": "none",
            "subscriptionRequest/sdkmessagename": workspace.triggers[&trigger].unique_name,
        })
    );
}

#[test]
fn what_is_picked_alone_keeps_its_type_and_between_texts_is_a_text() {
    let profile = Part::Picked(FlowSource::ProfileId);
    let mixed = [Part::Text("@{Hi} ".into()), profile.clone(), Part::Text("!".into())];
    let fields = vec![
        ("alone".to_owned(), FlowValue::new([profile])),
        ("mixed".to_owned(), FlowValue::new(mixed)),
        ("fixed".to_owned(), FlowValue::fixed("@home")),
    ];
    let record = action(Action::CreateRecord { table: "phonecall".into(), fields });
    let parameters = &record["inputs"]["parameters"];
    assert_eq!(parameters["entityName"], "phonecalls");
    let profile = "triggerOutputs()?['body/InputParameters/msdynmkt_profileid']";
    assert_eq!(parameters["item/alone"], format!("@{profile}"));
    assert_eq!(parameters["item/mixed"], format!("@@{{Hi}} @{{{profile}}}!"));
    assert_eq!(parameters["item/fixed"], "@@home");
}

#[test]
fn variables_have_their_types_and_values() {
    for (ty, text, kind, value) in [
        (Type::Text, "x", "string", json!("x")),
        (Type::Number, "12.50", "float", json!(12.5)),
        (Type::TrueFalse, "true", "boolean", json!(true)),
        (Type::DateTime, "2026-01-01", "string", json!("2026-01-01T00:00:00Z")),
    ] {
        let (variable, written) = ("Who".into(), FlowValue::fixed(text));
        let step = action(Action::InitializeVariable { variable, ty, value: written });
        let expected = json!([{ "name": "Who", "type": kind, "value": value }]);
        assert_eq!(step["inputs"]["variables"], expected);
    }
}

#[test]
fn rows_are_expressions_that_decide_as_ours_do() {
    let of = "triggerOutputs()?['body/InputParameters/msdynmkt_profileid']";
    let folded = format!("@toLower(coalesce({of}, ''))");
    let is = action(row(FlowSource::ProfileId, Operator::Is, &["O'Neil"]));
    assert_eq!(is["expression"], json!({ "and": [{ "equals": [folded, "o'neil"] }] }));
    let one_of = action(row(FlowSource::ProfileId, Operator::IsOneOf, &["a", "b"]));
    let either = json!([{ "equals": [folded, "a"] }, { "equals": [folded, "b"] }]);
    assert_eq!(one_of["expression"], json!({ "and": [{ "or": either }] }));
    let time = "triggerOutputs()?['body/InputParameters/msdynmkt_signaltimestamp']";
    let before = action(row(FlowSource::SignalTime, Operator::Before, &["2026-01-02"]));
    let less = json!([format!("@ticks({time})"), "@ticks('2026-01-02T00:00:00Z')"]);
    assert_eq!(before["expression"], json!({ "and": [{ "and": [{ "less": less }] }] }));
}

#[test]
fn steps_run_one_after_the_other_under_names_of_their_own() {
    let post = || Action::PostMessage {
        team: "t".into(),
        channel: "c".into(),
        message: FlowValue::fixed("x"),
    };
    let (workspace, id) = with(vec![post(), post()]);
    let definition = follows_the_schema(&write_definition(&workspace, id).unwrap());
    let name = "Post_message_in_a_chat_or_channel";
    assert_eq!(definition["actions"][name]["runAfter"], json!({}));
    let second = &definition["actions"][format!("{name}_2")];
    assert_eq!(second["runAfter"], json!({ name: ["Succeeded"] }));
}

#[test]
fn what_is_not_finished_is_refused() {
    let (mut workspace, id) = with(vec![row(FlowSource::ProfileId, Operator::Less, &["1"])]);
    let refused = |workspace: &Workspace| write_definition(workspace, id).unwrap_err();
    assert_eq!(refused(&workspace), DefinitionError::Undecided(StepId(900)));
    let flow: &mut Flow = Arc::make_mut(workspace.flows.get_mut(&id).unwrap());
    flow.trigger = None;
    assert_eq!(refused(&workspace), DefinitionError::NoTrigger);
}

#[test]
fn made_up_flows_follow_the_schema() {
    let mut written = 0;
    for seed in 0..500 {
        let workspace = crate::made::workspace(seed);
        for id in workspace.flows.keys() {
            match write_definition(&workspace, *id) {
                Ok(text) => {
                    follows_the_schema(&text);
                    written += 1;
                }
                Err(error) => assert!(matches!(error, DefinitionError::Undecided(_)), "{error}"),
            }
        }
    }
    assert!(written > 100, "{written}");
}
