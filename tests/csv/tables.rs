//! The rows of tables.

use crate::*;

pub fn table() -> Table {
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
