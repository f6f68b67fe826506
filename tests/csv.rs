//! Reading contacts and events from CSV: what is accepted, and what is said about
//! the rest.

#![allow(clippy::unwrap_used, reason = "a failed test says where")]

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
use parcours::model::journey::{
    Channel, Entry, Journey, JourneyState, Listener, Repeat, Tile, TileKind,
};
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
fn values_are_read_as_their_fields_have_them() {
    let (data, reading) = contacts(
        "contact_id,country,number_of_orders,since,shoe size\n007,FR,1.50,1997-01-01,42\nb,DE,,,\n",
    );
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.left_out), (2, 0));
    assert_eq!(reading.ignored, ["shoe size"]);
    assert_eq!(data.contact_named("007"), Some(0));
    assert_eq!(data.value(0, COUNTRY), Some(Value::Text("FR".into())));
    assert_eq!(data.value(0, ORDERS), Some(Value::Number("1.5".parse().unwrap())));
    assert_eq!(data.value(0, SINCE), Some(Value::DateTime(Instant(852_076_800_000))));
    assert_eq!(data.value(1, ORDERS), None);
}

#[test]
fn columns_are_found_by_name_whatever_their_order_and_spelling() {
    for header in [
        "Number of orders,COUNTRY,Contact ID",
        "number_of_orders,country,contact_id",
        "NUMBER-OF-ORDERS, Country ,contact-id",
    ] {
        let (data, reading) = contacts(format!("{header}\n3,FR,anna\n"));
        assert_eq!(reading.unwrap().absent, ["Since"], "{header}");
        assert_eq!(data.value(0, ORDERS), Some(Value::Number(3.into())), "{header}");
    }
}

#[test]
fn marks_separators_and_line_ends_of_other_programs_are_understood() {
    for text in [
        "\u{feff}contact_id,country\r\nanna,FR\r\n",
        "contact_id;country\nanna;FR",
        "contact_id\tcountry\r\nanna\tFR\r\n",
        "\"contact_id\";\"country\"\n\"anna\";\"FR\"\n",
        "\n\ncontact_id,country\n\nanna,FR\n\n",
    ] {
        let (data, reading) = contacts(text);
        assert_eq!(reading.unwrap().taken, 1, "{text:?}");
        assert_eq!(data.value(0, COUNTRY), Some(Value::Text("FR".into())), "{text:?}");
    }
}

#[test]
fn a_quoted_value_may_hold_separators_quotes_and_line_ends() {
    let (data, _) = contacts("contact_id,country\nanna,\"a \"\"b\"\", c\nd\"\n");
    assert_eq!(data.value(0, COUNTRY), Some(Value::Text("a \"b\", c\nd".into())));
}

#[test]
fn a_row_that_does_not_fit_is_left_out_with_line_column_and_cause() {
    let number = ValueError::Number(DecimalError::NotANumber);
    let (data, reading) = contacts(
        b"contact_id,country,Number of orders,since\n\
          a,FR,\"1,5\",\n\
          b,,1,\n\
          ,FR,1,\n\
          c,FR,1,31/12/1997\n\
          d,\"two\nlines\",1\n\
          e,\xff,1,\n\
          f,FR,1,\n\
          f,DE,2,\n"
            .as_slice(),
    );
    let reading = reading.unwrap();
    assert_eq!(
        reading.issues,
        [
            issue(2, "Number of orders", RowCause::Value("1,5".into(), number)),
            issue(3, "country", RowCause::Empty),
            issue(4, "contact_id", RowCause::Empty),
            issue(
                5,
                "since",
                RowCause::Value("31/12/1997".into(), ValueError::DateTime(TimeError))
            ),
            issue(6, "", RowCause::Columns { found: 3, wanted: 4 }),
            issue(8, "country", RowCause::NotUtf8),
            issue(10, "contact_id", RowCause::DuplicateContact("f".into())),
        ]
    );
    assert_eq!((reading.taken, reading.left_out), (1, 7));
    assert_eq!((data.contacts(), &*data.name(0)), (1, "f"));
    assert_eq!(data.value(0, COUNTRY), Some(Value::Text("FR".into())));
}

