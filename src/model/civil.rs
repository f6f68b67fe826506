//! The calendar on the wall: days and times of day without a zone, in the
//! proleptic Gregorian calendar.
//!
//! Deliberately small: the calendar libraries weigh more than the rest of the
//! model, and the page has to be fetched. `tests/zones.rs` compares it with one.

use std::fmt;
use std::str::FromStr;

use crate::model::time::TimeError;

/// Milliseconds in a day on the wall.
const DAY: i64 = 86_400_000;

/// A day. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A day and a time of day, to the millisecond. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    date: Date,
    /// Milliseconds since midnight, below 86,400,000.
    millis: u32,
}

impl Date {
    /// The first day of the calendar.
    pub const MIN: Self = Self { year: -9999, month: 1, day: 1 };
    /// The last day of the calendar.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day of those numbers, where there is one between the years -9999 and 9999.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let fits = (-9999..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        fits.then_some(Self { year, month, day })
    }

    /// The day that many days after 1970-01-01 (negative: before), stopping at the
    /// ends of the calendar.
    pub fn from_days(days: i64) -> Self {
        if days < Self::MIN.days() {
            return Self::MIN;
        }
        if days > Self::MAX.days() {
            return Self::MAX;
        }
        // Years begin in March here, so that a leap day is the last of its year.
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: year as i16, month: month as u8, day: day as u8 }
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * shifted + 2) / 5 + i64::from(self.day) - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        era * 146_097 + of_era - 719_468
    }

    /// The year; the one before 1 is 0.
    pub fn year(self) -> i16 {
        self.year
    }

    /// From 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// From 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The next day, stopping at the end of the calendar.
    pub fn tomorrow(self) -> Self {
        Self::from_days(self.days() + 1)
    }

    /// Its midnight.
    pub fn midnight(self) -> DateTime {
        DateTime { date: self, millis: 0 }
    }
}

impl DateTime {
    /// What a clock shows that many milliseconds after the midnight of 1970-01-01,
    /// stopping at the ends of the calendar.
    pub fn from_millis(millis: i64) -> Self {
        let days = millis.div_euclid(DAY);
        if days < Date::MIN.days() {
            return Date::MIN.midnight();
        }
        if days > Date::MAX.days() {
            return Self { date: Date::MAX, millis: (DAY - 1) as u32 };
        }
        Self { date: Date::from_days(days), millis: millis.rem_euclid(DAY) as u32 }
    }

    /// Milliseconds since the midnight of 1970-01-01.
    pub fn millis(self) -> i64 {
        self.date.days() * DAY + i64::from(self.millis)
    }

    /// Its day.
    pub fn date(self) -> Date {
        self.date
    }

    /// From 0 to 23.
    pub fn hour(self) -> u32 {
        self.millis / 3_600_000
    }

    /// From 0 to 59.
    pub fn minute(self) -> u32 {
        self.millis / 60_000 % 60
    }

    /// From 0 to 59.
    pub fn second(self) -> u32 {
        self.millis / 1_000 % 60
    }

    /// Milliseconds of the second, from 0 to 999.
    pub fn millisecond(self) -> u32 {
        self.millis % 1_000
    }
}

impl fmt::Display for Date {
    /// `2026-03-29`; years before 0 have a sign and six digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = i32::from(self.year);
        let (sign, digits) = if year < 0 { ("-", 6) } else { ("", 4) };
        write!(f, "{sign}{:0digits$}-{:02}-{:02}", year.abs(), self.month, self.day)
    }
}

impl fmt::Display for DateTime {
    /// `2026-03-29T14:30:00`, with a fraction where there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour(), self.minute(), self.second())?;
        if self.millisecond() != 0 {
            let fraction = format!("{:03}", self.millisecond());
            write!(f, ".{}", fraction.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = TimeError;

    /// Reads `YYYY-MM-DD`, or a year with a sign and six digits.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let digits = if text.starts_with(['+', '-']) { 7 } else { 4 };
        let (year, rest) = text.split_at_checked(digits).ok_or(TimeError)?;
        let rest = rest.strip_prefix('-').ok_or(TimeError)?;
        let (month, day) = rest.split_once('-').ok_or(TimeError)?;
        let magnitude = number(year.trim_start_matches(['+', '-']), digits - digits % 2)?;
        let sign = if year.starts_with('-') { -1 } else { 1 };
        let year = i16::try_from(sign * i64::from(magnitude)).map_err(|_| TimeError)?;
        let zero = year == 0 && sign < 0;
        let date = Self::new(year, number(month, 2)? as u8, number(day, 2)? as u8);
        date.filter(|_| !zero).ok_or(TimeError)
    }
}

impl FromStr for DateTime {
    type Err = TimeError;

