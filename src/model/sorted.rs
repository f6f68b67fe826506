//! Maps and sets as sorted lists.
//!
//! The standard library's trees are compiled anew, with all their balancing, for
//! every pair of types: a tenth of what the page loads. A list that is kept sorted
//! needs a hundredth of that code, is as quick to search and quicker to read, and
//! keys that come in their order, as new ids do, are added at the end.
//!
//! **Invariant:** the keys rise strictly, so that equal maps have equal lists.
//! A key that comes out of order moves all that follow it: whoever fills a large map
//! in no order collects it ([`crate::model::collect`]), which sorts once. The engine
//! has the standard library's trees: it counts in any order.

mod map;
mod set;

pub use map::{Entry, SortedMap};
pub use set::SortedSet;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_map_does_what_a_tree_does(
            steps in prop::collection::vec((0_u8..6, 0_u8..20, any::<u8>()), 0..200),
        ) {
            let (mut map, mut tree) = (SortedMap::new(), BTreeMap::new());
            for (step, key, value) in steps {
                match step {
                    0 | 1 => prop_assert_eq!(map.insert(key, value), tree.insert(key, value)),
                    2 => prop_assert_eq!(map.remove(&key), tree.remove(&key)),
                    3 => {
                        *map.entry(key).or_insert(7) ^= value;
                        *tree.entry(key).or_insert(7) ^= value;
                    }
                    4 => {
                        map.retain(|found, _| *found != key);
                        tree.retain(|found, _| *found != key);
                    }
                    _ => {
                        prop_assert_eq!(map.get(&key), tree.get(&key));
                        let some = map.between(&key, &(key + 5)).iter().map(|(k, _)| k);
                        prop_assert!(some.eq(tree.range(key..=key + 5).map(|(k, _)| k)));
                    }
                }
                prop_assert!(map.iter().eq(tree.iter()));
            }
        }

        #[test]
        fn a_set_does_what_a_tree_does(
            steps in prop::collection::vec((0_u8..3, 0_u8..20), 0..200),
            other in prop::collection::vec(0_u8..20, 0..10),
        ) {
            let (mut set, mut tree) = (SortedSet::new(), BTreeSet::new());
            for (step, item) in steps {
                match step {
                    0 => prop_assert_eq!(set.insert(item), tree.insert(item)),
                    1 => prop_assert_eq!(set.remove(&item), tree.remove(&item)),
                    _ => prop_assert_eq!(set.contains(&item), tree.contains(&item)),
                }
                prop_assert!(set.iter().eq(tree.iter()));
            }
            let others: SortedSet<u8> = other.iter().copied().collect();
            let trees: BTreeSet<u8> = other.into_iter().collect();
            prop_assert!(set.difference(&others).eq(tree.difference(&trees)));
            prop_assert!(set.intersection(&others).eq(tree.intersection(&trees)));
            prop_assert_eq!(set.is_subset(&others), tree.is_subset(&trees));
        }

        #[test]
        fn what_is_collected_is_what_a_tree_collects(
            entries in prop::collection::vec((0_u8..20, any::<u8>()), 0..40),
        ) {
            let map: SortedMap<u8, u8> = entries.iter().copied().collect();
            let tree: BTreeMap<u8, u8> = entries.into_iter().collect();
            prop_assert!(map.iter().eq(tree.iter()));
        }
    }
}