#[test]
fn lines_are_counted_alike_whatever_ends_them() {
    for end in ["\n", "\r\n"] {
        let lines = ["contact_id,country", "a,", "b,FR", "c,", "", "", "d,FR", "e,"];
        let (_, reading) = contacts(lines.join(end));
        let lines: Vec<u64> = reading.unwrap().issues.iter().map(|issue| issue.line).collect();
        assert_eq!(lines, [2, 4, 8], "{end:?}");
    }
}

#[test]
fn a_file_without_what_it_must_have_is_refused() {
    let refused = |text: &[u8]| contacts(text).1.unwrap_err();
    assert_eq!(refused(b""), CsvError::NoHeader);
    assert_eq!(refused(b"\n\n"), CsvError::NoHeader);
    assert_eq!(refused(b"id,country\n1,FR\n"), CsvError::NoColumn("contact_id".into()));
    assert_eq!(refused(b"contact_id\n1\n"), CsvError::NoColumn("Country".into()));
    assert_eq!(refused(b"contact_id,\xff\n"), CsvError::HeaderNotUtf8);
    assert_eq!(
        refused(b"contact_id,country,COUNTRY\n"),
        CsvError::SameColumn("country".into(), "COUNTRY".into())
    );
    let (_, refused) = events("contact_id,trigger\n");
    assert_eq!(refused.unwrap_err(), CsvError::NoColumn("at".into()));
}

#[test]
fn issues_are_kept_up_to_a_limit_and_all_counted() {
    let rows: String = (0..MAX_ISSUES + 5).map(|row| format!("{row},\n")).collect();
    let (_, reading) = contacts(format!("contact_id,country\n{rows}"));
    let reading = reading.unwrap();
    assert_eq!((reading.issues.len(), reading.left_out), (MAX_ISSUES, MAX_ISSUES as u64 + 5));
}

#[test]
fn s4_events_may_have_a_binding() {
    let text = "contact_id,trigger,at,BindingID\nanna,Order placed,1997-01-02,\nanna,Order placed,1997-01-01,order/7\n";
    let (data, reading) = events(text);
    assert_eq!(reading.unwrap().ignored, Vec::<String>::new());
    let bindings: Vec<_> = (0..2).map(|event| data.binding(event)).collect();
    assert_eq!(bindings, [Some("order/7"), None]);
}

/// A million rows as they come from a disk: made as they are read, every hundredth broken.
struct Rows {
    next: u32,
    left: Vec<u8>,
}

