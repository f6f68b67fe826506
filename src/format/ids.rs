//! The numbers of the records of a file.
//!
//! **Invariant** of what is read: a number names one thing only, whatever its kind.

use crate::format::error::{Cause, ReadError};
use crate::format::guard::{self, after_string};
use crate::format::{MAX_ID, stop};
use crate::model::collect;

/// The numbers that records of a file have as their ids, each with where the id stands.
#[derive(Default)]
pub(super) struct Ids(Vec<(u32, usize)>);

impl Ids {
    /// One more, which stands at that byte.
    pub fn add(&mut self, number: u32, at: usize) {
        self.0.push((number, at));
    }

    /// The greatest of them; 0 where there are none.
    ///
    /// # Errors
    ///
    /// A number that stands twice, or is too great.
    pub fn greatest(mut self, text: &str) -> Result<u32, ReadError> {
        let error = |at, cause| {
            let path = format!("{}.id", stop::holder(text, at));
            Err(ReadError::Field { path, at: guard::position(text.as_bytes(), at), cause })
        };
        // It has been read as a text before; letters of it may be written as escapes.
        let id = |at| {
            let token = text.get(at..after_string(text.as_bytes(), at)).unwrap_or_default();
            serde_json::from_str::<String>(token).unwrap_or_default()
        };
        collect::sort_by_key(&mut self.0, |id| *id);
        let twice = self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        if let Some(pair) = twice.min_by_key(|pair| pair[1].1) {
            let (first, second) = (pair[0].1, pair[1].1);
            let first = stop::holder(text, first);
            return error(second, Cause::DuplicateId { id: id(second), first });
        }
        match self.0.last() {
            Some(&(number, at)) if number >= MAX_ID => {
                error(at, Cause::IdTooGreat { id: id(at), most: MAX_ID - 1 })
            }
            last => Ok(last.map_or(0, |(number, _)| *number)),
        }
    }
}