    /// Reads `YYYY-MM-DDTHH:MM`, with a space for the T, with seconds, with a
    /// fraction of them: digits after the third are cut off.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let (date, time) = text.split_once(['T', 't', ' ']).ok_or(TimeError)?;
        Ok(Self { date: date.parse()?, millis: time_of_day(time)? })
    }
}

/// Milliseconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`.
fn time_of_day(text: &str) -> Result<u32, TimeError> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, millis_of(fraction)?),
        None => (text, 0),
    };
    let mut parts = whole.split(':');
    let hour = below(parts.next(), 24)?;
    let minute = below(parts.next(), 60)?;
    let second = match parts.next() {
        Some(second) => below(Some(second), 60)?,
        None if fraction == 0 && whole.len() == text.len() => 0,
        None => return Err(TimeError),
    };
    if parts.next().is_some() {
        return Err(TimeError);
    }
    Ok(((hour * 60 + minute) * 60 + second) * 1_000 + fraction)
}

/// The milliseconds of a fraction of a second of one to nine digits.
fn millis_of(digits: &str) -> Result<u32, TimeError> {
    if digits.is_empty() || digits.len() > 9 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TimeError);
    }
    let padded = digits.bytes().chain(*b"00").take(3);
    Ok(padded.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn below(text: Option<&str>, bound: u32) -> Result<u32, TimeError> {
    let found = number(text.ok_or(TimeError)?, 2)?;
    if found < bound { Ok(found) } else { Err(TimeError) }
}

/// A number of exactly so many digits.
pub(crate) fn number(text: &str, digits: usize) -> Result<u32, TimeError> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().map_err(|_| TimeError) } else { Err(TimeError) }
}

/// Reads `YYYY-MM-DDTHH:MMZ`, with seconds or without, as nearly all exact times are
/// written; `None` for other spellings, and for what is no time.
pub(crate) fn short_utc(text: &[u8]) -> Option<DateTime> {
    let (at, seconds) = match text {
        [at @ .., b'Z'] if at.len() == 16 => (at, 0),
        [at @ .., b':', tens, ones, b'Z'] if at.len() == 16 => (at, two([*tens, *ones])?),
        _ => return None,
    };
    let &[y, e, a, r, b'-', m, n, b'-', d, f, b'T', h, i, b':', s, t] = at else { return None };
    let year = two([y, e])? * 100 + two([a, r])?;
    let date = Date::new(year as i16, two([m, n])? as u8, two([d, f])? as u8)?;
    let (hour, minute) = (two([h, i])?, two([s, t])?);
    let fits = hour < 24 && minute < 60 && seconds < 60;
    fits.then_some(DateTime { date, millis: ((hour * 60 + minute) * 60 + seconds) * 1_000 })
}

/// The number of two digits.
fn two([tens, ones]: [u8; 2]) -> Option<u32> {
    let both = tens.is_ascii_digit() && ones.is_ascii_digit();
    both.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970_on() {
        for (text, days) in [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016)] {
            let date: Date = text.parse().unwrap();
            assert_eq!((date.days(), Date::from_days(days)), (days, date), "{text}");
        }
    }

    #[test]
    fn every_day_reads_back() {
        for days in Date::MIN.days()..=Date::MAX.days() {
            let date = Date::from_days(days);
            assert_eq!(date.days(), days);
        }
        for days in (Date::MIN.days()..=Date::MAX.days()).step_by(97) {
            let date = Date::from_days(days);
            assert_eq!(date.to_string().parse(), Ok(date));
        }
    }

    #[test]
    fn a_time_may_leave_out_seconds_and_cuts_its_fraction() {
        let at = |text: &str| text.parse::<DateTime>().unwrap().to_string();
        assert_eq!(at("2026-03-29T14:30"), "2026-03-29T14:30:00");
        assert_eq!(at("2026-03-29 14:30:05.1209"), "2026-03-29T14:30:05.12");
    }

    #[test]
    fn the_common_spelling_is_read_as_the_others_are() {
        for text in ["2026-03-29T14:30Z", "2024-02-29T23:59:59Z", "0000-01-01T00:00Z"] {
            let long: DateTime = text.trim_end_matches('Z').parse().unwrap();
            assert_eq!(short_utc(text.as_bytes()), Some(long), "{text}");
        }
        for text in ["2026-02-29T14:30Z", "2026-03-29T24:00Z", "2026-03-29T14:30:60Z", "2026-03-29"]
        {
            assert_eq!(short_utc(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in [
            "2026-3-29T10:00",
            "2026-03-29T24:00",
            "2026-03-29T10",
            "2026-03-29T10:60",
            "2026-03-29T10:00:60",
            "2026-03-29T10:00.5",
            "2026-03-29T10:00:00.",
            "2026-02-29T10:00",
            "-000000-01-01T00:00",
            "2026-03-29T1000",
            "20260329T10:00",
            "2026-03-29T10:00:00:00",
        ] {
            assert_eq!(text.parse::<DateTime>(), Err(TimeError), "{text}");
        }
    }
}
