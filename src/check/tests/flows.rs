//! Flows: what is found in their steps, and what only comes near.

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::{Code, Wanted, check, offer_in_flow};
use crate::model::condition::{Join, Operator};
use crate::model::flow::{Action, FlowRow, FlowSource, FlowValue, Method, Part, Step};
use crate::model::id::{ColumnId, StepId, TableId};
use crate::model::table::{Column, Table};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

const PHONE_NUMBER: FlowSource = FlowSource::Attribute(NUMBER);
/// The variable of the fixture, a Number.
const VARIABLE: FlowSource = FlowSource::Variable(StepId(51));

pub const FOUND: &[(Code, Change)] = &[
    (Code::NoCatalogName, |w| Arc::make_mut(&mut w.settings).catalog = " ".into()),
    (Code::NoFlowSteps, |w| edit_flow(w).steps.clear()),
    (Code::NoVariableName, |w| add(w, variable(" ", Type::Text, fixed("x")))),
    (Code::DuplicateVariableName, |w| add(w, variable("PHONE", Type::Text, fixed("x")))),
    (Code::NestedVariable, |w| {
        add(w, branch(vec![number_row()], vec![step(53, variable("b", Type::Text, fixed("x")))]));
    }),
    (Code::UnknownVariable, |w| {
        edit_flow(w).steps.insert(0, step(52, post(VARIABLE.into())));
    }),
    (Code::UnknownVariable, |w| {
        edit_flow(w).steps[0].action = post(FlowSource::Variable(StepId(999)).into());
    }),
    (Code::WrongTypeInFlow, |w| add(w, variable("b", Type::Text, PHONE_NUMBER.into()))),
    (Code::WrongTypeInFlow, |w| {
        let mixed = [Part::Text("a".into()), Part::Picked(VARIABLE)];
        add(w, variable("b", Type::Text, FlowValue::new(mixed)));
    }),
    (Code::WrongTypeInFlow, |w| {
        add_table(w);
        add(w, record("CALLS", vec![("When", PHONE_NUMBER.into())]));
    }),
    (Code::InvalidFlowValue, |w| add(w, variable("b", Type::Number, fixed("many")))),
    (Code::MixedFlowValue, |w| {
        let mixed = [Part::Text("1".into()), Part::Picked(PHONE_NUMBER)];
        add(w, variable("b", Type::Number, FlowValue::new(mixed)));
    }),
    (Code::NoRecordTable, |w| add(w, record("", vec![]))),
    (Code::NoRecordColumn, |w| add(w, record("task", vec![(" ", fixed("x"))]))),
    (Code::NoTeamsChannel, |w| {
        let (team, channel, message) = ("Sales".into(), String::new(), fixed("x"));
        add(w, Action::PostMessage { team, channel, message });
    }),
    (Code::EmptyTeamsMessage, |w| add(w, post(fixed(" ")))),
    (Code::NoRequestAddress, |w| add(w, request(fixed("")))),
    (Code::InvalidRequestAddress, |w| add(w, request(fixed("example.com/calls")))),
    (Code::NoHeaderName, |w| {
        let mut action = request(fixed("https://example.com"));
        let Action::SendRequest { headers, .. } = &mut action else { return };
        headers.push((String::new(), fixed("x")));
        add(w, action);
    }),
    (Code::EmptyFlowCondition, |w| add(w, branch(vec![], vec![]))),
    (Code::ConditionsTooDeep, |w| nest(w, 9)),
    (Code::UnfinishedRow, |w| {
        add(w, branch(vec![FlowRow { source: None, ..number_row() }], vec![]))
    }),
    (Code::UnfitOperator, |w| {
        add(w, branch(vec![FlowRow { operator: Operator::Contains, ..number_row() }], vec![]));
    }),
    (Code::InvalidEventDataSourceOutputPath, |w| {
        let gone = FlowSource::Attribute(AMOUNT);
        add(w, branch(vec![FlowRow { source: Some(gone), ..number_row() }], vec![]));
    }),
];

