//! Writing the data: the reader in `src/model/zone/data.rs` says how it looks.

use crate::tzif::History;

/// Seconds in a day, and in a quarter of an hour.
const DAY: i64 = 86_400;
const QUARTER: i64 = 900;

/// Names and history of all zones, as they are stored.
pub fn write(zones: &[(Vec<&str>, History)]) -> Vec<u8> {
    let mut columns: [Vec<u8>; 5] = Default::default();
    for (names, history) in zones {
        let [lines, heads, days, times, rules] = &mut columns;
        lines.extend(names.join(" ").bytes().chain(*b"\n"));
        put(heads, history.changes.len() as u64);
        put_signed(heads, history.first);
        let (mut last, mut before) = (0, history.first);
        for &(at, offset) in &history.changes {
            let clock = at + before;
            let day = clock.div_euclid(DAY);
            put_signed(days, day - last);
            put_time(times, clock.rem_euclid(DAY));
            put_time(times, offset - before);
            (last, before) = (day, offset);
        }
        put_rule(rules, &history.rule);
    }
    let mut file = Vec::new();
    for column in columns {
        put(&mut file, column.len() as u64);
        file.extend(column);
    }
    file
}

fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn put_signed(to: &mut Vec<u8>, number: i64) {
    put(to, ((number << 1) ^ (number >> 63)) as u64);
}

fn put_time(to: &mut Vec<u8>, seconds: i64) {
    let in_quarters = seconds % QUARTER == 0;
    put_signed(to, if in_quarters { seconds / QUARTER * 2 } else { seconds * 2 + 1 });
}

/// `CET-1CEST,M3.5.0,M10.5.0/3`, or a lone name and offset when nothing changes.
fn put_rule(to: &mut Vec<u8>, rule: &str) {
    let Some((names, turns)) = rule.split_once(',') else { return put(to, 0) };
    put(to, 1);
    let (_, rest) = split_name(names);
    let (standard, rest) = split_time(rest);
    let (_, rest) = split_name(rest);
    let standard = -standard.unwrap();
    let summer = split_time(rest).0.map_or(standard + 3_600, |offset| -offset);
    put_signed(to, standard);
    put_signed(to, summer);
    for turn in turns.split(',') {
        let (day, time) = turn.split_once('/').unwrap_or((turn, "2"));
        let day = day.strip_prefix('M').expect("a rule by weekday");
        day.split('.').for_each(|part| put(to, part.parse().unwrap()));
        put_signed(to, split_time(time).0.unwrap());
    }
}

/// A zone's short name, in angle brackets where it has digits.
fn split_name(text: &str) -> (&str, &str) {
    match text.strip_prefix('<') {
        Some(text) => text.split_once('>').unwrap(),
        None => text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())),
    }
}

/// `-3:30` or `2` in seconds, and what follows.
fn split_time(text: &str) -> (Option<i64>, &str) {
    let digits = |c: char| !(c.is_ascii_digit() || "+-:".contains(c));
    let (time, rest) = text.split_at(text.find(digits).unwrap_or(text.len()));
    if time.is_empty() {
        return (None, rest);
    }
    let sign = if time.starts_with('-') { -1 } else { 1 };
    let parts = time.trim_start_matches(['+', '-']).split(':').zip([3_600, 60, 1]);
    let seconds: i64 = parts.map(|(part, unit)| part.parse::<i64>().unwrap() * unit).sum();
    (Some(sign * seconds), rest)
}
