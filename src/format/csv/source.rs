//! The bytes of a file: past its byte order mark, with the separator of its header.

use std::io::{Chain, Cursor, Read};

use csv::ByteRecord;

use crate::format::csv::CsvError;

/// How much is looked at to find the end of the header.
const PEEK: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A reader of rows and its header, as written.
pub struct Source<R> {
    /// Reads the rows after the header.
    pub rows: csv::Reader<Chain<Cursor<Vec<u8>>, R>>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// Whether lines end as on Windows.
    windows: bool,
}

impl<R> Source<R> {
    /// The line on which a row begins, counted from 1; empty lines before it count
    /// as its own.
    pub fn line(&self, row: &ByteRecord) -> u64 {
        // The reader has not yet seen the second byte of the line end before the row.
        row.position().map_or(0, csv::Position::line) + u64::from(self.windows)
    }
}

/// Looks at the beginning of a file and reads its header.
pub fn open<R: Read>(mut input: R) -> Result<Source<R>, CsvError> {
    let mut beginning = Vec::new();
    let peeked = input.by_ref().take(PEEK as u64).read_to_end(&mut beginning);
    peeked.map_err(|error| CsvError::Io(error.to_string()))?;
    if beginning.starts_with(BYTE_ORDER_MARK) {
        beginning.drain(..BYTE_ORDER_MARK.len());
    }
    let first = first_line(&beginning);
    let windows = beginning[first.len()..].starts_with(b"\r\n");
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(separator(first))
        .flexible(true)
        .from_reader(Cursor::new(beginning).chain(input));
    let header = rows.byte_headers().map_err(io)?;
    let header: Result<Vec<String>, _> =
        header.iter().map(|name| String::from_utf8(name.to_vec())).collect();
    let header = header.map_err(|_| CsvError::HeaderNotUtf8)?;
    if header.is_empty() {
        return Err(CsvError::NoHeader);
    }
    Ok(Source { rows, header, windows })
}

/// What stops reading altogether.
pub fn io(error: csv::Error) -> CsvError {
    CsvError::Io(error.to_string())
}

/// The first line that is not empty, with the empty ones before it and without its end.
fn first_line(beginning: &[u8]) -> &[u8] {
    let mut quoted = false;
    let mut empty = true;
    let end = beginning.iter().position(|&byte| {
        let ends = matches!(byte, b'\r' | b'\n') && !quoted;
        quoted ^= byte == b'"';
        empty &= ends;
        ends && !empty
    });
    &beginning[..end.unwrap_or(beginning.len())]
}

/// The separator that a line has most of, outside of quotes.
fn separator(line: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b'\t', 0), (b';', 0), (b',', 0)];
    for &byte in line {
        quoted ^= byte == b'"';
        if let Some(count) = counts.iter_mut().find(|(known, _)| *known == byte && !quoted) {
            count.1 += 1;
        }
    }
    // Of equals the last: without any of them, a comma.
    counts.iter().max_by_key(|(_, count)| *count).map_or(b',', |(known, _)| *known)
}
