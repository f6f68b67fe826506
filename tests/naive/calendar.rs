//! Rule T1 over another calendar than the engine's: dates, times and zones as jiff
//! has them.

use std::ops::Range;

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Span, Timestamp};
use parcours::model::time::Instant;
use parcours::model::value::{Type, Value};

/// The zone of an IANA name.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

/// The instants that a text covers: a whole day, or one millisecond. `None` for a
/// text that is no date.
pub fn span(text: &str, zone: &TimeZone) -> Option<Range<Instant>> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>()
        && text.len() == 10
    {
        let next = day.tomorrow().unwrap();
        return Some(local(day.at(0, 0, 0, 0), zone)..local(next.at(0, 0, 0, 0), zone));
    }
    let at = match text.parse::<Timestamp>() {
        Ok(at) => Instant(at.as_millisecond()),
        Err(_) => local(text.parse::<DateTime>().ok()?, zone),
    };
    Some(at..Instant(at.0 + 1))
}

/// The first instant of a text with a date or time.
pub fn instant(text: &str, zone: &TimeZone) -> Option<Instant> {
    Some(span(text, zone)?.start)
}

/// So many months later at the same time on the clock; a day that the month has not is
/// its last one (rule T8).
pub fn months_after(first: Instant, months: u32, last: bool, zone: &TimeZone) -> Instant {
    let shown = Timestamp::from_millisecond(first.0).unwrap().to_zoned(zone.clone()).datetime();
    let later = shown.checked_add(Span::new().months(months)).unwrap();
    let date = if last { later.date().last_of_month() } else { later.date() };
    local(date.to_datetime(shown.time()), zone)
}

/// The month and day that a calendar on the wall shows.
pub fn day(at: Instant, zone: &TimeZone) -> (i8, i8) {
    let date = zone.to_datetime(Timestamp::from_millisecond(at.0).unwrap());
    (date.month(), date.day())
}

/// Reads a value; `None` for an empty text.
pub fn value(text: &str, ty: &Type, zone: &TimeZone) -> Option<Value> {
    match ty {
        Type::DateTime => instant(text, zone).map(Value::DateTime),
        // What has no date needs no zone.
        _ => Value::parse(text, ty, &parcours::model::zone::TimeZone::UTC).ok(),
    }
}

/// A time that clocks skip is the first after the gap; of one that they show twice it
/// is the earlier.
fn local(at: DateTime, zone: &TimeZone) -> Instant {
    let ambiguous = zone.to_ambiguous_zoned(at);
    let at = match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => {
            let before = ambiguous.earlier().unwrap().timestamp();
            zone.following(before).next().unwrap().timestamp()
        }
        _ => ambiguous.earlier().unwrap().timestamp(),
    };
    Instant(at.as_millisecond())
}
