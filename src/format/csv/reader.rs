//! Rows of a CSV file as they stream in (RFC 4180): a row in which nothing is quoted,
//! as nearly all are, is found and divided many bytes at a time.
//!
//! **Invariant:** what is in memory is one piece of the file, and a longer one only where
//! one row is longer.

use std::io::{Read, Result};
use std::str;

use memchr::{memchr, memchr3};

use crate::format::csv::record::Record;

/// Reads rows.
pub struct Reader<R> {
    input: R,
    separator: u8,
    buffer: Vec<u8>,
    /// What of the buffer was read from the file and is not yet handed out.
    start: usize,
    end: usize,
    is_over: bool,
    /// On which line `start` is, counted from 1.
    line: u64,
    /// The columns of a row with quotes, and where they end.
    unquoted: (Vec<u8>, Vec<u32>),
    /// How many bytes of the file were read.
    read: u64,
}

/// How much is read at once, in bytes.
const PIECE: usize = 128 * 1024;

/// What was found of a row in the buffer.
enum Found {
    /// It is so long, and with its end so long; nothing in it is quoted.
    Plain(usize, usize),
    /// With its end it is so long, and has so many lines; something in it is quoted.
    Quoted(usize, u64),
    /// More has to be read.
    Part,
}

impl<R: Read> Reader<R> {
    /// Reads rows from a file whose beginning was read already.
    pub fn new(beginning: Vec<u8>, input: R, separator: u8) -> Self {
        let end = beginning.len();
        let unquoted = (Vec::new(), Vec::new());
        let (buffer, start, is_over) = (beginning, 0, false);
        let read = end as u64;
        Self { input, separator, buffer, start, end, is_over, line: 1, unquoted, read }
    }

    /// How many bytes of the file were handed out.
    pub fn position(&self) -> u64 {
        self.read - (self.end - self.start) as u64
    }

    /// Reads the next row that is not an empty line; `false` when there is none.
    ///
    /// # Errors
    ///
    /// What the file says.
    pub fn next(&mut self, record: &mut Record) -> Result<bool> {
        self.next_of(record, 0, |_| true)
    }

    /// The same, of rows for whose text in a column `is_wanted` holds. The others are
    /// passed over, which costs a fraction of reading them.
    ///
    /// # Errors
    ///
    /// What the file says.
    pub fn next_of(
        &mut self,
        record: &mut Record,
        column: usize,
        mut is_wanted: impl FnMut(&str) -> bool,
    ) -> Result<bool> {
        loop {
            match self.find() {
                Found::Plain(0, 0) => return Ok(false),
                Found::Plain(0, whole) => {
                    self.start += whole;
                    self.line += 1;
                }
                Found::Plain(length, whole) => {
                    let row = &self.buffer[self.start..self.start + length];
                    let is_wanted = is_wanted(text_in(row, column, self.separator));
                    if is_wanted {
                        record.set(row, self.separator);
                        record.line = self.line;
                    }
                    self.start += whole;
                    self.line += 1;
                    if is_wanted {
                        return Ok(true);
                    }
                }
                Found::Quoted(whole, lines) => {
                    record.set_columns(&self.unquoted.0, &self.unquoted.1);
                    record.line = self.line;
                    self.start += whole;
                    self.line += lines;
                    if is_wanted(record.get(column).unwrap_or_default()) {
                        return Ok(true);
                    }
                }
                Found::Part => self.read_on()?,
            }
        }
    }

    /// Looks for the end of the row that begins at `start`.
    fn find(&mut self) -> Found {
        let rest = &self.buffer[self.start..self.end];
        match memchr3(b'\n', b'\r', b'"', rest) {
            Some(end) if rest[end] == b'\n' => Found::Plain(end, end + 1),
            Some(end) if rest[end] == b'\r' => match rest.get(end + 1) {
                Some(b'\n') => Found::Plain(end, end + 2),
                None if !self.is_over => Found::Part,
                _ => Found::Plain(end, end + 1),
            },
            Some(_) => self.find_quoted(),
            None if self.is_over => Found::Plain(rest.len(), rest.len()),
            None => Found::Part,
        }
    }

    /// The same, of a row in which there are quotes.
    fn find_quoted(&mut self) -> Found {
        let (columns, ends) = (&mut self.unquoted.0, &mut self.unquoted.1);
        columns.clear();
        ends.clear();
        let rest = &self.buffer[self.start..self.end];
        let (mut quoted, mut begins, mut lines) = (false, true, 1);
        let mut at = 0;
        while let Some(&byte) = rest.get(at) {
            let next = rest.get(at + 1);
            if next.is_none() && !self.is_over {
                return Found::Part;
            }
            at += 1;
            let was_first = std::mem::replace(&mut begins, false);
            match byte {
                b'"' if quoted && next == Some(&b'"') => {
                    columns.push(b'"');
                    at += 1;
                    if rest.len() == at && !self.is_over {
                        return Found::Part;
                    }
                }
                b'"' if quoted || was_first => quoted = !quoted,
                _ if quoted => {
                    lines += u64::from(byte == b'\n');
                    columns.push(byte);
                }
                b'\n' | b'\r' => {
                    at += usize::from(byte == b'\r' && next == Some(&b'\n'));
                    ends.push(columns.len() as u32);
                    return Found::Quoted(at, lines);
                }
                byte if byte == self.separator => {
                    ends.push(columns.len() as u32);
                    columns.push(byte);
                    begins = true;
                }
                byte => columns.push(byte),
            }
        }
        ends.push(columns.len() as u32);
        Found::Quoted(at, lines)
    }

    /// Reads the next piece behind what is not yet handed out.
    fn read_on(&mut self) -> Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        (self.start, self.end) = (0, self.end - self.start);
        if self.buffer.len() < self.end * 2 || self.buffer.len() < PIECE {
            self.buffer.resize(PIECE.max(self.end * 2), 0);
        }
        let count = loop {
            match self.input.read(&mut self.buffer[self.end..]) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                count => break count?,
            }
        };
        self.is_over = count == 0;
        self.end += count;
        self.read += count as u64;
        Ok(())
    }
}

/// The text in a column of a row in which nothing is quoted; empty where it is not UTF-8,
/// or where there is no column.
#[inline]
fn text_in(row: &[u8], column: usize, separator: u8) -> &str {
    let mut rest = row;
    for _ in 0..column {
        let Some(end) = memchr(separator, rest) else { return "" };
        rest = &rest[end + 1..];
    }
    let end = memchr(separator, rest).unwrap_or(rest.len());
    str::from_utf8(&rest[..end]).unwrap_or_default()
}
