//! How long after one run of a schedule comes the next: a length of time, or months
//! by the calendar (rules T6 and T8).

use crate::model::civil::{Date, DateTime};
use crate::model::time::{Duration, HOUR};

/// How long after one run comes the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// So long, to the millisecond.
    Time(Duration),
    /// So many months, on that day of the month, at the time of day of the first run.
    Months(u32, MonthDay),
}

/// On which day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthDay {
    /// The day of the first run; the last day of a month that has no such day.
    Same,
    /// The last day; the first run is on its own day.
    Last,
}

/// By months no schedule runs more often than this.
pub const MOST_RUNS_BY_MONTHS: u32 = 1_200;

impl Every {
    /// Whether nobody means it: less than an hour, or no month.
    pub fn is_too_often(self) -> bool {
        match self {
            Self::Time(time) => time.millis() < HOUR,
            Self::Months(months, _) => months == 0,
        }
    }
}

impl From<Duration> for Every {
    fn from(time: Duration) -> Self {
        Self::Time(time)
    }
}

impl MonthDay {
    /// What a clock shows so many months after it showed `first`; none beyond the end
    /// of the calendar.
    pub fn after(self, first: DateTime, months: u32) -> Option<DateTime> {
        let day = first.date();
        let month = i64::from(day.month()) - 1 + i64::from(months);
        let year = i16::try_from(i64::from(day.year()) + month.div_euclid(12)).ok()?;
        let month = (month.rem_euclid(12) + 1) as u8;
        let wanted = match self {
            Self::Same => day.day(),
            Self::Last => 31,
        };
        let found = (28..=wanted).rev().find_map(|day| Date::new(year, month, day));
        let date = found.or_else(|| Date::new(year, month, wanted))?;
        let of_day = first.millis() - day.midnight().millis();
        Some(DateTime::from_millis(date.midnight().millis() + of_day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(first: &str, months: u32, on: MonthDay) -> String {
        on.after(first.parse().unwrap(), months).map(|at| at.to_string()).unwrap_or_default()
    }

    #[test]
    fn t8_a_month_later_is_the_same_day_or_the_last_one() {
        for (first, months, same, last) in [
            ("2026-01-31T09:30", 0, "2026-01-31", "2026-01-31"),
            ("2026-01-31T09:30", 1, "2026-02-28", "2026-02-28"),
            ("2026-01-31T09:30", 2, "2026-03-31", "2026-03-31"),
            ("2028-01-30T09:30", 1, "2028-02-29", "2028-02-29"),
            ("2026-01-15T09:30", 12, "2027-01-15", "2027-01-31"),
            ("2026-11-05T09:30", 3, "2027-02-05", "2027-02-28"),
        ] {
            for (on, day) in [(MonthDay::Same, same), (MonthDay::Last, last)] {
                let found = after(first, months, on);
                assert!(found.starts_with(&format!("{day}T09:30")), "{first} + {months}: {found}");
            }
        }
        assert_eq!(after("9999-12-01T00:00", 1, MonthDay::Same), "");
    }
}
