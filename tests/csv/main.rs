//! Reading contacts and events from CSV: what is accepted, and what is said about
//! the rest.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

mod contacts;
mod events;
mod pieces;
mod tables;

use std::sync::Arc;

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::data::Dataset;
use parcours::format::csv::{
    CsvError, MAX_ISSUES, Reading, RowCause, RowIssue, issues_csv, read_contacts, read_events,
    read_rows, rows_csv,
};
use parcours::model::audience::Field;
use parcours::model::decimal::DecimalError;
use parcours::model::id::{AttributeId, ColumnId, FieldId, JourneyId, TableId, TileId, TriggerId};
use parcours::model::journey::{Channel, Entry, Journey, Listener, Repeat, Tile, TileKind};
use parcours::model::table::{Column, Row, Table};
use parcours::model::time::{Instant, TimeError};
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::{Type, Value, ValueError};
use parcours::model::workspace::Workspace;

const COUNTRY: FieldId = FieldId(1);
const ORDERS: FieldId = FieldId(2);
const SINCE: FieldId = FieldId(3);

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name, ty, required) in [
        (COUNTRY, "Country", Type::Text, true),
        (ORDERS, "Number of orders", Type::Number, false),
        (SINCE, "Since", Type::DateTime, false),
    ] {
        workspace.fields.insert(id, Arc::new(Field { id, name: name.into(), ty, required }));
    }
    let attributes = [(5, "Number of CDs", Type::Number), (6, "Gift", Type::TrueFalse)];
    let attributes =
        attributes.map(|(id, name, ty)| Attribute { id: AttributeId(id), name: name.into(), ty });
    let trigger = Trigger {
        id: TriggerId(4),
        name: "Order placed".into(),
        unique_name: "msdynmkt_orderplaced_000000004".into(),
        description: String::new(),
        audience: AudienceKind::Contact,
        state: TriggerState::Ready,
        attributes: attributes.into(),
    };
    workspace.triggers.insert(trigger.id, Arc::new(trigger));
    workspace
}

fn contacts(text: impl AsRef<[u8]>) -> (Dataset, Result<Reading, CsvError>) {
    let workspace = workspace();
    let mut builder = DatasetBuilder::new(&workspace);
    let reading = read_contacts(text.as_ref(), &workspace, &mut builder);
    (builder.finish(), reading)
}

fn events(text: impl AsRef<[u8]>) -> (Dataset, Result<Reading, CsvError>) {
    let workspace = workspace();
    let mut builder = DatasetBuilder::new(&workspace);
    read_contacts("contact_id,country\nanna,FR\n".as_bytes(), &workspace, &mut builder).unwrap();
    let reading = read_events(text.as_ref(), &workspace, &mut builder);
    (builder.finish(), reading)
}

fn issue(line: u64, column: &str, cause: RowCause) -> RowIssue {
    let column = (!column.is_empty()).then(|| column.to_owned());
    RowIssue { line, column, cause }
}

#[test]
fn the_rows_that_were_left_out_are_a_file_of_their_own() {
    let rows =
        [(3, Some("Number of orders".into()), "“1,5” is no number".into()), (9, None, "a".into())];
    assert_eq!(
        issues_csv(rows),
        "line,column,reason\n3,Number of orders,\"“1,5” is no number\"\n9,,a\n"
    );
}

#[test]
fn every_message_is_there_in_both_languages() {
    let files = [
        include_str!("../../src/locale/en/later/data.ftl"),
        include_str!("../../src/locale/fr/later/data.ftl"),
    ];
    let value = |error| RowCause::Value("x".into(), error);
    let rows = [
        RowCause::Columns { found: 1, wanted: 2 },
        RowCause::NotUtf8,
        RowCause::Empty,
        RowCause::DuplicateContact("x".into()),
        RowCause::UnknownTrigger("x".into()),
        RowCause::UnknownMessage("x".into()),
        RowCause::SeveralMessages("x".into()),
        RowCause::UnknownInteraction("x".into()),
        value(ValueError::Number(DecimalError::NotANumber)),
        value(ValueError::TrueFalse),
        value(ValueError::DateTime(TimeError)),
    ];
    let whole = [
        CsvError::NoHeader,
        CsvError::HeaderNotUtf8,
        CsvError::NoColumn("x".into()),
        CsvError::OneColumn("x".into()),
        CsvError::SameColumn("x".into(), "y".into()),
        CsvError::Io("x".into()),
    ];
    let ids = rows.iter().map(RowCause::message).chain(whole.iter().map(CsvError::message));
    for id in ids {
        for file in files {
            assert!(file.lines().any(|line| line.starts_with(&format!("{id} = "))), "{id}");
        }
    }
}
