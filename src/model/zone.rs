//! Time zones: what a clock on the wall shows where, since clocks were set together.
//!
//! The data is the IANA database, every change of every zone, in a form a tenth as
//! large as the usual one: `zones.bin`, written and checked by `tests/zones.rs`.
//!
//! **Invariant:** it is compiled in, so that every machine and every browser agree
//! (rule T2). In a page whose code comes in parts it has to be learnt first.

mod data;
mod rule;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::model::civil::DateTime;
use crate::model::zone::rule::Rule;

/// A zone of the IANA database, or UTC. A cheap handle.
#[derive(Clone, PartialEq, Eq)]
pub struct TimeZone(Option<Arc<Zone>>);

/// The history of a zone and the rule that goes on from its end.
#[derive(Debug, PartialEq, Eq)]
struct Zone {
    /// All its names, the main one first.
    names: Vec<&'static str>,
    /// Seconds east of UTC before the first change.
    first: i32,
    /// When the clocks changed, in seconds since 1970, and to how many seconds east.
    changes: Vec<(i64, i32)>,
    /// What holds from the last change on.
    rule: Rule,
}

impl TimeZone {
    /// Universal time: no changes ever.
    pub const UTC: Self = Self(None);

    /// The zone of that IANA name, such as `Europe/Paris`, without regard to case.
    pub fn get(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("UTC") {
            return Some(Self::UTC);
        }
        let named =
            |zone: &&Arc<Zone>| zone.names.iter().any(|known| known.eq_ignore_ascii_case(name));
        zones().iter().find(named).map(|zone| Self(Some(zone.clone())))
    }

    /// The names of all zones, in no particular order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        zones().iter().flat_map(|zone| zone.names.iter().copied())
    }

    /// Its main name.
    pub fn name(&self) -> &'static str {
        self.0.as_ref().and_then(|zone| zone.names.first()).copied().unwrap_or("UTC")
    }

    /// Milliseconds to add to UTC at that instant, in milliseconds since 1970.
    pub fn offset(&self, millis: i64) -> i64 {
        let seconds = self.0.as_ref().map_or(0, |zone| zone.offset(millis.div_euclid(1_000)));
        i64::from(seconds) * 1_000
    }

    /// What its clocks show at that instant, in milliseconds since 1970.
    pub fn show(&self, millis: i64) -> DateTime {
        DateTime::from_millis(millis.saturating_add(self.offset(millis)))
    }

    /// The first instant at which its clocks show `at`, in milliseconds since 1970;
    /// for a time that they skip, the instant of the change (rule T1).
    pub fn instant(&self, at: DateTime) -> i64 {
        let local = at.millis();
        let Some(zone) = &self.0 else { return local };
        match zone.earliest(local.div_euclid(1_000)) {
            Found::Shown(second) => second * 1_000 + local.rem_euclid(1_000),
            Found::Skipped(change) => change * 1_000,
        }
    }
}

impl fmt::Debug for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// When clocks show a local time.
enum Found {
    /// At that second.
    Shown(i64),
    /// Never: they skip it at that second.
    Skipped(i64),
}

/// Further than any two clocks on earth are apart, in seconds.
const REACH: i64 = 36 * 3_600;

impl Zone {
    /// Seconds east of UTC at that second.
    fn offset(&self, second: i64) -> i32 {
        let past = self.changes.partition_point(|&(at, _)| at <= second);
        if past == self.changes.len() {
            let known = self.changes.last().map_or(self.first, |&(_, offset)| offset);
            return self.rule.offset(second).unwrap_or(known);
        }
        if past == 0 { self.first } else { self.changes[past - 1].1 }
    }

    /// The next change after that second, and the offset from then on.
    fn next_change(&self, second: i64) -> Option<(i64, i32)> {
        let past = self.changes.partition_point(|&(at, _)| at <= second);
        self.changes.get(past).copied().or_else(|| self.rule.next_change(second))
    }

    /// The stretches of equal offset around a local second, in order of time: the
    /// first second that is not in it, its offset, and the offset after it.
    fn around(&self, local: i64) -> impl Iterator<Item = (i64, i32, i32)> {
        let mut second = local - REACH;
        let mut offset = self.offset(second);
        std::iter::from_fn(move || {
            let (end, next) = self.next_change(second).unwrap_or((i64::MAX / 4, offset));
            let stretch = (end, offset, next);
            (second, offset) = (end, next);
            Some(stretch)
        })
        .take(16)
    }

    /// The first second at which the clocks show `local`.
    fn earliest(&self, local: i64) -> Found {
        for (end, offset, next) in self.around(local) {
            if local < end + i64::from(offset) {
                return Found::Shown(local - i64::from(offset));
            }
            if local < end + i64::from(next) {
                return Found::Skipped(end);
            }
        }
        Found::Shown(local)
    }
}

/// The data, for [`learn`].
pub fn data() -> &'static [u8] {
    data::DATA
}

/// Makes the zones known; only needed where their data comes later.
pub fn learn(data: &'static [u8]) {
    // Learning them again changes nothing.
    let _ = LEARNT.set(data);
}

static LEARNT: OnceLock<&'static [u8]> = OnceLock::new();

fn zones() -> &'static [Arc<Zone>] {
    static ZONES: OnceLock<Vec<Arc<Zone>>> = OnceLock::new();
    let data = match LEARNT.get() {
        Some(data) => *data,
        None if cfg!(feature = "split") => return &[],
        None => data(),
    };
    ZONES.get_or_init(|| data::read(data).unwrap_or_default())
}
