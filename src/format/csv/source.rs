//! The bytes of a file: past its byte order mark, with the separator of its header.

use std::io::Read;

use crate::format::csv::CsvError;
use crate::format::csv::reader::Reader;

/// How much is looked at to find the end of the header.
const PEEK: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file to be read.
#[derive(Debug)]
pub struct Input<R> {
    /// Its bytes.
    pub bytes: R,
    /// How many there are, where that is known: room is then made at once for all rows.
    pub size: Option<u64>,
}

/// A reader of rows and its header, as written.
pub struct Source<R> {
    /// Reads the rows after the header.
    pub rows: Reader<R>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// How many bytes there are, where that is known.
    pub size: Option<u64>,
}

/// Looks at the beginning of a file and reads its header.
pub fn open<R: Read>(input: Input<R>) -> Result<Source<R>, CsvError> {
    let Input { bytes: mut input, size } = input;
    let mut beginning = Vec::new();
    let peeked = input.by_ref().take(PEEK as u64).read_to_end(&mut beginning);
    peeked.map_err(|error| CsvError::Io(error.to_string()))?;
    if beginning.starts_with(BYTE_ORDER_MARK) {
        beginning.drain(..BYTE_ORDER_MARK.len());
    }
    let separator = separator(first_line(&beginning));
    let mut rows = Reader::new(beginning, input, separator);
    if !rows.next().map_err(io)? {
        return Err(CsvError::NoHeader);
    }
    let record = rows.record();
    let names = (0..record.len()).map(|column| record.get(column).map(str::to_owned));
    let header = names.collect::<Option<Vec<String>>>().ok_or(CsvError::HeaderNotUtf8)?;
    Ok(Source { rows, header, size })
}

/// What stops reading altogether.
pub fn io(error: std::io::Error) -> CsvError {
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
