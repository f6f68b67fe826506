//! One row of a CSV file, divided into its columns.

use std::ops::Range;
use std::str;

/// A row. It is used again for the next one, so that reading a row allocates nothing.
#[derive(Debug, Default)]
pub struct Record {
    /// The row, where it is UTF-8: the columns, each with one byte after it.
    text: String,
    /// The same, where it is not.
    bytes: Vec<u8>,
    is_text: bool,
    /// Where each column ends.
    ends: Vec<u32>,
    /// The line on which it begins, counted from 1.
    pub line: u64,
}

impl Record {
    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text in a column; `None` where it is not UTF-8, or where there is no column.
    #[inline]
    pub fn get(&self, column: usize) -> Option<&str> {
        let range = self.range(column)?;
        if self.is_text { self.text.get(range) } else { str::from_utf8(&self.bytes[range]).ok() }
    }

    /// Takes a row in which nothing is quoted.
    pub fn set(&mut self, row: &[u8], separator: u8) {
        self.ends.clear();
        let places = row.iter().zip(0_u32..).filter(|(byte, _)| **byte == separator);
        self.ends.extend(places.map(|(_, place)| place));
        self.ends.push(row.len() as u32);
        self.set_bytes(row);
    }

    /// Takes a row from its columns, each with one byte after it, and where they end.
    pub fn set_columns(&mut self, columns: &[u8], ends: &[u32]) {
        self.ends.clear();
        self.ends.extend_from_slice(ends);
        self.set_bytes(columns);
    }

    fn set_bytes(&mut self, bytes: &[u8]) {
        match str::from_utf8(bytes) {
            Ok(text) => {
                self.text.clear();
                self.text.push_str(text);
                self.is_text = true;
            }
            Err(_) => {
                self.bytes.clear();
                self.bytes.extend_from_slice(bytes);
                self.is_text = false;
            }
        }
    }

    #[inline]
    fn range(&self, column: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(column)? as usize;
        let start = if column == 0 { 0 } else { self.ends[column - 1] as usize + 1 };
        Some(start..end)
    }
}
