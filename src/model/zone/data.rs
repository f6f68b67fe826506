//! Reading `zones.bin`. Its columns, each after its length: the names, a line per
//! zone; then per zone how many changes it has and its first offset; on which days
//! clocks changed, since the change before; what they showed then and by how much
//! they were put forward; and its rule. What people decide repeats by the clock on
//! the wall, from year to year and from country to country, and packs well.
//! Numbers are in groups of seven bits, lowest first; those that may be negative
//! have their sign in the lowest bit. Times are twice the quarters of an hour, or
//! twice the seconds and one.

use std::sync::Arc;

use crate::model::zone::Zone;
use crate::model::zone::rule::{Rule, Turn};

/// What `zones.bin` holds.
pub(super) static DATA: &[u8] = include_bytes!("../zones.bin");
/// Seconds in a day, and in a quarter of an hour.
const DAY: i64 = 86_400;
const QUARTER: i64 = 900;

/// All zones; `None` if the data is not as it was written.
pub(super) fn read(data: &'static [u8]) -> Option<Vec<Arc<Zone>>> {
    let mut file = Column(data);
    let names = std::str::from_utf8(file.column()?.0).ok()?;
    let (mut heads, mut days) = (file.column()?, file.column()?);
    let (mut times, mut rules) = (file.column()?, file.column()?);
    names
        .lines()
        .map(|names| {
            let (count, first) = (heads.number()?, heads.signed()?);
            let (mut day, mut offset) = (0, first);
            let mut change = || {
                day += days.signed()?;
                let at = day * DAY + times.time()? - offset;
                offset += times.time()?;
                Some((at, offset as i32))
            };
            let changes = (0..count).map(|_| change()).collect::<Option<_>>()?;
            let names = names.split(' ').collect();
            let rule = rules.rule()?;
            Some(Arc::new(Zone { names, first: first as i32, changes, rule }))
        })
        .collect()
}

/// What is left to read of a column.
struct Column(&'static [u8]);

impl Column {
    fn column(&mut self) -> Option<Self> {
        let length = self.number()? as usize;
        let (column, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Self(column))
    }

    fn number(&mut self) -> Option<u64> {
        let mut found = 0;
        for place in 0..9 {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            found |= u64::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(found);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// Seconds.
    fn time(&mut self) -> Option<i64> {
        let number = self.signed()?;
        Some(if number & 1 == 0 { number / 2 * QUARTER } else { number >> 1 })
    }

    fn rule(&mut self) -> Option<Rule> {
        if self.number()? == 0 {
            return Some(Rule::Steady);
        }
        Some(Rule::Yearly {
            standard: self.signed()? as i32,
            summer: self.signed()? as i32,
            begin: self.turn()?,
            end: self.turn()?,
        })
    }

    fn turn(&mut self) -> Option<Turn> {
        Some(Turn {
            month: self.number()? as u8,
            week: self.number()? as u8,
            weekday: self.number()? as u8,
            time: self.signed()? as i32,
        })
    }
}
