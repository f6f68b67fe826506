//! How long a Wait tile waits: for a duration, until a moment, or around a date
//! that each contact has of its own.

use crate::model::condition::Source;
use crate::model::time::Duration;

/// How long a Wait tile waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitUntil {
    /// So long, counted from arrival, at most [`MAX_WAIT`](crate::model::journey::MAX_WAIT).
    Duration(Duration),
    /// Until then: as [`Moment`](crate::model::time::Moment) reads it; empty: not chosen yet.
    Moment(String),
    /// Until so long before or after a date of the contact or of a trigger received.
    Around {
        /// Where the date comes from; none is chosen yet in an unfinished journey.
        date: Option<Source>,
        /// On which side of the date.
        side: Side,
        /// How far from the date; it counts for nothing [`Side::At`] the date.
        offset: Duration,
    },
}

/// On which side of a date something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Side {
    Before,
    #[default]
    At,
    After,
}

impl WaitUntil {
    /// Where the date comes from around which it waits.
    pub fn date(&self) -> Option<Source> {
        match self {
            Self::Around { date, .. } => *date,
            Self::Duration(_) | Self::Moment(_) => None,
        }
    }

    /// As [`date`](Self::date), to change it.
    pub fn date_mut(&mut self) -> Option<&mut Source> {
        match self {
            Self::Around { date, .. } => date.as_mut(),
            Self::Duration(_) | Self::Moment(_) => None,
        }
    }
}

impl Side {
    /// All of them, in the order of time.
    pub const ALL: [Self; 3] = [Self::Before, Self::At, Self::After];

    /// How far from a date it is with that offset, in milliseconds; negative: earlier.
    pub fn shift(self, offset: Duration) -> i64 {
        match self {
            Self::Before => -offset.millis(),
            Self::At => 0,
            Self::After => offset.millis(),
        }
    }
}
