//! Collecting and sorting with little code.
//!
//! The standard library has a sort of its own for each type and order: some kilobytes
//! each of what the page loads. These do the same with one sort for all; they differ
//! in nothing else.

use crate::model::sorted::{SortedMap, SortedSet};
use std::cmp::Ordering;

/// The map of those entries; of equal keys the last entry stays.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> SortedMap<K, V> {
    entries.into_iter().collect()
}

/// The set of those items.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> SortedSet<T> {
    items.into_iter().collect()
}

/// Sorts; equal items stay in their order.
pub fn sort<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let mut from = sorted(items.len(), &|one, other| order(&items[one], &items[other]));
    for start in 0..items.len() {
        // Each circle of places that take from each other, until it is back at its start.
        let mut place = start;
        while from[place] != start {
            let source = from[place];
            items.swap(place, source);
            from[place] = place;
            place = source;
        }
        from[place] = place;
    }
}

/// Sorts by a key; items of equal keys stay in their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort(items, |one, other| key(one).cmp(&key(other)));
}

/// Which item belongs in each place.
fn sorted(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut items: Vec<usize> = (0..count).collect();
    items.sort_by(|&one, &other| order(one, other));
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_keys_the_last_stays() {
        assert_eq!(map([(2, 'a'), (1, 'b'), (2, 'c')]), SortedMap::from([(1, 'b'), (2, 'c')]));
        assert_eq!(set([3, 1, 3]), SortedSet::from([1, 3]));
    }

    #[test]
    fn sorting_is_that_of_the_standard_library_and_stable() {
        let mut number = 7_u32;
        for count in [0, 1, 2, 3, 10, 100, 1000] {
            let mut items = Vec::new();
            for place in 0..count {
                number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                items.push((number >> 16 & 15, place.to_string()));
            }
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
    }
}
