//! The bytes of a file: past its byte order mark, with the separator of its header.

use std::io::{Chain, Cursor, Read};

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
}

/// Looks at the beginning of a file and reads its header.
pub fn open<R: Read>(mut input: R) -> Result<Source<R>, CsvError> {
    let mut beginning = Vec::new();
    let peeked = input.by_ref().take(PEEK as u64).read_to_end(&mut beginning);
    peeked.map_err(|error| CsvError::Io(error.to_string()))?;
    if beginning.starts_with(BYTE_ORDER_MARK) {
        beginning.drain(..BYTE_ORDER_MARK.len());
    }
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(separator(&beginning))
        .flexible(true)
        .from_reader(Cursor::new(beginning).chain(input));
    let header = rows.byte_headers().map_err(io)?;
    let header: Result<Vec<String>, _> =
        header.iter().map(|name| String::from_utf8(name.to_vec())).collect();
    let header = header.map_err(|_| CsvError::HeaderNotUtf8)?;
    if header.is_empty() {
        return Err(CsvError::NoHeader);
    }
    Ok(Source { rows, header })
}

/// What stops reading altogether.
pub fn io(error: csv::Error) -> CsvError {
    CsvError::Io(error.to_string())
}

/// The separator that the first line has most of, outside of quotes.
fn separator(beginning: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for &byte in beginning {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => counts
                .iter_mut()
                .filter(|(separator, _)| *separator == byte)
                .for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| *separator)
}
