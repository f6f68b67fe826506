//! How long things took: counts by length, in fixed steps that grow, so that the
//! counts of any division of the contacts add up.

use crate::model::sorted::SortedMap;
use crate::model::time::{Duration, Unit};

/// How often something took how long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread {
    /// Counts by the longest time of their step, in minutes; 0: at once. The steps
    /// are those of [`STEPS`]; one without a count is left out.
    pub counts: SortedMap<u32, u64>,
}

/// The steps after "at once": each reaches from the one before it to this time, which is in.
pub const STEPS: [Duration; 15] = [
    Duration { count: 1, unit: Unit::Minutes },
    Duration { count: 5, unit: Unit::Minutes },
    Duration { count: 15, unit: Unit::Minutes },
    Duration { count: 1, unit: Unit::Hours },
    Duration { count: 4, unit: Unit::Hours },
    Duration { count: 12, unit: Unit::Hours },
    Duration { count: 1, unit: Unit::Days },
    Duration { count: 2, unit: Unit::Days },
    Duration { count: 4, unit: Unit::Days },
    Duration { count: 7, unit: Unit::Days },
    Duration { count: 14, unit: Unit::Days },
    Duration { count: 30, unit: Unit::Days },
    Duration { count: 90, unit: Unit::Days },
    Duration { count: 180, unit: Unit::Days },
    Duration { count: 365, unit: Unit::Days },
];

/// How many counters a spread needs while it is counted.
const SIZE: usize = STEPS.len() + 1;
/// Milliseconds in a minute.
const MINUTE: i64 = 60_000;

/// A spread that is being counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counting([u64; SIZE]);

impl Spread {
    /// How many there are.
    pub fn total(&self) -> u64 {
        self.counts.values().sum()
    }

    /// Adds the counts of others.
    pub fn merge(&mut self, other: &Self) {
        for (step, count) in &other.counts {
            *self.counts.entry(*step).or_default() += count;
        }
    }

    /// The step in which the middle one lies, in minutes; none of nothing.
    pub fn median(&self) -> Option<u32> {
        let half = self.total().div_ceil(2);
        let mut below = 0;
        self.counts.iter().find_map(|(step, count)| {
            below += count;
            (half > 0 && below >= half).then_some(*step)
        })
    }
}

impl Counting {
    /// Counts so many milliseconds, so many times. No loop: of the steps, at most one lies between
    /// a power of two and the next.
    #[inline]
    pub fn add(&mut self, millis: i64, times: u64) {
        let minutes = millis.max(0).saturating_add(MINUTE - 1) / MINUTE;
        let bits = (i64::BITS - minutes.leading_zeros()) as usize;
        let (step, reaches) = BY_BITS[bits.min(BY_BITS.len() - 1)];
        self.0[(step + usize::from(minutes > reaches)).min(SIZE - 1)] += times;
    }

    /// As it is reported.
    pub fn spread(&self) -> Spread {
        let longest = std::iter::once(0).chain(STEPS.map(minutes));
        let counts = longest.zip(self.0).filter(|(_, count)| *count > 0);
        Spread { counts: crate::model::collect::map(counts) }
    }
}

/// The minutes of a step.
const fn minutes(step: Duration) -> u32 {
    let unit = match step.unit {
        Unit::Minutes => 1,
        Unit::Hours => 60,
        Unit::Days => 1_440,
        Unit::Weeks => 10_080,
    };
    step.count * unit
}

/// By the number of bits of a number of minutes: the step of the least such number,
/// and how far that step reaches.
const BY_BITS: [(usize, i64); 21] = by_bits();

const fn by_bits() -> [(usize, i64); 21] {
    let mut table = [(0, 0); 21];
    let mut bits = 1;
    while bits < table.len() {
        let least = 1 << (bits - 1);
        let mut step = 0;
        while step + 1 < STEPS.len() && minutes(STEPS[step]) < least {
            step += 1;
        }
        table[bits] = (step + 1, minutes(STEPS[step]) as i64);
        bits += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step_of(millis: i64) -> u32 {
        let mut counting = Counting::default();
        counting.add(millis, 1);
        *counting.spread().counts.first_key_value().unwrap().0
    }

    #[test]
    fn a_time_is_counted_in_the_first_step_that_reaches_it() {
        assert_eq!((step_of(0), step_of(1), step_of(i64::MAX)), (0, 1, 525_600));
        for step in STEPS.map(minutes) {
            let millis = i64::from(step) * MINUTE;
            assert_eq!(step_of(millis), step);
            assert_eq!(step_of(millis - 1), step);
            if step < 525_600 {
                let next = STEPS.map(minutes).into_iter().find(|next| *next > step);
                assert_eq!(step_of(millis + 1), next.unwrap());
            }
        }
    }

    #[test]
    fn the_median_is_the_step_of_the_middle_one() {
        let spread = |counts: &[(u32, u64)]| Spread { counts: counts.iter().copied().collect() };
        assert_eq!(spread(&[]).median(), None);
        assert_eq!(spread(&[(0, 1), (60, 2)]).median(), Some(60));
        assert_eq!(spread(&[(0, 1), (60, 1)]).median(), Some(0));
    }
}