impl std::io::Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.left.is_empty() && self.next <= 1_000_000 {
            let row = self.next;
            self.left = match row {
                0 => "contact_id,country,number_of_orders\r\n".into(),
                row if row % 400 == 100 => format!("{row},FR,\"1,5\"\r\n").into(),
                row if row % 400 == 200 => format!("{row},FR\r\n").into(),
                row if row % 400 == 300 => format!("{row},,1\r\n").into(),
                row if row % 400 == 0 => format!("{},FR,1\r\n", row - 1).into(),
                row => format!("{row},FR,{}\r\n", row % 7).into(),
            };
            self.next += 1;
        }
        let count = self.left.len().min(into.len());
        into[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

#[test]
fn of_a_million_rows_the_broken_hundredth_is_named_and_the_rest_taken() {
    let workspace = workspace();
    let mut builder = DatasetBuilder::new(&workspace);
    let rows = Rows { next: 0, left: Vec::new() };
    let reading = read_contacts(std::io::BufReader::new(rows), &workspace, &mut builder).unwrap();
    assert_eq!((reading.taken, reading.left_out), (990_000, 10_000));
    assert_eq!(reading.issues.len(), 10_000);
    let number = ValueError::Number(DecimalError::NotANumber);
    let expected = [
        issue(101, "number_of_orders", RowCause::Value("1,5".into(), number)),
        issue(201, "", RowCause::Columns { found: 2, wanted: 3 }),
        issue(301, "country", RowCause::Empty),
        issue(401, "contact_id", RowCause::DuplicateContact("399".into())),
    ];
    assert_eq!(reading.issues[..4], expected);
    let last = reading.issues.last().unwrap();
    assert_eq!((last.line, last.column.as_deref()), (1_000_001, Some("contact_id")));
}

#[test]
fn a_long_text_that_does_not_fit_is_kept_as_far_as_one_can_read_it() {
    let (_, reading) = contacts(format!("contact_id,country,orders\na,FR,{}\n", "é".repeat(5_000)));
    assert_eq!(reading.unwrap().ignored, ["orders"]);
    let text = format!("contact_id,country,number_of_orders\na,FR,{}\n", "é".repeat(5_000));
    let reading = contacts(text).1.unwrap();
    let found = reading.issues[0].cause.found().unwrap();
    assert_eq!(found, format!("{}…", "é".repeat(100)));
}

#[test]
fn dates_of_every_iso_form_are_read_and_others_refused() {
    for text in [
        "1997-01-01",
        "1997-01-01T00:00",
        "1997-01-01 00:00:00",
        "1997-01-01T00:00:00.000Z",
        "1997-01-01T01:00+01:00",
        "1996-12-31T19:00:00-05:00",
    ] {
        let (data, _) = contacts(format!("contact_id,country,since\na,FR,{text}\n"));
        let day = Value::DateTime(Instant(852_076_800_000));
        assert_eq!(data.value(0, SINCE), Some(day), "{text}");
    }
    for text in ["01/02/1997", "1.2.1997", "19970101", "1997-W01-3", "1997-1-1", "Jan 1 1997"] {
        let (_, reading) = contacts(format!("contact_id,country,since\na,FR,{text}\n"));
        let cause = RowCause::Value(text.into(), ValueError::DateTime(TimeError));
        assert_eq!(reading.unwrap().issues, [issue(2, "since", cause)], "{text}");
    }
}

#[test]
fn a_separator_that_is_not_known_is_refused_at_the_header() {
    for text in ["contact_id|country\na|FR\n", "contact_id country\na FR\n"] {
        assert_eq!(contacts(text).1.unwrap_err(), CsvError::NoColumn("contact_id".into()));
    }
    let (_, reading) = contacts("contact_id;country\na,FR\nb;FR\n");
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.left_out), (1, 1));
    assert_eq!(reading.issues, [issue(2, "", RowCause::Columns { found: 1, wanted: 2 })]);
}

#[test]
fn events_out_of_order_are_counted_and_put_in_order() {
    let (data, reading) = events(
        "contact_id,trigger,at\n\
         anna,Order placed,1997-01-03\n\
         anna,Order placed,1997-01-01\n\
         anna,Order placed,1997-01-02\n\
         anna,Order placed,1997-01-03\n",
    );
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.left_out, reading.out_of_order), (4, 0, 2));
    assert_eq!(data.events(), 4);
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

fn table() -> Table {
    let column = |id, name: &str, ty| Column { id: ColumnId(id), name: name.into(), ty };
    Table {
        id: TableId(7),
        name: "Shops".into(),
        columns: vec![column(8, "City", Type::Text), column(9, "Number of staff", Type::Number)],
        rows: Vec::new(),
    }
}

#[test]
fn rows_of_a_table_are_read_as_they_are_written() {
    let row = |key: &str, values: &[(u32, &str)]| Row {
        key: key.into(),
        values: values.iter().map(|(id, text)| (ColumnId(*id), (*text).into())).collect(),
    };
    let mut table = table();
    table.rows = vec![row("a", &[(8, "Lyon, 3e"), (9, "12")]), row("b", &[(9, "many")])];
    assert_eq!(rows_csv(&table), "key,City,Number of staff\na,\"Lyon, 3e\",12\nb,,many\n");
    let (rows, reading) = read_rows(rows_csv(&table).as_bytes(), &table).unwrap();
    assert_eq!((rows, reading.taken), (table.rows.clone(), 2));
}

#[test]
fn rows_of_a_table_without_a_key_or_of_another_width_are_left_out_and_named() {
    let text = "number_of_staff;Key;boss\r\n1;a;x\r\n2;;x\r\n3;c\r\n";
    let (rows, reading) = read_rows(text.as_bytes(), &table()).unwrap();
    assert_eq!(rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["a"]);
    assert_eq!((reading.taken, reading.left_out), (1, 2));
    assert_eq!(
        reading.issues,
        [issue(3, "Key", RowCause::Empty), issue(4, "", RowCause::Columns { found: 2, wanted: 3 })]
    );
    assert_eq!((reading.ignored, reading.absent), (vec!["boss".into()], vec!["City".into()]));
    let error = read_rows("city\nLyon\n".as_bytes(), &table()).unwrap_err();
    assert_eq!(error, CsvError::NoColumn("key".into()));
}

