//! Waiting for a condition instead of for a time.

use std::thread;
use std::time::{Duration, Instant};

use crate::{Error, Result};

const PAUSE: Duration = Duration::from_millis(25);

/// Asks until the answer is `Some`, for at most that long.
///
/// # Errors
/// [`Error::Late`] with the last error, when the deadline passes.
pub fn until<T>(
    what: &str,
    patience: Duration,
    mut ask: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = match ask() {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => "nothing".to_owned(),
            Err(error) => error.to_string(),
        };
        if start.elapsed() >= patience {
            return Err(Error::Late { seconds: patience.as_secs(), what: what.to_owned(), seen });
        }
        thread::sleep(PAUSE);
    }
}
