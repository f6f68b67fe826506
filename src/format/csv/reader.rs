//! Rows of a CSV file as they stream in (RFC 4180): a row in which nothing is quoted,
//! as nearly all are, is found and divided many bytes at a time.
//!
//! **Invariant:** what is in memory is one piece of the file, and a longer one only where
//! one row is longer.

use std::io::{Read, Result};
use std::ops::Range;
use std::str;

use crate::format::csv::marks::{Marks, WIDTH};
use crate::format::csv::record::{Record, text_of};

/// Reads rows.
pub struct Reader<R> {
    input: R,
    separator: u8,
    buffer: Vec<u8>,
    /// What of the buffer was read from the file and is not yet handed out.
    start: usize,
    end: usize,
    is_over: bool,
    /// How many bytes of the file were read.
    read: u64,
    /// On which line `start` is, counted from 1.
    line: u64,
    row: Row,
    /// Where the columns of the row end.
    ends: Vec<u32>,
    /// The columns of a row with quotes.
    unquoted: Vec<u8>,
}

/// The row that was read last.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    /// Where it begins in the buffer, and how long it is; nothing where it has quotes.
    plain: Option<(usize, usize)>,
    /// On which line it begins.
    line: u64,
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
        Self {
            input,
            separator,
            buffer: beginning,
            start: 0,
            end,
            is_over: false,
            read: end as u64,
            line: 1,
            row: Row::default(),
            ends: Vec::new(),
            unquoted: Vec::new(),
        }
    }

    /// How many bytes of the file were handed out.
    pub fn position(&self) -> u64 {
        self.read - (self.end - self.start) as u64
    }

    /// The row that was read last.
    #[inline]
    pub fn record(&self) -> Record<'_> {
        Record::new(self.bytes(), &self.ends, self.row.line)
    }

    /// Reads the next row that is not an empty line; `false` when there is none.
    ///
    /// # Errors
    ///
    /// What the file says.
    pub fn next(&mut self) -> Result<bool> {
        loop {
            let (plain, whole, lines) = match self.find() {
                Found::Plain(0, 0) => return Ok(false),
                Found::Plain(length, whole) => (Some((self.start, length)), whole, 1),
                Found::Quoted(whole, lines) => (None, whole, lines),
                Found::Part => {
                    self.read_on()?;
                    continue;
                }
            };
            self.row = Row { plain, line: self.line };
            self.start += whole;
            self.line += lines;
            if plain.is_none_or(|(_, length)| length > 0) {
                return Ok(true);
            }
        }
    }

    /// The same, of rows for whose text in a column `is_wanted` holds: empty where it is not
    /// UTF-8, or where there is no column. To pass over the others costs a fraction of
    /// reading them.
    ///
    /// # Errors
    ///
    /// What the file says.
    pub fn next_of(
        &mut self,
        column: usize,
        mut is_wanted: impl FnMut(&str) -> bool,
    ) -> Result<bool> {
        loop {
            if let Some(owner) = self.plain_column(column) {
                let is_wanted =
                    is_wanted(str::from_utf8(&self.buffer[owner.clone()]).unwrap_or_default());
                if !is_wanted && self.pass(owner.end) {
                    continue;
                }
                let is_there = self.next()?;
                if is_wanted || !is_there {
                    return Ok(is_there);
                }
            } else if !self.next()? {
                return Ok(false);
            } else if is_wanted(text_of(self.bytes(), &self.ends, column).unwrap_or_default()) {
                return Ok(true);
            }
        }
    }

    /// Where the text in a column of the row that begins at `start` is in the buffer, if
    /// nothing up to its end is quoted, and there are columns after it.
    #[inline]
    fn plain_column(&self, mut column: usize) -> Option<Range<usize>> {
        let marks = Marks::new(self.separator);
        let (mut at, mut begin) = (self.start, self.start);
        while at < self.end {
            let word = word_at(&self.buffer[..self.end], at);
            for place in marks.places(word) {
                match word[place] {
                    b'\n' | b'\r' | b'"' => return None,
                    byte if byte == self.separator && column == 0 => {
                        return Some(begin..at + place);
                    }
                    byte if byte == self.separator => {
                        column -= 1;
                        begin = at + place + 1;
                    }
                    _ => {}
                }
            }
            at += WIDTH;
        }
        None
    }

    /// Passes over the row that begins at `start` and has no quotes before `at`; `false` when
    /// more has to be looked at to know where it ends.
    #[inline]
    fn pass(&mut self, mut at: usize) -> bool {
        while at < self.end {
            let word = word_at(&self.buffer[..self.end], at);
            for place in Marks::ends().places(word) {
                let end = at + place + 1;
                self.start = match word[place] {
                    b'\n' => end,
                    b'\r' if end < self.end => end + usize::from(self.buffer[end] == b'\n'),
                    b'"' | b'\r' => return false,
                    _ => continue,
                };
                self.line += 1;
                return true;
            }
            at += WIDTH;
        }
        false
    }

    /// The columns of the row that was read last, each with one byte after it.
    #[inline]
    fn bytes(&self) -> &[u8] {
        match self.row.plain {
            Some((start, length)) => &self.buffer[start..start + length],
            None => &self.unquoted,
        }
    }

    /// Looks for the end of the row that begins at `start`.
    #[inline]
    fn find(&mut self) -> Found {
        self.find_plain().unwrap_or_else(|| self.find_quoted())
    }

    /// The same; nothing when something in it is quoted.
    #[inline]
    fn find_plain(&mut self) -> Option<Found> {
        let marks = Marks::new(self.separator);
        let rest = &self.buffer[self.start..self.end];
        self.ends.clear();
        let mut at = 0;
        while at < rest.len() {
            let word = word_at(rest, at);
            for place in marks.places(word) {
                let end = at + place;
                match word[place] {
                    b'\n' => {
                        self.ends.push(end as u32);
                        return Some(Found::Plain(end, end + 1));
                    }
                    b'\r' => {
                        let is_pair = match rest.get(end + 1) {
                            None if !self.is_over => return Some(Found::Part),
                            next => next == Some(&b'\n'),
                        };
                        self.ends.push(end as u32);
                        return Some(Found::Plain(end, end + 1 + usize::from(is_pair)));
                    }
                    b'"' => return None,
                    byte if byte == self.separator => self.ends.push(end as u32),
                    _ => {}
                }
            }
            at += WIDTH;
        }
        if !self.is_over {
            return Some(Found::Part);
        }
        self.ends.push(rest.len() as u32);
        Some(Found::Plain(rest.len(), rest.len()))
    }

    /// The same, of a row in which there are quotes.
    fn find_quoted(&mut self) -> Found {
        let (columns, ends) = (&mut self.unquoted, &mut self.ends);
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

/// The bytes there, filled up with some that are no marks.
#[inline]
fn word_at(bytes: &[u8], at: usize) -> [u8; WIDTH] {
    bytes[at..].first_chunk().copied().unwrap_or_else(|| {
        let last = &bytes[at..];
        let mut filled = [b'~'; WIDTH];
        filled[..last.len()].copy_from_slice(last);
        filled
    })
}
