//! A part of a run's contacts: the data of a large run is divided between workers,
//! each of which keeps its own contacts and nothing of the others.
//!
//! **Invariant:** every name belongs to exactly one shard, so that names are unique
//! in the whole when they are unique in each shard, and the counts of all shards add
//! up to those of the whole (rule T2).

use std::ops::Range;

use crate::engine::draw::contact_key;

/// One of several parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: u32,
    count: u32,
}

impl Shard {
    /// The only part.
    pub const WHOLE: Self = Self { index: 0, count: 1 };

    /// The part of that number, from 0, of so many.
    pub fn new(index: u32, count: u32) -> Self {
        let count = count.max(1);
        Self { index: index.min(count - 1), count }
    }

    /// Whether it is the only part.
    pub fn is_whole(self) -> bool {
        self.count == 1
    }

    /// Whether it is the first part: it tells what belongs to nobody.
    pub fn is_first(self) -> bool {
        self.index == 0
    }

    /// Whether the contact of that name belongs to it.
    #[inline]
    pub fn owns(self, name: &str) -> bool {
        self.is_whole() || contact_key(name.trim()) % u64::from(self.count) == u64::from(self.index)
    }

    /// Its share of so many numbered contacts.
    pub fn range(self, contacts: u32) -> Range<u32> {
        let bound =
            |index: u32| (u64::from(contacts) * u64::from(index) / u64::from(self.count)) as u32;
        bound(self.index)..bound(self.index + 1)
    }
}

impl Default for Shard {
    fn default() -> Self {
        Self::WHOLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_every_number_belongs_to_exactly_one_shard() {
        let shards: Vec<Shard> = (0..3).map(|index| Shard::new(index, 3)).collect();
        for name in ["", "1", "2", "Ada", "Élodie"] {
            assert_eq!(shards.iter().filter(|shard| shard.owns(name)).count(), 1, "{name}");
        }
        let ranges: Vec<_> = shards.iter().map(|shard| shard.range(10)).collect();
        assert_eq!(ranges, [0..3, 3..6, 6..10]);
        assert!(Shard::WHOLE.owns("anybody"));
    }
}
