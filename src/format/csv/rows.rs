//! The rows of a table: `key`, and a column for each of its columns by name.
//! Values stay as they are written: the checker says what is not of its type. What is
//! written of a table reads back as its rows.

use std::io::Read;

use crate::format::csv::source::{Input, io, open};
use crate::format::csv::{CsvError, KEY, Reading, header};
use crate::format::report::csv_text;
use crate::model::id::ColumnId;
use crate::model::sorted::SortedMap;
use crate::model::table::{Column, Row, Table};

/// The rows of a table, as [`read_rows`] reads them.
pub fn rows_csv(table: &Table) -> String {
    let columns = table.columns.iter();
    let header = std::iter::once(KEY.to_owned()).chain(columns.map(|column| column.name.clone()));
    let row = |row: &Row| -> Vec<String> {
        let value = |column: &Column| row.values.get(&column.id).cloned().unwrap_or_default();
        std::iter::once(row.key.clone()).chain(table.columns.iter().map(value)).collect()
    };
    let rows: Vec<Vec<String>> =
        std::iter::once(header.collect()).chain(table.rows.iter().map(row)).collect();
    csv_text(&rows)
}

/// Reads rows for a table, in the order of the file.
///
/// # Errors
///
/// When nothing of the file can be read; a row that does not fit is left out.
pub fn read_rows(input: impl Read, table: &Table) -> Result<(Vec<Row>, Reading), CsvError> {
    let mut source = open(Input { bytes: input, size: None })?;
    let header = std::mem::take(&mut source.header);
    let key = header::required(&header, KEY)?;
    let mut reading = Reading::default();
    let mut columns: Vec<(usize, ColumnId)> = Vec::new();
    for column in &table.columns {
        match header::column(&header, &column.name)? {
            Some(place) => columns.push((place, column.id)),
            None => reading.absent.push(column.name.clone()),
        }
    }
    let known = |place| place == key || columns.iter().any(|(column, _)| *column == place);
    reading.ignored = header::others(&header, known);
    let mut rows = Vec::new();
    while source.rows.next().map_err(io)? {
        let record = source.rows.record();
        let row = || {
            header::check_width(&record, &header)?;
            let mut values = SortedMap::new();
            for &(place, column) in &columns {
                let text = header::text(&record, &header, place)?;
                if !text.trim().is_empty() {
                    values.insert(column, text.to_owned());
                }
            }
            let key = header::filled(&record, &header, key)?.to_owned();
            Ok(Row { key, values })
        };
        match row() {
            Ok(row) => {
                rows.push(row);
                reading.taken += 1;
            }
            Err(unfit) => reading.leave_out(record.line, unfit),
        }
    }
    Ok((rows, reading))
}
