//! One row of a CSV file, divided into its columns.

use std::str;

/// A row.
#[derive(Debug, Clone, Copy)]
pub struct Record<'r> {
    /// The columns, each with one byte after it.
    bytes: &'r [u8],
    /// The same, where all of it is UTF-8.
    text: Option<&'r str>,
    /// Where each column ends.
    ends: &'r [u32],
    /// The line on which it begins, counted from 1.
    pub line: u64,
}

impl<'r> Record<'r> {
    /// A row of its columns, each with one byte after it, and where they end.
    pub fn new(bytes: &'r [u8], ends: &'r [u32], line: u64) -> Self {
        Self { bytes, text: str::from_utf8(bytes).ok(), ends, line }
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text in a column; `None` where it is not UTF-8, or where there is no column.
    #[inline]
    pub fn get(&self, column: usize) -> Option<&'r str> {
        match self.text {
            Some(text) => {
                let end = *self.ends.get(column)? as usize;
                text.get(start(self.ends, column)..end)
            }
            None => text_of(self.bytes, self.ends, column),
        }
    }
}

/// The text in a column of a row of which only that is looked at.
#[inline]
pub fn text_of<'r>(bytes: &'r [u8], ends: &[u32], column: usize) -> Option<&'r str> {
    let end = *ends.get(column)? as usize;
    str::from_utf8(bytes.get(start(ends, column)..end)?).ok()
}

#[inline]
fn start(ends: &[u32], column: usize) -> usize {
    column.checked_sub(1).map_or(0, |before| ends[before] as usize + 1)
}
