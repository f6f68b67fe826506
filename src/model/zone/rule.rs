//! The rule by which a zone's clocks go on changing, year by year.

use crate::model::civil::{Date, DateTime};

const DAY: i64 = 86_400;

/// What holds after the last change on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// No more changes.
    Steady,
    /// Summer time every year.
    Yearly {
        /// Seconds east of UTC in winter.
        standard: i32,
        /// Seconds east of UTC in summer.
        summer: i32,
        /// When summer time begins, on the winter's clock.
        begin: Turn,
        /// When it ends, on the summer's clock.
        end: Turn,
    },
}

/// A weekday of a month, as POSIX writes it: `M3.5.0/2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// From 1 to 12.
    pub month: u8,
    /// From 1 to 4; 5 is the last.
    pub week: u8,
    /// From 0, Sunday.
    pub weekday: u8,
    /// Seconds after that day's midnight; may be negative or more than a day.
    pub time: i32,
}

impl Rule {
    /// Seconds east of UTC at that second, unless nothing changes any more.
    pub fn offset(&self, second: i64) -> Option<i32> {
        let changes = self.changes_around(second)?;
        changes.into_iter().rev().find(|&(at, _)| at <= second).map(|(_, offset)| offset)
    }

    /// The next change after that second, and the offset from then on.
    pub fn next_change(&self, second: i64) -> Option<(i64, i32)> {
        self.changes_around(second)?.into_iter().find(|&(at, _)| at > second)
    }

    /// The changes of the year before, of this year, and of the next, in order.
    fn changes_around(&self, second: i64) -> Option<[(i64, i32); 6]> {
        let Self::Yearly { standard, summer, begin, end } = *self else { return None };
        let year = DateTime::from_millis(second.saturating_mul(1_000)).date().year();
        // The years beside it must be in the calendar too.
        let year = year.clamp(-9998, 9998);
        let mut found = [(0, 0); 6];
        for (place, year) in (year - 1..=year + 1).enumerate() {
            let begin = (begin.second(year) - i64::from(standard), summer);
            let end = (end.second(year) - i64::from(summer), standard);
            let pair = if begin.0 < end.0 { [begin, end] } else { [end, begin] };
            found[2 * place..2 * place + 2].copy_from_slice(&pair);
        }
        Some(found)
    }
}

impl Turn {
    /// The local second of that year.
    fn second(self, year: i16) -> i64 {
        let first = Date::new(year, self.month, 1).map_or(0, Date::days);
        // 1970-01-01 was a Thursday.
        let weekday = (first + 4).rem_euclid(7);
        let mut day = first + (i64::from(self.weekday) - weekday).rem_euclid(7);
        day += 7 * (i64::from(self.week) - 1);
        while Date::from_days(day).month() != self.month {
            day -= 7;
        }
        day * DAY + i64::from(self.time)
    }
}
