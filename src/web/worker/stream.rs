//! A file as a stream, piece by piece, so that a large one never stands in the
//! engine's memory as a whole.

use std::io::{Error, Read, Result};

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileReaderSync};

use crate::web::files::FileError;
use crate::web::worker::bin::Bin;

/// A file that is being read.
pub struct FileStream<'a> {
    from: From<'a>,
    size: f64,
    /// Where the next piece begins, in bytes.
    at: f64,
    /// Outside of the engine's memory.
    piece: Uint8Array,
    /// How much of the piece was handed out.
    used: u32,
    progress: &'a dyn Fn(f64, f64),
}

enum From<'a> {
    /// It waits for the browser, which only a worker may do.
    Disk(&'a File, FileReaderSync, Bin),
    /// The browser holds all of it.
    Memory(Uint8Array),
}

/// The size of a piece, in bytes. To ask the browser for one takes longer than to copy it.
const PIECE: f64 = 4.0 * 1024.0 * 1024.0;

impl<'a> FileStream<'a> {
    /// From the beginning; `progress` is told how many bytes of how many were read.
    /// Where nobody may wait for the browser, the file is fetched as a whole first.
    ///
    /// # Errors
    ///
    /// What the browser says.
    pub async fn open(
        file: &'a File,
        may_wait: bool,
        progress: &'a dyn Fn(f64, f64),
    ) -> std::result::Result<Self, FileError> {
        let from = if may_wait {
            From::Disk(file, FileReaderSync::new()?, Bin::new()?)
        } else {
            From::Memory(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
        };
        let piece = Uint8Array::new_with_length(0);
        Ok(Self { from, size: file.size(), at: 0.0, piece, used: 0, progress })
    }

    fn next_piece(&mut self) -> std::result::Result<(), FileError> {
        let end = (self.at + PIECE).min(self.size);
        self.piece = match &self.from {
            From::Disk(file, reader, bin) => {
                bin.take(&self.piece.buffer());
                let slice = file.slice_with_f64_and_f64(self.at, end)?;
                Uint8Array::new(&reader.read_as_array_buffer(&slice)?.into())
            }
            // A file beyond 4 GB does not stand in memory.
            From::Memory(bytes) => bytes.subarray(self.at as u32, end as u32),
        };
        self.used = 0;
        self.at = end;
        (self.progress)(end, self.size);
        Ok(())
    }
}

impl Read for FileStream<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if self.used == self.piece.length() && self.at < self.size {
            self.next_piece().map_err(|error| Error::other(error.0))?;
        }
        let count = into.len().min((self.piece.length() - self.used) as usize);
        let end = self.used + count as u32;
        self.piece.subarray(self.used, end).copy_to(&mut into[..count]);
        self.used = end;
        Ok(count)
    }
}
