//! A file as a stream, piece by piece, so that a large one never stands in memory
//! as a whole. It waits for the browser, which only a worker may do.

use std::io::{Error, Read, Result};

use js_sys::Uint8Array;
use web_sys::{File, FileReaderSync};

use crate::web::files::FileError;

/// A file that is being read.
pub struct FileStream<'a> {
    file: &'a File,
    reader: FileReaderSync,
    /// Where the next piece begins, in bytes.
    at: f64,
    piece: Vec<u8>,
    /// How much of the piece was handed out.
    used: usize,
    progress: &'a dyn Fn(f64, f64),
}

/// The size of a piece, in bytes.
const PIECE: f64 = 512.0 * 1024.0;

impl<'a> FileStream<'a> {
    /// From the beginning; `progress` is told how many bytes of how many were read.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub fn new(
        file: &'a File,
        progress: &'a dyn Fn(f64, f64),
    ) -> std::result::Result<Self, FileError> {
        let reader = FileReaderSync::new()?;
        Ok(Self { file, reader, at: 0.0, piece: Vec::new(), used: 0, progress })
    }

    fn next_piece(&mut self) -> std::result::Result<(), FileError> {
        let end = (self.at + PIECE).min(self.file.size());
        let slice = self.file.slice_with_f64_and_f64(self.at, end)?;
        let buffer = self.reader.read_as_array_buffer(&slice)?;
        self.piece = Uint8Array::new(&buffer).to_vec();
        self.used = 0;
        self.at = end;
        (self.progress)(end, self.file.size());
        Ok(())
    }
}

impl Read for FileStream<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if self.used == self.piece.len() && self.at < self.file.size() {
            self.next_piece().map_err(|error| Error::other(error.0))?;
        }
        let rest = &self.piece[self.used..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.used += count;
        Ok(count)
    }
}
