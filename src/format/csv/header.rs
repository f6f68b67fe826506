//! What the columns of a file stand for, and the texts of a row in them.

use crate::format::csv::record::Record;
use crate::format::csv::{CsvError, RowCause, Unfit, shortened};
use crate::model::predicate::fold;
use crate::model::value::{ValueError, trimmed};

/// A name as it is compared: without regard to case, to space around it, and to
/// which of space, underscore and hyphen stands between words.
pub fn normal(name: &str) -> String {
    fold(name.trim()).replace(['_', '-'], " ")
}

/// The column of that name; two of them are an error.
pub fn column(header: &[String], name: &str) -> Result<Option<usize>, CsvError> {
    let name = normal(name);
    let mut found = (0..header.len()).filter(|&column| normal(&header[column]) == name);
    match (found.next(), found.next()) {
        (Some(first), Some(second)) => {
            Err(CsvError::SameColumn(header[first].clone(), header[second].clone()))
        }
        (first, _) => Ok(first),
    }
}

/// The column of that name, which must be there.
pub fn required(header: &[String], name: &str) -> Result<usize, CsvError> {
    column(header, name)?.ok_or_else(|| match header {
        [only] if normal(only).contains(&normal(name)) => {
            CsvError::OneColumn(shortened(only.clone()))
        }
        _ => CsvError::NoColumn(name.to_owned()),
    })
}

/// Reads a text by `read`; `TRUE` and `False`, as spreadsheets write them, mean what they say.
pub fn value<T>(
    text: &str,
    mut read: impl FnMut(&str) -> Result<T, ValueError>,
) -> Result<T, RowCause> {
    let read = match read(text) {
        Err(ValueError::TrueFalse) => read(&text.to_ascii_lowercase()),
        read => read,
    };
    read.map_err(|error| RowCause::Value(text.to_owned(), error))
}

/// The names of the columns that are not known.
pub fn others(header: &[String], known: impl Fn(usize) -> bool) -> Vec<String> {
    let others = (0..header.len()).filter(|&column| !known(column));
    others.map(|column| header[column].clone()).collect()
}

/// A row must have as many columns as the header.
pub fn check_width(record: &Record<'_>, header: &[String]) -> Result<(), Unfit> {
    if record.len() == header.len() {
        return Ok(());
    }
    let (found, wanted) = (record.len() as u64, header.len() as u64);
    Err((None, RowCause::Columns { found, wanted }))
}

/// The text of a row in a column.
pub fn text<'r>(record: &Record<'r>, header: &[String], column: usize) -> Result<&'r str, Unfit> {
    record.get(column).ok_or_else(|| (Some(header[column].clone()), RowCause::NotUtf8))
}

/// The text of a row in a column that must not be empty, without space around it.
pub fn filled<'r>(record: &Record<'r>, header: &[String], column: usize) -> Result<&'r str, Unfit> {
    match trimmed(text(record, header, column)?) {
        "" => Err((Some(header[column].clone()), RowCause::Empty)),
        text => Ok(text),
    }
}
