//! Events put in the order of the contacts that they belong to.

/// Puts items side by side that have one owner, in their order, without a second copy of
/// them. Gives for each owner the place of its first item, and at last their number.
pub(crate) fn by_owner<T>(items: &mut [T], owners: Vec<u32>, count: u32) -> Vec<u32> {
    let mut first = vec![0_u32; count as usize + 1];
    for &owner in &owners {
        first[owner as usize + 1] += 1;
    }
    for owner in 0..count as usize {
        first[owner + 1] += first[owner];
    }
    // As they mostly come.
    if !owners.is_sorted() {
        move_home(items, owners, &mut first);
    }
    first
}

fn move_home<T>(items: &mut [T], owners: Vec<u32>, first: &mut [u32]) {
    // Whose an item is becomes where it goes; where the items of each begin, where those
    // of the next do.
    let mut homes = owners;
    for home in &mut homes {
        let next = &mut first[*home as usize];
        *home = *next;
        *next += 1;
    }
    first.rotate_right(1);
    first[0] = 0;
    for place in 0..items.len() {
        while homes[place] as usize != place {
            let home = homes[place] as usize;
            items.swap(place, home);
            homes.swap(place, home);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_owner_keep_their_order() {
        let owners = [2, 0, 2, 4, 0, 0, 2, 1];
        let mut items: Vec<(u32, usize)> = owners.into_iter().zip(0..).collect();
        let first = by_owner(&mut items, owners.to_vec(), 5);
        assert_eq!(first, [0, 3, 4, 7, 7, 8]);
        let sorted = [(0, 1), (0, 4), (0, 5), (1, 7), (2, 0), (2, 2), (2, 6), (4, 3)];
        assert_eq!(items, sorted);
    }

    #[test]
    fn what_is_in_order_stays_as_it_is() {
        let mut items = ["a", "b", "c"];
        assert_eq!(by_owner(&mut items, vec![0, 0, 2], 3), [0, 2, 2, 3]);
        assert_eq!(items, ["a", "b", "c"]);
        assert_eq!(by_owner::<()>(&mut [], Vec::new(), 0), [0]);
    }
}
