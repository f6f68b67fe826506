//! Findings about tables and paths through them (rule S3).

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::{At, Code, EmptyReason, Wanted, offer};
use crate::model::condition::Source;
use crate::model::id::{ColumnId, TableId};
use crate::model::journey::Mapping;
use crate::model::table::{Column, Path, Reference, Row, Table};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

const ACCOUNT: TableId = TableId(200);
const PERSON: TableId = TableId(210);
const SIZE: ColumnId = ColumnId(201);
const OWNER: ColumnId = ColumnId(202);
const AGE: ColumnId = ColumnId(211);

/// Accounts with owners; the field "Nickname" points to an account.
pub fn with_tables(workspace: &mut Workspace) {
    let column = |id, name: &str, ty| Column { id, name: name.into(), ty };
    let row = |key: &str, column, value: &str| Row {
        key: key.into(),
        values: [(column, value.to_owned())].into(),
    };
    let account = Table {
        id: ACCOUNT,
        name: "Account".into(),
        columns: vec![
            column(SIZE, "Size", Type::Number),
            column(OWNER, "Owner", Type::EntityReference(PERSON)),
        ],
        rows: vec![row("acme", OWNER, "ada"), row("init", SIZE, "12")],
    };
    let person = Table {
        id: PERSON,
        name: "Person".into(),
        columns: vec![column(AGE, "Age", Type::Number)],
        rows: vec![row("ada", AGE, "36")],
    };
    for table in [account, person] {
        workspace.tables.insert(table.id, Arc::new(table));
    }
    edit_field(workspace, NICKNAME).ty = Type::EntityReference(ACCOUNT);
    edit_contact(workspace).values.insert(NICKNAME, "acme".into());
}

fn table(workspace: &mut Workspace, id: TableId) -> &mut Table {
    with_tables(workspace);
    Arc::make_mut(workspace.tables.get_mut(&id).unwrap())
}

fn through(columns: &[ColumnId]) -> Mapping {
    Mapping::Attribute(Source::Column(Reference::Contact(NICKNAME), Path::new(columns).unwrap()))
}

pub const CASES: &[(Code, Change)] = &[
    (Code::EmptyTableName, |w| table(w, ACCOUNT).name.clear()),
    (Code::DuplicateTableName, |w| table(w, PERSON).name = "account".into()),
    (Code::UntrimmedName, |w| table(w, PERSON).name = "Person ".into()),
    (Code::EmptyColumnName, |w| table(w, ACCOUNT).columns[0].name.clear()),
    (Code::DuplicateColumnName, |w| table(w, ACCOUNT).columns[0].name = "owner".into()),
    (Code::EmptyRowKey, |w| table(w, PERSON).rows[0].key = " ".into()),
    (Code::DuplicateRowKey, |w| table(w, ACCOUNT).rows[1].key = "acme ".into()),
    (Code::UnknownTable, |w| edit_field(w, NAME).ty = Type::EntityReference(TableId(999))),
    (Code::UnknownTable, |w| {
        edit_trigger(w, ORDER).attributes[0].ty = Type::EntityReference(TableId(999));
    }),
    (Code::UnknownTable, |w| {
        table(w, ACCOUNT).columns[0].ty = Type::EntityReference(TableId(999));
    }),
    (Code::UnknownTable, |w| {
        with_tables(w);
        w.tables.remove(&PERSON);
        map(w, through(&[OWNER, AGE]));
    }),
    (Code::UnknownColumn, |w| {
        with_tables(w);
        map(w, through(&[ColumnId(999)]));
    }),
    (Code::UnknownColumn, |w| {
        table(w, PERSON).rows[0].values.insert(ColumnId(999), "1".into());
    }),
    (Code::PathWithoutReference, |w| {
        with_tables(w);
        map(w, through(&[SIZE, AGE]));
    }),
    (Code::WrongType, |w| {
        with_tables(w);
        map(w, through(&[OWNER]));
    }),
    (Code::MayBeEmpty, |w| {
        with_tables(w);
        map(w, through(&[OWNER, AGE]));
    }),
    (Code::InvalidRowValue, |w| {
        table(w, ACCOUNT).rows[1].values.insert(SIZE, "large".into());
    }),
    (Code::UnknownRow, |w| {
        table(w, ACCOUNT).rows[0].values.insert(OWNER, "grace".into());
    }),
    (Code::UnknownRow, |w| {
        with_tables(w);
        edit_contact(w).values.insert(NICKNAME, "umbrella".into());
    }),
];

#[test]
fn tables_and_paths_as_they_should_be_are_sound() {
    assert_eq!(codes(with_tables), [Code::OnlyFromOutside]);
}

#[test]
fn s3_columns_are_offered_through_references_and_may_be_empty() {
    let mut workspace = sound();
    with_tables(&mut workspace);
    let wanted = Wanted::Type(Type::Number);
    let offer = offer(&workspace, &workspace.journeys[&MAIN], At::Tile(RAISE), &wanted);
    let paths: Vec<_> =
        offer.items.iter().filter(|item| matches!(item.source, Source::Column(..))).collect();
    let sources: Vec<_> = paths.iter().map(|item| Mapping::Attribute(item.source)).collect();
    assert_eq!(sources, [through(&[SIZE]), through(&[OWNER, AGE])]);
    let label = crate::check::Label::Text("Nickname › Owner › Age".into());
    assert_eq!((&paths[1].label, paths[1].may_be_empty), (&label, Some(EmptyReason::Row)));
}

#[test]
fn s3_tables_that_point_to_themselves_are_offered_five_hops_deep() {
    let mut workspace = sound();
    let parent = ColumnId(203);
    table(&mut workspace, ACCOUNT).columns.push(Column {
        id: parent,
        name: "Parent".into(),
        ty: Type::EntityReference(ACCOUNT),
    });
    let offer = offer(&workspace, &workspace.journeys[&MAIN], At::Tile(RAISE), &Wanted::Any);
    let longest = |item: &crate::check::Candidate| match item.source {
        Source::Column(_, path) => path.columns().len(),
        _ => 0,
    };
    assert_eq!(offer.items.iter().map(longest).max(), Some(5));
}