#[test]
fn events_name_their_trigger_by_name_or_unique_name() {
    let (data, reading) = events(
        "contact_id,trigger,at,number_of_cds\n\
         anna,Order placed,1997-01-01T00:00:00Z,1\n\
         anna,order PLACED,1997-01-02,2\n\
         anna,msdynmkt_orderplaced_000000004,1997-01-03T12:00+01:00,\n",
    );
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.absent), (3, vec!["Gift".to_owned()]));
    assert_eq!(data.events(), 3);
    let day = Instant(852_076_800_000);
    assert_eq!(data.span(), Some((day, day.plus((48 + 11) * 3_600_000))));
}

#[test]
fn an_event_that_does_not_fit_is_left_out_with_line_column_and_cause() {
    let (data, reading) = events(
        "contact_id,trigger,at,gift\n\
         ben,Order placed,1997-01-01,\n\
         anna,Order lost,1997-01-01,\n\
         anna,Order placed,yesterday,\n\
         anna,Order placed,,\n\
         anna,Order placed,1997-01-01,perhaps\n\
         anna,Order placed,1997-01-01,true\n",
    );
    let date = ValueError::DateTime(TimeError);
    let reading = reading.unwrap();
    // Events of people who take no part are many and no mistake: they are counted.
    assert_eq!(reading.unknown_contacts, 1);
    assert_eq!(
        reading.issues,
        [
            issue(3, "trigger", RowCause::UnknownTrigger("Order lost".into())),
            issue(4, "at", RowCause::Value("yesterday".into(), date)),
            issue(5, "at", RowCause::Empty),
            issue(6, "gift", RowCause::Value("perhaps".into(), ValueError::TrueFalse)),
        ]
    );
    assert_eq!(data.events(), 1);
}

#[test]
fn a_row_with_a_message_is_an_interaction() {
    let mut workspace = workspace();
    let message = |id: u32, name: &str| Tile {
        id: TileId(id),
        name: name.into(),
        kind: TileKind::Message { channel: Channel::Email, to: None, content: "Hi".into() },
    };
    let journey = Journey {
        id: JourneyId(10),
        name: "Welcome".into(),
        description: String::new(),
        state: JourneyState::Draft,
        audience: AudienceKind::Contact,
        time_zone: "UTC".into(),
        start: String::new(),
        end: String::new(),
        entry: Entry::on(TileId(11), Listener::default(), Repeat::Never),
        goal: None,
        exits: vec![],
        tiles: vec![message(12, "First one"), message(13, "Twice"), message(14, "twice")],
        version: Default::default(),
    };
    workspace.journeys.insert(journey.id, Arc::new(journey));
    let mut builder = DatasetBuilder::new(&workspace);
    read_contacts("contact_id,country\nanna,FR\n".as_bytes(), &workspace, &mut builder).unwrap();
    let text = "contact_id,trigger,at,message\n\
                anna,opened,1997-01-01,first one\n\
                anna,Clicked,1997-01-01,n13\n\
                anna,opened,1997-01-01,Twice\n\
                anna,opened,1997-01-01,Third\n\
                anna,bounced,1997-01-01,n12\n\
                anna,Order placed,1997-01-01,\n";
    let reading = read_events(text.as_bytes(), &workspace, &mut builder).unwrap();
    assert_eq!((reading.taken, reading.ignored.len()), (3, 0));
    assert_eq!(
        reading.issues,
        [
            issue(4, "message", RowCause::SeveralMessages("Twice".into())),
            issue(5, "message", RowCause::UnknownMessage("Third".into())),
            issue(6, "trigger", RowCause::UnknownInteraction("bounced".into())),
        ]
    );
    assert_eq!(builder.finish().events(), 3);
}

#[test]
fn every_message_is_there_in_both_languages() {
    let files = [
        include_str!("../src/locale/en/later/data.ftl"),
        include_str!("../src/locale/fr/later/data.ftl"),
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