pub const NEAR: &[(Code, Change)] = &[
    (Code::NoCatalogName, |w| {
        Arc::make_mut(&mut w.settings).catalog.clear();
        w.flows.clear();
    }),
    (Code::NoFlowSteps, |w| edit_flow(w).steps.truncate(1)),
    (Code::NoVariableName, |w| add(w, variable("b", Type::Text, fixed("")))),
    (Code::DuplicateVariableName, |w| add(w, variable("phones", Type::Text, fixed("x")))),
    (Code::NestedVariable, |w| {
        add(w, branch(vec![number_row()], vec![step(53, post(fixed("x")))]));
        edit_flow(w).steps.push(step(54, variable("b", Type::Text, fixed("x"))));
    }),
    (Code::UnknownVariable, |w| {
        add(w, branch(vec![number_row()], vec![step(53, post(VARIABLE.into()))]));
    }),
    (Code::WrongTypeInFlow, |w| {
        let mixed = [Part::Text("a".into()), Part::Picked(VARIABLE)];
        add(w, post(FlowValue::new(mixed)));
        edit_flow(w).steps.push(step(54, variable("b", Type::Number, VARIABLE.into())));
    }),
    (Code::WrongTypeInFlow, |w| {
        add_table(w);
        let when = ("when", FlowSource::SignalTime.into());
        add(w, record("calls", vec![when, ("other", PHONE_NUMBER.into())]));
    }),
    (Code::InvalidFlowValue, |w| add(w, variable("b", Type::Number, fixed("-0.5")))),
    (Code::MixedFlowValue, |w| {
        let mixed = [Part::Text("1".into()), Part::Picked(FlowSource::ProfileId)];
        add(w, variable("b", Type::Text, FlowValue::new(mixed)));
    }),
    (Code::NoRecordTable, |w| add(w, record("t", vec![]))),
    (Code::NoRecordColumn, |w| add(w, record("task", vec![("c", fixed(""))]))),
    (Code::NoTeamsChannel, |w| add(w, post(fixed("x")))),
    (Code::EmptyTeamsMessage, |w| add(w, post(FlowSource::ProfileId.into()))),
    (Code::NoRequestAddress, |w| add(w, request(FlowSource::BindingId.into()))),
    (Code::InvalidRequestAddress, |w| add(w, request(fixed(" HTTP://example.com")))),
    (Code::InvalidRequestAddress, |w| {
        let mixed = [Part::Picked(FlowSource::BindingId), Part::Text("/calls".into())];
        add(w, request(FlowValue::new(mixed)));
    }),
    (Code::NoHeaderName, |w| add(w, request(fixed("https://example.com")))),
    (Code::EmptyFlowCondition, |w| add(w, branch(vec![number_row()], vec![]))),
    (Code::ConditionsTooDeep, |w| nest(w, 8)),
];

#[test]
fn what_only_comes_near_is_not_found_in_a_flow() {
    for (at, (code, change)) in NEAR.iter().enumerate() {
        let found = codes(change);
        assert!(!found.contains(code), "case {at}: {code:?} is among {found:?}");
    }
}

#[test]
fn m2_a_flow_is_offered_what_fits_and_told_what_is_hidden() {
    let mut workspace = sound();
    add(&mut workspace, post(fixed("x")));
    let flow = edit_flow(&mut workspace).clone();
    let offered = |wanted| offer_in_flow(&workspace, &flow, StepId(52), &wanted);
    let numbers = offered(Wanted::Type(Type::Number));
    let sources: Vec<_> = numbers.items.iter().map(|one| one.source).collect();
    assert_eq!(sources, [PHONE_NUMBER, VARIABLE]);
    assert_eq!(numbers.hidden[0].1, 5);
    assert_eq!(offered(Wanted::Any).items.len(), 7);
    assert!(offered(Wanted::Any).hidden.is_empty());
}

#[test]
fn what_a_flow_is_offered_is_accepted() {
    let mut workspace = sound();
    for ty in [Type::Text, Type::Number, Type::DateTime, Type::TrueFalse] {
        add(&mut workspace, variable("b", ty.clone(), fixed("")));
        let flow = edit_flow(&mut workspace).clone();
        for offered in offer_in_flow(&workspace, &flow, StepId(52), &Wanted::Type(ty.clone())).items
        {
            edit_flow(&mut workspace).steps[1].action =
                variable("b", ty.clone(), offered.source.into());
            let found: Vec<_> = check(&workspace).into_iter().map(|one| one.code).collect();
            assert_eq!(found, [Code::OnlyFromOutside], "{ty:?} {offered:?}");
        }
        edit_flow(&mut workspace).steps.truncate(1);
    }
}

fn add(workspace: &mut Workspace, action: Action) {
    edit_flow(workspace).steps.push(step(52, action));
}

fn step(id: u32, action: Action) -> Step {
    Step { id: StepId(id), name: String::new(), action }
}

fn fixed(text: &str) -> FlowValue {
    FlowValue::fixed(text)
}

fn variable(name: &str, ty: Type, value: FlowValue) -> Action {
    Action::InitializeVariable { variable: name.into(), ty, value }
}

fn record(table: &str, fields: Vec<(&str, FlowValue)>) -> Action {
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Action::CreateRecord { table: table.into(), fields }
}

fn post(message: FlowValue) -> Action {
    Action::PostMessage { team: "Sales".into(), channel: "Calls".into(), message }
}

fn request(uri: FlowValue) -> Action {
    Action::SendRequest { method: Method::Get, uri, headers: vec![], body: FlowValue::default() }
}

fn number_row() -> FlowRow {
    let operator = Operator::Greater;
    FlowRow { source: Some(PHONE_NUMBER), operator, operands: vec!["1".into()] }
}

fn branch(rows: Vec<FlowRow>, yes: Vec<Step>) -> Action {
    Action::Condition { join: Join::All, rows, yes, no: vec![] }
}

/// Conditions so deep in one another.
fn nest(workspace: &mut Workspace, depth: u32) {
    let mut inner = vec![step(200, post(fixed("x")))];
    for at in 0..depth {
        inner = vec![step(201 + at, branch(vec![number_row()], inner))];
    }
    edit_flow(workspace).steps.extend(inner);
}

fn add_table(workspace: &mut Workspace) {
    let id = TableId(300);
    let column = Column { id: ColumnId(301), name: "When".into(), ty: Type::DateTime };
    let table = Table { id, name: "Calls".into(), columns: vec![column], rows: vec![] };
    workspace.tables.insert(id, Arc::new(table));
}
