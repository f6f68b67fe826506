//! Time (rules T1 and T2): instants are whole milliseconds UTC, durations are
//! exact, and a local time is read in a named IANA time zone.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::model::civil::{self, Date, DateTime};
use crate::model::collect;
use crate::model::zone::TimeZone;

/// Milliseconds in a minute, an hour, a day (24 h) and a week (7 d).
pub const MINUTE: i64 = 60_000;
/// See [`MINUTE`].
pub const HOUR: i64 = 60 * MINUTE;
/// See [`MINUTE`].
pub const DAY: i64 = 24 * HOUR;
/// See [`MINUTE`].
pub const WEEK: i64 = 7 * DAY;

/// An instant: whole milliseconds since 1970-01-01T00:00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// This instant moved by `millis` (negative: earlier), stopping at the ends of time.
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// What a clock on the wall of `zone` shows at this instant.
    pub fn in_zone(self, zone: &TimeZone) -> DateTime {
        zone.show(self.0)
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, with as many fractional digits as needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", self.in_zone(&TimeZone::UTC))
    }
}

/// A unit of a [`Duration`]. Each is exact: days have 24 hours (rule T1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Unit {
    /// 60 seconds.
    #[default]
    Minutes,
    /// 60 minutes.
    Hours,
    /// 24 hours.
    Days,
    /// 7 days.
    Weeks,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Self; 4] = [Self::Minutes, Self::Hours, Self::Days, Self::Weeks];

    /// How long one of it is, in milliseconds.
    pub const fn millis(self) -> i64 {
        match self {
            Self::Minutes => MINUTE,
            Self::Hours => HOUR,
            Self::Days => DAY,
            Self::Weeks => WEEK,
        }
    }

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
        }
    }

    /// The unit of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// A length of time as a person set it: `2 weeks` stays distinct from `14 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// `count` days.
    pub const fn days(count: u32) -> Self {
        Self { count, unit: Unit::Days }
    }

    /// Its exact length in milliseconds.
    pub fn millis(self) -> i64 {
        i64::from(self.count).saturating_mul(self.unit.millis())
    }
}

/// Why a text is not a date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a date such as 2026-03-29, nor a date and time such as 2026-03-29T14:30 or 2026-03-29T14:30Z"
)]
pub struct TimeError;

/// A date, or a date and time, as written: the zone is applied when it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A whole day in the journey's time zone.
    Day(Date),
    /// A date and time in the journey's time zone.
    Local(DateTime),
    /// A date and time with its own offset.
    Exact(Instant),
}

impl Moment {
    /// The instants that it covers, end excluded: a day has 23 to 25 hours where
    /// clocks change; a date and time is one millisecond long.
    pub fn span(self, zone: &TimeZone) -> Range<Instant> {
        match self {
            Self::Day(day) => local(day.midnight(), zone)..local(day.tomorrow().midnight(), zone),
            Self::Local(at) => instant_range(local(at, zone)),
            Self::Exact(at) => instant_range(at),
        }
    }

    /// The first instant that it covers.
    pub fn start(self, zone: &TimeZone) -> Instant {
        self.span(zone).start
    }
}

impl FromStr for Moment {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        if let Some(at) = civil::short_utc(text.as_bytes()) {
            return Ok(Self::Exact(Instant(at.millis())));
        }
        if let Some((at, offset)) = split_offset(text) {
            let at: DateTime = at.parse()?;
            return Ok(Self::Exact(Instant(at.millis() - offset?)));
        }
        if text.contains(['T', 't', ' ']) {
            return text.parse().map(Self::Local);
        }
        text.parse().map(Self::Day)
    }
}

/// The time zone of that IANA name, such as `Europe/Paris`, from the data that
/// is compiled in: the same on every machine.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name)
}

/// The names of all time zones, for a picker.
pub fn time_zone_names() -> Vec<String> {
    let mut names: Vec<String> = TimeZone::names().map(str::to_owned).collect();
    collect::sort(&mut names, Ord::cmp);
    names
}

/// The instant of a local time. One that clocks skip moves to the first instant
/// after the gap; one that they show twice is the earlier (rule T1).
pub fn local(at: DateTime, zone: &TimeZone) -> Instant {
    Instant(zone.instant(at))
}

fn instant_range(at: Instant) -> Range<Instant> {
    at..at.plus(1)
}

/// A date and time that ends in `Z`, `+02`, `+0200` or `+02:00`: what is before it,
/// and the offset in milliseconds.
fn split_offset(text: &str) -> Option<(&str, Result<i64, TimeError>)> {
    let time = text.find(['T', 't', ' '])?;
    let place = time + text[time..].find(['Z', 'z', '+', '-'])?;
    let (at, offset) = text.split_at(place);
    Some((at, offset_millis(offset)))
}

fn offset_millis(text: &str) -> Result<i64, TimeError> {
    if text.eq_ignore_ascii_case("Z") {
        return Ok(0);
    }
    let (sign, digits) = text.split_at(1);
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2).ok_or(TimeError)?,
        None => (digits, "00"),
    };
    let (hours, minutes) = (civil::number(hours, 2)?, civil::number(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return Err(TimeError);
    }
    let millis = i64::from(hours) * HOUR + i64::from(minutes) * MINUTE;
    Ok(if sign == "-" { -millis } else { millis })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, zone: &str) -> String {
        let zone = time_zone(zone).unwrap();
        text.parse::<Moment>().unwrap().start(&zone).to_string()
    }

    #[test]
    fn t1_units_are_exact() {
        assert_eq!(Duration { count: 2, unit: Unit::Weeks }.millis(), 14 * DAY);
        assert_eq!(DAY, 86_400_000);
    }

    #[test]
    fn t1_a_local_time_is_in_the_given_zone() {
        assert_eq!(at("2026-07-01T09:00", "Europe/Paris"), "2026-07-01T07:00:00Z");
        assert_eq!(at("2026-07-01T09:00Z", "Europe/Paris"), "2026-07-01T09:00:00Z");
        assert_eq!(at("2026-07-01 09:00+05:30", "Europe/Paris"), "2026-07-01T03:30:00Z");
    }

    #[test]
    fn t1_a_skipped_time_moves_to_the_first_instant_after_the_gap() {
        assert_eq!(at("2026-03-29T02:30", "Europe/Paris"), "2026-03-29T01:00:00Z");
        assert_eq!(at("2026-03-29T02:00", "Europe/Paris"), "2026-03-29T01:00:00Z");
    }

    #[test]
    fn t1_a_time_that_exists_twice_is_the_earlier() {
        assert_eq!(at("2026-10-25T02:30", "Europe/Paris"), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn a_day_covers_its_own_length() {
        let paris = time_zone("Europe/Paris").unwrap();
        let span = |text: &str| text.parse::<Moment>().unwrap().span(&paris);
        let hours = |text: &str| (span(text).end.0 - span(text).start.0) / HOUR;
        assert_eq!((hours("2026-03-29"), hours("2026-10-25"), hours("2026-01-01")), (23, 25, 24));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "today",
            "2026",
            "2026-13-01",
            "01/02/2026",
            "2026-02-30",
            "T10:00",
            "2026-01-01T25:00",
            "2026-01-01T10:00+24:00",
            "2026-01-01T10:00+1",
            "2026-01-01T10:00Zulu",
            "12026-01-01",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(TimeError), "{text}");
        }
    }
}
