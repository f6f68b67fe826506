//! Numbers, shares, dates and durations as people of the language write them.
//! Everything here is tracked: it follows when the language is switched.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::layout::Number;
use crate::model::decimal::Decimal;
use crate::model::time::{Duration, Instant, Unit};
use crate::ui::i18n::{lang, t, t_with};

/// `23 570` or `23,570`.
pub fn count(number: u64) -> String {
    // Small numbers are written alike everywhere, and the canvas is full of them.
    if number < 1000 {
        return number.to_string();
    }
    format_number(number as f64, &[])
}

/// `19.7 %` of `whole`; nothing of nothing is 0.
pub fn share(part: u64, whole: u64) -> String {
    // As with small numbers: the browser takes long to think of its first percentage.
    let percent = part.saturating_mul(100);
    if let (Some(0), Some(percent @ 0..1000)) =
        (percent.checked_rem(whole), percent.checked_div(whole))
    {
        let space = if lang().tag() == "fr" { "\u{a0}" } else { "" };
        return format!("{percent}{space}%");
    }
    let share = if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let options =
        [("style", JsValue::from("percent")), ("maximumFractionDigits", JsValue::from(1))];
    format_number(share, &options)
}

/// A decimal with all its digits.
pub fn decimal(number: Decimal) -> String {
    format_number(number.to_f64(), &[("maximumFractionDigits", JsValue::from(10))])
}

/// `0.4` for 400 milliseconds.
pub fn seconds(millis: f64) -> String {
    let digits = if millis < 10_000.0 { 1 } else { 0 };
    let seconds = (millis / 1000.0).max(0.1);
    format_number(seconds, &[("maximumFractionDigits", JsValue::from(digits))])
}

/// `4.7 MB`; kB below one.
pub fn bytes(size: f64) -> String {
    let (number, unit) = match size {
        size if size < 1e6 => ((size / 1e3).max(0.1), "kilobyte"),
        size => (size / 1e6, "megabyte"),
    };
    let options = [
        ("style", JsValue::from("unit")),
        ("unit", JsValue::from(unit)),
        ("maximumFractionDigits", JsValue::from(1)),
    ];
    format_number(number, &options)
}

/// `30 days`, `1 semaine`.
pub fn duration(duration: Duration) -> String {
    let id = match duration.unit {
        Unit::Minutes => "duration-minutes",
        Unit::Hours => "duration-hours",
        Unit::Days => "duration-days",
        Unit::Weeks => "duration-weeks",
    };
    let number = i64::from(duration.count);
    t_with(id, [("count", number.into()), ("n", count(duration.count.into()).into())])
}

/// `14 days`, `2 days 3 hours`: so many milliseconds in at most two units, whole
/// minutes only.
pub fn span(millis: i64) -> String {
    let mut rest = millis;
    let mut parts = Vec::new();
    for unit in [Unit::Days, Unit::Hours, Unit::Minutes] {
        let count = rest / unit.millis();
        rest %= unit.millis();
        if let Some(count) = u32::try_from(count).ok().filter(|count| *count > 0) {
            parts.push(duration(Duration { count, unit }));
        }
    }
    if parts.is_empty() {
        return t("under-a-minute");
    }
    parts.truncate(2);
    parts.join(" ")
}

/// `1 Jan 1997, 00:00` in that IANA time zone; midnight is shown as any other time.
pub fn date_time(at: Instant, zone: &str) -> String {
    let times = if at.0 % 60_000 == 0 { "short" } else { "medium" };
    format_date(at.0 as f64, times, Some(zone)).unwrap_or_else(|| at.to_string())
}

/// `1 Jan 1997` in that IANA time zone.
pub fn date(at: Instant, zone: &str) -> String {
    format_date(at.0 as f64, "", Some(zone)).unwrap_or_else(|| at.to_string())
}

/// As [`date_time`], in the time zone of this browser; `millis` since 1970.
pub fn local_date_time(millis: f64) -> String {
    format_date(millis, "short", None).unwrap_or_default()
}

/// `times` is the style of the time; empty: none is shown.
fn format_date(millis: f64, times: &str, zone: Option<&str>) -> Option<String> {
    let options = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a property of a plain object of our own cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    };
    set("dateStyle", "medium");
    if !times.is_empty() {
        set("timeStyle", times);
    }
    if let Some(zone) = zone {
        set("timeZone", zone);
    }
    let date = js_sys::Date::new(&JsValue::from(millis));
    let format = Intl::DateTimeFormat::new(&locales(), &options);
    format.format().call1(&format, &date).ok().and_then(|text| text.as_string())
}

fn format_number(number: f64, settings: &[(&str, JsValue)]) -> String {
    let options = Object::new();
    for (name, value) in settings {
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    let format = Intl::NumberFormat::new(&locales(), &options);
    let text =
        format.format().call1(&format, &number.into()).ok().and_then(|text| text.as_string());
    text.unwrap_or_else(|| Number(number).to_string())
}

fn locales() -> Array {
    // British English writes dates without surprises for most of the world.
    let tag = match lang().tag() {
        "en" => "en-GB",
        tag => tag,
    };
    Array::of1(&tag.into())
}
