//! Contacts, and what is said of every file.

use crate::*;

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
fn m6_dates_of_every_iso_form_are_read_and_others_refused() {
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
        let (header, _) = text.split_once('\n').unwrap();
        assert_eq!(contacts(text).1.unwrap_err(), CsvError::OneColumn(header.into()));
    }
    let (_, reading) = contacts("contact_id;country\na,FR\nb;FR\n");
    let reading = reading.unwrap();
    assert_eq!((reading.taken, reading.left_out), (1, 1));
    assert_eq!(reading.issues, [issue(2, "", RowCause::Columns { found: 1, wanted: 2 })]);
}

#[test]
fn m6_true_and_false_are_read_as_spreadsheets_write_them() {
    let mut workspace = workspace();
    let (id, name) = (FieldId(9), "Member".to_owned());
    let field = Field { id, name, ty: Type::TrueFalse, required: false };
    workspace.fields.insert(id, Arc::new(field));
    let mut builder = DatasetBuilder::new(&workspace);
    let text = "contact_id,country,member\na,FR,TRUE\nb,TRUE,False\nc,FR,VRAI\nd,FR,1\n";
    let reading = read_contacts(text.as_bytes(), &workspace, &mut builder).unwrap();
    let data = builder.finish();
    assert_eq!(data.value(0, id), Some(Value::TrueFalse(true)));
    assert_eq!(data.value(1, id), Some(Value::TrueFalse(false)));
    assert_eq!(data.value(1, COUNTRY), Some(Value::Text("TRUE".into())));
    let cause = |text: &str| RowCause::Value(text.into(), ValueError::TrueFalse);
    assert_eq!(reading.issues, [issue(4, "member", cause("VRAI")), issue(5, "member", cause("1"))]);
}
